"""CSV: one row a record, flattened for spreadsheets; what has several values is joined by " | ".

Spans, quotes' places and ids of entities are left to JSON Lines: CSV is for looking and counting.
A cell that a spreadsheet would take for a formula gets an apostrophe before it: news is hostile.
"""

from __future__ import annotations

import csv as table
import io
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from onrecord.record import Amount, Record

_FORMULA = ("=", "+", "-", "@", "\t", "\r")

COLUMNS: dict[str, tuple[str, Callable[[Record], Any]]] = {
    "id": ("the record's id", lambda r: r.id),
    "report": ("the report's id", lambda r: r.report),
    "event": ("PLOVER category, or STATEMENT", lambda r: r.event),
    "mode": ("PLOVER mode", lambda r: r.mode),
    "contexts": ("PLOVER contexts", lambda r: r.contexts),
    "cameo": ("CAMEO code", lambda r: r.cameo),
    "actors": ("who: names, or the words where no name is known", lambda r: _names(r.actors)),
    "actor_countries": ("their countries, ISO 3166-1 alpha-3", lambda r: _countries(r.actors)),
    "actor_sectors": ("their PLOVER sectors", lambda r: [e.sector or "" for e in r.actors]),
    "recipients": ("to whom, as for actors", lambda r: _names(r.recipients)),
    "recipient_countries": ("their countries", lambda r: _countries(r.recipients)),
    "recipient_sectors": ("their sectors", lambda r: [e.sector or "" for e in r.recipients]),
    "start": ("first day, ISO 8601; empty is open", lambda r: r.when.start),
    "end": ("last day, inclusive; empty is open", lambda r: r.when.end),
    "precision": ("day, week, month, quarter, year ...", lambda r: r.when.precision),
    "basis": ("stated, relative, context or published", lambda r: r.when.basis),
    "when_text": ("the words that say when", lambda r: r.when.text),
    "places": ("where: names, or the words", lambda r: _names(r.where)),
    "place_countries": ("their countries", lambda r: _countries(r.where)),
    "latitudes": ("degrees north", lambda r: ["" if p.lat is None else p.lat for p in r.where]),
    "longitudes": ("degrees east", lambda r: ["" if p.lon is None else p.lon for p in r.where]),
    "amounts": ("bound, value and unit", lambda r: [_amount(a) for a in r.amounts]),
    "status": ("what the innermost voice commits to", lambda r: r.status),
    "negated": ("true where the text says it didn't happen", lambda r: str(r.negated).lower()),
    "voices": ("on whose word, outermost first", lambda r: [v.text for v in r.voices]),
    "cues": ("the words that hand it on", lambda r: [v.cue or "" for v in r.voices]),
    "stances": ("says, alleges, denies, believes ...", lambda r: [v.stance for v in r.voices]),
    "quotes": ("what is verbatim in quotation marks", lambda r: [q.text for q in r.quotes]),
    "trigger": ("the words that name the happening", lambda r: r.trigger.text),
    "trigger_start": ("where they start, in code points", lambda r: r.trigger.span[0]),
    "evidence": ("the sentence or sentences it rests on", lambda r: r.evidence.text),
    "confidence": ("0 to 1", lambda r: r.confidence),
}
"""Each column's name, what it holds, and how it's got from a record; docs/exports.md lists them."""


def csv(records: Iterable[Record]) -> Iterator[bytes]:
    """The header, then a row for each record, in UTF-8 with RFC 4180's line ends."""
    yield _row(list(COLUMNS))
    for record in records:
        yield _row([_cell(value(record)) for _, value in COLUMNS.values()])


def guarded(text: str) -> str:
    """``text`` as a spreadsheet will show it, never run it."""
    return f"'{text}" if text.lstrip(" \n").startswith(_FORMULA) else text


def _row(cells: list[Any]) -> bytes:
    line = io.StringIO(newline="")
    table.writer(line).writerow(cells)
    return line.getvalue().encode()


def _cell(value: object) -> object:
    if isinstance(value, list):
        if len(value) == 1 and not isinstance(value[0], str):
            return value[0]
        value = " | ".join(str(part) for part in value) if any(p != "" for p in value) else ""
        # Longitudes begin with a minus and are ours: numbers and bars alone can't be formulas.
        if not value.strip("-0123456789.| "):
            return value
    return guarded(value) if isinstance(value, str) else value


def _names(values: Iterable[Any]) -> list[str]:
    return [value.name or value.text for value in values]


def _countries(values: Iterable[Any]) -> list[str]:
    return [value.country or "" for value in values]


def _amount(amount: Amount) -> str:
    if amount.value is None:
        return amount.text
    bound = "" if amount.bound == "exact" else amount.bound
    return " ".join(filter(None, [bound, f"{amount.value:,}", amount.unit]))
