"""Questions that are asked by a verb of saying: who asks one says no more than that it is open, and
who is asked one says none of it.
"""

from __future__ import annotations

from onrecord.codes.events import classes_of
from onrecord.codes.steering import having
from onrecord.reading.status.questions import QUESTIONS
from onrecord.reading.tree import Tree

_IF = frozenset(("whether", "if"))
_HEARERS = frozenset(("actor", "people", "person", "group", "organisation"))


def asks(tree: Tree, verb: int) -> bool:
    """Whether a verb tells a question of its subject's ("asked why nobody had come", "asked whether
    he knew", "asked: 'Who knew?'"), and no demand ("asked for the release", "asked them to go")."""
    wanted = tree.child(verb, "obj")
    if wanted is not None and tree.upos[wanted] == "NOUN" and not _can_hear(tree, wanted):
        return False
    if tree.child(verb, "xcomp") is not None:
        return False
    clause, last = tree.child(verb, "ccomp", "parataxis"), verb
    if clause is not None:
        first = tree.visible(*tree.edges(clause))[0]
        last = tree.edges(clause)[1] + 1
        if tree.tags[first] in QUESTIONS:
            return True
        marks = {tree.words[mark].lower() for mark in tree.having(clause, "mark")}
        if marks:
            return bool(_IF & marks)
    asked = (place for place in range(*tree.sentence(verb)) if tree.words[place] == "?")
    return any((clause is not None and p <= last) or _is_quoted(tree, p) for p in asked)


def _is_quoted(tree: Tree, place: int) -> bool:
    here = tree.begins[place]
    return any(quote.span[0] <= here < quote.span[1] for quote in tree.quotes)


def _can_hear(tree: Tree, place: int) -> bool:
    return bool(tree.doc[place].ent_type_ or classes_of(tree.lemmas[place].lower()) & _HEARERS)


def put_to(tree: Tree, cue: int) -> set[int]:
    """The words of the question that whoever speaks is asked: "Asked whether rebels had attacked,
    the general said: ..."."""
    return {
        word
        for clause in tree.having(cue, "advcl")
        if clause < cue and is_put(tree, clause)
        for word in tree.descendants(clause)
    }


def is_put(tree: Tree, verb: int) -> bool:
    """ "Asked about reports that ...": a question to whoever speaks then."""
    asked = tree.deps[verb] == "advcl" and tree.tags[verb] in ("VBN", "VBD")
    known = asked and tree.lemmas[verb].lower() in having("asking")
    return known and tree.child(verb, "nsubj", "aux") is None
