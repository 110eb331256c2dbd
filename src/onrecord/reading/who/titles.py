"""Titles that a person has beside the one that stands right before the name: one joined to it
("chairman and chief executive Jan Novak"), one with a place or body of its own ("ambassador to Chad
Jan Novak"), and the letters behind a legislator's name ("D-Ohio").
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from functools import cache

from onrecord.codes.actors import resolve
from onrecord.codes.tables import rows
from onrecord.reading.tree import Tree

ARTICLES = frozenset(("the", "a", "an"))
SINGULAR = frozenset(("NN", "NNP"))
_TITLED = frozenset(("NOUN", "PROPN", "ADJ"))
_LINKS = frozenset(("to", "of", "for", "at", "in"))
_MARKS = frozenset(("(", ","))
_REACH = 8  # words of a title's own place or body


def joined_titles(tree: Tree, start: int, named: Container[int]) -> Iterator[tuple[int, int, int]]:
    """First word, noun and last word of a title that is joined to the one that begins at
    ``start``. Without an article each of the two is somebody else's only in a headline."""
    noun = start - 2
    if noun < 0 or tree.words[start - 1] != "and" or not _is_title(tree, noun, named):
        return
    if tree.deps[noun] == "conj" or any(place < start for place in tree.conjuncts(noun)[1:]):
        return  # one of a list
    begin = _begin(tree, noun)
    if not begin or tree.words[begin - 1].lower() not in ARTICLES:
        yield begin, noun, noun


def long_title(tree: Tree, first: int, named: Container[int]) -> tuple[int, int, int] | None:
    """First word, noun and last word of a title that ends, right before the name, with the place
    or body that it is of."""
    last = first - 1
    if last < 2 or tree.upos[last] not in ("PROPN", "NOUN"):
        return None
    for link in range(last - 1, max(0, last - _REACH), -1):
        if tree.words[link] in _LINKS:
            noun = link - 1
            if not (_is_title(tree, noun, named) or _is_office(tree, noun, last)):
                return None
            return (_begin(tree, noun), noun, last) if tree.edges(noun)[1] >= link else None
        if tree.upos[link] not in _TITLED and tree.words[link] != "the":
            return None
    return None


def is_party_tag(tree: Tree, place: int) -> bool:
    """Whether the letters of a legislator's party and state begin at a word: "(D-Ohio)"."""
    if place < 2 or place + 2 >= len(tree) or tree.words[place - 1] not in _MARKS:
        return False
    tagged = tree.words[place] in _parties() and tree.words[place + 1] == "-"
    return tagged and tree.words[place + 2][0].isupper()


def party_land(tree: Tree, last: int) -> str | None:
    """The country whose legislators are told by their party and state, behind the last word of a
    name that has such a tag."""
    return _parties()[tree.words[last + 2]] if is_party_tag(tree, last + 2) else None


def _is_title(tree: Tree, noun: int, named: Container[int]) -> bool:
    """Whether a noun in the singular says what one person is, and is part of no name."""
    if noun < 0 or tree.tags[noun] not in SINGULAR or noun in named:
        return False
    found = resolve(tree.words[noun])
    return found is not None and found.kind == "person" and found.role is not None


def _is_office(tree: Tree, noun: int, last: int) -> bool:
    """Whether only all its words say what one person is: "Secretary of State"."""
    found = resolve(tree.part(noun, last).text) if tree.tags[noun] in SINGULAR else None
    return found is not None and found.kind == "person" and found.sector is not None


def _begin(tree: Tree, noun: int) -> int:
    """The first word of a title: "Maine senator", "Kenya Airways chairman"."""
    begin = noun
    while begin and tree.upos[begin - 1] in _TITLED and tree.heads[begin - 1] <= noun:
        if tree.heads[begin - 1] < begin - 1:
            break
        begin -= 1
    return begin


@cache
def _parties() -> dict[str, str]:
    return {row["word"]: row["kind"] for row in rows("referring") if row["class"] == "party_tag"}
