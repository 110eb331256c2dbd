"""The scorer of chains, on cases worked out by hand."""

from __future__ import annotations

import pytest

from bench.chains import b3, ceafe, conll, muc, partition


def sets(*clusters: str) -> list[set[str]]:
    return [set(cluster) for cluster in clusters]


def test_the_worked_example_of_the_definitions() -> None:
    """Gold abcde, fg, hijkl; predicted abcde, fghijkl."""
    gold, predicted = sets("abcde", "fg", "hijkl"), sets("abcde", "fghijkl")
    # Links: gold needs 4 + 1 + 4 and loses none; predicted needs 4 + 6, of which one is wrong.
    assert muc(gold, predicted) == pytest.approx((9 / 9, 9 / 10))
    # Each mention's precision: 5 of abcde are 1; f, g 2/7 each; h..l 5/7 each.
    assert b3(gold, predicted) == pytest.approx((1.0, (5 + 2 * 2 / 7 + 5 * 5 / 7) / 12))
    # abcde pairs with itself (1), hijkl with the rest: 2 * 5 / (5 + 7).
    total = 1 + 10 / 12
    assert ceafe(gold, predicted) == pytest.approx((total / 3, total / 2))


def test_one_cluster_cut_in_two() -> None:
    gold, predicted = sets("abcd"), sets("ab", "cd")
    assert muc(gold, predicted) == pytest.approx((2 / 3, 1.0))
    assert b3(gold, predicted) == pytest.approx((0.5, 1.0))
    assert ceafe(gold, predicted) == pytest.approx((2 * 2 / 6, 2 * 2 / 6 / 2))


def test_mentions_that_stand_alone() -> None:
    """They have no links, so MUC is blind to them; the others aren't."""
    alone = sets("a", "b", "c")
    assert muc(alone, alone) == (0.0, 0.0)
    assert b3(alone, alone) == (1.0, 1.0)
    assert ceafe(alone, alone) == (1.0, 1.0)
    together = sets("abc")
    assert b3(alone, together) == pytest.approx((1.0, 1 / 3))
    assert ceafe(alone, together) == pytest.approx((0.5 / 3, 0.5))


def test_the_best_pairing_is_not_the_greedy_one() -> None:
    """abcdef with abc|defg: the greatest single pairing is not part of the greatest sum."""
    gold, predicted = sets("abcd", "ef"), sets("abef", "cd")
    # abcd-abef 2*2/8, ef-cd 0: 0.5. abcd-cd 2*2/6, ef-abef 2*2/6: 1.33.
    assert ceafe(gold, predicted) == pytest.approx((4 / 3 / 2, 4 / 3 / 2))


def test_conll_is_the_mean_of_the_three() -> None:
    gold, predicted = sets("abcde", "fg", "hijkl"), sets("abcde", "fghijkl")
    found = conll(gold, predicted)
    assert found["muc"] == pytest.approx(200 * 0.9 / 1.9)
    assert found["conll"] == pytest.approx((found["muc"] + found["b3"] + found["ceafe"]) / 3)
    perfect = conll(gold, gold)
    assert perfect == {"conll": 100.0, "muc": 100.0, "b3": 100.0, "ceafe": 100.0}


def test_partition() -> None:
    assert partition({"a": 1, "b": 2, "c": 1}) == [{"a", "c"}, {"b"}]
