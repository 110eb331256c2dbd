"""Tables -> Reports, a row each: CSV and TSV, JSON Lines and JSON, Parquet.

A bad row costs that row. Rows are read one after the other, so a table may be larger than memory.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import IO, Any

import msgspec

from onrecord.errors import OnrecordError
from onrecord.intake import columns as mapped
from onrecord.intake.arrival import MAX_PAGE, Arrival, Columns, Items, Note, Raw, broken
from onrecord.intake.parsers import load
from onrecord.intake.text import decode

Row = Mapping[str, object]
Named = tuple[str, Row | OnrecordError]


def separated(
    stream: IO[bytes], delimiter: str, wanted: Columns, *, published: date | str | None = None
) -> Iterator[Items]:
    """The rows of a CSV or TSV file with a header."""
    return _items(_separated(stream, delimiter), wanted, published)


def lines(
    stream: IO[bytes], wanted: Columns, *, published: date | str | None = None
) -> Iterator[Items]:
    """The objects of a JSON Lines file; or of a JSON file that is an array or one object."""
    return _items(_lines(stream), wanted, published)


def parquet(
    stream: IO[bytes], wanted: Columns, *, published: date | str | None = None
) -> Iterator[Items]:
    """The rows of a Parquet file; of its columns only those that are used are read."""
    pyarrow = load("pyarrow")
    try:
        table = load("pyarrow.parquet").ParquetFile(stream)
        columns = mapped.mapping(table.schema_arrow.names, wanted)
    except pyarrow.ArrowException as error:
        yield broken("", "E023", reason=_short(error))
        return
    except OnrecordError as error:
        yield broken("", error.code, **error.details)
        return
    yield Note(text=mapped.told(columns))
    used = [name for name in msgspec.structs.astuple(columns) if name is not None]
    number = 0
    for group in range(table.num_row_groups):
        try:
            for batch in table.iter_batches(64, row_groups=[group], columns=used):
                for row in batch.to_pylist():
                    number += 1
                    yield _raw(f"row {number}", row, columns, published)
        except (pyarrow.ArrowException, OSError, ValueError) as error:
            # The group's other rows can't be reached, but the next group can.
            yield broken(f"row group {group + 1}", "E023", reason=_short(error))


def _items(rows: Iterable[Named], wanted: Columns, published: date | str | None) -> Iterator[Items]:
    columns: Columns | None = None
    for name, row in rows:
        if isinstance(row, OnrecordError):
            yield broken(name, row.code, **row.details)
            continue
        if columns is None:
            try:
                columns = mapped.mapping(list(row), wanted)
            except OnrecordError as error:
                yield broken(name, error.code, **error.details)
                return
            yield Note(text=mapped.told(columns))
        yield _raw(name, row, columns, published)


def _raw(name: str, row: Row, columns: Columns, published: date | str | None) -> Raw:
    def make() -> Arrival:
        return mapped.arrived(row, columns, published=published)

    return Raw(item=name, make=make)


def _separated(stream: IO[bytes], delimiter: str) -> Iterator[Named]:
    csv.field_size_limit(MAX_PAGE)
    head = stream.read(1 << 16)
    stream.seek(0)
    try:
        decode(head[: head.rfind(b"\n") + 1] or head)
        encoding = "utf-16" if head[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
        head.decode(encoding, "strict")
    except UnicodeDecodeError as error:
        encoding = encoding if error.start > len(head) - 4 else "cp1252"
    except OnrecordError as error:
        yield "", error
        return
    with io.TextIOWrapper(stream, encoding, "replace", newline="") as text:
        rows = csv.reader(text, delimiter=delimiter)
        names: list[str] | None = None
        while True:
            name = f"line {rows.line_num + 1}"
            try:
                row = next(rows, None)
            except csv.Error as error:
                yield name, OnrecordError("E023", reason=str(error))
                continue
            if row is None:
                return
            if names is None:
                names = [cell.strip() for cell in row]
            elif row:
                yield name, dict(zip(names, row, strict=False))


def _lines(stream: IO[bytes]) -> Iterator[Named]:
    decoder = msgspec.json.Decoder()
    number = 0
    while line := stream.readline(MAX_PAGE + 1):
        number += 1
        name = f"line {number}"
        if len(line) > MAX_PAGE:
            yield name, OnrecordError("E006", limit=f"{MAX_PAGE:,}")
            while line and not line.endswith(b"\n"):
                line = stream.readline(MAX_PAGE)
            continue
        line = line.removeprefix(b"\xef\xbb\xbf").strip(b" \t\r\n\x1e")  # RFC 7464's marks too
        if not line:
            continue
        try:
            value: Any = decoder.decode(line)
        except (msgspec.DecodeError, RecursionError, UnicodeError) as error:
            if number == 1 and line[:1] in b"[{" and (whole := _whole(stream)) is not None:
                yield from whole
                return
            yield name, OnrecordError("E023", reason=f"no JSON: {_short(error)}")
            continue
        yield from _objects(name, value)


def _whole(stream: IO[bytes]) -> list[Named] | None:
    """The objects of a file that is one JSON value over many lines, None where it's not that."""
    stream.seek(0)
    data = stream.read(4 * MAX_PAGE)
    try:
        return list(_objects("", msgspec.json.decode(data.removeprefix(b"\xef\xbb\xbf"))))
    except (msgspec.DecodeError, RecursionError, UnicodeError):
        stream.seek(0)
        stream.readline(MAX_PAGE)
        return None


def _objects(name: str, value: object) -> Iterator[Named]:
    if isinstance(value, dict):
        yield name, value
    elif isinstance(value, list):
        for number, part in enumerate(value, 1):
            within = f"{name} element {number}".strip()
            yield within, part if isinstance(part, dict) else _no_object()
    else:
        yield name, _no_object()


def _no_object() -> OnrecordError:
    return OnrecordError("E023", reason="no JSON object")


def _short(error: Exception) -> str:
    return " ".join(str(error).split())[:200]
