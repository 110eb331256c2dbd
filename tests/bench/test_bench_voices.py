"""The measure for attributions, on sentences of our own."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from bench.common import Counts
from bench.voices import Relation, relations_of, score

TEXT = "Lena Voss said the bridge is shut. Critics doubt it."


def spans(*parts: str) -> list[tuple[int, int]]:
    return [(TEXT.index(part), TEXT.index(part) + len(part)) for part in parts]


GOLD = [
    Relation(source=spans("Lena Voss"), cue=spans("said"), content=spans("the bridge is shut")),
    Relation(source=spans("Critics"), cue=spans("doubt"), content=spans("it.")),
]


def test_gold_against_itself_is_perfect() -> None:
    assert set(score(TEXT, GOLD, GOLD).figures().values()) == {100.0}


def test_half_the_content_and_part_of_the_source_are_enough() -> None:
    # "the bridge is shut" has 15 code points of ink, "the bridge" has 9: 9/15 = 0.6.
    found = [Relation(source=spans("Voss"), cue=spans("said"), content=spans("the bridge"))]
    result = score(TEXT, found, GOLD)
    assert result.relation == Counts(1, 1, 2)
    assert result.exact == Counts(0, 1, 2)
    # Source: Voss of Lena, Voss, Critics; cue: said of said, doubt;
    # content: the, bridge of the, bridge, is, shut, it, full stop.
    assert result.tokens == (Counts(1, 1, 3), Counts(1, 1, 2), Counts(2, 2, 6))
    assert result.figures()["relation_f1"] == pytest.approx(200 / 3)


def test_less_than_half_is_not() -> None:
    found = [Relation(source=spans("Lena Voss"), content=spans("is shut"))]  # 6/15
    assert score(TEXT, found, GOLD).relation == Counts(0, 1, 2)


def test_absent_sources_agree_only_with_each_other() -> None:
    bare = [Relation(cue=spans("said"), content=spans("the bridge is shut"))]
    assert score(TEXT, bare, GOLD[:1]).relation == Counts(0, 1, 1)
    assert score(TEXT, bare, bare).relation == Counts(1, 1, 1)


def test_told_twice_is_matched_once_and_white_space_is_nothing() -> None:
    wider = Relation(source=[(0, 10)], cue=spans("said "), content=spans("the bridge is ", "shut"))
    result = score(TEXT, [wider, wider], GOLD[:1])
    assert result.relation == result.exact == Counts(1, 2, 1)
    assert result.tokens == (Counts(2, 2, 2), Counts(1, 1, 1), Counts(4, 4, 4))


def test_scores_add_up() -> None:
    one = score(TEXT, GOLD[:1], GOLD)
    assert (one + one).relation == Counts(2, 2, 4)


def test_what_the_reader_gives() -> None:
    voice = SimpleNamespace(source=[], cue_span=(10, 14), content=[(15, 33)], within=None)
    nested = SimpleNamespace(source=[(15, 17)], cue_span=(18, 20), content=[(21, 33)], within=0)
    reader = SimpleNamespace(voices=lambda text: [voice, nested])
    assert relations_of(reader, TEXT) == [Relation(cue=[(10, 14)], content=[(15, 33)])]
