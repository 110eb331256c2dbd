"""The measure for actors, with answers of our own in place of the tables'."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from bench.actors import PHRASES, is_held, phrases, score, verdict


def row(**cells: str) -> dict[str, str]:
    empty = dict.fromkeys(("phrase", "context", "country", "sector", "kind", "name"), "")
    return {**empty, "published": "2024-05-01", **cells}


def answer(**fields: str) -> SimpleNamespace:
    return SimpleNamespace(**{**dict.fromkeys(("country", "sector", "kind", "name")), **fields})


def test_both_is_country_and_sector() -> None:
    right = verdict(row(country="PER", sector="COP"), answer(country="PER", sector="MIL"))
    assert right == {"country": True, "sector": False, "both": False}


def test_whoever_means_nobody_must_stay_unresolved() -> None:
    nobody = row(kind="none")
    assert verdict(nobody, answer())["kind"] and verdict(nobody, answer())["both"]
    assert not verdict(nobody, answer(country="PER"))["both"]


def test_figures_are_shares_of_those_who_were_asked() -> None:
    rows = [row(phrase="a", country="PER", name="Peru"), row(phrase="b", country="CHL")]
    figures, misses = score(rows, lambda *_, **__: answer(country="PER", name="Peru"))
    assert (figures["country"], figures["name"], figures["both"]) == (50.0, 100.0, 50.0)
    assert len(misses) == 1


@pytest.mark.skipif(not PHRASES.exists(), reason="no phrases here")
def test_the_halves_are_whole() -> None:
    mine, held = phrases(held=False), phrases(held=True)
    assert len(mine) + len(held) >= 300
    assert all(is_held(one) for one in held) and not any(is_held(one) for one in mine)
