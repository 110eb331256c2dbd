"""Wikidata ids of the best-known states, organisations and people; the table is ``ids.tsv``."""

from __future__ import annotations

from functools import cache

from onrecord.codes.tables import rows


@cache
def _table(kind: str) -> dict[str, str]:
    return {row["key"]: row["id"] for row in rows("ids") if row["kind"] == kind}


def of_country(code: str) -> str | None:
    """The id of a country, by its alpha-3 code; None where the table has none."""
    return _table("country").get(code)


def of_name(name: str) -> str | None:
    """The id of an organisation or a person, by its name in our tables; None where none is kept."""
    return _table("name").get(name)
