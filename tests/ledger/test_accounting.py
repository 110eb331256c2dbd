"""Accounts in a ledger: incremental and made anew come to the same; decisions are kept."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

pytest.importorskip("rensa")

from onrecord.errors import OnrecordError
from onrecord.intake.arrival import Arrival
from onrecord.ledger import accounting, asking, decisions
from onrecord.ledger.connection import connect, writing
from onrecord.ledger.store import Store
from onrecord.record import Record
from onrecord.report import Report
from tests.ledger.told_samples import record

DAY = date(2025, 3, 14)
LANDED = (
    "They landed on Wednesday near the harbour, where people had waited since dawn in the rain."
)
TOLD = [
    ("Tide", "Kenya sent over 10,000 troops to Fiji on Wednesday, Tonga said.", "Fiji"),
    ("Gull", f"Kenya has sent 11,000 troops to Fiji. {LANDED}", "Fiji"),
    ("Reef", f"Troops at last. Kenya has sent 11,000 troops to Fiji. {LANDED}", "Fiji"),
    ("Palm", "Kenya sent rice to Tonga in a ship of its navy after the storm.", "Tonga"),
]


def reports() -> list[tuple[Report, Record]]:
    found = []
    for outlet, text, to in TOLD:
        report = Report(text=text, published=DAY, outlet=outlet)
        start = "2025-03-12" if to == "Fiji" else None
        voice = "Tonga" if outlet == "Tide" else ""
        found.append((report, record(report, "sent", "AID", "Kenya", to, voice=voice, start=start)))
    return found


def put(connection: sqlite3.Connection, report: Report, made: Record) -> None:
    store = Store(connection)
    with writing(connection):
        source = store.source("tests", "").pk
        store.put(Arrival(report=report), [made], reader="1", source=source)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    connection = connect(tmp_path / "ledger.db")
    yield connection
    connection.close()


def rows(connection: sqlite3.Connection) -> list[tuple[object, ...]]:
    return connection.execute(
        "SELECT r.id, a.id, a.json, m.score, m.reason FROM account_records m "
        "JOIN records r ON r.pk = m.record JOIN accounts a ON a.pk = m.account ORDER BY r.id"
    ).fetchall()


def test_one_account_of_three_reports(ledger: sqlite3.Connection) -> None:
    for report, made in reports():
        put(ledger, report, made)
    assert accounting.update(ledger) == 2
    assert accounting.update(ledger) == 0
    (one,) = asking.accounts(ledger, "Fiji")
    assert (one.records, one.reports, one.outlets) == (3, 3, 3)
    assert one.voices == 2  # Tonga's word, and one text that two outlets print
    assert one.statuses == {"asserted": 2, "attributed": 1}
    assert asking.accounts(ledger, "KEN", "Tonga", reports=2) == []
    assert len(asking.accounts(ledger, "KEN", since="2025", until="2025-03", event="AID")) == 2
    assert asking.accounts(ledger, status="attributed", doubted=True) == []
    assert asking.find(ledger, one.id[:8]) == asking.find(ledger, one.words[0].record) == one
    assert asking.line(one).actors == "Kenya"
    with pytest.raises(OnrecordError, match="E036"):
        asking.find(ledger, "0" * 16)


def test_as_they_arrive_or_all_at_once(tmp_path: Path) -> None:
    found = []
    for number in range(3):
        connection = connect(tmp_path / f"{number}.db")
        told = reports()
        random.Random(number).shuffle(told)
        for report, made in told:
            put(connection, report, made)
            if number:
                accounting.update(connection)
        accounting.update(connection, anew=number == 2)
        found.append(rows(connection))
        connection.close()
    assert found[0] == found[1] == found[2]


def test_decisions(ledger: sqlite3.Connection) -> None:
    told = reports()
    for report, made in told:
        put(ledger, report, made)
    accounting.update(ledger)
    before = rows(ledger)
    first, second, _, rice = (made.id for _, made in told)

    def together() -> bool:
        of = accounting.of_records(ledger)
        return of[first] == of[second]

    assert together()
    accounting.decide(ledger, "not_same", first, second, who="A. Reader")
    assert not together()
    accounting.decide(ledger, "same", second, first)
    assert together()
    assert asking.find(ledger, first).decided
    accounting.decide(ledger, "wrong", rice, note="a film")
    assert rice not in accounting.of_records(ledger)
    assert accounting.update(ledger) == 0
    accounting.decide(ledger, "right", rice)
    assert {row[:2] for row in rows(ledger)} == {row[:2] for row in before}
    log = decisions.log(ledger)
    assert [d.verdict for d in log] == ["not_same", "same", "wrong", "right"]
    assert (log[0].who, log[2].note) == ("A. Reader", "a film")


def test_a_decision_that_makes_no_sense(ledger: sqlite3.Connection) -> None:
    for arguments in (("same", "a"), ("wrong", "a", "b"), ("same", "a", "a"), ("maybe", "a")):
        with pytest.raises(OnrecordError, match="E050"):
            accounting.decide(ledger, *arguments)
    assert decisions.log(ledger) == []


def test_what_is_removed_leaves_its_account(ledger: sqlite3.Connection) -> None:
    told = reports()
    for report, made in told:
        put(ledger, report, made)
    accounting.update(ledger)
    with writing(ledger):
        Store(ledger).remove(told[0][0].id, "asked to")
    accounting.update(ledger)
    (one,) = asking.accounts(ledger, "Fiji")
    assert (one.records, one.voices) == (2, 1)
