"""Holidays: the days on which they fall in a year, by date, by rule or by table.

Fixed days, days counted from Easter (Western or Orthodox) or by weekdays of a month; feasts of
other calendars stand in ``dates_feasts.tsv`` for the years that are certain, and have no day in
others.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from functools import cache, lru_cache

from onrecord.reading.dates.lexicon import rows

_COUNTED = re.compile(r"([a-z]+)([+-]\d+)")


@lru_cache(1024)
def easter(year: int) -> date:
    """Western Easter Sunday of a Gregorian year (the Meeus, Jones and Butcher algorithm)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


@lru_cache(1024)
def pascha(year: int) -> date:
    """Orthodox Easter Sunday: the Julian one (Meeus), as a Gregorian date."""
    a, b, c = year % 4, year % 7, year % 19
    d = (19 * c + 15) % 30
    e = (2 * a + 4 * b - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    return date(year, month, day + 1) + timedelta(year // 100 - year // 400 - 2)


@cache
def _table() -> dict[str, dict[int, tuple[str, ...]]]:
    """Month and day of each feast by year."""
    found: dict[str, dict[int, tuple[str, ...]]] = {}
    for row in rows("dates_feasts.tsv"):
        for feast, cell in row.items():
            if feast != "year" and cell:
                found.setdefault(feast, {})[int(row["year"])] = tuple(cell.split("|"))
    return found


def length(rule: str) -> int:
    """How many days a holiday lasts."""
    return int(rule.partition(" x")[2] or 1)


def holidays(rule: str, year: int) -> list[date]:
    """The days on which a holiday begins in a year: none where that is not certain."""
    rule = rule.partition(" x")[0]
    counted = _COUNTED.fullmatch(rule)
    try:
        if not counted:
            return [_ruled(rule, year)]
        feast, step = counted[1], timedelta(int(counted[2]))
        if feast in ("easter", "pascha"):
            return [(easter if feast == "easter" else pascha)(year) + step]
        return [
            date(around, int(day[:2]), int(day[3:])) + step
            for around in (year - 1, year, year + 1)
            for day in _table()[feast].get(around, ())
            if (date(around, int(day[:2]), int(day[3:])) + step).year == year
        ]
    except (ValueError, OverflowError):
        return []


def _ruled(rule: str, year: int) -> date:
    """``12-25``, ``11 4th 4+1``: the day after the fourth Thursday of November."""
    if " " not in rule:
        return date(year, int(rule[:2]), int(rule[3:]))
    month, nth, rest = rule.split(" ")
    weekday, _, more = rest.partition("+")
    first = date(year, int(month), 1)
    day = 1 + (int(weekday) - first.isoweekday()) % 7
    if nth == "last":
        day += 7 * ((monthrange(year, int(month))[1] - day) // 7)
    else:
        day += 7 * (int(nth[0]) - 1)
    return date(year, int(month), day) + timedelta(int(more or 0))
