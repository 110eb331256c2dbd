"""Nobody: "nobody", "no soldier", "none of the rebels", "neither side" name no one at all."""

from __future__ import annotations

from onrecord.codes.cues import modals
from onrecord.reading.tree import Tree

_KINDS = {"PRON": "pron", "DET": "det"}  # "failure", "refusal" negate what they govern
_NONE = frozenset(("no", "neither"))
_SUBJECTS = ("nsubj", "nsubj:pass")


def is_nobody(tree: Tree, place: int) -> bool:
    """Whether a nominal says that there is nobody."""
    kind = _KINDS.get(tree.upos[place])
    rows = modals(tree.lemmas[place].lower())
    if any(row.effect == "negated" and row.pos == kind for row in rows):
        return True
    if _is_not_one(tree, tree.phrase(place)[0]):
        return True
    marks = tree.having(place, "det", "cc:preconj", "advmod")
    return any(tree.lemmas[mark].lower() in _NONE for mark in marks)


def _is_not_one(tree: Tree, first: int) -> bool:
    """ "not one witness", "not a single one": by the words that a nominal begins with."""
    start = first if tree.words[first].lower() == "not" else first - 1
    led = [word.lower() for word in tree.words[max(0, start) : start + 3]]
    return led[:1] == ["not"] and (led[1:2] == ["one"] or led[1:] == ["a", "single"])


def is_by_nobody(tree: Tree, verb: int) -> bool:
    """ "No group has claimed the attack", "the group has not claimed it"."""
    if any(tree.lemmas[mark].lower() in ("not", "never") for mark in tree.having(verb, "advmod")):
        return True
    return any(is_nobody(tree, subject) for subject in tree.having(verb, *_SUBJECTS))
