"""Counts, matching and ink, on cases small enough to work out by hand."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.common import (
    Counts,
    MissingError,
    compare,
    data_file,
    ink,
    jaccard,
    load,
    matching,
    sha256,
)


def test_counts() -> None:
    counts = Counts(1, 2, 3) + Counts(1, 2, 2)
    assert counts == Counts(2, 4, 5)
    assert counts.precision == 50.0
    assert counts.recall == 40.0
    assert counts.f1 == pytest.approx(100 * 4 / 9)
    assert Counts().f1 == Counts().precision == Counts().recall == 0.0


def test_compare() -> None:
    assert compare("abc", "bcd") == Counts(2, 3, 3)


def test_matching_takes_the_detour() -> None:
    # Greedy gives 0 its first choice and leaves 1 without a partner.
    assert matching({0: [0, 1], 1: [0]}) == {0: 1, 1: 0}
    assert matching({0: [], 1: [3]}) == {1: 3}
    assert matching({}) == {}


@given(st.lists(st.lists(st.integers(0, 4), max_size=4, unique=True), max_size=5))
def test_matching_is_maximum(rows: list[list[int]]) -> None:
    edges = dict(enumerate(rows))
    found = matching(edges)
    assert all(right in edges[left] for left, right in found.items())
    assert len(set(found.values())) == len(found)
    most = max(
        sum(right in edges[left] for left, right in zip(edges, rights, strict=False))
        for rights in itertools.permutations(range(5))
    )
    assert len(found) == most


def test_ink_leaves_white_space_out() -> None:
    assert ink("a b\nc", [(0, 3), (2, 5)]) == {0, 2, 4}
    assert jaccard(frozenset({1, 2}), frozenset({2, 3})) == pytest.approx(1 / 3)
    assert jaccard(frozenset(), frozenset()) == 0.0


def test_missing_says_what(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ONRECORD_DATA", str(tmp_path))
    with pytest.raises(MissingError, match=r"trees/none\.conllu"):
        data_file("trees/none.conllu")
    with pytest.raises(MissingError, match="no_such_part"):
        load("onrecord.record", "no_such_part")


def test_sha256_is_that_of_the_contents(tmp_path: Path) -> None:
    one, two = tmp_path / "a", tmp_path / "b"
    one.write_bytes(b"ab")
    two.write_bytes(b"c")
    # SHA-256 of "abc", FIPS 180-2.
    expected = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    assert sha256(two, one) == expected
