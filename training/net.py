"""The network: one MiniLM encoder, read once, and a head for each question.

Every head answers per word, from the word's first and last subword; the only
second-order heads (which word governs which, which cue a span belongs to) are
products of two such vectors. So the encoder's single pass is nearly the whole cost.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from onrecord.language.features import FEATURES
from training.labels import ARC, ARGUMENTS, CODE, CODES, DEPRELS, HEADS, LABEL, LINK, ROLE, ROLES

HIDDEN, LAYERS, ATTENTION_HEADS, FEED, VOCABULARY, POSITIONS = 384, 6, 12, 1536, 30522, 512


class PooledDropout(nn.Module):
    """Dropout whose masks are slices of one random pool: drawing them afresh costs a tenth
    of a training step on a CPU."""

    pool: Tensor

    def __init__(self, share: float, size: int = 1 << 23) -> None:
        super().__init__()
        self.share, self.size = share, size
        keep = torch.rand(size) >= share
        self.register_buffer("pool", keep.to(torch.float32) / (1 - share), persistent=False)

    def forward(self, x: Tensor) -> Tensor:
        if not self.training or x.numel() > self.size:
            return x
        start = int(torch.randint(self.size - x.numel() + 1, ()).item())
        return x * self.pool[start : start + x.numel()].view(x.shape).to(x.dtype)


class Layer(nn.Module):
    """One BERT layer (post-norm)."""

    def __init__(self, dropout: nn.Module) -> None:
        super().__init__()
        self.query = nn.Linear(HIDDEN, HIDDEN)
        self.key = nn.Linear(HIDDEN, HIDDEN)
        self.value = nn.Linear(HIDDEN, HIDDEN)
        self.out = nn.Linear(HIDDEN, HIDDEN)
        self.norm1 = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.up = nn.Linear(HIDDEN, FEED)
        self.down = nn.Linear(FEED, HIDDEN)
        self.norm2 = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.dropout = dropout

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        batch, length, _ = x.shape
        split = (batch, length, ATTENTION_HEADS, HIDDEN // ATTENTION_HEADS)
        q, k, v = (
            part(x).view(split).transpose(1, 2) for part in (self.query, self.key, self.value)
        )
        # plain products: on CPUs several times faster to train than the fused attention
        scores = q @ k.transpose(-1, -2) * (q.shape[-1] ** -0.5) + mask.to(q.dtype)
        mixed = torch.softmax(scores.float(), dim=-1).to(v.dtype) @ v
        mixed = mixed.transpose(1, 2).reshape(batch, length, HIDDEN)
        x = self.norm1(x + self.dropout(self.out(mixed)))
        return self.norm2(x + self.dropout(self.down(F.gelu(self.up(x)))))


class Encoder(nn.Module):
    """MiniLM-L6 with a feature embedding (shape of the word, gap before it) at its input."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.words = nn.Embedding(VOCABULARY, HIDDEN)
        self.positions = nn.Embedding(POSITIONS, HIDDEN)
        self.features = nn.Embedding(FEATURES, HIDDEN)
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.dropout = PooledDropout(dropout)
        self.layers = nn.ModuleList(Layer(self.dropout) for _ in range(LAYERS))
        nn.init.zeros_(self.features.weight)

    def forward(self, ids: Tensor, features: Tensor) -> Tensor:
        """ids, features: [batch, subwords] (id 0 is padding) -> [batch, subwords, 384]."""
        places = torch.arange(ids.shape[1], device=ids.device)
        x = self.words(ids) + self.positions(places) + self.features(features)
        x = self.dropout(self.norm(x))
        mask = (ids == 0)[:, None, None, :].to(x.dtype) * -10000.0
        for layer in self.layers:
            x = layer(x, mask)
        return x


class Net(nn.Module):
    """Encoder and heads. The output holds, per word, the vectors of ``labels.HEADS`` in order."""

    def __init__(self, dropout: float = 0.1, head_dropout: float = 0.2) -> None:
        super().__init__()
        self.encoder = Encoder(dropout)
        self.word = nn.Linear(2 * HIDDEN, HIDDEN)
        self.pairs = nn.Linear(2 * HIDDEN, sum(n for _, n, pair in HEADS if pair))
        self.tags = nn.Linear(HIDDEN, sum(n for _, n, pair in HEADS if not pair))
        self.dropout = PooledDropout(head_dropout)

    def forward(self, ids: Tensor, features: Tensor, first: Tensor, last: Tensor) -> Tensor:
        """first, last: [batch, words], subword positions -> [batch, words, width of all heads]."""
        x = self.encoder(ids, features)
        width = x.shape[-1]
        ends = torch.cat(
            [
                x.gather(1, first[:, :, None].expand(-1, -1, width)),
                x.gather(1, last[:, :, None].expand(-1, -1, width)),
            ],
            dim=-1,
        )
        h = self.dropout(F.gelu(self.word(ends)))
        pairs = self.dropout(F.gelu(self.pairs(ends)))
        return torch.cat([pairs, self.tags(h)], dim=-1)


class Scorers(nn.Module):
    """What turns pairs of word vectors into scores; small, kept in full precision."""

    def __init__(self) -> None:
        super().__init__()
        arc, label, link, relations = ARC, LABEL, LINK, len(DEPRELS)
        self.arc = nn.Parameter(torch.empty(arc + 1, arc))
        self.link = nn.Parameter(torch.empty(link + 1, link))
        self.product = nn.Linear(label, relations)
        self.dependent = nn.Linear(label, relations, bias=False)
        self.governor = nn.Linear(label, relations, bias=False)
        self.role = nn.Parameter(torch.empty(len(ROLES), ROLE + 1, ROLE))
        self.argument = nn.Parameter(torch.empty(len(ARGUMENTS), ROLE + 1, ROLE))
        self.query = nn.Linear(2 * CODE, CODE)
        self.inner = nn.Linear(4 * CODE, CODE)
        self.code = nn.Linear(CODE, len(CODES))
        for weight in (self.arc, self.link, self.role, self.argument):
            nn.init.normal_(weight, std=0.02)

    def arcs(self, dependents: Tensor, governors: Tensor) -> Tensor:
        """[..., words, d] twice -> [..., dependent, governor]."""
        return _biaffine(dependents, governors, self.arc)

    def links(self, dependents: Tensor, governors: Tensor) -> Tensor:
        """The same for span tokens and cue tokens."""
        return _biaffine(dependents, governors, self.link)

    def labels(self, dependents: Tensor, governors: Tensor) -> Tensor:
        """Vectors of dependents and of their governors, row by row -> relation scores."""
        product = self.product(dependents * governors)
        scores: Tensor = product + self.dependent(dependents) + self.governor(governors)
        return scores

    def roles(self, events: Tensor, arguments: Tensor) -> Tensor:
        """[happenings, d] and [happenings, words, d] -> logits [happenings, roles, words]."""
        return _asked(events, arguments, self.role)

    def arguments(self, predicates: Tensor, words: Tensor) -> Tensor:
        """The same for PropBank's predicates and ``labels.ARGUMENTS``."""
        return _asked(predicates, words, self.argument)

    def codes(self, words: Tensor, actors: Tensor, recipients: Tensor, known: Tensor) -> Tensor:
        """The category of marked pairs: [pairs, words, d] and masks [pairs, words] -> logits.

        The pair's two vectors ask every word of the text how much it has to say of them.
        """
        actor, recipient, whole = (_mean(words, mask) for mask in (actors, recipients, known))
        query = self.query(torch.cat([actor, recipient], dim=-1))
        scores = torch.einsum("pd,pwd->pw", query, words) * (words.shape[-1] ** -0.5)
        weights = torch.softmax(scores.masked_fill(~known, -1e4), dim=-1)
        told = torch.einsum("pw,pwd->pd", weights, words)
        hidden = F.gelu(self.inner(torch.cat([actor, recipient, told, whole], dim=-1)))
        logits: Tensor = self.code(F.dropout(hidden, 0.2, self.training))
        return logits


def _mean(words: Tensor, mask: Tensor) -> Tensor:
    weight = mask.to(words.dtype)[..., None]
    return (words * weight).sum(1) / weight.sum(1).clamp(min=1.0)


def _asked(events: Tensor, words: Tensor, weight: Tensor) -> Tensor:
    left = torch.cat([events, torch.ones_like(events[..., :1])], dim=-1)
    return torch.einsum("hre,hwe->hrw", torch.einsum("hd,rde->hre", left, weight), words)


def _biaffine(dependents: Tensor, governors: Tensor, weight: Tensor) -> Tensor:
    ones = torch.ones_like(dependents[..., :1])
    return torch.cat([dependents, ones], dim=-1) @ weight @ governors.transpose(-1, -2)


def load_minilm(encoder: Encoder, weights: dict[str, Tensor]) -> None:
    """Copy the public MiniLM-L6 weights (names of Hugging Face's BERT) into ``encoder``."""
    state = encoder.state_dict()
    table = {
        "words.weight": "embeddings.word_embeddings.weight",
        "positions.weight": "embeddings.position_embeddings.weight",
        "norm.weight": "embeddings.LayerNorm.weight",
        "norm.bias": "embeddings.LayerNorm.bias",
    }
    parts = {
        "query": "attention.self.query",
        "key": "attention.self.key",
        "value": "attention.self.value",
        "out": "attention.output.dense",
        "norm1": "attention.output.LayerNorm",
        "up": "intermediate.dense",
        "down": "output.dense",
        "norm2": "output.LayerNorm",
    }
    for index in range(LAYERS):
        for ours, theirs in parts.items():
            for kind in ("weight", "bias"):
                table[f"layers.{index}.{ours}.{kind}"] = f"encoder.layer.{index}.{theirs}.{kind}"
    for ours, theirs in table.items():
        state[ours] = weights[theirs].clone()
    # the token type of plain text is constant: fold it into the positions
    state["positions.weight"] += weights["embeddings.token_type_embeddings.weight"][0]
    encoder.load_state_dict(state)
