"""Quick figures while training; bench/ has the real ones.

Heads are greedy, labels are counted word by word, and no tree is mended.
"""

from __future__ import annotations

import torch
from torch import Tensor

from training.batches import Batch, batches
from training.losses import SLICES, relation_scores
from training.net import Net, Scorers
from training.units import NONE
from training.windows import Window


class Tally:
    """Hits and totals by figure's name."""

    def __init__(self) -> None:
        self.right: dict[str, float] = {}
        self.total: dict[str, float] = {}

    def share(self, name: str, hits: Tensor) -> None:
        """Accuracy: the share of true values."""
        self._add(name, float(hits.sum()), hits.numel())

    def f1(self, name: str, guess: Tensor, gold: Tensor) -> None:
        """F1 over words with a label (above 0): twice the hits over guesses and gold."""
        hits = ((guess == gold) & (gold > 0)).sum()
        self._add(name, 2 * float(hits), float((guess > 0).sum() + (gold > 0).sum()))

    def _add(self, name: str, right: float, total: float) -> None:
        self.right[name] = self.right.get(name, 0) + right
        self.total[name] = self.total.get(name, 0) + total

    def figures(self) -> dict[str, float]:
        """Per cent, by name."""
        return {
            name: round(100 * value / max(self.total[name], 1), 2)
            for name, value in self.right.items()
        }


@torch.inference_mode()
def evaluate(net: Net, scorers: Scorers, windows: list[Window]) -> dict[str, float]:
    """Figures of every head that the windows have labels for."""
    net.eval()
    tally = Tally()
    for group in batches(windows, 8000, None):
        batch = Batch(group)
        with torch.autocast("cpu", torch.bfloat16):
            out = net(batch.ids, batch.features, batch.first, batch.last)
        out = out.float()
        _tags(tally, out, batch)
        _tree(tally, out, batch, scorers)
        _links(tally, out, batch, scorers)
    net.train()
    return tally.figures()


def _tags(tally: Tally, out: Tensor, batch: Batch) -> None:
    for name, gold in batch.labels.items():
        known = gold != NONE
        if not known.any():
            continue
        guess = out[..., SLICES[name]].argmax(-1)[known]
        gold = gold[known]
        if name in ("upos", "xpos"):
            tally.share(name, guess == gold)
        elif name == "voices":
            for role, low in (("source", 1), ("cue", 3), ("content", 5)):
                tally.f1(role, _within(guess, low), _within(gold, low))
        else:
            tally.f1(name, guess, gold)


def _within(labels: Tensor, low: int) -> Tensor:
    return ((labels >= low) & (labels <= low + 1)).long()


def _tree(tally: Tally, out: Tensor, batch: Batch, scorers: Scorers) -> None:
    known = batch.heads != NONE
    if not known.any():
        return
    scores = scorers.arcs(out[..., SLICES["arc_dependent"]], out[..., SLICES["arc_governor"]])
    same = batch.sentences[:, :, None] == batch.sentences[:, None, :]
    guess = scores.masked_fill(~same, -1e4).argmax(-1)
    relation = relation_scores(out, scorers, guess).argmax(-1)
    hit = guess == batch.heads
    tally.share("uas", hit[known])
    tally.share("las", (hit & (relation == batch.deprels))[known])


def _links(tally: Tally, out: Tensor, batch: Batch, scorers: Scorers) -> None:
    known = batch.links != NONE
    if not known.any():
        return
    scores = scorers.links(out[..., SLICES["link_dependent"]], out[..., SLICES["link_governor"]])
    scores = scores.masked_fill((batch.first == 0)[:, None, :], -1e4)
    tally.share("links", (scores.argmax(-1) == batch.links)[known])
