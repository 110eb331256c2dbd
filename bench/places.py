"""How often names of places are read right, on LGL (local news, GeoNames coordinates).

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
from pathlib import Path

import pycountry

from onrecord.reading.where.places import resolve
from onrecord.reading.where.toponyms import WEIGHTS, Weights
from onrecord.record import Place

DATA = Path(os.environ.get("ONRECORD_DATA", Path(__file__).parents[2] / "shared" / "data"))
NAMES = {"Palestinian Territory": "PSE", "Kosovo": "XKX", "South Korea": "KOR", "Syria": "SYR"}
NAMES |= {"North Korea": "PRK", "Russia": "RUS", "Iran": "IRN", "Vatican": "VAT"}
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
    if not name:
        return None
    if name in NAMES:
        return NAMES[name]
    known = pycountry.countries.lookup(name)
    return str(known.alpha_3)


def km(lat: float, lon: float, lat2: float, lon2: float) -> float:
    """Great-circle distance in kilometres."""
    a, b = math.radians(lat), math.radians(lat2)
    across = math.sin(math.radians(lon2 - lon) / 2) ** 2
    part = math.sin((b - a) / 2) ** 2 + math.cos(a) * math.cos(b) * across
    return 12742 * math.asin(math.sqrt(part))


def right(place: Place, tag: ElementTree.Element) -> tuple[bool | None, bool | None]:
    """Whether the country is right and the point within 161 km; None where not tagged."""
    try:
        country = alpha3(tag.findtext("country"))
    except LookupError:
        country = None
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


def main() -> None:
    for name, fit in (("fitted half", True), ("other half", False)):
        half = articles(fit=fit)
        began = time.perf_counter()
        same, close, unread = score(half, misses=fit and "--misses" in sys.argv)
        spent = 1000 * (time.perf_counter() - began) / len(half)
        count = sum(len(names) for _, names, _ in half)
        print(f"{name}: {len(half)} articles, {count} names: country {same:.3f}, ", end="")
        print(f"within 161 km {close:.3f}, unread {unread:.3f}; {spent:.1f} ms an article")


if __name__ == "__main__":
    main()
