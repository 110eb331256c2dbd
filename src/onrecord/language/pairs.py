"""The category of a marked pair, from the vectors of a text's words.

The actor's and the recipient's mean vectors ask every word how much it has to say of them; a
small net then judges actor, recipient, what was said and the whole text together. The same sums
as ``training.net.Scorers.codes``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import sqrt

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

TEMPERATURE = 1.0
"""What the scores are divided by so that the probabilities are calibrated."""


def code_probabilities(
    scorers: Mapping[str, Floats], words: Floats, actor: Sequence[int], recipient: Sequence[int]
) -> Floats:
    """words: [words, d]; actor, recipient: places of their words, either may be empty.

    Gives one probability for each code; they sum to one.
    """
    sides = [_mean(words, actor), _mean(words, recipient)]
    query = np.concatenate(sides) @ scorers["query"] + scorers["query_bias"]
    told = _softmax(words @ (query * np.float32(words.shape[1] ** -0.5))) @ words
    inner = np.concatenate([*sides, told, words.mean(axis=0)]) @ scorers["inner"]
    hidden = _gelu(inner + scorers["inner_bias"])
    return _softmax((hidden @ scorers["code"] + scorers["code_bias"]) / TEMPERATURE)


def _mean(words: Floats, places: Sequence[int]) -> Floats:
    if not places:
        return np.zeros(words.shape[1], dtype=np.float32)
    mean: Floats = words[list(places)].mean(axis=0)
    return mean


def _softmax(scores: Floats) -> Floats:
    powers = np.exp(scores - scores.max())
    shares: Floats = powers / powers.sum()
    return shares


def _gelu(x: Floats) -> Floats:
    from math import erf

    return np.array([0.5 * v * (1 + erf(v / sqrt(2))) for v in x.tolist()], dtype=np.float32)
