"""Arc scores to one tree: always a tree, always the best one."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from onrecord.language.trees import heads, spanning

Scores = NDArray[np.float32]


def drawn(seed: int, count: int, kind: str) -> Scores:
    """Scores of words and heads: any, few distinct ones (ties), or ones that love circles."""
    rng = np.random.default_rng(seed)
    if kind == "ties":
        return rng.integers(-2, 3, (count, count)).astype(np.float32)
    scores = rng.normal(0, 10, (count, count)).astype(np.float32)
    if kind == "circles":
        scores[np.arange(count), (np.arange(count) ^ 1) % count] += 50
        np.fill_diagonal(scores, rng.normal(-30, 20, count))
    return scores


def is_tree(found: list[int]) -> bool:
    roots = [word for word, head in enumerate(found) if head == word]
    if len(roots) != 1:
        return False
    for start in range(len(found)):
        word, steps = start, 0
        while found[word] != word:
            word, steps = found[word], steps + 1
            if steps > len(found):
                return False
    return True


def total(scores: Scores, found: list[int]) -> float:
    return float(scores.astype(np.float64)[np.arange(len(found)), found].sum())


kinds = st.sampled_from(["any", "ties", "circles"])


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 2**32), st.integers(1, 40), kinds)
def test_always_a_tree(seed: int, count: int, kind: str) -> None:
    scores = drawn(seed, count, kind)
    assert is_tree(heads(scores))
    assert is_tree(spanning(scores))


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 2**32), st.integers(1, 5), kinds)
def test_best_of_all_trees(seed: int, count: int, kind: str) -> None:
    scores = drawn(seed, count, kind)
    trees = (list(tree) for tree in product(range(count), repeat=count))
    best = max(total(scores, tree) for tree in trees if is_tree(tree))
    assert total(scores, heads(scores)) == pytest.approx(best, abs=1e-4)
    assert total(scores, spanning(scores)) == pytest.approx(best, abs=1e-4)


def test_root_that_no_word_likes_best() -> None:
    """The best tree's root may stand far down the list of likely roots."""
    scores = np.full((5, 5), -50, dtype=np.float32)
    np.fill_diagonal(scores, (0, -1, -2, -3, -4))
    scores[:4, 4] = 10  # all hang on the last word, which is the least likely root
    assert spanning(scores) == [4, 4, 4, 4, 4]


@pytest.mark.parametrize("kind", ["any", "ties", "circles"])
def test_a_whole_window_of_nonsense(kind: str) -> None:
    assert is_tree(heads(drawn(7, 254, kind)))


def test_circles_in_circles() -> None:
    """Each contraction makes a new circle: as many as there can be."""
    count = 254
    scores = np.full((count, count), -1e4, dtype=np.float32)
    scores[0, 1] = 0
    for word in range(1, count):
        scores[word, :word] = -np.arange(word, dtype=np.float32)[::-1]
        scores[:word, word] = np.maximum(scores[:word, word], -10.0 * word)
    assert is_tree(heads(scores))
