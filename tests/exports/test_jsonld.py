"""Web Annotation and ClaimReview, read by rdflib as the RDF that they mean.

Nothing is fetched: the contexts are put in here. That of Web Annotation is cut down to the terms
that we use, as http://www.w3.org/ns/anno.jsonld defines them.
"""

from __future__ import annotations

import json
from typing import Any

import msgspec
import pytest

from onrecord.exports.annotation import CONTEXT, annotation
from onrecord.exports.claimreview import COLUMNS, claimreview
from onrecord.exports.marks import marks
from tests.exports.reads import Reads, everything, example, hostile
from tests.samples import greetings, records

rdflib = pytest.importorskip("rdflib")

OA = "http://www.w3.org/ns/oa#"
SCHEMA = "https://schema.org/"
ANNO = {
    "oa": OA, "dc": "http://purl.org/dc/elements/1.1/", "dcterms": "http://purl.org/dc/terms/",
    "as": "http://www.w3.org/ns/activitystreams#", "foaf": "http://xmlns.com/foaf/0.1/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#", "id": "@id", "type": "@type",
    "Annotation": "oa:Annotation", "AnnotationPage": "as:OrderedCollectionPage",
    "Software": "as:Application", "Text": "http://purl.org/dc/dcmitype/Text",
    "TextualBody": "oa:TextualBody", "SpecificResource": "oa:SpecificResource",
    "TextQuoteSelector": "oa:TextQuoteSelector",
    "TextPositionSelector": "oa:TextPositionSelector", "describing": "oa:describing",
    "classifying": "oa:classifying", "linking": "oa:linking", "tagging": "oa:tagging",
    "body": {"@type": "@id", "@id": "oa:hasBody"},
    "target": {"@type": "@id", "@id": "oa:hasTarget"},
    "source": {"@type": "@id", "@id": "oa:hasSource"},
    "selector": {"@type": "@id", "@id": "oa:hasSelector"},
    "generator": {"@type": "@id", "@id": "as:generator"},
    "via": {"@type": "@id", "@id": "oa:via"},
    "items": {"@type": "@id", "@id": "as:items", "@container": "@list"},
    "motivation": {"@type": "@vocab", "@id": "oa:motivatedBy"},
    "purpose": {"@type": "@vocab", "@id": "oa:hasPurpose"},
    "format": "dc:format", "language": "dc:language", "value": "rdf:value",
    "exact": "oa:exact", "prefix": "oa:prefix", "suffix": "oa:suffix", "name": "foaf:name",
    "start": {"@id": "oa:start", "@type": "xsd:nonNegativeInteger"},
    "end": {"@id": "oa:end", "@type": "xsd:nonNegativeInteger"},
}  # fmt: skip


def graph(document: dict[str, Any], context: object) -> Any:
    return rdflib.Graph().parse(
        data=json.dumps({**document, "@context": context}), format="json-ld"
    )


def page(reads: Reads, *, text: bool = False) -> dict[str, Any]:
    found = json.loads(b"".join(annotation(reads, text=text)))
    assert found["@context"] == CONTEXT
    return dict(found)


def reviews(reads: Reads, *, text: bool = False) -> dict[str, Any]:
    found = json.loads(b"".join(claimreview(reads, text=text)))
    assert found["@context"] == "https://schema.org"
    return dict(found)


def test_annotations_are_rdf() -> None:
    found = graph(page(everything()), ANNO)
    told = set(found.subjects(rdflib.RDF.type, rdflib.URIRef(f"{OA}Annotation")))
    expected = sum(1 + len(list(marks(record))) for _, on in everything() for record in on)
    assert len(told) == expected
    for name in ("hasBody", "hasTarget", "motivatedBy"):
        assert set(found.subjects(rdflib.URIRef(OA + name))) == told


def test_every_term_is_in_the_context() -> None:
    """A term that no context defines would be dropped without a word."""

    def terms(value: Any) -> set[str]:
        if isinstance(value, list):
            return {term for part in value for term in terms(part)}
        if not isinstance(value, dict):
            return set()
        found = set(value) | {value["type"]} if "type" in value else set(value)
        return found | {term for part in value.values() for term in terms(part)}

    assert terms(page(everything(), text=True)) - {"@context"} <= set(ANNO)


@pytest.mark.parametrize("text", [False, True])
def test_positions_lead_to_the_words(text: bool) -> None:
    texts = {f"urn:onrecord:report:{report.id}": report.text for report, _ in everything()}
    ids = set()
    for item in page(everything(), text=text)["items"]:
        ids.add(item["id"])
        whole = texts[item["target"]["source"]["id"]]
        position, *quotes = item["target"]["selector"]
        for quote in quotes:
            start, end = position["start"], position["end"]
            assert whole[start:end] == quote["exact"]
            assert whole[:start].endswith(quote.get("prefix", ""))
            assert whole[end:].startswith(quote.get("suffix", ""))
            assert ("prefix" in quote) == (text and item["motivation"] == "tagging")
    assert len(ids) == len(page(everything())["items"])


def test_annotations_know_their_page() -> None:
    report = msgspec.structs.replace(greetings(), address="https://example.org/a")
    source = page([(report, records()[:1])])["items"][0]["target"]["source"]
    assert source["via"] == "https://example.org/a"
    assert "via" not in page(hostile())["items"][0]["target"]["source"]


def test_claims_are_rdf() -> None:
    found = graph(reviews(everything()), {"@vocab": SCHEMA})
    told = set(found.subjects(rdflib.RDF.type, rdflib.URIRef(f"{SCHEMA}ClaimReview")))
    voiced = [record for _, on in everything() for record in on if record.voices]
    assert told == {rdflib.URIRef(f"urn:onrecord:record:{record.id}") for record in voiced}
    claims = set(found.objects(None, rdflib.URIRef(f"{SCHEMA}itemReviewed")))
    assert claims == set(found.subjects(rdflib.RDF.type, rdflib.URIRef(f"{SCHEMA}Claim")))


def test_nothing_is_rated() -> None:
    raw = b"".join(claimreview(everything(), text=True))
    assert b"ating" not in raw
    for review in reviews(everything())["@graph"]:
        assert "author" not in review
        assert review["reviewBody"].startswith("Not rated. On record as ")


def test_who_claimed_it() -> None:
    found = reviews(example())["@graph"]
    assert all(set(review) - {"@type"} == set(COLUMNS["reviews"]) | {"inLanguage"}
               for review in found)  # fmt: skip
    alleged = found[2]
    assert alleged["claimReviewed"] == "Alleged: Portugal, MOBILIZE"
    assert alleged["itemReviewed"]["author"] == [
        {"@type": "Organization", "name": "Kenya’s opposition"}
    ]
    assert alleged["isBasedOn"]["datePublished"] == "2025-03-14"
    assert reviews(example(), text=True)["@graph"][2]["claimReviewed"] == records()[5].evidence.text
