"""Who had no hand in an act: "Oslo had no part in the raid", "had nothing to do with the raid",
"was not involved in the raid" tell of a raid that was not Oslo's.
"""

from __future__ import annotations

from onrecord.codes.steering import having
from onrecord.reading.tree import Tree

_LEADING = frozenset(("in", "with", "for", "behind", "to"))
_PHRASES = ("obl", "nmod", "obl:arg")


def is_disclaimed(tree: Tree, place: int) -> bool:
    """Whether a noun stands in a phrase of which its sentence says that somebody had no part."""
    above = tree.heads[place]
    if tree.deps[place] not in _PHRASES or tree.case(place) not in _LEADING:
        return False
    lemma = tree.lemmas[above].lower()
    if lemma == "do":  # "had nothing to do with it"
        return tree.lemmas[tree.heads[above]].lower() == "nothing"
    if lemma == "have":  # where the parser hung the phrase on the verb
        parts = (c for c in tree.having(above, "obj") if c < place)
        return any(_is_part(tree, part) and _is_none(tree, part) for part in parts)
    return lemma in having("involved") and _is_none(tree, above)


def _is_part(tree: Tree, noun: int) -> bool:
    return tree.lemmas[noun].lower() in having("involved")


def _is_none(tree: Tree, word: int) -> bool:
    """ "no part", "not involved", "did not have a part"."""
    verb = tree.heads[word]
    words = [*tree.having(word, "det", "advmod")]
    if tree.upos[word] == "NOUN" and tree.deps[word] == "obj":
        words += tree.having(verb, "advmod")
    return any(tree.lemmas[c].lower() in ("no", "not", "never", "n't") for c in words)
