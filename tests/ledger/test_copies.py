"""Copies and rewrites of one text: what joins, what doesn't, and that order is no matter."""

from __future__ import annotations

import random

import pytest

pytest.importorskip("rensa")

from onrecord.ledger.copies import ALIKE, Copies, jaccard, one_story, shingles
from onrecord.ledger.stems import words

PARAGRAPHS = [
    "The ferry Santa Irene ran aground on Tuesday off the island of Brel with ninety aboard.",
    "Two fishing boats took all passengers to the harbour of Mirtos before the tide turned.",
    "The owner, a cooperative of farmers, said that the rudder had failed in the strait.",
    "It was the third such accident since the lighthouse went dark in the spring of last year.",
    "The mayor of Mirtos asked the ministry to send a tug and to mend the lighthouse at last.",
    "Divers will look at the hull on Thursday if the wind lets them, the harbour master said.",
]
AGENCY = "\n".join(PARAGRAPHS)
CUT = "\n".join(["Ferry runs aground", *PARAGRAPHS[1:4]])
SHUFFLED = "\n".join(["Ninety saved", *reversed(PARAGRAPHS)])
OTHER = (
    "A ferry ran aground near Brel on Tuesday. Everyone on board was safe, the coast guard wrote, "
    "after boats from the nearby villages had reached the ship within an hour of its call."
)


def grouped(*texts: tuple[str, str, str]) -> list[list[str]]:
    copies = Copies()
    for name, text, day in texts:
        copies.add(name, text, day)
    return [[place.text for place in story.places] for story in copies.stories()]


def test_a_story_and_its_rewrites() -> None:
    copies = Copies()
    copies.add("a", AGENCY, "2024-05-02")
    copies.add("b", OTHER, "2024-05-02")
    assert copies.add("c", CUT, "2024-05-03") == ["a", "c"]
    assert copies.add("d", SHUFFLED, "2024-05-01") == ["d", "a", "c"]
    story = copies.story("c")
    assert story.id == "d"  # the earliest
    assert [place.relation for place in story.places] == ["first", "rewrite", "rewrite"]
    assert [s.id for s in copies.stories()] == ["b", "d"]


def test_a_copy_with_other_marks_and_case() -> None:
    copies = Copies()
    copies.add("a", AGENCY, "2024-05-02")
    copies.add("b", AGENCY.upper().replace(".", " !"), "2024-05-03")
    first, second = copies.story("b").places
    assert (first.relation, second.relation, second.similarity) == ("first", "copy", 1.0)


def test_short_texts_only_join_word_for_word() -> None:
    flash = "Ferry aground off Brel, all safe"
    assert grouped(("a", flash, ""), ("b", flash + "!", ""), ("c", flash + " today", "")) == [
        ["a", "b"], ["c"]]  # fmt: skip
    assert grouped(("a", "", ""), ("b", "", "")) == [["a", "b"]]


def test_order_is_no_matter() -> None:
    texts = [("a", AGENCY, "3"), ("b", OTHER, "1"), ("c", CUT, "2"), ("d", SHUFFLED, "1")]
    expected = grouped(*texts)
    for seed in range(6):
        random.Random(seed).shuffle(texts)
        assert grouped(*texts) == expected


def test_adding_twice_changes_nothing() -> None:
    copies = Copies()
    copies.add("a", AGENCY)
    assert copies.add("a", AGENCY) == ["a"]
    assert "a" in copies and "b" not in copies


def test_measures() -> None:
    one, other = set(range(100)), set(range(60, 160))
    assert jaccard(one, other) == pytest.approx(40 / 160)
    assert one_story(one, other) == (ALIKE <= 40 / 160)
    assert not one_story(one, set(range(61, 161)))
    assert one_story(one, set(range(85, 115)))  # half of the shorter lies in the longer
    assert len(shingles(words("a b c d c d c d"))) == 4  # abc bcd cdc dcd
