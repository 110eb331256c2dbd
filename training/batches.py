"""Windows of like length together, padded to tensors."""

from __future__ import annotations

import random

import torch
from torch import Tensor

from training.units import NONE
from training.windows import TAGS, Window


class Batch:
    """Windows padded to one length, as tensors."""

    def __init__(self, windows: list[Window]) -> None:
        # few distinct shapes: a kernel is compiled for each one that is met
        subwords = _round_up(max(len(window.ids) for window in windows))
        words = _round_up(max(len(window.first) for window in windows))

        def fill(rows: list[list[int]], width: int, value: int) -> Tensor:
            return torch.tensor([row + [value] * (width - len(row)) for row in rows])

        self.ids = fill([w.ids for w in windows], subwords, 0)
        self.features = fill([w.features for w in windows], subwords, 0)
        self.first = fill([w.first for w in windows], words, 0)
        self.last = fill([w.last for w in windows], words, 0)
        self.labels = {name: fill([w.labels[name] for w in windows], words, NONE) for name in TAGS}
        self.heads = fill([w.heads for w in windows], words, NONE)
        self.deprels = fill([w.deprels for w in windows], words, NONE)
        self.links = fill([w.links for w in windows], words, NONE)
        self.sentences = fill([w.sentences for w in windows], words, -2)
        self.asked = [(row, word) for row, w in enumerate(windows) for word in w.asked]
        self.roles = [(row, *role) for row, w in enumerate(windows) for role in w.roles]
        self.predicates = [(row, word) for row, w in enumerate(windows) for word in w.predicates]
        self.arguments = [(row, *found) for row, w in enumerate(windows) for found in w.arguments]
        self.pairs = [(row, pair) for row, w in enumerate(windows) for pair in w.pairs]


def _round_up(length: int, step: int = 16) -> int:
    return -(-length // step) * step


def batches(windows: list[Window], size: int, rng: random.Random | None) -> list[list[Window]]:
    """Windows of like length together, at most ``size`` padded subwords a batch."""
    jitter = (lambda: rng.uniform(0.9, 1.1)) if rng else (lambda: 1.0)
    ordered = sorted(windows, key=lambda window: len(window.ids) * jitter())
    found: list[list[Window]] = [[]]
    longest = 0
    for window in ordered:
        longest = max(longest, _round_up(len(window.ids)))
        if found[-1] and longest * (len(found[-1]) + 1) > size:
            found.append([])
            longest = _round_up(len(window.ids))
        found[-1].append(window)
    if rng:
        rng.shuffle(found)
    return found
