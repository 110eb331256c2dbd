"""Dates that name themselves: days, months, years."""

from __future__ import annotations

import re
from datetime import timedelta

from onrecord.reading.dates.context import followed, led
from onrecord.reading.dates.periods import nearest, period, shifted, value_of
from onrecord.reading.dates.scene import NOTHING, Basis, Case, Meaning

SOON = 3  # months

_FREE = re.compile(r"\s*(?:$|[^\w\s])")
_PRICE = re.compile(r"[$£€#]\s?$")
_NOT_YEAR = re.compile(  # part of a number, a code, an address
    r"[.,:]\d|-?[A-Z]{2}\b|[-/](?!\d{4}\b|\d\d\b)\d|/[a-z]|/\d+/"
)
_TAIL = re.compile(r"[\d/][.,:/-]$|\w[-/=_]$")
_PREFIX = re.compile(r"(?:mid|pre|post)-$", re.IGNORECASE)
_COUNTED = re.compile(r"[ -]?(?:%|[a-z]+(?<![uiays])(?<!wa)(?<!ha)s\b)")  # a plural noun: an amount


def year_value(case: Case) -> int | None:
    """The year that the expression itself names: 1996, '96."""
    if case.has("year"):
        return int(case.value("year", "YEAR"))
    if case.has("apos"):
        short = int(case.value("apos", "APOSYEAR")[1:])
        around = case.scene.published.year if case.scene.published else 2000
        return min(
            (c + short for c in (1700, 1800, 1900, 2000, 2100)), key=lambda y: abs(y - around)
        )
    return None


def which_year(case: Case) -> int | None:
    """The year of "last year", "this year", "next year" beside a month or a quarter."""
    move = case.value("which", "LAST", "THIS", "NEXT")
    if not move or not case.scene.published:
        return None
    return case.scene.published.year + int(move)


def weekday_of(case: Case) -> int:
    """The weekday that stands with a date, 1 to 7; 0 where none does."""
    return int(case.value("weekday", "WEEKDAY", "WDABBR") or 0)


def iso(case: Case) -> Meaning | None:
    """2024-12-31, 2024-12-31T10:30."""
    text = case.value("iso", "ISO")
    day, clock = text[:10], text[11:]
    if not period(day):
        return None
    value = f"{day}T{clock}" if clock else day
    return Meaning("TIME" if clock else "DATE", value)


def iso_week(case: Case) -> Meaning | None:
    """2024-W52, 2024-W52-2."""
    text = case.value("iso", "ISOWEEK")
    days = period(text[:8])
    if not days:
        return None
    if len(text) == 8:
        return Meaning("DATE", text)
    return Meaning("DATE", (days.start + timedelta(int(text[9]) - 1)).isoformat())


def slash(case: Case) -> Meaning | None:
    """12/31/2024 in the order of the United States unless only the other is a date."""
    parts = re.split(r"[/.-]", case.value("slash", "SLASH"))
    first, second, year = (int(part) for part in parts)
    if first > 99:  # 2024/12/31
        value = f"{first:04}-{second:02}-{year:02}"
        return Meaning("DATE", value) if period(value) else None
    if year < 100:
        around = case.scene.published.year if case.scene.published else 2000
        year = min((c + year for c in (1800, 1900, 2000, 2100)), key=lambda y: abs(y - around))
    orders = [(first, second), (second, first)]
    if "." in case.value("slash", "SLASH"):
        orders.reverse()
    for month, day in orders:
        value = f"{year:04}-{month:02}-{day:02}"
        if period(value):
            return Meaning("DATE", value)
    return None


def day(case: Case) -> Meaning | None:
    """A day of a month, with or without its year and weekday."""
    month = int(case.value("month", "MONTH", "MABBR"))
    number = int(case.value("day", "DAY", "ORD") or case.value("day", "NTH")[:-2])
    year, basis = year_value(case), "stated"
    if year is None:
        whole = case.text().lower().endswith("year")
        year = which_year(case) if whole else _year_for(case, month, number)
        basis = "relative"
    if year is None:
        if not period(f"2024-{month:02}-{number:02}"):
            return NOTHING
        return Meaning("DATE", f"XXXX-{month:02}-{number:02}", "relative")
    return _day(case, year, month, number, "stated" if basis == "stated" else "relative")


def _day(case: Case, year: int, month: int, number: int, basis: Basis) -> Meaning | None:
    value = f"{year:04}-{month:02}-{number:02}"
    found = period(value)
    if not found:
        return NOTHING
    weekday = weekday_of(case)
    clash = bool(weekday) and found.start.isoweekday() != weekday
    return Meaning("DATE", value, basis, conflict=clash)


def _year_for(case: Case, month: int, number: int) -> int | None:
    """The year of a day without one: by the weekday, the tense, else the nearest."""
    published = case.scene.published
    if not published:
        return None
    reach = 8 if (month, number) == (2, 29) else 1
    days = [
        found.start
        for year in range(published.year - reach, published.year + reach + 1)
        if (found := period(f"{year:04}-{month:02}-{number:02}"))
    ]
    if not days:
        return None
    weekday = weekday_of(case)
    right = [day for day in days if day.isoweekday() == weekday]
    close = nearest(days, published)
    move = case.value("which", "LAST", "THIS", "NEXT")
    if move in ("-1", "1"):
        fitting = [day for day in days if (day > published if move == "1" else day < published)]
        return nearest(fitting or days, published).year
    if right and abs(nearest(right, published) - published) < timedelta(330):
        return nearest(right, published).year
    if abs(close - published) < timedelta(90):
        return close.year
    ahead = case.scene.ahead(case.start, case.end)
    fitting = [day for day in days if (day >= published if ahead else day <= published)]
    return nearest(fitting or days, published).year


def next_day(case: Case) -> Meaning | None:
    """The second day of "June 4 and 5"."""
    said = case.scene.said[-1] if case.scene.said else None
    if not said or not said.days or said.days.precision != "day" or case.start - said.end > 6:
        return None
    if (
        not said.days.start.day < int(case.value("day", "DAY"))
        or "-" in case.scene.text[said.start : said.end]
    ):
        return None
    if re.match(r"\s+[a-z]+s\b(?<!was)(?<!is)", case.scene.text[case.end : case.end + 30]):
        return None
    if case.has("year") and case.value("year", "YEAR") != said.meaning.value[:4]:
        return None
    value = f"{said.meaning.value[:8]}{int(case.value('day', 'DAY')):02}"
    return Meaning("DATE", value, said.meaning.basis) if period(value) else None


def _free(case: Case) -> bool:
    """Whether no noun follows: "on the 31st" and not "on the 31st floor"."""
    text, end = case.scene.text, case.end
    return bool(_FREE.match(text, end)) or followed("day-stands", text, end)


def nth(case: Case) -> Meaning | None:
    """ "on the 31st": of the month said before, or the nearest month that fits."""
    number = int(case.value("nth", "NTH")[:-2])
    if not 1 <= number <= 31 or not _free(case):
        return None
    said = case.scene.before(case.start, ("day", "month", "time"))
    base = said.days.start if said and said.days else case.scene.published
    if not base:
        return Meaning("DATE", f"XXXX-XX-{number:02}", "relative")
    value = f"{value_of(base, 'M')}-{number:02}"
    found = period(value)
    if not said and found and found.start > base and not case.scene.ahead(case.start, case.end):
        value = f"{shifted(base.replace(day=1), -1, 'M')}-{number:02}"
        found = period(value)
    return Meaning("DATE", value, "relative") if found else None


def month(case: Case) -> Meaning | None:
    """A month, with its year or by the tense."""
    number = int(case.value("month", "MONTH", "MABBR"))
    year = year_value(case)
    if year is not None:
        year -= number > int(case.value("last", "MONTH", "MABBR") or 12)  # November to January 2023
        return Meaning("DATE", f"{year:04}-{number:02}")
    if not case.has("which") and _verb(case):
        return None
    published = case.scene.published
    if not published:
        return Meaning("DATE", f"XXXX-{number:02}", "relative")
    if case.has("which") and case.text().lower().endswith("year"):
        return Meaning("DATE", f"{which_year(case):04}-{number:02}", "relative")
    move = case.value("which", "LAST", "THIS", "NEXT")
    if move == "-1":
        year = published.year - (number >= published.month)
    elif move == "0":
        year = published.year
    elif move == "1":
        year = published.year + (number <= published.month)
    elif _month_ahead(case, (number - published.month) % 12):
        year = published.year + (number < published.month)
    else:
        year = published.year - (number > published.month)
    return Meaning("DATE", f"{year:04}-{number:02}", "relative")


def _month_ahead(case: Case, steps: int) -> bool:
    """Whether a bare month lies ahead: by the tense, else where it is among the next three."""
    tense = case.scene.tense(case.start, case.end)
    if tense == "future" or not 0 < steps <= SOON:
        return tense == "future"
    return tense is None or led("month-ahead", case.scene.text, case.start)


def _verb(case: Case) -> bool:
    """A name of a month that opens a sentence before a plain word: "May I", "March on"."""
    if case.word("month") not in ("may", "march"):
        return False
    before = case.scene.text[max(0, case.start - 2) : case.start].strip()
    after = case.scene.text[case.end : case.end + 2]
    return before in ("", ".", '"', "“") and bool(re.match(r"\s[A-Za-z]", after))


def year(case: Case) -> Meaning | None:
    """A bare year, where the words around make it one."""
    value = case.value("year", "YEAR")
    if case.hit.rule.argument != "sure" and case.has("year") and not _is_year(case):
        return None
    if not value:
        number = year_value(case)
        value = f"{number:04}" if number else ""
    mod = "ON_OR_AFTER" if case.hit.rule.argument == "beyond" else None
    return Meaning("DATE", value, mod=mod) if value else None


def _is_year(case: Case) -> bool:
    """Whether the words around four digits leave them a year and no amount."""
    text, start, end = case.scene.text, case.start, case.end
    before, after = text[max(0, start - 8) : start], text[end : end + 24]
    if _PRICE.search(before) or led("year-not", text, start) or _NOT_YEAR.match(after):
        return False
    if followed("year-measured", text, end):
        return False
    said = case.scene.said[-1] if case.scene.said else None
    ranged = said and said.days and said.days.precision == "year"
    if ranged and said and re.fullmatch(r"\s?[-–/]\s?", text[said.end : start]):
        return True
    if _TAIL.search(before) and not _PREFIX.search(before):
        return False
    if led("year-sure", text, start) or followed("onward", text, end):
        return True
    if _COUNTED.match(after) and not led("year-owned", text, start):
        return False
    if 1800 <= int(case.value("year", "YEAR")) <= 2100:
        return True
    return led("year-led", text, start) or before.rstrip().endswith("(")


def short_year(case: Case) -> Meaning | None:
    """The second year of 2014-16."""
    said = case.scene.said[-1] if case.scene.said else None
    if not said or not said.days or said.days.precision != "year" or case.start - said.end > 3:
        return None
    value = said.meaning.value[:2] + case.value("yy", "YY")
    return Meaning("DATE", value) if value > said.meaning.value else None
