"""What passed between whom, and when: the ledger's records, chosen by who, when, what and status.

Each answer is a plain value; nothing here prints.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import date
from itertools import groupby
from typing import Any

import msgspec

from onrecord.ledger.choosing import Choice, chosen
from onrecord.ledger.connection import told
from onrecord.record import Record
from onrecord.report import Report

_DECODER = msgspec.json.Decoder(Record)


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """A record, and the report that tells it; of several places where it stood, the first."""

    record: Record
    title: str | None
    outlet: str | None
    address: str | None
    published: str | None


def timeline(
    connection: sqlite3.Connection,
    one: str,
    other: str | None = None,
    choice: Choice | None = None,
) -> Iterator[Told]:
    """Records in which ``one`` (and ``other``) take part, by their dates.

    They are codes or names; what is said of one of them by a voice is no part of it. What denies
    one of the records, by its account, is listed too.
    """
    query, values = chosen(one, other, choice or Choice())
    # The latest so many are found first; only of these the whole records are fetched.
    query = f"""
        WITH chosen AS ({query})
        SELECT r.json, p.title, s.outlet, s.address, p.published
        FROM chosen JOIN records r ON r.pk = chosen.pk JOIN reports p ON p.pk = r.report
        LEFT JOIN sightings s ON s.pk = (SELECT min(pk) FROM sightings WHERE report = p.pk)
        ORDER BY chosen.day, chosen.pk
    """
    with told():
        for row in connection.execute(query, values):
            yield _told(row)


def counts(
    connection: sqlite3.Connection,
    one: str,
    other: str | None = None,
    choice: Choice | None = None,
) -> dict[str, int]:
    """How many such records each month has ("2025-03"; "" without a date), whatever ``limit``."""
    query, values = chosen(one, other, msgspec.structs.replace(choice or Choice(), limit=None))
    query = f"""
        WITH chosen AS ({query})
        SELECT substr(day, 1, 7) AS month, count(*) FROM chosen GROUP BY month ORDER BY month
    """
    with told():
        return dict(connection.execute(query, values).fetchall())


def reads(
    connection: sqlite3.Connection,
    one: str | None = None,
    other: str | None = None,
    choice: Choice | None = None,
) -> Iterator[tuple[Report, list[Record]]]:
    """The same records under their reports, as exports take them; without ``one``, everybody's.

    Reports in the order in which they came, those without such a record left out. One report is
    in memory at a time.
    """
    query, values = chosen(one, other, choice or Choice())
    with told():
        found = connection.execute(
            f"WITH chosen AS ({query}) SELECT report, pk FROM chosen ORDER BY report, pk", values
        )
        for report, rows in groupby(found, key=lambda row: row[0]):
            records = (connection.execute(_RECORD, (pk,)).fetchone() for _, pk in rows)
            yield _report(connection, report), [_DECODER.decode(json) for (json,) in records]


_RECORD = "SELECT json FROM records WHERE pk = ?"
_REPORT = """
    SELECT p.text, p.published, p.title, s.outlet, s.address FROM reports p
    LEFT JOIN sightings s ON s.pk = (SELECT min(pk) FROM sightings WHERE report = p.pk)
    WHERE p.pk = ?
"""


def _report(connection: sqlite3.Connection, pk: int) -> Report:
    text, published, title, outlet, address = connection.execute(_REPORT, (pk,)).fetchone()
    return Report(
        text=text,
        published=date.fromisoformat(published) if published else None,
        title=title,
        outlet=outlet,
        address=address,
    )


def of_report(connection: sqlite3.Connection, report: str) -> list[Record]:
    """The records of one report, in the order of its text."""
    with told():
        rows = connection.execute(
            "SELECT r.json FROM records r JOIN reports p ON p.pk = r.report WHERE p.id = ? "
            "ORDER BY r.pk",
            (report,),
        ).fetchall()
    return [_DECODER.decode(row[0]) for row in rows]


def everything(connection: sqlite3.Connection) -> Iterator[Record]:
    """Every record, in the order in which they came."""
    with told():
        for row in connection.execute("SELECT json FROM records ORDER BY pk"):
            yield _DECODER.decode(row[0])


def decoded(json: str) -> Record:
    """A record out of the ledger's column."""
    return _DECODER.decode(json)


def _told(row: tuple[Any, ...]) -> Told:
    return Told(
        record=_DECODER.decode(row[0]),
        title=row[1],
        outlet=row[2],
        address=row[3],
        published=row[4],
    )
