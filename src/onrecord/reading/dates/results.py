"""The quarter that a report speaks of, and what is measured against it.

News of results names its quarter once ("third-quarter profit") and then says "the quarter", "the
latest period", "a year earlier". For nine months or a whole year, "a year earlier" is a year.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from onrecord.reading.dates import explicit
from onrecord.reading.dates.counts import NAMES, VAGUE
from onrecord.reading.dates.periods import moved, period, shifted, value_of
from onrecord.reading.dates.scene import Case, Meaning, dated

_MIDDLE = timedelta(45)
_RESULTS = 300  # characters in which the period that results are told for still holds


def spoken_quarter(case: Case) -> date | None:
    """The start of the quarter that the report speaks of: the last of those that are over, from
    the first that it names on (quarters of earlier years are there to compare), else the first."""
    named, published = case.scene.quarters, case.scene.published
    over = [q for q in named if published and q >= named[0] and moved(q, 1, "Q") <= published]
    if over:
        return over[-1]
    return named[0] if named else None


def year_before(case: Case, quarter: date) -> Meaning | None:
    """The same quarter of the year before; the year, where results of longer than it are told."""
    back = quarter.replace(year=quarter.year - 1)
    return dated(value_of(back, "Y" if _long_results(case) else "Q"))


def _long_results(case: Case) -> bool:
    """Whether the last period said near by is longer than a quarter: "for the nine months"."""
    for said in reversed(case.scene.said):
        if case.start - said.end > _RESULTS or (said.days and said.days.precision == "quarter"):
            return False
        months = re.fullmatch(r"P(\d+)M", said.meaning.value)
        if said.meaning.value == "P1Y" or (months and int(months[1]) > 3):
            return True
    return False


def ended(case: Case) -> Meaning | None:
    """The quarter ended 29 September, the three months ended June 30: the calendar quarter that
    holds its middle, since the books of a company close within weeks of the calendar's quarters.
    Where a fiscal quarter was just named, it is that one."""
    named, last = case.scene.before(case.start, ("quarter",)), explicit.day(case)
    near = named and not case.hit.rule.argument and case.start - named.end < _RESULTS
    if named and near and "fiscal" in case.scene.text[named.start : named.end].lower():
        return named.meaning._replace(basis="relative")
    day = last.period() if last else None
    quarter = value_of(day.end - _MIDDLE, "Q") if day else None
    if quarter and case.hit.rule.argument:
        return Meaning("DURATION", case.hit.rule.argument, "relative", days=period(quarter))
    return dated(quarter)


def point(case: Case) -> Meaning | None:
    """the latest period, the 1988 quarter, the year-ago period: the quarter spoken of, moved."""
    back = -1 if case.hit.rule.argument == "ago" else 0
    found = spoken_quarter(case)
    year = case.value("year", "YEAR")
    if year and found and not _long_results(case):
        return Meaning("DATE", value_of(found.replace(year=int(year)), "Q"), "relative")
    if year:
        return Meaning("DATE", year)
    if found:
        return year_before(case, found) if back else dated(value_of(found, "Q"))
    if not back or not case.scene.published:
        return None
    return dated(shifted(case.scene.published, back, "Y"))


def latest(case: Case) -> Meaning | None:
    """the current quarter, the latest quarter: this one, or the one said last."""
    unit = case.value("unit", "UNIT")
    if not case.scene.published:
        return Meaning("DATE", VAGUE[unit], "relative")
    said = case.scene.before(case.start, NAMES.get(unit, ()))
    if unit == "Q" and "latest" in case.text().lower() and (quarter := spoken_quarter(case)):
        return dated(value_of(quarter, "Q"))
    if "current" in case.text().lower():
        return dated(shifted(case.scene.published, 0, unit))
    if said and said.days:
        return dated(shifted(said.days.start, 0, unit))
    return dated(shifted(case.scene.published, -1, unit))
