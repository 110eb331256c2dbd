"""The language model's word on status, where tree and lexicon saw no voice.

That a report vouches for what it only hands on is the worst of errors: where the rules find the
report's own word and the model all but rules it out, the model is heeded.
"""

from __future__ import annotations

from typing import cast

import numpy as np

from onrecord.language.inventories import STATUSES
from onrecord.reading.tree import Tree
from onrecord.record import Status

DOUBT = 0.05
"""Below this share of ``asserted`` the model is heeded."""


def shares(tree: Tree, place: int) -> dict[Status, float]:
    """The model's share of each status at a happening; empty where the weights lack the head."""
    rows = tree.scores.rows.get("status")
    if rows is None:
        return {}
    row = rows[place].astype(np.float64)
    powers = np.exp(row - row.max())
    names = cast(tuple[Status, ...], STATUSES)
    return dict(zip(names, (powers / powers.sum()).tolist(), strict=True))


def heeded(tree: Tree, place: int, status: Status) -> Status:
    """The status after the model's word."""
    found = shares(tree, place)
    if status != "asserted" or not found or found["asserted"] >= DOUBT:
        return status
    return max(found, key=lambda name: found[name])
