"""Dates that are told by another one in the same breath: a part of it, or so long before or after.

"the first week of May", "the second Tuesday of November", "the day after Christmas", "three days
before 12 March". The date inside is read by its own sense.
"""

from __future__ import annotations

from datetime import date, timedelta

from onrecord.reading.dates import explicit, relative, seasons
from onrecord.reading.dates.counts import amount, counted
from onrecord.reading.dates.feasts import holidays
from onrecord.reading.dates.periods import Period, moved, period, value_of
from onrecord.reading.dates.scene import Case, Meaning, dated

_FOLD = {"D": "D", "W": "D", "2W": "D", "M": "M", "Q": "M", "Y": "M"}  # how fine the answer can be


def _day(case: Case) -> Meaning | None:
    """What the date inside the expression means."""
    if case.has("holiday"):
        return seasons.feast(case)
    if case.has("deictic"):
        return relative.deictic(case)
    if case.has("weekday") and not case.has("month"):
        return relative.weekday(case)
    return explicit.day(case)


def _start(case: Case) -> date | None:
    meaning = _day(case)
    days = meaning.period() if meaning else None
    return days.start if days else None


def week_of(case: Case) -> Meaning | None:
    """the week of June 3."""
    start = _start(case)
    return dated(value_of(start, "W")) if start else None


def weekend_of(case: Case) -> Meaning | None:
    """the weekend of Dec. 7."""
    start = _start(case)
    return Meaning("DATE", f"{value_of(start, 'W')}-WE", "relative") if start else None


def day_beside(case: Case) -> Meaning | None:
    """the day before last Tuesday, the day after Dec. 3, the eve of a holiday."""
    start = _start(case)
    step = 1 if case.word("side") == "after" else -1
    try:
        return dated((start + timedelta(step)).isoformat()) if start else None
    except OverflowError:
        return None


def amount_beside(case: Case) -> Meaning | None:
    """three days before Christmas, two weeks after 12 March."""
    found, start = counted(case), _start(case)
    if not found or not start or found[0] != int(found[0]) or found[1] not in _FOLD:
        return None
    sign = 1 if case.word("side") == "after" else -1
    try:
        day = moved(start, sign * int(found[0]), found[1])
    except (ValueError, OverflowError):
        return None
    return Meaning(
        "DATE", value_of(day, _FOLD[found[1]]), "relative", case.value("mod", "MOD") or None
    )


def _month(case: Case) -> tuple[Period, Meaning] | None:
    meaning = explicit.month(case)
    days = meaning.period() if meaning else None
    return (days, meaning) if meaning and days else None


def _count(case: Case) -> int:
    """Which of them: 1 to 5, -1 for the last, 0 for none that a month has."""
    if case.has("last"):
        return -1
    number = int(case.value("ord", "ORD") or case.value("ord", "NTH")[:-2] or 0)
    return number if number <= 5 else 0


def week_in_month(case: Case) -> Meaning | None:
    """the first week of May: its first seven days; value is the week that holds their middle."""
    found, count = _month(case), _count(case)
    if not found or not count:
        return None
    month, meaning = found
    start = month.end - timedelta(6) if count < 0 else month.start + timedelta(7 * count - 7)
    if start > month.end:
        return None
    end = min(start + timedelta(6), month.end)
    value = value_of(start + timedelta(3), "W")
    return Meaning("DATE", value, meaning.basis, days=Period(start, end, "week"))


def weekday_in_month(case: Case) -> Meaning | None:
    """the second Tuesday of November."""
    found, count = _month(case), _count(case)
    if not found or not count:
        return None
    month, meaning = found
    nth = "last" if count < 0 else f"{count}th"
    days = holidays(f"{month.start.month} {nth} {explicit.weekday_of(case)}", month.start.year)
    if not days or days[0].month != month.start.month:
        return None
    return Meaning("DATE", days[0].isoformat(), meaning.basis)


def week_number(case: Case) -> Meaning | None:
    """week 12 of 2023: a week of the ISO calendar."""
    number = case.value("num", "NUM")
    value = f"{case.value('year', 'YEAR')}-W{int(number):02}" if number.isdecimal() else ""
    return Meaning("DATE", value) if period(value) else None


def compound(case: Case) -> Meaning | None:
    """three hours and 20 minutes, five years and three months: the coarser unit first."""
    order = ("Y", "M", "W", "D", "H", "MN", "S")
    units = ("UNIT", "UNITS", "TUNIT", "TUNITS")
    found, unit, finer = counted(case), case.value("unit", *units), case.value("part", *units)
    more = case.value("more", "NUM")
    if not found or unit not in order or finer not in order or not more.isdecimal():
        return None
    if order.index(finer) <= order.index(unit) or found[0] != int(found[0]) or int(more) > 999:
        return None
    first, second = amount(f"{int(found[0])}", unit), amount(more, finer)
    value = first + (second[2:] if first.startswith("PT") else second[1:])
    return Meaning("DURATION", value, "stated", case.value("mod", "MOD") or None)
