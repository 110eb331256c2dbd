"""One happening told twice by the same voice is one record, with the further sentences beside it.

Two records are one if they say the same of the same people: category, status, voices and
participants agree as far as both know them, no date or amount contradicts, and their naming
words share a stem ("arrested", "the arrest"), the baseline of cross-document coreference
(Cybulska and Vossen 2014).
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from onrecord.record import Entity, Part, Record

STEM = 5  # letters


def joined(records: Sequence[Record]) -> list[Record]:
    """The records in their order; one told again is left out, and in ``retold`` of the first."""
    kept: list[Record] = []
    for record in records:
        place = next((at for at, known in enumerate(kept) if _same(known, record)), None)
        if place is None:
            kept.append(record)
        else:
            kept[place] = _fuller(kept[place], record)
    return kept


def _same(one: Record, other: Record) -> bool:
    if (one.event, one.status, one.negated) != (other.event, other.status, other.negated):
        return False
    if one.event == "STATEMENT" or one.evidence.span == other.evidence.span:
        return False
    return (
        _stem(one) == _stem(other)
        and (one.mode == other.mode or None in (one.mode, other.mode))
        and _agree(one.actors, other.actors)
        and _agree(one.recipients, other.recipients)
        and bool(one.actors or one.recipients)
        and _voices(one) == _voices(other)
        and _same_time(one, other)
        and _same_amounts(one, other)
    )


def _stem(record: Record) -> str:
    return record.trigger.text.split()[-1].lower()[:STEM]


def _agree(one: Sequence[Entity], other: Sequence[Entity]) -> bool:
    """Whether both name the same, or one side names nobody."""
    left, right = ({_key(entity) for entity in side} for side in (one, other))
    return not left or not right or left <= right or right <= left


def _key(entity: Entity) -> str:
    return (entity.name or entity.text).casefold()


def _voices(record: Record) -> list[tuple[str, ...]]:
    return [
        (voice.stance, *sorted(_key(entity) for entity in voice.entities))
        for voice in record.voices
    ]


def _same_time(one: Record, other: Record) -> bool:
    """Whether their days are the same, or one of them is not said in words."""
    days = [(record.when.start, record.when.end) for record in (one, other)]
    said = [record.when.basis in ("stated", "relative") for record in (one, other)]
    return days[0] == days[1] or not all(said)


def _same_amounts(one: Record, other: Record) -> bool:
    counts = [{(amount.unit, amount.value) for amount in record.amounts} for record in (one, other)]
    return not counts[0] or not counts[1] or bool(counts[0] & counts[1])


def _fuller(first: Record, again: Record) -> Record:
    """The first telling, with what only the later one knows."""
    dated = first.when.basis in ("stated", "relative") or again.when.basis == "published"
    return replace(
        first,
        mode=first.mode or again.mode,
        actors=first.actors or again.actors,
        recipients=first.recipients or again.recipients,
        when=first.when if dated else again.when,
        where=first.where or again.where,
        amounts=first.amounts or again.amounts,
        retold=[*first.retold, _evidence(again)],
        confidence=max(first.confidence, again.confidence),
    )


def _evidence(record: Record) -> Part:
    return Part(text=record.evidence.text, span=record.evidence.span)
