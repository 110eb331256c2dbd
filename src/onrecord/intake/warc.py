"""WARC archives -> Reports, one corrupt record costing one record.

FastWARC reads a record, but stops at a corrupt one; so the archive is cut into records first, and
each is handed to it alone. A record's stated length is believed only if another record, or the
end, follows it; if not, the next record is looked for in its words.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from datetime import date
from typing import IO, BinaryIO

from onrecord.errors import OnrecordError
from onrecord.intake import html, text, unpack
from onrecord.intake.arrival import MAX_PAGE, Arrival, Raw, broken
from onrecord.intake.parsers import load

MAGIC = b"WARC/"
_HEAD = 1 << 16
_LENGTH = re.compile(rb"\r?\ncontent-length[ \t]*:[ \t]*(\d{1,15})[ \t]*\r?\n", re.I)
_HEAD_END = re.compile(rb"\r?\n\r?\n")
_START = re.compile(rb"WARC/\d\.\d\r?\n")
_BLOCK = 1 << 20


def items(stream: BinaryIO, *, published: date | str | None = None) -> Iterator[Raw]:
    """The records of an archive, gzipped or not, in its order."""
    if stream.read(len(unpack.GZIP)) != unpack.GZIP:
        yield from _records(stream, "", published)
        return
    for offset, member in unpack.members(stream):
        if isinstance(member, OnrecordError):
            yield broken(f"byte {offset}", member.code, **member.details)
        elif _START.match(member.read(16)):
            yield from _records(member, f"byte {offset}", published)
        # else: a member's words that look like a header, found behind a broken one


def _records(stream: IO[bytes], within: str, published: date | str | None) -> Iterator[Raw]:
    start = _search(stream, 0)
    if start != 0:
        yield broken(within or "byte 0", "E023", reason="no WARC record stands where one should")
    first = start
    while start >= 0:
        # One record a member is the rule; only then does the member's place say enough.
        name = within if within and start == first else f"{within} + {start}".strip(" +")
        name = name if name.startswith("byte") else f"byte {name}"
        head, length = _head(stream, start)
        end = start + head + (length or 0)
        if head == 0 or length is None or not _ends(stream, end):
            yield broken(name, "E023", reason="the WARC record is not as long as it says")
            start = _search(stream, start + len(MAGIC))
            continue
        if length > MAX_PAGE:
            yield broken(name, "E006", limit=f"{MAX_PAGE:,}")
        else:
            stream.seek(start)
            yield _raw(name, stream.read(head + length), published)
        start = _search(stream, end)


def _raw(name: str, data: bytes, published: date | str | None) -> Raw:
    return Raw(item=name, make=lambda: _arrived(data, published))


def _head(stream: IO[bytes], start: int) -> tuple[int, int | None]:
    """How long a record's header is, and how long it says that its content is."""
    stream.seek(start)
    head = stream.read(_HEAD)
    if not (end := _HEAD_END.search(head)):
        return 0, None
    length = _LENGTH.search(head[: end.end()])
    return end.end(), int(length[1]) if length else None


def _ends(stream: IO[bytes], end: int) -> bool:
    """Whether a record may end here: another follows, or nothing."""
    size = stream.seek(0, io.SEEK_END)
    if end > size:
        return False
    stream.seek(end)
    rest = stream.read(32).lstrip(b"\r\n")
    return not rest or bool(_START.match(rest))


def _search(stream: IO[bytes], start: int) -> int:
    """Where the next record starts at or behind ``start``; -1: nowhere."""
    stream.seek(start)
    near = stream.read(32)
    if (blank := len(near) - len(near.lstrip(b"\r\n"))) + 10 <= 32 and _START.match(near, blank):
        return start + blank  # in a sound archive it is always here
    stream.seek(start)
    kept = b""
    while block := stream.read(_BLOCK):
        window = kept + block
        base = start - len(kept)
        for found in _START.finditer(window):
            # In a page's words it may stand too, but hardly at a line's start.
            if found.start() + base == 0 or window[found.start() - 1 : found.start()] == b"\n":
                return base + found.start()
        start += len(block)
        kept = window[-16:]
    return -1


def _arrived(data: bytes, published: date | str | None) -> Arrival | None:
    """The report in one record, None where it holds none (a request, a picture, a redirect)."""
    fastwarc = load("fastwarc.warc")
    kinds = fastwarc.WarcRecordType
    try:
        record = next(iter(fastwarc.ArchiveIterator(io.BytesIO(data), parse_http=True)), None)
        if record is None:
            raise OnrecordError("E023", reason="the WARC record can't be read")
        if record.record_type not in (kinds.response, kinds.resource):
            return None
        address = record.headers.get("WARC-Target-URI")
        if record.record_type == kinds.response:
            if record.http_headers is None or record.http_headers.status_code != 200:
                return None
            kind = record.http_content_type
            body = _plain(record.reader.read(), record.http_headers.get("Content-Encoding"))
        else:
            kind, body = record.headers.get("Content-Type"), record.reader.read()
    except OnrecordError:
        raise
    except Exception as error:  # FastWARC's own kinds of error are not all public
        reason = f"{type(error).__name__}: {error}"
        raise OnrecordError("E023", reason=" ".join(reason.split())[:200]) from None
    media = (kind or "").split(";")[0].strip().lower()
    address = address.strip("<>") if address else None
    if media in ("text/html", "application/xhtml+xml"):
        return html.arrived(body, address=address, published=published)
    if media == "text/plain":
        return text.arrived(body, published=published)
    return None


def _plain(body: bytes, encoding: str | None) -> bytes:
    """The body without its gzip, if it still has it."""
    if (encoding or "").lower() not in ("gzip", "x-gzip") or not body.startswith(unpack.GZIP):
        return body
    with unpack.gunzipped(io.BytesIO(body)) as whole:
        return whole.read(MAX_PAGE + 1)
