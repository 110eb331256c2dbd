"""A record as rows of the ledger's tables: pure functions, so that the tables can be made anew."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import permutations, product

import msgspec

from onrecord.record import Entity, Record

ONTOLOGY = "PLOVER 2.0"

_ENCODER = msgspec.json.Encoder()
_LEADING = re.compile(r"^(?:the|a|an)\s+")

Cell = str | int | float | None


def record(one: Record) -> dict[str, Cell]:
    """The columns of ``records`` that follow from the record alone."""
    when = one.when
    return {
        "id": one.id,
        "event": one.event,
        "mode": one.mode,
        "cameo": one.cameo,
        "status": one.status,
        "negated": int(one.negated),
        "start": when.start,
        "end": when.end,
        "day": day(one),
        "precision": when.precision,
        "basis": when.basis,
        "confidence": one.confidence,
        "json": _ENCODER.encode(one).decode(),
    }


def day(one: Record) -> str:
    """The day that a record is sorted by: its first, or its last where that's all that's known."""
    return one.when.start or one.when.end or ""


def participants(one: Record) -> Iterator[dict[str, Cell]]:
    """The rows of ``participants``: everyone who acts, is acted on, or is cited.

    A voice that was not resolved to anyone stands under its own words.
    """
    for role, entities in (("actor", one.actors), ("recipient", one.recipients)):
        for position, entity in enumerate(entities):
            yield _participant(role, position, entity, None)
    position = 0
    for voice in one.voices:
        for entity in voice.entities or [Entity(text=voice.text, span=voice.span)]:
            yield _participant("voice", position, entity, voice.stance)
            position += 1


def _participant(role: str, position: int, entity: Entity, stance: str | None) -> dict[str, Cell]:
    name = " ".join((entity.name or entity.text).split())
    return {
        "role": role,
        "position": position,
        "name": name,
        "key": key(name),
        "kind": entity.kind,
        "country": entity.country,
        "sector": entity.sector,
        "wikidata": entity.id,
        "stance": stance,
    }


def pairs(one: Record) -> list[tuple[str, str]]:
    """The rows of ``pairs``: actor's country and recipient's, or two actors' both ways."""
    actors = list(dict.fromkeys(e.country for e in one.actors if e.country))
    recipients = list(dict.fromkeys(e.country for e in one.recipients if e.country))
    # Those who act together on somebody else do nothing to each other.
    both = product(actors, recipients) if one.recipients else permutations(actors, 2)
    return sorted({(a, b) for a, b in both if a != b})


def key(name: str) -> str:
    """The form that names are compared in: no case, accents, articles or double spaces."""
    plain = unicodedata.normalize("NFKD", name).casefold()
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return _LEADING.sub("", " ".join(plain.replace("’", "'").split()))
