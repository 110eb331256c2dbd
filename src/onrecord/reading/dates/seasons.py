"""Longer dates: seasons, quarters and halves, decades, centuries, fiscal years, holidays."""

from __future__ import annotations

import re
from datetime import date, timedelta

from onrecord.reading.dates.explicit import which_year, year_value
from onrecord.reading.dates.feasts import holidays, length
from onrecord.reading.dates.periods import (
    SEASONS,
    Period,
    nearest,
    period,
    season_year,
    value_of,
)
from onrecord.reading.dates.scene import Basis, Case, Meaning


def season(case: Case) -> Meaning | None:
    """A season: of a year, last, this, next, or the one that the tense points to."""
    name, year, published = case.value("season", "SEASON"), year_value(case), case.scene.published
    if year is not None:
        return Meaning("DATE", f"{year:04}-{name}")
    if not published:
        return Meaning("DATE", f"XXXX-{name}", "relative")
    move = case.value("which", "LAST", "THIS", "NEXT")
    if move and case.text().lower().endswith("year"):
        return Meaning("DATE", f"{published.year + int(move):04}-{name}", "relative")
    year = season_year(published, name)
    mod = case.value("pos", "POS") or None
    running = period(f"{year:04}-{name}")
    inside = bool(running and running.start <= published <= running.end)
    text = case.text().lower()
    if move == "-1" and inside and "this" not in text:
        year -= 1
    elif move == "0" and not inside:
        year += published.month < SEASONS[name]
    elif move == "1" or (not move and not inside and case.scene.ahead(case.start, case.end)):
        year += 1
    return Meaning("DATE", f"{year:04}-{name}", "relative", mod)


def quarter(case: Case) -> Meaning | None:
    """A quarter or half by number: third-quarter, the second quarter of 2024, Q3 2024, H1."""
    short = case.value("short", "QUARTER")
    digit = re.sub(r"\D", "", short)
    number = int(digit or case.value("ord", "ORD") or 0)
    unit = "H" if short.startswith("H") else "Q"
    if not 1 <= number <= (2 if unit == "H" else 4):
        return None
    year = year_value(case)
    if year is not None:
        return Meaning("DATE", f"{year:04}-{unit}{number}")
    published, year = case.scene.published, which_year(case)
    if not published:
        return Meaning("DATE", f"XXXX-{unit}{number}", "relative")
    if year is None:
        now = (published.month - 1) // (6 if unit == "H" else 3) + 1
        ahead = (number > now and case.scene.ahead(case.start, case.end)) or number == now + 1
        year = published.year - (number > now and not ahead)
    year -= case.hit.rule.argument == "ago"
    return Meaning("DATE", f"{year:04}-{unit}{number}", "relative")


def half(case: Case) -> Meaning | None:
    """The first half of 2024, of this year."""
    number, published = int(case.value("ord", "ORD")), case.scene.published
    year = year_value(case) or which_year(case) or (published.year if published else None)
    if number > 2:
        return None
    if year is None:
        return Meaning("DATE", f"XXXX-H{number}", "relative")
    return Meaning("DATE", f"{year:04}-H{number}", "stated" if year_value(case) else "relative")


def century(case: Case) -> Meaning | None:
    """The 21st century is 20."""
    number = int(case.value("century", "ORD") or case.value("century", "NTH")[:-2] or 0)
    before = "BC" if case.has("era") else ""
    return Meaning("DATE", f"{before}{number - 1:02}") if 1 <= number <= 30 else None


def era(case: Case) -> Meaning | None:
    """44 BC, AD 79; a year before Christ has no ISO day."""
    number = case.value("num", "NUM")
    if not number.isdecimal() or not 0 < int(number) < 5000:
        return None
    return Meaning("DATE", f"{case.value('era', 'BC').strip()}{int(number):04}")


def decade(case: Case) -> Meaning | None:
    """1990s, '90s, the nineties."""
    text = case.value("decade", "DECADE").strip("'’s")
    if len(text) == 4:
        whole = text[2:] == "00" and text < "2000"  # "the 1800s" are a century
        return Meaning("DATE", text[: 2 if whole else 3])
    if re.match(r"\s*(?:F\b|degrees|°|percent)", case.scene.text[case.end : case.end + 12]):
        return None
    around = case.scene.published.year if case.scene.published else 2000
    year = max(
        (c + int(text) for c in (1700, 1800, 1900, 2000) if c + int(text) <= around), default=1900
    )
    return Meaning("DATE", f"{year // 10}")


def fiscal(case: Case) -> Meaning | None:
    """FY2024; this, last, next, the current fiscal year. Fiscal years count as calendar years."""
    if case.has("fy"):
        digits = case.value("fy", "FY")[2:]
        return Meaning("DATE", digits if len(digits) == 4 else f"20{digits}")
    if not case.scene.published:
        return Meaning("DATE", "XXXX", "relative")
    move = case.value("which", "LAST", "THIS", "NEXT") or (
        "-1" if case.word("which") == "latest" else "0"
    )
    return Meaning("DATE", f"{case.scene.published.year + int(move):04}", "relative")


def fiscal_years(case: Case) -> Meaning | None:
    """The 2023-24 financial year, FY 2023-24: within the two calendar years; which months, is a
    country's custom."""
    year, second = case.value("year", "YEAR"), case.value("yy", "YY")
    if not second:
        return Meaning("DATE", year)
    first, last = period(year), period(year[:2] + second)
    if not first or not last or int(year) + 1 != int(year[:2] + second):
        return None
    return Meaning("DATE", year, days=Period(first.start, last.end, "year"))


def feast(case: Case) -> Meaning | None:
    """A holiday: of the year given, last, next, or the one that the tense points to."""
    rule, published = case.value("holiday", "HOLIDAY"), case.scene.published
    year = year_value(case)
    if year is not None and case.word("holiday") == "new year":
        return Meaning("DATE", f"{year:04}")
    if year is not None:
        given = holidays(rule, year)
        return _feast(case, given[0] if len(given) == 1 else None, "stated")
    if not published:
        fixed = f"XXXX-{rule}" if re.fullmatch(r"\d\d-\d\d", rule) else "XXXX-XX-XX"
        return Meaning("DATE", fixed, "relative")
    days = [d for y in range(published.year - 1, published.year + 2) for d in holidays(rule, y)]
    move = case.value("which", "LAST", "THIS", "NEXT")
    ahead = move == "1" or (not move and case.scene.ahead(case.start, case.end))
    if move == "0":
        found = next((d for d in days if d.year == published.year), None)
    elif ahead:
        found = min((d for d in days if d >= published), default=None)
    else:
        found = max(
            (d for d in days if d < published or (d == published and not move)), default=None
        )
    if not move and days and abs(nearest(days, published) - published) < timedelta(15):
        found = nearest(days, published)
    if found and abs(found - published) > timedelta(400):
        found = None  # the table has no nearer one
    return _feast(case, found, "relative")


def _feast(case: Case, day: date | None, basis: Basis) -> Meaning:
    """The day, the days or the week; words that are no date where the day is not certain."""
    if not day:
        return Meaning("DATE", "XXXX-XX-XX", basis)
    if case.hit.rule.name == "holiday-unit":
        return Meaning("DATE", value_of(day, "W"), basis)
    lasts = length(case.value("holiday", "HOLIDAY"))
    days = Period(day, day + timedelta(lasts - 1), "day") if lasts > 1 else None
    return Meaning("DATE", day.isoformat(), basis, days=days)
