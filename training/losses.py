"""What the heads are trained on: a weighted sum of their losses, word by word."""

from __future__ import annotations

from collections.abc import Callable

import torch
from torch import Tensor
from torch.nn import functional as F

from training.batches import Batch
from training.labels import CATEGORIES, slices
from training.net import Scorers
from training.units import NONE
from training.windows import TAGS

SLICES = slices()
# Losses are summed over labelled words and divided by all words of the batch, so that a
# word counts the same in whatever company it is read; the weights make up for rare labels.
WEIGHTS = {
    "upos": 0.5, "xpos": 0.5, "sentence": 1.0, "names": 2.0, "voices": 1.0,
    "arcs": 1.5, "deprels": 1.0, "links": 0.5,
    "events": 6.0, "modes": 4.0, "contexts": 1.0, "status": 3.0, "certainty": 6.0,
    "certainty_web": 4.0,
    "statement": 3.0, "negated": 3.0,
    "roles": 3.0, "codes": 8.0, "somewhere": 2.0, "arguments": 0.5,
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
        known = gold != NONE
        if not known.any():
            continue
        if name == "contexts":
            total = _bits_loss(out[..., SLICES[name]][known], gold[known])
            found[name] = WEIGHTS[name] * total / words
        elif name in ("certainty", "certainty_web"):
            found[name] = WEIGHTS[name] * _scale_loss(out[..., SLICES[name]][known], gold[known])
            found[name] = found[name] / words
        else:
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
    if batch.asked:
        scores = role_scores(out, batch.asked, scorers.roles)
        found["roles"] = _relations_loss(scores, batch, batch.asked, batch.roles)
        found["roles"] = WEIGHTS["roles"] * found["roles"] / words
    if batch.predicates:
        scores = role_scores(out, batch.predicates, scorers.arguments)
        total = _relations_loss(scores, batch, batch.predicates, batch.arguments)
        found["arguments"] = WEIGHTS["arguments"] * total / words
    if batch.pairs:
        found["codes"] = WEIGHTS["codes"] * _codes_loss(out, scorers, batch) / words
        found["somewhere"] = WEIGHTS["somewhere"] * _somewhere_loss(out, batch) / words
    return found


def _bits_loss(scores: Tensor, bits: Tensor) -> Tensor:
    """Each context by itself; ``bits`` holds one in each of its binary places."""
    places = torch.arange(scores.shape[-1])
    return F.binary_cross_entropy_with_logits(
        scores, ((bits[:, None] >> places) & 1).float(), reduction="sum"
    )


def _scale_loss(scores: Tensor, hundredths: Tensor) -> Tensor:
    """Absolute error on the scale of certainty, -3 to 3; labels stand in hundredths from -3."""
    return F.smooth_l1_loss(scores[:, 0], certainty(hundredths), reduction="sum", beta=0.3)


def certainty(hundredths: Tensor) -> Tensor:
    """Labels back on the scale from -3 to 3."""
    return hundredths.float() / 100 - 3


def _relations_loss(
    scores: Tensor,
    batch: Batch,
    asked: list[tuple[int, int]],
    relations: list[tuple[int, int, int, int]],
) -> Tensor:
    """Each word by itself: which roles it has to the words ``asked``, [asked, roles, words]."""
    gold = role_labels(scores, asked, relations)
    total = F.binary_cross_entropy_with_logits(scores, gold, reduction="none")
    return (total * (batch.first > 0)[_rows(asked), None, :]).sum()


def role_labels(
    scores: Tensor, asked: list[tuple[int, int]], relations: list[tuple[int, int, int, int]]
) -> Tensor:
    """Ones where a relation (row, word asked, word, role) stands, in the shape of ``scores``."""
    gold = torch.zeros_like(scores)
    number = {found: place for place, found in enumerate(asked)}
    for row, event, word, role in relations:
        if (row, event) in number:
            gold[number[row, event], role, word] = 1.0
    return gold


def role_scores(
    out: Tensor, asked: list[tuple[int, int]], scorer: Callable[[Tensor, Tensor], Tensor]
) -> Tensor:
    """Logits [asked, roles, words] of the words (row, word) ``asked``."""
    rows, words = _rows(asked), torch.tensor([word for _, word in asked])
    return scorer(
        out[rows, words][:, SLICES["role_event"]], out[rows][..., SLICES["role_argument"]]
    )


def _rows(asked: list[tuple[int, int]]) -> Tensor:
    return torch.tensor([row for row, _ in asked])


def _codes_loss(out: Tensor, scorers: Scorers, batch: Batch) -> Tensor:
    """Negative log probability of the right categories together, a little smoothed."""
    scores = F.log_softmax(code_scores(out, scorers, batch), dim=-1)
    right = torch.full_like(scores, -1e4)
    for number, (_, pair) in enumerate(batch.pairs):
        right[number, list(pair.codes)] = 0.0
    return -(0.9 * torch.logsumexp(scores + right, dim=-1) + 0.1 * scores.mean(-1)).sum()


def _somewhere_loss(out: Tensor, batch: Batch) -> Tensor:
    """A pair's sentence says what happens but not by which word: at least one word of it names a
    happening of the pair's category (noisy-or, as in multiple-instance learning)."""
    rows = [
        (row, list(pair.codes))
        for row, pair in batch.pairs
        if pair.codes[0] < len(CATEGORIES) and bool((batch.labels["events"][row] == NONE).all())
    ]
    if not rows:
        return out.sum() * 0.0
    places = torch.tensor([row for row, _ in rows])
    shares = out[..., SLICES["events"]][places].softmax(-1)
    total = out.new_zeros(())
    for number, (row, codes) in enumerate(rows):
        named = shares[number, :, [1 + code for code in codes]].sum(-1)
        silent = torch.log1p(-named.clamp(max=0.999)) * (batch.first[row] > 0)
        total = total - torch.log(-torch.expm1(silent.sum().clamp(max=-1e-4)))
    return total


def code_scores(out: Tensor, scorers: Scorers, batch: Batch) -> Tensor:
    """Logits [pairs, codes] of ``batch.pairs``."""
    rows = torch.tensor([row for row, _ in batch.pairs])
    known = (batch.first > 0)[rows]
    actors, recipients = torch.zeros_like(known), torch.zeros_like(known)
    for number, (_, pair) in enumerate(batch.pairs):
        actors[number, list(pair.actor)] = True
        recipients[number, list(pair.recipient)] = True
    return scorers.codes(out[..., SLICES["code"]][rows], actors, recipients, known)


def relation_scores(out: Tensor, scorers: Scorers, heads: Tensor) -> Tensor:
    """Scores of each word's relation to its head, [batch, words, relations]."""
    governors = out[..., SLICES["label_governor"]]
    index = heads.clamp(min=0)[..., None].expand(-1, -1, governors.shape[-1])
    return scorers.labels(out[..., SLICES["label_dependent"]], governors.gather(1, index))
