"""How likely it is that two tellings are of one happening: a few features, weighed as learned.

The weights are data (``data/likeness.json``; its ``made`` says how) and the sum goes through a
logistic curve, so a score of 0.8 means: of such pairs in the data that it was learned from, four
in five are one happening. ``reasons`` says what weighed most, in words.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files

import msgspec

from onrecord.ledger.told import Bag, Told, rarity

_NEAR_STEM = 4  # letters: "acquir" and "acquisit" have five in common

FEATURES = {
    "same": "the same word names it",
    "part": "one word in common names it",
    "pre": "words of one family name it",
    "near": "like words around it",
    "near_same": "like words around the same word",
    "cross": "one's word stands beside the other's",
    "nm": "the same names",
    "nd": "other names",
    "nm_same": "the same names beside the same word",
    "who": "the same took part",
    "whod": "others took part",
    "whon": "nobody is known to have taken part",
    "who_same": "the same took part, the same word",
    "whod_same": "others took part, the same word",
    "whoc": "one's participants stand in the other's sentence",
    "whoc_same": "the same, and the same word",
    "ta": "the same day or month in words",
    "td": "another day or month in words",
    "na": "the same figure",
    "ndf": "other figures",
    "rep": "both in one report",
    "rep_same": "both in one report, the same word",
    "ab": "reports on the same matter",
    "ab_same": "reports on the same matter, the same word",
    "r": "the words are rare",
    "r_same": "the word is rare",
    "sense": "words of like meaning",
    "sense_near": "words of like meaning, like words around",
    "sense_ab": "words of like meaning, reports on the same matter",
}
"""Each feature and what a person is told of it."""


class Weights(msgspec.Struct, frozen=True, kw_only=True):
    """made: how; bias and features: of the logistic sum; threshold: from which the mean
    likeness of two groups joins them."""

    made: str
    bias: float
    threshold: float
    features: dict[str, float]


@cache
def weights() -> Weights:
    """The weights that come with the package."""
    source = files("onrecord.ledger") / "data" / "likeness.json"
    return msgspec.json.decode(source.read_bytes(), type=Weights)


def likeness(one: Told, other: Told, by: Weights | None = None) -> float:
    """0 to 1; the same from both sides."""
    by = by or weights()
    total = by.bias + sum(
        by.features.get(name, 0.0) * value for name, value in features(one, other).items()
    )
    return 1.0 / (1.0 + math.exp(-max(-50.0, min(50.0, total))))


def reasons(one: Told, other: Told, by: Weights | None = None, most: int = 3) -> list[str]:
    """What weighs most for a pair's being one, or most against with a leading "not"."""
    by = by or weights()
    weighed = {
        name: by.features.get(name, 0.0) * value for name, value in features(one, other).items()
    }
    best = sorted(weighed, key=lambda name: (-abs(weighed[name]), name))[:most]
    return [("" if weighed[n] > 0 else "against: ") + FEATURES[n] for n in best if weighed[n]]


def features(one: Told, other: Told) -> dict[str, float]:
    """Every feature of a pair by its name, 0 to 1."""
    same = float(one.head == other.head or one.stems == other.stems)
    near, about = cosine(one.near, other.near), cosine(one.about, other.about)
    shared_names = overlap(one.names, other.names)
    who, apart = overlap(one.who, other.who), _disjoint(one.who, other.who)
    told_of = (_within(one.who, other) + _within(other.who, one)) / 2
    beside = _beside(one.stems, other.near) + _beside(other.stems, one.near)
    report = float(one.report == other.report)
    rare = min(rarity(one.head), rarity(other.head)) / 6
    sense = 0.0 if same else max(0.0, _angle(one.vector, other.vector))
    return {
        "same": same,
        "part": (1 - same) * bool(one.stems & other.stems),
        "pre": (1 - same) * (_common(one.head, other.head) >= _NEAR_STEM),
        "near": near,
        "near_same": near * same,
        "cross": beside * (1 - same),
        "nm": shared_names,
        "nd": _disjoint(one.names, other.names),
        "nm_same": shared_names * same,
        "who": who,
        "whod": apart,
        "whon": float(not one.who or not other.who),
        "who_same": who * same,
        "whod_same": apart * same,
        "whoc": told_of,
        "whoc_same": told_of * same,
        "ta": float(bool(one.times & other.times)),
        "td": _disjoint(one.times, other.times),
        "na": float(bool(one.numbers & other.numbers)),
        "ndf": _disjoint(one.numbers, other.numbers),
        "rep": report,
        "rep_same": report * same,
        "ab": about,
        "ab_same": about * same,
        "r": rare,
        "r_same": rare * same,
        "sense": sense,
        "sense_near": sense * near,
        "sense_ab": sense * about,
    }


def cosine(one: Bag, other: Bag) -> float:
    """Of two bags, each of length 1."""
    if len(one) > len(other):
        one, other = other, one
    return sum(weight * other[word] for word, weight in one.items() if word in other)


def overlap(one: frozenset[str], other: frozenset[str]) -> float:
    """Shared part of the union, each word as heavy as it is rare."""
    union = sum(map(rarity, one | other))
    return sum(map(rarity, one & other)) / union if union else 0.0


def _disjoint(
    one: frozenset[str] | frozenset[float], other: frozenset[str] | frozenset[float]
) -> float:
    return float(bool(one and other and not set(one) & set(other)))


def _within(who: Iterable[str], other: Told) -> float:
    """How much of those who took part in the one is named in the other's sentence."""
    total = sum(map(rarity, who))
    named = sum(rarity(word) for word in who if word in other.near or word in other.stems)
    return named / total if total else 0.0


def _beside(stems: Iterable[str], near: Mapping[str, float]) -> float:
    return max((near.get(word, 0.0) for word in stems), default=0.0)


def _common(one: str, other: str) -> int:
    """How many letters two words begin with in common."""
    return next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b),
                min(len(one), len(other)))  # fmt: skip


def _angle(one: tuple[float, ...], other: tuple[float, ...]) -> float:
    dot = sum(a * b for a, b in zip(one, other, strict=False))
    length = math.sqrt(sum(a * a for a in one) * sum(b * b for b in other))
    return dot / length if length else 0.0
