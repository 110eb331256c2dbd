"""Quick figures while training; bench/ has the real ones.

Heads are greedy, labels are counted word by word, and no tree is mended.
"""

from __future__ import annotations

import torch
from torch import Tensor

from training.batches import Batch, batches
from training.labels import CATEGORIES
from training.losses import (
    SLICES,
    certainty,
    code_scores,
    relation_scores,
    role_labels,
    role_scores,
)
from training.net import Net, Scorers
from training.precision import mixed
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
    codes: list[tuple[str, str]] = []
    for group in batches(windows, 8000, None):
        batch = Batch(group)
        with mixed():
            out = net(batch.ids, batch.features, batch.first, batch.last)
        out = out.float()
        _tags(tally, out, batch)
        _tree(tally, out, batch, scorers)
        _links(tally, out, batch, scorers)
        _roles(tally, out, batch, scorers)
        codes += _codes(out, batch, scorers)
    net.train()
    return tally.figures() | ({"codes": macro_f1(codes)} if codes else {})


def _tags(tally: Tally, out: Tensor, batch: Batch) -> None:
    for name, gold in batch.labels.items():
        known = gold != NONE
        if not known.any():
            continue
        scores = out[..., SLICES[name]][known]
        gold = gold[known]
        if name == "contexts":
            bits = (gold[:, None] >> torch.arange(scores.shape[-1])) & 1
            tally.f1(name, (scores > 0).long().flatten(), bits.flatten())
            continue
        if name in ("certainty", "certainty_web"):
            error = (scores[:, 0].clamp(-3, 3) - certainty(gold)).abs()
            tally.share(f"{name}_error", error)
            continue
        guess = scores.argmax(-1)
        if name in ("upos", "xpos", "modes", "status"):
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


def _roles(tally: Tally, out: Tensor, batch: Batch, scorers: Scorers) -> None:
    for name, asked, relations, scorer in (
        ("roles", batch.asked, batch.roles, scorers.roles),
        ("arguments", batch.predicates, batch.arguments, scorers.arguments),
    ):
        if not asked:
            continue
        scores = role_scores(out, asked, scorer)
        known = (batch.first > 0)[[row for row, _ in asked], None, :]
        gold = role_labels(scores, asked, relations)
        tally.f1(name, ((scores > 0) & known).long().flatten(), gold.long().flatten())


def _codes(out: Tensor, batch: Batch, scorers: Scorers) -> list[tuple[str, str]]:
    """(right, guessed) of each marked pair, CONCEDE and RETREAT as YIELD."""
    if not batch.pairs:
        return []
    scores = code_scores(out, scorers, batch).softmax(-1)[:, : len(CATEGORIES)]
    found = []
    for row, (_, pair) in zip(scores, batch.pairs, strict=True):
        shares: dict[str, float] = {}
        for category, value in zip(CATEGORIES, row.tolist(), strict=True):
            shares[merged(category)] = shares.get(merged(category), 0.0) + value
        right = CATEGORIES[pair.codes[0]] if pair.codes[0] < len(CATEGORIES) else "none"
        found.append((merged(right), max(shares, key=lambda name: shares[name])))
    return found


def merged(category: str) -> str:
    """CONCEDE and RETREAT are one category in the public pairs."""
    return "YIELD" if category in ("CONCEDE", "RETREAT") else category


def macro_f1(pairs: list[tuple[str, str]]) -> float:
    """Unweighted mean F1 over the categories that are right anywhere, per cent."""
    names = {right for right, _ in pairs}
    scores = []
    for name in names:
        hits = sum(right == guess == name for right, guess in pairs)
        total = sum((right == name) + (guess == name) for right, guess in pairs)
        scores.append(2 * hits / total)
    return round(100 * sum(scores) / len(scores), 2)
