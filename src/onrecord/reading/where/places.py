"""Which place a name means: one reading for each name of a report, chosen by the company it keeps.

Each name starts with the readings that the gazetteer knows, weighed by population and kind. What it
is said to be part of ("Paris, Texas"), the countries that the report speaks of and the other names'
likely readings (same country, same region, near by) then move the weights, in a few rounds. A name
has one sense in a report, but for a mention that is itself placed elsewhere ("Paris, France").
A reading with too little behind it is not given: the place keeps its words, and the country where
the readings agree on one.

Simple still: a dozen weights, fitted on local news, no learned model of the words around.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import compress

from msgspec import Struct

from onrecord.codes.gazetteer import GeoName, Precision, fold, lookup
from onrecord.reading.where.toponyms import WEIGHTS, Area, Weights, beside, candidates, priors
from onrecord.record import Place, Span

_ROUNDS = 2
_HOPELESS = 8.0  # in the scores' own unit, natural logarithms
_CELL = 1.5
_SURE = 500_000
_WORD = r"[A-Z][\w.'’-]*"
_AFTER = re.compile(rf"(?:,\s+|\s+\(|\s+in\s+(?:the\s+)?)({_WORD}(?:\s{_WORD}){{0,3}})")
_BEFORE = re.compile(rf"({_WORD}(?:\s{_WORD}){{0,3}})['’]s?\s+(?:[a-z-]+\s+){{0,4}}$")
_REACH = 60
_AROUND = tuple((y, x) for y in (-1, 0, 1) for x in (-1, 0, 1))


class Node(Struct):
    """One name in one sense: its readings, what it is said to be part of, and their weights."""

    key: str
    readings: list[GeoName]
    within: frozenset[Area]
    base: list[float] = []
    chances: list[float] = []


class Toponym(Place, frozen=True, kw_only=True):
    """A place that a text names; precision: what its point stands for, None where it has none."""

    precision: Precision | None = None


def resolve(
    names: Sequence[tuple[str, Span]],
    text: str,
    countries: Mapping[str, float] = {},
    *,
    weights: Weights = WEIGHTS,
) -> list[Place]:
    """The places that ``locate`` finds, as a record holds them."""
    return [
        Place(**{field: getattr(found, field) for field in Place.__struct_fields__})
        for found in locate(names, text, countries, weights=weights)
    ]


def locate(
    names: Sequence[tuple[str, Span]],
    text: str,
    countries: Mapping[str, float] = {},
    *,
    weights: Weights = WEIGHTS,
) -> list[Toponym]:
    """One place for each of ``names`` (its words and their span in ``text``), in the same order.

    countries: ISO 3166-1 alpha-3 codes that the report speaks of, each with a weight of 0 to 1.
    A name without a likely reading keeps its text and span, and at most a country.
    """
    nodes: dict[tuple[str, frozenset[Area]], Node] = {}
    where = []
    for name, span in names:
        readings, wanted = candidates(name)
        wanted = wanted or beside(text, span)
        within = _containers(text, span, readings) if readings else _said_of(text, span)
        key = (fold(name), within)
        if key not in nodes:
            nodes[key] = Node(key=key[0], readings=readings, within=within)
            nodes[key].base = priors(readings, key[0], wanted, weights)
        where.append(nodes[key])
    _weigh(list(nodes.values()), countries, weights)
    return [
        _place(name, span, node, weights) for (name, span), node in zip(names, where, strict=True)
    ]


def _place(name: str, span: Span, node: Node, w: Weights) -> Toponym:
    """The likeliest reading; where none is likely, the country that the readings agree on."""
    if not node.readings:
        return Toponym(text=name, span=span, country=next((c for c, _ in node.within), None))
    best = max(range(len(node.readings)), key=lambda at: (node.chances[at], -at))
    reading = node.readings[best]
    if node.chances[best] < w.least:
        shared = [r.country == reading.country for r in node.readings]
        agreed = sum(compress(node.chances, shared)) >= w.agreed
        return Toponym(text=name, span=span, country=reading.country or None if agreed else None)
    return Toponym(
        text=name,
        span=span,
        name=reading.name,
        country=reading.country or None,
        admin1=reading.admin1,
        lat=reading.lat,
        lon=reading.lon,
        geonames=reading.id,
        precision=reading.precision,
    )


def _containers(text: str, span: Span, readings: Iterable[GeoName]) -> frozenset[Area]:
    """The regions and countries that the mention at ``span`` is said to lie in, if any could be."""
    areas = {(r.country, r.admin1) for r in readings if r.precision != "country"}
    countries = {country for country, _ in areas}
    if any(r.precision == "country" for r in readings):  # "Mali, Guinea" is a list
        countries = set()
    for phrase in _around(text, span):
        parts = phrase.split()
        for size in range(len(parts), 0, -1):
            found = {
                (p.country, p.admin1 if p.precision == "region" else None)
                for p in lookup(" ".join(parts[:size]).rstrip(",;:"))
                if p.precision in ("country", "region") and p.country
            }
            found = {a for a in found if (a in areas if a[1] else a[0] in countries)}
            if found:
                return frozenset(found)
    return frozenset()


def _said_of(text: str, span: Span) -> frozenset[Area]:
    """The country or large region that stands after a name the table lacks: "Lanexa, Va."."""
    after = _AFTER.match(text, span[1], span[1] + _REACH)
    stated = after is not None and text[span[1] : span[1] + 2].lstrip()[:1] in (",", "(")
    words = after[1].split() if after and stated else []
    for size in range(len(words), 0, -1):
        for p in lookup(" ".join(words[:size]).rstrip(",;:")):
            if p.precision == "country" or (p.precision == "region" and p.population > _SURE):
                return frozenset({(p.country, p.admin1)}) if p.country else frozenset()
    return frozenset()


def _around(text: str, span: Span) -> Iterator[str]:
    after = _AFTER.match(text, span[1], span[1] + _REACH)
    if after:
        yield after[1]
    before = _BEFORE.search(text[max(0, span[0] - _REACH) : span[0]])
    if before:
        yield before[1]


def _weigh(nodes: list[Node], given: Mapping[str, float], w: Weights) -> None:
    """Set each node's ``chances`` from its own evidence, then from the other nodes' in rounds."""
    placed: defaultdict[str, set[Area]] = defaultdict(set)
    for node in nodes:
        placed[node.key] |= node.within
    for node in nodes:
        within = node.within or placed[node.key]
        node.base = [
            base
            + w.container * _inside(reading, within)
            + w.given * given.get(reading.country, 0.0)
            for reading, base in zip(node.readings, node.base, strict=True)
        ]
        _prune(node)
        node.chances = _softmax(node.base)
    for _ in range(_ROUNDS):
        masses = [_mass(node) for node in nodes]
        total: defaultdict[object, float] = defaultdict(float)
        for mass in masses:
            for area, chance in mass.items():
                total[area] += chance
        for node, mass in zip(nodes, masses, strict=True):
            if len(node.readings) < 2:
                continue  # nothing to choose
            node.chances = _softmax(
                [
                    base + _company(reading, total, mass, w)
                    for reading, base in zip(node.readings, node.base, strict=True)
                ]
            )


def _prune(node: Node) -> None:
    """Without the readings that no company could bring back: they cost time in every round."""
    if len(node.base) < 2:
        return
    least = max(node.base) - _HOPELESS
    kept = [at for at, base in enumerate(node.base) if base >= least]
    node.readings = [node.readings[at] for at in kept]
    node.base = [node.base[at] for at in kept]


def _inside(place: GeoName, within: Iterable[Area]) -> bool:
    return place.precision != "country" and any(
        place.country == country and admin1 in (None, place.admin1) for country, admin1 in within
    )


def _cell(place: GeoName) -> tuple[int, int]:
    return round(place.lat / _CELL), round(place.lon / _CELL)


def _mass(node: Node) -> dict[object, float]:
    """What a node's readings add to each country, region and patch of the map."""
    mass: defaultdict[object, float] = defaultdict(float)
    for place, chance in zip(node.readings, node.chances, strict=True):
        if place.country:
            mass[place.country] += chance
        if place.admin1:
            mass[place.country, place.admin1] += chance
        if place.precision in ("city", "point"):
            mass[_cell(place)] += chance
    for country, admin1 in node.within:
        mass[country] += 1
        if admin1:
            mass[country, admin1] += 1
    return mass


def _company(
    place: GeoName, total: Mapping[object, float], own: Mapping[object, float], w: Weights
) -> float:
    def others(area: object) -> float:
        there = total.get(area)  # most areas are nobody's
        return there - own.get(area, 0.0) if there else 0.0

    score = w.same_country * _log(others(place.country)) if place.country else 0.0
    if place.admin1:
        score += w.same_region * _log(others((place.country, place.admin1)))
    if place.precision == "city":
        y, x = _cell(place)
        score += w.near * _log(max([others((y + i, x + j)) for i, j in _AROUND]))
    return score


def _log(weight: float) -> float:
    return math.log1p(weight) if weight > 0.0 else 0.0


def _softmax(scores: list[float]) -> list[float]:
    if not scores:
        return []
    top = max(scores)
    raw = [math.exp(score - top) for score in scores]
    whole = sum(raw)
    return [value / whole for value in raw]
