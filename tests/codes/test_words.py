"""Words and the trie that names are looked up in."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from onrecord.codes.words import Trie, fold, words


def test_fold() -> None:
    assert fold("Erdoğan") == "erdogan"
    assert fold("Støre") == "store"
    assert fold("U.S.") == "us"


def test_words_keep_initials_together() -> None:
    assert [w.text for w in words("The U.S. Navy's Kim Jong-un")] == [
        "The", "U.S.", "Navy", "s", "Kim", "Jong", "un",
    ]  # fmt: skip


@given(st.text())
def test_words_stand_where_they_say(text: str) -> None:
    found = words(text)
    assert all(text[w.start : w.end] == w.text for w in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


def names(trie: Trie, text: str) -> list[str]:
    tokens = words(text)
    return [text[tokens[m.start].start : tokens[m.end - 1].end] for m in trie.matches(text, tokens)]


def test_longest_match_and_case() -> None:
    trie = Trie()
    for name in ("US", "United States", "United States Navy", "Turkey", "Al Qaeda", "LeT"):
        trie.add(name, name)
    assert names(trie, "The United States Navy told us.") == ["United States Navy"]
    assert names(trie, "US ships, a turkey and Turkey") == ["US", "Turkey"]
    assert names(trie, "Let LeT let LET") == ["LeT"]
    assert names(trie, "AL-QAEDA and Al-Qaeda") == ["AL-QAEDA", "Al-Qaeda"]


def test_a_name_does_not_run_over_a_comma_or_a_paragraph() -> None:
    trie = Trie()
    trie.add("South Korea", 1)
    assert names(trie, "in the South, Korea") == []
    assert names(trie, "the South\n\nKorea") == []
    assert names(trie, "South\nKorea") == ["South\nKorea"]


@given(st.text())
def test_a_trie_takes_any_name(name: str) -> None:
    trie = Trie()
    trie.add(name, 1)
    assert len(trie.matches(name, words(name))) <= 1
