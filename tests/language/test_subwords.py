"""Words to subword ids: never none, never many, the same each time."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.language import subwords
from onrecord.language.subwords import LONGEST, UNK, cutter

Cut = Callable[[str], tuple[int, ...]]


@pytest.fixture(scope="module")
def cut(weights: Path) -> Cut:
    return cutter(weights / "tokenizer.json")


@given(word=st.text(st.characters(categories=None), max_size=40))
def test_any_word(cut: Cut, word: str) -> None:
    pieces = cut(word)
    assert 1 <= len(pieces) <= LONGEST
    assert cut(word) == pieces


def test_case_makes_no_difference(cut: Cut) -> None:
    assert cut("Minister") == cut("MINISTER") == cut("minister")


def test_common_word_is_one_piece(cut: Cut) -> None:
    assert len(cut("minister")) == 1 != len(cut("ministerialisation"))


@pytest.mark.parametrize("word", ["", "\x00", "\u200b", "\ud800"])
def test_word_without_letters(cut: Cut, word: str) -> None:
    assert cut(word) in ((UNK,), cut("\ufffd"), cut("?"))


def test_endless_word(cut: Cut) -> None:
    assert len(cut("ab" * 500_000)) <= LONGEST


def test_memory_is_bounded(weights: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(subwords, "REMEMBERED", 3)
    fresh = cutter(weights / "tokenizer.json")
    once = [fresh(word) for word in ("one", "two", "three", "four", "five")]
    assert once == [fresh(word) for word in ("one", "two", "three", "four", "five")]
