"""Tense: how a clause stands to the day on which the report was printed.

Read off the tree: the auxiliaries and the form of the verb that carries the clause. A
participle, an infinitive or a noun has no tense of its own; it has that of the clause
that it belongs to, unless what lies between sets it apart in time.
"""

from __future__ import annotations

from typing import Literal

from onrecord.reading.tree import Tree

Tense = Literal["past", "perfect", "pluperfect", "present", "future"]

MODALS = frozenset(("will", "shall", "would", "may", "might", "can", "could", "must", "should", "’ll",
                    "'ll", "wo", "’d", "'d", "ought"))  # fmt: skip
_SHORT_HAVE = frozenset(("’d", "'d"))
_PAST = frozenset(("VBD",))
_PRESENT = frozenset(("VBZ", "VBP"))
_AUXILIARIES = ("aux", "aux:pass", "cop")


def own_tense(tree: Tree, place: int) -> Tense | None:
    """The tense that a word's own form and auxiliaries show; None where it is not finite."""
    finite: Tense | None = _of_tag(tree.tags[place]) if tree.upos[place] in ("VERB", "AUX") else None
    for child in tree.children[place]:
        if tree.deps[child] not in _AUXILIARIES:
            continue
        lemma, tag = tree.lemmas[child].lower(), tree.tags[child]
        if tag == "MD" or lemma in MODALS:
            if tree.words[child].lower() in _SHORT_HAVE and tree.tags[place] in ("VBN", "VBD"):
                return "pluperfect"
            return "future"
        if lemma == "have":
            return "pluperfect" if tag in _PAST else "perfect"
        finite = _of_tag(tag) or finite
    return finite


def _of_tag(tag: str) -> Tense | None:
    if tag in _PAST:
        return "past"
    return "present" if tag in _PRESENT else None
