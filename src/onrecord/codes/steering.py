"""The small words that steer how a phrase is read, by use; the table is ``steering.tsv``."""

from __future__ import annotations

from functools import cache

from onrecord.codes.tables import rows


@cache
def having(use: str) -> frozenset[str]:
    """All words of one use ("inner", "former", "title" ...); empty for an unknown use."""
    return frozenset(row["word"] for row in rows("steering") if row["use"] == use)


@cache
def international() -> frozenset[str]:
    """Sectors that stand in the place of a country."""
    return frozenset(row["sector"] for row in rows("sectors") if row["level"] == "international")


@cache
def official() -> frozenset[str]:
    """Sectors that one leaves with the post, to be ELI after it."""
    return frozenset(row["sector"] for row in rows("sectors") if row["office"] == "yes")
