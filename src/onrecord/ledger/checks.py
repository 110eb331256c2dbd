"""Is this ledger whole? The database's own checks, then ours: what follows from what still does."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator

import msgspec

from onrecord.ledger import rows
from onrecord.ledger.connection import told
from onrecord.ledger.questions import decoded
from onrecord.record import Part, Record, denial_id, record_id


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """Something that is not as it should be: what was checked, and where it failed."""

    check: str
    where: str


def check(connection: sqlite3.Connection) -> Iterator[Finding]:
    """All that is wrong; nothing where the ledger is whole."""
    with told():
        for (line,) in connection.execute("PRAGMA integrity_check"):
            if line != "ok":
                yield Finding(check="database", where=str(line))
        for table, row, parent, _ in connection.execute("PRAGMA foreign_key_check"):
            yield Finding(check="foreign key", where=f"{table} {row} has no {parent}")
        yield from _full_text(connection)
        yield from _reports(connection)
        yield from _records(connection)


def _full_text(connection: sqlite3.Connection) -> Iterator[Finding]:
    words = "SELECT count(*) FROM reports_fts_docsize"
    counted = connection.execute(words).fetchone()[0]
    reports = connection.execute("SELECT count(*) FROM reports").fetchone()[0]
    if counted != reports:
        yield Finding(check="full text", where=f"{counted} of {reports} reports")


def _reports(connection: sqlite3.Connection) -> Iterator[Finding]:
    query = "SELECT id, text, published, text_sha256 FROM reports"
    for id, text, published, sha256 in connection.execute(query):
        content = f"{published or ''}\n{text}".encode()
        if hashlib.sha256(content).hexdigest()[:16] != id:
            yield Finding(check="report's id", where=id)
        if hashlib.sha256(text.encode()).hexdigest() != sha256:
            yield Finding(check="report's text", where=id)


def _records(connection: sqlite3.Connection) -> Iterator[Finding]:
    query = """SELECT r.pk, r.id, r.json, p.id, p.text FROM records r
        JOIN reports p ON p.pk = r.report ORDER BY r.report"""
    for pk, id, json, report, text in connection.execute(query):
        try:
            record = decoded(json)
        except msgspec.ValidationError as error:
            yield Finding(check="record's fields", where=f"{id}: {error}")
            continue
        if id != record.id or not _is_own_id(report, record):
            yield Finding(check="record's id", where=id)
        if any(text[part.span[0] : part.span[1]] != part.text for part in _parts(record)):
            yield Finding(check="record's words", where=id)
        if not _same_rows(connection, pk, record):
            yield Finding(check="record's rows", where=id)


def _is_own_id(report: str, record: Record) -> bool:
    """Whether the id follows from the report, the trigger and the event, or, of a denial of what
    an earlier sentence told, from a cue in its evidence as well."""
    trigger, event = record.trigger.span, record.event
    if record.id == record_id(report, trigger, event):
        return True
    return record.status == "denied" and any(
        record.id == denial_id(report, trigger, event, cue) for cue in range(*record.evidence.span)
    )


def _parts(record: Record) -> Iterator[Part]:
    yield record.trigger
    yield record.evidence
    for several in (record.actors, record.recipients, record.where, record.amounts,
                    record.voices, record.quotes):  # fmt: skip
        yield from several


def _same_rows(connection: sqlite3.Connection, pk: int, record: Record) -> bool:
    people = connection.execute(
        "SELECT role, position, name, key, kind, country, sector, wikidata, stance "
        "FROM participants WHERE record = ?",
        (pk,),
    ).fetchall()
    pairs = connection.execute(
        "SELECT one, other FROM pairs WHERE record = ? ORDER BY one, other", (pk,)
    ).fetchall()
    wanted = [tuple(row.values()) for row in rows.participants(record)]
    return sorted(people, key=str) == sorted(wanted, key=str) and pairs == rows.pairs(record)
