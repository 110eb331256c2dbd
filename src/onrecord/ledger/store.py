"""Into the ledger: a report with all its records goes in in one transaction, or not at all.

Every method that changes something must be called within ``connection.writing``. All of them may
be called twice with the same values: the second time changes nothing but ``last_seen``.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime
from functools import cache

import msgspec

from onrecord.errors import OnrecordError
from onrecord.intake.arrival import Arrival
from onrecord.ledger import rows
from onrecord.record import Record


class Known(msgspec.Struct, frozen=True, kw_only=True):
    """What the ledger has of a source: its row, how many items of it, and whether that is all."""

    pk: int
    done: int
    finished: bool


def now() -> str:
    """The time in UTC, ISO 8601, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


class Store:
    """Writes to a ledger; ``clock`` gives the time for its rows."""

    def __init__(self, connection: sqlite3.Connection, *, clock: Callable[[], str] = now) -> None:
        self.connection = connection
        self.clock = clock

    def source(self, name: str, sha256: str) -> Known:
        """The row of a source, made where there is none."""
        seen = self.clock()
        self._run(
            "INSERT INTO sources (name, sha256, first_seen, last_seen) VALUES (?, ?, ?, ?) "
            "ON CONFLICT (name, sha256) DO UPDATE SET last_seen = excluded.last_seen",
            (name, sha256, seen, seen),
        )
        known = self.known(name, sha256)
        assert known is not None
        return known

    def known(self, name: str, sha256: str) -> Known | None:
        """The row of a source, None where there is none."""
        row = self._run(
            "SELECT pk, done, finished FROM sources WHERE name = ? AND sha256 = ?", (name, sha256)
        ).fetchone()
        return row and Known(pk=row[0], done=row[1], finished=bool(row[2]))

    def reached(self, source: int, done: int, *, finished: bool = False) -> None:
        """``done`` items of a source are in; it never goes back, whoever else adds it."""
        self._run(
            "UPDATE sources SET done = max(done, ?), finished = max(finished, ?) WHERE pk = ?",
            (done, int(finished), source),
        )

    def wants(self, report: str, *, reader: str | None = None) -> bool:
        """Whether a report is to be read: it's new, or was read by another ``reader`` than that.

        Not one that was removed. Without ``reader``, any reading will do.
        """
        if self._run("SELECT 1 FROM tombstones WHERE report = ?", (report,)).fetchone():
            return False
        row = self._run("SELECT reader FROM reports WHERE id = ?", (report,)).fetchone()
        return row is None or row[0] is None or reader not in (None, row[0])

    def put(
        self, arrival: Arrival, records: Iterable[Record] | None, *, reader: str, source: int
    ) -> bool:
        """A report and its records; None: it was not read. False where it was removed before.

        Its records replace those of an earlier reading; None leaves them as they are.
        """
        report, seen = arrival.report, self.clock()
        if self._run("SELECT 1 FROM tombstones WHERE report = ?", (report.id,)).fetchone():
            return False
        pk = self._run(
            "INSERT INTO reports (id, title, text, published, published_time, published_from, "
            "language, text_sha256, first_seen, last_seen) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
            "ON CONFLICT (id) DO UPDATE SET last_seen = excluded.last_seen RETURNING pk",
            (
                report.id,
                report.title,
                report.text,
                report.published.isoformat() if report.published else None,
                arrival.published_time,
                arrival.published_from,
                arrival.language,
                hashlib.sha256(report.text.encode()).hexdigest(),
                seen,
                seen,
            ),
        ).fetchone()[0]
        self._sighting(pk, arrival, source, seen)
        if records is not None:
            self._records(pk, records, reader, seen)
        self._run("DELETE FROM parked WHERE source = ? AND item = ?", (source, arrival.item))
        return True

    def park(self, source: int, item: str, error: OnrecordError) -> None:
        """An item that could not be taken in or read, and why."""
        seen = self.clock()
        self._run(
            "INSERT INTO parked (source, item, code, reason, first_seen, last_seen) "
            "VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (source, item) DO UPDATE "
            "SET code = excluded.code, reason = excluded.reason, last_seen = excluded.last_seen",
            (source, item, error.code, rows_text(error.message), seen, seen),
        )

    def remove(self, report: str, reason: str) -> None:
        """A report, its records and all that hangs on them go; its id stays, as a tombstone.

        Raises OnrecordError E036 where there is no such report.
        """
        self._run("PRAGMA secure_delete = ON")
        row = self._run("SELECT pk FROM reports WHERE id = ?", (report,)).fetchone()
        if row is None:
            raise OnrecordError("E036", id=report)
        addresses = self._run(
            "SELECT address FROM sightings WHERE report = ? AND address IS NOT NULL", row
        ).fetchall()
        self._run("DELETE FROM reports WHERE pk = ?", row)
        self._run(
            "INSERT OR IGNORE INTO tombstones (report, reason, removed) VALUES (?, ?, ?)",
            (report, reason, self.clock()),
        )
        for (address,) in addresses:
            self._supersede(address)
        # Full text keeps deleted words until its parts are merged.
        self._run("INSERT INTO reports_fts (reports_fts) VALUES ('optimize')")

    def seen_again(self, source: int) -> None:
        """A whole source that is known already came again."""
        seen = self.clock()
        for table in ("sightings", "parked"):
            self._run(f"UPDATE {table} SET last_seen = ? WHERE source = ?", (seen, source))
        self._run(
            "UPDATE reports SET last_seen = ? "
            "WHERE pk IN (SELECT report FROM sightings WHERE source = ?)",
            (seen, source),
        )

    def _sighting(self, report: int, arrival: Arrival, source: int, seen: str) -> None:
        one = arrival.report
        known = self._run(
            "UPDATE sightings SET last_seen = ? WHERE report = ? AND coalesce(address, '') = ? "
            "AND coalesce(outlet, '') = ?",
            (seen, report, one.address or "", one.outlet or ""),
        )
        if known.rowcount:
            return
        version = None
        if one.address is not None:
            version = self._run(
                "SELECT coalesce(max(CASE WHEN report = ? THEN version END), "
                "coalesce(max(version), 0) + 1) FROM sightings WHERE address = ?",
                (report, one.address),
            ).fetchone()[0]
        self._run(
            "INSERT INTO sightings (report, address, outlet, title, version, source, item, "
            "first_seen, last_seen) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (report, one.address, one.outlet, one.title, version, source, arrival.item, seen, seen),
        )
        if one.address is None:
            self._mark(report)
        else:
            self._supersede(one.address)

    def _supersede(self, address: str) -> None:
        found = self._run("SELECT DISTINCT report FROM sightings WHERE address = ?", (address,))
        for (report,) in found.fetchall():
            self._mark(report)

    def _mark(self, report: int) -> None:
        """Superseded is what has a later version wherever it stood."""
        self._run(
            "UPDATE reports SET superseded = NOT EXISTS ("
            "SELECT 1 FROM sightings s WHERE s.report = reports.pk AND (s.address IS NULL OR "
            "s.version = (SELECT max(version) FROM sightings t WHERE t.address = s.address))"
            ") WHERE pk = ?",
            (report,),
        )

    def _records(self, report: int, records: Iterable[Record], reader: str, seen: str) -> None:
        first_seen = dict(
            self._run("SELECT id, first_seen FROM records WHERE report = ?", (report,)).fetchall()
        )
        if first_seen:
            self._run("DELETE FROM records WHERE report = ?", (report,))
        for one in records:
            common = {"report": report, "reader": reader, "ontology": rows.ONTOLOGY,
                      "first_seen": first_seen.get(one.id, seen), "last_seen": seen}  # fmt: skip
            pk = self._insert("records", {**rows.record(one), **common})
            for row in rows.participants(one):
                self._insert("participants", {"record": pk, **row})
            day = rows.day(one)
            for a, b in rows.pairs(one):
                self._insert("pairs", {"one": a, "other": b, "day": day, "record": pk})
        self._run(
            "UPDATE reports SET reader = ?, ontology = ? WHERE pk = ?",
            (reader, rows.ONTOLOGY, report),
        )

    def _insert(self, table: str, row: Mapping[str, rows.Cell]) -> int:
        return self._run(_insertion(table, tuple(row)), tuple(row.values())).lastrowid or 0

    def _run(self, statement: str, values: tuple[rows.Cell, ...] = ()) -> sqlite3.Cursor:
        return self.connection.execute(statement, values)


def rows_text(text: str) -> str:
    """``text`` as SQLite takes it: file names may hold bytes that are no text."""
    return text.encode("utf-8", "replace").decode()


@cache
def _insertion(table: str, columns: tuple[str, ...]) -> str:
    marks = ", ".join("?" * len(columns))
    # end is a keyword of SQL
    names = ", ".join(f'"{name}"' for name in columns)
    return f"INSERT INTO {table} ({names}) VALUES ({marks})"
