"""Questions about accounts: those of two countries, those in doubt, one by its id."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

import msgspec

from onrecord.errors import OnrecordError
from onrecord.ledger.connection import told
from onrecord.ledger.rows import key
from onrecord.ledger.summary import Account
from onrecord.ledger.whom import Whom, whom


def accounts(
    connection: sqlite3.Connection,
    one: str | None = None,
    other: str | None = None,
    *,
    since: str | None = None,
    until: str | None = None,
    event: str | None = None,
    status: str | None = None,
    reports: int = 1,
    doubted: bool = False,
    limit: int | None = None,
) -> list[Account]:
    """Accounts, latest first.

    one, other: countries or names that must have taken part; since, until: ISO days,
    or the start of one; status: some record must have it; reports: at least as many; doubted:
    only those that some tell and some deny.
    """
    found = _decoded(connection, event, reports, since, until)
    wanted = [whom(part) for part in (one, other) if part]
    kept = (
        account
        for account in found
        if all(_takes_part(account, party) for party in wanted)
        and (status is None or status in account.statuses)
        and (account.doubted or not doubted)
    )
    return [account for _, account in zip(range(limit or 1_000_000_000), kept, strict=False)]


def find(connection: sqlite3.Connection, id: str) -> Account:
    """The account with an id or the start of one, or the account that a record is in.

    Raises OnrecordError E036 (nothing) or E037 (more than one).
    """
    id = id.strip().lower()
    with told():
        rows = connection.execute(
            "SELECT json FROM accounts WHERE id >= ? AND id < ? LIMIT 2", (id, f"{id}g")
        ).fetchall()
        rows += connection.execute(
            "SELECT DISTINCT a.json FROM records r JOIN account_records m ON m.record = r.pk "
            "JOIN accounts a ON a.pk = m.account WHERE r.id >= ? AND r.id < ? LIMIT 2",
            (id, f"{id}g"),
        ).fetchall()
    if not rows or not id:
        raise OnrecordError("E036", id=id)
    if len(set(rows)) > 1:
        raise OnrecordError("E037", id=id)
    return msgspec.json.decode(rows[0][0], type=Account)


def _decoded(
    connection: sqlite3.Connection,
    event: str | None,
    reports: int,
    since: str | None,
    until: str | None,
) -> Iterator[Account]:
    query = """SELECT json FROM accounts
        WHERE reports >= ? AND (? IS NULL OR event = ?)
            AND (? IS NULL OR coalesce(end, start, '') >= ?)
            AND (? IS NULL OR coalesce(start, end, '9999') < ?)
        ORDER BY coalesce(start, end, '') DESC, id"""
    latest = f"{until}~" if until else None  # after all days that begin like it
    with told():
        for (json,) in connection.execute(
            query, (reports, event, event, since, since, latest, latest)
        ):
            yield msgspec.json.decode(json, type=Account)


def _takes_part(account: Account, party: Whom) -> bool:
    if party.country is not None:
        return party.country in account.countries
    return not {key(name) for name in (*account.actors, *account.recipients)}.isdisjoint(party.keys)


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """An account as one row of a table, without its words."""

    id: str
    event: str
    mode: str | None
    start: str | None
    end: str | None
    actors: str
    recipients: str
    countries: str
    places: str
    statuses: dict[str, int]
    doubted: bool
    days_agree: bool
    amounts: str
    amounts_agree: bool
    records: int
    reports: int
    outlets: int
    voices: int
    first_word: str | None
    last_word: str | None
    decided: bool


def line(account: Account) -> Line:
    """An account flattened, for spreadsheets."""
    plain = {
        name: getattr(account, name)
        for name in Line.__struct_fields__
        if name in Account.__struct_fields__
    }
    for name in ("actors", "recipients", "countries", "places"):
        plain[name] = " | ".join(plain[name])
    return Line(
        **plain,
        days_agree=account.days.agree,
        amounts=" | ".join(text for one in account.figures for text in one.texts),
        amounts_agree=all(one.agree for one in account.figures),
    )
