"""Codes of other people's lists, for ours: countries (ISO alpha-2, FIPS, CAMEO), actors, scores.

All of it is data (``data/*.tsv``, each with its source); what a list has no code for is None.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from onrecord.codes.tables import parse


@cache
def _table(name: str, key: str) -> dict[str, dict[str, str]]:
    source = files("onrecord.exports") / "data" / f"{name}.tsv"
    return {row[key]: row for row in parse(source.read_text(encoding="utf-8"))}


def _country(code: str | None, column: str) -> str | None:
    row = _table("country_codes", "code").get(code or "")
    return (row[column] or None) if row else None


def iso2(country: str | None) -> str | None:
    """ISO 3166-1 alpha-2 for our alpha-3."""
    return _country(country, "iso2")


def fips(country: str | None) -> str | None:
    """FIPS 10-4 for our alpha-3: what GDELT's places use."""
    return _country(country, "fips")


def cameo_country(country: str | None) -> str | None:
    """CAMEO's country code for our alpha-3: the same but for a few."""
    return _country(country, "cameo") or country


def cameo_actor(sector: str | None) -> tuple[str | None, str | None, str | None]:
    """CAMEO's type, region and known group for a PLOVER sector."""
    row = _table("cameo_types", "sector").get(sector or "")
    if row is None:
        return None, None, None
    return row["type"] or None, row["region"] or None, row["group"] or None


def goldstein(cameo: str) -> float | None:
    """The score of the longest listed code that ``cameo`` begins with."""
    scores = _table("goldstein", "code")
    for length in range(len(cameo), 1, -1):
        if (row := scores.get(cameo[:length])) is not None:
            return float(row["score"])
    return None
