"""How many: the numbers of a text that count or measure something, with their bound and unit.

An amount is a number, what is said about its bound, and what it counts: "over 10,000 North Korean
troops" is 10000, more, troops. Dates, years, times of day, ages, scores, ordinals, telephone and
section numbers are no amounts. Conventions:

- words that name no number ("dozens of", "several", "hundreds of") have value None; their bound is
  "more" for plurals of number words and "about" for "several", "a few", "a handful";
- a range ("10 to 12", "between 10 and 12") has its lower end as value and bound "range";
- a fraction of something ("two-thirds of the deputies") is in percent, to one decimal;
- "two of the three hostages" is one amount, 2, over all these words;
- money has an ISO 4217 code as its unit where the words settle which ("dollars" alone are USD).

Simple still: units are found by the words' shapes, not by a parse (see ``units``); pass another
``unit`` to ``find`` to take them from elsewhere.
"""

from __future__ import annotations

import re
from functools import cache

from msgspec import Struct

from onrecord.reading.amounts import numbers as numbers
from onrecord.reading.amounts.numbers import Number
from onrecord.reading.amounts.units import Found, UnitFinder, currency, past_sign, unit, words
from onrecord.record import Amount, Bound

_TOKEN = re.compile(r"[^\W_]+")
_LAST = re.compile(r"\S+")
_GLUED = re.compile(r"(?:\w|[\w)][-–./:,'’]|\d\)? |[+#@_])$")
_TAIL = re.compile(r"[:/.]\d|[ \u00a0)-]{1,2}\d|[/_]|['’]s\b")
_RANGE = re.compile(r"(?:\s?[-–—]\s?|\s(to|or|and)\s)(?=\S)", re.I)
_OF = re.compile(
    r"\s(?:(?:more|others)\s)?(?:out\s)?of\s(?:(?:the|its|their|his|her|our|these|those|all)\s)?",
    re.I,
)
_CLOCK = re.compile(r"\s?(?:a\.?m\b|p\.?m\b|o['’]\s?clock|hrs\b)", re.I)
_NEXT = re.compile(r"[\s-]([^\W\d_][\w.]*)")
_BACK = 48
_SMALL = 120


class Around(Struct, frozen=True, kw_only=True):
    """A number with the words beside it, from ``start`` (bound words, currency sign) to ``end``."""

    number: Number
    start: int
    end: int
    bound: Bound | None
    sign: str | None
    before: str
    after: str


@cache
def _candidates() -> re.Pattern[str]:
    """Words at which a number may begin; one search for all is far faster than a look at each."""
    words = "|".join(re.escape(word) for word in sorted(numbers.heads(), key=len, reverse=True))
    return re.compile(rf"(?<![^\W_])(?:[0-9]|(?:{words})(?![^\W_]))", re.IGNORECASE)


def find(text: str, *, unit: UnitFinder = unit) -> list[Amount]:
    """The amounts of ``text``, in order, none over another; a span runs from bound to unit."""
    found: list[Amount] = []
    done = 0
    for token in _candidates().finditer(text):
        start = token.start()
        if start < done:
            continue
        number = numbers.read(text, start)
        if number is None:
            continue
        if not _GLUED.search(text, max(0, start - 3), start):
            amount = _amount(text, start, number, unit, done)
            if amount:
                found.append(amount)
                done = amount.span[1]
        done = max(done, number.end)
    return found


def _amount(text: str, begin: int, number: Number, unit: UnitFinder, done: int) -> Amount | None:
    around = _look_around(text, begin, number, done)
    if _TAIL.match(text, around.end) or _CLOCK.match(text, around.end):
        return None
    number, end, bound = around.number, around.end, around.bound
    counted = _unit(text, around, unit)
    if counted is None and number.suffix and (number.scale == 1 or len(number.suffix) == 1):
        return None
    hyphen = text.startswith("-", end) and not text.startswith("-strong", end)
    if hyphen and (counted is None or counted.kind == "noun"):
        return None
    if not _counts(text, around, counted):
        return None
    start = around.start
    if (
        counted
        and counted.unit in _use("time")
        and text[start:begin].strip().lower() in _use("during")
    ):
        start, bound = begin, None
    if counted:
        end = max(end, counted.end)
        bound, end = _after(text, end, bound)
    elif text.startswith("-strong", end):
        end += len("-strong")
    value = counted.value if counted and counted.value is not None else number.value
    return Amount(
        text=text[start:end],
        span=(start, end),
        value=value,
        bound=bound or number.bound,
        unit=counted.unit if counted else None,
    )


def _look_around(text: str, start: int, number: Number, done: int) -> Around:
    begin, sign = currency(text, start)
    begin, bound = _before(text, max(begin, done), done)
    last = text[max(0, begin - _BACK) : begin].split()
    before = last[-1].strip("\"'“‘(") if last else ""
    number, end, spread = _range(text, number, text[begin:start].lower(), before)
    if spread:
        bound = "range"
    else:
        bound, end = _after(text, end, bound)
    follow = _NEXT.match(text, end)
    return Around(
        number=number,
        start=begin,
        end=end,
        bound=bound,
        sign=sign,
        before=before,
        after=follow[1].rstrip(".") if follow else "",
    )


def _before(text: str, start: int, done: int) -> tuple[int, Bound | None]:
    """Where the bound words right before ``start`` begin, and what they say."""
    low = max(done, start - _BACK)
    last = [(m.start(), m[0]) for m in _LAST.finditer(text, low, start)][-4:]
    if not text[start - 1 : start].isspace():
        tight = words().before.get(text[start - 1 : start])
        return (start - 1, tight) if tight and start > done else (start, None)
    for at in range(len(last)):
        lead = len(last[at][1]) - len(last[at][1].lstrip("\"'“‘(—–"))
        begin = last[at][0] + lead
        phrase = " ".join(word for _, word in last[at:])[lead:].lower()
        if phrase == "between":
            return begin, "range"
        bound = words().before.get(phrase)
        if bound:
            return begin, bound
    return start, None


def _after(text: str, end: int, bound: Bound | None) -> tuple[Bound | None, int]:
    """What "or more", "+" ... at ``end`` say, and where they end."""
    if text.startswith("+", end):
        return "more", end + 1
    if text.startswith((" or ", " at ", " and ", " plus", " more or", " upw"), end):
        parts = text[end : end + 24].split(" ")[1:4]
        for size in range(len(parts), 0, -1):
            phrase = " ".join(parts[:size]).rstrip(".,;:!?")
            if phrase in words().after and not _number_at(text, end + len(phrase) + 2):
                return words().after[phrase], end + 1 + len(phrase)
    return bound, end


def _number_at(text: str, at: int) -> bool:
    token = _TOKEN.match(text, at)
    return bool(token) and (token[0][0].isdigit() or token[0].lower() in numbers.heads())  # type: ignore[index]


def _range(text: str, number: Number, lead: str, before: str) -> tuple[Number, int, bool]:
    """``number``, or where a higher one follows ("to 12"), the range's lower end and its end."""
    link = _RANGE.match(text, number.end)
    if not link or number.value is None or number.kind in ("share", "phrase"):
        return number, number.end, False
    joined = (link[1] or "-").lower()
    change = joined == "to" and before.lower() in _use("change")
    if change or (joined == "and" and "between" not in lead):
        return number, number.end, False
    at = past_sign(text, link.end())
    high = numbers.read(text, at) if _number_at(text, at) else None
    if high is None or high.value is None or high.kind in ("share", "phrase"):
        return number, number.end, False
    low = number.value
    if number.scale == 1 and high.scale > 1 and low < high.value / high.scale:
        low = low * int(high.scale)
    if low >= high.value or _TAIL.match(text, high.end):
        return number, number.end, False
    lower = Number(value=low, end=high.end, kind=high.kind, suffix=high.suffix, scale=high.scale)
    return lower, high.end, True


def _unit(text: str, around: Around, unit: UnitFinder) -> Found | None:
    """What the number counts: money, percent, a measure, or the noun that follows (after "of")."""
    number, at = around.number, around.end
    if number.kind == "share":
        of = _OF.match(text, at)
        counted = unit(text, of.end() - 1, number) if of else None
        return Found(unit="percent", end=counted.end if counted else at, kind="percent")
    if around.sign:
        return Found(unit=around.sign, end=at, kind="money")
    counted = unit(text, at, number)
    of = None if counted else _OF.match(text, at)
    if of:
        at = of.end()
        inner = numbers.read(text, at) if _number_at(text, at) else None
        whole = Number(value=None, end=at, kind="words")
        counted = unit(text, inner.end if inner else at - 1, whole)
    return counted


@cache
def _use(name: str) -> frozenset[str]:
    return words().uses.get(name, frozenset())


def _counts(text: str, around: Around, counted: Found | None) -> bool:
    """Whether the number is an amount at all, by the words around it."""
    number, before, after = around.number, around.before.lower(), around.after.lower()
    if counted and counted.kind in ("money", "percent", "measure"):
        return True
    if number.value == 1 and not _one(text, around):
        return False
    if counted and counted.unit in _use("time"):
        return not _dates(text, before, counted.end)
    if number.kind == "phrase":
        return counted is not None or number.bound == "more"
    if before in _use("not before") and (around.before[:1].isupper() or counted is None):
        return False
    if after in _use("not after") and (around.after[:1].isupper() or counted is None):
        return False
    if _year(text, around):
        plain = counted is not None and counted.next and counted.unit not in _use("year unit")
        return plain and before not in _use("year before")
    if counted:
        return True
    lead = text[around.start : around.start + 8].split()[:1]
    if around.bound and lead and lead[0].lower() in _use("age bound"):
        return (number.value or 0) > _SMALL
    round_word = number.kind == "words" and number.scale > 1
    big = around.bound is not None and ((number.value or 0) > _SMALL or round_word)
    bare = after in _use("bare") or before in _use("bare before")
    return big or bare or text.startswith("-strong", around.end)


def _dates(text: str, before: str, end: int) -> bool:
    """Whether the words at both sides make a stretch of time a date ("the last two days")."""
    later = text[end : end + 24].split()[:1]
    after = later[0].strip(".,;:").lower() if later else ""
    return before in _use("time before") or before == "in" or after in _use("time after")


def _year(text: str, around: Around) -> bool:
    """Whether the number has a year's shape: four bare digits from 1000 to 2100."""
    raw = text[around.number.end - 4 : around.number.end]
    return (
        around.number.kind == "digits"
        and around.number.scale == 1
        and raw.isdecimal()
        and 1000 <= int(raw) <= 2100
        and not text[around.number.end - 5 : around.number.end - 4].isdecimal()
    )


def _one(text: str, around: Around) -> bool:
    if around.before.lower() in _use("one before") or around.after.lower() in _use("one after"):
        return False
    of = _OF.match(text, around.end)
    first = text[of.end() : of.end() + 24].split()[:1] if of else []
    return not first or first[0].lower() not in _use("most")
