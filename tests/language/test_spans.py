"""Labels to stretches, and stretches to attributions."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from onrecord.language.spans import Attribution, Stretch, attributions, stretches

LABELS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
Floats = NDArray[np.float32]


def numbered(labels: list[str]) -> NDArray[np.int64]:
    return np.array([LABELS.index(label) for label in labels], dtype=np.int64)


def found(*labels: str) -> list[Stretch]:
    return stretches(numbered(list(labels)), LABELS)


def test_begin_and_inside() -> None:
    assert found("O", "B-cue", "I-cue", "O") == [Stretch(1, 3, "cue")]


def test_begin_after_inside_is_another() -> None:
    assert found("B-cue", "I-cue", "B-cue") == [Stretch(0, 2, "cue"), Stretch(2, 3, "cue")]


def test_inside_without_begin_begins() -> None:
    assert found("I-cue", "O", "I-source", "I-source") == [
        Stretch(0, 1, "cue"),
        Stretch(2, 4, "source"),
    ]


def test_inside_of_another_label_begins() -> None:
    assert found("B-source", "I-cue", "I-source") == [
        Stretch(0, 1, "source"),
        Stretch(1, 2, "cue"),
        Stretch(2, 3, "source"),
    ]


@given(st.lists(st.sampled_from(LABELS), min_size=1, max_size=60))
def test_no_labelled_word_is_lost(labels: list[str]) -> None:
    pieces = stretches(numbered(labels), LABELS)
    covered = {place: piece.label for piece in pieces for place in range(piece.start, piece.end)}
    assert covered == {place: label[2:] for place, label in enumerate(labels) if label != "O"}
    assert sum(piece.end - piece.start for piece in pieces) == len(covered)
    assert pieces == sorted(pieces, key=lambda piece: piece.start)


def nearest(*cues: int) -> Callable[[Stretch, int, int], Floats]:
    """Scores by distance to the cues at these places."""

    def score(stretch: Stretch, first: int, last: int) -> Floats:
        return np.array([-abs(cue - stretch.start) for cue in cues[first:last]], dtype=np.float32)

    return score


def test_each_goes_to_its_best_cue() -> None:
    source, cue, content = Stretch(0, 2, "source"), Stretch(2, 3, "cue"), Stretch(3, 9, "content")
    later, other = Stretch(20, 21, "cue"), Stretch(21, 22, "source")
    assert attributions([source, cue, content, later, other], [(0, 30)], nearest(2, 20)) == [
        Attribution(cue=cue, source=[source], content=[content]),
        Attribution(cue=later, source=[other], content=[]),
    ]


def test_a_cue_of_another_window_is_out_of_reach() -> None:
    cue, content, far = Stretch(4, 5, "cue"), Stretch(5, 9, "content"), Stretch(10, 12, "source")
    assert attributions([cue, content, far], [(0, 10), (10, 20)], nearest(4)) == [
        Attribution(cue=cue, source=[], content=[content])
    ]


def test_a_cue_alone_cites_nobody() -> None:
    assert attributions([Stretch(4, 5, "cue")], [(0, 10)], nearest(4)) == []


@given(st.lists(st.sampled_from(LABELS), min_size=1, max_size=60), st.integers(1, 20))
def test_every_piece_has_one_cue_of_its_window(labels: list[str], width: int) -> None:
    pieces = stretches(numbered(labels), LABELS)
    parts = [(begin, begin + width) for begin in range(0, len(labels), width)]
    cues = [piece.start for piece in pieces if piece.label == "cue"]
    seen: list[Stretch] = []
    for item in attributions(pieces, parts, nearest(*cues)):
        for piece in (*item.source, *item.content):
            assert piece.start // width == item.cue.start // width
            seen.append(piece)
    assert len(seen) == len({(piece.start, piece.label) for piece in seen})
