"""Dates of other calendars: they mean the day of the Gregorian date that the text gives with them.

"15 Shaban 1445 (25 February 2024)", "25 October (7 November) 1917". Without one beside it a date of
another calendar stays undated: months there begin by sight or by country.
"""

from __future__ import annotations

import re
from datetime import timedelta

from onrecord.reading.dates.periods import period
from onrecord.reading.dates.scene import Case, Meaning, Said, Scene

_BESIDE = re.compile(r"\s*(?:[,(/=[]|or|i\.e\.|,? that is,?)?\s*\(?\s*")
_FOREIGN = "XXXX-XX-XX"
_OLD_STYLE = (timedelta(10), timedelta(13))  # days between the Julian and the Gregorian calendar


def foreign(case: Case) -> Meaning | None:
    """15 Shaban 1445: a day, but of another calendar."""
    return Meaning("DATE", _FOREIGN, "stated")


def settle(scene: Scene) -> None:
    """Gives the dates of other calendars the day of their Gregorian neighbours."""
    said, text = scene.said, scene.text
    for i in range(len(said)):
        if said[i].meaning.value == _FOREIGN and said[i].meaning.basis == "stated":
            for one, other in ((i, i + 1), (i - 1, i)):
                near = one >= 0 and other < len(said)
                if near and _BESIDE.fullmatch(text[said[one].end : said[other].start]):
                    partner = said[other if one == i else one]
                    if partner.days and partner.days.precision == "day":
                        said[i] = _as(said[i], partner.meaning.value)
        elif i + 2 < len(said):
            _old_style(scene, i)


def _as(said: Said, value: str) -> Said:
    meaning = said.meaning._replace(value=value, basis="stated")
    return said._replace(meaning=meaning, days=meaning.period())


def _old_style(scene: Scene, i: int) -> None:
    """ "25 October (7 November) 1917": both days are of that year, and the same one."""
    old, new, year = scene.said[i : i + 3]
    between = scene.text[old.end : new.start], scene.text[new.end : year.start]
    if between[0].strip() != "(" or between[1].strip() not in (")", "),"):
        return
    if not re.fullmatch(r"\d{4}", year.meaning.value):
        return
    if any(len(item.meaning.value) != 10 or item.meaning.basis == "stated" for item in (old, new)):
        return
    values = [f"{year.meaning.value}{item.meaning.value[4:]}" for item in (old, new)]
    first, second = period(values[0]), period(values[1])
    if not first or not second:
        return
    same = _OLD_STYLE[0] <= second.start - first.start <= _OLD_STYLE[1]
    scene.said[i] = _as(old, values[1] if same else values[0])
    scene.said[i + 1] = _as(new, values[1])
