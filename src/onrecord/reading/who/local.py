"""Who can be taken for one of a report's own country, where nothing says whose he is."""

from __future__ import annotations

from onrecord.reading.tree import Tree
from onrecord.reading.where.toponyms import is_compass
from onrecord.reading.who.referring import referring, words_of
from onrecord.reading.who.salience import PLURAL
from onrecord.record import Entity


def stateless() -> frozenset[str]:
    """Sectors whose members have no country."""
    return words_of("stateless")


def is_local(tree: Tree, head: int, entity: Entity, *, anybody: bool = False) -> bool:
    """Whether somebody without a country can be taken for one of the report's country.

    anybody: though nothing is known of them but that they take part.
    """
    if entity.country is not None or entity.kind in ("state", "place", None):
        return False
    nothing_known = not (entity.sector or entity.role)
    if entity.sector in stateless() or (nothing_known and not anybody):
        return False
    lemma = tree.lemmas[head].lower()
    if is_compass(tree.words[head]):
        return False  # "the North" is nobody's own
    if lemma in words_of("outsider") or lemma in words_of("relation"):
        return False
    if nothing_known and _is_state(lemma):
        return False
    role = (entity.role or "").lower().rsplit(" ", 1)[-1]
    if role in words_of("outsider"):
        return False
    office = (entity.role or "").lower().split()
    words = (head, *tree.children[head])  # "foreign" of a "foreign minister" tells no origin
    return not any(tree.words[w].lower() not in office and _is_abroad(tree, w) for w in words)


def _is_abroad(tree: Tree, word: int) -> bool:
    """Whether a word says of somebody that they are of no one country: "foreign", "of Asia",
    "of five nations"."""
    if tree.words[word].lower() in words_of("foreign"):
        return True
    return (
        _is_state(tree.lemmas[word].lower())
        and tree.deps[word] == "nmod"
        and tree.tags[word] in PLURAL
    )


def _is_state(lemma: str) -> bool:
    """Whether a noun stands for a state, which is of no other: "nine governments"."""
    return referring().get((lemma, "pair")) == frozenset(("state",))
