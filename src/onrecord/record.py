"""A record and its parts: plain frozen values, the project's public contract.

One record is one happening as one report tells it. It never says that a thing
is true: it says who says so. Every value that came from the text carries the
span that it came from, ``[start, end)`` in code points of the report's text.
"""

from __future__ import annotations

import hashlib
from typing import Literal

import msgspec

Span = tuple[int, int]

Status = Literal[
    "asserted", "attributed", "alleged", "denied", "believed", "intended", "wished", "conditional"
]
Stance = Literal["says", "alleges", "denies", "believes", "intends", "wishes"]
Kind = Literal["person", "state", "organisation", "group", "people", "place"]
Basis = Literal["stated", "relative", "context", "published"]
Bound = Literal["exact", "more", "less", "about", "range"]


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """Words of a report: ``report.text[span[0]:span[1]] == text``."""

    text: str
    span: Span


class Entity(Part, frozen=True, kw_only=True):
    """Who: what stands in the text (``text``) and what it means (``name``).

    country is ISO 3166-1 alpha-3, sector a PLOVER sector, role as the text
    gives it, id a Wikidata id. What can't be resolved is None.
    """

    name: str | None = None
    kind: Kind | None = None
    country: str | None = None
    sector: str | None = None
    role: str | None = None
    id: str | None = None


class When(msgspec.Struct, frozen=True, kw_only=True):
    """The happening's own date: ISO 8601 days, ``end`` inclusive, None is open.

    precision is day, week, month, quarter, season, year, decade, ... or None;
    text and span are None where no words say the date (basis ``published``).
    """

    start: str | None = None
    end: str | None = None
    precision: str | None = None
    text: str | None = None
    span: Span | None = None
    basis: Basis = "published"


class Place(Part, frozen=True, kw_only=True):
    """Where: a place that the text ties to the happening."""

    name: str | None = None
    country: str | None = None
    admin1: str | None = None
    lat: float | None = None
    lon: float | None = None
    geonames: int | None = None


class Amount(Part, frozen=True, kw_only=True):
    """How many: "over 10,000 troops" is 10000, ``more``, ``troops``."""

    value: float | int | None = None
    bound: Bound = "exact"
    unit: str | None = None


class Voice(Part, frozen=True, kw_only=True):
    """Whoever the report cites, by which words (``cue``) and in what stance."""

    cue: str | None = None
    cue_span: Span | None = None
    stance: Stance = "says"
    entities: list[Entity] = []


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """One happening as one report tells it; the fields are those of docs/record.md."""

    id: str
    report: str
    event: str
    mode: str | None = None
    contexts: list[str] = []
    cameo: str | None = None
    actors: list[Entity] = []
    recipients: list[Entity] = []
    when: When
    where: list[Place] = []
    amounts: list[Amount] = []
    status: Status
    negated: bool = False
    voices: list[Voice] = []
    quotes: list[Part] = []
    trigger: Part
    evidence: Part
    retold: list[Part] = []
    confidence: float


def record_id(report: str, trigger: Span, event: str) -> str:
    """Stable id of the record in ``report`` whose trigger words stand at ``trigger``."""
    key = f"{report}:{trigger[0]}:{trigger[1]}:{event}".encode()
    return hashlib.sha256(key).hexdigest()[:16]


def denial_id(report: str, trigger: Span, event: str, cue: int) -> str:
    """Stable id of the record that a cue, which starts at ``cue``, denies what an earlier sentence
    told by the words at ``trigger``: the record told there has these words' own id."""
    return record_id(report, trigger, f"{event}:{cue}")
