"""What words mean, roughly: a short vector a stem, so that "slain" and "killed" lie close.

``data/senses.bin`` holds the stems, one a line, an empty line, and then for each a row of signed
bytes, all scaled to one length. Its first line says how it was made. ``sense`` of several words
is the mean of those that are known.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

WIDTH = 48


def sense(stems: Iterable[str]) -> tuple[float, ...]:
    """The mean vector of some stems, of length 1; empty where none is known."""
    table, rows = _senses()
    found = [table[word] for word in stems if word in table]
    if not found:
        return ()
    known = [memoryview(rows)[n * WIDTH : (n + 1) * WIDTH].cast("b").tolist() for n in found]
    total = [sum(values) for values in zip(*known, strict=True)]
    length = math.sqrt(sum(value * value for value in total)) or 1.0
    return tuple(value / length for value in total)


@cache
def _senses() -> tuple[dict[str, int], bytes]:
    source = files("onrecord.ledger") / "data" / "senses.bin"
    head, _, rows = source.read_bytes().partition(b"\n\n")
    words = [line for line in head.decode().split("\n") if not line.startswith("#")]
    return {word: number for number, word in enumerate(words)}, rows
