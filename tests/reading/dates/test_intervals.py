"""What a time means in days: lengths up to a day, ranges, feasts, other calendars, clashes."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading.dates import TimeExpression, find
from onrecord.reading.dates.feasts import easter, holidays, pascha
from onrecord.reading.dates.lexicon import lexicon, rows
from onrecord.reading.dates.periods import period

PUBLISHED = date(2024, 12, 17)  # a Tuesday


def told(text: str) -> list[TimeExpression]:
    return find(f"The town was quiet {text}.", PUBLISHED)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        # a length up to a day
        ("in the six months ended June 30", "2024-01-01", "2024-06-30"),
        ("in the year to March", "2023-04-01", "2024-03-31"),
        ("in the quarter ended Sept. 30", "2024-07-01", "2024-09-30"),
        ("in the 13 weeks ending Nov. 30", "2024-09-01", "2024-11-30"),
        ("in the fiscal year ended June 30", "2023-07-01", "2024-06-30"),
        # ranges
        ("between 2014 and 2016", "2014-01-01", "2016-12-31"),
        ("since February 2022", "2022-02-01", None),
        ("until the end of the year", None, "2024-12-31"),
        ("in 2021/22", "2021-01-01", "2022-12-31"),
        ("in May/June 2023", "2023-05-01", "2023-06-30"),
        ("Monday through Friday", "2024-12-09", "2024-12-13"),
        ("in the 2023-24 financial year", "2023-01-01", "2024-12-31"),
        # feasts
        ("on Orthodox Easter", "2024-05-05", "2024-05-05"),
        ("at Lunar New Year", "2024-02-10", "2024-02-10"),
        ("during Chinese New Year 2023", "2023-01-22", "2023-01-22"),
        ("on Diwali 2023", "2023-11-12", "2023-11-12"),
        ("on Eid al-Fitr 2024", "2024-04-10", "2024-04-12"),
        ("on Mardi Gras", "2024-02-13", "2024-02-13"),
        ("on Yom Kippur", "2024-10-12", "2024-10-12"),
        # by another date
        ("the day after Christmas 2023", "2023-12-26", "2023-12-26"),
        ("two weeks before 12 March 2024", "2024-02-27", "2024-02-27"),
        ("on the first Monday in September 2023", "2023-09-04", "2023-09-04"),
        ("on the last Sunday of May 2023", "2023-05-28", "2023-05-28"),
        ("in the last week of May 2023", "2023-05-25", "2023-05-31"),
        # what is scheduled, in the present tense
        ("as talks begin on Thursday", "2024-12-19", "2024-12-19"),
        ("before voters go to the polls on Sunday", "2024-12-22", "2024-12-22"),
        ("before the law takes effect in February", "2025-02-01", "2025-02-28"),
        # other calendars
        ("on 1 Shawwal 1445 (10 April 2024)", "2024-04-10", "2024-04-10"),
        ("on 25 October (7 November) 1917", "1917-11-07", "1917-11-07"),
    ],
)
def test_interval(text: str, start: str | None, end: str | None) -> None:
    first = told(text)[0]
    assert (first.start, first.end) == (start, end)


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("every other Sunday", "SET", "XXXX-WXX-7"),
        ("twice daily", "SET", "P1D"),
        ("every few days", "SET", "PXD"),
        ("in the 1800s", "DATE", "18"),
        ("in 44 BC", "DATE", "BC0044"),
        ("in the 5th century BC", "DATE", "BC04"),
        ("at 14:00 CET", "TIME", "2024-12-17T14:00+01:00"),
        ("at half past nine", "TIME", "2024-12-17T09:30"),
        ("for three hours and 20 minutes", "DURATION", "PT3H20M"),
        ("two Fridays ago", "DATE", "2024-12-06"),
        ("in week 12 of 2023", "DATE", "2023-W12"),
        ("by the end of the decade", "DATE", "202"),
    ],
)
def test_value(text: str, kind: str, value: str) -> None:
    (found,) = told(text)
    assert (found.type, found.value) == (kind, value)


@pytest.mark.parametrize("text", ["at Eid al-Fitr 2040", "on Diwali 1975", "at Eid al-Fitr 2000"])
def test_a_feast_whose_day_is_not_certain_has_none(text: str) -> None:
    """The table lacks the year, or has two days for it."""
    (found,) = told(text)
    assert (found.start, found.end) == (None, None)


def test_another_calendars_date_alone_is_undated() -> None:
    (found,) = told("on 15 Shaban 1445")
    assert (found.text, found.start) == ("15 Shaban 1445", None)


@pytest.mark.parametrize(
    ("text", "clash"),
    [
        ("on Tuesday (Dec 31)", False),
        ("on Monday (Dec 31)", True),
        ("on Tuesday, 31 December 2024", False),
        ("on Monday, 31 December 2024", True),
    ],
)
def test_a_contradiction_is_said(text: str, clash: bool) -> None:
    assert any(found.conflict for found in told(text)) is clash


@given(st.dates(date(1600, 1, 1), date(2399, 12, 31)), st.integers(1, 53))
def test_weeks_and_feasts_of_every_year(published: date, week: int) -> None:
    year = published.year
    text = f"week {week} of {year}, {year}-W{week:02}, Feb. 29, {year}, February 30, {year}"
    found = find(text, published)
    assert all(text[slice(*item.span)] == item.text for item in found)
    has = period(f"{year}-W{week:02}") is not None
    assert sum(item.value == f"{year}-W{week:02}" for item in found) == (2 if has else 0)
    assert not any(item.value.endswith("-02-30") for item in found)
    for word, readings in lexicon().words.items():
        for reading in readings:
            if reading.kind == "HOLIDAY":
                assert all(day.year == year for day in holidays(reading.value, year)), word


@given(st.integers(1600, 2400))
def test_both_easters_are_sundays_in_spring(year: int) -> None:
    for day in (easter(year), pascha(year)):
        assert day.isoweekday() == 7
    assert timedelta(0) <= pascha(year) - easter(year) <= timedelta(42)


def test_every_feast_of_the_table_has_a_name() -> None:
    columns = set(rows("dates_feasts.tsv")[0]) - {"year"}
    used = {
        reading.value.rstrip("0123456789 x").rstrip("+-")
        for readings in lexicon().words.values()
        for reading in readings
        if reading.kind == "HOLIDAY"
    }
    assert columns <= used
