"""A text's words cut into windows that the encoder reads one at a time.

A window ends at a paragraph's end if it can, else where a sentence seems to end,
else where it is full. It never overlaps another, so every word is read once; and it
is never padded or read beside another, so a report is read the same alone and in a
batch.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import chain

import msgspec
import numpy as np
from numpy.typing import NDArray

from onrecord.language.features import GAPS, feature, shape
from onrecord.language.subwords import CLS, SEP

FULL = 254  # subwords of a window, without its two marks
ENOUGH = 96  # a paragraph's end past this many closes the window
INSIDE = GAPS.index("inside")
MARK = feature(7, 0)
CLOSERS = frozenset("\"'”’)]»")
STOPS = frozenset(".!?")
ENDS = STOPS | CLOSERS | {"…"}

Ints = NDArray[np.int64]


class Words(msgspec.Struct, frozen=True, kw_only=True):
    """A text's words (no white space) and the gap before each (index into ``GAPS``).

    starts says where sentences begin, if the caller knows it; None where the model is to.
    """

    words: Sequence[str]
    gaps: Sequence[int]
    starts: Sequence[bool] | None = None


class Window(msgspec.Struct, frozen=True, kw_only=True):
    """Words ``[begin, end)`` of the text as the encoder's input; fresh: a sentence begins it."""

    begin: int
    end: int
    fresh: bool
    ids: Ints
    features: Ints
    first: Ints
    last: Ints


def windows(text: Words, cut: Callable[[str], tuple[int, ...]]) -> list[Window]:
    """All words of the text, in order, each in exactly one window."""
    pieces = [cut(word) for word in text.words]
    found, begin, count = [], 0, len(pieces)
    while begin < count:
        end = _end(text, pieces, begin)
        found.append(_window(text, pieces, begin, end, _opens(text, begin)))
        begin = end
    return found


def _opens(text: Words, begin: int) -> bool:
    """Whether a sentence begins at a window's first word, as far as the text shows."""
    if text.starts is not None:
        return bool(text.starts[begin])
    return begin == 0 or text.gaps[begin] == 2 or _seems_to_end(text, begin)


def _end(text: Words, pieces: list[tuple[int, ...]], begin: int) -> int:
    """Where the window that begins here ends."""
    size, best, count = 0, 0, len(pieces)
    place = begin
    while place < count:
        size += len(pieces[place])
        if size > FULL:
            break
        place += 1
        if place == count:
            return place
        if text.starts is not None:
            best = place if text.starts[place] else best
        elif text.gaps[place] == 2:
            if size >= ENOUGH:
                return place
            best = place
        elif _seems_to_end(text, place):
            best = place
    return best or max(place, begin + 1)


def _seems_to_end(text: Words, place: int) -> bool:
    """A stop or its closing mark, white space, then no small letter; no initial or short title."""
    word = text.words[place - 1]
    if word not in ENDS or text.gaps[place] == 0:
        return False
    if word in CLOSERS and not (place > 1 and text.words[place - 2] in STOPS):
        return False
    return not text.words[place][0].islower()


def _window(
    text: Words, pieces: list[tuple[int, ...]], begin: int, end: int, fresh: bool
) -> Window:
    own = pieces[begin:end]
    sizes = np.fromiter(map(len, own), dtype=np.int64, count=end - begin)
    last = sizes.cumsum()
    first = last - sizes + 1
    forms = np.array([shape(word) for word in text.words[begin:end]], dtype=np.int64) * len(GAPS)
    features = np.full(last[-1] + 2, MARK, dtype=np.int64)
    features[1:-1] = forms.repeat(sizes) + INSIDE
    features[first] = forms + text.gaps[begin:end]
    return Window(
        begin=begin,
        end=end,
        fresh=fresh,
        ids=np.array([[CLS, *chain.from_iterable(own), SEP]], dtype=np.int64),
        features=features[None],
        first=first,
        last=last,
    )
