"""Stems: Porter's own examples, and words of one verb."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.ledger.stems import root, stem, words

EXAMPLES = """
caresses:caress ponies:poni cats:cat feed:feed agreed:agre plastered:plaster sing:sing
conflated:conflat hopping:hop falling:fall failing:fail filing:file happy:happi sky:sky
relational:relat radically:radic triplicate:triplic goodness:good revival:reviv
adoption:adopt replacement:replac probate:probat controll:control oscillators:oscil
"""


@pytest.mark.parametrize("example", EXAMPLES.split())
def test_porters_examples(example: str) -> None:
    word, expected = example.split(":")
    assert stem(word) == expected


def test_words_of_one_verb_share_a_root() -> None:
    assert {root(word) for word in ("fall", "fell", "fallen", "falling", "falls")} == {"fall"}
    assert root("shot") == root("shooting") == "shoot"
    assert root("Died") == root("dies") == root("dying")


def test_words() -> None:
    assert words("Kim’s 11,000 troops, it’s said.") == ["kim", "11,000", "troops", "it", "said"]


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz", max_size=20))
def test_any_letters_have_a_stem(word: str) -> None:
    assert len(stem(word)) <= len(word) + 1
