"""Records as related tables: what the CSV package and Parquet both hold, each column said once.

``records`` is for looking and counting; what a record has several of (parties, voices, places,
amounts, quotes) is a table of its own, a row each, so that nothing is lost in joining: with
``text``, reports and records come back out of them as they were.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Literal

import msgspec

from onrecord.exports.parts import day, short
from onrecord.record import Entity, Record
from onrecord.report import Report

Type = Literal["string", "integer", "number", "boolean", "date"]


class Column(msgspec.Struct, frozen=True):
    """text: it holds the report's own sentences, and is there on request only."""

    type: Type
    about: str
    text: bool = False


class Table(msgspec.Struct, frozen=True, kw_only=True):
    """rows: a report and its records to the rows, each as a dict by column."""

    about: str
    key: tuple[str, ...]
    columns: dict[str, Column]
    rows: Callable[[Report, list[Record], bool], Iterator[dict[str, Any]]]


def _reports(report: Report, records: list[Record], text: bool) -> Iterator[dict[str, Any]]:
    yield {
        "report": records[0].report if records else report.id,
        "title": report.title,
        "outlet": report.outlet,
        "address": report.address,
        "published": report.published,
        "text": report.text,
    }


def _records(report: Report, records: list[Record], text: bool) -> Iterator[dict[str, Any]]:
    for record in records:
        when = record.when
        yield {
            "record": record.id,
            "report": record.report,
            "event": record.event,
            "mode": record.mode,
            "contexts": " | ".join(record.contexts) or None,
            "cameo": record.cameo,
            "start": day(when.start),
            "end": day(when.end),
            "precision": when.precision,
            "basis": when.basis,
            "when_text": when.text,
            **_span("when", when.span),
            "status": record.status,
            "negated": record.negated,
            "trigger": record.trigger.text,
            **_span("trigger", record.trigger.span),
            **_span("evidence", record.evidence.span),
            "evidence": record.evidence.text,
            "confidence": record.confidence,
        }


def _participants(report: Report, records: list[Record], text: bool) -> Iterator[dict[str, Any]]:
    for record in records:
        for side, entities in (("actor", record.actors), ("recipient", record.recipients)):
            for place, who in enumerate(entities):
                yield {"record": record.id, "side": side, "voice": -1, "place": place, **_who(who)}
        for voice, told in enumerate(record.voices):
            for place, who in enumerate(told.entities):
                yield {
                    "record": record.id, "side": "voice", "voice": voice, "place": place,
                    **_who(who),
                }  # fmt: skip


def _voices(report: Report, records: list[Record], text: bool) -> Iterator[dict[str, Any]]:
    for record in records:
        for place, voice in enumerate(record.voices):
            yield {
                "record": record.id, "place": place, "text": voice.text,
                "start": voice.span[0], "end": voice.span[1], "cue": voice.cue,
                **_span("cue", voice.cue_span), "stance": voice.stance,
            }  # fmt: skip


def _places(report: Report, records: list[Record], text: bool) -> Iterator[dict[str, Any]]:
    for record in records:
        for number, place in enumerate(record.where):
            yield {
                "record": record.id, "place": number, "text": place.text,
                "start": place.span[0], "end": place.span[1], "name": place.name,
                "country": place.country, "admin1": place.admin1, "lat": place.lat,
                "lon": place.lon, "geonames": place.geonames,
            }  # fmt: skip


def _amounts(report: Report, records: list[Record], text: bool) -> Iterator[dict[str, Any]]:
    for record in records:
        for place, amount in enumerate(record.amounts):
            yield {
                "record": record.id, "place": place, "text": amount.text,
                "start": amount.span[0], "end": amount.span[1], "value": amount.value,
                "bound": amount.bound, "unit": amount.unit,
            }  # fmt: skip


def _quotes(report: Report, records: list[Record], text: bool) -> Iterator[dict[str, Any]]:
    for record in records:
        for place, quote in enumerate(record.quotes):
            yield {
                "record": record.id, "place": place, "text": short(quote, text=text),
                "start": quote.span[0], "end": quote.span[1],
            }  # fmt: skip


def _who(who: Entity) -> dict[str, Any]:
    return {
        "text": who.text, "start": who.span[0], "end": who.span[1], "name": who.name,
        "kind": who.kind, "country": who.country, "sector": who.sector, "role": who.role,
        "wikidata": who.id,
    }  # fmt: skip


def _span(name: str, span: tuple[int, int] | None) -> dict[str, int | None]:
    start, end = span or (None, None)
    return {f"{name}_start": start, f"{name}_end": end}


def _part(what: str) -> dict[str, Column]:
    """The columns of every table of parts: whose they are, which, and where they stand."""
    return {
        "record": Column("string", "the record's id"),
        "place": Column("integer", f"which {what} of the record, from 0"),
        "text": Column("string", "the words"),
        "start": Column("integer", "where they start, in code points of the report's text"),
        "end": Column("integer", "where they end"),
    }


TABLES: dict[str, Table] = {
    "reports": Table(
        about="the reports that the records are of",
        key=("report",),
        rows=_reports,
        columns={
            "report": Column("string", "the report's id"),
            "title": Column("string", "its title"),
            "outlet": Column("string", "who published it"),
            "address": Column("string", "where it was found"),
            "published": Column("date", "the day of publication"),
            "text": Column("string", "only with `--text`: the report's text", True),
        },
    ),
    "records": Table(
        about="one happening as one report tells it",
        key=("record",),
        rows=_records,
        columns={
            "record": Column("string", "the record's id"),
            "report": Column("string", "the report's id"),
            "event": Column("string", "PLOVER category, or STATEMENT"),
            "mode": Column("string", "PLOVER mode"),
            "contexts": Column("string", "PLOVER contexts, joined by ` | `"),
            "cameo": Column("string", "CAMEO code"),
            "start": Column("date", "first day; empty is open"),
            "end": Column("date", "last day, inclusive; empty is open"),
            "precision": Column("string", "day, week, month, quarter, year ..."),
            "basis": Column("string", "stated, relative, context or published"),
            "when_text": Column("string", "the words that say when"),
            "when_start": Column("integer", "where they start"),
            "when_end": Column("integer", "where they end"),
            "status": Column("string", "what the innermost voice commits to"),
            "negated": Column("boolean", "true where the text says that it did not happen"),
            "trigger": Column("string", "the words that name the happening"),
            "trigger_start": Column("integer", "where they start"),
            "trigger_end": Column("integer", "where they end"),
            "evidence_start": Column("integer", "where the sentences that it rests on start"),
            "evidence_end": Column("integer", "where they end"),
            "evidence": Column("string", "only with `--text`: the sentences", True),
            "confidence": Column("number", "0 to 1"),
        },
    ),
    "participants": Table(
        about="who: the actors and recipients of records, and whoever is behind a voice",
        key=("record", "side", "voice", "place"),
        rows=_participants,
        columns={
            "record": Column("string", "the record's id"),
            "side": Column("string", "actor, recipient or voice"),
            "voice": Column("integer", "which voice they stand behind, from 0; -1 for the others"),
            "place": Column("integer", "which of them, from 0"),
            "text": Column("string", "the words"),
            "start": Column("integer", "where they start, in code points of the report's text"),
            "end": Column("integer", "where they end"),
            "name": Column("string", "what the words mean; empty where nobody knows"),
            "kind": Column("string", "person, state, organisation, group, people or place"),
            "country": Column("string", "ISO 3166-1 alpha-3"),
            "sector": Column("string", "PLOVER sector"),
            "role": Column("string", "the role, as the text gives it"),
            "wikidata": Column("string", "Wikidata id"),
        },
    ),
    "voices": Table(
        about="on whose word, outermost first",
        key=("record", "place"),
        rows=_voices,
        columns={
            **_part("voice"),
            "cue": Column("string", "the words that hand it on"),
            "cue_start": Column("integer", "where they start"),
            "cue_end": Column("integer", "where they end"),
            "stance": Column("string", "says, alleges, denies, believes, intends or wishes"),
        },
    ),
    "places": Table(
        about="where",
        key=("record", "place"),
        rows=_places,
        columns={
            **_part("place"),
            "name": Column("string", "the place's name"),
            "country": Column("string", "ISO 3166-1 alpha-3"),
            "admin1": Column("string", "first-level region"),
            "lat": Column("number", "degrees north"),
            "lon": Column("number", "degrees east"),
            "geonames": Column("integer", "GeoNames id"),
        },
    ),
    "amounts": Table(
        about="how many",
        key=("record", "place"),
        rows=_amounts,
        columns={
            **_part("amount"),
            "value": Column("number", "the number; empty where the words name none"),
            "bound": Column("string", "exact, more, less, about or range"),
            "unit": Column("string", "of what"),
        },
    ),
    "quotes": Table(
        about="what is verbatim in quotation marks",
        key=("record", "place"),
        rows=_quotes,
        columns={
            **_part("quote"),
            "text": Column("string", "the words; cut to 280 characters without `--text`"),
        },
    ),
}  # fmt: skip
"""Every table, in the order in which they refer to each other."""

COLUMNS = {
    name: {column: each.about for column, each in table.columns.items()}
    for name, table in TABLES.items()
}


def columns(table: Table, *, text: bool) -> dict[str, Column]:
    """A table's columns: those of the report's text only where ``text`` is asked for."""
    return {name: each for name, each in table.columns.items() if text or not each.text}


def refers(name: str) -> tuple[str, str] | None:
    """The column of a table by which it refers to another one, and that other one."""
    if name == "reports":
        return None
    return ("report", "reports") if name == "records" else ("record", "records")


def codebook(*, text: bool) -> Iterator[tuple[str, str, str, str]]:
    """Table, column, type and what it holds."""
    for name, table in TABLES.items():
        for column, each in columns(table, text=text).items():
            yield name, column, each.type, each.about
