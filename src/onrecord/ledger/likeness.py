"""How likely it is that two tellings are of one happening: a few features, weighed as learned.

The weights are data (``data/likeness.json``; its ``made`` says how) and the sum goes through a
logistic curve, so a score of 0.8 means: of such pairs in the data that it was learned from, four
in five are one happening. ``reasons`` says what weighed most, in words.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from operator import mul

import msgspec

from onrecord.ledger.told import RAREST, Bag, Told, rarity

_NEAR_STEM = 4  # letters: "acquir" and "acquisit" have five in common

FEATURES = {
    "same": "the same word names it",
    "part": "one word in common names it",
    "family": "words of one family name it",
    "near": "like words around it",
    "names": "the same names",
    "other_names": "other names",
    "who": "the same took part",
    "other_who": "others took part",
    "no_who": "nobody is known to have taken part",
    "who_near": "one's participants stand in the other's sentence",
    "times": "the same day or month in words",
    "other_times": "another day or month in words",
    "other_numbers": "other figures",
    "report": "both in one report",
    "about": "reports on the same matter",
    "about_same": "reports on the same matter, the same word",
    "rare": "the words are rare",
    "rare_same": "the word is rare",
    "sense": "words of like meaning",
    "sense_square": "words of very like meaning",
    "sense_about": "words of like meaning, reports on the same matter",
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
    about = cosine(one.about, other.about)
    rare = min(rarity(one.head), rarity(other.head)) / RAREST
    sense = 0.0 if same else max(0.0, sum(map(mul, one.vector, other.vector)))
    return {
        "same": same,
        "part": (1 - same) * bool(one.stems & other.stems),
        "family": (1 - same) * (_common(one.head, other.head) >= _NEAR_STEM),
        "near": cosine(one.near, other.near),
        "names": overlap(one.names, other.names),
        "other_names": _disjoint(one.names, other.names),
        "who": overlap(one.who, other.who),
        "other_who": _disjoint(one.who, other.who),
        "no_who": float(not one.who or not other.who),
        "who_near": (_within(one.who, other) + _within(other.who, one)) / 2,
        "times": float(bool(one.times & other.times)),
        "other_times": _disjoint(one.times, other.times),
        "other_numbers": _disjoint(one.numbers, other.numbers),
        "report": float(one.report == other.report),
        "about": about,
        "about_same": about * same,
        "rare": rare,
        "rare_same": rare * same,
        "sense": sense,
        "sense_square": sense * sense,
        "sense_about": sense * about,
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


def _common(one: str, other: str) -> int:
    """How many letters two words begin with in common."""
    return next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b),
                min(len(one), len(other)))  # fmt: skip
