"""Who is held over an act ("arrested two men in the killing of a judge"), looks into it, condemns
it or only tells of it is not its actor: nobody says that they did it. Nor are its victims those who
are arrested.
"""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.codes.events import classes_of, events
from onrecord.codes.steering import having
from onrecord.reading.tree import Tree
from onrecord.reading.voices.entries import entry_of
from onrecord.record import Entity

_OVER = frozenset(("in", "over", "for", "after", "about", "on", "following", "with", "regarding"))
_BEHIND = frozenset(("after", "following"))
_FORCE = frozenset(("ASSAULT", "PROTEST", "COERCE"))
_HELD = ("obj", "nsubj:pass")
_HOLDING = ("nsubj", "obl:agent")
_LOOKED_AT = ("obj", "nsubj:pass", "obl")
_SOUGHT = frozenset(("want", "seek", "question", "suspect"))
_CLIMB = 4  # "in connection with the investigation of the killing"


def without_suspects(tree: Tree, place: int, actors: Sequence[Entity]) -> list[Entity]:
    """The actors of an act without those who are only held over it or sought for it, and without
    those who hold them or look into it."""
    words = [w for head in _bystanders(tree, place) for w in tree.conjuncts(head)] if actors else []
    spans = [tree.span(*tree.phrase(word)) for word in words]
    return [e for e in actors if not any(start <= e.span[0] < end for start, end in spans)]


def without_onlookers(tree: Tree, place: int, recipients: Sequence[Entity]) -> list[Entity]:
    """Whom an act is done to, without whoever arrests over it, looks into it or condemns it."""
    heads = _bystanders(tree, place) if recipients else []
    words = [w for h in heads if tree.deps[h] in _HOLDING for w in tree.conjuncts(h)]
    spans = [tree.span(*tree.phrase(word)) for word in words]
    return [e for e in recipients if not any(start <= e.span[0] < end for start, end in spans)]


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


def _bystanders(tree: Tree, place: int) -> list[int]:
    """Who takes part in the arrest, search, inquiry or blame that an act is the ground of."""
    if tree.deps[place] == "acl" and tree.tags[place] == "VB":
        place = tree.heads[place]  # "foiled a plot to bomb the port"
    told = False  # of whoever is held: "arrested two men in the killing"
    for step in range(_CLIMB):
        relation, above = tree.deps[place], tree.heads[place]
        if above == place:
            return []
        if tree.is_verb(above):
            ground = relation == "obl" and tree.case(place) in _OVER
            held = _held(tree, above) if ground or (told and relation in _HELD) else []
            if ground and _is_force(tree, place) and _dismisses(tree, above):
                held = [*tree.having(above, *_HELD), *tree.having(above, *_HOLDING)]
            judged = not step and relation in _LOOKED_AT and not _blames(tree, place)
            judged = judged and _judges(tree, above)
            return held or (list(tree.having(above, *_HOLDING)) if judged else [])
        if relation != "nmod":
            return []
        told, place = tree.case(place) in _OVER, above
    return []


def _held(tree: Tree, verb: int) -> list[int]:
    """Who is arrested or sought, and by whom ("a man wanted for ...": the man)."""
    if not (_arrests(tree, verb) or tree.lemmas[verb].lower() in _SOUGHT):
        return []
    described = [tree.heads[verb]] if tree.deps[verb] == "acl" else []
    people = [*tree.having(verb, *_HELD), *described]
    # "took responsibility for the raid": nobody is held there
    if not any(_is_somebody(tree, word) for word in people):
        return []
    return [*people, *tree.having(verb, *_HOLDING)]


def _is_force(tree: Tree, noun: int) -> bool:
    """ "after a mutiny", "following a raid"; not "after talks with rebels"."""
    rows = events(tree.lemmas[noun].lower(), "noun")
    return tree.case(noun) in _BEHIND and any(row.category in _FORCE for row in rows)


def _dismisses(tree: Tree, verb: int) -> bool:
    """ "sacked the minister after a mutiny": neither of them rose up."""
    rows = events(tree.lemmas[verb].lower(), "verb")
    return any(row.category == "SANCTION" for row in rows)


def _blames(tree: Tree, noun: int) -> bool:
    """Whether a noun names the blame itself: who files charges makes them."""
    rows = events(tree.lemmas[noun].lower(), "noun")
    return any(row.category == "ACCUSE" for row in rows)


def _judges(tree: Tree, verb: int) -> bool:
    """Whether a verb looks into an act, condemns it, lays it on somebody ("pinned the raid on"),
    tells of it ("documented killings") or keeps it from being done ("halted a deportation")."""
    lemma = tree.lemmas[verb].lower()
    entry = entry_of(tree, verb)
    if entry is not None and entry.stance == "alleges" and entry.lemma not in having("own_deed"):
        return True
    if lemma in having("witnessing") or lemma in having("halting"):
        return True
    # "hold X accountable" is blame, "held a drill" is none
    return any(row.category == "ACCUSE" and not row.rest for row in events(lemma, "verb"))


def _is_somebody(tree: Tree, word: int) -> bool:
    known = classes_of(tree.lemmas[word].lower())
    return tree.upos[word] in ("PROPN", "PRON") or bool(known & {"actor", "people"})
