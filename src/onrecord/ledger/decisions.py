"""People's corrections: an append-only log that every account is recomputed from.

Four verdicts: ``same`` and ``not_same`` of two records (they tell of one happening, or don't),
``right`` and ``wrong`` of one (it says what the report says, or doesn't). Nothing is ever taken
back: a later decision on the same record or pair outweighs an earlier one, and both stay.
Decisions name records by id, so they hold for a ledger that is made anew from the same reports.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from typing import Literal, get_args

import msgspec

from onrecord.errors import OnrecordError
from onrecord.ledger.connection import told, writing
from onrecord.ledger.store import now

Verdict = Literal["same", "not_same", "right", "wrong"]
Pair = tuple[str, str]
"""Two ids, the smaller first."""


class Decision(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the log. other is None for right and wrong."""

    verdict: Verdict
    one: str
    other: str | None = None
    who: str | None = None
    note: str | None = None
    made: str = ""


class Rules(msgspec.Struct, frozen=True, kw_only=True):
    """What the whole log comes to: the last word on each record and each pair."""

    same: frozenset[Pair] = frozenset()
    apart: frozenset[Pair] = frozenset()
    right: frozenset[str] = frozenset()
    wrong: frozenset[str] = frozenset()


def pair(one: str, other: str) -> Pair:
    """Two ids as a pair."""
    return (one, other) if one < other else (other, one)


def rules(log: Iterable[Decision]) -> Rules:
    """A pure function of the log, oldest first."""
    pairs: dict[Pair, str] = {}
    records: dict[str, str] = {}
    for decision in log:
        if decision.other is None:
            records[decision.one] = decision.verdict
        else:
            pairs[pair(decision.one, decision.other)] = decision.verdict
    return Rules(
        same=frozenset(both for both, verdict in pairs.items() if verdict == "same"),
        apart=frozenset(both for both, verdict in pairs.items() if verdict == "not_same"),
        right=frozenset(one for one, verdict in records.items() if verdict == "right"),
        wrong=frozenset(one for one, verdict in records.items() if verdict == "wrong"),
    )


def log(connection: sqlite3.Connection) -> list[Decision]:
    """Every decision, oldest first."""
    with told():
        found = connection.execute(
            "SELECT verdict, one, other, who, note, made FROM decisions ORDER BY pk"
        ).fetchall()
    return [Decision(**dict(zip(Decision.__struct_fields__, row, strict=True))) for row in found]


def decision(
    verdict: str, one: str, other: str | None = None, *, who: str | None, note: str | None
) -> Decision:
    """A decision made now. Raises OnrecordError E050 for one that makes no sense."""
    if verdict not in get_args(Verdict):
        raise OnrecordError("E050", verdict=verdict, reason="there is no such verdict")
    if (other is not None) != (verdict in ("same", "not_same")):
        needs = "two records" if other is None else "one record"
        raise OnrecordError("E050", verdict=verdict, reason=f"it is about {needs}")
    if one == other:
        raise OnrecordError("E050", verdict=verdict, reason="the two records are one")
    made = {"verdict": verdict, "one": one, "other": other, "who": who, "note": note}
    return msgspec.convert({**made, "made": now()}, Decision)


def append(connection: sqlite3.Connection, made: Decision) -> Decision:
    """The log with one line more. Accounts follow where ``accounting.decide`` calls this."""
    with writing(connection):
        connection.execute(
            "INSERT INTO decisions (verdict, one, other, who, note, made) "
            "VALUES (?, ?, ?, ?, ?, ?)",
            msgspec.structs.astuple(made),
        )
    return made
