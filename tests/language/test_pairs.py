"""The net that judges a marked pair: what holds for any weights."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from onrecord.language.pairs import code_probabilities

WIDTH, CODES, WORDS = 6, 4, 5


@pytest.fixture
def scorers() -> dict[str, NDArray[np.float32]]:
    rng = np.random.default_rng(7)
    shapes = {
        "query": (2 * WIDTH, WIDTH),
        "query_bias": (WIDTH,),
        "inner": (4 * WIDTH, WIDTH),
        "inner_bias": (WIDTH,),
        "code": (WIDTH, CODES),
        "code_bias": (CODES,),
    }
    return {name: rng.normal(size=shape).astype(np.float32) for name, shape in shapes.items()}


@pytest.fixture
def words() -> NDArray[np.float32]:
    return np.random.default_rng(8).normal(size=(WORDS, WIDTH)).astype(np.float32)


@pytest.mark.parametrize(("actor", "recipient"), [([0], [4]), ([0, 1], []), ([], [2])])
def test_shares_sum_to_one(scorers, words, actor, recipient) -> None:  # type: ignore[no-untyped-def]
    shares = code_probabilities(scorers, words, actor, recipient)
    assert shares.shape == (CODES,)
    assert shares.sum() == pytest.approx(1.0, abs=1e-5) and (shares >= 0).all()


def test_who_does_it_to_whom_matters(scorers, words) -> None:  # type: ignore[no-untyped-def]
    one = code_probabilities(scorers, words, [0], [4])
    other = code_probabilities(scorers, words, [4], [0])
    assert not np.allclose(one, other)


def test_the_order_of_marked_words_does_not_matter(scorers, words) -> None:  # type: ignore[no-untyped-def]
    one = code_probabilities(scorers, words, [0, 1, 2], [4])
    assert np.allclose(one, code_probabilities(scorers, words, [2, 0, 1], [4]), atol=1e-6)


def test_worked_out_by_hand() -> None:
    """One word, no weights but the last bias: the softmax of that bias."""
    zero = {
        "query": np.zeros((4, 2), np.float32), "query_bias": np.zeros(2, np.float32),
        "inner": np.zeros((8, 2), np.float32), "inner_bias": np.zeros(2, np.float32),
        "code": np.zeros((2, 2), np.float32), "code_bias": np.array([0.0, np.log(3)], np.float32),
    }  # fmt: skip
    shares = code_probabilities(zero, np.ones((1, 2), np.float32), [0], [0])
    assert shares.tolist() == pytest.approx([0.25, 0.75], abs=1e-6)
