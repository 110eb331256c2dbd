"""What a promise, request, refusal or threat is, by what it promises, asks, refuses, threatens.

PLOVER's rules stand in ``data/composition.tsv``: a promised attack is a threat of violence,
a request to withdraw a request to yield.
"""

from __future__ import annotations

from functools import cache

import msgspec

from onrecord.codes.events import EventEntry
from onrecord.codes.tables import rows

OUTER = frozenset(("AGREE", "THREATEN", "REQUEST", "REJECT"))


def compose(outer: EventEntry, content: EventEntry) -> EventEntry:
    """The outer row with the category and mode that its content gives it; itself where none."""
    if outer.mode is not None:
        return outer
    table = _table()
    details = [detail for detail in (content.mode, content.cameo) if detail]
    keys = [(outer.category, content.category, detail) for detail in (*details, "")]
    found = next((table[key] for key in keys if key in table), None)
    if found is None:
        return outer
    category, mode = found
    if category == outer.category:
        return msgspec.structs.replace(outer, mode=mode)
    if category != "THREATEN":
        return msgspec.structs.replace(outer, category=category, mode=mode, cameo=None)
    # whoever would suffer what is threatened is the threat's recipient
    recipients = content.frame.partition(">")[2]
    return msgspec.structs.replace(
        outer, category=category, mode=mode, cameo=None, frame=f"subj>{recipients}"
    )


@cache
def _table() -> dict[tuple[str, str, str], tuple[str, str | None]]:
    return {
        (row["outer"], row["content"], row["detail"]): (row["category"], row["mode"] or None)
        for row in rows("composition")
    }
