"""Rows of the heads beside a Doc, and the roles that they give."""

from __future__ import annotations

import numpy as np
import spacy

from onrecord.language.scores import SCORES, Scores


def test_a_doc_without_scores_has_none() -> None:
    scores = Scores.of(spacy.blank("en")("Two words"))
    assert scores.rows == {} and scores.role is None
    assert scores.roles(0, 0, 2).tolist() == [[0.0, 0.0], [0.0, 0.0]]


def test_roles_are_a_product_with_a_bias() -> None:
    doc = spacy.blank("en")("Peru met")
    role = np.zeros((2, 2, 1), np.float32)
    role[0, 0, 0], role[1, 1, 0] = 2.0, -1.0  # the first asks the event's row, the second a bias
    doc.user_data[SCORES] = {
        "role_event": np.array([[0.0], [3.0]], np.float32),
        "role_argument": np.array([[1.0], [0.0]], np.float32),
        "role": role,
    }
    shares = Scores.of(doc).roles(1, 0, 2)
    sigmoid = 1 / (1 + np.exp(-np.array([[6.0, 0.0], [-1.0, 0.0]])))
    assert np.allclose(shares, sigmoid, atol=1e-6)
