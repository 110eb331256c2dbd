"""What stands in a text and in our tables, as evidence for names beside the model's own.

The model has met few of the world's names; at the head of a sentence "Hage Shikongo" may well be a
firm to it. Where words are known to be a name, or end like one ("Transbay Tube"), the labels that
fit gain ``KNOWN``, and no more: of what the model is sure, it stays sure ("Nice weather").
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from onrecord.codes import parts
from onrecord.codes.known import GIVEN, known

Floats = NDArray[np.float32]

KNOWN = 4.0  # chosen on GUM's dev part and our own: on both, 3 is too little and 5 no better
MONEY = frozenset("$€£¥")


def weighed(
    words: Sequence[str],
    starts: Sequence[bool],
    capitals: Sequence[int],
    scores: Floats,
    inventory: Sequence[str],
) -> Floats:
    """scores [words, inventory of names] with ``KNOWN`` added where words are known to be names.

    starts: whether a sentence begins at a word; capitals: the places of capitalised words.
    """
    column = {label: place for place, label in enumerate(inventory)}
    capital = frozenset(capitals)
    found = scores.copy()

    def gain(start: int, end: int, label: str) -> None:
        begins, goes_on = column["B-" + label], column["I-" + label]
        found[start, begins] += KNOWN
        if end - start > 1:  # one name, not several: what speaks for its next words speaks for it
            rest = found[start + 1 : end]
            rest[:, goes_on] = np.maximum(rest[:, goes_on], rest[:, begins]) + KNOWN

    def before(place: int) -> bool:
        """Whether a capital stands before the word, so that a name may have begun there."""
        return place - 1 in capital and not starts[place]

    def after(end: int) -> bool:
        """Whether the name may go on behind its end, or is no name at all ("US $ 5")."""
        if end in capital:
            return not starts[end]
        return end < len(words) and words[end] in MONEY

    for start, end, kinds in known().runs(words, capitals):
        for kind in kinds:
            if kind == GIVEN:
                if end in capital and not starts[end] and not before(start):
                    gain(start, end + 1, "PERSON")
            elif not after(end) and not (kind == "PLACE" and before(start)):
                gain(start, end, kind)
    places, organisations = parts.having("place"), parts.having("organisation")
    bodies = parts.having("body")
    for place in capitals:
        if starts[place]:
            continue
        word = words[place].lower()
        if place - 1 in capital:
            if word in places:
                found[place, column["I-PLACE"]] += KNOWN
            if word in organisations:
                found[place, column["I-ORG"]] += KNOWN
        elif word in bodies and not after(place + 1):
            found[place, column["B-ORG"]] += KNOWN
    return found
