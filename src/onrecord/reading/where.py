"""Where: the places that the text ties to a happening, and no others.

A place is a happening's scene where a locative phrase with its name hangs on the
happening's word, or on the light verb that carries it, or on a clause that shares its
time; or where the act is a visit and the place is where it leads. A government that is
named by its capital is no place.
"""

from __future__ import annotations

from functools import cache

from onrecord.codes.tables import rows
from onrecord.reading.cast import Cast, Mention
from onrecord.reading.places import resolve
from onrecord.reading.tree import Tree
from onrecord.record import Place

SHARING = ("xcomp", "acl", "obj", "nsubj:pass")


@cache
def _words(use: str) -> frozenset[str]:
    return frozenset(row["word"] for row in rows("locatives") if row["use"] == use)


class Scenes:
    """The places of a report and the words that they hang on."""

    def __init__(self, tree: Tree, cast: Cast) -> None:
        self.tree = tree
        self.mentions = [m for m in cast.mentions if m.label == "PLACE"]
        countries: dict[str, float] = {}
        for mention in cast.mentions:
            if mention.entity.country:
                countries[mention.entity.country] = 1.0
        names = [(tree.part(m.first, m.last).text, tree.span(m.first, m.last)) for m in self.mentions]
        self.places: list[Place] = resolve(names, tree.text, countries) if names else []
        self.by_governor: dict[int, list[tuple[str, Place]]] = {}
        for mention, place in zip(self.mentions, self.places, strict=True):
            found = self._hangs_on(mention)
            if found is not None:
                preposition, governor = found
                self.by_governor.setdefault(governor, []).append((preposition, place))

    def _hangs_on(self, mention: Mention) -> tuple[str, int] | None:
        """The preposition of the phrase that the name stands in, and the word that this hangs on."""
        tree = self.tree
        place = mention.head
        for _ in range(5):
            relation, governor = tree.deps[place], tree.heads[place]
            if governor == place:
                return None
            preposition = tree.case(place)
            if relation in ("obl", "nmod") and preposition in _words("preposition") | _words("goal"):
                if tree.upos[governor] in ("VERB", "ADJ", "AUX"):
                    return preposition, governor
                if tree.lemmas[governor].lower() not in _words("noun"):
                    return preposition, governor
            named = relation in ("nmod", "appos", "compound", "flat", "conj", "nmod:desc", "nmod:unmarked")
            if not named or tree.upos[governor] not in ("NOUN", "PROPN"):
                return None
            if relation == "nmod" and preposition not in ("of", "", *_words("preposition")):
                return None
            place = governor
        return None

    def of(self, trigger: int, *, goal: bool = False) -> list[Place]:
        """The scenes of the happening named at ``trigger``; goal: it leads to its place."""
        tree = self.tree
        found: list[Place] = []
        place = trigger
        for _ in range(3):
            for preposition, where in self.by_governor.get(place, ()):
                if preposition in _words("preposition") or goal:
                    found.append(where)
            governor = tree.heads[place]
            if governor == place or tree.deps[place] not in SHARING:
                break
            place = governor
        return found

    def at(self, head: int) -> list[Place]:
        """The place whose name stands at a word, for acts whose object is their scene."""
        return [
            place
            for mention, place in zip(self.mentions, self.places, strict=True)
            if mention.first <= head <= mention.last
        ]
