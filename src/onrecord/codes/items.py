"""The names and roles in a phrase, in order, each where it stands."""

from __future__ import annotations

import msgspec

from onrecord.codes import roles, steering
from onrecord.codes.asked import Asked
from onrecord.codes.names import Mention, Place, matches, meaning
from onrecord.codes.roles import Role
from onrecord.codes.words import Match, Word

_ARTICLES = frozenset(("the", "a", "an"))


class Named(msgspec.Struct, frozen=True):
    """A role at words ``[start, end)``, as the text has it."""

    start: int
    end: int
    text: str
    role: Role


Item = Mention | Named

LANDS = frozenset({"name", "demonym", "people", "capital", "seat", "region", "state", "place"})


def items(text: str, tokens: list[Word], asked: Asked) -> list[Item]:
    """Names and roles in order; where they meet the longer wins, a name at equal length."""
    names = matches(text, tokens, asked.table)
    home = _home(names)
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
        one = Named(role.start, role.end, words_of, role.values[0])
        if not _surname(tokens, one, found, names):
            found.append(one)
        at = role.end
    mentions = (_mention(text, tokens, match, asked, home) for match in names)
    found += [mention for mention in mentions if mention is not None]
    return sorted((i for i in found if _stands(text, tokens, i)), key=lambda i: i.start)


def _home(names: list[Match]) -> str | None:
    """The first country that a phrase names; a name that several countries share is none."""
    for match in names:
        countries = {value.country.code for value in match.values if isinstance(value, Place)}
        if len(countries) == 1:
            return countries.pop()
    return None


def _surname(tokens: list[Word], one: Named, found: list[Item], names: list[Match]) -> bool:
    """Whether a role's word ends a person's name: "Foreign Secretary Robin | Cook"."""
    at = one.start - 1
    if one.end - one.start > 1 or at < 1 or one.role.kind != "person":
        return False
    given = tokens[at].text[0].isupper() and tokens[one.start].text[0].isupper()
    if not given or any(match.start <= at < match.end for match in names):
        return False
    title = found[-1] if found else None
    return isinstance(title, Named) and title.end == at and title.role.kind == "person"


def _mention(
    text: str, tokens: list[Word], match: Match, asked: Asked, home: str | None
) -> Mention | None:
    if home is not None:
        at_home = meaning(text, tokens, match, asked.on, country=home, around=asked.around)
        if at_home is not None:
            return at_home
    return meaning(text, tokens, match, asked.on, around=asked.around)


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


def unknown_name(text: str, tokens: list[Word], start: int, end: int) -> str | None:
    """A run of capitalised words from ``start``, as it stands in the text, or None."""
    stop = start
    particles = steering.having("particle")
    last = start
    while stop < end:
        # "Choi Min-ho": a small letter passes after a hyphen
        linked = stop > start and text[tokens[stop].start - 1] in "-\u2010\u2011"
        if tokens[stop].text[0].isupper() or linked:
            last = stop + 1
        elif tokens[stop].key not in particles:
            break
        stop += 1
    bare = stop == start + 1 and tokens[start].key in _ARTICLES
    if last < stop or last == start or bare:
        return None
    return text[tokens[start].start : tokens[stop - 1].end]
