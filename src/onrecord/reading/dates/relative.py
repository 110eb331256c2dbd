"""Dates that lean on another: on the report's own, or on the expression before them."""

from __future__ import annotations

import re
from datetime import date, timedelta

from onrecord.reading.dates.context import followed, led
from onrecord.reading.dates.counts import UNITS, amount, counted
from onrecord.reading.dates.explicit import weekday_of
from onrecord.reading.dates.periods import PRECISION, Period, moved, period, shifted, value_of
from onrecord.reading.dates.scene import Case, Meaning

_ALONE = re.compile(r"\s*(?:$|[^\w\s])")
_RESULTS = 300  # characters in which the period that results are told for still holds
VAGUE = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX", "Q": "XXXX-QX", "Y": "XXXX"}
VAGUE |= {"DE": "XXX", "CE": "XX", "2W": "XXXX-WXX", "ME": "XXXX"}
FINE = ("day", "time", "week", "month", "quarter", "half", "season", "year")
NAMES = {"D": ("day", "time"), "W": ("week",), "M": ("month",), "Q": ("quarter",), "Y": ("year",)}


def _alone(case: Case) -> bool:
    """Whether the expression ends its phrase: "the day before." and not "the day before they"."""
    text, end = case.scene.text, case.end
    return bool(_ALONE.match(text, end)) or followed("alone", text, end)


def dated(value: str | None, unit: str) -> Meaning | None:
    """A relative date, or None where the calendar ends."""
    return Meaning("DATE", value, "relative") if value else None


def vague(case: Case) -> Meaning | None:
    """ "years ago": some while, not dated."""
    unit = case.value("unit", *UNITS)
    return Meaning("DURATION", amount("X", unit), "relative")


def weekday(case: Case) -> Meaning | None:
    """Friday, last Friday, next Friday, the previous Friday."""
    number, published = weekday_of(case), case.scene.published
    move = case.value("which", "LAST", "THIS", "NEXT")
    base = published
    if case.has("shift"):
        said = case.scene.before(case.start, ("day", "time"))
        base = said.days.start if said and said.days else published
        move = case.value("shift", "SHIFT")
    if not base:
        return Meaning("DATE", f"XXXX-WXX-{number}", "relative")
    back = (base.isoweekday() - number) % 7
    if move == "-1":
        step = -(back or 7)
    elif move == "1":
        step = 7 - back
    elif move == "0":
        step = number - base.isoweekday()
    elif case.scene.ahead(case.start, case.end):
        step = (number - base.isoweekday()) % 7
    else:
        step = -back
    return dated(shifted(base, step, "D"), "D")


def weekday_week(case: Case) -> Meaning | None:
    """ "Tuesday of next week", "Monday last week"."""
    published, number = case.scene.published, weekday_of(case)
    if not published:
        return Meaning("DATE", f"XXXX-WXX-{number}", "relative")
    if case.hit.rule.argument == "next":  # "Friday week": the week after the coming Friday
        return dated(
            shifted(published, 7 + (number - published.isoweekday() - 1) % 7 + 1, "D"), "D"
        )
    move = int(case.value("which", "LAST", "THIS", "NEXT") or 0)
    return dated(shifted(published, move * 7 + number - published.isoweekday(), "D"), "D")


def deictic(case: Case) -> Meaning | None:
    """today, yesterday, tomorrow, the day before yesterday."""
    step = int(case.hit.rule.argument or case.value("deictic", "DEICTIC"))
    mod = case.value("pos", "POS") or None
    if not case.scene.published:
        return Meaning("DATE", VAGUE["D"], "relative", mod)
    value = shifted(case.scene.published, step, "D")
    return Meaning("DATE", value, "relative", mod) if value else None


def which(case: Case) -> Meaning | None:
    """last week, this month, next year, the past decade."""
    unit = case.value("unit", "UNIT")
    word = case.word("which")
    if case.hit.rule.argument == "about":
        value = (
            shifted(case.scene.published, int(case.value("which", "LAST", "THIS", "NEXT")), unit)
            if case.scene.published
            else VAGUE[unit]
        )
        return Meaning("DATE", value, "relative", "APPROX") if value else None
    move = int(case.hit.rule.argument or case.value("which", "LAST", "THIS", "NEXT"))
    if unit == "D" and word != "last":
        return None if move < 0 else next_day(case)
    if word in ("past", "coming") or (word == "last" and case.text().lower().startswith("the ")):
        if unit == "D":
            return None
        published = case.scene.published
        try:
            edge = moved(published, move, unit) if published else None
        except (ValueError, OverflowError):
            edge = None
        days = (
            Period(min(edge, published), max(edge, published), PRECISION[unit])
            if edge and published
            else None
        )
        return Meaning("DURATION", amount("1", unit), "relative", days=days)
    if unit == "D":
        return None
    if not case.scene.published:
        return Meaning("DATE", VAGUE[unit], "relative")
    return dated(shifted(case.scene.published, move, unit), unit)


def next_day(case: Case) -> Meaning | None:
    """the next day, this day, the following week, the same month, the previous year."""
    return shift(case)


def shift(case: Case) -> Meaning | None:
    """A unit counted from the expression before; undated where there is none."""
    unit, argument = case.value("unit", "UNIT"), case.hit.rule.argument
    move = int(case.value("shift", "SHIFT") or case.value("which", "LAST", "THIS", "NEXT") or 0)
    if case.hit.rule.name == "unit-before":
        move = 1 if case.word("shift") == "after" else -1
        if not _alone(case):
            return None
    text = case.text().lower()
    bare = text.startswith("the ") and not case.has("shift") and not argument
    if text.startswith("this ") and case.scene.published and not case.has("shift"):
        return dated(shifted(case.scene.published, 0, unit), unit)
    fine = FINE if not (bare or move == 0) else (*NAMES.get(unit, ()), *FINE[:3])
    said = case.scene.before(case.start, fine)
    if bare:
        return bare_unit(case, unit)
    loose = not said or led("span-led", case.scene.text, case.start)
    if loose and case.word("shift") == "next" and unit != "D":
        return None  # "over the next decade": counted from the report's day
    if not said or not said.days:
        return Meaning("DATE", VAGUE[unit], "relative")
    base = said.days.start if move < 1 else said.days.end
    return dated(shifted(base, move, unit), unit)


def bare_unit(case: Case, unit: str) -> Meaning | None:
    """ "the year", "the quarter": the one said last, else this one; "the day" only if said."""
    if unit == "Y" and followed("ended", case.scene.text, case.end):
        return Meaning("DURATION", "P1Y")
    said = case.scene.before(case.start, NAMES.get(unit, ()))
    quarter = spoken_quarter(case) if unit == "Q" else None
    if quarter or (said and said.days):
        return dated(shifted(quarter or said.days.start, 0, unit), unit)  # type: ignore[union-attr]
    if unit in ("DE", "CE") or not case.scene.published:
        return None
    return dated(shifted(case.scene.published, 0, unit), unit) if unit != "D" else None


def latest(case: Case) -> Meaning | None:
    """the current quarter, the latest quarter: this one, or the one said last."""
    unit = case.value("unit", "UNIT")
    if not case.scene.published:
        return Meaning("DATE", VAGUE[unit], "relative")
    said = case.scene.before(case.start, NAMES.get(unit, ()))
    if unit == "Q" and "latest" in case.text().lower() and (quarter := spoken_quarter(case)):
        return dated(value_of(quarter, "Q"), "Q")
    if "current" in case.text().lower():
        return dated(shifted(case.scene.published, 0, unit), unit)
    if said and said.days:
        return dated(shifted(said.days.start, 0, unit), unit)
    return dated(shifted(case.scene.published, -1, unit), unit)


def spoken_quarter(case: Case) -> date | None:
    """The start of the quarter that the report speaks of: the last of those that are over, from
    the first that it names on (quarters of earlier years are there to compare), else the first."""
    named, published = case.scene.quarters, case.scene.published
    over = [q for q in named if published and q >= named[0] and moved(q, 1, "Q") <= published]
    if over:
        return over[-1]
    return named[0] if named else None


def _year_before(case: Case, quarter: date) -> Meaning | None:
    """The same quarter of the year before; the year, where results of longer than it are told."""
    back = quarter.replace(year=quarter.year - 1)
    return dated(value_of(back, "Y" if _long_results(case) else "Q"), "Q")


def _long_results(case: Case) -> bool:
    """Whether the last period said near by is longer than a quarter: "for the nine months"."""
    for said in reversed(case.scene.said):
        if case.start - said.end > _RESULTS or (said.days and said.days.precision == "quarter"):
            return False
        months = re.fullmatch(r"P(\d+)M", said.meaning.value)
        if said.meaning.value == "P1Y" or (months and int(months[1]) > 3):
            return True
    return False


def point(case: Case) -> Meaning | None:
    """the latest period, the 1988 quarter, the year-ago period: the quarter spoken of, moved."""
    back = -1 if case.hit.rule.argument == "ago" else 0
    found = spoken_quarter(case)
    year = case.value("year", "YEAR")
    if year and found:
        return Meaning("DATE", value_of(found.replace(year=int(year)), "Q"), "relative")
    if year:
        return Meaning("DATE", year)
    if found:
        return _year_before(case, found) if back else dated(value_of(found, "Q"), "Q")
    if not back or not case.scene.published:
        return None
    return dated(shifted(case.scene.published, back, "Y"), "Y")


def ago(case: Case) -> Meaning | None:
    """three years ago, two days from now."""
    found, mod = counted(case), case.value("mod", "MOD") or None
    sign = int(case.hit.rule.argument or -1)
    if case.hit.rule.name == "in-units" and not case.scene.ahead(case.start, case.end):
        return None
    unit = case.value("unit", *UNITS)
    if not found:
        return Meaning("DURATION", amount("X", unit), "relative", mod)
    if found[0] == 1 and unit == "Y" and sign < 0 and (quarter := spoken_quarter(case)):
        return _year_before(case, quarter)
    if not case.scene.published:
        return Meaning("DATE", VAGUE.get(unit, "XXXX-XX-XX"), "relative", mod)
    return _moved(case.scene.published, sign * found[0], unit, mod)


def later(case: Case) -> Meaning | None:
    """two days later, a week earlier: from the expression before."""
    found, mod = counted(case), case.value("mod", "MOD") or None
    sign = int(case.hit.rule.argument)
    unit = case.value("unit", *UNITS)
    if not found:
        return Meaning("DURATION", amount("X", unit), "relative", mod)
    if found[0] == 1 and unit == "Y" and sign < 0 and (quarter := spoken_quarter(case)):
        return _year_before(case, quarter)
    if case.text().lower().endswith("before") and not _alone(case):
        return None
    said = case.scene.before(case.start, FINE)
    base = (said.days.start if sign < 0 else said.days.end) if said and said.days else None
    if base is None and sign < 0 and unit == "Y":
        base = case.scene.published
    if base is None:
        return Meaning("DATE", VAGUE.get(unit, "XXXX-XX-XX"), "relative", mod)
    return _moved(base, sign * found[0], unit, mod)


def _moved(base: date, count: float, unit: str, mod: str | None) -> Meaning | None:
    if unit in ("H", "MN", "S"):
        hours = count / {"H": 1, "MN": 60, "S": 3600}[unit]
        days = timedelta(hours=hours).days + (count < 0) if abs(hours) >= 24 else 0
        value = shifted(base, days, "D")
    elif count != int(count):
        value = shifted(base, int(count * 12), "M") if unit == "Y" else None
    else:
        value = shifted(base, int(count), unit)
    return Meaning("DATE", value, "relative", mod) if value and period(value) else None


def year_end(case: Case) -> Meaning | None:
    """year-end: the last day of the year, past or to come."""
    published = case.scene.published
    if not published:
        return Meaning("DATE", "XXXX-12-31", "relative")
    past = case.scene.tense(case.start, case.end) == "past" and published.month < 7
    past = past or led("since", case.scene.text, case.start)
    return Meaning("DATE", f"{published.year - past:04}-12-31", "relative")


def weekend(case: Case) -> Meaning | None:
    """the weekend, last weekend, next weekend."""
    published = case.scene.published
    if not published:
        return Meaning("DATE", "XXXX-WXX-WE", "relative")
    move = case.value("which", "LAST", "THIS", "NEXT") or case.value("shift", "SHIFT")
    inside = published.isoweekday() >= 6
    ahead = inside or case.scene.ahead(case.start, case.end)
    step = int(move) if move else 0 if ahead else -1
    value = shifted(published, step, "W")
    return Meaning("DATE", f"{value}-WE", "relative") if value else None
