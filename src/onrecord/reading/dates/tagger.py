"""Tagging: run by run the longest rule that makes sense, then what the words around add.

Around a dated core stand a position ("early", "the end of"), a part of the day ("Friday
night") and a clock time ("7 p.m. Monday"); they join it. Signals before it ("since",
"from ... to") change the interval only (see bounds.py).
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Literal

import msgspec

from onrecord.reading.dates.bounds import bounded
from onrecord.reading.dates.calendars import settle
from onrecord.reading.dates.grammar import Grammar, Hit, grammar, hits, spell
from onrecord.reading.dates.lexer import runs
from onrecord.reading.dates.numerals import Token
from onrecord.reading.dates.periods import Period, period, value_of
from onrecord.reading.dates.scene import Case, Meaning, Said, Scene
from onrecord.reading.dates.senses import SENSES
from onrecord.reading.dates.tense import Tense


class TimeExpression(msgspec.Struct, frozen=True, kw_only=True):
    """A time expression: ``text == report.text[span[0]:span[1]]``.

    type, value and mod are those of TIMEX3 (ISO-TimeML); start and end are the days meant,
    ISO 8601, end inclusive, None open or unknown; precision is day, week, month, quarter,
    season, half, year, decade, century or time, None where nothing is dated; basis is
    ``stated`` where the words hold the date, ``relative`` where it was worked out.
    conflict: a weekday and a date given together contradict each other.
    """

    text: str
    span: tuple[int, int]
    type: Literal["DATE", "TIME", "DURATION", "SET"]
    value: str
    start: str | None
    end: str | None
    precision: str | None
    basis: Literal["stated", "relative"]
    mod: str | None
    conflict: bool = False


def find(
    text: str,
    published: date | None = None,
    *,
    tense: Callable[[int], Tense | None] | None = None,
) -> list[TimeExpression]:
    """The time expressions of a text, in order, none inside another.

    published is the report's own day; without it nothing relative is dated. tense tells
    the tense of the clause at an offset, where a caller knows it; else words near by do.
    """
    scene = Scene(text, published, tense, [], [])
    built = grammar()
    for run in runs(text, built.vocabulary):
        _read(run, scene, built)
    settle(scene)
    return [
        TimeExpression(
            text=text[said.start : said.end],
            span=(said.start, said.end),
            type=said.meaning.type,
            value=said.meaning.value,
            start=start,
            end=end,
            precision=said.days.precision if said.days else None,
            basis=said.meaning.basis,
            mod=said.meaning.mod,
            conflict=conflict,
        )
        for said, start, end, conflict in bounded(scene)
    ]


def _read(run: list[Token], scene: Scene, built: Grammar) -> None:
    string = spell(run, built)
    at = 0
    while at < len(run):
        found = _position(run, string, at, scene, built) or _best(run, string, at, scene, built)
        if not found:
            at += 1
            continue
        first, last, meaning = _joined(run, *found)
        if meaning.value:
            _say(scene, run[first].start, run[last - 1].end, meaning)
        at = last


def _best(
    run: list[Token], string: str, at: int, scene: Scene, built: Grammar
) -> tuple[int, int, Meaning] | None:
    for hit in hits(run, string, at, built):
        meaning = _meaning(hit, run, scene)
        if not meaning:
            continue
        longer = _best(run, string, hit.first, scene, built) if hit.first > at else None
        if longer and longer[1] > hit.last:
            return longer
        return hit.first, hit.last, meaning
    return None


def _meaning(hit: Hit, run: list[Token], scene: Scene) -> Meaning | None:
    case = Case(hit, scene, run[hit.first].start, run[hit.last - 1].end)
    return SENSES[hit.rule.sense](case)


def _position(
    run: list[Token], string: str, at: int, scene: Scene, built: Grammar
) -> tuple[int, int, Meaning] | None:
    """ "early 1990", "the end of the year", "about 1990": a position or measure before a date."""
    core = at + ("=the" in run[at].kinds and at + 1 < len(run))
    mod = run[core].kinds.get("POS") or ""
    if not mod and core == at and run[at].kinds.get("MOD") == "APPROX":
        mod = "APPROX"
    core += 1
    if not mod or core >= len(run):
        return None
    core += "=-" in run[core].kinds
    if core >= len(run):
        return None
    inner = _best(run, string, core, scene, built)
    if not inner or inner[0] != core or inner[2].type not in ("DATE", "TIME") or inner[2].mod:
        return None
    weekday = "WEEKDAY" in run[inner[0]].kinds
    if (weekday and run[at].kinds.get("=earlier")) or (weekday and run[at].kinds.get("=later")):
        return None
    if inner[2].value.endswith("_REF") or (mod == "APPROX" and len(inner[2].value) > 9):
        return None
    return at, inner[1], _narrowed(inner[2], mod)


def _narrowed(meaning: Meaning, mod: str) -> Meaning:
    """START keeps the first half of the days, END the second, MID the middle half."""
    days = meaning.period()
    if days and mod in ("START", "END", "MID") and days.start < days.end:
        total = (days.end - days.start).days + 1
        first, last = {"START": (0, total // 2), "END": (total // 2, 0), "MID": (total // 4,) * 2}[
            mod
        ]
        start, end = days.start + timedelta(first), days.end - timedelta(last)
        days = Period(start, end, days.precision)
    return meaning._replace(mod=mod, days=days)


def _joined(run: list[Token], first: int, last: int, meaning: Meaning) -> tuple[int, int, Meaning]:
    """A day with its part ("Friday night"), which makes it a time."""
    if meaning.type == "DATE" and len(meaning.value) == 10 and last < len(run):
        part = run[last].kinds.get("PART")
        if part:
            return first, last + 1, meaning._replace(type="TIME", value=f"{meaning.value}T{part}")
    return first, last, meaning


def _move_range(scene: Scene, at: int, day: str) -> None:
    """The first hour of "8 to 10 p.m. on Friday" is on Friday too."""
    first = scene.said[-1] if scene.said else None
    if (
        first
        and at - first.end < 6
        and first.meaning.type == "TIME"
        and first.end - first.start < 3
    ):
        meaning = first.meaning._replace(value=day + first.meaning.value[10:])
        scene.said[-1] = first._replace(meaning=meaning, days=meaning.period())


def _say(scene: Scene, start: int, end: int, meaning: Meaning) -> None:
    """Puts an expression on the list; "7 p.m. Monday" joins the time that stands before."""
    last = scene.said[-1] if scene.said else None
    if (
        last
        and meaning.type == "DATE"
        and last.meaning.type == "TIME"
        and "T" in last.meaning.value
    ):
        between = scene.text[last.end : start].strip()
        if between in ("", "on", ",") and len(meaning.value) == 10 and len(last.meaning.value) > 11:
            clock = last.meaning.value[last.meaning.value.index("T") :]
            scene.said.pop()
            _move_range(scene, last.start, meaning.value)
            meaning = meaning._replace(type="TIME", value=meaning.value + clock)
            start = last.start
    if meaning.mod and not meaning.days:
        meaning = _narrowed(meaning, meaning.mod)
    days = meaning.period()
    if days and days == period(value_of(days.start, "Q")):
        scene.quarters.append(days.start)
    scene.said.append(Said(start, end, meaning, days))
