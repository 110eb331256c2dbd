"""all-MiniLM-L6-v2 by numpy alone: enough to look up what single words mean to it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from math import sqrt
from pathlib import Path
from typing import Any

import numpy as np

LAYERS, HEADS, WIDTH = 6, 12, 384


class MiniLM:
    """The encoder of a folder with ``model.safetensors`` and ``tokenizer.json``."""

    def __init__(self, folder: Path) -> None:
        from safetensors.numpy import load_file
        from tokenizers import Tokenizer

        self.weights = load_file(folder / "model.safetensors")
        self.cutter = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self.cutter.no_padding()

    def embed(self, texts: Sequence[str]) -> Any:
        """A vector for each short text: the mean of its pieces, to length 1."""
        pieces = [self.cutter.encode(text).ids for text in texts]
        by_length: dict[int, list[int]] = defaultdict(list)
        for place, ids in enumerate(pieces):
            by_length[len(ids)].append(place)
        found = np.zeros((len(texts), WIDTH), dtype=np.float32)
        for places in by_length.values():
            mean = self._hidden(np.array([pieces[place] for place in places])).mean(axis=1)
            found[places] = mean / np.linalg.norm(mean, axis=1, keepdims=True)
        return found

    def _hidden(self, ids: Any) -> Any:
        count, length = ids.shape
        words = self.weights["embeddings.word_embeddings.weight"][ids]
        places = self.weights["embeddings.position_embeddings.weight"][:length]
        types = self.weights["embeddings.token_type_embeddings.weight"][0]
        rows = self._norm(words + places + types, "embeddings.LayerNorm")
        for layer in range(LAYERS):
            at = f"encoder.layer.{layer}"
            query, key, value = (
                self._linear(rows, f"{at}.attention.self.{name}")
                .reshape(count, length, HEADS, WIDTH // HEADS)
                .transpose(0, 2, 1, 3)
                for name in ("query", "key", "value")
            )
            scores = query @ key.transpose(0, 1, 3, 2) / sqrt(WIDTH // HEADS)
            scores = np.exp(scores - scores.max(axis=-1, keepdims=True))
            scores /= scores.sum(axis=-1, keepdims=True)
            mixed = (scores @ value).transpose(0, 2, 1, 3).reshape(count, length, WIDTH)
            mixed = self._linear(mixed, f"{at}.attention.output.dense")
            rows = self._norm(rows + mixed, f"{at}.attention.output.LayerNorm")
            wide = self._linear(rows, f"{at}.intermediate.dense")
            wide = self._linear(wide * 0.5 * (1 + _erf(wide / sqrt(2))), f"{at}.output.dense")
            rows = self._norm(rows + wide, f"{at}.output.LayerNorm")
        return rows

    def _linear(self, rows: Any, name: str) -> Any:
        return rows @ self.weights[f"{name}.weight"].T + self.weights[f"{name}.bias"]

    def _norm(self, rows: Any, name: str) -> Any:
        mean, spread = rows.mean(axis=-1, keepdims=True), rows.var(axis=-1, keepdims=True)
        scaled = (rows - mean) / np.sqrt(spread + 1e-12)
        return scaled * self.weights[f"{name}.weight"] + self.weights[f"{name}.bias"]


def _erf(x: Any) -> Any:
    """Abramowitz and Stegun 7.1.26, to seven digits."""
    t = 1 / (1 + 0.3275911 * np.abs(x))
    poly = ((((1.061405429 * t - 1.453152027) * t) + 1.421413741) * t - 0.284496736) * t
    return np.sign(x) * (1 - (poly + 0.254829592) * t * np.exp(-x * x))
