"""What passed between whom, and when: the ledger's records, chosen by who, when, what and status.

Each answer is a plain value; nothing here prints.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import Any

import msgspec

from onrecord.ledger.connection import told
from onrecord.ledger.whom import Whom, whom
from onrecord.record import Record

_DECODER = msgspec.json.Decoder(Record)


class Choice(msgspec.Struct, frozen=True, kw_only=True):
    """Which records: all conditions must hold; None and empty ones say nothing.

    since, until: ISO 8601 days, months or years; a record counts whose dates may lie between.
    directed: only what the first does to the second. superseded: also of reports that have a
    later version. limit: the latest so many.
    """

    since: str | None = None
    until: str | None = None
    events: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    confidence: float = 0.0
    directed: bool = False
    superseded: bool = False
    limit: int | None = None


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

    They are codes or names; what is said of one of them by a voice is no part of it.
    """
    choice = choice or Choice()
    found, values = _found(whom(one), whom(other) if other else None, choice)
    where, more = _where(choice)
    limit = "" if choice.limit is None else f" LIMIT {int(choice.limit)}"
    # The latest so many are found first; only of these the whole records are fetched.
    query = f"""
        WITH found AS ({found}), chosen AS (
            SELECT r.pk, r.day FROM found JOIN records r ON r.pk = found.record
            JOIN reports p ON p.pk = r.report WHERE {where}
            ORDER BY r.day DESC, r.pk DESC{limit})
        SELECT r.json, p.title, s.outlet, s.address, p.published
        FROM chosen JOIN records r ON r.pk = chosen.pk JOIN reports p ON p.pk = r.report
        LEFT JOIN sightings s ON s.pk = (SELECT min(pk) FROM sightings WHERE report = p.pk)
        ORDER BY chosen.day, chosen.pk
    """
    with told():
        for row in connection.execute(query, values + more):
            yield _told(row)


def counts(
    connection: sqlite3.Connection,
    one: str,
    other: str | None = None,
    choice: Choice | None = None,
) -> dict[str, int]:
    """How many such records each month has ("2025-03"; "" without a date), whatever ``limit``."""
    choice = choice or Choice()
    found, values = _found(whom(one), whom(other) if other else None, choice)
    where, more = _where(choice)
    query = f"""
        WITH found AS ({found})
        SELECT substr(r.day, 1, 7) AS month, count(*) FROM found
        JOIN records r ON r.pk = found.record JOIN reports p ON p.pk = r.report
        WHERE {where} GROUP BY month ORDER BY month
    """
    with told():
        return dict(connection.execute(query, values + more).fetchall())


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


def day_from(value: str) -> str:
    """The first day that "2022", "2022-03" or "2022-03-14" has; raises OnrecordError E005."""
    return _bound(value, "-01-01", "-01")


def day_until(value: str) -> str:
    """The last day that "2022", "2022-03" or "2022-03-14" has; raises OnrecordError E005."""
    return _bound(value, "-12-31", "-31")


def _bound(value: str, year: str, month: str) -> str:
    from onrecord.intake.days import day

    value = value.strip()
    if len(value) == 4 and value.isdecimal():
        return value + year
    if len(value) == 7 and value[:4].isdecimal() and value[5:].isdecimal():
        day(f"{value}-01")
        return value + month  # compared as text: 31 is after every month's end
    return day(value).isoformat()


def _found(one: Whom, other: Whom | None, choice: Choice) -> tuple[str, list[Any]]:
    """A query for the pks of the records, and its values."""
    first, values = one.matches("a")
    if other is None:
        roles = "= 'actor'" if choice.directed else "IN ('actor', 'recipient')"
        query = f"SELECT DISTINCT record FROM participants a WHERE {first} AND a.role {roles}"
        return query, values
    if one.country and other.country:
        pair = "SELECT record FROM pairs WHERE one = ? AND other = ?"
        if choice.directed:
            return pair, [one.country, other.country]
        both = [one.country, other.country, other.country, one.country]
        return f"{pair} UNION {pair}", both
    second, more = other.matches("b")
    # Two actors stand beside each other only where nobody is acted on: a meeting, a pact.
    roles = "(a.role = 'actor' AND b.role = 'recipient')"
    if not choice.directed:
        roles = f"({roles} OR (a.role = 'recipient' AND b.role = 'actor') OR {_TOGETHER})"
    query = f"""
        SELECT DISTINCT a.record FROM participants a JOIN participants b ON b.record = a.record
        WHERE {first} AND {second} AND {roles}
    """
    return query, values + more


_TOGETHER = """(a.role = 'actor' AND b.role = 'actor' AND a.position <> b.position AND NOT EXISTS
    (SELECT 1 FROM participants c WHERE c.record = a.record AND c.role = 'recipient'))"""


def _where(choice: Choice) -> tuple[str, list[Any]]:
    parts: list[str] = [] if choice.superseded else ["p.superseded = 0"]
    values: list[Any] = []
    if choice.since:
        parts.append("(r.end IS NULL OR r.end >= ?)")
        values.append(day_from(choice.since))
    if choice.until:
        parts.append("(r.start IS NULL OR r.start <= ?) AND r.day <= ?")
        values += [day_until(choice.until)] * 2
    for column, wanted in (("event", choice.events), ("status", choice.statuses)):
        if wanted:
            parts.append(f"r.{column} IN ({', '.join('?' * len(wanted))})")
            values += wanted
    if choice.confidence:
        parts.append("r.confidence >= ?")
        values.append(choice.confidence)
    return " AND ".join(parts) or "1", values


def _told(row: tuple[Any, ...]) -> Told:
    return Told(
        record=_DECODER.decode(row[0]),
        title=row[1],
        outlet=row[2],
        address=row[3],
        published=row[4],
    )
