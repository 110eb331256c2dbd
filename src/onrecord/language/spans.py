"""Word labels to spans, and the spans of voices to attributions."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence

import msgspec
import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]


class Stretch(msgspec.Struct, frozen=True):
    """Words ``[start, end)`` under one label."""

    start: int
    end: int
    label: str


class Attribution(msgspec.Struct, frozen=True, kw_only=True):
    """A source, the cue that it is cited by, and what it is cited for; stretches of words.

    source and content may stand in several pieces, or be empty.
    """

    cue: Stretch
    source: list[Stretch]
    content: list[Stretch]


def stretches(best: NDArray[np.int64], inventory: Sequence[str]) -> list[Stretch]:
    """A label a word (0 is O, ``B-x`` begins, ``I-x`` goes on) as stretches.

    An ``I-x`` after another label begins a stretch, so that no labelled word is lost.
    """
    marked = np.flatnonzero(best).tolist()
    found: list[Stretch] = []
    start = end = -1
    current = ""
    for place in marked:
        label = inventory[int(best[place])]
        kind = label[2:]
        if place == end and kind == current and label[0] == "I":
            end = place + 1
            continue
        if current:
            found.append(Stretch(start, end, current))
        start, end, current = place, place + 1, kind
    if current:
        found.append(Stretch(start, end, current))
    return found


def attributions(
    found: Sequence[Stretch],
    parts: Sequence[tuple[int, int]],
    score: Callable[[Stretch, int, int], Floats],
) -> list[Attribution]:
    """Each source and content goes to the cue of its window that it scores highest with.

    score: a stretch's scores with the cues number ``first`` to ``last``, exclusive.
    """
    cues = [stretch for stretch in found if stretch.label == "cue"]
    places = [cue.start for cue in cues]
    begins = [begin for begin, _ in parts]
    members: list[tuple[list[Stretch], list[Stretch]]] = [([], []) for _ in cues]
    for stretch in found:
        if stretch.label == "cue":
            continue
        begin, end = parts[bisect_right(begins, stretch.start) - 1]
        first, last = bisect_left(places, begin), bisect_left(places, end)
        if first == last:
            continue
        best = first + int(score(stretch, first, last).argmax())
        members[best][0 if stretch.label == "source" else 1].append(stretch)
    return [
        Attribution(cue=cue, source=source, content=content)
        for cue, (source, content) in zip(cues, members, strict=True)
        if content or source
    ]
