"""Who is cited for what, and what is on record of one actor."""

from __future__ import annotations

import sqlite3
from typing import Any, get_args

import msgspec

from onrecord.ledger.connection import told
from onrecord.ledger.whom import whom
from onrecord.record import Stance

STANCES: tuple[str, ...] = get_args(Stance)
_SHOWN = 10


class Cited(msgspec.Struct, frozen=True, kw_only=True):
    """One voice and what it is cited for: how many records, in how many reports, in what stance."""

    name: str
    country: str | None
    sector: str | None
    records: int
    reports: int
    says: int
    alleges: int
    denies: int
    believes: int
    intends: int
    wishes: int
    first: str | None
    last: str | None


class Actor(msgspec.Struct, frozen=True, kw_only=True):
    """One actor: how often who and what, most frequent first; days as records have them."""

    name: str
    country: str | None
    names: dict[str, int]
    kinds: dict[str, int]
    sectors: dict[str, int]
    acts: int
    is_acted_on: int
    is_cited: int
    events: dict[str, int]
    suffers: dict[str, int]
    statuses: dict[str, int]
    towards: dict[str, int]
    first: str | None
    last: str | None


def voices(
    connection: sqlite3.Connection,
    *,
    of: str | None = None,
    events: tuple[str, ...] = (),
    limit: int = 50,
) -> list[Cited]:
    """Whose word the reports hand on, most cited first; ``of``: a country's, or one voice's."""
    parts, values = ["v.role = 'voice'", "p.superseded = 0"], list[Any]()
    if of:
        part, values = whom(of).matches("v")
        parts.append(part)
    if events:
        parts.append(f"r.event IN ({', '.join('?' * len(events))})")
        values += events
    stances = ", ".join(f"sum(stance = '{stance}')" for stance in STANCES)
    # A voice that is cited twice in one record counts once, in the stance nearest to it.
    query = f"""
        WITH cited AS (
            SELECT v.record, v.key, min(v.name) AS name, min(v.country) AS country,
                min(v.sector) AS sector, max(v.position), v.stance AS stance, r.report,
                nullif(r.day, '') AS day
            FROM participants v JOIN records r ON r.pk = v.record JOIN reports p ON p.pk = r.report
            WHERE {" AND ".join(parts)} GROUP BY v.record, v.key)
        SELECT min(name), min(country), min(sector), count(*), count(DISTINCT report), {stances},
            min(day), max(day)
        FROM cited GROUP BY key ORDER BY count(*) DESC, key LIMIT ?
    """
    with told():
        rows = connection.execute(query, [*values, limit]).fetchall()
    return [Cited(**dict(zip(Cited.__struct_fields__, row, strict=True))) for row in rows]


def actor(connection: sqlite3.Connection, name: str) -> Actor:
    """What is on record of a country or of anyone by name; nothing at all gives zeros."""
    who = whom(name)
    part, values = who.matches("a")
    source = f"""FROM participants a JOIN records r ON r.pk = a.record
        JOIN reports p ON p.pk = r.report WHERE {part} AND p.superseded = 0"""

    def counted(what: str, condition: str = "1", limit: int = _SHOWN) -> dict[str, int]:
        query = f"""SELECT {what} AS what, count(DISTINCT a.record) {source} AND {condition}
            GROUP BY what HAVING what IS NOT NULL ORDER BY 2 DESC, 1 LIMIT {limit}"""
        return dict(connection.execute(query, values).fetchall())

    with told():
        roles = counted("a.role")
        first, last = connection.execute(
            f"SELECT min(nullif(r.day, '')), max(nullif(r.day, '')) {source}", values
        ).fetchone()
        towards = connection.execute(
            f"""SELECT coalesce(b.country, b.name), count(DISTINCT a.record) FROM participants a
            JOIN participants b ON b.record = a.record AND b.role = 'recipient'
            JOIN records r ON r.pk = a.record JOIN reports p ON p.pk = r.report
            WHERE {part} AND a.role = 'actor' AND p.superseded = 0
            GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT {_SHOWN}""",
            values,
        ).fetchall()
        return Actor(
            name=who.name,
            country=who.country,
            names=counted("a.name"),
            kinds=counted("a.kind"),
            sectors=counted("a.sector"),
            acts=roles.get("actor", 0),
            is_acted_on=roles.get("recipient", 0),
            is_cited=roles.get("voice", 0),
            events=counted("r.event", "a.role = 'actor'", 20),
            suffers=counted("r.event", "a.role = 'recipient'", 20),
            statuses=counted("r.status", "a.role = 'actor'"),
            towards=dict(towards),
            first=first,
            last=last,
        )
