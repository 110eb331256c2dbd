"""The ledger's accounts: ``accounts``, ``account_records`` and ``claims``, brought up to date here.

All of it follows from reports, records and decisions, and can be dropped and made anew. ``update``
takes the records that are in no account yet, looks up what they hang together with, and writes
those accounts afresh, some hundreds in one transaction: it may be stopped anywhere.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable, Mapping
from importlib.resources import files

import msgspec

from onrecord.ledger import decisions, stories
from onrecord.ledger.accounts import alike, comparable, groups, members, moved, window
from onrecord.ledger.claims import claims
from onrecord.ledger.connection import told as errors_told
from onrecord.ledger.connection import writing
from onrecord.ledger.decisions import Decision, Rules
from onrecord.ledger.stems import stem, words
from onrecord.ledger.summary import Telling, account
from onrecord.ledger.told import Told, bag, told
from onrecord.record import Record

_KEPT = 20_000
"""Tellings and bags held in memory at once."""

_WAITING = """
    SELECT r.id FROM records r LEFT JOIN account_records m ON m.record = r.pk
    WHERE m.record IS NULL ORDER BY r.day, r.id
"""
_NEAR = """
    SELECT r.id FROM records r
    WHERE r.event = ? AND r.day BETWEEN ? AND ? AND EXISTS (
        SELECT 1 FROM participants mine JOIN participants p ON p.record = r.pk
            AND (p.key = mine.key OR p.country = mine.country OR p.wikidata = mine.wikidata)
        WHERE mine.record = (SELECT pk FROM records WHERE id = ?)
            AND mine.role IN ('actor', 'recipient') AND p.role IN ('actor', 'recipient'))
"""
_CLAIM = """
    INSERT INTO claims (account, key, name, record, borne_out, disputed)
    VALUES (?, ?, ?, (SELECT pk FROM records WHERE id = ?), (SELECT pk FROM records WHERE id = ?),
        (SELECT pk FROM records WHERE id = ?))
"""
_BATCH = 500
"""Accounts in one transaction."""


def method() -> str:
    """How accounts are made: the rules' version and the weights' own mark."""
    source = (files("onrecord.ledger") / "data" / "likeness.json").read_bytes()
    return f"average link, 2, weights {hashlib.sha256(source).hexdigest()[:8]}"


def update(connection: sqlite3.Connection, *, anew: bool = False) -> int:
    """Bring stories and accounts up to date; how many accounts were written.

    anew: make all of them again. Raises OnrecordError E033 to E035.
    """
    how = method()
    changed = stories.update(connection)
    with writing(connection):
        connection.execute("DELETE FROM accounts WHERE method <> ? OR ?", (how, anew))
        # What a removal or another reading took out, and whose reports have another story now.
        connection.execute(
            "DELETE FROM accounts WHERE records <> "
            "(SELECT count(*) FROM account_records m WHERE m.account = accounts.pk)"
        )
        for report in sorted(changed):
            _forget(connection, "r.report = (SELECT pk FROM reports WHERE id = ?)", report)
    rules = decisions.rules(decisions.log(connection))
    with errors_told():
        waiting = [name for (name,) in connection.execute(_WAITING) if name not in rules.wrong]
    work, written = Work(connection), 0
    done: set[str] = set()
    batch: list[list[str]] = []
    for seed in waiting:
        if seed not in done:
            found = groups([seed], work.neighbours, rules)
            done.update(name for names in found for name in names)
            batch += found
        if len(batch) >= _BATCH:
            written += work.write(batch, rules, how)
            batch = []
    return written + work.write(batch, rules, how)


def decide(
    connection: sqlite3.Connection,
    verdict: str,
    one: str,
    other: str | None = None,
    *,
    who: str | None = None,
    note: str | None = None,
) -> Decision:
    """Append a decision on the record ``one``, or on it and ``other`` (ids in full), and make the
    accounts that it touches anew.

    Raises OnrecordError E050 where the verdict and the number of records don't go together.
    """
    made = decisions.append(connection, decisions.decision(verdict, one, other, who=who, note=note))
    with writing(connection):
        for name in filter(None, (one, other)):
            _forget(connection, "r.id = ?", name)
    update(connection)
    return made


def _forget(connection: sqlite3.Connection, where: str, value: str) -> None:
    """Drop the accounts of some records: ``update`` makes them again."""
    connection.execute(
        "DELETE FROM accounts WHERE pk IN (SELECT m.account FROM account_records m "
        f"JOIN records r ON r.pk = m.record WHERE {where})",
        (value,),
    )


class Work:
    """Looks records up in a ledger as tellings, and writes accounts of them."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self._told: dict[str, Told] = {}
        self._about: dict[str, dict[str, float]] = {}

    def neighbours(self, name: str) -> dict[str, float]:
        """The records that this one may be compared with, and how alike they are."""
        one = self.told([name])[name]
        days = window(one)
        # Rows are sorted by their own first day, which may be a year before the other's.
        first, last = (
            ("", "9999") if days is None else (str(moved(days[0], -400)), str(moved(days[1], 40)))
        )
        with errors_told():
            rows = self.connection.execute(_NEAR, (one.event, first, last, name)).fetchall()
        near = [other for (other,) in rows if other != name]
        return {
            other: alike(one, found)
            for other, found in self.told(sorted(near)).items()
            if comparable(one, found)
        }

    def told(self, names: Iterable[str]) -> dict[str, Told]:
        """Records as tellings, by their ids; those that are not in the ledger are left out."""
        found: dict[str, Told] = {}
        for name in names:
            if name not in self._told:
                row = self.connection.execute(
                    "SELECT json, report FROM records WHERE id = ?", (name,)
                ).fetchone()
                if row is None:
                    continue
                if len(self._told) >= _KEPT:
                    self._told.clear()
                    self._about.clear()
                record = msgspec.json.decode(row[0], type=Record)
                self._told[name] = told(record, self._bag(record.report, row[1]))
            found[name] = self._told[name]
        return found

    def _bag(self, report: str, pk: int) -> dict[str, float]:
        if report not in self._about:
            (text,) = self.connection.execute(
                "SELECT text FROM reports WHERE pk = ?", (pk,)
            ).fetchone()
            self._about[report] = bag(stem(word) for word in words(text))
        return self._about[report]

    def write(self, found: Iterable[list[str]], rules: Rules, how: str) -> int:
        """Write accounts in place of those that their records were in; how many."""
        spoken = rules.right | {name for both in rules.same | rules.apart for name in both}
        count = 0
        with writing(self.connection):
            for names in found:
                tellings = self._tellings(names)
                if not tellings:
                    continue
                names = sorted(telling.record.id for telling in tellings)
                for name in names:
                    _forget(self.connection, "r.id = ?", name)
                made = account(tellings, decided=not spoken.isdisjoint(names))
                (pk,) = self.connection.execute(
                    "INSERT INTO accounts (id, event, start, end, records, reports, outlets, "
                    "voices, json, method) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING pk",
                    (made.id, made.event, made.start, made.end, made.records, made.reports,
                     made.outlets, made.voices, msgspec.json.encode(made).decode(), how),
                ).fetchone()  # fmt: skip
                self.connection.executemany(
                    "INSERT INTO account_records (record, account, score, reason) "
                    "SELECT pk, ?, ?, ? FROM records WHERE id = ?",
                    [
                        (pk, round(m.score, 4), m.reason, m.record)
                        for m in members(self.told(names), names, rules)
                    ],
                )
                self.connection.executemany(
                    _CLAIM,
                    [
                        (pk, c.key, c.name, c.record, c.borne_out, c.disputed)
                        for c in claims(tellings)
                    ],
                )
                count += 1
        return count

    def _tellings(self, names: Iterable[str]) -> list[Telling]:
        found = []
        for name in names:
            row = self.connection.execute(
                "SELECT r.json, p.published, s.id, p.pk FROM records r "
                "JOIN reports p ON p.pk = r.report LEFT JOIN story_reports h ON h.report = p.pk "
                "LEFT JOIN stories s ON s.pk = h.story WHERE r.id = ?",
                (name,),
            ).fetchone()
            if row is not None:
                outlets = self.connection.execute(
                    "SELECT DISTINCT outlet FROM sightings WHERE report = ? AND outlet IS NOT NULL "
                    "ORDER BY outlet",
                    (row[3],),
                )
                found.append(
                    Telling(
                        record=msgspec.json.decode(row[0], type=Record),
                        outlets=tuple(outlet for (outlet,) in outlets),
                        published=row[1],
                        story=row[2] or "",
                    )
                )
        return found


def of_records(connection: sqlite3.Connection) -> Mapping[str, str]:
    """Each record's account, by ids."""
    query = """SELECT r.id, a.id FROM account_records m
        JOIN records r ON r.pk = m.record JOIN accounts a ON a.pk = m.account"""
    with errors_told():
        return dict(connection.execute(query))
