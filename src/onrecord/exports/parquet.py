"""A folder of Parquet files, one a table, for pandas, polars, DuckDB, Spark and Arrow.

The codebook is inside: each column's description is in its field's metadata, and in
``codebook.csv``. Rows are written as they come, ``ROWS`` at a time, so memory stays flat.
"""

from __future__ import annotations

import csv
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from onrecord import __version__
from onrecord.exports.parts import Reads
from onrecord.exports.tables import COLUMNS, TABLES, Table, codebook, columns

__all__ = ["COLUMNS", "parquet", "schema"]

ROWS = 20_000  # a row group


def parquet(reads: Reads, folder: Path, *, text: bool = False) -> None:
    """Write a Parquet file for each table into ``folder``, and the codebook."""
    with ExitStack() as files:
        sheets = {}
        for name, table in TABLES.items():
            sheets[name] = sheet = _Sheet(folder / f"{name}.parquet", schema(table, text=text))
            files.callback(sheet.close)
        for report, records in reads:
            for name, table in TABLES.items():
                for row in table.rows(report, records, text):
                    sheets[name].add(row)
    with (folder / "codebook.csv").open("w", encoding="utf-8", newline="") as file:
        book = csv.writer(file)
        book.writerow(("table", "column", "type", "about"))
        book.writerows(codebook(text=text))


def schema(table: Table, *, text: bool) -> Any:
    """A table's Arrow schema, with what each column holds as its metadata."""
    import pyarrow as pa

    types = {
        "string": pa.string(), "integer": pa.int64(), "number": pa.float64(),
        "boolean": pa.bool_(), "date": pa.date32(),
    }  # fmt: skip
    return pa.schema(
        [
            pa.field(
                name,
                types[each.type],
                nullable=name not in table.key,
                metadata={"description": each.about},
            )
            for name, each in columns(table, text=text).items()
        ],
        metadata={"description": table.about, "creator": f"onrecord {__version__}"},
    )


class _Sheet:
    """One file: rows wait until they make a row group."""

    def __init__(self, path: Path, shape: Any) -> None:
        from pyarrow.parquet import ParquetWriter

        self._shape = shape
        self._waiting: list[dict[str, Any]] = []
        self._writer = ParquetWriter(path, shape, compression="zstd")

    def add(self, row: dict[str, Any]) -> None:
        self._waiting.append(row)
        if len(self._waiting) >= ROWS:
            self._write()

    def close(self) -> None:
        try:
            self._write()
        finally:
            self._writer.close()

    def _write(self) -> None:
        import pyarrow as pa

        if self._waiting:
            self._writer.write_table(pa.Table.from_pylist(self._waiting, schema=self._shape))
            self._waiting = []
