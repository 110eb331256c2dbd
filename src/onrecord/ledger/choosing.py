"""Which records are asked for: by who, when, what and status. Conditions in, SQL and values out."""

from __future__ import annotations

from typing import Any

import msgspec

from onrecord.ledger.whom import Whom, whom

SUPERSEDED = "SELECT pk FROM reports WHERE superseded = 1"
"""Reports that have a later version. Asked of an index: in the table it stands behind the text."""


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


def chosen(one: str | None, other: str | None, choice: Choice) -> tuple[str, list[Any]]:
    """A query for the ``pk``, ``report`` and ``day`` of the records, and its values.

    one, other: codes or names of who takes part; None: anybody. What denies a happening that is
    found, by its account, is found with it, though it may name only one of the two. Raises
    OnrecordError E005 for a day that is none.
    """
    found, values = _found(whom(one) if one else None, whom(other) if other else None, choice)
    where, more = _where(choice)
    limit = "" if choice.limit is None else f" LIMIT {int(choice.limit)}"
    query = f"""
        WITH found AS ({found if one is None else f"{found} UNION {_DENIALS.format(found)}"})
        SELECT r.pk, r.report, r.day FROM found JOIN records r ON r.pk = found.record
        WHERE {where} ORDER BY r.day DESC, r.pk DESC{limit}
    """
    return query, (values if one is None else values * 2) + more


_DENIALS = """
    SELECT denial.pk FROM ({}) told JOIN account_records mine ON mine.record = told.record
    JOIN account_records theirs ON theirs.account = mine.account
    JOIN records denial ON denial.pk = theirs.record
    WHERE denial.status = 'denied' OR denial.negated = 1
"""


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


def _found(one: Whom | None, other: Whom | None, choice: Choice) -> tuple[str, list[Any]]:
    """A query for the pks of the records, and its values."""
    if one is None:
        return "SELECT pk AS record FROM records", []
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
    parts: list[str] = [] if choice.superseded else [f"r.report NOT IN ({SUPERSEDED})"]
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
