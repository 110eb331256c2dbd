"""Answers as tables: whatever a question gives, a row each, for Arrow, pandas or Polars.

>>> frames.pandas(ledger.timeline("PRK", "RUS"))
>>> frames.polars(ledger.voices(of="RUS"))

A record is flattened: names joined by " | ", the report's fields behind it; so is an account,
without its words. Days stay text, since a record's day may be no calendar's.
"""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from typing import Any

import msgspec

from onrecord.errors import OnrecordError
from onrecord.ledger.asking import line
from onrecord.ledger.questions import Told
from onrecord.ledger.summary import Account
from onrecord.record import Entity, Record


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """A record and its report as one row."""

    id: str
    event: str
    mode: str | None
    status: str
    negated: bool
    start: str | None
    end: str | None
    actors: str
    recipients: str
    countries: str
    places: str
    voices: str
    trigger: str
    evidence: str
    confidence: float
    report: str
    title: str | None = None
    outlet: str | None = None
    address: str | None = None
    published: str | None = None


def rows(values: Iterable[msgspec.Struct]) -> list[dict[str, Any]]:
    """The values as plain rows; nested ones that nothing flattens stay lists and mappings."""
    return [msgspec.to_builtins(_flat(value)) for value in values]


def arrow(values: Iterable[msgspec.Struct]) -> Any:
    """The values as ``pyarrow.Table``; without values it has no columns either."""
    return import_module("pyarrow").Table.from_pylist(rows(values))


def pandas(values: Iterable[msgspec.Struct]) -> Any:
    """The values as ``pandas.DataFrame``. Raises OnrecordError E039 without pandas."""
    return needed("pandas").DataFrame(rows(values))


def polars(values: Iterable[msgspec.Struct]) -> Any:
    """The values as ``polars.DataFrame``. Raises OnrecordError E039 without Polars."""
    return needed("polars").DataFrame(rows(values), infer_schema_length=None)


def needed(library: str) -> Any:
    """A library that need not be there. Raises OnrecordError E039 where it isn't."""
    try:
        return import_module(library)
    except ImportError:
        raise OnrecordError("E039", library=library) from None


def _flat(value: msgspec.Struct) -> msgspec.Struct:
    if isinstance(value, Account):
        return line(value)
    if isinstance(value, Record):
        return _row(value)
    if isinstance(value, Told):
        report = {
            "title": value.title,
            "outlet": value.outlet,
            "address": value.address,
            "published": value.published,
        }
        return msgspec.structs.replace(_row(value.record), **report)
    return value


def _row(record: Record) -> Row:
    sides = (*record.actors, *record.recipients)
    return Row(
        id=record.id,
        event=record.event,
        mode=record.mode,
        status=record.status,
        negated=record.negated,
        start=record.when.start,
        end=record.when.end,
        actors=_names(record.actors),
        recipients=_names(record.recipients),
        countries=_joined(dict.fromkeys(one.country for one in sides if one.country)),
        places=_joined(place.name or place.text for place in record.where),
        voices=_joined(_names(voice.entities) or voice.text for voice in record.voices),
        trigger=record.trigger.text,
        evidence=record.evidence.text,
        confidence=record.confidence,
        report=record.report,
    )


def _names(entities: Iterable[Entity]) -> str:
    return _joined(entity.name or entity.text for entity in entities)


def _joined(parts: Iterable[str]) -> str:
    return " | ".join(parts)
