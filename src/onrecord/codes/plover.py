"""PLOVER 2.0, the ontology that records are coded in: categories, modes, contexts and sectors.

All of it is data (``plover_*.tsv``, ``sectors.tsv``); this module only looks it up. Source:
PLOVER 2.0, Open Event Data Alliance, CC BY-SA 4.0. ``STATEMENT``, our own event for a saying that
is no PLOVER happening, is not a category.
"""

from __future__ import annotations

from functools import cache

import msgspec

from onrecord.codes.tables import rows


class Category(msgspec.Struct, frozen=True, kw_only=True):
    """A PLOVER category.

    score: on the conflict-cooperation scale, -10 to 10.
    quad: one of "verbal cooperation", "material cooperation", "verbal conflict",
    "material conflict".
    recipient: whether a recipient is required. modes: its modes with their scores.
    """

    name: str
    score: float
    quad: str
    recipient: bool
    covers: str
    modes: dict[str, float]


@cache
def categories() -> dict[str, Category]:
    """All 16 categories by name, in the codebook's order."""
    modes_of: dict[str, dict[str, float]] = {}
    for row in rows("plover_modes"):
        modes_of.setdefault(row["category"], {})[row["mode"]] = float(row["score"])
    return {
        row["category"]: Category(
            name=row["category"],
            score=float(row["score"]),
            quad=row["quad"],
            recipient=row["recipient"] == "yes",
            covers=row["covers"],
            modes=modes_of.get(row["category"], {}),
        )
        for row in rows("plover_categories")
    }


def category(name: str) -> Category:
    """The category called ``name`` ("AID"). Raises KeyError where PLOVER has none."""
    return categories()[name]


def modes(category: str) -> tuple[str, ...]:
    """The modes of a category, empty where it has none. Raises KeyError for no category."""
    return tuple(categories()[category].modes)


def score(category: str, mode: str | None = None) -> float:
    """Conflict-cooperation score, -10 to 10; the mode's own where one is given.

    Raises KeyError where PLOVER has no such category or the category no such mode.
    """
    found = categories()[category]
    return found.score if mode is None else found.modes[mode]


def quad(category: str) -> str:
    """The quad class of a category. Raises KeyError for no category."""
    return categories()[category].quad


@cache
def _names(table: str, column: str) -> tuple[str, ...]:
    return tuple(row[column] for row in rows(table))


def __getattr__(name: str) -> tuple[str, ...]:
    # Read on first use, so that importing the package opens no file.
    if name == "CONTEXTS":
        return _names("plover_contexts", "context")
    if name == "SECTORS":
        return _names("sectors", "sector")
    raise AttributeError(name)
