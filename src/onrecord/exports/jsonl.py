"""JSON Lines: one record a line, its fields in the order of the contract (docs/record.md).

``json`` is the same records as one indented array, for tools that take no JSON Lines.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from onrecord.record import Record

_ENCODER = msgspec.json.Encoder()


def jsonl(records: Iterable[Record]) -> Iterator[bytes]:
    """One line of UTF-8 for each record, with its newline."""
    for record in records:
        yield _ENCODER.encode(record) + b"\n"


def json(records: Iterable[Record]) -> Iterator[bytes]:
    """One array in UTF-8, in pieces: nothing is held back until the last record."""
    before = b"[\n"
    for record in records:
        yield before + msgspec.json.format(_ENCODER.encode(record), indent=2)
        before = b",\n"
    yield b"[]\n" if before == b"[\n" else b"\n]\n"
