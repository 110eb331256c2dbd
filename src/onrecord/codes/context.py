"""What the text around a phrase says of whom it means; its own words outrank the tables.

Without a parser: another place where the same name stands is taken with the title before it and
with what stands behind a comma ("North Korean leader Kim Jong Un", "Maria, the mayor of Lima,"); a
short form in brackets stands for the name before it; a bare role ("the minister") for the one
person of whom the text says it; a place for what the text calls it. What the text says in two
ways, or not at all, is left to the tables. Countries that it names choose among namesakes.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from onrecord.codes import phrases, steering
from onrecord.codes.asked import Asked
from onrecord.codes.items import LANDS, Item, Named, items
from onrecord.codes.resolution import Resolution
from onrecord.codes.words import Word, joined, words

LONGEST = 5000  # words of a context that are looked at
_SHORT = 8  # words of a phrase that can be a bare name or role
_ASIDE = 12  # words behind a comma
_STOPS = ",.;:!?()\n"
_change = msgspec.structs.replace


def told(phrase: str, text: str, asked: Asked) -> Resolution | None:
    """Who a phrase means in a text; what the text does not say, the tables do."""
    tokens = words(text)[:LONGEST]
    found = items(text, tokens, asked)
    around = frozenset(_countries(found))
    asked = asked._replace(around=around)
    own = phrases.resolve(phrase, asked)
    own_words = words(phrase)
    while own_words and own_words[0].key in _lead():
        own_words = own_words[1:]
    if not own_words or len(own_words) > _SHORT:
        return own
    said = _said(own_words, text, tokens, found, asked)
    bare = own is None or (own.kind in ("person", "group") and own.name is None)
    if bare and own is not None and own.country is None:
        holder = _holder(own, text, tokens, found, asked)
        return _merge(holder, own) if holder is not None else own
    if said is None:
        return own
    return _merge(said, own)


def _lead() -> frozenset[str]:
    return steering.having("article") | steering.having("title")


def _countries(found: list[Item]) -> Iterator[str]:
    for item in found:
        if not isinstance(item, Named) and item.sense in LANDS and item.what.country:
            yield item.what.country


def _merge(said: Resolution, own: Resolution | None) -> Resolution:
    """The text's word first; the tables fill what it leaves open, if they mean the same one."""
    if own is None:
        return said
    if own.name and said.name and own.name != said.name:
        return said
    if own.country and said.country and own.country != said.country:
        return said
    gaps = {
        field: getattr(own, field)
        for field in ("name", "kind", "country", "sector", "role", "id")
        if getattr(said, field) is None and not (field == "sector" and said.kind == "place")
    }
    return _change(said, **gaps)


def _said(
    own: list[Word], text: str, tokens: list[Word], found: list[Item], asked: Asked
) -> Resolution | None:
    """What the text says where the name stands with more words; None where that is not one."""
    if not own[-1].text[0].isupper():
        return None
    keys = [word.key for word in own]
    said: list[Resolution] = []
    for at in range(len(tokens) - len(keys) + 1):
        if any(tokens[at + n].key != key for n, key in enumerate(keys)):
            continue
        if not tokens[at].text[0].isupper():
            continue
        window = _window(text, tokens, found, at, at + len(keys))
        if window is None:
            continue
        who = phrases.resolve(window, asked)
        if who is not None and (who.sector or who.country or who.kind == "place"):
            said.append(who)
    full = [who for who in said if who.name and " " in who.name] or said
    first = full[0] if full else None
    if first is None or any(_differ(first, other) for other in full):
        return None
    return first


def _differ(one: Resolution, other: Resolution) -> bool:
    pairs = ((one.country, other.country), (one.sector, other.sector))
    return any(a is not None and b is not None and a != b for a, b in pairs)


def _window(text: str, tokens: list[Word], found: list[Item], start: int, end: int) -> str | None:
    """The words around a name that are said of it; None where the name stands alone."""
    inside = {at for item in found for at in range(item.start, item.end)}
    first = start
    while first and _hangs(text, tokens, first - 1, inside):
        first -= 1
    last = end
    while last < len(tokens) and joined(text, tokens[last - 1], tokens[last]):
        gap = text[tokens[last - 1].end]
        if gap == "." or not (tokens[last].text[0].isupper() or gap == "-"):
            break
        last += 1
    name = text[tokens[start].start : tokens[last - 1].end]
    short = _bracketed(text, tokens, start, end)
    if short is not None:
        first, last = short
        name = text[tokens[first].start : tokens[last - 1].end]
        last += 1
    aside = _aside(text, tokens, last, closed=short is not None)
    if aside:
        return f"{name}, {aside}"
    if first < start or last > end:
        return text[tokens[first].start : tokens[last - 1].end] if short is None else name
    return None


def _hangs(text: str, tokens: list[Word], at: int, inside: set[int]) -> bool:
    """Whether word ``at`` belongs to the title of the name behind it."""
    word = tokens[at]
    if not joined(text, word, tokens[at + 1]) or text[word.end] == "\n":
        return False
    if text[word.end] == "." and len(word.text) > 4:
        return False
    if at in inside or word.key in ("s", "of"):
        return True
    return word.text[0].isupper() and word.key not in steering.having("opener") | _lead()


def _bracketed(text: str, tokens: list[Word], start: int, end: int) -> tuple[int, int] | None:
    """ "The National Democratic Front (NDF)": the words that a short form stands for."""
    opens, closes = tokens[start].start, tokens[end - 1].end
    brackets = text[opens - 1 : opens] + text[closes : closes + 1]
    if not start or end - start != 1 or brackets != "()":
        return None
    letters = list(tokens[start].key)
    first = start
    for at in range(start - 1, max(-1, start - 12), -1):
        if not letters:
            break
        word = tokens[at]
        if word.text[0].isupper() and word.key[0] == letters[-1]:
            letters.pop()
            first = at
        elif word.text[0].isupper():
            return None
    return (first, start) if not letters else None


def _aside(text: str, tokens: list[Word], last: int, *, closed: bool) -> str:
    """What stands behind the comma after a name, up to the next stop; empty where nothing does."""
    if last >= len(tokens):
        return ""
    gap = text[tokens[last - 1].end : tokens[last].start]
    if gap not in ((", ", "), ") if closed else (", ",)):
        return ""
    stop = last
    while stop + 1 < len(tokens) and stop - last < _ASIDE:
        between = text[tokens[stop].end : tokens[stop + 1].start]
        if any(mark in between for mark in _STOPS):
            break
        stop += 1
    return text[tokens[last].start : tokens[stop].end]


def _holder(
    own: Resolution, text: str, tokens: list[Word], found: list[Item], asked: Asked
) -> Resolution | None:
    """The one person of whom the text says a role: "the minister" is "Minister X"."""
    if own.role is None:
        return None
    noun = own.role.lower().split()[-1]
    holders: list[Resolution] = []
    for item in found:
        if not isinstance(item, Named) or item.text.lower().split()[-1] != noun:
            continue
        window = _window(text, tokens, found, item.start, item.end)
        who = phrases.resolve(window, asked) if window is not None else None
        if who is not None and who.country is not None:
            holders.append(who)
    first = holders[0] if holders else None
    if first is None or any(
        _differ(first, other) or other.name not in (None, first.name) for other in holders
    ):
        return None
    return first
