"""Any file -> its items: told apart by their first bytes, then by their names; unpacked if packed.

A new kind is a line in ``_opened`` and a file beside this one.
"""

from __future__ import annotations

import io
import re
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from typing import IO, BinaryIO, cast

from onrecord.errors import OnrecordError
from onrecord.intake import feed, html, table, text, unpack, warc
from onrecord.intake.arrival import MAX_PAGE, Arrival, Items, Note, Options, Raw, broken

_DEPTH = 3  # archives in archives in archives; deeper is a bomb
_MEMBERS = 1_000_000
_IN_MEMORY = 8 << 20
_BLOCK = 1 << 20

_FEED = re.compile(rb"<(?:rss|feed|rdf:RDF|channel)[\s>]", re.I)
_PAGE = re.compile(rb"<(?:!doctype\s+html|html|head|body|article)[\s>]", re.I)
_TABLES = {"csv": ",", "tsv": "\t", "tab": "\t"}
_NO_TEXT = (
    (b"SQLite format 3\0", "it is a database"),
    (b"BZh", "it is compressed with bzip2"),
    (b"\xfd7zXZ", "it is compressed with xz"),
    (b"\x28\xb5\x2f\xfd", "it is compressed with zstd"),
    (b"7z\xbc\xaf", "it is a 7z archive"),
)


def items(stream: BinaryIO, name: str, options: Options) -> Iterator[Items]:
    """The items of a source called ``name``, in an order that follows from its bytes."""
    return _opened(stream, name, options, _DEPTH)


def _opened(stream: BinaryIO, name: str, options: Options, depth: int) -> Iterator[Items]:
    head = stream.read(4096)
    stream.seek(0)
    day = options.published
    suffixes = [part.lower() for part in name.replace("\\", "/").split("/")[-1].split(".")[1:]]
    suffix = suffixes[-1] if suffixes else ""
    for magic, reason in _NO_TEXT:
        if head.startswith(magic):
            return iter([broken("", "E002", reason=reason)])
    if head.startswith(unpack.GZIP):
        if "warc" in suffixes or _holds_warc(head):
            return warc.items(stream, published=day)
        return _gunzipped(stream, name, options, depth)
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zipped(stream, options, depth)
    if head.startswith(warc.MAGIC) or suffix == "warc":
        return warc.items(stream, published=day)
    if head.startswith(b"PAR1"):
        return table.parquet(stream, options.columns, published=day)
    if suffix in _TABLES:
        return table.separated(stream, _TABLES[suffix], options.columns, published=day)
    if suffix in ("jsonl", "ndjson", "json") or head.lstrip(b"\xef\xbb\xbf \t\r\n")[:2] == b'{"':
        return table.lines(stream, options.columns, published=day)
    if (found := _FEED.search(head)) and not _PAGE.search(head[: found.start()]):
        return feed.items(stream.read(MAX_PAGE + 1), published=day)
    page = suffix in ("html", "htm", "xhtml", "shtml") or _starts_as_page(head)
    return iter([_single(stream, page=page, options=options)])


def _starts_as_page(head: bytes) -> bool:
    # A text may speak of tags; a page begins with them.
    return head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<") and bool(_PAGE.search(head))


def _single(stream: BinaryIO, *, page: bool, options: Options) -> Raw:
    def make() -> Arrival:
        if page:
            return html.arrived(stream.read(MAX_PAGE + 1), published=options.published)
        data = stream.read(text.MAX_BYTES + 1)
        if len(data) > text.MAX_BYTES:
            raise OnrecordError("E006", limit=f"{text.MAX_BYTES:,}")
        return text.arrived(data, published=options.published)

    return Raw(item="", make=make)


def _holds_warc(head: bytes) -> bool:
    try:
        return zlib.decompressobj(wbits=31).decompress(head, 16).startswith(warc.MAGIC)
    except zlib.error:
        return False


def _gunzipped(stream: BinaryIO, name: str, options: Options, depth: int) -> Iterator[Items]:
    if depth == 0:
        yield broken("", "E024", reason="packed over and over")
        return
    inner = name[:-3] if name.lower().endswith(".gz") else name
    try:
        with unpack.gunzipped(stream) as whole:
            yield from _opened(cast(BinaryIO, whole), inner, options, depth - 1)
    except OnrecordError as error:
        yield broken("", error.code, **error.details)


def _zipped(stream: BinaryIO, options: Options, depth: int) -> Iterator[Items]:
    try:
        archive = zipfile.ZipFile(stream)
    except (zipfile.BadZipFile, OSError, ValueError, EOFError, NotImplementedError) as error:
        yield broken("", "E023", reason=f"zip: {error}")
        return
    members = [one for one in archive.infolist() if not _beside_the_point(one)]
    if any(one.filename == "[Content_Types].xml" for one in members):
        yield broken("", "E002", reason="it is an office document")
        return
    if depth == 0 or len(members) > _MEMBERS:
        yield broken("", "E024", reason="archives within archives, or far too many files")
        return
    for member in members:
        with tempfile.SpooledTemporaryFile(_IN_MEMORY) as whole:
            try:
                _unzip(archive, member, whole)
            except OnrecordError as error:
                yield broken(member.filename, error.code, **error.details)
                continue
            inner = _opened(cast(BinaryIO, whole), member.filename, options, depth - 1)
            for item in inner:
                yield _inside(member.filename, item)


def _unzip(archive: zipfile.ZipFile, member: zipfile.ZipInfo, out: IO[bytes]) -> None:
    """A member into ``out``. Raises OnrecordError E023 or E024."""
    given = 0
    try:
        with archive.open(member) as packed:
            while block := packed.read(_BLOCK):
                given += len(block)
                unpack.bounded(given, member.compress_size)
                out.write(block)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError) as error:
        raise OnrecordError("E023", reason=f"zip: {error}") from None
    except NotImplementedError:
        raise OnrecordError("E023", reason="zip: packed in a way that isn't known") from None
    except RuntimeError:
        raise OnrecordError("E023", reason="zip: it is locked with a password") from None
    out.seek(0)


def _beside_the_point(member: zipfile.ZipInfo) -> bool:
    parts = member.filename.split("/")
    return member.is_dir() or parts[0] == "__MACOSX" or parts[-1].startswith(".")


def _inside(name: str, item: Items) -> Items:
    if isinstance(item, Note):
        return Note(text=f"{name}: {item.text}")
    return Raw(item=f"{name}: {item.item}" if item.item else name, make=item.make)


def from_bytes(data: bytes, name: str, options: Options | None = None) -> Iterator[Items]:
    """As ``items``, of bytes in memory."""
    return items(io.BytesIO(data), name, options or Options())
