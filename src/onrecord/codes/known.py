"""The names that our tables know, found in a text's words: of places, organisations and people.

Unlike ``names``, which says whom a name means, this one says only what kind of name it is, for the
language model to weigh (``onrecord.language.evidence``). It compares letters without white space,
so that it doesn't matter how a text was cut into words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from onrecord.codes import parts
from onrecord.codes.countries import forms
from onrecord.codes.tables import rows
from onrecord.remembered import REMEMBERED

GIVEN = "given"
_PLACES = frozenset(("name", "capital", "seat", "region"))
_HEAD = re.compile(r"\w+")


class Run(NamedTuple):
    """Words ``[start, end)`` are a known name: PLACE, ORG or PERSON, or a person's given name."""

    start: int
    end: int
    kinds: tuple[str, ...]


class Known:
    """A table of names, each with its kind."""

    def __init__(self, names: Iterable[tuple[str, str]]) -> None:
        self._kinds: dict[str, tuple[str, ...]] = {}
        self._longest: dict[str, int] = {}  # by a name's first word: letters of the longest one
        for name, kind in names:
            begins = head(name)
            if begins:
                key = _key(name.replace(" ", ""), alone=" " not in name)
                kinds = self._kinds.get(key, ())
                self._kinds[key] = kinds if kind in kinds else (*kinds, kind)
                self._longest[begins] = max(self._longest.get(begins, 0), len(key))

    def runs(self, words: Sequence[str], places: Iterable[int]) -> Iterator[Run]:
        """The longest names that begin at one of the places, from left to right."""
        done = 0
        for start in places:
            if start < done:
                continue
            limit = self._longest.get(head(words[start]), 0)
            letters, found = "", None
            for end in range(start + 1, len(words) + 1):
                letters += words[end - 1]
                if len(letters) > limit:
                    break
                if words[end - 1][0].islower():
                    continue  # no name of ours ends so: "US navy" is not the "US Navy"
                kinds = self._kinds.get(_key(letters, alone=end == start + 1))
                if kinds:
                    found = Run(start, end, kinds)
            if found:
                done = found.end
                yield found


def _key(letters: str, *, alone: bool) -> str:
    """Initials are known in capitals only: "WHO" is no "Who"."""
    return letters if alone and letters.isupper() else letters.lower()


@lru_cache(maxsize=REMEMBERED)
def head(name: str) -> str:
    """The letters that a name or word begins with, up to the first mark; "" if it is a mark."""
    found = _HEAD.match(name)
    return found[0].lower() if found else ""


@cache
def known() -> Known:
    """Our own tables, loaded on first use."""
    return Known((*_places(), *_organisations(), *_people()))


def _places() -> Iterator[tuple[str, str]]:
    for form, sense, _ in forms():
        if sense in _PLACES:
            yield form.removeprefix("the "), "PLACE"
    for row in rows("places_known"):
        yield row["name"], "PLACE"


def _organisations() -> Iterator[tuple[str, str]]:
    for row in rows("organisations"):
        if row["kind"] != "organisation":
            continue
        weak = row["weak"].split("|")
        for name in (row["name"], *row["aliases"].split("|")):
            # a plural is no name of a party but of its members ("Republicans")
            members = name != row["name"] and " " not in name and name.endswith("s")
            if name not in weak and not members:
                yield name.removeprefix("the "), "ORG"


def _people() -> Iterator[tuple[str, str]]:
    titles = parts.having("title")
    for row in rows("leaders"):
        for name in (row["name"], *row["aliases"].split("|"), row["surname"]):
            first, _, rest = name.partition(" ")
            yield (rest if rest and first.lower() in titles else name), "PERSON"
        given, _, rest = row["name"].partition(" ")
        if rest and given.lower() not in titles:
            yield given, GIVEN
