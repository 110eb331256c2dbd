"""Who is asked for."""

from __future__ import annotations

import pytest

from onrecord.ledger.whom import whom


@pytest.mark.parametrize(
    ("words", "country"),
    [
        ("PRK", "PRK"),
        ("prk", "PRK"),
        ("North Korea", "PRK"),
        ("north korea", "PRK"),
        ("  north   korea ", "PRK"),
        ("Pyongyang", "PRK"),
        ("pyongyang", "PRK"),
        ("the United States", "USA"),
        ("chad", "TCD"),
        ("Médecins Sans Frontières", None),
        ("ana kolar", None),
        ("", None),
    ],
)
def test_a_country_or_a_name(words: str, country: str | None) -> None:
    assert whom(words).country == country
