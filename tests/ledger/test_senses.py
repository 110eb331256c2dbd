"""Vectors of words: of length 1 whatever they are made of, and near where meanings are."""

from __future__ import annotations

import math
from operator import mul

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.ledger.senses import WIDTH, sense
from onrecord.ledger.stems import root

KNOWN = ("kill", "aid", "visit", "threaten", "sanction", "protest", "agree", "win")


def alike(one: str, other: str) -> float:
    return sum(map(mul, sense([root(one)]), sense([root(other)])))


@given(st.lists(st.sampled_from(KNOWN), min_size=1))
def test_a_vector_has_length_one(words: list[str]) -> None:
    found = sense(map(root, words))
    assert len(found) == WIDTH
    assert math.isclose(sum(value * value for value in found), 1.0)


def test_an_unknown_word_has_none() -> None:
    assert sense([]) == sense(["qzxv"]) == ()
    assert sense(["qzxv", root("visit")]) == sense([root("visit")])


@pytest.mark.parametrize(
    ("word", "like", "unlike"),
    [
        ("killed", "murdered", "visited"),
        ("talks", "negotiations", "attacks"),
        ("victory", "win", "aid"),
        ("arrested", "detained", "praised"),
        ("quake", "earthquake", "sanctions"),
    ],
)
def test_words_of_like_meaning_lie_nearer(word: str, like: str, unlike: str) -> None:
    assert alike(word, like) > alike(word, unlike)
