"""TimelineJS: one JSON object, a slide a record. TimelineJS shows text as HTML, so all is escaped.

TimelineJS needs a first day: where only the last one is known, the slide stands there, and
``display_date`` says "by". Records without any day have no place on a timeline and are left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from html import escape
from typing import Any

import msgspec

from onrecord.exports import words
from onrecord.exports.parts import Reads, day, headline, short, standing, web
from onrecord.record import Record, When
from onrecord.report import Report

COLUMNS = {
    "events": {
        "unique_id": "the record's id",
        "start_date": "year, and month and day as far as the text goes",
        "end_date": "the last day, where it's another one",
        "display_date": "the date in words, as open as it is",
        "text": "headline: status, who, what, whom; text: on whose word, quotes, report",
        "group": "the status: TimelineJS gives each its own row",
    }
}


def timeline(reads: Reads, *, text: bool = False) -> Iterator[bytes]:
    """``{"events": [...]}``, in pieces. ``text`` adds the sentences that a record rests on."""
    yield b'{"events": ['
    before = b"\n"
    for report, records in reads:
        for record in records:
            slide = _slide(report, record, text=text)
            if slide is not None:
                yield before + msgspec.json.encode(slide)
                before = b",\n"
    yield b"\n]}\n"


def _slide(report: Report, record: Record, *, text: bool) -> dict[str, Any] | None:
    start, end = day(record.when.start), day(record.when.end)
    first = start or end
    if first is None:
        return None
    slide: dict[str, Any] = {
        "unique_id": record.id,
        "start_date": _date(first, record.when),
        "display_date": escape(words.when(record.when)),
        "text": {"headline": escape(headline(record)), "text": _body(report, record, text=text)},
        "group": record.status,
    }
    if start is not None and end is not None and end > start and not _whole(record.when):
        slide["end_date"] = _date(end, record.when)
    return slide


def _whole(when: When) -> bool:
    # "in January" is said by the start date alone, as TimelineJS knows months and years.
    start, end = when.start or "", when.end or ""
    if when.precision == "year":
        return start[:4] == end[:4]
    return when.precision == "month" and start[:7] == end[:7]


def _date(found: date, when: When) -> dict[str, int]:
    parts = {"year": found.year}
    if when.precision != "year":
        parts["month"] = found.month
        if when.precision != "month":
            parts["day"] = found.day
    return parts


def _body(report: Report, record: Record, *, text: bool) -> str:
    lines = [escape(standing(record))]
    if text:
        lines.append(escape(words.line(record.evidence.text)))
    else:
        lines += [f"“{escape(words.line(short(q, text=False)))}”" for q in record.quotes]
    source = words.line(report.title or report.outlet or "")
    if address := web(report.address):
        lines.append(f'<a href="{escape(address)}" rel="noopener">{escape(source or address)}</a>')
    elif source:
        lines.append(escape(source))
    return "".join(f"<p>{part}</p>" for part in lines)
