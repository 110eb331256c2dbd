"""The words of a source and of a content: a nominal with its name and what is joined to it; runs
without loose marks at their ends.
"""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.reading.tree import Tree, remembered, runs

QUOTES = frozenset("\"“”„«»‘’'")
Run = tuple[int, int]
LONGEST_NAME = 6  # words, its title included


@remembered
def named(tree: Tree, head: int) -> Run:
    """A source's words: the nominal with what is joined to it and its name in apposition."""
    first, last = tree.phrase(head)
    for place in tree.conjuncts(head)[1:]:
        low, high = tree.phrase(place)
        first, last = min(first, low), max(last, high)
    beside = [c for c in tree.children[tree.heads[head]] if c > head and _is_subject(tree, c)]
    if not _is_subject(tree, head):
        beside = []  # a name that the parser made a second subject ("spokeswoman" "Ana Paz")
    for place in (*tree.having(head, "appos", "flat"), *beside):
        low, high = tree.phrase(place)
        # "a spokeswoman for the rebels, Ana Paz": a name may stand further off
        if low <= last + 2 or (tree.upos[place] == "PROPN" and tree.words[low - 1] == ","):
            last = max(last, high)
    last = _with_name(tree, last)
    first, last = tree.visible(*behind_dateline(tree, first, last))
    opened = any(tree.words[place] == "(" for place in range(first, last + 1))
    closed = any(tree.words[place] == ")" for place in range(first, last + 1))
    if opened and not closed and last + 1 < len(tree) and tree.words[last + 1] == ")":
        last += 1  # "the Rescue Service (ARS)"
    return first, last


def _with_name(tree: Tree, last: int) -> int:
    """ "the chairman of the judges, Ondrej Halagan, feared": up to the end of a name between commas
    that the parser may have given to any noun of the nominal."""
    first = last + 2
    if first >= len(tree) or tree.words[last + 1] != ",":
        return last
    end = first
    while end < len(tree) and end - first < LONGEST_NAME and tree.upos[end] == "PROPN":
        end += 1
    closed = end > first and end < len(tree) and tree.words[end] == ","
    person = any(tree.doc[p].ent_type_ == "PERSON" for p in range(first, end))
    beside = any(tree.deps[p] == "appos" and tree.heads[p] <= last for p in range(first, end))
    return end - 1 if closed and person and beside else last


def behind_dateline(tree: Tree, first: int, last: int) -> Run:
    """ "LIMA - A spokesman": without the place in front of the dash."""
    while first < last and first in tree.datelines:
        first += 1
    return first, last


def _is_subject(tree: Tree, place: int) -> bool:
    return tree.deps[place] == "nsubj" and tree.heads[place] != place


def clean(tree: Tree, words: Iterable[int]) -> tuple[Run, ...]:
    """Words as runs without white space and loose marks at their ends."""
    found = []
    for first, last in runs(words):
        while first <= last and _loose(tree, first):
            first += 1
        while last >= first and _loose(tree, last):
            last -= 1
        if first <= last:
            found.append((first, last))
    return tuple(found)


def _loose(tree: Tree, place: int) -> bool:
    return tree.upos[place] in ("SPACE", "PUNCT") and tree.words[place] not in QUOTES
