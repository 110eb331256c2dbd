"""Intervals that words around give: "since 2014" is open ahead, "from March to May" is one span.

Both ends of a range carry the whole interval; each keeps its own TIMEX3 value. "until" and
"by" leave the start open, "since" the end. Values never change here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

from onrecord.reading.dates.context import followed, joined, led
from onrecord.reading.dates.periods import Period, moved, period
from onrecord.reading.dates.scene import Said, Scene

_DASH = re.compile(r"\s*[-–—/]\s*|\s+(?:to|through|thru)\s+")
_ENDED = re.compile(r"\s+(?:ended|ending|to|through)\s+(?:on\s+)?")
_LENGTH = re.compile(r"P(\d{1,3})([YQMWD])")
_UNIT = {"year": (1, "Y"), "quarter": (1, "Q"), "week": (1, "W"), "month": (1, "M")}
_NEAR = re.compile(r"\s*[,(/]?\s*")


def bounded(scene: Scene) -> Iterator[tuple[Said, str | None, str | None, bool]]:
    """Each expression with the first and last day meant, and whether weekday and date clash."""
    said = scene.said
    for i in range(len(said) - 1):
        said[i] = _up_to(scene, said[i], said[i + 1])
    pairs = _ranges(scene)
    for i, this in enumerate(said):
        days = this.days
        clash = this.meaning.conflict or _clash(scene, i)
        if not days:
            yield this, None, None, clash
            continue
        start: str | None = days.start.isoformat()
        end: str | None = days.end.isoformat()
        if i in pairs:
            start, end = pairs[i]
        else:
            text = scene.text
            onward = followed("onward", text, this.end) or this.meaning.mod == "ON_OR_AFTER"
            if onward or led("since", text, this.start):
                end = None
            elif led("until", text, this.start):
                start = None
        yield this, start, end, clash


def _up_to(scene: Scene, this: Said, end: Said) -> Said:
    """ "the six months ended June 30", "the year to March": so long, up to that day."""
    between = scene.text[this.end : end.start]
    if not end.days or end.days.precision not in ("day", "month") or not _ENDED.fullmatch(between):
        return this
    length = _LENGTH.fullmatch(this.meaning.value)
    precision = this.days.precision if this.days and this.meaning.basis == "relative" else ""
    if length:
        count, unit = int(length[1]), length[2]
    elif precision in _UNIT and ("end" in between or precision == "year"):
        count, unit = _UNIT[precision]
    else:
        return this
    try:
        start = moved(end.days.end + timedelta(1), -count, unit)
    except (ValueError, OverflowError):
        return this
    precision = {"D": "day", "W": "week", "M": "month", "Q": "quarter", "Y": "year"}[unit]
    return this._replace(days=Period(start, end.days.end, precision))


def _ranges(scene: Scene) -> dict[int, tuple[str, str]]:
    """The whole interval of each expression that is one end of a range."""
    found: dict[int, tuple[str, str]] = {}
    said, text = scene.said, scene.text
    for i in range(len(said) - 1):
        first, second = said[i], said[i + 1]
        if not first.days or not second.days or second.start - first.end > 14:
            continue
        between = text[first.end : second.start]
        opened = led("from", text, first.start) and joined("to", between)
        if not (opened or _DASH.fullmatch(between)):
            continue
        days = _borrowed(first, second)
        if days.start > second.days.end and days.precision == "day":  # "Monday to Friday"
            days = days._replace(start=days.start - timedelta(7))
        if days.start <= second.days.end:
            whole = (days.start.isoformat(), second.days.end.isoformat())
            found[i], found[i + 1] = whole, whole
    return found


def _borrowed(first: Said, second: Said) -> Period:
    """ "March" of "March to May 2023" takes the year that its partner states."""
    assert first.days and second.days
    if first.meaning.basis == "relative" and second.meaning.basis == "stated":
        year = second.days.start.year
        days = period(f"{year:04}{first.meaning.value[4:]}")
        if days and days.start > second.days.end:
            days = period(f"{year - 1:04}{first.meaning.value[4:]}")
        return days or first.days
    return first.days


def _clash(scene: Scene, i: int) -> bool:
    """ "Tuesday (Dec. 31)": two expressions side by side for one day that differ in weekday."""
    for one, other in ((i, i + 1), (i - 1, i)):
        if one < 0 or other >= len(scene.said):
            continue
        pair = (scene.said[one], scene.said[other])
        if not _NEAR.fullmatch(scene.text[pair[0].end : pair[1].start]):
            continue
        kinds = [bool(re.match(r"[A-Za-z]+day\b", scene.text[s.start : s.end])) for s in pair]
        if kinds != [True, False] and kinds != [False, True]:
            continue
        dates = [s.days for s in pair]
        if (
            all(d and d.precision == "day" for d in dates)
            and "(" in scene.text[pair[0].end : pair[1].start]
        ):
            return bool(
                dates[0] and dates[1] and dates[0].start.isoweekday() != dates[1].start.isoweekday()
            )
    return False
