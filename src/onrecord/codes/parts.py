"""Words that names are made of, by use; the table is ``name_parts.tsv``."""

from __future__ import annotations

from functools import cache

from onrecord.codes.tables import rows


@cache
def having(use: str) -> frozenset[str]:
    """All words of one use (place, organisation, body, title); empty for an unknown use."""
    return frozenset(row["word"] for row in rows("name_parts") if row["use"] == use)
