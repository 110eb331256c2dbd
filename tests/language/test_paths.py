"""The best label sequence: equal to brute force, and never an I- that continues nothing."""

from __future__ import annotations

from itertools import pairwise, product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.language.paths import VOICES, best_labels, transitions, voice_transitions

LABELS = ("O", "B-PERSON", "I-PERSON", "B-PLACE", "I-PLACE")


def total(path: tuple[int, ...], scores: np.ndarray, costs: np.ndarray) -> float:
    steps = [(0, path[0]), *pairwise(path)]
    moved = sum(float(costs[a, b]) for a, b in steps)
    return moved + sum(float(scores[i, label]) for i, label in enumerate(path))


@given(st.integers(1, 5), st.integers(0, 2**32 - 1))
@settings(max_examples=60, deadline=None)
def test_as_good_as_any_path(length: int, seed: int) -> None:
    rng = np.random.default_rng(seed)
    scores = rng.normal(scale=2, size=(length, len(LABELS))).astype(np.float32)
    costs = transitions(LABELS)
    found = best_labels(scores, costs, certain=np.inf)
    best = max(total(path, scores, costs) for path in product(range(len(LABELS)), repeat=length))
    assert abs(total(tuple(found.tolist()), scores, costs) - best) < 1e-3


@given(st.integers(0, 40), st.integers(0, 2**32 - 1))
@settings(max_examples=60, deadline=None)
def test_nothing_goes_on_that_did_not_begin(length: int, seed: int) -> None:
    rng = np.random.default_rng(seed)
    scores = rng.normal(scale=4, size=(length, len(LABELS))).astype(np.float32)
    found = [LABELS[label] for label in best_labels(scores, transitions(LABELS)).tolist()]
    for before, after in pairwise(["O", *found]):
        assert after[0] != "I" or before[1:] == after[1:]


def test_words_that_belong_together_stay_together() -> None:
    # word by word the second would be a place of its own
    scores = np.array([[0, 3, 0, 2.5, 0], [0, 0, 0, 1, 0.9]], dtype=np.float32)
    assert best_labels(scores, transitions(LABELS)).tolist() == [3, 4]


@given(st.integers(0, 60), st.integers(0, 2**32 - 1), st.floats(0, 20))
@settings(max_examples=60, deadline=None)
def test_voices_go_on_only_as_they_began(length: int, seed: int, certain: float) -> None:
    rng = np.random.default_rng(seed)
    scores = rng.normal(scale=6, size=(length, len(VOICES))).astype(np.float32)
    path = best_labels(scores, voice_transitions(VOICES), certain=certain)
    found = [VOICES[label] for label in path.tolist()]
    for before, after in pairwise(["O", *found]):
        assert after[0] != "I" or before[1:] == after[1:]


def test_a_word_in_doubt_breaks_no_content() -> None:
    inside, outside = VOICES.index("I-content"), VOICES.index("O")
    scores = np.full((5, len(VOICES)), -9.0, dtype=np.float32)
    scores[0, VOICES.index("B-content")] = scores[[1, 3, 4], inside] = 5
    scores[2, inside], scores[2, outside] = 1.0, 1.1
    assert best_labels(scores, voice_transitions(VOICES)).tolist()[1:] == [inside] * 4


def test_transitions_follow_the_inventory() -> None:
    turned = voice_transitions(VOICES[::-1])
    assert np.array_equal(turned, voice_transitions(VOICES)[::-1, ::-1])
