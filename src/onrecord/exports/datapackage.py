"""A folder of CSV files with their codebook and a ``datapackage.json`` (Frictionless Data).

A cell of text that a spreadsheet would take for a formula has an apostrophe before it: news is
hostile. Empty cells are unknown or open.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from typing import Any

import msgspec

from onrecord import __version__
from onrecord.exports.csv import guarded
from onrecord.exports.parts import Reads
from onrecord.exports.tables import COLUMNS, TABLES, codebook, columns, refers

__all__ = ["COLUMNS", "datapackage", "descriptor"]

_BOOK = {
    "table": "the table",
    "column": "the column",
    "type": "its type",
    "about": "what it holds",
}


def datapackage(reads: Reads, folder: Path, *, text: bool = False) -> None:
    """Write a CSV file for each table into ``folder``, the codebook and the descriptor."""
    with ExitStack() as files:
        sheets: dict[str, tuple[list[str], Any]] = {}
        for name, table in TABLES.items():
            path = folder / f"{name}.csv"
            file = files.enter_context(path.open("w", encoding="utf-8", newline=""))
            header = list(columns(table, text=text))
            sheets[name] = header, csv.writer(file)
            sheets[name][1].writerow(header)
        for report, records in reads:
            for name, table in TABLES.items():
                header, sheet = sheets[name]
                for row in table.rows(report, records, text):
                    sheet.writerow([_cell(row[column]) for column in header])
    with (folder / "codebook.csv").open("w", encoding="utf-8", newline="") as file:
        book = csv.writer(file)
        book.writerow(_BOOK)
        book.writerows(codebook(text=text))
    described = msgspec.json.format(msgspec.json.encode(descriptor(text=text)), indent=2)
    (folder / "datapackage.json").write_bytes(described + b"\n")


def descriptor(*, text: bool) -> dict[str, Any]:
    """``datapackage.json``: every table with its columns, keys and types."""
    return {
        "name": "onrecord",
        "title": "News reports on record",
        "description": "Who did or said what to whom, on whose word. A record never says that a "
        "thing is true: it says who says so.",
        "profile": "tabular-data-package",
        "version": __version__,
        "resources": [*_resources(text), _resource("codebook", "what each column holds", {
            "fields": [{"name": n, "type": "string", "description": d} for n, d in _BOOK.items()],
            "primaryKey": ["table", "column"],
        })],
    }  # fmt: skip


def _resources(text: bool) -> Iterator[dict[str, Any]]:
    for name, table in TABLES.items():
        schema: dict[str, Any] = {
            "fields": [
                {"name": column, "type": each.type, "description": each.about}
                for column, each in columns(table, text=text).items()
            ],
            "primaryKey": list(table.key),
        }
        if (link := refers(name)) is not None:
            there = {"resource": link[1], "fields": link[0]}
            schema["foreignKeys"] = [{"fields": link[0], "reference": there}]
        yield _resource(name, table.about, schema)


def _resource(name: str, about: str, schema: dict[str, Any]) -> dict[str, Any]:
    return {
        "name": name,
        "path": f"{name}.csv",
        "description": about,
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": schema,
    }


def _cell(value: object) -> object:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, date):
        return value.isoformat()
    return guarded(value) if isinstance(value, str) else value
