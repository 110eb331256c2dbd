"""Marked pairs of actor and recipient as units: the public ones and our own.

A line holds a sentence with ``<s>actor</s>`` and ``<t>recipient</t>`` and its category after a
tab. The public set merges CONCEDE and RETREAT as YIELD: either is right then.
"""

from __future__ import annotations

import re
from pathlib import Path

from training.labels import CODES
from training.units import Pair, Tokenizer, Unit, words_of

MARK = re.compile(r"</?([st])>")
MERGED = {"YIELD": ("CONCEDE", "RETREAT")}


def pair_units(path: Path, cut: Tokenizer) -> list[Unit]:
    """The marked sentences of a file, one unit each; a heading line and ``#`` lines are none."""
    found = []
    for line in path.read_text(encoding="utf-8").splitlines():
        sentence, _, rest = line.partition("\t")
        category = rest.split("\t")[0].strip()
        if line.startswith("#") or category not in (*CODES, *MERGED):
            continue
        found.append(pair_unit(sentence, category, cut))
    return found


def pair_unit(sentence: str, category: str, cut: Tokenizer) -> Unit:
    """One marked sentence. A sentence without a recipient's mark has none."""
    text, spans = unmarked(sentence)
    words, offsets, gaps = words_of(text, cut)

    def inside(role: str) -> tuple[int, ...]:
        return tuple(
            place
            for place, (word, offset) in enumerate(zip(words, offsets, strict=True))
            if any(start < offset + len(word) and offset < end for start, end in spans[role])
        )

    codes = tuple(CODES.index(name) for name in MERGED.get(category, (category,)))
    return Unit(words=words, gaps=gaps, labels={}, pairs=[Pair(inside("s"), inside("t"), codes)])


def unmarked(sentence: str) -> tuple[str, dict[str, list[tuple[int, int]]]]:
    """The sentence without its marks, and what stood between them, in code points."""
    text, spans, place, open_at = "", {"s": [], "t": []}, 0, 0
    for mark in MARK.finditer(sentence):
        text += sentence[place : mark.start()]
        place = mark.end()
        if mark.group().startswith("</"):
            spans[mark[1]].append((open_at, len(text)))
        else:
            open_at = len(text)
    return text + sentence[place:], spans
