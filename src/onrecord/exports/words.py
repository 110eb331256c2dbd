"""Records in plain English: the few phrases that the table and the page both show."""

from __future__ import annotations

import re
from datetime import date

from onrecord.record import Entity, Place, Record, Voice, When

HANDED_ON = frozenset(("attributed", "alleged", "denied", "believed"))

# Terminal escapes, and marks that reverse the order of letters, have no place in what is shown.
_UNSAFE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")

STATUSES = {
    "asserted": "the report vouches for it",
    "attributed": "a voice says so",
    "alleged": "a voice says so, in words that mark it as contested",
    "denied": "a voice denies it",
    "believed": "a voice believes or expects it",
    "intended": "it is planned or promised",
    "wished": "it is hoped for or called for",
    "conditional": "it hangs on something else",
}


def safe(text: str) -> str:
    """``text`` without control characters that could act on a terminal or reorder a line."""
    return _UNSAFE.sub("\ufffd", text)


def line(text: str) -> str:
    """``text`` on one line, safe to show."""
    return safe(" ".join(text.split()))


def entity(value: Entity | Place) -> str:
    """What the words mean where that's known, otherwise the words."""
    return line(value.name or value.text)


def entities(values: list[Entity] | list[Place]) -> str:
    """ "Portugal, Kenya and Peru"; the same name once."""
    names = list(dict.fromkeys(entity(value) for value in values))
    return " and ".join(filter(None, [", ".join(names[:-1]), *names[-1:]]))


def what(record: Record) -> str:
    """ "CONSULT, visit"."""
    return f"{record.event}, {record.mode}" if record.mode else record.event


def day(value: date | str) -> str:
    """ "14 March 2025"; what is no ISO day stays as it is."""
    try:
        found = value if isinstance(value, date) else date.fromisoformat(value)
    except ValueError:
        return line(str(value))
    return f"{found.day} {found:%B %Y}"


def when(value: When) -> str:
    """The date as precise as it is known: a day, a month, a stretch, or open at one end."""
    start, end = value.start, value.end
    if start is None and end is None:
        return "no date"
    if start is None:
        return f"by {day(end or '')}"
    if end is None:
        return f"from {day(start)}"
    if value.precision == "year" and start[:4] == end[:4]:
        return start[:4]
    if value.precision == "month" and start[:7] == end[:7]:
        return day(start).split(" ", 1)[1]
    if start == end:
        return day(start)
    first = day(start).removesuffix(f" {end[:4]}")  # the year once, where it's the same
    return f"{first} to {day(end)}"


def basis(value: When) -> str:
    """Where the date comes from: the words that say it, or what it was worked out from."""
    if value.start is None and value.end is None and not value.text:
        return ""  # "no date" says it all: the text may name a day, of a year that nobody knows
    words = f"“{line(value.text)}”" if value.text else ""
    return {
        "stated": words,
        "relative": f"from {words}" if words else "from the day of publication",
        "context": f"from {words} near by" if words else "from a sentence near by",
        "published": "no date in the text",
    }[value.basis]


def voice(value: Voice) -> str:
    """ "Kenya's ministry · claimed": whose word, and by which words of the report."""
    name = entities(value.entities) or line(value.text) or "someone"
    return f"{name} · {line(value.cue) if value.cue else value.stance}"


def nobody(record: Record) -> str:
    """What stands in the place of voices where a record has none: what is handed on without saying
    on whose word is not the report's own."""
    return "nobody named" if record.status in HANDED_ON else "the report itself"


def word(record: Record) -> str:
    """On whose word, outermost voice first."""
    return " › ".join(voice(value) for value in record.voices) or nobody(record)


def status(record: Record) -> str:
    """ "alleged", "asserted, did not happen"."""
    return f"{record.status}, did not happen" if record.negated else record.status
