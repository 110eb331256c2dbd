"""The language model's word on status and negation, beside that of tree and lexicon.

That a report vouches for what it only hands on is the worst of errors: where the rules find the
report's own word and the model all but rules it out, the model is heeded. The other way round it
is where two witnesses agree: the model is sure of the report's own word, and it hears nobody tell
it, or the tree has it in a clause that only describes something ("must pay, the court ruled, for
the road that they blocked").
Where it is sure that something did not happen, that is heeded too.
"""

from __future__ import annotations

from typing import cast

from onrecord.language.inventories import STATUSES
from onrecord.reading.status.conditions import is_counterfactual
from onrecord.reading.tree import Tree
from onrecord.record import Status

DOUBT = 0.3
"""Below this share of ``asserted`` the model is heeded."""
SURELY = 0.98
"""The share of ``asserted`` from which the model is heeded where it hears no voice either."""
DESCRIBED = 0.9
"""The share of ``asserted`` from which it is heeded of a clause that describes something."""
SURELY_NOT = 0.98
"""The share of "it did not happen" from which the model is heeded; what the words say stands."""
_STATUSES = cast(tuple[Status, ...], STATUSES)


def shares(tree: Tree, place: int) -> dict[Status, float]:
    """The model's share of each status at a happening; empty where the weights lack the head."""
    return dict(zip(_STATUSES, tree.scores.shares("status", place), strict=False))


def heeded(
    tree: Tree, place: int, status: Status, *, disputed: bool, described: bool = False
) -> Status:
    """The status after the model's word; disputed: the model hears nobody tell it; described: the
    tree has it in a clause that describes something told."""
    found = shares(tree, place)
    if not found:
        return status
    if status == "asserted":
        return status if found["asserted"] >= DOUBT else max(found, key=lambda name: found[name])
    if described and found["asserted"] >= DESCRIBED:
        return "asserted"
    return "asserted" if disputed and found["asserted"] > SURELY else status


def negation(tree: Tree, place: int, told: bool) -> bool:
    """Whether a happening is said not to have happened, after the model's word; told: what the
    words around it say, who alone know that "would not have attacked had they not killed" turns the
    negation round."""
    if is_counterfactual(tree, place):
        return told
    share = _second(tree, "negated", place)
    if share is None:
        return told
    return told or share > SURELY_NOT


def on_record(tree: Tree, cue: int) -> float | None:
    """The model's share of a saying that belongs on record by itself; None where the weights lack
    the head. Trained on sayings of whoever plays a part in politics; a saying about prices, the
    weather or a match, or by someone who does nothing in public life, is none (PLOVER has no
    category for mere statements; docs/record.md)."""
    return _second(tree, "statement", cue)


def _second(tree: Tree, head: str, place: int) -> float | None:
    """The share of the second of a head's two answers."""
    found = tree.scores.shares(head, place)
    return found[1] if found else None
