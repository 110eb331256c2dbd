"""Days as headers write them."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import OnrecordError
from onrecord.intake.days import day


@pytest.mark.parametrize(
    "value",
    [
        "2025-03-14",
        " 2025-03-14 ",
        "2025-03-14T23:59:00-08:00",
        "2025-03-14 10:00",
        "14 March 2025",
        "14 Mar 2025",
        "14th March, 2025",
        "March 14, 2025",
        "Mar. 14, 2025",
        "Friday, 14 March 2025",
        "Fri, March 14, 2025, 10:30 GMT",
        "Fri, 14 Mar 2025 23:59:00 -0800",
    ],
)
def test_days(value: str) -> None:
    assert day(value) == date(2025, 3, 14)


def test_sept() -> None:
    assert day("Sept. 3, 2025") == date(2025, 9, 3)


def test_dates_pass() -> None:
    assert day(date(2025, 3, 14)) == date(2025, 3, 14)
    assert day(datetime(2025, 3, 14, 23, tzinfo=UTC)) == date(2025, 3, 14)


@pytest.mark.parametrize("value", ["", "03/04/2025", "31 April 2025", "2025", "March 2025", "soon"])
def test_no_days(value: str) -> None:
    with pytest.raises(OnrecordError, match="E005"):
        day(value)


@given(st.text(max_size=40))
def test_any_text_gives_a_day_or_e005(value: str) -> None:
    try:
        day(value)
    except OnrecordError as error:
        assert error.code == "E005"


@given(st.dates(min_value=date(1000, 1, 1)))
def test_written_and_read_again(value: date) -> None:
    assert day(f"{value.day} {value:%B} {value.year}") == value
