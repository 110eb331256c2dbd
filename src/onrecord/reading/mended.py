"""Where grammar knows better than the parser: mended once, before anything is asked of a tree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language.lemmas import lemma

if TYPE_CHECKING:
    from onrecord.reading.tree import Tree

_LONGEST_TITLE = 5  # words from a title's "of" to the name: "of Foreign Affairs"
_SUBJECTS = ("nsubj", "nsubj:pass")
_INDEFINITE = frozenset(("a", "an"))


def mend(tree: Tree) -> None:
    """Changes tags, heads and relations of the tree in place."""
    _gerunds(tree)
    _appositions(tree)
    _titles(tree)


def _gerunds(tree: Tree) -> None:
    """ "suspected of bombing a bank": what has an object is a verb, though tagged a noun."""
    for thing, relation in enumerate(tree.deps):
        place = tree.heads[thing]
        if relation == "obj" and tree.tags[place] == "NN" and tree.words[place].endswith("ing"):
            tree.upos[place], tree.tags[place] = "VERB", "VBG"
            tree.lemmas[place] = lemma(tree.words[place], "VBG")


def _appositions(tree: Tree) -> None:
    """ "thanked Soto, a judge and poet": what stands behind a person's name with no comma before
    its "and" goes on saying who that is, and is nobody else."""
    for place, relation in enumerate(tree.deps):
        name = tree.heads[place]
        if relation != "conj" or tree.tags[place] != "NN" or tree.tags[name] != "NNP":
            continue
        first = _described_as(tree, name, place)
        joint = tree.child(place, "cc")
        if first is None or joint is None or tree.words[joint - 1] == ",":
            continue
        if tree.child(place, "nmod:poss") is not None:
            continue  # "..., the mayor and his brother"
        tree.deps[first] = "appos"
        tree.hang(place, first, "conj")


def _described_as(tree: Tree, name: int, last: int) -> int | None:
    """The noun between a person's name and ``last`` that says who it is, hung as such or, before a
    noun that shares its "his" or "a", as one more in a list."""
    if tree.doc[name].ent_type_ != "PERSON":
        return None
    bare = tree.child(last, "det", "nmod:poss", "nummod") is None
    for noun in tree.having(name, "appos", "conj"):
        if not name < noun < last or tree.tags[noun] != "NN" or tree.child(noun, "cc"):
            continue
        if tree.deps[noun] == "appos":
            return noun
        owned = tree.child(noun, "nmod:poss") is not None
        led = any(tree.words[mark].lower() in _INDEFINITE for mark in tree.having(noun, "det"))
        if bare and (owned or led):
            return noun
    return None


def _titles(tree: Tree) -> None:
    """ "Secretary of State John Kerry said": one subject, though the parser has two."""
    for entity in tree.doc.ents:
        name = entity.start
        near = range(name - 2, max(0, name - _LONGEST_TITLE), -1)
        link = next((place for place in near if tree.words[place] == "of"), 0)
        noun = link - 1
        if entity.label_ != "PERSON" or noun < 0:
            continue
        office = (noun, *range(link + 1, name))
        if not all(tree.words[word][0].isupper() for word in office):
            continue
        loose = tree.deps[name] == "nmod" and tree.heads[name] == noun and not tree.case(name)
        if loose or (tree.deps[noun] in _SUBJECTS and tree.deps[name] in _SUBJECTS):
            tree.hang(name, noun, "appos")
            if tree.heads[link] == name:
                tree.hang(link, name - 1, "case")
