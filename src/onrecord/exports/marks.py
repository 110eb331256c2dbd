"""A text cut into stretches, so that each stretch is marked once however many records share it.

Spans of different records overlap freely (an actor here is a voice there, a date lies inside a
name), and tags can't. So the text is cut at every end of every span, and each stretch knows all
the records and roles that it has.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

import msgspec

from onrecord.record import Record, Span

ROLES = {
    "trigger": "what happened",
    "actor": "who",
    "recipient": "to whom",
    "voice": "on whose word",
    "cue": "by which words",
    "date": "when",
    "place": "where",
    "amount": "how many",
}
"""Roles of words in a record, and what to call them; where several meet, the first one shows."""

_RANK = {role: rank for rank, role in enumerate(ROLES)}


class Stretch(msgspec.Struct, frozen=True, kw_only=True):
    """Words between two cuts: ``uses`` are (position of the record, role), most telling first.

    triggers: the positions of the records whose trigger ends here.
    """

    text: str
    start: int
    uses: tuple[tuple[int, str], ...] = ()
    triggers: tuple[int, ...] = ()


def marks(record: Record) -> Iterator[tuple[Span, str]]:
    """Every span that a record rests on, with its role."""
    yield record.trigger.span, "trigger"
    for actor in record.actors:
        yield actor.span, "actor"
    for recipient in record.recipients:
        yield recipient.span, "recipient"
    for voice in record.voices:
        yield voice.span, "voice"
        if voice.cue_span is not None:
            yield voice.cue_span, "cue"
    if record.when.span is not None:
        yield record.when.span, "date"
    for place in record.where:
        yield place.span, "place"
    for amount in record.amounts:
        yield amount.span, "amount"


def stretches(text: str, records: list[Record]) -> list[Stretch]:
    """``text`` from end to end; a span that does not fit into it is left out."""
    opening: dict[int, set[tuple[int, str]]] = defaultdict(set)
    closing: dict[int, set[tuple[int, str]]] = defaultdict(set)
    triggers: dict[int, list[int]] = defaultdict(list)
    for position, record in enumerate(records):
        if 0 <= record.trigger.span[0] < record.trigger.span[1] <= len(text):
            triggers[record.trigger.span[1]].append(position)
        for index, ((start, end), role) in enumerate(marks(record)):
            if 0 <= start < end <= len(text):
                # The index keeps two actors on the same words from closing each other.
                opening[start].add((position, f"{role} {index}"))
                closing[end].add((position, f"{role} {index}"))
    cuts = sorted({0, len(text), *opening, *closing})
    open_now: set[tuple[int, str]] = set()
    found = []
    for start, end in pairwise(cuts):
        open_now = (open_now - closing[start]) | opening[start]
        uses = {(position, use.split()[0]) for position, use in open_now}
        found.append(
            Stretch(
                text=text[start:end],
                start=start,
                uses=tuple(sorted(uses, key=lambda use: (_RANK[use[1]], use[0]))),
                triggers=tuple(triggers[end]),
            )
        )
    return found
