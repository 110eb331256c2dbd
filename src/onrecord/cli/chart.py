"""Counts over time as bars of a terminal: by month, or by year where months are too many."""

from __future__ import annotations

from collections.abc import Iterator

_MONTHS = 30  # more bars than that are no picture
_EIGHTHS = " ▏▎▍▌▋▊▉"


def bars(counts: dict[str, int], *, width: int) -> Iterator[str]:
    """A line for each month or year from the first to the last; ``counts`` by "2025-03"."""
    dated = {month: count for month, count in counts.items() if month}
    if not dated:
        return
    steps = _months(min(dated), max(dated))
    if len(steps) > _MONTHS:
        years: dict[str, int] = {}
        for month, count in dated.items():
            years[month[:4]] = years.get(month[:4], 0) + count
        steps = [f"{year:04}" for year in range(int(min(years)), int(max(years)) + 1)]
        dated = years
    most = max(dated.values())
    room = max(width - len(steps[0]) - len(f"{most:,}") - 4, 8)
    for step in steps:
        count = dated.get(step, 0)
        yield f"{step}  {_bar(count / most * room)} {count:,}".rstrip()


def _bar(length: float) -> str:
    whole, eighths = divmod(round(length * 8), 8)
    # What there is a little of must show as well.
    shown = "█" * whole + (_EIGHTHS[eighths] if eighths else "")
    return shown or ("▏" if length > 0 else "")


def _months(first: str, last: str) -> list[str]:
    start, end = (int(month[:4]) * 12 + int(month[5:7] or 1) - 1 for month in (first, last))
    if end - start > _MONTHS:
        return [first] * (_MONTHS + 1)  # years will do
    return [f"{month // 12:04}-{month % 12 + 1:02}" for month in range(start, end + 1)]
