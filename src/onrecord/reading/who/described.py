"""What a report says of a name beside it: the title before it ("Finance Minister X"), the
noun in apposition ("X, the health minister,"), "known as X", "X was declared the winner".

A role noun that stands before a person's name belongs to the name whatever relation the
parser gives them, as long as they hang together at all.
"""

from __future__ import annotations

from collections.abc import Container, Iterator

from onrecord.codes.actors import resolve
from onrecord.reading.dates.lexicon import weekdays
from onrecord.reading.tree import SUBJECTS, Tree

NAMING = frozenset(("know", "call", "name", "dub", "nickname", "brand"))
_LISTING = frozenset(("of", "the", ",", "and", ".", "-", "(", ")"))
_TITLED = frozenset(("NOUN", "PROPN", "ADJ", "NUM"))
# a noun in place of a relative clause is how parsers take "declared her the winner"
_BESIDE = ("appos", "list", "dep", "parataxis", "acl:relcl")


def title(tree: Tree, first: int, last: int) -> int:
    """The first word of a person's name with its title; ``first`` where there is none."""
    before = first - 1
    if before < 0 or tree.upos[before] not in _TITLED or tree.tags[before] in ("NNS", "NNPS"):
        return first
    if not _hangs(tree, before, first, last):
        return first
    start = before
    while start > 0 and _continues(tree, start - 1):
        start -= 1
    while tree.tags[start] in ("POS", "HYPH", "CD") or tree.words[start] in "-’'":
        start += 1
    if start >= first:
        return first
    found = resolve(tree.part(start, before).text)
    return start if found is not None and found.kind == "person" else first


def shared_title(tree: Tree, first: int) -> tuple[int, int] | None:
    """First and last word of the plural that several names share: "Foreign Ministers Jan Novak
    of Poland and Ana Kolar of Slovenia"."""
    last = first - 1
    while last >= 0 and (tree.upos[last] == "PROPN" or tree.words[last] in _LISTING):
        if _is_several(tree, last):
            break
        last -= 1
    if last < 0 or not _is_several(tree, last):
        return None
    after = last + 2 if tree.words[last + 1] == "." else last + 1
    if tree.upos[after] != "PROPN":
        return None
    start = last
    while start > 0 and tree.upos[start - 1] in ("ADJ", "NOUN", "PROPN"):
        start -= 1
    return start, last


def _is_several(tree: Tree, place: int) -> bool:
    """Whether a noun is a plural, or short for one ("Sens. Novak and Kolar")."""
    if tree.tags[place] in ("NNS", "NNPS"):
        return True
    if place + 1 >= len(tree) or tree.words[place + 1] != ".":
        return False
    found = resolve(tree.words[place])
    return found is not None and found.kind == "group" and found.role is not None


def _continues(tree: Tree, place: int) -> bool:
    if tree.upos[place] in _TITLED or tree.tags[place] == "POS":
        return tree.upos[place] != "NUM"
    return tree.words[place] in ("-", "'s", "’s")


def _hangs(tree: Tree, before: int, first: int, last: int) -> bool:
    """Whether the word before a name and the name belong to one phrase."""
    head = tree.heads[before]
    inside = next((p for p in range(first, last + 1) if not first <= tree.heads[p] <= last), first)
    if first <= head <= last or tree.heads[inside] == before:
        return True
    if tree.deps[inside] in ("nmod", "obl", "dep") and not tree.case(inside):
        return True  # a name that hangs on what stands far off, by no preposition, hangs here
    while tree.deps[before] == "conj" and tree.heads[before] < before:
        before = tree.heads[before]  # "chairman and chief executive | Jan Novak"
    return tree.heads[before] == tree.heads[inside] and tree.deps[before] == tree.deps[inside]


def land_of(tree: Tree, last: int) -> str | None:
    """The country that stands behind a person's name: "Jan Novak of the Czech Republic"."""
    start = last + 2
    if start >= len(tree) or tree.words[last + 1] != "of":
        return None
    end = start
    while end < len(tree) and (tree.words[end] == "the" or tree.words[end][0].isupper()):
        if tree.words[end].lower() in weekdays():
            break  # "Jan Novak of Poland Tuesday met ..."
        end += 1
    if end == start or (end < len(tree) and tree.tags[end] in ("POS", "NN", "NNS")):
        return None  # "the arrest by Smith of Peru's minister"
    found = resolve(tree.part(start, end - 1).text)
    if found is None or not found.sure:
        return None
    return found.country if found.kind in ("state", "place") else None


def _is_common(tree: Tree, place: int) -> bool:
    """A noun that is no name: the tagger takes "president" beside a name for one at times."""
    if tree.upos[place] == "NOUN":
        return True
    return tree.upos[place] == "PROPN" and tree.words[place].islower()


def beside(tree: Tree, first: int, last: int, head: int, named: Container[int]) -> Iterator[int]:
    """Heads of the nouns that are said of a name, which stand for whom it stands for."""
    for child in tree.having(head, *_BESIDE):
        free = _is_common(tree, child) and child not in named
        if free and tree.child(child, *SUBJECTS, "cop") is None:
            yield child
    above = tree.heads[head]
    relation = tree.deps[head]
    other = first - 2
    if other >= 0 and tree.words[first - 1] == "," and _is_common(tree, other):
        same = tree.heads[other] == above and tree.deps[other] == relation
        if same and other not in named:
            yield other
    if above == head or above in named:
        return
    if relation in ("appos", "flat", "nmod:desc", "compound") and _is_common(tree, above):
        if relation == "appos" or above == first - 1:
            yield above
    elif relation in ("obl", "obj", "xcomp") and tree.lemmas[above] in NAMING:
        if tree.deps[above] == "acl" and _is_common(tree, tree.heads[above]):
            yield tree.heads[above]
    elif relation in ("obj", "iobj", *SUBJECTS):
        called = tree.child(above, "xcomp")
        if called is not None and _is_common(tree, called) and tree.case(called) in ("", "as"):
            yield called
