"""Numerals: what a number in digits or words can be (a day, an hour, a year, an amount)."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from onrecord.remembered import REMEMBERED

FIRST_YEAR, LAST_YEAR = 1600, 2400


class Token(NamedTuple):
    """A piece of text and what it can be: kinds maps each class to its value."""

    start: int
    end: int
    kinds: dict[str, str]


@lru_cache(maxsize=REMEMBERED)
def numeral_kinds(digits: str) -> dict[str, str]:
    """The classes of a number in digits: NUM; DAY, HOUR, YY, YEAR, OLD, MIL where it may be."""
    plain = digits.replace(",", "").replace(" 1/2", ".5").replace("½", ".5")
    if not plain.isascii() or len(plain) > 12:
        return {"BIG": plain[:12]}
    kinds = {"NUM": plain if "." in plain else str(int(plain))}
    if "." in plain or "," in digits:
        return kinds
    number = int(plain)
    if len(plain) <= 2:
        if 1 <= number <= 31:
            kinds["DAY"] = str(number)
        if 1 <= number <= 12:
            kinds["HOUR"] = str(number)
        if len(plain) == 2:
            kinds["YY"] = plain
    if len(plain) == 4 and FIRST_YEAR <= number <= LAST_YEAR:
        kinds["YEAR"] = plain
    elif len(plain) in (3, 4) and 100 <= number < FIRST_YEAR and plain[0] != "0":
        kinds["OLD"] = plain
    if len(plain) == 4 and number < 2400 and number % 100 < 60:
        kinds["MIL"] = plain
    return kinds


SHAPES = tuple(
    {frozenset(numeral_kinds(n)) for n in ("0", "01", "13", "40", "105", "0640", "0799", "1.5")}
    | {frozenset(numeral_kinds(n)) for n in ("1", "20", "1200", "1290", "1730", "1790", "9999")}
    | {frozenset(numeral_kinds(n)) for n in ("5", "15", "2399", "2400", "1600", "1599", "55")}
    | {frozenset({"BIG"}), frozenset({"NUM", "WORDS"}), frozenset({"YEAR", "NUM", "WORDS"})}
    | {frozenset({"ORD", "WORDS"})}
)
"""Every set of classes that a numeral may have."""


def merged(run: list[Token]) -> list[Token]:
    """The run with number words that belong together ("twenty-one") made single tokens."""
    out: list[Token] = []
    at = 0
    while at < len(run):
        size = _word_count(run, at)
        if size > 1:
            out.append(_merge(run[at : at + size]))
        else:
            out.append(run[at])
        at += size
    return out


def _word_number(token: Token) -> int:
    """The value of a number word, 0 where the token is none."""
    first = next(iter(token.kinds))
    return int(token.kinds["NUM"]) if first[0] == "=" and "NUM" in token.kinds else 0


def _word_count(run: list[Token], at: int) -> int:
    """How many tokens from ``at`` on make one number in words (at least 1)."""
    size, last = 1, _word_number(run[at])
    if not last:
        return 1
    while at + size < len(run):
        token = run[at + size]
        if ("=-" in token.kinds or "=and" in token.kinds) and at + size + 1 < len(run):
            joined = "=-" in token.kinds and last >= 20 and last % 10 == 0 and last < 100
            joined = joined or ("=and" in token.kinds and last in (100, 1000))
            following = run[at + size + 1]
            low = _word_number(following) or int(following.kinds.get("ORD", 0))
            if not (joined and 0 < low < (10 if "=-" in token.kinds else 100)):
                break
            size += 2
        elif _word_number(token) and (last >= 10 or _word_number(token) >= 100):
            size += 1
        else:
            break
        last = _word_number(run[at + size - 1])
        if not last:
            break
    return size


def _merge(tokens: list[Token]) -> Token:
    start, end = tokens[0].start, tokens[-1].end
    ordinal = tokens[-1].kinds.get("ORD", "")
    parts = [_word_number(token) for token in tokens if _word_number(token)]
    if ordinal and not _word_number(tokens[-1]):
        return Token(start, end, {"ORD": str(_spoken(parts) + int(ordinal)), "WORDS": ""})
    if len(parts) >= 2 and 16 <= parts[0] <= 21 and 10 <= parts[1] <= 99 and sum(parts[1:]) < 100:
        year = str(parts[0] * 100 + sum(parts[1:]))
        return Token(start, end, {"YEAR": year, "NUM": year, "WORDS": ""})
    number = _spoken(parts)
    if parts[0] == 2 and parts[1] == 1000 and number < 2100:
        return Token(start, end, {"YEAR": str(number), "NUM": str(number), "WORDS": ""})
    return Token(start, end, {"NUM": str(number), "WORDS": ""})


def _spoken(parts: list[int]) -> int:
    total, group = 0, 0
    for part in parts:
        if part >= 1000:
            total, group = total + max(group, 1) * part, 0
        elif part == 100:
            group = max(group, 1) * 100
        else:
            group += part
    return total + group
