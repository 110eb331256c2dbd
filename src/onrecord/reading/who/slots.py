"""Who fills the slots of a happening's frame: actors and recipients as the lexicon has them."""

from __future__ import annotations

from collections.abc import Collection

from onrecord.reading.frames import Frame, place_of, subject
from onrecord.reading.who.participants import Who
from onrecord.reading.who.several import distinct
from onrecord.record import Entity, Span

PLACES = frozenset(("in", "at", "on", "near", "from", "off", "over", "outside", "inside"))


def participants(
    who: Who, frame: Frame, pattern: str, speaker: list[Entity] | None = None
) -> tuple[list[Entity], list[Entity]]:
    """Actors and recipients by the lexicon's frame pattern.

    ``a|b>c|d``: the first of a, b that is there acts on the first of c, d;
    ``a+b``: both act, nobody receives.
    """
    mutual = "+" in pattern
    left, _, right = pattern.replace("+", ">").partition(">")
    actors = _slot(who, frame, left, speaker)
    taken = {(entity.span, entity.name) for entity in actors}
    recipients = _slot(who, frame, right, speaker, taken)
    if not recipients and right and not mutual and frame.aim is not None:
        aimed = who.entities(frame.aim, speaker)
        recipients = [e for e in aimed if (e.span, e.name) not in taken]
    if mutual:
        return distinct([*actors, *recipients]), []
    lands = {None, *(entity.country for entity in actors)}
    return actors, [e for e in recipients if e.kind != "place" or e.country not in lands]


def _slot(
    who: Who,
    frame: Frame,
    slots: str,
    speaker: list[Entity] | None,
    taken: Collection[tuple[Span, str | None]] = (),
) -> list[Entity]:
    for slot in slots.split("|"):
        for head in _heads(who, frame, slot):
            found = who.entities(head, speaker)
            if slot in PLACES:
                found = [entity for entity in found if entity.kind != "place"]
            found = [entity for entity in found if (entity.span, entity.name) not in taken]
            if found:
                return found
    return []


def _heads(who: Who, frame: Frame, slot: str) -> list[int]:
    """The words that can fill a slot, the likeliest first."""
    if slot == "clause":
        if frame.clause is None:
            return []
        inner = (subject(who.tree, frame.clause), who.tree.child(frame.clause, "obj"))
        return [head for head in inner if head is not None and head != frame.subject]
    if slot in ("subj", "obj", "iobj"):
        said = (place_of(frame, slot), frame.matrix if slot == "subj" else None)
        return [head for head in said if head is not None]
    heads = [place for found, place in frame.obliques if found == slot]
    return [head for head in heads if slot != "origin" or who.is_origin(head)]
