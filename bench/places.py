"""How often names of places are found and read right, on LGL (local news, GeoNames coordinates).

found: F1 of the toponyms that ``Reader.places`` finds in the raw text of an article, all that are
annotated counting, by the field's lenient convention: spans that overlap, one to one, equal spans
first; found_exact counts equal spans only.

Given the toponyms' spans, resolve each; report the share with the right country (of those that have
one) and the share within 161 km (of those that have coordinates); a name left unread counts as
wrong. Articles are split by SHA-256 of their id: weights were fitted on those whose last hex digit
is even, the figures are of the others. Texts are not open: for development, read from
``$ONRECORD_DATA/places/lgl.xml``. Run: ``python bench/places.py``.
"""

from __future__ import annotations

import hashlib
import math
import os
import sys
import time
import xml.etree.ElementTree as ElementTree
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path

from onrecord.codes.countries import forms
from onrecord.reading.reader import Reader
from onrecord.reading.where.places import resolve
from onrecord.reading.where.toponyms import WEIGHTS, Weights
from onrecord.record import Part, Place

DATA = Path(os.environ.get("ONRECORD_DATA", Path(__file__).parents[2] / "shared" / "data"))
NAMES = {form: country.code for form, sense, country in forms() if sense == "name"}
NAMES |= {"Palestinian Territory": "PSE", "Vatican": "VAT"}
RADIUS_KM = 161.0

Article = tuple[str, list[tuple[str, tuple[int, int]]], list[ElementTree.Element | None]]


def articles(*, fit: bool) -> list[Article]:
    """The articles of one half: text, spans of the toponyms, and the gazetteer tag of each."""
    found = []
    for article in ElementTree.parse(DATA / "places" / "lgl.xml").iter("article"):
        digit = hashlib.sha256(article.attrib["docid"].encode()).hexdigest()[-1]
        if (int(digit, 16) % 2 == 0) != fit:
            continue
        text = article.findtext("text") or ""
        names, tags = [], []
        for toponym in article.iter("toponym"):
            start, end = int(toponym.findtext("start", "0")), int(toponym.findtext("end", "0"))
            names.append((text[start:end], (start, end)))
            tags.append(toponym.find("gaztag"))
        found.append((text, names, tags))
    return found


def alpha3(name: str | None) -> str | None:
    """The code of a country as the set names it; KeyError where our table lacks the name."""
    return NAMES[name] if name else None


def km(lat: float, lon: float, lat2: float, lon2: float) -> float:
    """Great-circle distance in kilometres."""
    a, b = math.radians(lat), math.radians(lat2)
    across = math.sin(math.radians(lon2 - lon) / 2) ** 2
    part = math.sin((b - a) / 2) ** 2 + math.cos(a) * math.cos(b) * across
    return 12742 * math.asin(math.sqrt(part))


def right(place: Place, tag: ElementTree.Element) -> tuple[bool | None, bool | None]:
    """Whether the country is right and the point within 161 km; None where not tagged."""
    country = alpha3(tag.findtext("country"))
    lat, lon = tag.findtext("lat"), tag.findtext("lon")
    same = None if country is None else place.country == country
    if lat is None or lon is None:
        return same, None
    if place.lat is None or place.lon is None:
        return same, False
    return same, km(place.lat, place.lon, float(lat), float(lon)) <= RADIUS_KM


def score(half: list[Article], weights: Weights = WEIGHTS, *, misses: bool = False) -> list[float]:
    """Share with the right country, share within 161 km, share left unread, of one half."""
    countries: list[bool] = []
    near: list[bool] = []
    unread = 0
    wrong: Counter[str] = Counter()
    for text, names, tags in half:
        for place, tag in zip(resolve(names, text, weights=weights), tags, strict=True):
            if tag is None:
                continue
            same, close = right(place, tag)
            countries += [same] if same is not None else []
            near += [close] if close is not None else []
            unread += place.name is None
            if misses and not close:
                said = f"{place.name}, {place.admin1}, {place.country}" if place.name else "-"
                was = f"{tag.findtext('name')}, {tag.findtext('admin1')}, {tag.findtext('country')}"
                wrong[f"{place.text}: {said} for {tag.findtext('fcode')} {was}"] += 1
    for line, count in wrong.most_common(100 if misses else 0):
        print(f"{count:4d} {line}")
    return [sum(countries) / len(countries), sum(near) / len(near), unread / len(near)]


def found(half: list[Article], places: Callable[[str], Iterable[Part]]) -> list[float]:
    """F1 of the toponyms that ``places`` finds in raw text: spans that overlap, equal spans."""
    overlapping = equal = counted = 0
    for text, names, _ in half:
        gold = {span for _, span in names}
        spans = [place.span for place in places(text)]
        counted += len(gold) + len(spans)
        same = gold.intersection(spans)
        equal += len(same)
        overlapping += len(same)
        rest = sorted(gold - same)
        for start, end in sorted(set(spans) - same):
            met = next((span for span in rest if span[0] < end and start < span[1]), None)
            if met:
                rest.remove(met)
                overlapping += 1
    return [2 * overlapping / counted, 2 * equal / counted]


def main() -> None:
    reader = Reader()
    for name, fit in (("fitted half", True), ("other half", False)):
        half = articles(fit=fit)
        began = time.perf_counter()
        same, close, unread = score(half, misses=fit and "--misses" in sys.argv)
        spent = 1000 * (time.perf_counter() - began) / len(half)
        count = sum(len(names) for _, names, _ in half)
        print(f"{name}: {len(half)} articles, {count} names: country {same:.3f}, ", end="")
        print(f"within 161 km {close:.3f}, unread {unread:.3f}; {spent:.1f} ms an article")
        lenient, exact = found(half, reader.places)
        print(f"{name}: found in raw text F1 {lenient:.3f}, equal spans {exact:.3f}")


if __name__ == "__main__":
    main()
