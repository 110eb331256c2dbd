"""Properties that hold for every day and every text."""

from __future__ import annotations

import time
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.reading.dates import find
from onrecord.reading.dates.lexicon import rows
from onrecord.reading.dates.numerals import SHAPES, numeral_kinds
from onrecord.reading.dates.periods import moved, period, shifted, value_of

DAYS = st.dates(date(1600, 1, 1), date(2400, 12, 31))
WORDS = sorted(
    {row["word"] for row in rows("dates_words.tsv")} | {*["the", "of", "in", "on"], *",-()'"}
)
FORMATS = [
    lambda d: f"{d.day} {d:%B} {d.year}",
    lambda d: f"{d:%B} {d.day}, {d.year}",
    lambda d: f"{d:%A}, {d:%B} {d.day}, {d.year}",
    lambda d: f"the {d.day}{_suffix(d.day)} of {d:%B} {d.year}",
    lambda d: d.isoformat(),
    lambda d: f"{d.month}/{d.day}/{d.year}",
    lambda d: f"{d.month:02}/{d.day:02}/{d.year}",
]


def _suffix(day: int) -> str:
    return "th" if 11 <= day <= 13 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")


def test_every_day_of_eight_centuries() -> None:
    """One form for each day in turn, so that each form meets every weekday and month."""
    day, last = date(1600, 1, 1), date(2400, 12, 31)
    index = 0
    while day <= last:
        text = f"It was on {FORMATS[index % len(FORMATS)](day)}."
        found = find(text)
        assert [x.value for x in found] == [day.isoformat()], text
        assert not found[0].conflict
        day, index = day + timedelta(1 if day.year in (1900, 2000, 2024) else 5), index + 1


@given(DAYS, st.sampled_from(FORMATS), DAYS)
def test_a_stated_day_does_not_depend_on_the_publication(day, form, published) -> None:  # type: ignore[no-untyped-def]
    found = find(f"They met on {form(day)} in town.", published)
    assert [(x.start, x.end) for x in found] == [(day.isoformat(), day.isoformat())]


@given(DAYS)
def test_relative_days(published: date) -> None:
    text = "yesterday, tomorrow, last Friday"
    first, second, third = find(text, published)
    assert first.start == (published - timedelta(1)).isoformat()
    assert second.start == (published + timedelta(1)).isoformat()
    friday = date.fromisoformat(third.start or "")
    assert friday.isoweekday() == 5 and timedelta(0) < published - friday <= timedelta(7)


@settings(max_examples=300)
@given(
    st.one_of(
        st.text(max_size=200),
        st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join),
        st.lists(
            st.one_of(st.sampled_from(WORDS), st.integers(0, 99999).map(str), st.text(max_size=3)),
            max_size=25,
        ).map(" ".join),
        st.text("0123456789-/:. ,'’stndrhamp", max_size=60),
    ),
    st.one_of(st.none(), st.dates()),
)
def test_any_text_is_read(text: str, published: date | None) -> None:
    end = 0
    for found in find(text, published):
        assert text[found.span[0] : found.span[1]] == found.text != ""
        assert found.span[0] >= end
        end = found.span[1]
        assert (found.precision is None) or found.start or found.end
        if found.start and found.end:
            assert found.start <= found.end
        if published is None and found.basis == "relative":
            assert found.start is None or found.end is None or len(find(text)) > 1


@given(DAYS, st.sampled_from(["D", "W", "M", "Q", "Y", "DE", "CE"]))
def test_a_value_covers_the_day_it_came_from(day: date, unit: str) -> None:
    days = period(value_of(day, unit))
    assert days and days.start <= day <= days.end
    assert shifted(day, 0, unit) == value_of(day, unit)


@given(DAYS, st.integers(-40, 40))
def test_moving_there_and_back_by_months(day: date, count: int) -> None:
    assert value_of(moved(moved(day.replace(day=1), count, "M"), -count, "M"), "M") == value_of(
        day, "M"
    )


def test_every_numeral_has_a_letter() -> None:
    known = set(SHAPES)
    for number in [*(str(n) for n in range(0, 10000)), "007", "0012", "1,500", "2.5", "5 1/2"]:
        assert frozenset(numeral_kinds(number)) in known, number


@pytest.mark.parametrize(
    "piece",
    [
        "1",
        "1,111",
        "2014-",
        "12:",
        "12/",
        "May ",
        "a year ago, ",
        "twenty ",
        "the first ",
        "\n ",
        "'",
    ],
)
def test_time_grows_with_length_only(piece: str) -> None:
    """Ten times the text takes about ten times as long, whatever the text."""

    def seconds(size: int) -> float:
        text = piece * (size // len(piece))
        began = time.process_time()
        find(text, date(2024, 12, 31))
        return time.process_time() - began

    find("warm up on 1 May")
    short = min(seconds(10_000) for _ in range(3))
    assert seconds(100_000) < 40 * short + 0.2
