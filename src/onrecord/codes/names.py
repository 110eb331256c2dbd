"""Every name we know in one trie: countries, organisations and people, a user's own laid over.

A mention is a name found in a text and what it means on a day.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from typing import NamedTuple

import msgspec

from onrecord.codes import ids, roles, steering
from onrecord.codes.countries import Country, Sense, forms
from onrecord.codes.resolution import Resolution
from onrecord.codes.tables import rows
from onrecord.codes.terms import Term, alone, named, term
from onrecord.codes.words import Match, Trie, Word, joined


class Place(NamedTuple):
    """A country behind a form, and in which sense the form stands for it."""

    form: str
    sense: Sense
    country: Country


class Organisation(NamedTuple):
    """An organisation behind a name; weak: the name is also another word, or another's name."""

    what: Resolution
    weak: bool


class Surname(NamedTuple):
    """A term that a bare surname may point to."""

    term: Term


class Mention(NamedTuple):
    """Words ``[start, end)`` of a text mean ``what``; sense says by which kind of name."""

    start: int
    end: int
    sense: str
    what: Resolution


class Actors:
    """A table of names: ours (``base()``), or a user's own laid over it (``own_table``)."""

    def __init__(self, terms: Iterable[tuple[str, Term]] = ()) -> None:
        self.trie = Trie()
        # Who has held an office of a country: (country, office) -> terms.
        self.offices: dict[tuple[str, str], list[Term]] = {}
        for name, held in terms:
            self.trie.add(name, held)


def _spellings(name: str) -> Iterator[str]:
    """A name as given, and without its Arabic article ("Sisi" for "al-Sisi")."""
    yield name
    for article in ("al-", "el-", "Al-", "El-"):
        if name.startswith(article) or " " + article in name:
            bare = name.replace(" " + article, " ")
            yield bare[3:] if bare.startswith(article) else bare


@cache
def base() -> Actors:
    """Our own tables: countries, organisations and people in office, loaded on first use."""
    found = Actors()
    add = found.trie.add
    for form, sense, country in forms():
        add(form, Place(form, sense, country))
    for row in rows("neutral_names"):
        add(row["name"], row["name"])
    for row in rows("organisations"):
        what = Resolution(
            name=row["name"],
            kind=row["kind"],
            country=row["country"] or None,
            sector=row["sector"] or None,
            id=ids.of_name(row["name"]),
        )
        weak = row["weak"].split("|")
        for name in (row["name"], *filter(None, row["aliases"].split("|"))):
            add(name, Organisation(what, name in weak))
    for row in rows("leaders"):
        held = term(row, kind="person", id=ids.of_name(row["name"]))
        found.offices.setdefault((row["country"], row["role"]), []).append(held)
        given = (row["name"], *filter(None, row["aliases"].split("|")), row["surname"])
        for name in {spelling for one in given for spelling in _spellings(one)}:
            add(name, held if " " in name else Surname(held))
    return found


def _place(place: Place) -> tuple[str, Resolution]:
    code, name = place.country.code, place.country.name
    if place.sense == "region":
        return "region", Resolution(name=place.form, kind="place", country=code)
    if place.sense in ("demonym", "people"):
        return place.sense, Resolution(kind="people", country=code)
    return place.sense, Resolution(
        name=name, kind="state", country=code, sector="GOV", id=ids.of_country(code)
    )


_RANK = {"name": 0, "capital": 1, "seat": 1, "people": 2, "demonym": 3, "region": 4}


def meaning(
    text: str,
    tokens: list[Word],
    match: Match,
    on: date | None,
    *,
    country: str | None = None,
    around: frozenset[str] = frozenset(),
) -> Mention | None:
    """What the names at one place of a text mean on a day; None where that is ambiguous.

    ``country``: where the phrase says whose a surname is; ``around``: the countries spoken of
    near by, which only choose among several bearers of a name.
    """
    if _next(text, tokens, match) in steering.having("generation"):
        return None
    terms = [value for value in match.values if isinstance(value, Term)]
    if terms:
        what = named(terms, on)
        return Mention(match.start, match.end, what.kind or "organisation", what)
    near = around | {country} if country else around
    body = _body([value for value in match.values if isinstance(value, Organisation)], near)
    if body is not None:
        return Mention(match.start, match.end, "organisation", body)
    places = [value for value in match.values if isinstance(value, Place)]
    if places:
        if tokens[match.start].key in steering.having("given") and _someone(text, tokens, match):
            return None
        best = min(places, key=lambda p: (_RANK[p.sense], p.country.code not in near))
        sense, what = _place(best)
        if any(p.sense == best.sense and p.country != best.country for p in places):
            what = msgspec.structs.replace(what, sure=best.country.code in near)
            if sense == "region" and not what.sure:
                what = msgspec.structs.replace(what, country=None)
        return Mention(match.start, match.end, sense, what)
    if _someone(text, tokens, match):
        return None
    held = [value.term for value in match.values if isinstance(value, Surname)]
    person = alone(held, on, country=country)
    return Mention(match.start, match.end, "person", person) if person else None


def _body(known: list[Organisation], near: frozenset[str]) -> Resolution | None:
    """The organisation that a name means; of several, what they have in common, or None."""
    at_home = [one.what for one in known if one.what.country in near]
    found = at_home or [one.what for one in known if not one.weak]
    first = found[0] if found else None
    if first is None or all(one == first for one in found):
        return first
    same = {(one.kind, one.sector) for one in found}
    countries = {one.country for one in found}
    if len(same) > 1:
        return None
    country = countries.pop() if len(countries) == 1 else None
    return Resolution(kind=first.kind, sector=first.sector, country=country, sure=False)


def _next(text: str, tokens: list[Word], match: Match) -> str:
    if match.end < len(tokens) and joined(text, tokens[match.end - 1], tokens[match.end]):
        return tokens[match.end].key
    return ""


def _someone(text: str, tokens: list[Word], match: Match) -> bool:
    """Whether capitalised words beside a name make it somebody else's ("Ivanka Trump")."""
    beside = []
    if match.start and joined(text, tokens[match.start - 1], tokens[match.start]):
        beside.append(match.start - 1)
    if match.end < len(tokens) and joined(text, tokens[match.end - 1], tokens[match.end]):
        beside.append(match.end)
    return any(_of_a_name(text, tokens, at) for at in beside)


def _of_a_name(text: str, tokens: list[Word], at: int) -> bool:
    """Whether word ``at`` looks like part of a name: capitalised, and nothing else that we know."""
    word = tokens[at]
    if not word.text[0].isupper() or (word.text.isupper() and len(word.text) > 1):
        return False
    if word.key in steering.having("opener") or word.key in steering.having("title"):
        return False
    if roles.trie().ends_at(text, tokens, at) or roles.trie().longest(text, tokens, at):
        return False
    return base().trie.longest(text, tokens, at) is None


def matches(text: str, tokens: list[Word], table: Actors | None = None) -> list[Match]:
    """All names in a text, longest first; the user's own win over ours of the same length."""
    ours = base().trie
    if table is None:
        return ours.matches(text, tokens)
    found = []
    at = 0
    while at < len(tokens):
        theirs, mine = table.trie.longest(text, tokens, at), ours.longest(text, tokens, at)
        best = theirs if theirs and (not mine or theirs.end >= mine.end) else mine
        if best:
            found.append(best)
        at = best.end if best else at + 1
    return found
