"""The words right around an expression, as data: one compiled expression for each name."""

from __future__ import annotations

import re
from functools import cache

from onrecord.reading.dates.lexicon import rows

WIDTH = 30  # characters looked at on either side


@cache
def _compiled() -> dict[str, re.Pattern[str]]:
    shapes = {"before": r"(?<!\w)(?:{})[\s,-]{{0,2}}\(?$", "after": r"[\s-]{{0,2}}(?:{})(?!\w)"}
    return {
        row["name"]: re.compile(shapes[row["side"]].format(row["words"]), re.IGNORECASE)
        for row in rows("dates_context.tsv")
    }


def led(name: str, text: str, at: int) -> bool:
    """Whether words of that name stand right before an offset."""
    return bool(_compiled()[name].search(text[max(0, at - WIDTH) : at]))


def followed(name: str, text: str, at: int) -> bool:
    """Whether words of that name stand right after an offset."""
    return bool(_compiled()[name].match(text[at : at + WIDTH]))


def joined(name: str, between: str) -> bool:
    """Whether the text between two expressions is nothing but words of that name."""
    found = _compiled()[name].match(" " + between.strip())
    return bool(found) and found is not None and found.end() == len(between.strip()) + 1
