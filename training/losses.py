"""What the heads are trained on: a weighted sum of their losses, word by word."""

from __future__ import annotations

from torch import Tensor
from torch.nn import functional as F

from training.batches import Batch
from training.labels import slices
from training.net import Scorers
from training.units import NONE
from training.windows import TAGS

SLICES = slices()
# Losses are summed over labelled words and divided by all words of the batch, so that a
# word counts the same in whatever company it is read; the weights make up for rare labels.
WEIGHTS = {
    "upos": 0.5, "xpos": 0.5, "sentence": 1.0, "names": 2.0, "voices": 1.0,
    "arcs": 1.5, "deprels": 1.0, "links": 0.5,
}  # fmt: skip


def losses(out: Tensor, scorers: Scorers, batch: Batch) -> dict[str, Tensor]:
    """Each head's weighted loss over the words that carry its label, by word of the batch."""
    out = out.float()
    found: dict[str, Tensor] = {}
    words = (batch.first > 0).sum()

    def loss(name: str, scores: Tensor, gold: Tensor) -> None:
        total = F.cross_entropy(scores, gold, ignore_index=NONE, reduction="sum")
        found[name] = WEIGHTS[name] * total / words

    for name in TAGS:
        gold = batch.labels[name]
        if (gold != NONE).any():
            loss(name, out[..., SLICES[name]].flatten(0, 1), gold.flatten())
    known = batch.heads != NONE
    if known.any():
        scores = scorers.arcs(out[..., SLICES["arc_dependent"]], out[..., SLICES["arc_governor"]])
        same = batch.sentences[:, :, None] == batch.sentences[:, None, :]
        scores = scores.masked_fill(~same, -1e4)
        loss("arcs", scores.flatten(0, 1), batch.heads.flatten())
        relations = relation_scores(out, scorers, batch.heads)
        loss("deprels", relations[known], batch.deprels[known])
    if (batch.links != NONE).any():
        scores = scorers.links(
            out[..., SLICES["link_dependent"]], out[..., SLICES["link_governor"]]
        )
        padding = (batch.first == 0)[:, None, :]
        loss("links", scores.masked_fill(padding, -1e4).flatten(0, 1), batch.links.flatten())
    return found


def relation_scores(out: Tensor, scorers: Scorers, heads: Tensor) -> Tensor:
    """Scores of each word's relation to its head, [batch, words, relations]."""
    governors = out[..., SLICES["label_governor"]]
    index = heads.clamp(min=0)[..., None].expand(-1, -1, governors.shape[-1])
    return scorers.labels(out[..., SLICES["label_dependent"]], governors.gather(1, index))
