"""The best sequence of B-, I- and O labels, where the best label of each word alone is none.

Word by word, "North Korea" may come out as two names and "Donald John Trump" as one and
a rest, and a quoted sentence in pieces. The path with the best sum of scores (Viterbi 1967),
under which no ``I-x`` follows anything but its own kind, keeps them whole.
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
CERTAIN = 4.0  # a word whose best label leads by this much keeps it

VOICES = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
FOLLOWS = (
    (0.8, 0.5, NEVER, -0.7, NEVER, 0.0, NEVER),
    (-2.2, -5.3, 2.2, 2.8, NEVER, -2.9, NEVER),
    (-1.9, -3.2, 2.7, 1.7, NEVER, -2.4, NEVER),
    (-0.7, 0.8, NEVER, -6.3, 2.8, 2.4, NEVER),
    (-1.8, 0.3, NEVER, -5.5, 3.1, 2.4, NEVER),
    (-2.4, -0.9, NEVER, -0.5, NEVER, -5.5, 0.8),
    (-2.1, -0.7, NEVER, -1.7, NEVER, -2.5, 0.8),
)
"""How much likelier one label of ``VOICES`` (row) makes the next (column): logarithms of odds,
counted in PolNeAR's training part."""
SHARE = 0.25  # of these odds: the scores know most of them (chosen on PolNeAR's dev part)


def voice_transitions(inventory: Sequence[str]) -> Floats:
    """What is added for going from one label of voices (row) to the next (column)."""
    places = [VOICES.index(label) for label in inventory]
    odds = np.array(FOLLOWS, dtype=np.float32)[places][:, places]
    found: Floats = np.where(odds > NEVER, np.float32(SHARE) * odds, np.float32(NEVER))
    return found


def transitions(inventory: Sequence[str]) -> Floats:
    """What it costs to go from one label of names (row) to the next (column)."""
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

    Words that are certain part the text into short runs, each solved alone between the
    labels beside it.
    """
    best: Ints = scores.argmax(axis=1)
    ranked = np.partition(scores, -2, axis=1)
    unsure = ranked[:, -1] - ranked[:, -2] < certain
    steps = costs[np.append(0, best[:-1]), best] <= NEVER  # certain, and yet not to be
    doubtful = np.flatnonzero(unsure | steps | np.append(steps[1:], False))
    if not len(doubtful):
        return best
    breaks = np.flatnonzero(np.diff(doubtful) > 1) + 1
    firsts, lasts = doubtful[np.append(0, breaks)], doubtful[np.append(breaks - 1, -1)]
    _solve(scores, costs, best, firsts, lasts - firsts + 1)
    return best


def _solve(scores: Floats, costs: Floats, best: Ints, firsts: Ints, sizes: Ints) -> None:
    """Write the best labels of runs of words, each between certain ones, all runs step by step at
    once: the longest first, so that those that go on at a step are the first of them."""
    order = np.argsort(-sizes, kind="stable")
    firsts, sizes = firsts[order], sizes[order]
    going = np.searchsorted(-sizes, -np.arange(sizes[0])).tolist()  # runs, step by step
    total = scores[firsts] + costs[np.where(firsts > 0, best[firsts - 1], 0)]
    back: list[Ints] = []
    for step, runs in enumerate(going[1:], 1):
        ways = total[:runs, :, None] + costs
        back.append(ways.argmax(axis=1))
        total[:runs] = ways.max(axis=1) + scores[firsts[:runs] + step]
    behind = firsts + sizes
    inside = behind < len(best)
    total[inside] += costs[:, best[behind[inside]]].T
    labels = total.argmax(axis=1)
    for step in range(len(back), 0, -1):
        runs = going[step]
        best[firsts[:runs] + step] = labels[:runs]
        labels[:runs] = back[step - 1][np.arange(runs), labels[:runs]]
    best[firsts] = labels
