"""The best sequence of B-, I- and O labels, where the best label of each word alone is none.

Word by word, "North Korea" may come out as two names and "Donald John Trump" as one and
a rest. The path with the best sum of scores (Viterbi 1967), under which no ``I-x``
follows anything but its own kind and a name that begins right behind another is unusual,
keeps them whole.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

NEVER = -1e4
# Names side by side without a mark between them are rare; set on our own training names.
BESIDE = -2.0
CERTAIN = 4.0  # a word whose O leads by this much is no part of a name


def transitions(inventory: Sequence[str]) -> Floats:
    """What it costs to go from one label (row) to the next (column)."""
    found = np.zeros((len(inventory), len(inventory)), dtype=np.float32)
    for row, before in enumerate(inventory):
        for column, after in enumerate(inventory):
            if after[0] == "I" and before[1:] != after[1:]:
                found[row, column] = NEVER
            elif after[0] == "B" and before != "O":
                found[row, column] = BESIDE
    return found


def best_labels(scores: Floats, costs: Floats, *, certain: float = CERTAIN) -> Ints:
    """scores [words, labels], label 0 being O -> a label a word.

    Words that are certain to be O part the text into short runs, each solved alone.
    """
    best: Ints = scores.argmax(axis=1)
    lead = scores[:, 0] - scores[:, 1:].max(axis=1)
    doubtful = np.flatnonzero(lead < certain)
    if not len(doubtful):
        return best
    breaks = np.flatnonzero(np.diff(doubtful) > 1) + 1
    for run in np.split(doubtful, breaks):
        best[run] = _path(scores[run], costs)
    return best


def _path(scores: Floats, costs: Floats) -> Ints:
    total = scores[0] + costs[0]  # what stands before a run is O
    back = np.zeros(scores.shape, dtype=np.int64)
    for place in range(1, len(scores)):
        ways = total[:, None] + costs
        back[place] = ways.argmax(axis=0)
        total = ways.max(axis=0) + scores[place]
    path = np.empty(len(scores), dtype=np.int64)
    path[-1] = total.argmax()
    for place in range(len(scores) - 1, 0, -1):
        path[place - 1] = back[place, path[place]]
    return path
