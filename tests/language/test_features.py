"""Shapes of words and the feature that each subword carries."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.language.features import FEATURES, GAPS, SHAPES, feature, shape


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("talks", "lower"),
        ("élan", "lower"),
        ("May", "title"),
        ("Łódź", "title"),
        ("US", "upper"),
        ("ÖVP", "upper"),
        ("I", "letter"),
        ("É", "letter"),
        ("McDonald", "mixed"),
        ("iPhone", "mixed"),
        ("平壌", "mixed"),  # letters that have no case
        ("2025", "digits"),
        ("٤٢", "digits"),
        ("10,000", "number"),
        ("F-16", "number"),
        ("1st", "number"),
        ("U.S.", "upper"),
        ("n't", "lower"),
        ("Jong-un", "title"),
        ("O'Hara", "mixed"),
        ("-", "other"),
        ("…", "other"),
        ("🙂", "other"),
        ("", "other"),
    ],
)
def test_shape(word: str, expected: str) -> None:
    assert SHAPES[shape(word)] == expected


@given(st.text())
def test_any_word_has_a_shape(word: str) -> None:
    assert 0 <= shape(word) < len(SHAPES)


def test_every_pair_has_its_own_feature() -> None:
    found = [feature(form, gap) for form in range(len(SHAPES)) for gap in range(len(GAPS))]
    assert sorted(found) == list(range(FEATURES))
