"""What the model's heads say of a ``Doc``'s tokens, for a reading that weighs it itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from spacy.tokens import Doc

Floats = NDArray[np.float32]

SCORES = "onrecord.scores"
"""Where a ``Doc`` keeps them as arrays: ``doc.user_data[SCORES]``, by head."""


class Scores(msgspec.Struct, frozen=True):
    """Rows of the heads by name, [tokens, width of the head], and the scorer of roles.

    Weights that lack a head lack its rows. White space has rows of noughts.
    """

    rows: dict[str, Floats] = {}
    role: Floats | None = None

    @classmethod
    def of(cls, doc: Doc) -> Scores:
        """The scores that a ``Doc`` came out of the pipeline with; none where it did not."""
        rows = dict(doc.user_data.get(SCORES, {}))
        return cls(rows, rows.pop("role", None))

    def roles(self, place: int, first: int, last: int) -> Floats:
        """How likely each token of [first, last) takes part in the happening at ``place``: shares
        [roles of ``inventories.ROLES``, tokens]; noughts where the weights don't know."""
        if self.role is None or "role_event" not in self.rows:
            return np.zeros((2, last - first), dtype=np.float32)
        event = np.append(self.rows["role_event"][place], np.float32(1.0))
        asked = np.einsum("d,rde->re", event, self.role)
        logits = asked @ self.rows["role_argument"][first:last].T
        shares: Floats = 1 / (1 + np.exp(-np.clip(logits, -30, 30)))
        return shares
