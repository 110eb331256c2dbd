"""Whose agreement it is: "the pact obliges", "the accord came into force".

An agreement stands for those who made it: the two that it is between, or those who signed
the last one that the report told of, by whatever noun ("a treaty", later "the deal").
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from heapq import merge

from onrecord.codes.events import classes_of
from onrecord.reading.frames import frame
from onrecord.reading.tree import Tree
from onrecord.record import Entity

CLASS = "agreement"
REACH = 20  # nouns for agreements looked back


def parties(
    tree: Tree,
    head: int,
    nouns: Mapping[str, Sequence[int]],
    entities: Callable[[int], list[Entity]],
) -> list[Entity]:
    """Who made the agreement named at ``head``; empty for any other noun.

    nouns: places of the report's nouns by lemma, sorted; entities: whom a nominal means.
    """
    if CLASS not in classes_of(tree.lemmas[head].lower()):
        return []
    for preposition, place in tree.obliques(head):
        if preposition == "between":
            return entities(place)
    told = list(merge(*(places for lemma, places in nouns.items() if CLASS in classes_of(lemma))))
    here = bisect_left(told, head)
    for place in reversed(told[max(0, here - REACH) : here]):
        above = tree.heads[place]
        if tree.deps[place] == "obj" and tree.is_verb(above):
            around = frame(tree, above)
            sides = [around.subject, around.oblique("with")]
            found = [e for side in sides if side is not None for e in entities(side)]
            if len(found) > 1:
                return found
    return []
