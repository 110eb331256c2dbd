"""Tokens are spaCy's own, and no string takes for ever."""

from __future__ import annotations

import time

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from onrecord.language.tokens import LONGEST, Bounded, Renewed, pieces

BLANK = spacy.blank("en")
bounded = Bounded(BLANK.tokenizer)


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=120))
def test_as_spacy_does_it(text: str) -> None:
    assert [token.text for token in bounded(text)] == [token.text for token in BLANK(text)]


runs = st.sampled_from(["a", "(", " ", "\n", "9", "“", "ab, "])


@settings(max_examples=50, deadline=None)
@given(st.lists(st.tuples(runs, st.integers(1, 2 * LONGEST + 3)), max_size=5))
def test_nothing_is_lost(drawn: list[tuple[str, int]]) -> None:
    text = "".join(run * count for run, count in drawn)
    assert "".join(pieces(text)) == text
    doc = bounded(text)
    assert doc.text == text
    assert all(text[token.idx : token.idx + len(token)] == token.text for token in doc)


def test_only_endless_strings_are_cut() -> None:
    before, after = "the talks " * 50, " went on" * 50
    assert pieces(before + "x" * (LONGEST + 1) + after) == [before + "x" * LONGEST, "x" + after]
    assert pieces(before + "x" * LONGEST + after) == [before + "x" * LONGEST + after]


@pytest.mark.parametrize("mark", ["(", '"', "🙂", "a)", "-", "a,"])
def test_endless_marks(mark: str) -> None:
    began = time.process_time()
    text = mark * (20_000 // len(mark))
    assert bounded(text).text == text
    assert time.process_time() - began < 10  # minutes, where the whole string is one piece


def test_the_pipeline_has_it(nlp: Language) -> None:
    assert isinstance(nlp.tokenizer, Bounded)
    assert nlp.tokenizer.explain("don't")
    assert nlp.tokenizer.to_bytes() == nlp.tokenizer.tokenizer.to_bytes()


def test_a_vocabulary_is_left_behind() -> None:
    """Words are the same before and after; a Doc made before keeps its own."""
    tokens = Renewed(limit=len(Renewed().tokenizer.vocab.strings) + 100)
    first = tokens("Farmers blocked the road.")
    docs = [tokens(f"Word{number} met Word{number}.") for number in range(500)]
    assert len({id(doc.vocab) for doc in docs}) > 3
    assert all(len(doc.vocab.strings) < tokens.limit + 10 for doc in docs)
    assert [word.text for word in first] == ["Farmers", "blocked", "the", "road", "."]
    assert [word.text for word in docs[-1]] == ["Word499", "met", "Word499", "."]
