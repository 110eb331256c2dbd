"""Words -> the reports that have them in title or text, best match first."""

from __future__ import annotations

import re
import sqlite3

import msgspec

from onrecord.errors import OnrecordError
from onrecord.ledger.choosing import SUPERSEDED
from onrecord.ledger.connection import told

_PART = re.compile(r'"([^"]*)"|(\S+)')
_LETTER = re.compile(r"\w")
RANKED = 10_000
"""Reports that are put in order at most: of words that more of them have, the latest added. How
often such a word stands in a text says little, and to weigh it in all would take too long."""

START, STOP = "\x02", "\x03"
"""Around each word that was searched for; no text of a report holds either, unless by mischief."""


class Hit(msgspec.Struct, frozen=True, kw_only=True):
    """A report that has the words. snippet: where it has them."""

    report: str
    title: str | None
    outlet: str | None
    address: str | None
    published: str | None
    records: int
    snippet: str


def search(
    connection: sqlite3.Connection,
    words: str,
    *,
    limit: int = 20,
    superseded: bool = False,
    marked: bool = False,
) -> list[Hit]:
    """The reports that have all ``words``; "a phrase" in quotes, the start of a word as terr*.

    Best match first, among the latest RANKED of them.
    marked: the words stand between START and STOP in the snippets, for whoever prints them.
    Raises OnrecordError E038 where there is no word in them.
    """
    current = "" if superseded else f"AND rowid NOT IN ({SUPERSEDED})"
    query = f"""
        WITH latest AS (
            SELECT rowid AS pk, bm25(reports_fts) AS place FROM reports_fts
            WHERE reports_fts MATCH ? {current} ORDER BY rowid DESC LIMIT {RANKED}),
        best AS (SELECT pk, place FROM latest ORDER BY place, pk LIMIT ?)
        SELECT p.id, p.title, s.outlet, s.address, p.published,
            (SELECT count(*) FROM records r WHERE r.report = p.pk),
            (SELECT snippet(reports_fts, 1, ?, ?, '…', 32) FROM reports_fts
                WHERE reports_fts MATCH ? AND rowid = p.pk)
        FROM best JOIN reports p ON p.pk = best.pk
        LEFT JOIN sightings s ON s.pk = (SELECT min(pk) FROM sightings WHERE report = p.pk)
        ORDER BY best.place, p.pk
    """
    marks = (START, STOP) if marked else ("", "")
    asked = _query(words)
    with told():
        rows = connection.execute(query, (asked, limit, *marks, asked)).fetchall()
    names = ("report", "title", "outlet", "address", "published", "records", "snippet")
    return [Hit(**dict(zip(names, row, strict=True))) for row in rows]


def _query(words: str) -> str:
    """FTS5's query: every part in quotes, so that no sign in it acts as an operator."""
    parts = []
    for phrase, word in _PART.findall(words.replace("\0", " ")):
        text = phrase or word.strip('"')
        if _LETTER.search(text):
            start = "*" if not phrase and text.endswith("*") else ""
            parts.append(f'"{text.rstrip("*")}"{start}')
    if not parts:
        raise OnrecordError("E038", words=words)
    return " ".join(parts)
