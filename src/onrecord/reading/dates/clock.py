"""Times of day: clock times, parts of the day; on the day that the words around give."""

from __future__ import annotations

import re
from datetime import date

from onrecord.reading.dates.periods import shifted
from onrecord.reading.dates.scene import Case, Meaning

_CLOCK = re.compile(
    r"(\d{1,2})(?:[:.](\d\d))?(?:[:.](\d\d))?\s?(?:([ap])\.?\s?m\.?)?", re.IGNORECASE
)


def clock_value(case: Case) -> str | None:
    """T22:00 for what a clock token says; None where no clock shows it."""
    if case.has("point"):
        return f"T{case.value('point', 'POINT')}{_zone(case)}"
    hour, minute, second, half = 0, 0, 0, ""
    if case.has("clock"):
        found = _CLOCK.fullmatch(case.value("clock", "CLOCK"))
        if not found:
            return None
        hour, minute, second = int(found[1]), int(found[2] or 0), int(found[3] or 0)
        half = (found[4] or "").lower()
    elif case.has("mil"):
        hour, minute = divmod(int(case.value("mil", "MIL")), 100)
    else:
        hour = int(case.value("hour", "HOUR", "NUM"))
        half = "a" if case.has("part") else ""
        if case.value("part", "PART") in ("AF", "EV", "NI"):
            half = "p"
        other = _CLOCK.fullmatch(case.value("other", "CLOCK"))
        if case.has("other") and not (other and other[4]):
            return None  # "from 8 to 10:30" may be a score
        half = other[4].lower() if other and other[4] else half
    if (half and hour > 12) or hour > 24 or minute > 59 or second > 59:
        return None
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    seconds = f":{second:02}" if second else ""
    return f"T{hour:02}:{minute:02}{seconds}{_zone(case)}"


def _zone(case: Case) -> str:
    """Z, an offset, or nothing for a zone without a single one ("local time", "ET")."""
    named = case.value("zone", "ZONE")
    return "Z" if named in ("GMT", "UTC") else named if named[:1] in ("+", "-") else ""


def clock_past(case: Case) -> Meaning | None:
    """half past nine, a quarter to three: the morning's or the afternoon's, as the words stand."""
    hour = int(case.value("hour", "HOUR", "NUM"))
    if not 1 <= hour <= 12:
        return None
    minute = 15 if case.has("fraction") else 30
    if case.word("side") == "to":
        if minute == 30:
            return None
        hour, minute = (hour - 2) % 12 + 1, 45
    base = day_spoken(case)
    day = base.isoformat() if base else "XXXX-XX-XX"
    return Meaning("TIME", f"{day}T{hour:02}:{minute:02}", "relative")


def day_spoken(case: Case) -> date | None:
    """The day that a time without one belongs to: the last one said, else the report's."""
    said = case.scene.before(case.start, ("day", "time"))
    return said.days.start if said and said.days else case.scene.published


def clock(case: Case) -> Meaning | None:
    """10 p.m., 10:30, noon, 0640 GMT, five o'clock."""
    value = clock_value(case)
    if not value or re.match(r"\s?[-.]?\d", case.scene.text[case.end : case.end + 3]):
        return None
    base = day_spoken(case)
    return Meaning("TIME", f"{base.isoformat() if base else 'XXXX-XX-XX'}{value}", "relative")


def tonight(case: Case) -> Meaning | None:
    """tonight, overnight: the night of the report's day."""
    return _part(case.scene.published, "NI")


def overnight(case: Case) -> Meaning | None:
    """overnight: the night before the report's day."""
    published = case.scene.published
    value = shifted(published, -1, "D") if published else "XXXX-XX-XX"
    return Meaning("TIME", f"{value}TNI", "relative") if value else None


def part(case: Case) -> Meaning | None:
    """this morning, last night, the next morning, in the evening."""
    name, published = case.value("part", "PART", "LIGHT"), case.scene.published
    if case.value("which", "LAST") and published:
        value = shifted(published, -1, "D")
        return Meaning("TIME", f"{value}T{name}", "relative") if value else None
    if case.has("shift"):
        said = case.scene.before(case.start, ("day", "time"))
        move = int(case.value("shift", "SHIFT"))
        value = shifted(said.days.start, move, "D") if said and said.days else "XXXX-XX-XX"
        return Meaning("TIME", f"{value}T{name}", "relative") if value else None
    if case.has("deictic"):
        value = (
            shifted(published, int(case.value("deictic", "DEICTIC")), "D") if published else None
        )
        return Meaning(
            "TIME", f"{value or 'XXXX-XX-XX'}T{name}", "relative", case.value("pos", "POS") or None
        )
    if re.match(r"\s+of\b", case.scene.text[case.end : case.end + 5]):
        return None
    return _part(published if case.has("which") else day_spoken(case), name)


def _part(day: date | None, name: str) -> Meaning:
    return Meaning("TIME", f"{day.isoformat() if day else 'XXXX-XX-XX'}T{name}", "relative")
