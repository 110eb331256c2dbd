"""What our tables say beside the model's scores."""

from __future__ import annotations

import numpy as np
import pytest

from onrecord.language.evidence import KNOWN, weighed

LABELS = ("O", "B-PERSON", "I-PERSON", "B-ORG", "I-ORG", "B-PLACE", "I-PLACE")


def gains(text: str, *, opens: int = 0) -> dict[str, list[str]]:
    """The labels that gain, word by word, where the model itself says nothing."""
    words = text.split()
    starts = [place == opens for place in range(len(words))]
    capitals = [place for place, word in enumerate(words) if word[0].isupper()]
    scores = np.zeros((len(words), len(LABELS)), dtype=np.float32)
    found = weighed(words, starts, capitals, scores, LABELS)
    assert not scores.any()
    assert set(np.unique(found)) <= {0.0, KNOWN}
    return {
        word: [LABELS[column] for column in np.flatnonzero(row)]
        for word, row in zip(words, found, strict=True)
        if row.any()
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("rain fell in Kenya", {"Kenya": ["B-PLACE"]}),
        ("rain fell in Sri Lanka", {"Sri": ["B-PLACE"], "Lanka": ["I-PLACE"]}),
        ("talks with Kofi Annan", {"Kofi": ["B-PERSON"], "Annan": ["I-PERSON"]}),
        ("she met Kofi Mbeya-Tun there", {"Kofi": ["B-PERSON"], "Mbeya-Tun": ["I-PERSON"]}),
        ("over the Zarqi Bridge", {"Bridge": ["I-PLACE"]}),
        ("as the Zarqi Herald wrote", {"Herald": ["I-ORG"]}),
        ("before the Senate voted", {"Senate": ["B-ORG"]}),
    ],
)
def test_known_names_gain(text: str, expected: dict[str, list[str]]) -> None:
    assert gains(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "at the Kenya Zarqi",  # the name may go on
        "at the Zarqi Kenya",  # or have begun before
        "for Kenya $ 5",
        "the bridge and a herald",
        "a senate of elders",
    ],
)
def test_part_of_another_name_gains_nothing(text: str) -> None:
    assert gains(text) == {}


def test_a_sentence_begins_no_matter_what_stood_before() -> None:
    assert gains("said Zarqi Kenya voted", opens=2) == {"Kenya": ["B-PLACE"]}
    assert gains("Court rose", opens=0) == {}


def test_the_words_of_a_known_name_are_one_name() -> None:
    words = ["the", "World", "Bank"]
    scores = np.zeros((3, len(LABELS)), dtype=np.float32)
    scores[2, LABELS.index("B-ORG")] = 3
    found = weighed(words, [True, False, False], [1, 2], scores, LABELS)
    assert found[2, LABELS.index("I-ORG")] >= 3 + KNOWN
