"""Places that say the country and not the government: "Helmand province", "Guadalajara police".

A name that the countries' own table lacks is asked of the gazetteer. It answers only where all
places of some size that bear the name lie in one country, or one of them in a country that the
text speaks of: a likely country is none.
"""

from __future__ import annotations

from functools import cache, lru_cache

from onrecord.codes import steering
from onrecord.codes.gazetteer import lookup
from onrecord.codes.items import LANDS, Item
from onrecord.codes.names import Mention
from onrecord.codes.resolution import Resolution
from onrecord.codes.tables import rows
from onrecord.codes.words import Word
from onrecord.remembered import REMEMBERED

SMALL = 20_000  # people: a place with fewer says nothing, but where a region bears its name
RIVAL = 0.1  # of the largest namesake's people: a smaller one is not what news means


@cache
def _common() -> frozenset[str]:
    """Words that are some town's name too, and mean it hardly ever: "Federal | prosecutors"."""
    return frozenset(row["word"] for row in rows("places_common"))


@lru_cache(maxsize=REMEMBERED)
def land(name: str, around: frozenset[str] = frozenset()) -> str | None:
    """The country that a place's name points to, None where it may be in several or in none."""
    if name.casefold() in _common():
        return None
    readings = lookup(name)
    places = [place for place in readings if place.country and place.precision != "point"]
    near = {place.country for place in places} & around
    if len(near) == 1:
        return near.pop()
    if any(place.precision == "region" and not place.country for place in readings):
        return None  # a part of the world: "Asia" is a town too
    large = [p for p in places if p.population >= SMALL or p.precision in ("region", "country")]
    if not large:
        return None
    most = max(place.population for place in large)
    found = {place.country for place in large if place.population >= RIVAL * most}
    return found.pop() if len(found) == 1 else None


def area(
    text: str, tokens: list[Word], head: list[Item], cut: int, around: frozenset[str]
) -> Resolution | None:
    """ "Ninevah province": a noun for an area ends the phrase and a name stands before it."""
    nouns = steering.having("area")
    if cut < 2 or tokens[cut - 1].key not in nouns:
        return None
    start = _named_from(tokens, cut - 1)
    if start is None or any(not isinstance(i, Mention) or i.sense not in LANDS for i in head):
        return None
    if any(item.end == cut for item in head):
        return None  # the noun is part of a name: "the Islamic Republic"
    name = text[tokens[start].start : tokens[cut - 2].end]
    known = [item for item in head if isinstance(item, Mention)]
    if known:
        # "the US state": an adjective says whose, and names no place
        whole = known[-1].sense in ("region", "capital", "name") and known[-1].end == cut - 1
        country = known[-1].what.country
        return Resolution(name=name if whole else None, kind="place", country=country)
    full = text[tokens[start].start : tokens[cut - 1].end]
    country = land(name, around) or land(full, around)
    return Resolution(name=name, kind="place", country=country) if country else None


def before(text: str, tokens: list[Word], end: int, around: frozenset[str]) -> str | None:
    """The country of a place named right before word ``end``: "Guadalajara | police"."""
    if end and tokens[end - 1].key in steering.having("area"):
        end -= 1
    if end and tokens[end - 1].key == "s":
        end -= 1
    start = _named_from(tokens, end)
    if start is None:
        return None
    return land(text[tokens[start].start : tokens[end - 1].end], around)


def leading(text: str, tokens: list[Word], around: frozenset[str]) -> str | None:
    """The country of a place that opens a text: what stands after "in"."""
    start = 1 if tokens and tokens[0].key == "the" else 0
    while start < len(tokens) and tokens[start].key in steering.having("area_of"):
        start += 1
    stop = start
    while stop < len(tokens) and tokens[stop].text[0].isupper():
        stop += 1
    return land(text[tokens[start].start : tokens[stop - 1].end], around) if stop > start else None


def _named_from(tokens: list[Word], end: int) -> int | None:
    start = end
    while start > 0 and tokens[start - 1].text[0].isupper():
        start -= 1
    while start < end and tokens[start].key in steering.having("article"):
        start += 1
    return start if start < end else None
