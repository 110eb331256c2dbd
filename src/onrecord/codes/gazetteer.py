"""A gazetteer in one file: every place that bears a name, found by halving a sorted, packed table.

``data/places.bin`` holds lines of tab-separated text, sorted by folded name, in deflated blocks; an
index of each block's first line opens it (8 ms). A look-up unpacks one block (0.3 ms, then kept),
so nothing is loaded that no report names. A SQLite file of the same rows opens and looks up faster
(0.4 and 0.04 ms) but takes three times the room (21.5 MB); one deflated file takes 1.1 s to load.
What stands in the table, and its licence: ``data/PLACES.md``.
"""

from __future__ import annotations

import unicodedata
import zlib
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from importlib.resources import files
from typing import Literal

from msgspec import Struct

from onrecord.remembered import REMEMBERED

Precision = Literal["country", "region", "city", "point"]

_LETTERS: dict[str, Precision] = {"n": "country", "r": "region", "c": "city", "p": "point"}
_ABBREVIATED = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort"}
_PLAIN = str.maketrans(
    {"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th"}
    | {"ə": "a", "ħ": "h"}
    | dict.fromkeys("'’‘ʼʻʹʿʾ`´.·", "")
)
_BLOCK = 32_768
_LONGEST = 120


class GeoName(Struct, frozen=True):
    """One place. lat and lon in degrees, a point within it; population 0 where none is known.

    id: GeoNames number, or None for places that GeoNames' cities files lack.
    country: ISO 3166-1 alpha-3, or "" for what lies in no single country (seas, Europe).
    admin1: English name of the first-level region; None where there is none.
    precision: a "country", a "region" (first or second level, or a part of the world), a "city"
    (any populated place) or a "point" (river, sea, strait, desert, island, site).
    """

    id: int | None
    name: str
    country: str
    admin1: str | None
    lat: float
    lon: float
    population: int
    precision: Precision


@lru_cache(maxsize=REMEMBERED)
def fold(name: str) -> str:
    """``name`` as the table's key: lower case, no accents or dots, St as saint, no "the"."""
    text = name.casefold().translate(_PLAIN)
    text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    words = "".join(c if c.isalnum() else " " for c in text.translate(_PLAIN)).split()
    if len(words) > 1 and words[0] == "the":
        del words[0]
    return " ".join(_ABBREVIATED.get(word, word) for word in words)


def lookup(name: str) -> list[GeoName]:
    """All readings of ``name``, most populous first; [] where no place is known by it."""
    return list(_readings(fold(name))) if len(name) <= _LONGEST else []


@lru_cache(maxsize=REMEMBERED)
def _readings(key: str) -> tuple[GeoName, ...]:
    if not key:
        return ()
    found: dict[str, GeoName] = {}
    for cells in _lines(key):
        if cells[1] == "=":
            _, _, main, number = cells
            rows = [row for row in _lines(main) if row[1] == number]
        else:
            rows = [cells]
        for row in rows:
            found.setdefault(row[1], _geoname(row))
    return tuple(sorted(found.values(), key=lambda place: -place.population))


def _geoname(cells: list[str]) -> GeoName:
    _, number, name, country, admin1, lat, lon, population, letter = cells
    return GeoName(
        id=int(number) if int(number) > 0 else None,
        name=name,
        country=country,
        admin1=admin1 or None,
        lat=float(lat),
        lon=float(lon),
        population=int(population or 0),
        precision=_LETTERS[letter],
    )


def _lines(key: str) -> Iterator[list[str]]:
    """The rows of the table under ``key``; a key's rows never part over two blocks."""
    firsts, _, _ = _index()
    block = _block(max(bisect_right(firsts, key) - 1, 0))
    start = block.find(f"\n{key}\t")
    while start >= 0:
        end = block.find("\n", start + 1)
        yield block[start + 1 : end].split("\t")
        start = end if block.startswith(f"{key}\t", end + 1) else -1


def rows_of_table() -> Iterator[list[str]]:
    """Every place's cells, other spellings left out: it unpacks the whole table (1 s)."""
    for number in range(len(_index()[0])):
        for line in _block(number).strip("\n").split("\n"):
            cells = line.split("\t")
            if cells[1] != "=":
                yield cells


@cache
def _index() -> tuple[list[str], list[int], bytes]:
    """First key of each block, where each block starts (and the last ends), and the whole file."""
    data = (files("onrecord.codes") / "data" / "places.bin").read_bytes()
    size = int.from_bytes(data[:4], "big")
    lines = zlib.decompress(data[4 : 4 + size]).decode().split("\n")
    starts = [4 + size]
    firsts = []
    for line in lines:
        first, length = line.split("\t")
        firsts.append(first)
        starts.append(starts[-1] + int(length))
    return firsts, starts, data


@lru_cache(maxsize=256)
def _block(number: int) -> str:
    _, starts, data = _index()
    return "\n" + zlib.decompress(data[starts[number] : starts[number + 1]]).decode() + "\n"


def pack(lines: Iterable[str]) -> bytes:
    """The table's file from its tab-separated ``lines``, in any order: what this module reads."""
    rows = sorted(set(lines), key=lambda line: (line.split("\t")[0], line))
    blocks: list[list[str]] = [[]]
    size, last = 0, ""
    for row in rows:
        key = row.split("\t", 1)[0]
        if size > _BLOCK and key != last:
            blocks.append([])
            size = 0
        blocks[-1].append(row)
        size += len(row)
        last = key
    packed = [zlib.compress("\n".join(block).encode(), 9) for block in blocks]
    firsts = [block[0].split("\t", 1)[0] for block in blocks]
    entries = zip(firsts, packed, strict=True)
    index = zlib.compress("\n".join(f"{key}\t{len(block)}" for key, block in entries).encode(), 9)
    return len(index).to_bytes(4, "big") + index + b"".join(packed)
