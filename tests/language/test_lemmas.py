"""Lemmas: by the tag where it says enough, from the dictionary where it doesn't."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.language.lemmas import lemma


@pytest.mark.parametrize(
    ("word", "tag", "expected"),
    [
        ("was", "VBD", "be"),
        ("'re", "VBP", "be"),
        ("’ve", "VBP", "have"),
        ("n't", "RB", "not"),
        ("n’t", "RB", "not"),
        ("wo", "MD", "will"),
        ("ca", "MD", "can"),
        ("signed", "VBD", "sign"),
        ("Signed", "VBN", "sign"),
        ("met", "VBD", "meet"),
        ("fled", "VBD", "flee"),
        ("talks", "NNS", "talk"),
        ("troops", "NNS", "troop"),
        ("building", "NN", "building"),
        ("meeting", "VBG", "meet"),
        ("building", "VBG", "build"),
        ("closing", "VBG", "close"),
        ("'s", "VBZ", "be"),
        ("'s", "POS", "'s"),
        ("left", "VBD", "leave"),
        ("won", "VBD", "win"),
        ("left", "JJ", "left"),
        ("Fields", "NNPS", "Fields"),
        ("Banks", "NNP", "Banks"),
    ],
)
def test_lemma(word: str, tag: str, expected: str) -> None:
    assert lemma(word, tag) == expected


@given(st.text(min_size=1, max_size=60), st.sampled_from(["NNS", "VBD", "NNP", "NN", "FW", ""]))
def test_any_word(word: str, tag: str) -> None:
    assert lemma(word, tag)


def test_endless_word() -> None:
    assert lemma("ab" * 50_000, "NNS") == "ab" * 50_000
