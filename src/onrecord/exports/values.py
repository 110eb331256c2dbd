"""Plain values (the ledger's answers) as JSON Lines or CSV: one value a line, fields in order."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

import msgspec

from onrecord.exports.csv import guarded

_ENCODER = msgspec.json.Encoder()


def jsonl(values: Iterable[msgspec.Struct]) -> Iterator[bytes]:
    """One line of UTF-8 for each value, with its newline."""
    for value in values:
        yield _ENCODER.encode(value) + b"\n"


def csv_rows(values: Iterable[msgspec.Struct], kind: type[msgspec.Struct]) -> Iterator[bytes]:
    """The header of ``kind``'s fields, then a row for each value, in UTF-8."""
    yield _row(list(kind.__struct_fields__))
    for value in values:
        yield _row([_cell(getattr(value, name)) for name in kind.__struct_fields__])


def _row(cells: list[object]) -> bytes:
    line = io.StringIO(newline="")
    csv.writer(line).writerow(cells)
    return line.getvalue().encode()


def _cell(value: object) -> object:
    if isinstance(value, dict):
        value = " | ".join(f"{name}: {count}" for name, count in value.items())
    elif isinstance(value, tuple):
        value = "-".join(map(str, value))
    return guarded(value) if isinstance(value, str) else value
