"""Floors under our scores, which can't sink by accident.

bench/floors.json holds, for each watched score, the floor, the tolerance below it that still
passes, and the SHA-256 of the data that it was measured on. Floors go up by ``raised`` with
every better figure; down only by ``lowered``, which wants a reason and keeps it in the file.
Pure functions on plain values: reading, writing and measuring are the gate's.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fnmatch import fnmatchcase
from typing import Literal

import msgspec

Better = Literal["higher", "lower"]


class Watch(msgspec.Struct, frozen=True, kw_only=True):
    """Which scores get a floor: a shell pattern of names, and the tolerance they start with."""

    scores: str
    better: Better = "higher"
    tolerance: float


class Lowering(msgspec.Struct, frozen=True, kw_only=True):
    """When, from and to what, and why a floor went down."""

    date: str
    before: float
    after: float
    reason: str


class Floor(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A floor (a ceiling where lower is better); sha256 None: not measured since it was lowered."""

    floor: float
    tolerance: float
    sha256: str | None
    better: Better = "higher"
    lowered: list[Lowering] = []


class Floors(msgspec.Struct, frozen=True, kw_only=True):
    """The whole file."""

    watched: list[Watch] = []
    floors: dict[str, Floor] = {}


class Score(msgspec.Struct, frozen=True):
    """A measured value and the SHA-256 of its data."""

    value: float
    sha256: str


def failures(scores: Mapping[str, Score], floors: Floors) -> list[str]:
    """What sank: one line each. A score on other data than its floor's fails as well."""
    lines = []
    for name, floor in floors.floors.items():
        score = scores.get(name)
        if score is None:
            continue
        if floor.sha256 not in (None, score.sha256):
            lines.append(f"{name}: {score.value:.2f} is of other data than its floor {floor.floor}")
        elif _gain(round(score.value, 2), floor) < -floor.tolerance:  # floors are in hundredths
            lines.append(
                f"{name}: {score.value:.2f}, floor {floor.floor} with tolerance {floor.tolerance}"
            )
    return lines


def _gain(value: float, floor: Floor) -> float:
    gain = value - floor.floor if floor.better == "higher" else floor.floor - value
    return round(gain, 6)  # 90.0 - 89.7 must not fail a tolerance of 0.3


def raised(scores: Mapping[str, Score], floors: Floors) -> Floors:
    """Floors put up to every figure as good or better, and new ones under watched scores."""
    known = dict(floors.floors)
    for name, score in sorted(scores.items()):
        value = round(score.value, 2)
        if name in known:
            if _gain(value, known[name]) >= 0:
                known[name] = msgspec.structs.replace(known[name], floor=value, sha256=score.sha256)
        elif watch := _watch(name, floors.watched):
            known[name] = Floor(
                floor=value,
                tolerance=watch.tolerance,
                sha256=score.sha256,
                better=watch.better,
            )
    return msgspec.structs.replace(floors, floors=dict(sorted(known.items())))


def _watch(name: str, watched: Sequence[Watch]) -> Watch | None:
    return next((watch for watch in watched if fnmatchcase(name, watch.scores)), None)


def lowered(floors: Floors, name: str, value: float, *, reason: str, date: str) -> Floors:
    """The floor of ``name`` put down to ``value``, with its reason and date kept.

    The new floor holds for any data until it is raised again. Raises ValueError for an unknown
    score, an empty reason, or a value that is no lowering.
    """
    if name not in floors.floors:
        raise ValueError(f"{name} has no floor")
    if not reason.strip():
        raise ValueError("lowering a floor needs a reason")
    floor = floors.floors[name]
    gain = _gain(value, floor)
    if gain > 0:
        raise ValueError(f"{value} is better than the floor {floor.floor}: use --raise")
    entry = Lowering(date=date, before=floor.floor, after=value, reason=reason.strip())
    new = msgspec.structs.replace(floor, floor=value, sha256=None, lowered=[*floor.lowered, entry])
    return msgspec.structs.replace(floors, floors={**floors.floors, name: new})
