"""Warnings that threaten nobody: "NATO warned that Russia would attack" tells of what another may
do. A threat is of one's own deed: "Iran warned that it would close the strait", "its fighters
would shell", or of one that nobody is named for ("that sanctions would follow").
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from onrecord.reading.tree import Tree
from onrecord.reading.what.sayings import told
from onrecord.record import Entity

_STATE = frozenset(("GOV", "MIL", "COP", "LEG", "JUD", "SPY"))


def is_foretold(
    tree: Tree, verb: int, warners: Sequence[Entity], read: Callable[[int], list[Entity]]
) -> bool:
    """Whether a verb of warning tells what somebody else than the warners will do; read: whom a
    word means."""
    clause = told(tree, verb) if tree.upos[verb] == "VERB" else None
    doing = None if clause is None else tree.child(clause, "nsubj")
    if doing is None or tree.upos[doing] not in ("NOUN", "PROPN") or not warners:
        return False
    owner = tree.child(doing, "nmod:poss")
    if owner is not None and tree.upos[owner] == "PRON":
        return False
    doers = read(doing)
    return bool(doers) and not any(_are_one(one, other) for one in warners for other in doers)


def _are_one(warner: Entity, doer: Entity) -> bool:
    """Whether both are of one state or one force: "the general warned that troops would fire"."""
    if warner.country is not None and doer.country is not None:
        return warner.country == doer.country
    if (warner.name or warner.text) == (doer.name or doer.text):
        return True
    nowhere = warner.country is None and doer.country is None
    return nowhere and {warner.sector, doer.sector} <= _STATE
