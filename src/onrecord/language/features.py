"""What the encoder sees of a word besides its letters: its shape, and the gap before it.

The vocabulary is uncased, so "US" and "us", "May" and "may" would be one word.
Each subword therefore carries a feature: the shape of its word and what stands
before it (a word of the same token string, a space, a new line). Training and
run time share this file, so that they can't differ.
"""

from __future__ import annotations

from functools import lru_cache

from onrecord.remembered import REMEMBERED

SHAPES = ("lower", "title", "upper", "letter", "mixed", "digits", "number", "other")
GAPS = ("none", "space", "line", "inside")
FEATURES = len(SHAPES) * len(GAPS)


@lru_cache(maxsize=REMEMBERED)
def shape(word: str) -> int:
    """Index into ``SHAPES`` of a word's shape.

    title: capital and small letters; upper: two or more capitals; letter: one
    capital; digits: digits only; number: digits among other characters; other:
    no letter and no digit.
    """
    if word.isalpha():
        if word.islower():
            return 0
        if word.isupper():
            return 3 if len(word) == 1 else 2
        return 1 if word.istitle() else 4
    if any(character.isdigit() for character in word):
        return 5 if word.isdigit() else 6
    if any(character.isalpha() for character in word):
        letters = "".join(character for character in word if character.isalpha())
        return shape(letters) if letters else 7
    return 7


def feature(word_shape: int, gap: int) -> int:
    """Feature id of a word's first subword; later subwords take ``gap`` 3 ("inside")."""
    return word_shape * len(GAPS) + gap
