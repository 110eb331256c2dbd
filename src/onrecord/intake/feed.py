"""RSS and Atom files -> Reports: one item an entry, read by feedparser out of bytes.

Never handed an address: feedparser would fetch it. Many feeds carry only summaries; those are
taken as the reports that they are.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date
from typing import Any

from onrecord.errors import OnrecordError
from onrecord.intake.arrival import MAX_PAGE, Arrival, Raw, broken
from onrecord.intake.markup import plain, storable
from onrecord.intake.moments import moment
from onrecord.intake.parsers import load
from onrecord.intake.text import MAX_BYTES
from onrecord.intake.tongue import tongue
from onrecord.report import Report


def items(data: bytes, *, published: date | str | None = None) -> Iterator[Raw]:
    """The entries of a feed, in its order."""
    if len(data) > MAX_PAGE:
        yield broken("", "E006", limit=f"{MAX_PAGE:,}")
        return
    feed = load("feedparser").parse(io.BytesIO(data))
    outlet = _text(feed.get("feed", {}).get("title"))
    for number, entry in enumerate(feed.entries, 1):
        yield Raw(
            item=f"entry {number}",
            make=lambda entry=entry: _arrived(entry, outlet, published),  # type: ignore[misc]
        )
    if feed.get("bozo") and not feed.entries:
        reason = str(feed.get("bozo_exception") or "no feed")
        yield broken("", "E023", reason=" ".join(reason.split())[:200])


def _arrived(entry: Any, outlet: str | None, published: date | str | None) -> Arrival:
    bodies = [part.get("value") or "" for part in entry.get("content") or []]
    bodies += [entry.get("summary") or ""]
    text = storable(max(map(plain, bodies), key=len))
    if not text.strip():
        raise OnrecordError("E003")
    if len(text) > MAX_BYTES:
        raise OnrecordError("E006", limit=f"{MAX_BYTES:,}")
    stated = published or entry.get("published") or entry.get("updated")
    when = moment(stated) if stated else None
    return Arrival(
        report=Report(
            text=text,
            published=when[0] if when else None,
            title=_text(entry.get("title")),
            outlet=_text((entry.get("source") or {}).get("title")) or outlet,
            address=entry.get("link") or None,
        ),
        published_time=when[1] if when else None,
        published_from=("option" if published else "feed") if when else None,
        language=tongue(text),
    )


def _text(value: str | None) -> str | None:
    return storable(" ".join(plain(value).split()))[:1000] or None if value else None
