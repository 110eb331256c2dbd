"""Word labels to spans, and the spans of voices to attributions."""

from __future__ import annotations

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


def stretches(scores: Floats, inventory: Sequence[str]) -> list[Stretch]:
    """The best labels of each word (``B-x`` begins, ``I-x`` goes on) as stretches.

    An ``I-x`` after another label begins a stretch, so that no labelled word is lost.
    """
    best = scores.argmax(axis=1)
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
    score: Callable[[Stretch, list[int]], Floats],
) -> list[Attribution]:
    """Each source and content goes to the cue of its window that it scores highest with."""
    cues = [stretch for stretch in found if stretch.label == "cue"]
    members: list[tuple[list[Stretch], list[Stretch]]] = [([], []) for _ in cues]
    for stretch in found:
        if stretch.label == "cue":
            continue
        begin, end = _part(parts, stretch.start)
        near = [number for number, cue in enumerate(cues) if begin <= cue.start < end]
        if not near:
            continue
        best = near[int(score(stretch, [cues[number].start for number in near]).argmax())]
        members[best][0 if stretch.label == "source" else 1].append(stretch)
    return [
        Attribution(cue=cue, source=source, content=content)
        for cue, (source, content) in zip(cues, members, strict=True)
        if content or source
    ]


def _part(parts: Sequence[tuple[int, int]], place: int) -> tuple[int, int]:
    return next((begin, end) for begin, end in parts if begin <= place < end)
