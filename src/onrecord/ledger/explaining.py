"""What a record rests on: each of its values, the words that it came from, and how it came.

What only the model can say (how sure it was of what, and what else was possible) is for
``reasons`` that a reader hands over; here is what the record itself knows.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from onrecord.record import Entity, Record, Span

BASES = {
    "stated": "these words state it",
    "relative": "worked out from these words and the day of publication",
    "context": "taken over from a sentence near by",
    "published": "nothing said: the report's own day",
}
STATUSES = {
    "asserted": "no voice: the report itself vouches for it",
    "attributed": "the innermost voice says so",
    "alleged": "the innermost voice says so, in words that mark it as contested",
    "denied": "the innermost voice denies it",
    "believed": "the innermost voice believes or expects it",
    "intended": "it is planned or promised",
    "wished": "it is hoped for or called for",
    "conditional": "it hangs on something else",
}


class Reason(msgspec.Struct, frozen=True, kw_only=True):
    """One value of a record. text, span: the words it came from, None where there are none."""

    field: str
    value: str
    text: str | None = None
    span: Span | None = None
    how: str = ""


def reasons(record: Record) -> Iterator[Reason]:
    """Every value of a record, in the order in which people ask."""
    event = " ".join(filter(None, [record.event, record.mode]))
    trigger = record.trigger
    coded = f"CAMEO {record.cameo}" if record.cameo else "coded from these words"
    yield Reason(field="event", value=event, text=trigger.text, span=trigger.span, how=coded)
    for role, entities in (("actor", record.actors), ("recipient", record.recipients)):
        for entity in entities:
            yield _of(role, entity)
    when = record.when
    days = f"{when.start or '...'} to {when.end or '...'}" if when.start != when.end else when.start
    yield Reason(
        field="when", value=days or "open", text=when.text, span=when.span, how=BASES[when.basis]
    )
    for place in record.where:
        found = ", ".join(filter(None, [place.name, place.admin1, place.country]))
        yield Reason(field="where", value=found or place.text, text=place.text, span=place.span)
    for amount in record.amounts:
        value = " ".join(str(part) for part in (amount.value, amount.unit) if part is not None)
        yield Reason(field="amount", value=value, text=amount.text, span=amount.span,
                     how=amount.bound)  # fmt: skip
    for depth, voice in enumerate(record.voices):
        names = ", ".join(entity.name or entity.text for entity in voice.entities) or voice.text
        said = f"{voice.stance}, by {voice.cue!r}" if voice.cue else voice.stance
        inner = "" if depth == len(record.voices) - 1 else ", handing on the next"
        yield Reason(field="voice", value=names, text=voice.text, span=voice.span, how=said + inner)
    status = f"{record.status}, did not happen" if record.negated else record.status
    yield Reason(field="status", value=status, how=STATUSES[record.status])
    for quote in record.quotes:
        yield Reason(field="quote", value="verbatim", text=quote.text, span=quote.span)
    yield Reason(field="confidence", value=f"{record.confidence:.2f}")
    yield Reason(field="evidence", value="", text=record.evidence.text, span=record.evidence.span)


def _of(role: str, entity: Entity) -> Reason:
    about = [entity.kind, entity.country, entity.sector, entity.role, entity.id]
    return Reason(
        field=role,
        value=entity.name or entity.text,
        text=entity.text,
        span=entity.span,
        how=", ".join(filter(None, about)) or "not resolved",
    )
