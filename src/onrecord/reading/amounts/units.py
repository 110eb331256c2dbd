"""What a number counts: the unit or noun that follows it, found by the shapes of the words.

Signs, percent and measures are looked up. A noun is the first plural after the number, past
adjectives and names ("10,000 North Korean troops"), or for one thing the last word of the phrase
("one Palestinian man"). Simple still: no parse. At most seven words are looked at, so finding units
is linear in the text's length.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from msgspec import Struct

from onrecord.codes.tables import rows
from onrecord.reading.amounts import numbers as numbers
from onrecord.reading.amounts.numbers import Number
from onrecord.record import Bound

_WORD = re.compile(r"[\s-]([^\W\d_][\w.]*(?:[-'’]\w+)*)(['’](?=\s))?")
_NAMED = re.compile(r"[ \u00a0-]?([^\s,;:()]+(?: [^\s,;:()]+){0,2})")
_TOKENS = 7
_REACH = 80


class Found(Struct, frozen=True, kw_only=True):
    """A unit: its name, where it ends in the text, and whether it stands right at the number.

    kind: "money", "percent", "measure" or "noun". value: set where the unit says that letters at
    the digits were no part of the number ("5m" in metres).
    """

    unit: str
    end: int
    kind: str
    next: bool = False
    value: float | int | None = None


UnitFinder = Callable[[str, int, Number], Found | None]


class Words(Struct, frozen=True):
    """The tables' word lists, ready for look-up."""

    uses: dict[str, frozenset[str]]
    units: dict[str, dict[str, str]]
    before: dict[str, Bound]
    after: dict[str, Bound]


@cache
def words() -> Words:
    """``amounts_words``, ``amounts_units`` and ``amounts_bounds`` as look-up tables."""
    uses: dict[str, set[str]] = {}
    for row in rows("amounts_words"):
        uses.setdefault(row["use"], set()).add(row["word"])
    units: dict[str, dict[str, str]] = {}
    for row in rows("amounts_units"):
        units.setdefault(row["kind"], {})[row["word"]] = row["unit"]
    sides: dict[str, dict[str, Bound]] = {"before": {}, "after": {}}
    for row in rows("amounts_bounds"):
        sides[row["side"]][row["phrase"]] = row["bound"]  # type: ignore[assignment]
    frozen = {use: frozenset(members) for use, members in uses.items()}
    return Words(frozen, units, sides["before"], sides["after"])


def lengths() -> frozenset[str]:
    """Units of time: what has one is a length of time ("56 days"), in any number."""
    return words().uses["time"]


@cache
def _signs() -> re.Pattern[str]:
    known = sorted(words().units["sign"], key=len, reverse=True)
    return re.compile(rf"(?<!\w)({'|'.join(map(re.escape, known))})\s?", re.ASCII)


def currency(text: str, start: int) -> tuple[int, str | None]:
    """Where a currency sign right before ``start`` begins and its currency; else start and None."""
    for back in range(5, 0, -1):
        if start >= back:
            sign = _signs().fullmatch(text, start - back, start)
            if sign:
                return start - back, words().units["sign"][sign[1]]
    return start, None


def past_sign(text: str, at: int) -> int:
    """Where the number begins after a currency sign at ``at``, or ``at`` where there is none."""
    sign = _signs().match(text, at)
    return sign.end() if sign else at


def unit(text: str, at: int, number: Number) -> Found | None:
    """The unit of ``number`` in the words from ``at`` on, or None where none is found."""
    return _named(text, at, number) or _noun(text, at, number)


def _named(text: str, at: int, number: Number) -> Found | None:
    """A unit of the tables at ``at``: percent, a currency, a measure."""
    known = words().units
    if text.startswith("%", at):
        return Found(unit="percent", end=at + 1, kind="percent")
    if number.suffix and number.scale == 1:
        name = known["measure"].get(number.suffix)
        return Found(unit=name, end=at + len(number.suffix), kind="measure") if name else None
    match = _NAMED.match(text, at, at + _REACH)
    parts = match[1].split(" ") if match else []
    for size in range(len(parts), 0, -1):
        phrase = " ".join(parts[:size])
        for word in (phrase, phrase.rstrip(".,!?\"'”’")):
            for kind in ("percent", "currency", "measure"):
                if word in known[kind] and match:
                    name = "money" if kind == "currency" else kind
                    end = match.start(1) + len(word)
                    return Found(unit=known[kind][word], end=end, kind=name, next=True)
    if number.suffix == "m" and number.value is not None:
        metres = number.value / number.scale
        return Found(
            unit="m", end=at, kind="measure", value=int(metres) if metres % 1 == 0 else metres
        )
    return None


def _noun(text: str, at: int, number: Number) -> Found | None:
    """The head of the noun phrase at ``at``: a plural, or for one thing a singular."""
    single = number.value == 1
    best: Found | None = None
    for place in range(_TOKENS):
        match = _WORD.match(text, at, at + _REACH)
        if not match:
            break
        word, end = match[1], match.end(1)
        last = word.endswith(".") and "." not in word[:-1]
        word = word.rstrip(".") if last else word
        end -= last
        if _stops(word) or (best and _ends(word, best, single=single)):
            break
        owner = bool(match[2]) or word.endswith(("'s", "’s"))
        noun = word.lower() not in words().uses["adjective"] if single else _plural(word)
        if noun and not owner:
            best = Found(unit=word, end=end, kind="noun", next=place == 0 and word.islower())
        at = match.end()
        if last:
            break
    return best


def _stops(word: str) -> bool:
    """Whether ``word`` can't stand within the noun phrase."""
    low = word.lower()
    uses = words().uses
    if word.isupper() and len(word) > 1:
        return False
    if low in uses["stop"] or low in numbers.heads() or low.endswith(("n't", "n’t")):
        return True
    return low.endswith("ed") and low not in uses["adjective"] and "-" not in low and len(low) > 4


def _ends(word: str, best: Found, *, single: bool) -> bool:
    """Whether the phrase ended with ``best``: after a plural, only another plural goes on."""
    if single:
        return word.endswith(("ing", "ly", "ed")) or (best.unit.islower() and word[0].isupper())
    return best.unit.islower() and not (word.islower() and _plural(word))


def _plural(word: str) -> bool:
    low = word.lower()
    uses = words().uses
    if low in uses["plural"]:
        return True
    if low in uses["singular"] or len(low) < 4 or not low.endswith("s") or word.isupper():
        return False
    return not low.endswith(("ss", "us", "is")) or (low.endswith("is") and word[0].isupper())
