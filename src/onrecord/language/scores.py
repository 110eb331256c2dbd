"""What the model's heads say of a ``Doc``'s tokens, for a reading that weighs it itself."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from spacy.tokens import Doc

Floats = NDArray[np.float32]

SCORES = "onrecord.scores"
"""Where a ``Doc`` keeps them as arrays: ``doc.user_data[SCORES]``, by head."""


class Scores:
    """Rows of the heads by name, [tokens, width of the head], and the scorer of roles.

    Weights that lack a head lack its rows. White space has rows of noughts. A head's shares are
    worked out for all tokens at once: for numpy a token's row is too short to pay.
    """

    def __init__(self, rows: Mapping[str, Floats], role: Floats | None = None) -> None:
        self.rows = rows
        self.role = role
        self._shares: dict[str, NDArray[np.float64]] = {}
        self._asked: dict[int, Floats] = {}  # by a happening's place: what it asks each word

    @classmethod
    def of(cls, doc: Doc) -> Scores:
        """The scores that a ``Doc`` came out of the pipeline with; none where it did not."""
        rows = dict(doc.user_data.get(SCORES, {}))
        return cls(rows, rows.pop("role", None))

    def shares(self, head: str, place: int) -> list[float]:
        """A token's shares of a head's answers, which sum to one; [] where the weights lack it."""
        if head not in self.rows:
            return []
        if head not in self._shares:
            self._shares[head] = _softmax(self.rows[head].astype(np.float64))
        shares: list[float] = self._shares[head][place].tolist()
        return shares

    def roles(self, place: int, first: int, last: int) -> Floats:
        """How likely each token of [first, last) takes part in the happening at ``place``: shares
        [roles of ``inventories.ROLES``, tokens]; noughts where the weights don't know."""
        if self.role is None or "role_event" not in self.rows:
            return np.zeros((2, last - first), dtype=np.float32)
        if place not in self._asked:
            event = self.rows["role_event"][place]
            self._asked[place] = event @ self.role[:, :-1] + self.role[:, -1]
        logits = self._asked[place] @ self.rows["role_argument"][first:last].T
        shares: Floats = 1 / (1 + np.exp(np.minimum(np.maximum(-logits, -30), 30)))
        return shares


def _softmax(scores: NDArray[np.float64]) -> NDArray[np.float64]:
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    shares: NDArray[np.float64] = powers / powers.sum(axis=1, keepdims=True)
    return shares
