"""FollowTheMoney statements, one a line of JSON: reports, those named in them, and the happenings.

A report is an Article, a happening an Event that it proves, a party a Person, Organization,
PublicBody or LegalEntity. FollowTheMoney's Event can't say who says so: status and voices stand
in its name, summary and keywords, and nowhere else. Statement ids are FollowTheMoney's own hashes.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from onrecord.exports import words
from onrecord.exports.codes import iso2
from onrecord.exports.parts import Reads, headline, iso, line, short, standing, web
from onrecord.record import Entity, Record
from onrecord.report import Report

DATASET = "onrecord"

COLUMNS = {
    "statements": {
        "canonical_id": "the same as `entity_id`: onrecord merges nobody",
        "entity_id": "the record's or report's id; for a party its Wikidata id or a hash",
        "prop": "FollowTheMoney property",
        "schema": "Article, Event, Person, Organization, PublicBody or LegalEntity",
        "value": "the value, a string",
        "dataset": f"`{DATASET}`",
        "lang": "null",
        "original_value": "null",
        "first_seen": "null",
        "last_seen": "null",
        "external": "false",
        "origin": "the report's id",
        "id": "FollowTheMoney's hash of dataset, entity, property and value",
    }
}

_SCHEMATA = {"person": "Person", "state": "PublicBody", "organisation": "Organization"}

Values = dict[str, list[str | None]]


def ftm(reads: Reads, *, text: bool = False) -> Iterator[bytes]:
    """A line of JSON for each statement; the same statement of a party is written once a report."""
    for report, records in reads:
        if not records:
            continue
        origin = records[0].report
        yield from _statements(_id("report", origin), "Article", _article(report, text), origin)
        told: set[str] = set()
        for record in records:
            for who in (*record.actors, *record.recipients):
                if (key := _party(record, who)) not in told:
                    told.add(key)
                    yield from _statements(key, _schema(who), _entity(who), origin)
            values = _event(report, record, text=text)
            yield from _statements(_id("record", record.id), "Event", values, origin)


def _statements(entity: str, schema: str, values: Values, origin: str) -> Iterator[bytes]:
    for prop, found in values.items():
        for value in dict.fromkeys(filter(None, found)):
            key = f"{DATASET}.{entity}.{prop}.{value}"
            yield line({
                "canonical_id": entity, "entity_id": entity, "prop": prop, "schema": schema,
                "value": value, "dataset": DATASET, "lang": None, "original_value": None,
                "first_seen": None, "last_seen": None, "external": False, "origin": origin,
                "id": hashlib.sha1(key.encode("utf-8", "replace")).hexdigest(),
            })  # fmt: skip


def _article(report: Report, text: bool) -> Values:
    return {
        "title": [report.title],
        "publisher": [report.outlet],
        "publishedAt": [iso(report.published)],
        "sourceUrl": [web(report.address)],
        "language": ["eng"],
        "bodyText": [report.text if text else None],
    }


def _entity(who: Entity) -> Values:
    country = iso2(who.country)
    return {
        "name": [words.entity(who)],
        "country": [country and country.lower()],
        "wikidataId": [who.id],
        "position" if who.kind == "person" else "notes": [who.role],
        "keywords": [who.sector],
    }


def _event(report: Report, record: Record, *, text: bool) -> Values:
    countries = [iso2(place.country) for place in record.where]
    return {
        "name": [headline(record)],
        "summary": [standing(record)],
        "startDate": [iso(record.when.start)],
        "endDate": [iso(record.when.end)],
        "location": [words.entity(place) for place in record.where],
        "country": [country and country.lower() for country in countries],
        "organizer": [_party(record, who) for who in record.actors],
        "involved": [_party(record, who) for who in record.recipients],
        "keywords": [record.event, record.mode, *record.contexts, record.status,
                     "negated" if record.negated else None],
        "notes": [words.line(short(quote, text=text)) for quote in record.quotes],
        "description": [words.line(record.evidence.text) if text else None],
        "recordId": [record.id],
        "proof": [_id("report", record.report)],
        "publisher": [report.outlet],
        "sourceUrl": [web(report.address)],
    }  # fmt: skip


def _schema(who: Entity) -> str:
    return _SCHEMATA.get(who.kind or "", "LegalEntity")


def _party(record: Record, who: Entity) -> str:
    """A Wikidata id; else a hash of schema, name and country; else one of this report alone."""
    if who.id:
        return who.id
    where = "" if who.name else record.report
    key = "|".join([_schema(who), who.name or words.line(who.text), who.country or "", where])
    return _id("entity", hashlib.sha256(key.encode("utf-8", "replace")).hexdigest()[:16])


def _id(kind: str, key: str) -> str:
    return f"onrecord-{kind}-{key}"
