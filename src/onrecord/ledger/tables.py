"""Whole tables of the ledger for other tools: Arrow, and from it pandas or Polars.

A join with the ids that people know stands in for ``pk``, so that each table makes sense alone.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from importlib import import_module
from typing import Any

from onrecord.errors import OnrecordError
from onrecord.ledger.connection import told
from onrecord.ledger.frames import needed

TABLES: dict[str, tuple[str, dict[str, str]]] = {
    "reports": (
        "FROM reports t ORDER BY t.pk",
        {"id": "s", "title": "s", "text": "s", "published": "d", "published_time": "s",
         "published_from": "s", "language": "s", "reader": "s", "ontology": "s",
         "superseded": "b", "first_seen": "s", "last_seen": "s"},
    ),
    "sightings": (
        "FROM sightings t JOIN reports p ON p.pk = t.report "
        "LEFT JOIN sources o ON o.pk = t.source ORDER BY t.pk",
        {"p.id AS report": "s", "address": "s", "outlet": "s", "title": "s", "version": "i",
         "o.name AS source": "s", "item": "s", "first_seen": "s", "last_seen": "s"},
    ),
    "records": (
        "FROM records t JOIN reports p ON p.pk = t.report ORDER BY t.pk",
        {"id": "s", "p.id AS report": "s", "event": "s", "mode": "s", "cameo": "s", "status": "s",
         "negated": "b", "start": "d", "end": "d", "precision": "s", "basis": "s",
         "confidence": "f", "trigger": "s", "evidence": "s", "json": "s", "reader": "s",
         "ontology": "s", "first_seen": "s", "last_seen": "s"},
    ),
    "participants": (
        "FROM participants t JOIN records r ON r.pk = t.record "
        "ORDER BY t.record, t.role, t.position",
        {"r.id AS record": "s", "role": "s", "position": "i", "name": "s", "kind": "s",
         "country": "s", "sector": "s", "wikidata": "s", "stance": "s"},
    ),
    "stories": (
        "FROM story_reports t JOIN stories s ON s.pk = t.story JOIN reports p ON p.pk = t.report "
        "ORDER BY t.report",
        {"s.id AS story": "s", "p.id AS report": "s", "relation": "s", "similarity": "f"},
    ),
    "accounts": (
        "FROM accounts t ORDER BY t.pk",
        {"id": "s", "event": "s", "start": "d", "end": "d", "records": "i", "reports": "i",
         "outlets": "i", "voices": "i", "json": "s", "method": "s"},
    ),
    "account_records": (
        "FROM account_records t JOIN records r ON r.pk = t.record "
        "JOIN accounts a ON a.pk = t.account ORDER BY t.record",
        {"r.id AS record": "s", "a.id AS account": "s", "score": "f", "reason": "s"},
    ),
    "claims": (
        "FROM claims t JOIN accounts a ON a.pk = t.account JOIN records r ON r.pk = t.record "
        "LEFT JOIN records b ON b.pk = t.borne_out LEFT JOIN records d ON d.pk = t.disputed "
        "ORDER BY t.account, t.key",
        {"a.id AS account": "s", "name": "s", "r.id AS record": "s", "b.id AS borne_out": "s",
         "d.id AS disputed": "s"},
    ),
    "decisions": (
        "FROM decisions t ORDER BY t.pk",
        {"verdict": "s", "one": "s", "other": "s", "who": "s", "note": "s", "made": "s"},
    ),
    "parked": (
        "FROM parked t JOIN sources o ON o.pk = t.source ORDER BY t.pk",
        {"o.name AS source": "s", "item": "s", "code": "s", "reason": "s", "first_seen": "s",
         "last_seen": "s"},
    ),
}  # fmt: skip
"""Each table's query and its columns; s text, d day, i whole number, f number, b yes or no."""

_AT_ONCE = 10_000


def arrow(connection: sqlite3.Connection, name: str) -> Any:
    """A table as ``pyarrow.Table``. Raises OnrecordError E040 for one that isn't there."""
    pyarrow = import_module("pyarrow")
    schema = _schema(name)
    return pyarrow.Table.from_batches(batches(connection, name), schema=schema)


def batches(connection: sqlite3.Connection, name: str) -> Iterator[Any]:
    """A table in pieces, as ``pyarrow.RecordBatch``: never more than one of them in memory."""
    pyarrow = import_module("pyarrow")
    schema = _schema(name)
    source, columns = TABLES[name]
    selected = ", ".join(one if "." in one else f't."{one}"' for one in columns)
    with told():
        cursor = connection.execute(f"SELECT {selected} {source}")
        while rows := cursor.fetchmany(_AT_ONCE):
            arrays = [
                _array(pyarrow, kind, values)
                for kind, values in zip(columns.values(), zip(*rows, strict=True), strict=True)
            ]
            yield pyarrow.RecordBatch.from_arrays(arrays, schema=schema)


def pandas(connection: sqlite3.Connection, name: str) -> Any:
    """A table as ``pandas.DataFrame``. Raises OnrecordError E039 without pandas."""
    needed("pandas")
    return arrow(connection, name).to_pandas()


def polars(connection: sqlite3.Connection, name: str) -> Any:
    """A table as ``polars.DataFrame``. Raises OnrecordError E039 without Polars."""
    return needed("polars").from_arrow(arrow(connection, name))


def _schema(name: str) -> Any:
    pyarrow = import_module("pyarrow")
    if name not in TABLES:
        raise OnrecordError("E040", name=name, names=", ".join(TABLES))
    types = {"s": pyarrow.string(), "d": pyarrow.date32(), "i": pyarrow.int64(),
             "f": pyarrow.float64(), "b": pyarrow.bool_()}  # fmt: skip
    columns = TABLES[name][1]
    return pyarrow.schema([(one.split(" AS ")[-1], types[kind]) for one, kind in columns.items()])


def _array(pyarrow: Any, kind: str, values: tuple[Any, ...]) -> Any:
    if kind == "d":  # strings first: Arrow reads ISO 8601 faster than Python does
        return pyarrow.array(values, pyarrow.string()).cast(pyarrow.date32())
    if kind == "b":
        return pyarrow.array(values, pyarrow.int64()).cast(pyarrow.bool_())
    return pyarrow.array(values)
