"""Who is cited for what, and what is on record of one actor."""

from __future__ import annotations

import sqlite3
from typing import Any, get_args

import msgspec

from onrecord.ledger.choosing import SUPERSEDED
from onrecord.ledger.connection import told
from onrecord.ledger.whom import whom
from onrecord.record import Stance

STANCES: tuple[str, ...] = get_args(Stance)
_SHOWN = 10


class Cited(msgspec.Struct, frozen=True, kw_only=True):
    """One voice and what it is cited for: how many records, in how many reports, in what stance.

    claims: happenings that stood on its word first; borne_out, disputed: how many of them by
    others (``claims`` defines all three); None in a ledger whose accounts were never made.
    """

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
    claims: int | None
    borne_out: int | None
    disputed: int | None
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
    current = f"r.report NOT IN ({SUPERSEDED})"
    parts, values = ["v.role = 'voice'", current], list[Any]()
    if of:
        part, values = whom(of).matches("v")
        parts.append(part)
    coded = f"r.event IN ({', '.join('?' * len(events))})" if events else "1"
    parts.append(coded)
    values += events
    stances = ", ".join(f"sum(stance = '{stance}')" for stance in STANCES)
    # A voice that is cited twice in one record counts once, in the stance nearest to it.
    query = f"""
        WITH cited AS (
            SELECT v.record, v.key, min(v.name) AS name, min(v.country) AS country,
                min(v.sector) AS sector, max(v.position), v.stance AS stance, r.report,
                nullif(r.day, '') AS day
            FROM participants v JOIN records r ON r.pk = v.record
            WHERE {" AND ".join(parts)} GROUP BY v.record, v.key),
        claimed AS (
            SELECT c.key, count(*) AS claims, count(borne_out) AS borne_out,
                count(disputed) AS disputed
            FROM claims c JOIN records r ON r.pk = c.record
            WHERE {current} AND {coded} GROUP BY c.key),
        made AS (SELECT CASE WHEN EXISTS (SELECT 1 FROM accounts) THEN 0 END AS zero)
        SELECT min(name), min(country), min(sector), count(*), count(DISTINCT report), {stances},
            coalesce(min(claims), zero), coalesce(min(borne_out), zero),
            coalesce(min(disputed), zero), min(day), max(day)
        FROM cited JOIN made LEFT JOIN claimed USING (key)
        GROUP BY key ORDER BY count(*) DESC, key LIMIT ?
    """
    with told():
        rows = connection.execute(query, [*values, *events, limit]).fetchall()
    return [Cited(**dict(zip(Cited.__struct_fields__, row, strict=True))) for row in rows]


def actor(connection: sqlite3.Connection, name: str) -> Actor:
    """What is on record of a country or of anyone by name; nothing at all gives zeros."""
    who = whom(name)
    part, values = who.matches("a")
    source = f"""FROM participants a JOIN records r ON r.pk = a.record
        WHERE {part} AND r.report NOT IN ({SUPERSEDED})"""

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
            JOIN records r ON r.pk = a.record
            WHERE {part} AND a.role = 'actor' AND r.report NOT IN ({SUPERSEDED})
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
