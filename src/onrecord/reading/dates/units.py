"""Durations and frequencies: how long, how often; and words that only point at a time."""

from __future__ import annotations

import re

from onrecord.reading.dates.context import led
from onrecord.reading.dates.counts import UNITS, amount, counted
from onrecord.reading.dates.periods import PRECISION, Period, moved
from onrecord.reading.dates.scene import Case, Meaning

_OLD = re.compile(r"[ -]*olds?\b")


def duration(case: Case) -> Meaning | None:
    """for three weeks, 10-year, at least 30 days, two to three weeks; ages are none."""
    text, argument = case.scene.text, case.hit.rule.argument
    if _OLD.match(text, case.end):
        return None
    unit, mod = case.value("unit", *UNITS), case.value("mod", "MOD") or None
    if argument == "few":
        return Meaning("DURATION", amount("X", unit), "relative")
    bare = case.word("num") in ("a", "an") and not mod and not argument
    if bare and case.start and not led("lasting", text, case.start):
        return None  # "three trains a day"
    if bare and case.value("unit", "UNITS", "TUNITS"):
        return None  # "a decades-long feud"
    count: float | None = 0.5
    if argument != "onlyhalf":
        found = counted(case)
        count = found[0] if found else None
    if count is None or case.value("few", "FEW") == "X":
        return Meaning("DURATION", amount("X", unit), "stated", mod)
    if argument == "range":
        count, mod = float(case.value("low", "NUM")), mod or "EQUAL_OR_MORE"
    elif argument == "half":
        count += 0.5
    elif argument == "about":
        mod = mod or "APPROX"
    if count > 20000 or (
        count > 100 and case.has("unit") and case.value("unit", "UNIT") and "-" not in case.text()
    ):
        return None
    days = _window(case, count, unit)
    return Meaning("DURATION", _amount(count, unit), "relative" if days else "stated", mod, days)


def _window(case: Case, count: float, unit: str) -> Period | None:
    """The days of "the last five years", "the next two weeks": up to or from the report's day."""
    published, move = case.scene.published, case.value("which", "LAST", "NEXT")
    if not published or not move or count != int(count) or unit in ("H", "MN", "S"):
        return None
    try:
        edge = moved(published, int(move) * int(count), unit)
    except (ValueError, OverflowError):
        return None
    return Period(min(edge, published), max(edge, published), PRECISION[unit])


def _amount(count: float, unit: str) -> str:
    if count != int(count) and unit in ("H", "Y"):
        small = {"H": "30M", "Y": "6M"}[unit] if count % 1 == 0.5 else ""
        if small:
            whole = f"{int(count)}{unit}" if int(count) else ""
            return f"P{'T' if unit == 'H' else ''}{whole}{small}"
    return amount(f"{count:g}", unit)


def long(case: Case) -> Meaning | None:
    """weeklong, decade-long, months-long."""
    if case.has("long"):
        return Meaning("DURATION", case.value("long", "LONG"))
    single = case.value("unit", "UNIT", "TUNIT")
    count = "1" if single else "X"
    return Meaning("DURATION", amount(count, single or case.value("unit", "UNITS", "TUNITS")))


def set_unit(case: Case) -> Meaning | None:
    """every year, every other week, twice a month, every few days."""
    count = case.hit.rule.argument or "1"
    if count == "alternate":
        count = "1" if "single" in case.text().lower() else "2"
    if case.hit.rule.name in ("every-few", "every-few-units"):
        count = case.value("num", "NUM") or case.value("few", "FEW")
    unit = case.value("unit", *UNITS)
    return Meaning("SET", amount(count, unit)) if "." not in count else None


def set_weekend(case: Case) -> Meaning | None:
    """every weekend, weekends."""
    return Meaning("SET", "XXXX-WXX-WE")


def set_weekday(case: Case) -> Meaning | None:
    """every Friday, Mondays, Tuesday nights."""
    number = case.value("weekday", "WEEKDAYS", "WEEKDAY")
    part = case.value("part", "PART", "PARTS")
    return Meaning("SET", f"XXXX-WXX-{number}" + (f"T{part}" if part else ""))


def set_named(case: Case) -> Meaning | None:
    """every June, every summer, every morning."""
    if case.has("month"):
        return Meaning("SET", f"XXXX-{int(case.value('month', 'MONTH', 'MABBR')):02}")
    if case.has("season"):
        return Meaning("SET", f"XXXX-{case.value('season', 'SEASON')}")
    return Meaning("SET", f"XXXX-XX-XXT{case.value('part', 'PART')}")


def freq(case: Case) -> Meaning | None:
    """daily, weekly, annually; a capital inside a sentence is a newspaper's name."""
    if case.text()[0].isupper() and case.start and case.scene.text[case.start - 2] not in ".\n\"'":
        return None
    return Meaning("SET", case.value("freq", "FREQ"))


def reference(case: Case) -> Meaning | None:
    """now, recently, the future: a point that nobody dates."""
    value = case.hit.rule.argument or case.value("now", "NOW", "FUTURE", "CURRENT", "RECENT")
    return Meaning("DATE", value, "relative")


def someday(case: Case) -> Meaning | None:
    """one day: some day to come, where the words speak of the future and of no length."""
    text = case.scene.text
    if led("lasting", text, case.start) or not case.scene.ahead(case.start, case.end):
        return None
    return (
        None if text[case.end : case.end + 1] == "-" else Meaning("DATE", "FUTURE_REF", "relative")
    )
