"""What somebody says he does not know of: "had no information about a raid", "was unaware of any
raid", "could not confirm the raid", "was checking reports of a raid". He neither vouches for it nor
had a part in it; it stands on nobody's word.
"""

from __future__ import annotations

from onrecord.codes.cues import cues
from onrecord.codes.steering import having
from onrecord.reading.tree import Tree

_CLIMB = 3  # "had no information on reports of a raid"
_DOWN = ("obl", "nmod", "obj", "obl:arg")
_NONE = frozenset(("no", "not", "never", "n't", "neither", "nothing"))


def unknowing(tree: Tree, place: int) -> int | None:
    """The verb or adjective by which somebody knows nothing of the act that a noun names; None
    where nobody says so."""
    reported = False
    for _ in range(_CLIMB):
        above = tree.heads[place]
        if above == place or tree.deps[place] not in _DOWN:
            return None
        if _knows_not(tree, above, place) or (reported and _checks(tree, above)):
            return above
        reported = _is_report(tree, above)
        place = above
    return None


def _knows_not(tree: Tree, word: int, place: int) -> bool:
    lemma = tree.lemmas[word].lower()
    if tree.upos[word] == "NOUN":  # "no information about it"
        return lemma in having("knowledge") and _is_none(tree, word)
    if lemma in having("unaware"):
        return True
    if lemma == "have":  # where the parser hung the phrase on the verb
        things = (c for c in tree.having(word, "obj") if c < place)
        return any(_knows_not(tree, thing, place) for thing in things)
    return lemma in having("knowing") and _is_none(tree, word)


def _is_none(tree: Tree, word: int) -> bool:
    marks = [*tree.having(word, "det", "advmod")]
    if tree.upos[word] == "NOUN" and tree.deps[word] == "obj":
        marks += tree.having(tree.heads[word], "advmod")
    if tree.upos[word] == "VERB":
        marks += tree.having(word, "obj")
    return any(tree.lemmas[mark].lower() in _NONE for mark in marks)


def _is_report(tree: Tree, word: int) -> bool:
    return any(entry.reports for entry in cues(tree.lemmas[word].lower(), "noun"))


def _checks(tree: Tree, verb: int) -> bool:
    return tree.lemmas[verb].lower() in having("weighing")
