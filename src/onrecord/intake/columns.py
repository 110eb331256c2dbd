"""Which column of a table holds the text, the date and the rest: named, or guessed from its name.

The guess is told, never silent; a column that was named and is not there is an error.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date

import msgspec

from onrecord.errors import OnrecordError
from onrecord.intake.arrival import Arrival, Columns
from onrecord.intake.markup import storable
from onrecord.intake.moments import moment
from onrecord.intake.text import MAX_BYTES
from onrecord.intake.tongue import tongue
from onrecord.report import Report

NAMES: dict[str, tuple[str, ...]] = {
    "text": ("text", "fulltext", "maintext", "articletext", "articlebody", "bodytext", "body",
             "content", "article", "story", "contents", "rawtext", "plaintext"),
    "date": ("published", "publishedat", "publicationdate", "datepublished", "publishdate",
             "pubdate", "publishedon", "date", "dateday", "storydate", "datetime", "timestamp",
             "day"),
    "title": ("title", "headline", "heading"),
    "outlet": ("outlet", "publisher", "publication", "newspaper", "sitename", "medianame", "source",
               "sourcename", "sourcedomain", "domain", "site"),
    "address": ("address", "url", "link", "uri", "sourceurl", "permalink", "href"),
}  # fmt: skip
"""For each part of a report, names that its column commonly has, likeliest first."""


def mapping(names: Sequence[str], wanted: Columns) -> Columns:
    """The columns to use. Raises OnrecordError E025 (no text) or E028 (not there)."""
    plain: dict[str, str] = {}
    for name in names:
        plain.setdefault(re.sub(r"[\W_]+", "", name).lower(), name)
    found: dict[str, str | None] = {}
    for part, common in NAMES.items():
        named: str | None = getattr(wanted, part)
        if named is not None and named not in names:
            raise OnrecordError("E028", column=named, columns=_listed(names))
        found[part] = named or next((plain[one] for one in common if one in plain), None)
    if found["text"] is None:
        raise OnrecordError("E025", columns=_listed(names))
    return Columns(**found)


def told(columns: Columns) -> str:
    """ "text from body, date from pub_date"."""
    pairs = [(part, getattr(columns, part)) for part in NAMES]
    return ", ".join(f"{part} from {name}" for part, name in pairs if name)


def arrived(
    row: Mapping[str, object], columns: Columns, *, published: date | str | None = None
) -> Arrival:
    """The report in one row. Raises OnrecordError E003, E005 or E006."""
    values = {part: _value(row, getattr(columns, part)) for part in NAMES}
    text = storable(str(values["text"] or ""))
    if not text.strip():
        raise OnrecordError("E003")
    if len(text) > MAX_BYTES:
        raise OnrecordError("E006", limit=f"{MAX_BYTES:,}")
    stated = published if published is not None else values["date"]
    when = moment(stated) if stated is not None else None
    return Arrival(
        report=Report(
            text=text,
            published=when[0] if when else None,
            title=_line(values["title"]),
            outlet=_line(values["outlet"]),
            address=_line(values["address"]),
        ),
        published_time=when[1] if when else None,
        published_from=("option" if published is not None else "column") if when else None,
        language=tongue(text),
    )


def _value(row: Mapping[str, object], name: str | None) -> object:
    value = row.get(name) if name is not None else None
    if isinstance(value, str) and not value.strip():
        return None
    return None if value != value else value  # NaN stands for nothing


def _line(value: object) -> str | None:
    if isinstance(value, Mapping):  # {"source": {"name": ...}}, as some news APIs answer
        value = value.get("name")
    return storable(" ".join(str(value).split()))[:1000] or None if value is not None else None


def _listed(names: Sequence[str]) -> str:
    shown = ", ".join(msgspec.json.encode(name).decode() for name in names[:20])
    return f"{shown} ..." if len(names) > 20 else shown or "none"
