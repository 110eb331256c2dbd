"""Names out of scores: mentions agree, and bounds are those of our own corpus."""

from __future__ import annotations

import numpy as np
import pytest
from spacy.language import Language

from onrecord.language.naming import bounded, level, names
from onrecord.language.paths import transitions
from onrecord.language.spans import Stretch

LABELS = ("O", "B-PERSON", "I-PERSON", "B-ORG", "I-ORG", "B-PLACE", "I-PLACE")
COSTS = transitions(LABELS)


def scored(*rows: dict[str, float]) -> np.ndarray:
    return np.array([[row.get(label, -9.0) for label in LABELS] for row in rows], dtype=np.float32)


def test_mentions_of_one_name_share_a_label() -> None:
    words = ["Orvan", "wept", ";", "Orvan", "left", ";", "then", "Orvan", "sang"]
    person, firm = {"B-PERSON": 3.0, "B-ORG": 0.0}, {"B-PERSON": 0.0, "B-ORG": 1.0}
    none = {"O": 6.0}
    scores = scored(person, none, none, firm, none, none, none, person, none)
    starts = [place in (0, 3, 6) for place in range(9)]
    found = names(words, starts, scores, LABELS, COSTS)
    assert found == [Stretch(place, place + 1, "PERSON") for place in (0, 3, 7)]


def test_mentions_that_agree_are_left_as_they_are() -> None:
    scores = scored({"B-PLACE": 1.0}, {"O": 1.0}, {"B-PLACE": 5.0})
    found = [Stretch(0, 1, "PLACE"), Stretch(2, 3, "PLACE")]
    assert level(["Orvan", "and", "Orvan"], [0, 2], found, scores) is None


def test_a_word_without_a_label_agrees_too() -> None:
    scores = scored({"B-PLACE": 5.0}, {"O": 1.0, "B-PLACE": 0.5, "B-ORG": 0.0})
    levelled = level(["Orvan", "Orvan"], [0, 1], [Stretch(0, 1, "PLACE")], scores)
    assert levelled is not None
    assert LABELS[int(levelled[1].argmax())] == "B-PLACE"
    assert levelled[1, 0] == scores[1, 0]


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("Ratu Semi Bolanavu rose", (0, 3, "PERSON"), (1, 3)),
        ("Dr. Semi rose", (0, 2, "PERSON"), (1, 2)),
        ("General Motors rose", (0, 2, "ORG"), (0, 2)),
        ("witness Ana Berg rose", (0, 3, "PERSON"), (1, 3)),
        ("de la Cruz rose", (0, 3, "PERSON"), (0, 3)),
        ("dpa wrote", (0, 1, "ORG"), (0, 1)),
        ("2nd Zarqi Corps rose", (0, 3, "ORG"), (0, 3)),
        ("Sheikh Hasina rose", (0, 2, "PERSON"), (0, 2)),
        ("King rose", (0, 1, "PERSON"), (0, 1)),
        ("under Harald V , who", (1, 2, "PERSON"), (1, 3)),
        ("under Harald I , who", (1, 2, "PERSON"), (1, 3)),
        ("with Harald I met", (1, 2, "PERSON"), (1, 2)),
        ("at Mile IV , where", (1, 2, "PLACE"), (1, 2)),
        ("of CPN(M ) lost", (1, 2, "ORG"), (1, 3)),
        ("of Bergen ) lost", (1, 2, "PLACE"), (1, 2)),
    ],
)
def test_bounds(text: str, name: tuple[int, int, str], expected: tuple[int, int]) -> None:
    assert list(bounded(text.split(), [Stretch(*name)])) == [Stretch(*expected, name[2])]


def test_common_nouns_are_no_name() -> None:
    assert list(bounded(["Plates", "of", "china", "broke"], [Stretch(2, 3, "PLACE")])) == []


def test_a_text_in_small_letters_keeps_its_names() -> None:
    found = [Stretch(1, 2, "PLACE")]
    assert list(bounded(["in", "kenya", "today"], found)) == found


def test_a_name_ends_where_the_next_begins() -> None:
    found = [Stretch(0, 1, "PERSON"), Stretch(1, 2, "ORG")]
    assert list(bounded(["Harald", "V"], found)) == found


def test_no_names() -> None:
    assert names(["rain"], [True], scored({"O": 5.0}), LABELS, COSTS) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Pakatan won in Kuching.", [("Kuching", "PLACE")]),
        ("Harald V opened the Storting.", [("Harald V", "PERSON")]),
        ("The United States Congress met.", [("United States Congress", "ORG")]),
    ],
)
def test_in_the_pipeline(nlp: Language, text: str, expected: list[tuple[str, str]]) -> None:
    found = {(name.text, name.label_) for name in nlp(text).ents}
    assert set(expected) <= found
