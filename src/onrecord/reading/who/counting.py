"""Whom words with a number stand for: "the two", "both", "one of them", "the two sides"."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from onrecord.reading.tree import Tree
from onrecord.reading.who.cast import Mention
from onrecord.reading.who.partners import (
    ANYBODY,
    NEAR,
    NUMBERS,
    Read,
    group,
    partners,
    state_behind,
)
from onrecord.reading.who.referring import fits
from onrecord.reading.who.salience import FAR, REACH, Candidate, clause_mates
from onrecord.record import Entity

Before = Callable[[int, int], Iterator[Candidate]]


class Counting:
    """Those who were counted or named before a word. read: who a nominal is; before: the members
    named before a word, the nearest first, so many at most."""

    def __init__(self, tree: Tree, read: Read, before: Before) -> None:
        self.tree = tree
        self.read = read
        self.before = before

    def counted(self, head: int) -> list[Entity] | None:
        """ "the two", "the three", "both": those who last took part in one thing, if as many, or
        a noun with that number."""
        tree = self.tree
        both = tree.lemmas[head].lower() == "both"
        number = 2 if both else NUMBERS.get(tree.lemmas[head].lower())
        if tree.words[head].lower() == "one" and tree.child(head, "nmod", "obl", "det") is None:
            return self._part(head, 1)
        definite = both or any(tree.words[c].lower() == "the" for c in tree.children[head])
        if number is None or tree.child(head, "nmod", "obl") is not None:
            return None
        if not definite:
            return self._part(head, number)
        found = self._numbered(head, number) or partners(tree, self.read, head, number, ANYBODY)
        return found or (number == 2 and self.pair(head, ANYBODY)) or None

    def _part(self, head: int, number: int) -> list[Entity] | None:
        """ "sentenced two men ...; one had been stripped of his passport": of those who were
        counted before, where they were more."""
        more = (place for place, count in self._counts(head) if count > number)
        place = next(more, None)
        return None if place is None else self.read(place)

    def _numbered(self, head: int, number: int) -> list[Entity]:
        """ "two organisers", whom "both" and "the two" stand for later."""
        same = (place for place, count in self._counts(head) if count == number)
        place = next(same, None)
        return [] if place is None else self.read(place)

    def _counts(self, head: int) -> Iterator[tuple[int, int]]:
        """(word, how many) of those who were counted just before, the nearest first."""
        tree, blocked = self.tree, clause_mates(self.tree, head)
        for candidate in self.before(head, FAR):
            if tree.sentence_of[head] - tree.sentence_of[candidate.head] > NEAR:
                return
            counted = tree.child(candidate.head, "nummod")
            if candidate.head not in blocked and counted is not None:
                word = tree.words[counted].lower().replace(",", "")
                yield candidate.head, NUMBERS.get(word, int(word) if word.isdecimal() else 0)

    def pair(self, head: int, kinds: frozenset[str]) -> list[Entity]:
        """The last two different members of a kind; states stand behind their leaders too."""
        together = self._joined_pair(head, kinds)
        if together:
            return together
        first: dict[str, Entity] = {}
        second: dict[str, Entity] = {}  # who comes in where there are no others
        titled: list[Mention] = []
        for candidate in self.before(head, FAR):
            mention = candidate.mention
            if mention is None or any(m.start <= mention.head < m.first for m in titled):
                continue  # "North Korea's leader Kim": the state says who Kim is
            if "person" in kinds:
                titled.append(mention)
            entity = (self.read(mention.head) or [mention.entity])[0]
            if "state" in kinds and entity.country and entity.kind == "state":
                first.setdefault(entity.country, entity)
            elif fits(entity, kinds):
                told = entity.role or entity.kind != "person"
                (first if told else second).setdefault(entity.name or entity.text, entity)
            elif "state" in kinds and entity.country and entity.sector == "GOV":
                second.setdefault(entity.country, state_behind(entity))
            if len(first) == 2:
                return list(first.values())[::-1]
        both = [e for key, e in second.items() if key not in first][: 2 - len(first)]
        both.extend(first.values())
        return both[::-1] if len(both) == 2 else []

    def _joined_pair(self, head: int, kinds: frozenset[str]) -> list[Entity]:
        """Two that were just named in one breath ("the army and the rebels")."""
        tree = self.tree
        for candidate in self.before(head, FAR):
            if tree.sentence_of[head] - tree.sentence_of[candidate.head] > REACH:
                break
            if candidate.joined and tree.deps[candidate.head] != "conj":
                found = group(self.tree, self.read, candidate.head)
                if len(found) == 2 and all(fits(entity, kinds) for entity in found):
                    return found
        return []
