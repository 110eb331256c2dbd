"""A noun phrase to who it means, without a parser: names and roles by longest match, then order.

English puts the head of a noun phrase last before the first preposition ("Russian army chief" |
"of the northern district"), so the last name or role there is who is meant, what stands before
it says more of it, and what follows "of", "for" or "in" gives what is still missing. The method
is simple on purpose: no learning, no syntax beyond that.
"""

from __future__ import annotations

import re
from datetime import date

import msgspec

from onrecord.codes import roles, steering
from onrecord.codes.names import Actors, Mention, Place, base, matches, meaning
from onrecord.codes.resolution import Resolution
from onrecord.codes.roles import Role
from onrecord.codes.words import Match, Word, words

LONGEST = 40  # words of a phrase that are looked at
_PARTS = re.compile(r"[,;:()\[\]\u2013\u2014\n]|\s-\s")
_change = msgspec.structs.replace


class Named(msgspec.Struct, frozen=True):
    """A role at words ``[start, end)``, as the text has it."""

    start: int
    end: int
    text: str
    role: Role


Item = Mention | Named


def resolve(
    phrase: str, on: date | None = None, table: Actors | None = None, depth: int = 0
) -> Resolution | None:
    """Who a noun phrase means on a day; None where nothing in it is known."""
    tokens = words(phrase)[:LONGEST]
    if not tokens or depth > 3:
        return None
    found = items(phrase, tokens, on, table)
    cut, by = _cut(phrase, tokens, found)
    head = [item for item in found if item.end <= cut]
    inner, aside = _rest(phrase, tokens, cut, by)
    owner = resolve(inner, on, table, depth + 1) if inner else None
    if not head and by == "of" and tokens[cut - 1].key in steering.having("quantity"):
        return owner
    if not head:
        other = resolve(aside, on, table, depth + 1) if aside else None
        return _unheaded(phrase, tokens, cut, owner, other)
    former = any(word.key in steering.having("former") for word in tokens[: head[-1].end])
    who = _headed(phrase, tokens, head, cut)
    who = _owned(who, head[-1], owner, by)
    who = _beside(who, aside, on, table, depth)
    if former and who.kind in ("person", "group") and who.sector in steering.official():
        who = _change(who, sector="ELI")
    return _in_office(who, head[-1], on, former)


def items(text: str, tokens: list[Word], on: date | None, table: Actors | None) -> list[Item]:
    """Names and roles in order; where they meet the longer wins, a name at equal length."""
    names = matches(text, tokens, table)
    home = next((v.country.code for m in names for v in m.values if isinstance(v, Place)), None)
    found: list[Item] = []
    at = 0
    while at < len(tokens):
        role = roles.trie().longest(text, tokens, at)
        clash = [m for m in names if role and m.start < role.end and role.start < m.end]
        if role is None or any(m.end - m.start >= role.end - role.start for m in clash):
            at += 1
            continue
        names = [m for m in names if m not in clash]
        words_of = text[tokens[role.start].start : tokens[role.end - 1].end]
        found.append(Named(role.start, role.end, words_of, role.values[0]))
        at = role.end
    mentions = (_mention(text, tokens, match, on, home) for match in names)
    found += [mention for mention in mentions if mention is not None]
    return sorted((i for i in found if _stands(text, tokens, i)), key=lambda i: i.start)


def _mention(
    text: str, tokens: list[Word], match: Match, on: date | None, home: str | None
) -> Mention | None:
    if home is not None:
        at_home = meaning(text, tokens, match, on, country=home)
        if at_home is not None:
            return at_home
    return meaning(text, tokens, match, on)


def _stands(text: str, tokens: list[Word], item: Item) -> bool:
    """False for half of a compound that only leans on it ("pro-Russian", "rebel-held")."""
    first, last = tokens[item.start], tokens[item.end - 1]
    hyphen = item.start > 0 and text[first.start - 1] == "-"
    if hyphen and tokens[item.start - 1].key in steering.having("against"):
        return False
    after = text[last.end : last.end + 2]
    if after[:1] == "-" and after[1:].islower() and item.end < len(tokens):
        return tokens[item.end].key in steering.having("compound")
    return True


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
    if other is not None and other.kind == "person" and other.name is None:
        name = _unknown_name(text, tokens, 0, cut)
        return _change(other, name=name) if name else other
    if owner is not None and owner.country is not None:
        return Resolution(country=owner.country, sure=False)
    return None


def _unknown_name(text: str, tokens: list[Word], start: int, end: int) -> str | None:
    """A run of capitalised words from ``start``, as it stands in the text, or None."""
    stop = start
    particles = steering.having("particle")
    while stop < end and (tokens[stop].text[0].isupper() or tokens[stop].key in particles):
        stop += 1
    if stop == start or not tokens[stop - 1].text[0].isupper():
        return None
    return text[tokens[start].start : tokens[stop - 1].end]


def _headed(text: str, tokens: list[Word], head: list[Item], cut: int) -> Resolution:
    """The head's last item is who is meant; the items before it say more."""
    last, before = head[-1], head[:-1]
    lands = [i for i in before if isinstance(i, Mention) and i.sense in _LANDS]
    country = lands[0].what.country if lands else None
    name = _unknown_name(text, tokens, last.end, cut)
    loose = not name and _loose(tokens, last.end, cut)
    if isinstance(last, Named):
        found = _by_role(last, before, country)
        if lands and not lands[0].what.sure:
            found = _change(found, sure=False)
        if name and last.role.kind == "person":
            return _change(found, name=name)
        return _change(found, sure=False) if loose else found
    found = _by_name(last, before, country)
    if name and " " in name and last.sense in ("demonym", "people"):
        return _change(found, kind="person", name=name, sure=False)
    if loose or (name and last.sense != "person"):
        return _change(found, kind=None, name=None, sector=None, sure=False)
    return found


def _loose(tokens: list[Word], after: int, cut: int) -> bool:
    """Whether a noun that we do not know heads the phrase: "police station", "Iran's plan"."""
    if after < cut and tokens[after].key == "s":
        after += 1
    return after < cut and not tokens[after].key.endswith("ed")


_LANDS = frozenset({"name", "demonym", "people", "capital", "seat", "region", "state", "place"})
_SEATS = frozenset({"capital", "seat"})


def _by_role(last: Named, before: list[Item], country: str | None) -> Resolution:
    """Sector from the role, or from the organisation, person or role that it is named with."""
    role, sector = last.role, last.role.sector
    owners = [i for i in before if isinstance(i, Mention) and i.sense not in _LANDS]
    held = country or (owners[-1].what.country if owners else None)
    if owners:
        # A people is not an employer: "Kurdish fighters" are fighters.
        theirs = owners[-1].what.sector if owners[-1].what.kind != "people" else None
        foreign = theirs in steering.international() and country is None
        if theirs and (role.strength != "strong" or foreign):
            sector = theirs
    elif role.strength != "strong":
        others = [i.role for i in before if isinstance(i, Named) and i.role.strength == "strong"]
        if others:
            sector = others[-1].sector
        elif sector is None and held is not None:
            sector = "GOV"
    return Resolution(
        kind=role.kind, country=held, sector=sector, role=last.text, sure=sector is not None
    )


def _by_name(last: Mention, before: list[Item], country: str | None) -> Resolution:
    """The name's own meaning, save where the phrase itself says otherwise."""
    found = last.what
    role = next((i for i in reversed(before) if isinstance(i, Named)), None)
    if last.sense in ("demonym", "people"):
        sector = role.role.sector if role else "CVL" if last.sense == "people" else None
        return _change(found, sector=sector)
    if last.sense == "person":
        changes: dict[str, str | None] = {"country": country or found.country}
        if role is not None and role.role.kind == "person":
            changes["role"] = role.text
            says = role.role.strength == "strong" or found.sector in (None, "ELI")
            if says and role.role.sector:
                changes["sector"] = role.role.sector
        return _change(found, **changes)
    if last.sense == "organisation" and country and country != found.country:
        # "the Peruvian Congress" is not the one in our table.
        return _change(found, name=None, country=country) if found.country else found
    return found


def _owned(who: Resolution, last: Item, owner: Resolution | None, by: str) -> Resolution:
    """What stands behind "of", "for" or "in" fills what the head left open."""
    if owner is None:
        return who
    changes: dict[str, str | bool | None] = {}
    own = isinstance(last, Named) and last.role.sector == who.sector
    stateless = who.sector in steering.international() and not own
    if who.country is None and not stateless and (isinstance(last, Named) or who.kind == "people"):
        changes["country"] = owner.country
    if isinstance(last, Named) and (who.sure or who.sector is None):
        changes.update(_sector_of_owner(who, last.role, owner))
    return _change(who, **changes) if changes else who


def _sector_of_owner(
    who: Resolution, role: Role, owner: Resolution
) -> dict[str, str | bool | None]:
    """The sector that a role takes from whom it belongs to; empty where it keeps its own."""
    state = owner.kind in ("state", "place", "people")
    if role.strength == "carrier" and state and who.sector is None and owner.country:
        return {"sector": "GOV", "sure": True}
    foreign = owner.sector in steering.international() and who.country is None
    if owner.sector and not state and (role.strength != "strong" or foreign):
        return {"sector": owner.sector, "sure": True}
    return {}


def _beside(
    who: Resolution, aside: str, on: date | None, table: Actors | None, depth: int
) -> Resolution:
    """A name behind a comma is the name of the person before it."""
    if not aside or who.kind != "person" or who.name is not None:
        return who
    other = resolve(aside, on, table, depth + 1)
    if other is not None and other.kind == "person" and other.name:
        return _change(who, name=other.name, country=who.country or other.country)
    tokens = words(aside)[:LONGEST]
    name = _unknown_name(aside, tokens, 0, len(tokens))
    return _change(who, name=name) if name and " " in name else who


def _in_office(who: Resolution, last: Item, on: date | None, former: bool) -> Resolution:
    """ "The French president" on a day is whoever our table has in that office then."""
    if on is None or former or who.name or not who.country or not isinstance(last, Named):
        return who
    if last.role.office is None or last.role.plural or who.sector != "GOV":
        return who
    terms = base().offices.get((who.country, last.role.office), [])
    holders = {term.name for term in terms if term.holds(on)}
    return _change(who, name=holders.pop()) if len(holders) == 1 else who
