"""What several exports need of a record: who did it to whom, pair by pair, a headline, a quote.

What is exported of a report's text, unless all of it is asked for, is a few words at a time:
names, triggers, cues, and quotes up to ``QUOTE`` code points.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from html import escape
from itertools import combinations, product
from typing import Any
from urllib.parse import urlsplit

import msgspec

from onrecord.exports import words
from onrecord.record import Entity, Part, Record, Status
from onrecord.report import Report

Reads = Iterable[tuple[Report, list[Record]]]
"""What every export takes: reports with their records, in order."""

STATUSES: tuple[Status, ...] = Status.__args__  # type: ignore[attr-defined]

QUOTE = 280

# What XML 1.0 can't hold, escaped or not.
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Pair(msgspec.Struct, frozen=True, kw_only=True):
    """One actor and one recipient of a record; either may be missing.

    mutual: both are actors, and neither did it to the other (a meeting). index: its place among
    the record's pairs, so that record and index together name it.
    """

    index: int
    actor: Entity | None
    recipient: Entity | None
    mutual: bool = False


def pairs(record: Record) -> list[Pair]:
    """Every actor with every recipient; without recipients, every two actors once.

    Never empty: a record with one actor, or with nobody, is one pair with gaps.
    """
    actors, recipients = record.actors, record.recipients
    sides: list[tuple[Entity | None, Entity | None]]
    mutual = not recipients and len(actors) > 1
    if mutual:
        sides = list(combinations(actors, 2))
    else:
        nobody: list[Entity | None] = [None]
        sides = list(product([*actors] or nobody, [*recipients] or nobody))
    return [
        Pair(index=index, actor=actor, recipient=recipient, mutual=mutual)
        for index, (actor, recipient) in enumerate(sides)
    ]


def only(reads: Reads, statuses: Iterable[Status]) -> Iterator[tuple[Report, list[Record]]]:
    """The same reports with the records of these statuses only."""
    wanted = frozenset(statuses)
    for report, records in reads:
        yield report, [record for record in records if record.status in wanted]


def headline(record: Record) -> str:
    """ "Alleged: Portugal, MOBILIZE": the status comes first, so that no claim stands bare."""
    who = words.entities(record.actors) or "someone"
    whom = words.entities(record.recipients)
    said = f"{who}, {words.what(record)}" + (f", {whom}" if whom else "")
    status = words.status(record)
    return said if status == "asserted" else f"{status[0].upper()}{status[1:]}: {said}"


def standing(record: Record) -> str:
    """ "alleged; on the word of Kenya's opposition · accused": the status and its voices."""
    return f"{words.status(record)}; on the word of {words.word(record)}"


def short(quote: Part, *, text: bool) -> str:
    """A quote's words; cut to ``QUOTE`` code points unless the report's text is exported too."""
    if text or len(quote.text) <= QUOTE:
        return quote.text
    return quote.text[: QUOTE - 1] + "…"


def day(value: str | None) -> date | None:
    """The calendar day that an ISO string names, or None where it's open or no such day."""
    try:
        return None if value is None else date.fromisoformat(value)
    except ValueError:
        return None


def iso(value: date | str | None) -> str | None:
    """The same day as it's written, or None."""
    found = day(value) if isinstance(value, str) else value
    return None if found is None else found.isoformat()


def web(address: str | None) -> str | None:
    """The address if it leads into the web; anything else (javascript:, file:) is None."""
    if not address:
        return None
    try:
        found = urlsplit(address)
    except ValueError:
        return None
    return address if found.scheme in ("http", "https") and found.netloc else None


def xml(value: object) -> str:
    """``value`` escaped for XML, in an attribute or between tags."""
    kept = _NOT_XML.sub("\ufffd", str(value))
    return escape(kept).replace("\r", "&#13;").replace("\n", "&#10;").replace("\t", "&#9;")


def line(row: Any) -> bytes:
    """``row`` as one line of JSON."""
    return msgspec.json.encode(row) + b"\n"


def report_urn(report: str) -> str:
    return f"urn:onrecord:report:{report}"


def record_urn(record: str) -> str:
    return f"urn:onrecord:record:{record}"


def distinct(reads: Reads) -> Iterator[tuple[Report, list[Record]]]:
    """Each report once: the same text of the same day, given twice, would make ids twice too."""
    told: set[str] = set()
    for report, records in reads:
        if (key := report.id) not in told:
            told.add(key)
            yield report, records
