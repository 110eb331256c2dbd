"""Is this English? A count of function words answers for most reports; py3langid for the rest.

Simple on purpose: one answer for a whole text, and none for a text too short to judge by.
"""

from __future__ import annotations

import re
from functools import cache

from onrecord.codes.tables import rows
from onrecord.intake.parsers import load

_JUDGED = 5000  # characters: more of a text does not change the answer
_ENOUGH = 30  # words: under this, names alone can tip the balance
_CLEAR = 0.10  # of the words; English news has 0.2, other languages under 0.02

_WORD = re.compile(r"[^\W\d_]+")


def other_tongue(text: str) -> str | None:
    """The name of the language that ``text`` is in, or None where it's English or can't be told."""
    code = tongue(text)
    return None if code in (None, "en") else _names().get(code, code)


def tongue(text: str) -> str | None:
    """The ISO 639-1 code of the language that ``text`` is in, or None where it can't be told."""
    words = _WORD.findall(text[:_JUDGED].lower())
    # Scripts without spaces make few words of many letters.
    if len(words) < _ENOUGH and sum(len(word) for word in words) < 6 * _ENOUGH:
        return None
    if sum(word in _english() for word in words) >= _CLEAR * len(words):
        return "en"
    # Loading its model takes most of a second, so it's asked only in doubt.
    code: str = load("py3langid", warm=lambda module: module.classify("some words")).classify(
        text[:_JUDGED]
    )[0]
    return code


@cache
def _english() -> frozenset[str]:
    return frozenset(row["word"] for row in rows("english_words"))


@cache
def _names() -> dict[str, str]:
    return {row["code"]: row["name"] for row in rows("languages")}
