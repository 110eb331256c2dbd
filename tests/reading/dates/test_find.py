"""Time expressions: what they mean, and when they mean nothing."""

from __future__ import annotations

from datetime import date
from typing import Literal

import pytest

from onrecord.reading.dates import TimeExpression, find

PUBLISHED = date(2024, 12, 31)  # a Tuesday


def one(text: str, published: date | None = PUBLISHED) -> TimeExpression:
    found = find(text, published)
    assert len(found) == 1, found
    return found[0]


def interval(text: str, published: date | None = PUBLISHED) -> tuple[str | None, str | None]:
    found = one(text, published)
    return found.start, found.end


@pytest.mark.parametrize(
    "text",
    [
        "It opened on 31 December 2024.",
        "It opened on December 31, 2024.",
        "It opened on Dec. 31.",
        "It opened on Dec 31, 2024.",
        "It opened on 2024-12-31.",
        "It opened on 12/31/2024.",
        "It opened on 31/12/2024.",
        "It opened on 31.12.2024.",
        "It opened on the 31st.",
        "It opened on Tuesday, Dec. 31.",
        "It opened on New Year's Eve.",
        "It opened today.",
    ],
)
def test_one_day_in_many_forms(text: str) -> None:
    found = one(text)
    assert (found.type, found.value) == ("DATE", "2024-12-31")
    assert (found.start, found.end, found.precision) == ("2024-12-31", "2024-12-31", "day")


def test_month_without_year_is_the_last_one() -> None:
    assert one("Troops arrived in December.").value == "2024-12"
    assert one("Troops arrived in November.", date(2024, 3, 2)).value == "2023-11"
    june = one("They signed the pact in June this year.")
    assert (june.text, june.start, june.end) == ("June this year", "2024-06-01", "2024-06-30")


def test_tense_of_the_caller_wins() -> None:
    ahead: Literal["future"] = "future"
    assert find("It was on Friday.", PUBLISHED, tense=lambda at: ahead)[0].value == "2025-01-03"
    assert find("It was in June.", PUBLISHED, tense=lambda at: ahead)[0].value == "2025-06"


def test_tense_from_the_words() -> None:
    assert one("The court will sit on Friday.").value == "2025-01-03"
    assert one("The court sat on Friday.").value == "2024-12-27"
    assert one("The vote is due by Thursday.").value == "2025-01-02"


def test_new_year_with_a_number_is_that_year() -> None:
    assert interval("They sent greetings for New Year 2025.") == ("2025-01-01", "2025-12-31")


def test_since_and_until_leave_an_end_open() -> None:
    assert interval("It has run since February 2022.") == ("2022-02-01", None)
    assert interval("It runs until the end of the year.") == (None, "2024-12-31")
    assert interval("It runs from 2026 onwards.") == ("2026-01-01", None)


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("between 2014 and 2016", ("2014-01-01", "2016-12-31")),
        ("from March to May 2023", ("2023-03-01", "2023-05-31")),
        ("from November to January 2023", ("2022-11-01", "2023-01-31")),
        ("1-3 May 2023", ("2023-05-01", "2023-05-03")),
        ("May 1-3, 2023", ("2023-05-01", "2023-05-03")),
        ("between Dec. 24 and Jan. 2", ("2024-12-24", "2025-01-02")),
        ("from Monday to Friday", ("2024-12-23", "2024-12-27")),
        ("2014-16", ("2014-01-01", "2016-12-31")),
    ],
)
def test_both_ends_of_a_range_carry_it_whole(text: str, whole: tuple[str, str]) -> None:
    found = find(text, PUBLISHED)
    assert len(found) == 2
    assert {(x.start, x.end) for x in found} == {whole}


def test_anchored_on_the_expression_before() -> None:
    text = "He left on 3 May 2020. The following day he wed; two days later he sailed."
    assert [x.value for x in find(text, PUBLISHED)] == ["2020-05-03", "2020-05-04", "2020-05-06"]
    assert (
        find("He left on 3 May 2020, a week earlier than she did.", PUBLISHED)[1].value
        == "2020-W17"
    )


def test_weekday_and_date_that_differ() -> None:
    assert not any(x.conflict for x in find("It was on Tuesday (Dec. 31).", PUBLISHED))
    assert [x.conflict for x in find("It was on Monday (Dec. 31).", PUBLISHED)] == [True, True]
    assert one("It was on Monday, Dec. 31, 2024.").conflict


def test_early_and_late_halve_the_interval() -> None:
    assert interval("in the late 1990s") == ("1995-01-01", "1999-12-31")
    assert interval("in early June 2024") == ("2024-06-01", "2024-06-15")
    assert one("around 1990").mod == "APPROX"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Easter 2024", "2024-03-31"),
        ("Good Friday 2025", "2025-04-18"),
        ("Thanksgiving 2023", "2023-11-23"),
        ("Memorial Day 2024", "2024-05-27"),
        ("Labor Day 2024", "2024-09-02"),
        ("Christmas Eve", "2024-12-24"),
    ],
)
def test_holidays(text: str, value: str) -> None:
    assert one(f"Shops were shut on {text}.").value == value


@pytest.mark.parametrize(
    ("text", "type_", "value"),
    [
        ("for three weeks", "DURATION", "P3W"),
        ("every Friday", "SET", "XXXX-WXX-5"),
        ("annually", "SET", "P1Y"),
        ("at 7 p.m. EST on Wednesday", "TIME", "2024-12-25T19:00-05:00"),
        ("on Monday night", "TIME", "2024-12-30TNI"),
        ("two and a half years", "DURATION", "P2Y6M"),
        ("twenty-one days", "DURATION", "P21D"),
        ("in nineteen eighty-four", "DATE", "1984"),
    ],
)
def test_other_types(text: str, type_: str, value: str) -> None:
    found = one(text)
    assert (found.type, found.value) == (type_, value)


@pytest.mark.parametrize(
    "text",
    [
        "February 30",
        "30 February 2024",
        "Feb. 29, 2023",
        "31 June",
        "2014 troops",
        "a 15-year-old boy",
        "a man aged 40 years old",
        "on the 31st floor",
        "prices may fall in march",
        "the second person",
        "$2014",
        "No. 1984",
        "the road bill (S. 1941)",
        "https://news.example/2006/07/story.html",
        "2014%",
        "three trains a day",
        "week 53",
        "25:61",
        "13/32/2024",
        "99/99/9999",
    ],
)
def test_no_date(text: str) -> None:
    assert find(text, PUBLISHED) == []


def test_leap_day_and_week_53() -> None:
    assert one("It was on February 29.").value == "2024-02-29"
    assert one("It was on February 29.", date(2023, 6, 1)).value == "2020-02-29"
    assert interval("It fell last week.", date(2021, 1, 5)) == ("2020-12-28", "2021-01-03")
    assert one("It fell last week.", date(2021, 1, 5)).value == "2020-W53"


@pytest.mark.parametrize(
    "text",
    ["last Friday", "yesterday", "in June", "next year", "Dec. 31", "last weekend", "a year ago"],
)
def test_nothing_relative_is_dated_without_a_publication_date(text: str) -> None:
    found = one(text, None)
    assert (found.start, found.end, found.precision) == (None, None, None)
    assert found.basis == "relative"


def test_stated_dates_need_no_publication_date() -> None:
    assert interval("It was on 3 May 2020.", None) == ("2020-05-03", "2020-05-03")


@pytest.mark.parametrize("published", [date.min, date.max, date(1600, 1, 1), date(2400, 12, 31)])
def test_ends_of_the_calendar(published: date) -> None:
    text = "Last century, last week, next year, in 400 years, tomorrow, Friday, 900 years ago"
    for found in find(text, published):
        assert found.text
