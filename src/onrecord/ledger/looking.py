"""One thing in the ledger by its id, or the start of it: a record with its report, or a report."""

from __future__ import annotations

import sqlite3
from datetime import date
from typing import Any

import msgspec

from onrecord.errors import OnrecordError
from onrecord.ledger.connection import told
from onrecord.ledger.questions import decoded, of_report
from onrecord.record import Record
from onrecord.report import Report


class Sighting(msgspec.Struct, frozen=True, kw_only=True):
    """A place where a report stood; version: which text at its address it is, from 1."""

    address: str | None
    outlet: str | None
    title: str | None
    version: int | None
    source: str | None
    item: str
    first_seen: str
    last_seen: str


class Held(msgspec.Struct, frozen=True, kw_only=True):
    """A report as the ledger holds it."""

    report: Report
    published_time: str | None
    published_from: str | None
    language: str | None
    reader: str | None
    ontology: str | None
    superseded: bool
    sightings: list[Sighting]
    records: list[Record]


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """What an id names: a report, and the record in it if the id is that record's."""

    held: Held
    record: Record | None = None


class Parked(msgspec.Struct, frozen=True, kw_only=True):
    """An item that could not be taken in or read, and why."""

    source: str
    item: str
    code: str
    reason: str
    first_seen: str
    last_seen: str


def find(connection: sqlite3.Connection, id: str) -> Found:
    """Raises OnrecordError E036 (nothing) or E037 (more than one thing)."""
    id = id.strip().lower()
    with told():
        records = _starting(connection, "records", "json, report", id)
        reports = _starting(connection, "reports", "pk", id)
        exact = [row for row in (*records, *reports) if row[0] == id]
        if len(records) + len(reports) > 1 and len(exact) != 1:
            raise OnrecordError("E037", id=id)
        rows = exact or [*records, *reports]
        if not rows or not id:
            raise OnrecordError("E036", id=id)
        row = rows[0]
        if len(row) == 3:
            return Found(held=_held(connection, row[2]), record=decoded(row[1]))
        return Found(held=_held(connection, row[1]))


def record(connection: sqlite3.Connection, id: str) -> Record:
    """The record with an id or the start of one. Raises as ``find``; E041 for a report's id."""
    found = find(connection, id).record
    if found is None:
        raise OnrecordError("E041", id=id)
    return found


def parked(connection: sqlite3.Connection) -> list[Parked]:
    """Everything parked, in the order in which it came."""
    query = """SELECT s.name, p.item, p.code, p.reason, p.first_seen, p.last_seen
        FROM parked p JOIN sources s ON s.pk = p.source ORDER BY p.pk"""
    with told():
        rows = connection.execute(query).fetchall()
    return [Parked(**dict(zip(Parked.__struct_fields__, row, strict=True))) for row in rows]


def _starting(
    connection: sqlite3.Connection, table: str, columns: str, id: str
) -> list[tuple[Any, ...]]:
    # A range, not LIKE, which would not use the index on ids.
    query = f"SELECT id, {columns} FROM {table} WHERE id >= ? AND id < ? ORDER BY id LIMIT 2"
    return connection.execute(query, (id, f"{id}g")).fetchall()


def _held(connection: sqlite3.Connection, pk: int) -> Held:
    row = connection.execute(
        "SELECT id, text, published, title, published_time, published_from, language, reader, "
        "ontology, superseded FROM reports WHERE pk = ?",
        (pk,),
    ).fetchone()
    seen = connection.execute(
        "SELECT t.address, t.outlet, t.title, t.version, s.name, t.item, t.first_seen, t.last_seen "
        "FROM sightings t LEFT JOIN sources s ON s.pk = t.source WHERE t.report = ? ORDER BY t.pk",
        (pk,),
    ).fetchall()
    sightings = [
        Sighting(**dict(zip(Sighting.__struct_fields__, one, strict=True))) for one in seen
    ]
    first = sightings[0] if sightings else None
    report = Report(
        text=row[1],
        published=date.fromisoformat(row[2]) if row[2] else None,
        title=row[3],
        outlet=first.outlet if first else None,
        address=first.address if first else None,
    )
    return Held(
        report=report,
        published_time=row[4],
        published_from=row[5],
        language=row[6],
        reader=row[7],
        ontology=row[8],
        superseded=bool(row[9]),
        sightings=sightings,
        records=of_report(connection, row[0]),
    )
