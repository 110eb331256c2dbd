"""What a reader of a whole report should put on record, and which field of a record is right.

The expected records stand in bench/reports/NAME.json; bench/reports/README.md says how they
were written. A field has one right answer, or several where careful readers would differ
(``alternatives``, ``*_alternatives``); an entity or place marked optional may be left out.
Nothing here knows how records are found: predicted records come in, true or false goes out,
None where the gold leaves the field open.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

import msgspec

from bench.common import matching
from onrecord.record import Entity, Part, Place, Record, Span, When


class Expected(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Base of the gold's parts: a misspelt key is an error, not an open field."""


class Actor(Expected, frozen=True, kw_only=True):
    """An actor, recipient or place as the gold gives it."""

    text: str
    name: str | None = None
    country: str | None = None
    sector: str | None = None
    optional: bool = False


class Day(Expected, frozen=True, kw_only=True):
    """As ``onrecord.record.When``, without its words."""

    start: str | None
    end: str | None
    precision: str | None
    basis: str


class Count(Expected, frozen=True, kw_only=True):
    """As ``onrecord.record.Amount``; value None: any."""

    text: str
    value: float | None = None
    bound: str = "exact"
    unit: str | None = None
    optional: bool = False


class Source(Expected, frozen=True, kw_only=True):
    """As ``onrecord.record.Voice``; outermost first."""

    text: str
    cue: str | None = None
    stance: str | None = None


class Gold(Expected, frozen=True, kw_only=True):
    """One expected record. ``occurrence`` counts the trigger's whole-word occurrences from 0.

    An optional record may be found or left out: it counts in precision, never in recall.
    """

    trigger: str
    event: str
    status: str
    when: Day
    occurrence: int = 0
    alternatives: list[str] = []
    mode: str | None = None
    mode_alternatives: list[str | None] = []
    actors: list[Actor] = []
    recipients: list[Actor] = []
    when_alternatives: list[Day] = []
    where: list[Actor] = []
    amounts: list[Count] = []
    status_alternatives: list[str] = []
    negated: bool = False
    voices: list[Source] = []
    optional: bool = False
    note: str | None = None


def occurrences(text: str, words: str) -> list[Span]:
    """Where the words stand in the text as whole words."""
    pattern = rf"(?<!\w){re.escape(words)}(?!\w)"
    return [match.span() for match in re.finditer(pattern, text)]


def trigger_span(text: str, gold: Gold) -> Span:
    """Where the gold's trigger stands. Raises ValueError where it doesn't."""
    found = occurrences(text, gold.trigger)
    if gold.occurrence >= len(found):
        raise ValueError(f"trigger {gold.trigger!r} [{gold.occurrence}] is not in the text")
    return found[gold.occurrence]


def right_event(record: Record, gold: Gold) -> bool:
    """The category, or one of those that would do."""
    return record.event in (gold.event, *gold.alternatives)


def _mode(record: Record, gold: Gold, _: str) -> bool | None:
    # A mode belongs to its category: under an alternative one the gold says nothing of it.
    if record.event != gold.event and right_event(record, gold):
        return None
    return record.mode in (gold.mode, *gold.mode_alternatives)


def _when(record: Record, gold: Gold, _: str) -> bool:
    return any(_same_days(record.when, day) for day in (gold.when, *gold.when_alternatives))


def _basis(record: Record, gold: Gold, _: str) -> bool:
    days = (gold.when, *gold.when_alternatives)
    # Of several answers that of the days given counts; where none has these days, any.
    same = [day for day in days if _same_days(record.when, day)] or days
    return any(record.when.basis == day.basis for day in same)


def _same_days(when: When, day: Day) -> bool:
    return (when.start, when.end, when.precision) == (day.start, day.end, day.precision)


def _voices(record: Record, gold: Gold, text: str) -> bool:
    if len(record.voices) != len(gold.voices):
        return False
    return all(
        _same_words(voice, source.text, text)
        and (source.stance is None or voice.stance == source.stance)
        for voice, source in zip(record.voices, gold.voices, strict=True)
    )


def _same_words(part: Part, words: str, text: str) -> bool:
    return any(overlap(part.span, span) for span in occurrences(text, words))


def overlap(one: Span, other: Span) -> bool:
    """Whether two spans share a code point."""
    return one[0] < other[1] and other[0] < one[1]


def same_entity(entity: Entity | Place, gold: Actor) -> bool:
    """The same country, or the same name where one of them has no country or both name it."""
    if gold.country and entity.country == gold.country:
        return True
    return same_name(entity, gold)


def same_name(entity: Entity | Place, gold: Actor) -> bool:
    """The same name, whatever its capitals and article."""
    return _plain(entity.name or entity.text) == _plain(gold.name or gold.text)


def _plain(name: str) -> str:
    return re.sub(r"^(the|a|an) ", "", name.casefold())


def _fits(
    found: Sequence[Entity | Place],
    gold: Sequence[Actor],
    same: Callable[[Entity | Place, Actor], bool],
) -> bool:
    """Whether one to one all that was found is expected and all that is required was found."""
    edges = {i: [j for j, g in enumerate(gold) if same(e, g)] for i, e in enumerate(found)}
    required = {
        j: [i for i, e in enumerate(found) if same(e, g)]
        for j, g in enumerate(gold)
        if not g.optional
    }
    # A matching that covers the one side and one that covers the other make one that
    # covers both (Mendelsohn and Dulmage 1958).
    return len(matching(edges)) == len(found) and len(matching(required)) == len(required)


def _amounts(record: Record, gold: Gold, _: str) -> bool:
    found = [(amount.value, amount.bound) for amount in record.amounts]
    for count in sorted(gold.amounts, key=lambda count: (count.optional, count.value is None)):
        hit = next((f for f in found if f[1] == count.bound and count.value in (None, f[0])), None)
        if hit is not None:
            found.remove(hit)
        elif not count.optional:
            return False
    return not found


def _sectors(record: Record, gold: Gold, _: str) -> bool | None:
    entities = [*record.actors, *record.recipients]
    wanted = [g for g in (*gold.actors, *gold.recipients) if g.sector and not g.optional]
    if not wanted:
        return None
    return all(any(same_entity(e, g) and e.sector == g.sector for e in entities) for g in wanted)


FIELDS: dict[str, Callable[[Record, Gold, str], bool | None]] = {
    "event": lambda record, gold, _: right_event(record, gold),
    "mode": _mode,
    "actors": lambda record, gold, _: _fits(record.actors, gold.actors, same_entity),
    "recipients": lambda record, gold, _: _fits(record.recipients, gold.recipients, same_entity),
    "when": _when,
    "basis": _basis,
    "status": lambda record, gold, _: record.status in (gold.status, *gold.status_alternatives),
    "negated": lambda record, gold, _: record.negated == gold.negated,
    "voices": _voices,
}
"""The fields of the mean: whether a record's field is right, given the report's text."""

BESIDE: dict[str, Callable[[Record, Gold, str], bool | None]] = {
    "where": lambda record, gold, _: _fits(record.where, gold.where, same_name),
    "amounts": _amounts,
    "sectors": _sectors,
}
"""Fields that are shown beside the mean: names of places; value and bound; sectors."""
