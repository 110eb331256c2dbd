"""Which records tell of one happening: pure functions over tellings, and what people decided.

Blocking: two records are compared only where they have the same event, share somebody who took
part (a country, a name), and their days are near. The likeness learned from marked pairs
(``likeness``) says how much alike they are, and average link (``clusters``) which belong
together. Each step is a function of the set of records: in whatever order reports arrive, the
accounts are the same, and a new record changes only those of the component it falls into.

Records of which nobody is known to have taken part stand alone until a person says otherwise.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, timedelta

import msgspec

from onrecord.ledger.clusters import cluster, component
from onrecord.ledger.decisions import Pair, Rules, pair
from onrecord.ledger.likeness import Weights, likeness, reasons, weights
from onrecord.ledger.told import Told

SLACK = 1
"""Days that two dates may lie apart: night falls earlier in the east."""
LATE = 3
"""Days before its publication on which an undated happening may have been."""
LONG = timedelta(days=366)
OPEN = 31
"""Days that an open side of a date is taken to reach."""
SAME_DAY, OTHER_DAY = 1.0, -1.0
"""What is added to the sum of the likeness where both texts say when: it can't be learned from
articles without a day of publication, so it is set by hand."""


class Member(msgspec.Struct, frozen=True, kw_only=True):
    """A record's place in an account: mean likeness to its other records (1: it stands alone),
    and what spoke for it."""

    record: str
    score: float
    reason: str


def window(one: Told) -> tuple[date, date] | None:
    """The days on which the happening may have been, with room for how dates are told; None
    where nothing is known."""
    start, end = _day(one.start), _day(one.end)
    if start is None and end is None:
        return None
    first = start or moved(end or date.min, -OPEN)
    last = end or moved(first, OPEN)
    early = SLACK if one.spoken else LATE
    return moved(first, -early), moved(max(first, last), SLACK)


def comparable(one: Told, other: Told) -> bool:
    """Whether two records may tell of one happening at all."""
    if one.event != other.event or not one.parties & other.parties or _others(one, other):
        return False
    mine, theirs = window(one), window(other)  # began more than a year apart: two happenings
    if mine is None or theirs is None:
        return mine is theirs
    began = abs((mine[0] - theirs[0]).days)
    return mine[0] <= theirs[1] and theirs[0] <= mine[1] and began <= LONG.days


def _others(one: Told, other: Told) -> bool:
    """Whether somebody else acted, or was acted on: neither's actors (recipients) stand on any
    side of the other. A guest and a host change sides from report to report, so both count."""
    for mine, theirs in zip(one.sides, other.sides, strict=True):
        apart = mine.isdisjoint(other.parties) and theirs.isdisjoint(one.parties)
        if mine and theirs and apart:
            return True
    return False


def alike(one: Told, other: Told, by: Weights | None = None) -> float:
    """The likeness of two comparable records; their days and modes weigh in."""
    by = by or weights()
    shift = 0.0
    if one.spoken and other.spoken and one.start and other.start:
        overlap = one.start <= (other.end or other.start) and other.start <= (one.end or one.start)
        shift += SAME_DAY if overlap else OTHER_DAY
    if one.mode and other.mode and one.mode != other.mode:
        shift += OTHER_DAY
    return likeness(one, other, msgspec.structs.replace(by, bias=by.bias + shift))


class Block:
    """Tellings in memory, found by their blocks; ``neighbours`` gives candidates with likeness."""

    def __init__(self, tellings: Iterable[Told] = (), by: Weights | None = None) -> None:
        self.by = by or weights()
        self.told: dict[str, Told] = {}
        self._blocks: dict[tuple[str, str, str], list[str]] = defaultdict(list)
        for one in tellings:
            self.add(one)

    def add(self, one: Told) -> None:
        """Take in a telling."""
        if one.id not in self.told:
            self.told[one.id] = one
            for block in blocks(one):
                self._blocks[block].append(one.id)

    def neighbours(self, name: str) -> dict[str, float]:
        """Every record that this one may be compared with, and how alike they are."""
        one = self.told[name]
        found = {other for block in sought(one) for other in self._blocks.get(block, ())} - {name}
        return {
            other: alike(one, self.told[other], self.by)
            for other in sorted(found)
            if comparable(one, self.told[other])
        }


def blocks(one: Told) -> Iterator[tuple[str, str, str]]:
    """The blocks that a telling is kept in: event, party, and a time."""
    days = window(one)
    kept = ["never"] if days is None else _times(*days)[0]
    return ((one.event, party, time) for party in sorted(one.parties) for time in kept)


def sought(one: Told) -> Iterator[tuple[str, str, str]]:
    """The blocks in which those stand that a telling may be compared with."""
    days = window(one)
    among = ["never"] if days is None else _times(*days)[1]
    return ((one.event, party, time) for party in sorted(one.parties) for time in among)


def groups(
    seeds: Iterable[str],
    neighbours: Callable[[str], Mapping[str, float]],
    rules: Rules,
    by: Weights | None = None,
) -> list[list[str]]:
    """The accounts of all records that hang together with ``seeds``, as lists of ids.

    Records that a person called wrong are in none.
    """
    by = by or weights()
    decided: dict[str, set[str]] = defaultdict(set)
    for one, other in rules.same:
        decided[one].add(other)
        decided[other].add(one)
    known: dict[str, Mapping[str, float]] = {}

    def around(name: str) -> Mapping[str, float]:
        if name not in known:
            found = {n: s for n, s in neighbours(name).items() if n not in rules.wrong}
            found |= {other: 1.0 for other in decided[name] if other not in rules.wrong}
            known[name] = found
        return known[name]

    items, scores = component(
        [seed for seed in seeds if seed not in rules.wrong], around, by.threshold
    )
    return cluster(items, scores, by.threshold, same=rules.same, apart=rules.apart)


def group(
    tellings: Iterable[Told], rules: Rules | None = None, by: Weights | None = None
) -> list[list[str]]:
    """The accounts of these tellings, all in memory."""
    block = Block(tellings, by)
    return groups(block.told, block.neighbours, rules or Rules(), by)


def members(told: Mapping[str, Told], names: list[str], rules: Rules) -> list[Member]:
    """How well each record of an account belongs to it, and why."""
    found = []
    for name in names:
        others = [other for other in names if other != name]
        scores = {other: _score(told, pair(name, other), rules) for other in others}
        if not scores:
            found.append(Member(record=name, score=1.0, reason="alone"))
            continue
        best = max(sorted(scores), key=lambda other: scores[other])
        why = (
            "decided"
            if pair(name, best) in rules.same
            else "; ".join(reasons(told[name], told[best]))
        )
        mean = sum(scores.values()) / len(scores)
        found.append(Member(record=name, score=mean, reason=why or "little speaks against it"))
    return found


def _score(told: Mapping[str, Told], both: Pair, rules: Rules) -> float:
    return 1.0 if both in rules.same else alike(told[both[0]], told[both[1]])


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10]) if text else None
    except ValueError:
        return None


def moved(day: date, days: int) -> date:
    """A day some days later, but not out of the calendar."""
    number = day.toordinal() + days
    return date.fromordinal(min(max(number, 1), date.max.toordinal()))


def _times(first: date, last: date) -> tuple[list[str], list[str]]:
    """Under which times a span is kept, and under which those stand that overlap it.

    A short span is kept by months; a long one, which has too many, by years only.
    """
    years = range(first.year, last.year + 1)
    long = [f"{year} long" for year in years]
    short = [f"{year} short" for year in years]
    if last - first > LONG:
        return long, [*long, *short]
    ends = first.year * 12 + first.month - 1, last.year * 12 + last.month
    months = [f"{number // 12}-{number % 12 + 1:02}" for number in range(*ends)]
    return [*months, *short], [*months, *long]
