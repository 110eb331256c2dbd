"""Dates and names in plain English."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from onrecord.exports import words
from onrecord.record import Entity, Status, When
from tests.samples import records


@pytest.mark.parametrize(
    ("when", "shown"),
    [
        (When(), "no date"),
        (When(start="2025-03-14", end="2025-03-14", precision="day"), "14 March 2025"),
        (When(start="2025-01-01", end="2025-01-31", precision="month"), "January 2025"),
        (When(start="2025-01-01", end="2025-12-31", precision="year"), "2025"),
        (When(end="2025-03-14"), "by 14 March 2025"),
        (When(start="2025-03-14"), "from 14 March 2025"),
        (When(start="2025-03-10", end="2025-03-14"), "10 March to 14 March 2025"),
        (When(start="2024-12-30", end="2025-01-02"), "30 December 2024 to 2 January 2025"),
        (When(start="soon", end="soon"), "soon"),
    ],
)
def test_when(when: When, shown: str) -> None:
    assert words.when(when) == shown


def test_basis_says_nothing_of_a_day_that_nobody_knows() -> None:
    # the report may say "on Friday" all the same
    assert words.basis(When()) == ""
    assert words.basis(When(start="2025-03-14")) == "no date in the text"


@pytest.mark.parametrize(
    ("names", "shown"),
    [
        ([], ""),
        (["Peru"], "Peru"),
        (["Peru", "Chile"], "Peru and Chile"),
        (["Peru", "Chile", "Peru", "Cuba"], "Peru, Chile and Cuba"),
    ],
)
def test_entities(names: list[str], shown: str) -> None:
    assert words.entities([Entity(text="x", span=(0, 1), name=name) for name in names]) == shown


def test_nothing_acts_on_a_terminal() -> None:
    assert words.line("a\x1b[31mb\n c\u202ed\x9be") == "a\ufffd[31mb c\ufffdd\ufffde"


@pytest.mark.parametrize(
    ("status", "shown"),
    [
        ("asserted", "the report itself"),
        ("intended", "the report itself"),
        ("believed", "nobody named"),
        ("attributed", "nobody named"),
        ("denied", "nobody named"),
    ],
)
def test_what_is_handed_on_is_never_the_reports_own(status: Status, shown: str) -> None:
    assert words.word(replace(records()[0], voices=[], status=status)) == shown
