"""Who: the actors and recipients of a happening, resolved to country, sector and role.

The lexicon's frame says where they stand ("subj>to|obj"); the tree says which words
stand there; the cast and the tables say whom the words mean.
"""

from __future__ import annotations

from datetime import date

import msgspec

from onrecord.codes.actors import resolve
from onrecord.reading.cast import Cast, entity_of
from onrecord.reading.frames import Frame
from onrecord.reading.refer import antecedents
from onrecord.reading.tree import Tree
from onrecord.record import Entity

PLACES = frozenset(("in", "at", "on", "near", "from", "off", "over", "outside", "inside"))


class Who:
    """Answers who a nominal means, for one report."""

    def __init__(self, tree: Tree, published: date | None) -> None:
        self.tree = tree
        self.published = published
        self.cast = Cast(tree, published)
        self._known: dict[int, list[Entity]] = {}

    def entities(self, head: int, speaker: list[Entity] | None = None) -> list[Entity]:
        """The entities of a nominal and of what is joined to it, in text order."""
        found: list[Entity] = []
        for place in self.tree.conjuncts(head):
            found.extend(self._one(place, speaker or []))
        return _distinct(found)

    def _one(self, head: int, speaker: list[Entity]) -> list[Entity]:
        known = self._known.get(head)
        if known is None or (not known and speaker):
            known = self._known[head] = self._read(head, speaker)
        return known

    def _read(self, head: int, speaker: list[Entity]) -> list[Entity]:
        tree = self.tree
        part = tree.part(*tree.visible(*tree.phrase(head)))
        back = antecedents(tree, self.cast, head, speaker)
        if back is not None:
            if not back:
                return [Entity(text=part.text, span=part.span)]
            return [msgspec.structs.replace(e, text=part.text, span=part.span) for e in back]
        mention = self.cast.at.get(head)
        if mention is not None:
            full = self.cast.full(mention.entity.text)
            if full is not None and full is not mention and full.label == mention.label:
                entity = full.entity
                return [msgspec.structs.replace(entity, text=part.text, span=part.span)]
            own = tree.part(mention.first, mention.last)
            if own.span == part.span or mention.label == "PERSON":
                return [msgspec.structs.replace(mention.entity, text=part.text, span=part.span)]
        found = resolve(part.text, published=self.published)
        named = mention.entity.name if mention is not None else None
        entity = entity_of(found, part.text, part.span, None, named=named)
        return [self._owned(head, entity)]

    def _owned(self, head: int, entity: Entity) -> Entity:
        """ "its ambassador", "the country's police": the owner's country, where none is said."""
        if entity.country is not None or entity.sector is None:
            return entity
        owner = self.tree.child(head, "nmod:poss")
        if owner is None:
            return entity
        countries = {e.country for e in self.entities(owner) if e.country}
        if len(countries) != 1:
            return entity
        return msgspec.structs.replace(entity, country=countries.pop())

    def participants(
        self, frame: Frame, pattern: str, speaker: list[Entity] | None = None
    ) -> tuple[list[Entity], list[Entity]]:
        """Actors and recipients by the lexicon's frame pattern.

        ``a|b>c|d``: the first of a, b that is there acts on the first of c, d;
        ``a+b``: both act, nobody receives.
        """
        mutual = "+" in pattern
        left, _, right = pattern.replace("+", ">").partition(">")
        actors = self._slot(frame, left, speaker)
        recipients = self._slot(frame, right, speaker)
        taken = {entity.span for entity in actors}
        recipients = [entity for entity in recipients if entity.span not in taken]
        if mutual:
            return _distinct([*actors, *recipients]), []
        return actors, recipients

    def _slot(self, frame: Frame, slots: str, speaker: list[Entity] | None) -> list[Entity]:
        for slot in slots.split("|"):
            head = place_of(frame, slot)
            if head is not None and (slot != "origin" or self._is_origin(head)):
                found = self.entities(head, speaker)
                if slot in PLACES:
                    found = [entity for entity in found if entity.kind != "place"]
                if found:
                    return found
        return []

    def _is_origin(self, place: int) -> bool:
        """Whether an adjective or compound names who acts ("the Israeli strike", "police raid")."""
        found = resolve(self.tree.words[place], published=self.published)
        return found is not None and (found.country or found.sector) is not None


def place_of(frame: Frame, slot: str) -> int | None:
    """The word that fills a slot of a frame pattern."""
    if slot == "subj":
        return frame.subject
    if slot == "obj":
        return frame.object
    if slot == "iobj":
        return frame.iobject if frame.iobject is not None else frame.oblique("iobj")
    if slot == "clause":
        return None
    return frame.oblique(slot) if slot else None


def _distinct(entities: list[Entity]) -> list[Entity]:
    found: dict[tuple[tuple[int, int], str | None], Entity] = {}
    for entity in entities:
        found.setdefault((entity.span, entity.name), entity)
    return list(found.values())
