"""CAMEO, the older ontology that many data sets speak: its codes, and which fits a PLOVER event.

``cameo.tsv`` gives each code's name and PLOVER equivalent (CAMEO2PLOVER, Open Event Data Alliance,
CC BY-SA 4.0); ``cameo_best.tsv`` is our choice for the way back, where many codes share one event.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

import msgspec

from onrecord.codes.tables import rows


class Code(msgspec.Struct, frozen=True, kw_only=True):
    """A CAMEO code. category is None where PLOVER has none (statements and appeals: 01, 02)."""

    code: str
    name: str
    category: str | None
    mode: str | None
    contexts: tuple[str, ...]


@cache
def codes() -> dict[str, Code]:
    """All 3- and 4-digit codes."""
    return {
        row["code"]: Code(
            code=row["code"],
            name=row["name"],
            category=row["category"] or None,
            mode=row["mode"] or None,
            contexts=tuple(part for part in row["contexts"].split("|") if part),
        )
        for row in rows("cameo")
    }


def code(number: str) -> Code:
    """The code ``number`` ("042"). Raises KeyError where CAMEO has none."""
    return codes()[number]


@cache
def _choices() -> dict[tuple[str, str], dict[str, str]]:
    found: dict[tuple[str, str], dict[str, str]] = {}
    for row in rows("cameo_best"):
        found.setdefault((row["category"], row["mode"]), {})[row["context"]] = row["code"]
    return found


def best(category: str, mode: str | None = None, contexts: Iterable[str] = ()) -> str | None:
    """The CAMEO code that fits a PLOVER event best, or None (STATEMENT, unknown categories).

    The first of our choices whose context is among ``contexts`` wins, else the mode's default;
    an unknown mode falls back on its category.
    """
    choices = _choices().get((category, mode or "")) or _choices().get((category, ""))
    if choices is None:
        return None
    held = set(contexts)
    return next((number for context, number in choices.items() if context in held), choices[""])
