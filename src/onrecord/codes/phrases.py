"""A noun phrase to who it means, without a parser: names and roles by longest match, then order.

English puts the head of a noun phrase last before the first preposition ("Russian army chief" |
"of the northern district"), so the last name or role there is who is meant, what stands before
it says more of it, and what follows "of", "for" or "in" gives what is still missing. The method
is simple on purpose: no learning, no syntax beyond that.
"""

from __future__ import annotations

import re

import msgspec

from onrecord.codes import areas, steering
from onrecord.codes.asked import Asked
from onrecord.codes.heads import headed
from onrecord.codes.items import Item, Named, items, unknown_name
from onrecord.codes.owners import bearer, in_office, owned, ruled
from onrecord.codes.resolution import Resolution
from onrecord.codes.words import Word, words

LONGEST = 40  # words of a phrase that are looked at
_PARTS = re.compile(r"[,;:()\[\]\u2013\u2014\n]|\s-\s")
_NOBODY = Resolution()
# What a noun behind a comma can say of an unknown name before it.
_DESCRIBED = frozenset(("person", "organisation", "group"))
_change = msgspec.structs.replace


def resolve(phrase: str, asked: Asked = Asked(), depth: int = 0) -> Resolution | None:  # noqa: B008
    """Who a noun phrase means; None where nothing in it is known."""
    tokens = words(phrase)[:LONGEST]
    if not tokens or depth > 3:
        return None
    found = items(phrase, tokens, asked)
    cut, by = _cut(phrase, tokens, found)
    head = [item for item in found if item.end <= cut]
    inner, aside = _rest(phrase, tokens, cut, by)
    place = areas.area(phrase, tokens, head, cut, asked.around)
    if place is not None and by in ("", ","):
        return place
    owner = _owner(inner, asked, depth)
    if not head and by == "of" and tokens[cut - 1].key in steering.having("quantity"):
        return owner
    if not head and by == "of" and owner and tokens[cut - 1].key in steering.having("area"):
        name = owner.name if owner.kind == "place" else None
        return Resolution(name=name, kind="place", country=owner.country)
    if not head:
        other = resolve(aside, asked, depth + 1) if aside else None
        return _unheaded(phrase, tokens, cut, owner, other)
    former = any(word.key in steering.having("former") for word in tokens[: head[-1].end])
    who = headed(phrase, tokens, head, cut)
    who = owned(who, head[-1], owner, by)
    who = _there(phrase, tokens, who, head, asked)
    who = _beside(who, aside, asked, depth)
    if former and who.kind in ("person", "group") and who.sector in steering.official():
        who = _change(who, sector="ELI")
    who = in_office(who, head[-1], asked.on, former)
    return None if _change(who, sure=True) == _NOBODY else who


def _owner(inner: str, asked: Asked, depth: int) -> Resolution | None:
    """Who or what stands behind "of" and its like: somebody known, or a place on the map."""
    if not inner:
        return None
    owner = resolve(inner, asked, depth + 1)
    if owner is None:
        country = areas.leading(inner, words(inner)[:LONGEST], asked.around)
        return Resolution(kind="place", country=country) if country else None
    return owner


def _there(
    phrase: str, tokens: list[Word], who: Resolution, head: list[Item], asked: Asked
) -> Resolution:
    """The country of officials and of whoever else a place is named with: "Guadalajara police"."""
    first = head[0]
    if who.country is not None or not isinstance(first, Named):
        return who
    country = _governed(tokens, first, asked)
    if country is not None:
        return _change(who, country=country, sector=who.sector or "GOV")
    if who.sector in steering.official() or first.role.kind == "organisation":
        if first.role.sector in steering.international():
            return who
        country = areas.before(phrase, tokens, first.start, asked.around)
        return _change(who, country=country) if country else who
    return who


def _governed(tokens: list[Word], first: Named, asked: Asked) -> str | None:
    """The country of a government called by the name of who heads it: "Bush | administration"."""
    if not first.start or first.role.kind == "person":
        return None
    name = tokens[first.start - 1].text
    head = bearer(name, asked.on) if asked.on is not None else None
    if head is not None:
        return head.country
    return ruled(name) if first.role.sector == "GOV" else None


def _cut(text: str, tokens: list[Word], found: list[Item]) -> tuple[int, str]:
    """Where the head ends (a word's index) and by what: a word, "," or "" (it never does)."""
    inside = {at for item in found for at in range(item.start, item.end)}
    within = {at for item in found for at in range(item.start + 1, item.end)}
    inner, outer = steering.having("inner"), steering.having("outer")
    for at, word in enumerate(tokens):
        if at and at not in within and _PARTS.search(text, tokens[at - 1].end, word.start):
            return at, ","
        if at and at not in inside and (word.key in inner or word.key in outer):
            return at, word.key
    return len(tokens), ""


def _rest(phrase: str, tokens: list[Word], cut: int, by: str) -> tuple[str, str]:
    """What follows "of" and its like up to a comma, and what follows the comma."""
    if by == ",":
        return "", phrase[tokens[cut].start :]
    if by not in steering.having("inner"):
        return "", ""
    rest = phrase[tokens[cut].end :]
    comma = rest.find(", ")
    return (rest, "") if comma < 0 else (rest[:comma], rest[comma + 2 :])


def _unheaded(
    text: str, tokens: list[Word], cut: int, owner: Resolution | None, other: Resolution | None
) -> Resolution | None:
    """No word known before the cut: an unknown name with its role behind a comma, or less."""
    if other is not None and other.kind in _DESCRIBED and other.name is None:
        name = unknown_name(text, tokens, 0, cut)
        return _change(other, name=name) if name else other
    if owner is not None and owner.country is not None:
        return Resolution(country=owner.country, sure=False)
    return None


def _beside(who: Resolution, aside: str, asked: Asked, depth: int) -> Resolution:
    """A name behind a comma is the name of the person before it."""
    if not aside or who.kind != "person" or who.name is not None:
        return who
    other = resolve(aside, asked, depth + 1)
    if other is not None and other.kind == "person" and other.name:
        return _change(who, name=other.name, country=who.country or other.country)
    tokens = words(aside)[:LONGEST]
    name = unknown_name(aside, tokens, 0, len(tokens))
    return _change(who, name=name) if name and " " in name else who
