"""The ledger in Datasette: opened by its own machinery, in this process, and only read."""

from __future__ import annotations

import asyncio
import json
from datetime import date
from typing import Any

import pytest

from onrecord.ledger import schema
from onrecord.ledger.ledger import Ledger
from onrecord.ledger.metadata import metadata
from onrecord.report import Report
from tests.ledger.made import read

TABLES = {
    words[2]
    for statements in schema.MIGRATIONS
    for words in map(str.split, statements)
    if words[:2] in (["CREATE", "TABLE"], ["CREATE", "VIEW"])
}


@pytest.fixture
def full(ledger: Ledger) -> Ledger:
    for day, text in (
        (14, "Lima Radio said Peru threatened Chile.\nPeru and Chile met."),
        (15, "Chile accused Peru."),
    ):
        report = Report(
            text=text, published=date(2025, 3, day), title=f"Talks {day}", outlet="Tide"
        )
        ledger.put(report, read(report))
    ledger.update()
    return ledger


def served(ledger: Ledger, *addresses: str) -> list[Any]:
    """What Datasette answers; an error as its status."""
    app = pytest.importorskip("datasette.app")

    async def asked() -> list[Any]:
        datasette = app.Datasette([str(ledger.path)], metadata=metadata(ledger.path))
        found = [await datasette.client.get(f"/{ledger.path.stem}{one}") for one in addresses]
        return [one.json() if one.status_code == 200 else one.status_code for one in found]

    return asyncio.run(asked())


def test_every_table_is_served(full: Ledger) -> None:
    (about,) = served(full, ".json")
    shown = {table["name"]: table for table in about["tables"] if not table["hidden"]}
    views = {view["name"] for view in about["views"]}
    assert {*shown, *views} == TABLES
    assert {table["fts_table"] for table in shown.values()} == {None, "reports_fts"}
    links = {
        (name, link["column"], link["other_table"])
        for name, table in shown.items()
        for link in table["foreign_keys"]["outgoing"]
    }
    assert {("records", "report", "reports"), ("claims", "borne_out", "records")} <= links
    assert all(served(full, *(f"/{name}.json" for name in sorted(TABLES))))


def test_views_and_search(full: Ledger) -> None:
    records, found, accounts, nothing = served(
        full,
        "/record_view.json?_shape=array&event=THREATEN",
        "/reports.json?_shape=array&_search=accusing",
        "/account_view.json?_shape=array&event=THREATEN",
        "/reports.json?_shape=array&_search=zebra",
    )
    (record,) = records
    assert (record["actors"], record["recipients"], record["voices"]) == (
        "Peru", "Chile", "Lima Radio",
    )  # fmt: skip
    assert (record["title"], record["outlet"], record["status"]) == (
        "Talks 14",
        "Tide",
        "attributed",
    )
    assert [report["title"] for report in found] == ["Talks 15"]
    (account,) = accounts
    assert (account["actors"], account["recipients"]) == ("Peru", "Chile")
    assert (account["statuses"], account["doubted"]) == ("attributed 1", 0)
    assert record["account"] == account["id"] and nothing == []


def test_its_questions(full: Ledger) -> None:
    told, voices = served(
        full, "/timeline.json?one=PER&other=CHL&_shape=array", "/voices.json?_shape=array"
    )
    assert [record["event"] for record in told] == ["THREATEN", "CONSULT", "ACCUSE"]
    assert voices == [{"voice": "Lima Radio", "claims": 1, "borne_out": 0, "disputed": 0}]


def test_nothing_is_written(full: Ledger) -> None:
    before = full.path.read_bytes()
    assert served(full, ".json?sql=DELETE+FROM+reports") == [400]
    assert full.path.read_bytes() == before
    assert full.check() == []


def test_everything_is_described(full: Ledger) -> None:
    about = metadata("some/where.db")["databases"]["where"]
    assert set(about["tables"]) == TABLES
    for query in about["queries"].values():
        full.connection.execute(query["sql"], {"one": "PER", "other": "CHL"}).fetchall()
    for name, table in about["tables"].items():
        columns = {row[1] for row in full.connection.execute(f"PRAGMA table_xinfo({name})")}
        assert {*table.get("facets", ()), table.get("label_column", "")} <= {*columns, ""}
    assert json.dumps(about)
