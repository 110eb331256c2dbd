"""What each fact about a predicate is worth on the scale of certainty, -3 to 3.

Rows stand in ``data/certainty.tsv``.
"""

from __future__ import annotations

from functools import cache

from onrecord.codes.tables import rows


@cache
def _worths() -> dict[str, float]:
    return {row["fact"]: float(row["worth"]) for row in rows("certainty")}


def worth(fact: str) -> float:
    """What a fact adds to the certainty that a predicate's happening took place; 0 if unknown."""
    return _worths().get(fact, 0.0)
