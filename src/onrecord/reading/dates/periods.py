"""Calendar arithmetic: a TIMEX3 value is an interval of days, and moves by units.

Values are those of ISO 8601 as TIMEX3 uses it: 2024-12-31, 2024-W07, 2024-W07-WE,
2024-12, 2024-Q3, 2024-H1, 2024-SU, 2024, 202 (a decade), 20 (a century, 2000 to 2099).
Seasons are those of the northern hemisphere by whole months; a winter bears the year
of its December.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from onrecord.remembered import REMEMBERED

SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
PARTS = {"M": 1, "Q": 3, "H": 6}
PRECISION = {"D": "day", "W": "week", "2W": "week", "M": "month", "Q": "quarter", "Y": "year"}
PRECISION |= {"DE": "decade", "CE": "century", "ME": "century"}
YEARS = {"Y": 1, "DE": 10, "CE": 100, "ME": 1000}

_VALUE = re.compile(
    r"(?P<y>\d{4})(?:-(?P<m>\d\d)(?:-(?P<d>\d\d)(?P<t>T.+)?)?|-W(?P<w>\d\d)(?P<we>-WE)?"
    r"|-Q(?P<q>[1-4])|-H(?P<h>[12])|-(?P<s>SP|SU|FA|WI))?|(?P<de>\d{3})|(?P<ce>\d\d)"
)


class Period(NamedTuple):
    """Days from start to end, both included, and how fine the value was."""

    start: date
    end: date
    precision: str


@lru_cache(maxsize=REMEMBERED)
def period(value: str) -> Period | None:
    """The days that a TIMEX3 value covers; None for vague values and impossible dates."""
    found = _VALUE.fullmatch(value)
    if not found:
        return None
    part = found.groupdict()
    try:
        if part["de"] or part["ce"]:
            size = 10 if part["de"] else 100
            first = int(part["de"] or part["ce"]) * size
            return Period(
                date(first, 1, 1),
                date(first + size - 1, 12, 31),
                "decade" if size == 10 else "century",
            )
        year = int(part["y"])
        if part["d"]:
            day = date(year, int(part["m"]), int(part["d"]))
            return Period(day, day, "time" if part["t"] else "day")
        if part["w"]:
            monday = date.fromisocalendar(year, int(part["w"]), 1)
            weekend = 5 if part["we"] else 0
            return Period(monday + timedelta(weekend), monday + timedelta(6), "week")
        if part["m"]:
            return _months(year, int(part["m"]), 1, "month")
        if part["q"]:
            return _months(year, int(part["q"]) * 3 - 2, 3, "quarter")
        if part["h"]:
            return _months(year, int(part["h"]) * 6 - 5, 6, "half")
        if part["s"]:
            return _months(year, SEASONS[part["s"]], 3, "season")
        return _months(year, 1, 12, "year")
    except (ValueError, OverflowError):
        return None


def _months(year: int, first: int, count: int, precision: str) -> Period:
    last = year * 12 + first - 1 + count - 1
    end_year, end_month = divmod(last, 12)
    end = date(end_year, end_month + 1, monthrange(end_year, end_month + 1)[1])
    return Period(date(year, first, 1), end, precision)


def value_of(day: date, unit: str) -> str:
    """The value of the unit (D W M Q H Y DE CE) that holds the day."""
    if unit == "D":
        return day.isoformat()
    if unit == "W":
        year, week, _ = day.isocalendar()
        return f"{year:04}-W{week:02}"
    if unit == "M":
        return f"{day.year:04}-{day.month:02}"
    if unit in PARTS:
        return f"{day.year:04}-{unit}{(day.month - 1) // PARTS[unit] + 1}"
    return {"Y": f"{day.year:04}", "DE": f"{day.year // 10:03}", "CE": f"{day.year // 100:02}"}[
        unit
    ]


def moved(day: date, count: int, unit: str) -> date:
    """The day ``count`` units away (31 March less a month is the last of February).

    Raises ValueError or OverflowError where the calendar ends.
    """
    if unit == "D":
        return day + timedelta(count)
    if unit in ("W", "2W"):
        return day + timedelta(count * (7 if unit == "W" else 14))
    months = count * (PARTS[unit] if unit in PARTS else 12 * YEARS[unit])
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def shifted(day: date, count: int, unit: str) -> str | None:
    """The value of the unit that lies ``count`` units from the one that holds the day."""
    try:
        return value_of(moved(day, count, unit), {"2W": "W", "ME": "Y"}.get(unit, unit))
    except (ValueError, OverflowError):
        return None


def season_year(day: date, season: str) -> int:
    """The year of the season of that name that began last on or before the day."""
    return day.year if day.month >= SEASONS[season] else day.year - 1


def nearest(days: list[date], to: date) -> date:
    """The day that lies closest to another."""
    return min(days, key=lambda day: abs(day - to))
