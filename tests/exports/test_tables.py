"""The tables of CSV and Parquet: whole records come back out of them."""

from __future__ import annotations

import csv
from collections import defaultdict
from pathlib import Path
from typing import Any

import msgspec
import pytest

from onrecord.exports.datapackage import datapackage
from onrecord.exports.parquet import parquet
from onrecord.exports.tables import TABLES, columns
from onrecord.record import Record
from tests.exports.reads import FORMULA, LONG, Reads, everything, example, hostile

pq = pytest.importorskip("pyarrow.parquet")

Rows = dict[str, list[dict[str, Any]]]


def read_parquet(folder: Path) -> Rows:
    return {name: pq.read_table(folder / f"{name}.parquet").to_pylist() for name in TABLES}


def read_csv(folder: Path) -> Rows:
    found: Rows = {}
    for name in TABLES:
        with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            found[name] = list(csv.DictReader(file))
    return found


def records(tables: Rows) -> list[Record]:
    """Records out of tables: the way back, which only a test needs."""
    parts: dict[str, dict[str, list[dict[str, Any]]]] = {}
    for name in ("participants", "voices", "places", "amounts", "quotes"):
        parts[name] = defaultdict(list)
        for row in tables[name]:
            parts[name][row["record"]].append(_part(row))
    found = []
    for row in tables["records"]:
        key = row["record"]
        cast = parts["participants"][key]
        voices = [
            {**voice, "entities": [p for p in cast if p["side"] == "voice" and p["voice"] == n]}
            for n, voice in enumerate(parts["voices"][key])
        ]
        found.append(msgspec.convert({
            **row,
            "id": key,
            "contexts": row["contexts"].split(" | ") if row["contexts"] else [],
            "actors": [p for p in cast if p["side"] == "actor"],
            "recipients": [p for p in cast if p["side"] == "recipient"],
            "when": {
                "start": row["start"] and str(row["start"]),
                "end": row["end"] and str(row["end"]),
                "precision": row["precision"], "basis": row["basis"], "text": row["when_text"],
                "span": None if row["when_start"] is None else (row["when_start"], row["when_end"]),
            },
            "where": parts["places"][key],
            "amounts": parts["amounts"][key],
            "voices": voices,
            "quotes": parts["quotes"][key],
            "trigger": {"text": row["trigger"],
                        "span": (row["trigger_start"], row["trigger_end"])},
            "evidence": {"text": row["evidence"],
                         "span": (row["evidence_start"], row["evidence_end"])},
        }, Record))  # fmt: skip
    return found


def _part(row: dict[str, Any]) -> dict[str, Any]:
    part = {**row, "span": (row["start"], row["end"]), "id": row.get("wikidata")}
    if "cue_start" in row:
        part["cue_span"] = None if row["cue"] is None else (row["cue_start"], row["cue_end"])
    return part


def told(reads: Reads) -> list[Record]:
    """The records, but for a day that no calendar has, which no column can hold."""
    found = [record for _, on_record in reads for record in on_record]
    return [
        msgspec.structs.replace(r, when=msgspec.structs.replace(r.when, start=None))
        if r.when.start == "2025-02-30" else r
        for r in found
    ]  # fmt: skip


def test_records_come_back_from_parquet(tmp_path: Path) -> None:
    parquet(everything(), tmp_path, text=True)
    assert records(read_parquet(tmp_path)) == told(everything())


def test_reports_come_back_from_parquet(tmp_path: Path) -> None:
    parquet(everything(), tmp_path, text=True)
    found = read_parquet(tmp_path)["reports"]
    assert [(r["text"], r["published"], r["title"]) for r in found] == [
        (r.text, r.published, r.title) for r, _ in everything()
    ]


def test_records_come_back_from_csv(tmp_path: Path) -> None:
    """Frictionless reads the types that datapackage.json states."""
    frictionless = pytest.importorskip("frictionless")
    datapackage(example(), tmp_path, text=True)
    package = frictionless.Package(str(tmp_path / "datapackage.json"))
    tables = {
        resource.name: [row.to_dict() for row in resource.read_rows()]
        for resource in package.resources
        if resource.name in TABLES
    }
    assert records(tables) == told(example())


@pytest.mark.parametrize("text", [False, True])
def test_the_package_is_valid(tmp_path: Path, text: bool) -> None:
    frictionless = pytest.importorskip("frictionless")
    datapackage(everything(), tmp_path, text=text)
    report = frictionless.validate(str(tmp_path / "datapackage.json"))
    assert report.valid, report.flatten(["name", "type", "note"])


@pytest.mark.parametrize("text", [False, True])
def test_columns_are_those_documented(tmp_path: Path, text: bool) -> None:
    datapackage(everything(), tmp_path, text=text)
    parquet(everything(), tmp_path, text=text)
    with (tmp_path / "codebook.csv").open(encoding="utf-8", newline="") as file:
        book = [(row["table"], row["column"]) for row in csv.DictReader(file)]
    for name, table in TABLES.items():
        expected = list(columns(table, text=text))
        with (tmp_path / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            assert next(csv.reader(file)) == expected
        schema = pq.read_schema(tmp_path / f"{name}.parquet")
        assert schema.names == expected
        assert all(schema.field(column).metadata[b"description"] for column in expected)
        assert [column for where, column in book if where == name] == expected
    assert ("text" in columns(TABLES["reports"], text=text)) == text


def test_no_cell_is_a_formula(tmp_path: Path) -> None:
    datapackage(hostile(), tmp_path, text=True)
    numbers = {n for t in TABLES.values() for n, c in t.columns.items() if c.type != "string"}
    guarded = 0
    for rows in read_csv(tmp_path).values():
        for row in rows:
            for name, cell in row.items():
                if name not in numbers:
                    assert not cell.lstrip(" \n").startswith(("=", "+", "-", "@", "\t", "\r"))
                    guarded += cell.startswith(f"'{FORMULA}")
    assert guarded >= 6


def test_parquet_guards_nothing(tmp_path: Path) -> None:
    parquet(hostile(), tmp_path)
    assert read_parquet(tmp_path)["reports"][0]["title"].startswith(FORMULA)


def test_long_quotes_are_cut(tmp_path: Path) -> None:
    parquet(hostile(), tmp_path)
    [quote] = read_parquet(tmp_path)["quotes"]
    assert len(quote["text"]) == 280
    assert quote["end"] - quote["start"] == len(LONG)  # the span is that of the whole


def test_many_rows_are_several_groups(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from onrecord.exports import parquet as module

    monkeypatch.setattr(module, "ROWS", 4)
    parquet(example(), tmp_path, text=True)
    assert pq.ParquetFile(tmp_path / "records.parquet").num_row_groups == 3
    assert records(read_parquet(tmp_path)) == told(example())
