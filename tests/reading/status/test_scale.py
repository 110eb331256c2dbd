"""The scale of certainty; sentences of our own."""

from __future__ import annotations

import pytest

from onrecord.codes.certainty import worth
from onrecord.codes.tables import rows
from onrecord.reading.reader import Reader
from onrecord.reading.status.scale import blended


@pytest.mark.parametrize(
    ("text", "word", "low", "high"),
    [
        ("The guards left the fort on Monday.", "left", 2.5, 3),
        ("The guards did not leave the fort.", "leave", -3, -1),
        ("The guards may leave the fort.", "leave", -1, 2),
        ("If the guards leave, the fort will fall.", "leave", -1, 2),
        ("The chief wants the guards to leave.", "leave", -1.5, 2.2),
        ("The chief said that the guards left.", "left", 2, 3),
    ],
)
def test_where_a_word_stands(reader: Reader, text: str, word: str, low: float, high: float) -> None:
    start = text.index(word)
    (found,) = reader.certainty(text, [(start, start + len(word))])
    assert (found.text, found.span) == (word, (start, start + len(word)))
    assert low <= found.value <= high


def test_every_predicate_in_order(reader: Reader) -> None:
    found = reader.certainty("The envoy left, but the road is open.")
    assert [item.text for item in found] == ["left", "open"]
    assert reader.certainty("") == []
    (nothing,) = reader.certainty("Left.", [(9, 12)])
    assert nothing.value == 0


def test_model_and_rules_meet_in_one_place() -> None:
    assert blended(1.0, {"any"}, None) == 1.0
    for known, share in (({"any"}, worth("model plain")), ({"negated"}, worth("model"))):
        assert blended(1.0, known, -1.0) == pytest.approx(1 - 2 * share)
    assert blended(3.0, set(), 9.0) == 3.0


def test_the_table_is_sound() -> None:
    table = rows("certainty")
    assert len({row["fact"] for row in table}) == len(table)
    assert all(-5 <= float(row["worth"]) <= 5 for row in table)
    assert worth("nonsense") == 0
