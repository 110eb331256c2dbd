"""Every word is read once, in order, and no window is too long."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.language.features import FEATURES
from onrecord.language.subwords import CLS, SEP
from onrecord.language.windows import ENOUGH, FULL, Window, Words, windows


def cut(word: str) -> tuple[int, ...]:
    """A piece a letter, twelve at most."""
    return tuple(ord(letter) % 1000 + 1000 for letter in word[:12])


def plain(*words: str, gaps: list[int] | None = None, starts: list[bool] | None = None) -> Words:
    return Words(words=words, gaps=gaps or [2, *[1] * (len(words) - 1)], starts=starts)


@st.composite
def texts(draw: st.DrawFn, *, given_starts: bool) -> Words:
    words = st.text("aB9.,!”é平", min_size=1, max_size=20)
    found = draw(st.lists(st.tuples(words, st.integers(0, 2), st.integers(0, 9)), max_size=400))
    share = draw(st.integers(0, 3))
    return Words(
        words=[word for word, _, _ in found],
        gaps=[gap for _, gap, _ in found],
        starts=[not place or die < share for place, (_, _, die) in enumerate(found)]
        if given_starts
        else None,
    )


def check(text: Words, parts: list[Window]) -> None:
    edges = [(part.begin, part.end) for part in parts]
    assert [place for begin, end in edges for place in range(begin, end)] == list(
        range(len(text.words))
    )
    for part in parts:
        ids, features = part.ids[0].tolist(), part.features[0].tolist()
        assert part.begin < part.end
        assert len(ids) == len(features) <= FULL + 2
        assert (ids[0], ids[-1]) == (CLS, SEP)
        assert all(0 <= feature < FEATURES for feature in features)
        pieces = [
            tuple(ids[first : last + 1]) for first, last in zip(part.first, part.last, strict=True)
        ]
        assert pieces == [cut(word) for word in text.words[part.begin : part.end]]


@settings(max_examples=40, deadline=None)
@given(texts(given_starts=False))
def test_every_word_once(text: Words) -> None:
    check(text, windows(text, cut))


@settings(max_examples=40, deadline=None)
@given(texts(given_starts=True))
def test_given_sentences_are_cut_only_where_too_long(text: Words) -> None:
    assert text.starts is not None
    parts = windows(text, cut)
    check(text, parts)
    starts = [place for place, start in enumerate(text.starts) if start]
    for part in parts:
        assert part.fresh == text.starts[part.begin]
        if not part.fresh:
            begin = max(place for place in starts if place < part.begin)
            end = min((place for place in starts if place > part.begin), default=len(text.words))
            assert sum(len(cut(word)) for word in text.words[begin:end]) > FULL


def test_no_words_no_window() -> None:
    assert windows(plain(), cut) == []


def test_a_short_text_is_one_window() -> None:
    (part,) = windows(plain("Talks", "go", "on", "."), cut)
    assert (part.begin, part.end, part.fresh) == (0, 4, True)


@pytest.mark.parametrize("length", [ENOUGH, ENOUGH + 40])
def test_a_long_paragraph_closes_its_window(length: int) -> None:
    text = plain(*["a"] * length, *["b"] * 50, gaps=[1] * length + [2] + [1] * 49)
    assert [part.begin for part in windows(text, cut)] == [0, length]


def test_short_paragraphs_share_a_window() -> None:
    text = plain(*["a"] * 60, gaps=[2, *[1] * 19] * 3)
    assert len(windows(text, cut)) == 1


def test_a_full_window_ends_with_its_last_sentence() -> None:
    sentence = [*["a"] * 99, "."]
    first, second = windows(plain(*["A", *sentence[1:]] * 4), cut)[:2]
    assert (first.end, second.begin, second.fresh) == (200, 200, True)


def test_a_stop_within_a_name_ends_nothing() -> None:
    words = [*["a"] * 150, ".", "b", *["a"] * 200]
    parts = windows(plain(*words), cut)
    assert (parts[0].end, parts[1].fresh) == (FULL, False)


def test_an_endless_sentence_is_cut_where_full() -> None:
    parts = windows(plain(*["a"] * 1000), cut)
    assert [part.end for part in parts] == [FULL, 2 * FULL, 3 * FULL, 1000]
    assert [part.fresh for part in parts] == [True, False, False, False]
