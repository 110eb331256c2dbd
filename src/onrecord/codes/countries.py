"""Countries as news names them: official and former names, demonyms, capitals, palaces, regions.

The table is ``countries.tsv``; codes are ISO 3166-1 alpha-3 (and XKX for Kosovo, user-assigned).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Literal

import msgspec

from onrecord.codes.tables import rows

Sense = Literal["name", "demonym", "people", "capital", "seat", "region"]


class Country(msgspec.Struct, frozen=True, kw_only=True):
    """A country or territory and the words that stand for it.

    demonyms: adjectives and singular nouns; people: nouns for its people, plurals among them;
    capital and seats stand for its government; regions are places in it.
    """

    code: str
    name: str
    names: tuple[str, ...]
    demonyms: tuple[str, ...]
    people: tuple[str, ...]
    capital: tuple[str, ...]
    seats: tuple[str, ...]
    regions: tuple[str, ...]


def _cell(row: dict[str, str], column: str) -> tuple[str, ...]:
    return tuple(part for part in row[column].split("|") if part)


def _plural(demonym: str) -> str | None:
    """ "Iraqis" for "Iraqi"; None where the word is its own plural ("Chinese", "Swiss")."""
    if demonym.endswith(("ese", "ish", "ch", "sh", "ss", "x", "s", "US", "U.S.")):
        return None
    return demonym + "s"


@cache
def countries() -> dict[str, Country]:
    """All countries by code."""
    found = {}
    for row in rows("countries"):
        demonyms = _cell(row, "demonyms")
        people = _cell(row, "people")
        if not people:
            people = tuple(p for d in demonyms if (p := _plural(d)))
        else:
            people += tuple(
                p
                for d in demonyms
                if (p := _plural(d)) and p not in people and d.endswith(("an", "n", "i"))
            )
        found[row["code"]] = Country(
            code=row["code"],
            name=row["name"],
            names=_cell(row, "names"),
            demonyms=demonyms,
            people=people,
            capital=_cell(row, "capital"),
            seats=_cell(row, "seats"),
            regions=_cell(row, "regions"),
        )
    return found


def country(code: str) -> Country:
    """The country of an alpha-3 code. Raises KeyError for no country."""
    return countries()[code]


@cache
def _seats() -> frozenset[str]:
    return frozenset(seat.casefold() for one in countries().values() for seat in one.seats)


def is_seat(name: str) -> bool:
    """Whether a name is that of a palace, street or office that stands for a government."""
    return name.casefold() in _seats()


def forms() -> Iterator[tuple[str, Sense, Country]]:
    """Every word or name that stands for a country, with the sense in which it does."""
    for one in countries().values():
        yield one.name, "name", one
        senses: list[tuple[Sense, tuple[str, ...]]] = [
            ("name", one.names),
            ("demonym", tuple(d for d in one.demonyms if d not in one.people)),
            ("people", one.people),
            ("capital", one.capital),
            ("seat", one.seats),
            ("region", one.regions),
        ]
        for sense, listed in senses:
            for form in listed:
                yield form, sense, one
