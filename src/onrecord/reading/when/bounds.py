"""Bounds: the first and last day that a date gives a happening, as its tense allows.

A date that the tense contradicts is none: what is past has no date to come. Which Friday is
meant is told by the verb, better than by the words beside it.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from onrecord.reading.dates import TimeExpression
from onrecord.reading.tree import Tree
from onrecord.reading.when.hung import Dated, is_weekday
from onrecord.reading.when.tenses import Tense, is_headline
from onrecord.record import When

PASTS: frozenset[Tense | None] = frozenset(("past", "perfect", "pluperfect"))
_EXACT = {"day": 0, "time": 0, "week": 1, "weekend": 1, "month": 2, "quarter": 3, "season": 3}


def when_of(
    tree: Tree,
    day: str | None,
    items: Sequence[Dated],
    tense: Tense | None,
    *,
    to_come: bool,
    shared: bool,
) -> When | None:
    """The most exact of the dates on one word that its tense allows."""
    ranked = sorted(
        items, key=lambda i: (_EXACT.get(i.expression.precision or "", 4), i.basis != "stated")
    )
    for item in ranked:
        expression = item.expression
        # "since Monday (Sep 10)": the brackets say the day again, not that it ended
        twins = [i for i in items if i.expression.start == expression.start]
        lasting = next((i for i in twins if i.expression.end is None), item)
        bounds = _bounds(tree, day, lasting, tense, to_come, shared)
        if bounds is None:
            continue
        same = any(
            i.basis == "stated" and i.expression.precision == expression.precision for i in twins
        )
        return When(
            start=bounds[0],
            end=bounds[1],
            precision=precision(expression),
            text=expression.text,
            span=expression.span,
            basis="stated" if same else item.basis,
        )
    return None


def precision(expression: TimeExpression) -> str | None:
    """A record's precision: hours are told as of their day, a weekend is two days, no week."""
    if expression.precision == "time" or expression.value.endswith("-WE"):
        return "day"
    return expression.precision


def _ahead(tree: Tree, day: str | None, item: Dated) -> tuple[str | None, str | None] | None:
    """First and last day of what is to come: from the day, by the day, or the day itself."""
    expression, case = item.expression, tree.case(item.head)
    start, end = expression.start, expression.end
    if day is not None and is_weekday(expression) and start and end and end < day:
        start, end = _weeks_on(start), _weeks_on(end)  # "swore to march on Friday": the next
    if end is not None and day is not None and end < day:
        return None
    if case == "from" and start is not None:
        return start, None
    if case == "before":
        return day, end
    return (start or day), end


def _is_told(tree: Tree, verb: int) -> bool:
    """Whether a present tells what has happened: in a headline, or with what came of it ("Rebels
    attack a convoy on Monday, killing two")."""
    came = any(c > verb and tree.tags[c] == "VBG" for c in tree.having(verb, "advcl"))
    return came or is_headline(tree, verb)


def _bounds(
    tree: Tree, day: str | None, item: Dated, tense: Tense | None, to_come: bool, shared: bool
) -> tuple[str | None, str | None] | None:
    """First and last day as the tense allows them, or None where it allows none."""
    start, end = item.expression.start, item.expression.end
    if start is None and end is None:
        return None
    if day is None:
        return start, end
    if to_come:
        return _ahead(tree, day, item)
    if is_weekday(item.expression) and start and end:
        if tense in PASTS and start > day:
            start, end = _weeks_on(start, -1), _weeks_on(end, -1)
        elif (
            tense == "present"
            and end < day
            and not shared
            and not _is_told(tree, tree.heads[item.head])
        ):
            start, end = _weeks_on(start), _weeks_on(end)
    if tense in PASTS:
        if start is None and end is not None and end > day:
            return None  # "banned rallies until May": not when it was banned
        if start is not None and start > day:
            return None
        if start is not None and end is None and tense == "past":
            return None  # "the first to leave since May"
        return start, (day if end is None or end > day else end)
    if tense == "present" and shared and end is not None and end < day:
        return None
    if end is None and start is not None and start <= day:
        return start, day
    return start, end


def _weeks_on(day: str, weeks: int = 1) -> str | None:
    try:
        return (date.fromisoformat(day) + timedelta(weeks=weeks)).isoformat()
    except OverflowError:
        return None
