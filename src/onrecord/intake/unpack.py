"""Gzip and zip, unpacked within bounds: what is small and unpacks to very much is a bomb.

Members of a gzip file are unpacked one by one into a file of their own, so that a broken one ends
where the next begins.
"""

from __future__ import annotations

import tempfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, BinaryIO

from onrecord.errors import OnrecordError

GZIP = b"\x1f\x8b\x08"
MAX_RATIO = 200
"""Text packs 3 to 10 times, pages 20 times; zeros 1000 times."""
FREE = 64 * 1024 * 1024
"""Bytes that anything may unpack to, however well it's packed."""

_BLOCK = 1 << 16
_IN_MEMORY = 8 << 20


def members(stream: BinaryIO) -> Iterator[tuple[int, IO[bytes] | OnrecordError]]:
    """Each member of a gzip file: where it starts, and what it holds or why that can't be had.

    What a broken member gave before it broke is lost; the next one is looked for behind it.
    """
    start = 0
    while (start := _next(stream, start)) >= 0:
        with tempfile.SpooledTemporaryFile(_IN_MEMORY) as unpacked:
            try:
                end = _unpack(stream, start, unpacked)
            except OnrecordError as error:
                yield start, error
                start += len(GZIP)
                continue
            unpacked.seek(0)
            yield start, unpacked
            start = end


def _unpack(stream: BinaryIO, start: int, out: IO[bytes]) -> int:
    """One member into ``out``; gives where it ends. Raises OnrecordError E023 or E024."""
    stream.seek(start)
    unpacker = zlib.decompressobj(wbits=31)
    taken = given = 0
    try:
        while not unpacker.eof:
            block = unpacker.unconsumed_tail
            if not block:
                block = stream.read(_BLOCK)
                taken += len(block)
                if not block:
                    raise OnrecordError("E023", reason="the compressed data break off")
            piece = unpacker.decompress(block, _BLOCK * 16)
            given += len(piece)
            bounded(given, taken)
            out.write(piece)
    except zlib.error as error:
        raise OnrecordError("E023", reason=f"gzip: {error}") from None
    return start + taken - len(unpacker.unused_data)


def bounded(unpacked: int, packed: int) -> None:
    """Raises OnrecordError E024 where that is no honest proportion."""
    if unpacked > FREE and unpacked > MAX_RATIO * max(packed, 1):
        raise OnrecordError("E024", reason=f"over {unpacked >> 20} MB out of {packed >> 10} kB")


def _next(stream: BinaryIO, start: int) -> int:
    """Where the next gzip header stands at or behind ``start``; -1: nowhere."""
    stream.seek(start)
    kept = b""
    while block := stream.read(_BLOCK):
        window = kept + block
        found = window.find(GZIP)
        if found >= 0:
            return start - len(kept) + found
        start += len(block)
        kept = window[-len(GZIP) + 1 :]
    return -1


@contextmanager
def gunzipped(stream: BinaryIO) -> Iterator[IO[bytes]]:
    """All members of a gzip file as one stream that can be sought in, as gunzip gives them."""
    with tempfile.SpooledTemporaryFile(_IN_MEMORY) as whole:
        start = size = 0
        stream.seek(0)
        packed = stream.seek(0, 2)
        while start < packed:
            stream.seek(start)
            if stream.read(len(GZIP)) != GZIP:
                break  # padding behind the last member is common, and harmless
            start = _unpack(stream, start, whole)
            size = whole.tell()
            bounded(size, packed)
        whole.seek(0)
        yield whole
