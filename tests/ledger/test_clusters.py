"""Average link: worked by hand, against the definition, and whatever the order."""

from __future__ import annotations

import random
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.ledger.clusters import cluster, component


def test_the_mean_decides() -> None:
    scores = {("a", "b"): 0.9, ("b", "c"): 0.6, ("a", "c"): 0.3}
    assert cluster("abc", scores, 0.5) == [["a", "b"], ["c"]]  # mean of c to ab is 0.45
    assert cluster("abc", scores, 0.45) == [["a", "b", "c"]]
    assert cluster("abc", scores, 0.95) == [["a"], ["b"], ["c"]]


def test_people_outweigh_likeness() -> None:
    scores = {("a", "b"): 0.9, ("b", "c"): 0.9, ("a", "c"): 0.9}
    assert cluster("abc", scores, 0.5, apart={("a", "b")}) == [["a", "c"], ["b"]]
    assert cluster("abcd", scores, 0.95, same={("a", "d")}) == [["a", "d"], ["b"], ["c"]]
    both = cluster("abc", {}, 0.5, same={("a", "b"), ("b", "c")}, apart={("a", "c")})
    assert both == [["a", "b"], ["c"]]


def test_component() -> None:
    edges = {"a": {"b": 0.8}, "b": {"a": 0.8, "c": 0.2}, "c": {"b": 0.2, "d": 0.9}, "d": {"c": 0.9}}
    found, scores = component(["a"], lambda name: edges[name], 0.5)
    assert found == {"a", "b"}
    assert scores == {("a", "b"): 0.8, ("b", "c"): 0.2}


graphs = st.dictionaries(
    st.sampled_from(list(combinations("abcdefg", 2))),
    st.sampled_from([0.2, 0.5, 0.6, 0.7, 0.8, 1.0]),
)


def slow(items: str, scores: dict[tuple[str, str], float], threshold: float) -> list[list[str]]:
    """The definition, a step at a time."""
    groups = [[item] for item in items]
    while True:
        means = [
            (
                -sum(round(scores.get((min(a, b), max(a, b)), 0) * 10) for a in x for b in y)
                / (len(x) * len(y)), *sorted((x[0], y[0])), x, y,
            )
            for x, y in combinations(groups, 2)
        ]  # fmt: skip
        if not means or -min(means)[0] < round(threshold * 100) / 10:
            return sorted(groups)
        *_, x, y = min(means)
        groups = [g for g in groups if g not in (x, y)] + [sorted(x + y)]


@given(graphs, st.sampled_from([0.3, 0.45, 0.65]))
def test_it_is_what_the_definition_says(
    scores: dict[tuple[str, str], float], threshold: float
) -> None:
    assert cluster("abcdefg", scores, threshold) == slow("abcdefg", scores, threshold)


@given(graphs, st.randoms(use_true_random=False))
def test_order_is_no_matter(scores: dict[tuple[str, str], float], chance: random.Random) -> None:
    mixed, items = list(scores.items()), list("abcdefg")
    chance.shuffle(mixed)
    chance.shuffle(items)
    assert cluster(items, dict(mixed), 0.5) == cluster("abcdefg", scores, 0.5)
