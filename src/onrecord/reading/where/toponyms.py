"""What a name could mean by itself: its readings in the gazetteer, each with a weight of its own.

Words that stand around a name ("northern", "region") are taken off and kept as a hint; adjectives
and names of peoples stand for their country ("Kenyan", "the Danes"). Population, kind and whether
the name is the place's own make the weight; the company that the name keeps is left to ``places``.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from functools import cache

from msgspec import Struct

from onrecord.codes.gazetteer import GeoName, fold, lookup
from onrecord.codes.tables import rows
from onrecord.record import Span

_MOST = 60
_PLACE_PEOPLE = 2e6
_SEAT = 0.1
_LARGE = 500_000
_FAME = 0.3
_ACRONYM = 6
_LARGE_TOWN = 100_000
_FOLLOW = re.compile(r"\s([a-z]+)\b")
_ENDINGS = (("n", ""), ("i", ""), ("an", ""), ("an", "o"), ("ian", "a"), ("an", "a"))

Area = tuple[str, str | None]


class Weights(Struct, frozen=True, kw_only=True):
    """What each piece of evidence counts for, in logits; population per factor of ten.

    least: the chance from 0 to 1 that a reading needs to be given; agreed: the share of the
    chances that must lie in one country for it to be given without a reading.
    """

    population: float = 1.0
    country: float = 2.0
    region: float = 1.25
    second: float = -0.5
    point: float = 2.0
    seat: float = -2.5
    other_name: float = -2.0
    well_known: float = 1.5
    container: float = 7.0
    given: float = 2.0
    same_country: float = 1.0
    same_region: float = 2.0
    near: float = 0.6
    least: float = 0.2
    agreed: float = 0.5


WEIGHTS = Weights()


@cache
def _words() -> dict[tuple[str, str], str]:
    return {(row["side"], row["word"]): row["kind"] for row in rows("places_words")}


@cache
def _peoples() -> dict[str, str]:
    """Folded demonyms and names of peoples, with the code of their country."""
    found: dict[str, str] = {}
    for row in rows("countries"):
        for word in filter(None, f"{row['demonyms']}|{row['people']}".split("|")):
            found.setdefault(fold(word), row["code"])
            found.setdefault(fold(word + "s"), row["code"])
    return found


def is_people(name: str) -> bool:
    """Whether it is a people or what is of a country: "Kenyan", "the Danes"."""
    return fold(name) in _peoples()


@cache
def _common() -> dict[str, str]:
    found = {part: "" for _, word in _words() for part in word.split()}
    return found | {row["word"]: row["kind"] for row in rows("places_common")}


def is_common(name: str) -> bool:
    """Whether it means a place only beside a name: "State", "City Hall", "Eastern"."""
    return fold(name) in _common()


def is_compass(name: str) -> bool:
    """Whether it only points: "the South" is no region of Cameroon."""
    return _common().get(fold(name)) == "compass"


def is_road(name: str) -> bool:
    """Whether a number behind it makes it a place: "Route 9"."""
    return _common().get(fold(name)) == "road"


@cache
def _country(code: str) -> GeoName | None:
    names = [row["name"] for row in rows("countries") if row["code"] == code]
    found = [p for name in names for p in lookup(name) if p.precision == "country"]
    return next((p for p in found if p.country == code), None)


def _known(name: str) -> list[GeoName]:
    found = lookup(name)[:_MOST]
    if name.isupper() and len(name) <= _ACRONYM:  # NATO is no town, but PARIS may open a report
        found = [p for p in found if p.precision != "city" or p.population > _LARGE_TOWN]
    return found


def candidates(name: str) -> tuple[list[GeoName], str]:
    """The readings of ``name``, and the kind that the words around it ask for ("" for any)."""
    found = _known(name)
    people = _country(_peoples().get(fold(name), ""))
    if people and people not in found:
        return [people, *found], "country"
    if found:
        return found, ""
    bare, kind = _strip(name)
    found = _known(bare)
    if kind == "point":
        found = [p for p in found if p.precision == "point"]
    if not found:
        found = [p for p in lookup(f"{name} County") if p.precision == "region"]
    return found or _adjective(name), kind


def _adjective(name: str) -> list[GeoName]:
    """The countries and regions that an adjective or its plural comes from: "Ohioans"."""
    for ending, instead in _ENDINGS:
        stem = name.removesuffix("s").removesuffix(ending)
        if len(stem) > 2 and stem != name.removesuffix("s"):
            found = [p for p in lookup(stem + instead) if p.precision in ("country", "region")]
            if found:
                return found
    return []


def _strip(name: str) -> tuple[str, str]:
    """``name`` without words like "northern" and "region", and the kind that they speak for."""
    parts, kind = name.split(), ""
    known = _words()
    while len(parts) > 1:
        for size in (3, 2, 1):
            lead = " ".join(parts[:size]).casefold()
            if len(parts) > size and ("before", lead) in known:
                kind, parts = known["before", lead] or kind, parts[size:]
                break
        else:
            tail = parts[-1].casefold()
            if ("after", tail) in known:
                kind, parts = known["after", tail] or kind, parts[:-1]
            elif parts[0].casefold() == "the":
                parts = parts[1:]
            else:
                break
        if lookup(" ".join(parts)):
            break
    return " ".join(parts), kind


@cache
def _capitals() -> frozenset[tuple[str, str]]:
    pairs = ((name, r["code"]) for r in rows("countries") for name in r["capital"].split("|"))
    return frozenset((fold(name), code) for name, code in pairs if name)


@cache
def _regions() -> frozenset[tuple[str, str]]:
    """Regions and cities that the table of countries knows to say the country: "Gaza"."""
    pairs = ((name, r["code"]) for r in rows("countries") for name in r["regions"].split("|"))
    return frozenset((fold(name), code) for name, code in pairs if name)


def beside(text: str, span: Span) -> str:
    """The kind that a lower-case word right after the name asks for ("the Kharkiv region")."""
    follow = _FOLLOW.match(text, span[1])
    return _words().get(("after", follow[1]), "") if follow else ""


def priors(readings: list[GeoName], key: str, wanted: str, w: Weights) -> list[float]:
    """The readings' weights by themselves; a region steps back for its town, and at home any other
    place for the capital of that name."""
    seats: defaultdict[Area, int] = defaultdict(int)
    for r in readings:
        if r.precision == "city":
            seats[r.country, r.admin1] = max(seats[r.country, r.admin1], r.population)
    home = [r for r in readings if r.precision == "city" and (key, r.country) in _capitals()]
    capital = home[0] if home else None
    rival = any(fold(r.name) == key and r.population > _LARGE for r in readings)
    scores = []
    for r in readings:
        score = _prior(r, key, w, 1.0 if rival else _FAME) + (
            w.container / 2 if wanted == r.precision else 0.0
        )
        if r.precision == "region" and wanted != "region":
            score += w.seat * (seats[r.country, r.admin1] > _SEAT * r.population)
        if (key, r.country) in _regions():
            score += w.well_known
        if (key, r.country) in _capitals() and r is not capital and wanted != r.precision:
            score += w.seat
        scores.append(score)
    return scores


def _prior(place: GeoName, key: str, w: Weights, fame: float) -> float:
    people = place.population or (_PLACE_PEOPLE if place.precision == "point" else 300)
    score = w.population * math.log10(people + 100)
    if place.precision == "country":
        return score + w.country
    if place.precision == "point":
        score += w.point
    elif place.precision == "region":
        score += w.region if place.admin1 in (None, place.name) else w.second
    if fold(place.name) != key:
        score += w.other_name * (fame if place.population > _LARGE else 1.0)
    return score
