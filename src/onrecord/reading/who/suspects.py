"""Who is held over an act ("arrested two men in the killing of a judge"): nobody says that they did
it, so that they are not its actors, nor are its victims whom the arrest is done to.
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


def without_victims(tree: Tree, place: int, recipients: Sequence[Entity]) -> list[Entity]:
    """Whom an arrest is done to, without those who suffered what it is made over."""
    if not (recipients and tree.is_verb(place) and _arrests(tree, place)):
        return list(recipients)
    held = [word for head in tree.having(place, *_HELD) for word in tree.conjuncts(head)]
    phrases = [p for word in (place, *held) for p in tree.having(word, "obl", "nmod")]
    over = [p for p in phrases if tree.case(p) in _OVER and _is_act(tree, p)]
    spans = [tree.span(*tree.edges(p)) for p in over]
    return [e for e in recipients if not any(start <= e.span[0] < end for start, end in spans)]


def _is_act(tree: Tree, place: int) -> bool:
    """Whether a phrase holds an act of violence ("in connection with the killing")."""
    first, last = tree.edges(place)
    return any(
        row.category == "ASSAULT"
        for word in range(first, last + 1)
        if tree.upos[word] == "NOUN"
        for row in events(tree.lemmas[word].lower(), "noun")
    )


def _arrests(tree: Tree, verb: int) -> bool:
    rows = events(tree.lemmas[verb].lower(), "verb")
    return any(row.category == "COERCE" and row.mode == "arrest" for row in rows)


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
            # "took responsibility for the raid": nobody is held there
            people = any(_is_somebody(tree, word) for word in tree.having(above, *_HELD))
            return above if people and _arrests(tree, above) else None
        if relation != "nmod":
            return None
        told, place = tree.case(place) in _OVER, above
    return None


def _is_somebody(tree: Tree, word: int) -> bool:
    known = classes_of(tree.lemmas[word].lower())
    return tree.upos[word] in ("PROPN", "PRON") or bool(known & {"actor", "people"})
