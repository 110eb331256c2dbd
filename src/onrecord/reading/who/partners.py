"""Those who took part in one thing: whom "the two", "the three armies" and "each" stand for.

A number stands for just as many who acted together, or on each other, in the nearest clause
before it; where no clause has as many, nobody is guessed.
"""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from onrecord.codes.countries import country
from onrecord.reading.frames import frame
from onrecord.reading.tree import Tree
from onrecord.reading.who.referring import fits, referring
from onrecord.reading.who.salience import PLURAL
from onrecord.record import Entity

NEAR = 2  # sentences looked back for those who took part in one thing
REACH = 100  # words looked back for them
NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5}
ANYBODY = frozenset(("state", "body", "person"))
STATES = frozenset(("state",))
DEFINITE = frozenset(("the", "this", "that", "these", "those"))

Read = Callable[[int], list[Entity]]


def partners(tree: Tree, read: Read, head: int, number: int, kinds: frozenset[str]) -> list[Entity]:
    """All that acted together, or that acted on each other, in the nearest clause before
    that has just as many (0: several); states where the noun asks for states."""
    first = tree.sentences[max(0, tree.sentence_of[head] - NEAR)][0]
    own = next((above for above in tree.ancestors(head) if tree.is_verb(above)), None)
    for verb in range(head - 1, max(first, head - REACH) - 1, -1):
        if not tree.is_verb(verb) or verb == own:
            continue
        around = frame(tree, verb)
        acting = group(tree, read, around.subject) if around.subject is not None else []
        met = around.object if around.object is not None else around.oblique("with")
        both = [*acting, *(group(tree, read, met) if met is not None else [])]
        for found in (acting, both):
            sides = [state_behind(entity) for entity in found] if kinds == STATES else found
            told = [(e.country if kinds == STATES else None) or e.name or e.text for e in sides]
            fitting = all(fits(entity, kinds) for entity in sides)
            if fitting and len(set(told)) == len(sides) == (number or len(sides)) > 1:
                return sides
    return []


def group(tree: Tree, read: Read, first: int) -> list[Entity]:
    """All members of a joined phrase."""
    found: dict[str, Entity] = {}
    for place in tree.conjuncts(first):
        for entity in read(place):
            found.setdefault(entity.name or entity.text, entity)
    return list(found.values())


def state_behind(entity: Entity) -> Entity:
    """The state behind its leader."""
    if entity.kind == "state" or entity.country is None:
        return entity
    name = country(entity.country).name
    return replace(entity, name=name, kind="state", role=None, id=None)


def count(tree: Tree, head: int) -> int:
    """How many a noun says that it stands for: "both leaders", "the two nations", "each side",
    "the three"; 0 where it is none of these ("two leaders")."""
    words = {tree.lemmas[child].lower() for child in tree.children[head]}
    if tree.tags[head] not in PLURAL:
        return 2 if words & {"each", "either", "neither"} else 0
    if "both" in words or ("the" in words and (tree.lemmas[head].lower(), "two") in referring()):
        return 2
    said = [number for word, number in NUMBERS.items() if word in words]
    return said[0] if said and words & DEFINITE else 0
