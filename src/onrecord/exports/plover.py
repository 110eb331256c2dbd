"""PLOVER JSON: a row for each actor and recipient, under the column names of the POLECAT data set.

POLECAT's own columns come first, so that rows of both can be laid together; ours, which say on
whose word and how sure, come after them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from onrecord import __version__
from onrecord.codes import plover as ontology
from onrecord.exports import words
from onrecord.exports.parts import Pair, Reads, day, line, pairs, short, web
from onrecord.record import Entity, Place, Record
from onrecord.report import Report

COLUMNS = {
    "rows": {
        "Event ID": "the record's id and the number of the pair: `id-0`, `id-1` ...",
        "Event Date": "the first day, else the last, YYYY-MM-DD; null where no day is known",
        "Event Type": "PLOVER category, or STATEMENT",
        "Event Mode": "PLOVER mode",
        "Intensity": "PLOVER's score, -10 to 10, of the mode, else of the category",
        "Quad Code": "VERBAL or MATERIAL, COOPERATION or CONFLICT",
        "Contexts": "PLOVER contexts, joined by `; `",
        "Actor Name": "the actor's name, or the words where no name is known",
        "Actor Country": "ISO 3166-1 alpha-3",
        "Actor COW": "always null: onrecord has no table of COW codes",
        "Primary Actor Sector": "PLOVER sector",
        "Actor Sectors": "the same: onrecord gives one sector",
        "Actor Title": "the role, as the text gives it",
        "Actor Name Raw": "the words of the text",
        "Wikipedia Actor ID": "always null: see `Wikidata Actor ID`",
        "Recipient Name": "as for the actor; null where there is no recipient",
        "Recipient Country": "as for the actor",
        "Recipient COW": "always null",
        "Primary Recipient Sector": "as for the actor",
        "Recipient Sectors": "as for the actor",
        "Recipient Title": "as for the actor",
        "Recipient Name Raw": "as for the actor",
        "Wikipedia Recipient ID": "always null",
        "Placename": "the first place's name, or its words",
        "City": "always null: the kind of place isn't told apart",
        "District": "always null",
        "Province": "the first place's first-level region",
        "Country": "the first place's country, ISO 3166-1 alpha-3",
        "Latitude": "degrees north",
        "Longitude": "degrees east",
        "GeoNames ID": "of the first place",
        "Raw Placename": "the words of the text",
        "Feature Type": "always null",
        "Source": "the outlet",
        "Publication Date": "YYYY-MM-DD",
        "Story People": "persons among the records of the report, joined by `; `",
        "Story Organizations": "organisations among them",
        "Story Locations": "places among them",
        "Language": "always `en`",
        "Version": "onrecord and its version",
        "Record ID": "the record that the row is of: rows of one record are one happening",
        "Report ID": "the report's id",
        "Report URL": "the report's address",
        "Event End Date": "the last day; null is open",
        "Date Basis": "stated, relative, context or published",
        "Mutual": "true where both are actors and neither is the recipient (a meeting)",
        "Status": "what the innermost voice commits to",
        "Negated": "true where the text says that it did not happen",
        "Voices": "on whose word, outermost first: name, cue and stance of each",
        "Quotes": "what is verbatim in quotation marks, up to 280 characters each",
        "Amounts": "text, value, bound and unit of each",
        "Trigger Span": "where the words that name the happening stand, in code points",
        "Evidence Span": "where the sentences that it rests on stand",
        "CAMEO": "CAMEO code",
        "Wikidata Actor ID": "Wikidata id",
        "Wikidata Recipient ID": "Wikidata id",
        "Confidence": "0 to 1",
        "Event Text": "only with `--text`: the sentences that it rests on",
    }
}
"""Column names, POLECAT's first, and what they hold; the text comes only on request."""


def plover(reads: Reads, *, text: bool = False) -> Iterator[bytes]:
    """A line of JSON for each pair of each record."""
    for report, records in reads:
        story = _story(records)
        for record in records:
            fixed = {**_fixed(report, record, text=text), **story}
            if text:
                fixed["Event Text"] = record.evidence.text
            for pair in pairs(record):
                row = {**fixed, **_pair(record, pair)}
                yield line({name: row.get(name) for name in COLUMNS["rows"] if text or name in row})


def _fixed(report: Report, record: Record, *, text: bool) -> dict[str, Any]:
    known = record.event in ontology.categories()
    place = record.where[0] if record.where else None
    start, end = day(record.when.start), day(record.when.end)
    return {
        "Event Date": start or end,
        "Event Type": record.event,
        "Event Mode": record.mode,
        "Intensity": _score(record) if known else None,
        "Quad Code": ontology.quad(record.event).upper() if known else None,
        "Contexts": "; ".join(record.contexts) or None,
        **_place(place),
        "Source": report.outlet,
        "Publication Date": report.published,
        "Language": "en",
        "Version": f"onrecord {__version__}",
        "Record ID": record.id,
        "Report ID": record.report,
        "Report URL": web(report.address),
        "Event End Date": end,
        "Date Basis": record.when.basis,
        "Status": record.status,
        "Negated": record.negated,
        "Voices": [
            {"name": words.entities(v.entities) or v.text, "cue": v.cue, "stance": v.stance}
            for v in record.voices
        ],
        "Quotes": [short(quote, text=text) for quote in record.quotes],
        "Amounts": [
            {"text": a.text, "value": a.value, "bound": a.bound, "unit": a.unit}
            for a in record.amounts
        ],
        "Trigger Span": record.trigger.span,
        "Evidence Span": record.evidence.span,
        "CAMEO": record.cameo,
        "Confidence": record.confidence,
    }


def _pair(record: Record, pair: Pair) -> dict[str, Any]:
    return {
        "Event ID": f"{record.id}-{pair.index}",
        "Mutual": pair.mutual,
        **_who("Actor", pair.actor),
        **_who("Recipient", pair.recipient),
    }


def _who(side: str, entity: Entity | None) -> dict[str, Any]:
    return {
        f"{side} Name": entity and (entity.name or entity.text),
        f"{side} Country": entity and entity.country,
        f"{side} COW": None,
        f"Primary {side} Sector": entity and entity.sector,
        f"{side} Sectors": entity and entity.sector,
        f"{side} Title": entity and entity.role,
        f"{side} Name Raw": entity and entity.text,
        f"Wikipedia {side} ID": None,
        f"Wikidata {side} ID": entity and entity.id,
    }


def _place(place: Place | None) -> dict[str, Any]:
    return {
        "Placename": place and (place.name or place.text),
        "City": None,
        "District": None,
        "Province": place and place.admin1,
        "Country": place and place.country,
        "Latitude": place and place.lat,
        "Longitude": place and place.lon,
        "GeoNames ID": place and place.geonames,
        "Raw Placename": place and place.text,
        "Feature Type": None,
    }


def _score(record: Record) -> float:
    known = record.mode in ontology.modes(record.event)
    return ontology.score(record.event, record.mode if known else None)


def _story(records: list[Record]) -> dict[str, str | None]:
    cast = [who for record in records for who in (*record.actors, *record.recipients)]
    people = [who.name for who in cast if who.kind == "person"]
    bodies = [who.name for who in cast if who.kind == "organisation"]
    places = [place.name for record in records for place in record.where]
    return {
        "Story People": _joined(people),
        "Story Organizations": _joined(bodies),
        "Story Locations": _joined(places),
    }


def _joined(names: list[str | None]) -> str | None:
    return "; ".join(dict.fromkeys(filter(None, names))) or None
