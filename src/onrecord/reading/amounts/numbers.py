"""Reads one number, in digits or in words, where it begins: its value and where it ends.

"1.5m", "two hundred and five", "half a million", "two-thirds", "dozens": a number is a value, or a
value of None where the words name none. What it counts is not asked here (see ``amounts``).
Every step looks at a bounded stretch of text, so reading is linear in the text's length.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from msgspec import Struct

from onrecord.codes.tables import rows
from onrecord.record import Bound

_DIGITS = re.compile(r"(?:\d{1,3}(?:,\d{3}){1,5}|\d{1,15})(?:\.\d{1,6})?(?!\d)", re.ASCII)
_SUFFIX = re.compile(r"([A-Za-z]{1,3})(?!\w)")
_NEXT = re.compile(r"[ \u00a0-](and )?([a-z]+)(?!\w)", re.I)
_FIRST = re.compile(r"[a-z]+(?!\w)", re.I | re.ASCII)
_LETTERS = re.compile(r"[a-z]+", re.I | re.ASCII)
_FRACTION = re.compile(r"[ -]([a-z]+)(?= of )", re.I)
_HALF = re.compile(r" and a half(?!\w)", re.I)
_WINDOW = 40
_PIECES = 10


class Number(Struct, frozen=True, kw_only=True):
    """A number read: where it ends in the text, and what kind of words it was.

    value: None for words that name none ("dozens"). bound: what the words themselves say.
    kind: "digits", "words", "phrase" or "share" (a fraction; its value is in percent).
    suffix: letters at the digits, part of the number or not ("5m"). scale: what the last words or
    letters multiplied by, for a range to share ("2 to 3 million").
    """

    value: float | int | None
    end: int
    kind: str
    bound: Bound = "exact"
    suffix: str = ""
    scale: float = 1.0


@cache
def table() -> dict[str, tuple[float, str]]:
    """Number words, with their value and kind (``amounts_numbers.tsv``)."""
    return {r["word"]: (_plain(float(r["value"])), r["kind"]) for r in rows("amounts_numbers")}


@cache
def _phrases() -> dict[str, list[tuple[str, float | None, Bound, str]]]:
    """Set phrases by their first word, longest first."""
    found: dict[str, list[tuple[str, float | None, Bound, str]]] = {}
    for row in rows("amounts_phrases"):
        value = _plain(float(row["value"])) if row["value"] else None
        bound: Bound = row["bound"]  # type: ignore[assignment]
        first = re.split("[ -]", row["phrase"])[0]
        found.setdefault(first, []).append((row["phrase"], value, bound, row["needs"]))
    for entries in found.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return found


@cache
def heads() -> frozenset[str]:
    """Lower-case words at which a number may begin."""
    counted = {word for word, (_, kind) in table().items() if kind in ("small", "ten")}
    return frozenset(counted | {"half", "a", "an"} | set(_phrases()))


def _plain(value: float | Decimal) -> float | int:
    return int(value) if value == int(value) else round(float(value), 6)


def read(text: str, at: int) -> Number | None:
    """The number that begins at ``at``, or None where there is none."""
    if "0" <= text[at] <= "9":
        return _digits(text, at)
    return _phrase(text, at) or _words(text, at)


def _digits(text: str, at: int) -> Number | None:
    match = _DIGITS.match(text, at)
    if not match:
        return None
    value, end, suffix = Decimal(match[0].replace(",", "")), match.end(), ""
    letters = _SUFFIX.match(text, end)
    if letters:
        worth = table().get(letters[1].lower())
        suffix = letters[1]
        if worth and worth[1] == "suffix":
            whole, end = _plain(value * int(worth[0])), letters.end()
            return Number(value=whole, end=end, kind="digits", suffix=suffix, scale=worth[0])
        return Number(value=_plain(value), end=end, kind="digits", suffix=suffix)
    scale, end = _scales(text, end)
    return Number(value=_plain(value * int(scale)), end=end, kind="digits", scale=scale)


def _scales(text: str, at: int) -> tuple[float, int]:
    """What "hundred", "million", "dozen" ... after ``at`` multiply by (at most three)."""
    worth = 1.0
    for _ in range(3):
        follow = _NEXT.match(text, at, at + _WINDOW)
        known = table().get(follow[2].lower()) if follow and not follow[1] else None
        if not follow or not known or known[1] not in ("hundred", "scale", "dozen"):
            break
        worth, at = worth * known[0], follow.end()
    return worth, at


def _phrase(text: str, at: int) -> Number | None:
    first = _LETTERS.match(text, at, at + _WINDOW)
    known = _phrases().get(first[0].lower()) if first else None
    if known is None:
        return None
    stretch = text[at : at + _WINDOW].lower()
    for phrase, value, bound, needs in known:
        after = stretch[len(phrase) :]
        if stretch.startswith(phrase) and not after[:1].isalnum():
            if needs and not after.startswith(f" {needs} "):
                continue
            return Number(value=value, end=at + len(phrase), kind="phrase", bound=bound)
    return None


def _words(text: str, at: int) -> Number | None:
    first = _FIRST.match(text, at, at + _WINDOW)
    if not first:
        return None
    word, end = first[0].lower(), first.end()
    value, kind = table().get(word, (1.0, "article"))
    if word == "half":
        whole = text.startswith(" of ", end)
        return Number(value=50, end=end, kind="share") if whole else None
    if kind not in ("small", "ten", "article") or (kind == "article" and word not in ("a", "an")):
        return None
    share = _FRACTION.match(text, end, end + _WINDOW)
    if share and table().get(share[1].lower(), (0, ""))[1] == "fraction":
        part = value * table()[share[1].lower()][0]
        return Number(value=_plain(round(100 * part, 1)), end=share.end(), kind="share")
    if kind == "article":
        worth, end = _scales(text, end)
        found = Number(value=_plain(worth), end=end, kind="words", scale=worth)
        return found if worth > 1 else None
    return _sum(text, end, value, kind)


def _sum(text: str, end: int, value: float, kind: str) -> Number:
    """The number that goes on from its first word: "two" hundred and five thousand."""
    total, part, last, scale = 0.0, value, kind, 1.0
    for _ in range(_PIECES):
        half = _HALF.match(text, end)
        if half:
            part, last, end = part + 0.5, "half", half.end()
        follow = _NEXT.match(text, end, end + _WINDOW)
        worth, kind = table().get(follow[2].lower(), (0.0, "")) if follow else (0.0, "")
        if not follow or (follow[1] and last not in ("hundred", "scale")):
            break
        after_ten = last == "ten" and kind == "small" and worth < 10
        if after_ten or (kind in ("small", "ten") and last in ("hundred", "scale")):
            part += worth
        elif kind in ("hundred", "dozen") and not follow[1]:
            part *= worth
        elif kind == "scale" and not follow[1]:
            total, part = total + part * worth, 0.0
        else:
            break
        last, end, scale = kind, follow.end(), worth if kind in ("scale", "dozen") else 1.0
    return Number(value=_plain(total + part), end=end, kind="words", scale=scale)
