"""Who is held over an act ("arrested two men in the killing of a judge"): nobody says that they did
it, so that they are not its actors.
"""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.codes.events import classes_of, events
from onrecord.reading.tree import Tree
from onrecord.record import Entity

_OVER = frozenset(("in", "over", "for", "after", "about", "on", "following", "with", "regarding"))
_HELD = ("obj", "nsubj:pass")
_HOLDING = ("nsubj", "obl:agent")
_CLIMB = 4  # "in connection with the investigation of the killing"


def without_suspects(tree: Tree, place: int, actors: Sequence[Entity]) -> list[Entity]:
    """The actors of an act without those who are only held over it, and who holds them."""
    verb = _holding(tree, place) if actors else None
    if verb is None:
        return list(actors)
    both = tree.having(verb, *_HELD, *_HOLDING)
    words = [word for head in both for word in tree.conjuncts(head)]
    spans = [tree.span(*tree.phrase(word)) for word in words]
    return [e for e in actors if not any(start <= e.span[0] < end for start, end in spans)]


def _holding(tree: Tree, place: int) -> int | None:
    """The verb of arresting that an act is the ground of."""
    told = False  # of whoever is held: "arrested two men in the killing"
    for _ in range(_CLIMB):
        relation, above = tree.deps[place], tree.heads[place]
        if above == place:
            return None
        if tree.is_verb(above):
            ground = relation == "obl" and tree.case(place) in _OVER
            if not (ground or (told and relation in _HELD)):
                return None
            rows = events(tree.lemmas[above].lower(), "verb")
            arrests = any(row.category == "COERCE" and row.mode == "arrest" for row in rows)
            # "took responsibility for the raid": nobody is held there
            people = any(_is_somebody(tree, word) for word in tree.having(above, *_HELD))
            return above if arrests and people else None
        if relation != "nmod":
            return None
        told, place = tree.case(place) in _OVER, above
    return None


def _is_somebody(tree: Tree, word: int) -> bool:
    known = classes_of(tree.lemmas[word].lower())
    return tree.upos[word] in ("PROPN", "PRON") or bool(known & {"actor", "people"})
