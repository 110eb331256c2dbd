"""Who: the actors and recipients of a happening, resolved to country, sector and role.

The lexicon's frame says where they stand ("subj>to|obj"; slots.py); the tree says which words
stand there; the cast and the tables say whom the words mean. A noun that is nobody ("the
bombing", "two days") is no entity: its owner counts in its stead, if it has one.
"""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

import msgspec

from onrecord.codes.actors import Actors, Resolution
from onrecord.codes.countries import country
from onrecord.codes.events import classes_of, events
from onrecord.reading.dates.lexicon import weekdays
from onrecord.reading.frames import place_of
from onrecord.reading.nobody import is_nobody
from onrecord.reading.tree import Tree
from onrecord.reading.who.bearers import is_further_title
from onrecord.reading.who.cast import Cast, Mention, entity_of
from onrecord.reading.who.homes import Homes
from onrecord.reading.who.local import is_local
from onrecord.reading.who.parties import parties
from onrecord.reading.who.refer import Referents
from onrecord.reading.who.referring import referring
from onrecord.reading.who.setting import Setting
from onrecord.reading.who.several import distinct, listed, members, of_both, origin, shared
from onrecord.reading.who.wording import BEING, BELONGING, charge, named, nominal, within
from onrecord.record import Entity, Part

if TYPE_CHECKING:
    from onrecord.reading.where.scenes import Scenes

__all__ = ["Who", "place_of"]

_replace = msgspec.structs.replace
_ACTORS = frozenset(("actor", "people"))
_DEEP = 6  # owners of owners, and words that refer to words that refer


class Who:
    """Answers who a nominal means, for one report."""

    def __init__(self, tree: Tree, published: date | None, own: Actors | None = None) -> None:
        self.tree = tree
        self.cast = Cast(tree, published, own)
        self.referents = Referents(tree, self.cast, lambda head: self._one(head, []))
        self.homes = Homes(
            tree, self.cast, lambda: self.setting, lambda head: self._one(head, []), self.anybody
        )
        self._scenes: Scenes | None = None
        self._known: dict[int, list[Entity]] = {}
        self._open: set[int] = set()

    def settle(self, scenes: Scenes) -> None:
        """Takes the report's places into account where a country goes without saying."""
        self._scenes = scenes
        self.__dict__.pop("setting", None)
        self._known.clear()

    @cached_property
    def setting(self) -> Setting:
        """Where the report is at home."""
        return Setting(self.tree, self.cast, self._scenes)

    def entities(self, head: int, speaker: list[Entity] | None = None) -> list[Entity]:
        """The entities of a nominal and of what is joined to it, in text order."""
        found: list[Entity] = []
        for place in (*self._joined_to_title(head), *self.tree.conjuncts(head)):
            found.extend(self._one(place, speaker or []))
        return distinct(found)

    def _joined_to_title(self, head: int) -> list[int]:
        """Whoever stands before the title that a name has, joined to it: parsers let a name that
        follows "a minister and ambassador to Chad" stand alone."""
        mention, tree = self.cast.at.get(head), self.tree
        if mention is None or not mention.first <= head <= mention.last:
            return []
        joined = (p for p in range(mention.start, mention.first) if tree.deps[p] == "conj")
        tops = (tree.heads[p] for p in joined if tree.heads[p] < mention.start)
        return [place for top in tops for place in tree.conjuncts(top) if place < mention.start]

    def anybody(self, head: int, speaker: list[Entity] | None = None) -> list[Entity]:
        """The same of one nominal, even if no table knows it: "the freighter" is its own name."""
        found = self._one(head, speaker or [])
        if found or self.tree.upos[head] not in ("NOUN", "PROPN") or is_nobody(self.tree, head):
            return found
        part = nominal(self.tree, head)
        if _is_clause(self.tree, head, part):
            return []
        entity = self._owned(head, self._of_origin(head, part))
        if is_local(self.tree, head, entity, anybody=True) and not self.homes.is_stateless(head):
            entity = _replace(entity, country=self.homes.of(head, entity.sector))
        return [entity]

    def _one(self, head: int, speaker: list[Entity]) -> list[Entity]:
        known = self._known.get(head)
        # "we" means whoever speaks there, so what was found without a speaker does not hold
        if known is None or (speaker and self.tree.upos[head] == "PRON"):
            if head in self._open or len(self._open) > _DEEP:
                return []
            self._open.add(head)
            known = self._read(head, speaker)
            self._open.discard(head)
            self._known[head] = known
        return known

    def _read(self, head: int, speaker: list[Entity]) -> list[Entity]:
        tree = self.tree
        word = tree.words[head].lower()
        if word.endswith("day") and word in weekdays():  # "sun" and "sat" are other words too
            return []
        if is_nobody(tree, head):
            return []
        mention = self.cast.at.get(head)
        if mention is None or not mention.first <= head <= mention.last:
            named_behind = listed(tree, head, self.entities)
            if named_behind:
                return named_behind
        bearers = self.cast.sharing.get(head)
        if bearers:  # "Polish lawmakers Jan Novak and Ana Kolar"
            return distinct([e for first in bearers for e in self._one(first, speaker)])
        together = members(tree, head)
        if together:
            return together
        if mention is not None:
            return self._named(head, mention)
        if tree.deps[head] == "conj":
            told = self._one(tree.heads[head], speaker)
            if is_further_title(tree, head, told, self.cast.resolve):
                return told
        part = nominal(tree, head)
        back = self.referents.of(head, speaker)
        if not back:
            both = of_both(tree, head, part, self.setting.named, self.cast.resolve)
            if both:
                return both
        if back is not None:
            if not back:
                is_pronoun = tree.upos[head] in ("PRON", "DET")
                return [Entity(text=part.text, span=part.span)] if is_pronoun else []
            return [_replace(entity, text=part.text, span=part.span) for entity in back]
        signed = parties(tree, head, self.referents.nouns, self.entities)
        if signed:
            return signed
        sharers = shared(tree, head, part, self.cast.resolve, self.entities)
        if sharers:
            return sharers
        bare = named(part)
        wide = within(tree, head, part, BELONGING) if charge(tree, head) is None else part
        found = self.cast.resolve(wide.text) or self.cast.resolve(bare)
        if found is None or not _is_head(tree, head, found):
            return self._nobody(head)
        entity = entity_of(found, part.text, part.span, None, named=bare)
        if entity.name is None:
            entity = _replace(entity, name=bare)
        if entity.country is None:
            there = within(tree, head, part, BEING)
            local = self.cast.resolve(there.text) if there != part else None
            code = local.country if local is not None else None
            code = code or self._of_body(head)
            entity = _replace(entity, country=code or origin(tree, head, self.cast.resolve))
        return [self._placed(head, self._owned(head, entity))]

    def _of_body(self, head: int) -> str | None:
        """ "The parties in the upper house": the country of a body that somebody is in."""
        inner = [p for p in self.tree.having(head, "nmod") if self.tree.case(p) in BEING]
        found = [entity for place in inner for entity in self.entities(place)]
        lands = {e.country for e in found if e.country and e.kind == "organisation"}
        return lands.pop() if len(lands) == 1 else None

    def _named(self, head: int, mention: Mention) -> list[Entity]:
        tree = self.tree
        first, last = mention.start, mention.last
        if mention.label != "PERSON" and mention.first <= head <= mention.last:
            part = nominal(tree, mention.head)
            if part.span[0] <= tree.begins[first] and tree.ends[last] <= part.span[1]:
                return [self._placed(head, self._wider(mention, part.text, part.span))]
        part = tree.part(first, last)
        entity = _replace(mention.entity, text=part.text, span=part.span)
        if mention.label == "PERSON" and entity.country is None and entity.sector is None:
            # "its director, Solveig Brekke", and "Brekke" later on
            for noun in self.cast.members[mention.member].nouns:
                entity = self._owned(noun, entity)
        return [self._placed(head, entity)]

    def _wider(self, mention: Mention, text: str, span: tuple[int, int]) -> Entity:
        """A name in a longer phrase: "the Russian Defence Ministry", "the port of Odesa"."""
        entity = _replace(mention.entity, text=text, span=span)
        found = self.cast.resolve(text)
        if found is None or (found.kind, found.country) == (None, None):
            return entity
        return _replace(
            entity,
            country=entity.country or found.country,
            sector=entity.sector or found.sector,
            kind=entity.kind or found.kind,
            role=entity.role or found.role,
        )

    def _nobody(self, head: int) -> list[Entity]:
        """What is no actor: its owner is, or those that it consists of."""
        tree = self.tree
        lemma = tree.lemmas[head].lower()
        if tree.upos[head] in ("DET", "NUM", "ADJ", "PRON"):
            inner = tree.child(head, "nmod", "obl")
            return self.entities(inner) if inner is not None else []
        act = bool(events(lemma, "noun")) or lemma.endswith("ing")
        owner = tree.child(head, "nmod:poss")
        if owner is None:
            # "the jailing of X": X is no jailer; "to the aid of X" is X's
            slot = "by" if act and tree.case(head) != "to" else "of"
            owner = next((place for p, place in tree.obliques(head) if p == slot), None)
        if owner is not None:
            return self.entities(owner)
        if act:
            return self._origin(head)
        if not classes_of(lemma) & _ACTORS:
            return []
        entity = self._of_origin(head, nominal(tree, head))
        return [self._placed(head, self._owned(head, entity))]

    def _of_origin(self, head: int, part: Part) -> Entity:
        """Whom no table knows: a group, of the country that an adjective gives it."""
        code = origin(self.tree, head, self.cast.resolve)
        return Entity(text=part.text, span=part.span, name=named(part), kind="group", country=code)

    def _origin(self, head: int) -> list[Entity]:
        """ "the Israeli strike", "a police raid": the state or body behind an act."""
        tree = self.tree
        for place in tree.having(head, "amod", "compound"):
            if tree.words[place][0].isupper() and self.is_origin(place):
                mention = self.cast.at.get(place)
                if mention is not None and mention.last > place:
                    return self._named(place, mention)  # "Boko | Haram camps"
                part = tree.part(place, place)
                found = self.cast.resolve(part.text)
                entity = entity_of(found, part.text, part.span, None, named=None)
                if entity.kind == "people" and entity.country:
                    name = country(entity.country).name
                    return [_replace(entity, name=name, kind="state")]
                return [entity]
        return []

    def is_origin(self, place: int) -> bool:
        """Whether an adjective or compound names who acts ("the Israeli strike", "police raid")."""
        found = self.cast.resolve(self.tree.words[place])
        return found is not None and (found.country or found.sector) is not None

    def _owned(self, head: int, entity: Entity) -> Entity:
        """ "its ambassador", "the country's police": the owner's country, where none is said."""
        counted = self.tree.child(head, "nmod") if self.tree.upos[head] == "NUM" else None
        owner = self.tree.child(head if counted is None else counted, "nmod:poss")
        if (self.tree.lemmas[head].lower(), "relation") in referring():
            return entity  # its neighbour is not its own
        if owner is None or (entity.country is not None and entity.sector is not None):
            return entity
        owners = self.entities(owner)
        lands = {e.country for e in owners if e.country}
        bodies = {e.sector for e in owners if e.kind in ("organisation", "group") and e.sector}
        return _replace(
            entity,
            country=entity.country or (lands.pop() if len(lands) == 1 else None),
            sector=entity.sector or (bodies.pop() if len(bodies) == 1 else None),
        )

    def _placed(self, head: int, entity: Entity) -> Entity:
        """With the report's own country, where that goes without saying."""
        if entity.kind == "place" and entity.country is None:
            return _replace(entity, country=self.setting.where.get(entity.span))
        mention = self.cast.at.get(head)
        unknown = mention is None or mention.label in ("ORG", "PERSON")
        if not is_local(self.tree, head, entity, anybody=unknown) or self.homes.is_stateless(head):
            return entity
        side = self.referents.same_side(head, entity.sector)
        return _replace(entity, country=side or self.homes.of(head, entity.sector))


def _is_clause(tree: Tree, head: int, part: Part) -> bool:
    """Whether it is a clause that was parsed as a noun phrase; "a floating village" is none."""
    words = range(head - part.text.count(" "), head)
    return any(tree.is_verb(word) and tree.deps[word] != "amod" for word in words)


def _is_head(tree: Tree, head: int, found: Resolution) -> bool:
    """Whether it is the phrase's own noun that is known, not one that leans on it:
    "teachers' pay" is no teacher."""
    if found.kind is None and found.country is None:
        return False
    if found.sure or not found.role:
        return found.sure or found.kind is not None
    word = tree.words[head].lower()
    if word in found.role.lower():
        return True
    return bool(classes_of(tree.lemmas[head].lower()) & _ACTORS)
