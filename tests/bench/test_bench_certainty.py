"""The measure for certainty, on sentences of our own."""

from __future__ import annotations

import json
from pathlib import Path
from types import SimpleNamespace

import pytest

from bench.certainty import Case, cases, correlation, score, values_of, written
from bench.common import MissingError


def test_figures_by_hand() -> None:
    # errors 0, 1, 2; the median label is 1, its errors 2, 0, 4
    result = score([3, 2, -1], [3, 1, -3])
    assert result["mae"] == pytest.approx(1)
    assert result["median_mae"] == pytest.approx(2)
    assert result["under_median"] == pytest.approx(50)
    assert result["predicates"] == 3


def test_correlation_of_lines_and_constants() -> None:
    assert correlation([1, 2, 3], [2, 4, 6]) == pytest.approx(1)
    assert correlation([1, 2, 3], [3, 2, 1]) == pytest.approx(-1)
    assert correlation([1, 1, 1], [3, 2, 1]) == 0


def test_no_labels_is_no_measure() -> None:
    with pytest.raises(MissingError):
        score([], [])


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("The guard did n't leave .", "The guard didn't leave."),
        ('He said , " We left . "', 'He said, "We left."'),
        ("`` We left '' , he said", '"We left", he said'),
        ("It cost $ 5 ( or 6 ) .", "It cost $5 (or 6)."),
    ],
)
def test_words_are_written_as_in_a_report(words: str, text: str) -> None:
    found, places = written(words.split(" "))
    assert found == text
    assert len(places) == len(words.split(" "))
    assert all(start <= end for start, end in places)


def test_cases_keep_the_place_of_each_predicate(tmp_path: Path) -> None:
    path = tmp_path / "some.jsonl"
    targets = [{"span1": [4, 5], "label": -2.5}, {"span1": [7, 9], "label": 1}]
    row = {"text": "The guard did n't leave .", "targets": targets}
    path.write_text(json.dumps(row) + "\n", encoding="utf-8")
    (case,) = cases(path)  # a span beyond the sentence is left out
    assert [case.text[start:end] for start, end in case.spans] == ["leave"]
    assert case.labels == [-2.5]


def test_the_reader_is_asked_for_the_labelled_words() -> None:
    asked = []

    def certainty(text: str, spans: list[tuple[int, int]]) -> list[SimpleNamespace]:
        asked.append((text, spans))
        return [SimpleNamespace(value=2.0) for _ in spans]

    case = Case(text="It left.", spans=[(3, 7)], labels=[3])
    assert values_of(SimpleNamespace(certainty=certainty), case) == [2.0]
    assert asked == [("It left.", [(3, 7)])]
