"""Whom an act is done to, where neither the frame nor a sure word of the model says so.

The less often acts of a kind name anybody (codes/data/received.tsv), the surer the model has to be:
a sanction without anybody to feel it is rare, a curfew or a mobilisation needs nobody. Whom a short
sentence leaves out may stand in the sentences before ("Kathmandu rejected the decision").
"""

from __future__ import annotations

from collections.abc import Collection
from functools import cache
from math import exp, log

from onrecord.codes.tables import rows
from onrecord.reading.tree import Tree
from onrecord.reading.who.participants import Who
from onrecord.reading.who.scenery import is_scene
from onrecord.record import Entity

NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "X"))
DOUBT = -1.0
"""Log-odds that a word needs for an act that names somebody half of the time (with TRUST, fitted
on development parts)."""
TRUST = 2.5
"""How much the log-odds of the kind of act weigh against those of the word."""
LEAST, MOST = 0.1, 0.95
LIKELY = 0.5
"""The share that a word of a sentence before needs."""
BACK = 2  # sentences before


def hoped(
    tree: Tree,
    who: Who,
    place: int,
    speaker: list[Entity],
    *,
    event: str,
    mode: str | None,
    barred: Collection[str],
) -> list[Entity]:
    """Whom the act at ``place`` is done to. barred: names of those who do it."""
    needed = least(event, mode)
    first = tree.sentences[max(0, tree.sentence_of[place] - BACK)][0]
    own, last = tree.sentence(place)
    acting, receiving = tree.scores.roles(place, first, last).tolist()
    share = {
        word: receiving[word - first]
        for word in range(first, last)
        if word != place
        and tree.upos[word] in NOMINAL
        and needed <= receiving[word - first] >= acting[word - first]
        and (word >= own or receiving[word - first] >= LIKELY)
    }
    for word in sorted(share, key=share.__getitem__, reverse=True):
        top = tree.heads[word] if tree.deps[word] == "conj" else word
        found = [
            entity
            for joined in tree.conjuncts(top)
            if joined in share
            for entity in who.anybody(joined, speaker)
            if (entity.name or entity.text) not in barred and not is_scene(tree, joined, entity)
        ]
        if found:
            return found
    return []


def least(event: str, mode: str | None) -> float:
    """The share that a word needs to be taken for the recipient of an act of that kind."""
    named = _named()
    usual = named.get((event, mode or "")) or named.get((event, ""), 0.5)
    return min(max(_chance(DOUBT - TRUST * log(usual / (1 - usual))), LEAST), MOST)


def _chance(log_odds: float) -> float:
    return 1 / (1 + exp(-log_odds))


@cache
def _named() -> dict[tuple[str, str], float]:
    return {(row["event"], row["mode"]): float(row["share"]) for row in rows("received")}
