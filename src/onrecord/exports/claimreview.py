"""ClaimReview JSON-LD: what was claimed and by whom, for fact-checkers to take up.

Only records on somebody's word are claims; what the report itself vouches for is left out. A
review needs a reviewer and a rating, and onrecord is no reviewer: it never rates, so ``author``
and ``reviewRating`` are left to whoever checks the claim.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from onrecord.exports import words
from onrecord.exports.parts import (
    Reads,
    headline,
    iso,
    record_urn,
    report_urn,
    short,
    standing,
    web,
)
from onrecord.record import Entity, Record, Voice
from onrecord.report import Report

COLUMNS = {
    "reviews": {
        "@id": "the record's urn",
        "claimReviewed": "status, who, what, whom; with `--text` the sentences themselves",
        "itemReviewed": "the Claim: author (the innermost voice), appearance (the report), text "
        "(what is verbatim in quotation marks)",
        "reviewBody": "status and voices, and that nothing is rated",
        "isBasedOn": "the report: headline, publisher, datePublished, url",
    }
}

_TYPES = {"person": "Person", "state": "Organization", "organisation": "Organization"}


def claimreview(reads: Reads, *, text: bool = False) -> Iterator[bytes]:
    """One JSON-LD graph, in pieces."""
    yield b'{"@context": "https://schema.org", "@graph": ['
    before = b"\n"
    for report, records in reads:
        for record in records:
            if record.voices:
                yield before + msgspec.json.encode(_review(report, record, text=text))
                before = b",\n"
    yield b"\n]}\n"


def _review(report: Report, record: Record, *, text: bool) -> dict[str, Any]:
    claimed = words.line(record.evidence.text) if text else headline(record)
    quotes = [words.line(short(quote, text=text)) for quote in record.quotes]
    article = _article(report, record)
    claim: dict[str, Any] = {
        "@type": "Claim",
        "author": _authors(record.voices[-1]),
        "appearance": article,
        "text": quotes or None,
    }
    review = {
        "@type": "ClaimReview",
        "@id": record_urn(record.id),
        "claimReviewed": claimed,
        "itemReviewed": _filled(claim),
        "reviewBody": f"Not rated. On record as {standing(record)}.",
        "isBasedOn": article,
        "inLanguage": "en",
    }
    return _filled(review)


def _article(report: Report, record: Record) -> dict[str, Any]:
    return _filled({
        "@type": "NewsArticle",
        "@id": report_urn(record.report),
        "headline": report.title,
        "publisher": report.outlet and {"@type": "Organization", "name": report.outlet},
        "datePublished": iso(report.published),
        "url": web(report.address),
    })  # fmt: skip


def _authors(voice: Voice) -> list[dict[str, Any]]:
    if not voice.entities:
        return [{"@type": "Organization", "name": words.line(voice.text) or "someone"}]
    return [_author(entity) for entity in voice.entities]


def _author(entity: Entity) -> dict[str, Any]:
    return _filled({
        "@type": _TYPES.get(entity.kind or "", "Organization"),
        "name": words.entity(entity),
        "jobTitle": entity.role if entity.kind == "person" else None,
        "sameAs": entity.id and f"http://www.wikidata.org/entity/{entity.id}",
    })  # fmt: skip


def _filled(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value not in (None, [])}
