"""The day of a dateline, and weekdays that stand behind a name."""

from __future__ import annotations

import pytest

from onrecord.reading.reader import Reader
from tests.reading.when.test_times import Days, days, told


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("LIMA, May 4 (Andina) --\nPeru expelled two diplomats.", "expelled",
         ("2024-05-04", "2024-05-04", "context")),
        ("QUITO, Ecuador, May 5 (AP) _ Ecuador freed ten men.", "freed",
         ("2024-05-05", "2024-05-05", "context")),
        # of the day of publication, or too long before it
        ("LIMA, May 6 (Andina) -- Peru expelled two diplomats.", "expelled",
         ("2024-05-06", "2024-05-06", "published")),
        ("LIMA, April 2 (Andina) -- Peru expelled two diplomats.", "expelled",
         ("2024-05-06", "2024-05-06", "published")),
        # what has a day of its own keeps it, what is to come stays open
        ("LIMA, May 4 (Andina) -- Peru expelled two diplomats on Thursday.", "expelled",
         ("2024-05-02", "2024-05-02", "relative")),
        ("LIMA, May 4 (Andina) -- Peru will expel two diplomats.", "expel",
         ("2024-05-06", None, "published")),
    ],
)  # fmt: skip
def test_a_dateline_s_day_is_the_news_day(
    reader: Reader, text: str, trigger: str, expected: Days
) -> None:
    assert days(told(reader, text, trigger)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Peru, Chile and the Czech Republic Friday accused Bolivia of theft.",
        "Foreign Minister Jan Novak Friday accused Bolivia of theft.",
        "The Czech Republic Friday angrily accused Bolivia of theft.",
        "On Friday Peru accused Bolivia of theft.",
    ],
)
def test_a_weekday_behind_a_name_is_its_verb_s(reader: Reader, text: str) -> None:
    expected = ("2024-05-03", "2024-05-03", "relative")
    assert days(told(reader, text, "accused")) == expected
