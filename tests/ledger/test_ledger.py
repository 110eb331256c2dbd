"""The public face: one thing by its id, tables for other tools, the ledger's own checks."""

from __future__ import annotations

import sqlite3
import sys
from datetime import date
from pathlib import Path

import msgspec
import pytest

import onrecord
from onrecord.errors import OnrecordError
from onrecord.ledger.explaining import reasons
from onrecord.ledger.ledger import Added, Ledger
from onrecord.ledger.tables import TABLES
from onrecord.report import Report
from tests.ledger.conftest import Counting
from tests.ledger.made import read, write
from tests.samples import greetings, records


@pytest.fixture
def full(ledger: Ledger) -> Ledger:
    ledger.put(greetings(), records())
    report = Report(text="Peru accused Chile.", published=date(2025, 3, 14), title="Talks")
    ledger.put(report, read(report))
    return ledger


def test_public_name() -> None:
    assert onrecord.Ledger is Ledger


def test_add(tmp_path: Path, ledger: Ledger, reader: Counting) -> None:
    path = write(tmp_path, "a.txt", None, "Peru accused Chile.\nPeru and Chile met.")
    found = ledger.add(path, "nosuch", read=reader, reader="1", published="2025-03-14")
    assert found == Added(added=1, records=2, errors=1)
    assert [one.when.start for one in ledger.records()] == ["2025-03-14"] * 2


def test_records_come_back_as_they_were(full: Ledger) -> None:
    assert list(full.records(greetings().id)) == records()
    assert len(list(full.records())) == len(records()) + 1


def test_find(full: Ledger) -> None:
    wanted = records()[0]
    found = full.find(wanted.id[:10].upper())
    assert found.record == wanted
    assert found.held.report.text == greetings().text
    assert found.held.records == records()
    report = full.find(greetings().id)
    assert report.record is None and report.held.sightings[0].source == "python"
    for id, code in (("zz", "E036"), ("", "E037"), ("0" * 16, "E036"), ("%", "E036")):
        with pytest.raises(OnrecordError, match=code):
            full.find(id)


def test_remove(full: Ledger) -> None:
    full.remove(records()[0].id, reason="test")
    assert [one.evidence.text for one in full.records()] == ["Peru accused Chile."]
    assert full.check() == []


def test_arrow(full: Ledger) -> None:
    for name, (_, columns) in TABLES.items():
        table = full.arrow(name)
        assert table.column_names == [column.split(" AS ")[-1] for column in columns], name
    table = full.arrow("records")
    assert table["id"].to_pylist()[:2] == [one.id for one in records()[:2]]
    assert table["evidence"].to_pylist()[0] == records()[0].evidence.text
    assert table["start"].to_pylist()[0] == date(2025, 3, 14)
    with pytest.raises(OnrecordError, match="E040"):
        full.arrow("nosuch")


def test_accounts_and_decisions(full: Ledger) -> None:
    assert full.accounts() == []
    assert full.update() > 0 and full.update() == 0
    (account,) = full.accounts("PER", "CHL")
    record = account.words[0].record
    assert full.account(account.id) == full.account(record) == account
    made = full.decide("wrong", record[:10], who="A. Reader")
    assert (made.verdict, made.one, made.who) == ("wrong", record, "A. Reader")
    assert full.accounts("PER", "CHL") == []
    assert full.decisions() == [made]
    for arguments, code in (
        (("wrong", greetings().id), "E041"),
        (("wrong", "zz"), "E036"),
        (("same", record), "E050"),
        (("wrong", record, records()[0].id), "E050"),
    ):
        with pytest.raises(OnrecordError, match=code):
            full.decide(*arguments)
    assert len(full.decisions()) == 1
    full.decide("right", record)
    assert full.update(anew=True) == len(full.accounts())
    assert full.arrow("accounts").num_rows == len(full.accounts())
    assert full.arrow("decisions")["verdict"].to_pylist() == ["wrong", "right"]


def test_an_account_knows_all_outlets(full: Ledger) -> None:
    """A report that was seen elsewhere too has its accounts made anew."""
    report = Report(text="Chile helped Peru.", published=date(2025, 3, 14), outlet="The Example")
    full.put(report, read(report))
    full.update()
    assert full.accounts(event="AID")[0].outlets == 1
    again = msgspec.structs.replace(report, outlet="Another")
    full.put(again, read(again))
    assert full.update() == 1
    assert full.accounts(event="AID")[0].outlets == 2


def test_pandas_and_polars(full: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    assert list(full.pandas("reports")["title"])[1] == "Talks"
    assert full.polars("participants")["role"].to_list()[:1] == ["actor"]
    for library, table in (("pandas", full.pandas), ("polars", full.polars)):
        monkeypatch.setitem(sys.modules, library, None)
        with pytest.raises(OnrecordError, match=f"E039.*pip install {library}"):
            table("reports")


def test_check_finds_what_is_wrong(full: Ledger) -> None:
    assert full.check() == []
    connection = full.connection
    id = records()[0].id
    for statement, check in (
        ("UPDATE reports SET text = text || '.' WHERE title IS NULL OR 1", "report's id"),
        (f"UPDATE records SET event = event, json = replace(json, 'Friday', 'Monday') "
         f"WHERE id = '{id}'", "record's words"),
        (f"UPDATE records SET json = '{{}}' WHERE id = '{id}'", "record's fields"),
        ("DELETE FROM pairs", "record's rows"),
        ("UPDATE records SET id = '0' WHERE id IN (SELECT max(id) FROM records)", "record's id"),
    ):  # fmt: skip
        connection.execute("BEGIN")
        connection.execute(statement)
        found = {finding.check for finding in full.check()}
        connection.execute("ROLLBACK")
        assert check in found, (check, found)


def test_reasons() -> None:
    text = greetings().text
    for record in records():
        found = list(reasons(record))
        for one in found:
            assert one.span is None or one.text == text[one.span[0] : one.span[1]]
        assert {one.field for one in found} >= {"event", "when", "status", "confidence", "evidence"}
    assert msgspec.json.encode(found)


def test_readonly(full: Ledger) -> None:
    with Ledger(full.path, readonly=True) as other:
        assert len(list(other.records())) == len(records()) + 1
        with pytest.raises(sqlite3.OperationalError):
            other.connection.execute("DELETE FROM records")


def test_a_reader_beside_a_writer(full: Ledger) -> None:
    with Ledger(full.path, readonly=True) as other:
        full.connection.execute("BEGIN IMMEDIATE")
        full.connection.execute("UPDATE records SET confidence = 0")
        assert max(one.confidence for one in other.records()) > 0
        full.connection.execute("ROLLBACK")


@pytest.mark.parametrize(
    "text",
    [
        "Ghana has accused Togo of arming rebels. Togo denied the claim on Monday.",
        "Kenya said that Somalia had bombed a village. Somalia rejected the allegation.",
    ],
)
def test_check_knows_the_id_of_a_denial(ledger: Ledger, text: str) -> None:
    report = Report(text=text, published=date(2024, 5, 14))
    try:
        found = onrecord.Reader().read(text, "2024-05-14")
    except OnrecordError as error:
        pytest.skip(f"no weights: {error}")
    assert "denied" in [record.status for record in found]
    ledger.put(report, found)
    assert ledger.check() == []
