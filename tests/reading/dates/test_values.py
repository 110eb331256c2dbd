"""What an expression means where the words around it decide: sentences of our own."""

from __future__ import annotations

from datetime import date

import pytest

from onrecord.reading.dates import find


def value(text: str, words: str, published: date) -> str:
    """The value of the last expression of a text that has these words."""
    return [x.value for x in find(text, published) if x.text.lower() == words.lower()][-1]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Sales fell in the quarter ended Sept. 29.", "the quarter", "2024-Q3"),
        ("Sales fell in the quarter ended Jan. 31.", "the quarter", "2023-Q4"),
        ("For the quarter ended July 2, 2023, it lost money.", "the quarter", "2023-Q2"),
        (
            "It earned $3 million in the three months ended June 30, up from a year ago.",
            "a year ago",
            "2023-Q2",
        ),
        (
            "The fiscal first quarter was poor. In the quarter ended Sept. 29 it lost money.",
            "the quarter",
            "2024-Q1",
        ),
        (
            "In the third quarter it lost money. In the first nine months it earned $3 million, "
            "after a loss in the 2022 period.",
            "the 2022 period",
            "2022",
        ),
    ],
)
def test_periods_of_results(text: str, words: str, expected: str) -> None:
    assert value(text, words, date(2024, 10, 29)) == expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("The port was built half a century ago.", "half a century ago", "1974"),
        ("About half a decade ago it was sold.", "about half a decade ago", "2019"),
        ("The ship sank half an hour ago.", "half an hour ago", "2024-10-29"),
        ("She left half a year ago.", "half a year ago", "2024-04"),
        ("He ruled for half a century.", "half a century", "P50Y"),
    ],
)
def test_half_a_unit_ago(text: str, words: str, expected: str) -> None:
    assert value(text, words, date(2024, 10, 29)) == expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("The envoys said they would meet Thursday.", "thursday", "2024-10-31"),
        ("He told aides the port would reopen in December.", "december", "2024-12"),
        ("The port would have reopened in August, he said.", "august", "2024-08"),
        ("The case is heard in December.", "december", "2024-12"),
        ("The summit is held on Friday.", "friday", "2024-11-01"),
        ("Traders filled orders for November.", "november", "2024-11"),
        ("The mill cut its prices for August.", "august", "2024-08"),
    ],
)
def test_ahead_or_behind(text: str, words: str, expected: str) -> None:
    assert value(text, words, date(2024, 10, 29)) == expected
