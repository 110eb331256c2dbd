"""Dates that lean on another: on the report's own, or on the expression before them."""

from __future__ import annotations

import re
from datetime import date, timedelta

from onrecord.reading.dates.context import followed, led
from onrecord.reading.dates.counts import NAMES, UNITS, VAGUE, amount, counted
from onrecord.reading.dates.explicit import weekday_of
from onrecord.reading.dates.periods import PRECISION, YEARS, Period, moved, period, shifted
from onrecord.reading.dates.results import spoken_quarter, year_before
from onrecord.reading.dates.scene import Case, Meaning, dated

_ALONE = re.compile(r"\s*(?:$|[^\w\s])")
_LONG = ("M", "Q", "Y")
FINE = ("day", "time", "week", "month", "quarter", "half", "season", "year")


def _alone(case: Case) -> bool:
    """Whether the expression ends its phrase: "the day before." and not "the day before they"."""
    text, end = case.scene.text, case.end
    return bool(_ALONE.match(text, end)) or followed("alone", text, end)


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
    return dated(shifted(base, step, "D"))


def weekday_week(case: Case) -> Meaning | None:
    """ "Tuesday of next week", "Monday last week"."""
    published, number = case.scene.published, weekday_of(case)
    if not published:
        return Meaning("DATE", f"XXXX-WXX-{number}", "relative")
    if case.hit.rule.argument == "a":
        coming = case.word("side") != "ago"
        step = (number - published.isoweekday() - 1) % 7 + 8 if coming else 0
        step = step or -((published.isoweekday() - number - 1) % 7 + 1) - 7
        return dated(shifted(published, step, "D"))
    if case.hit.rule.argument == "next":  # "Friday week": the week after the coming Friday
        return dated(shifted(published, 7 + (number - published.isoweekday() - 1) % 7 + 1, "D"))
    move = int(case.value("which", "LAST", "THIS", "NEXT") or 0)
    return dated(shifted(published, move * 7 + number - published.isoweekday(), "D"))


def weekdays_ago(case: Case) -> Meaning | None:
    """two Fridays ago."""
    published, count = case.scene.published, case.value("num", "NUM") or "1"
    number = int(case.value("weekday", "WEEKDAYS"))
    if not published or not count.isdecimal() or int(count) > 60:
        return None
    back = (published.isoweekday() - number) % 7 or 7
    return dated(shifted(published, -back - 7 * (int(count) - 1), "D"))


def unit_ago(case: Case) -> Meaning | None:
    """month-earlier, week-ago: from the expression before, else from the report's day."""
    unit = case.value("unit", "UNIT")
    said = case.scene.before(case.start, FINE)
    base = said.days.start if said and said.days else case.scene.published
    return dated(shifted(base, -1, unit)) if base else None


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
    return dated(shifted(case.scene.published, move, unit))


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
        return dated(shifted(case.scene.published, 0, unit))
    fine = FINE if not (bare or move == 0) else (*NAMES.get(unit, ()), *FINE[:3])
    said = case.scene.before(case.start, fine)
    if bare:
        return bare_unit(case, unit)
    loose = not said or led("span-led", case.scene.text, case.start)
    if loose and case.word("shift") == "next" and unit != "D":
        return None  # "over the next decade": counted from the report's day
    if not said and move < 0 and unit in _LONG and case.scene.published:
        return dated(shifted(case.scene.published, move, unit))  # "from the prior year"
    if not said or not said.days:
        return Meaning("DATE", VAGUE[unit], "relative")
    base = said.days.start if move < 1 else said.days.end
    return dated(shifted(base, move, unit))


def bare_unit(case: Case, unit: str) -> Meaning | None:
    """ "the year", "the quarter": the one said last, else this one; "the day" only if said."""
    if unit == "Y" and followed("ended", case.scene.text, case.end):
        return Meaning("DURATION", "P1Y")
    published = case.scene.published
    said = case.scene.before(case.start, NAMES.get(unit, ()))
    base = spoken_quarter(case) if unit == "Q" else None
    base = base or (said.days.start if said and said.days else None)
    if base and published and base > published and not case.scene.ahead(case.start, case.end):
        base = None  # a year to come that was named on the way
    if base:
        return dated(shifted(base, 0, unit))
    if not published or unit == "D":
        return None
    if unit == "CE" or (unit == "DE" and not led("position", case.scene.text, case.start)):
        return None
    return dated(shifted(published, 0, unit))


def ago(case: Case) -> Meaning | None:
    """three years ago, two days from now."""
    found, mod = counted(case), case.value("mod", "MOD") or None
    sign = int(case.hit.rule.argument or -1)
    if case.hit.rule.name == "in-units" and not case.scene.ahead(case.start, case.end):
        return None
    unit = case.value("unit", *UNITS)
    if case.hit.rule.name.endswith("half-ago"):
        found = ((found[0] if found else 0) + 0.5, unit)
    if not found:
        return Meaning("DURATION", amount("X", unit), "relative", mod)
    if found[0] == 1 and unit == "Y" and sign < 0 and (quarter := spoken_quarter(case)):
        return year_before(case, quarter)
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
        return year_before(case, quarter)
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
    if count != int(count) and unit in YEARS:
        count, unit = count * YEARS[unit], "Y"  # half a century
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
