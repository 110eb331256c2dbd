"""Text files -> Report: decode, take the header off, and keep the rest exactly as it is.

A header is optional. It is either a first line that starts ``date 2025-03-14`` (the text may go
on behind it), or lines ``Date:``, ``Title:``, ``Outlet:``, ``URL:`` at the top.
"""

from __future__ import annotations

import codecs
import re
from datetime import date
from pathlib import Path
from typing import BinaryIO

from onrecord.errors import OnrecordError
from onrecord.intake.arrival import Arrival
from onrecord.intake.days import day
from onrecord.intake.tongue import other_tongue, tongue
from onrecord.report import Report

MAX_BYTES = 4 * 1024 * 1024
"""Over this a file is no single report: the longest magazine pieces stay under 300 kB."""

# UTF-32 first: its little-endian mark begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MAGIC = (
    (b"%PDF-", "it is a PDF"),
    (b"PK\x03\x04", "it is a ZIP archive or an office document"),
    (b"\x1f\x8b", "it is compressed with gzip"),
    (b"\x89PNG", "it is a picture"),
    (b"\xff\xd8\xff", "it is a picture"),
    (b"{\\rtf", "it is a rich text document"),
)
_PAGE = re.compile(rb"\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html)\b", re.I)
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")

_DATE_LINE = re.compile(r"\s*date[ \t]+(\d{4}-\d{1,2}-\d{1,2})(?![\w-])[ \t]*", re.I)
_FIELD = re.compile(r"[ \t]*(date|title|outlet|url)[ \t]*:[ \t]*(.*?)[ \t]*(?:\r\n|\n|\r|\Z)", re.I)
_BLANK = re.compile(r"(?:[ \t]*(?:\r\n|\n|\r))*")


def from_file(path: str | Path, *, published: date | str | None = None) -> Report:
    """The report in a text file. Raises OnrecordError E001 to E007, which names the file."""
    try:
        with Path(path).open("rb") as stream:
            return from_stream(stream, published=published)
    except OnrecordError as error:
        raise error.at(str(path)) from None
    except FileNotFoundError:
        raise OnrecordError("E001", path=str(path)) from None
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        reason = getattr(error, "strerror", None) or str(error)
        raise OnrecordError("E007", path=str(path), reason=reason.lower()) from None


def from_stream(stream: BinaryIO, *, published: date | str | None = None) -> Report:
    """The report in an open binary stream, of which no more than MAX_BYTES is read."""
    data = stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise OnrecordError("E006", limit=f"{MAX_BYTES:,}")
    return from_bytes(data, published=published)


def from_bytes(data: bytes, *, published: date | str | None = None) -> Report:
    """The report in ``data``; ``published`` wins over the header's date.

    Raises OnrecordError: E002 not text, E003 empty, E004 not English, E005 impossible date.
    """
    arrival = arrived(data, published=published)
    if not arrival.readable:
        raise OnrecordError("E004", language=other_tongue(arrival.report.text) or arrival.language)
    return arrival.report


def arrived(data: bytes, *, published: date | str | None = None) -> Arrival:
    """As ``from_bytes``, but a text in another language is marked, not refused."""
    whole = decode(data)
    fields, start = header(whole)
    given = published if published is not None else fields.get("date")
    text = whole[start:]
    if not text.strip():
        raise OnrecordError("E003")
    report = Report(
        text=text,
        published=day(given) if given is not None else None,
        title=fields.get("title"),
        outlet=fields.get("outlet"),
        address=fields.get("url"),
    )
    found = "option" if published is not None else "header"
    return Arrival(
        report=report,
        published_from=found if given is not None else None,
        language=tongue(text),
    )


def header(text: str) -> tuple[dict[str, str], int]:
    """The header's fields (``date``, ``title``, ``outlet``, ``url``), and where the report starts.

    Of a field that stands twice the first counts; an empty one counts as not given.
    """
    fields: dict[str, str] = {}
    if line := _DATE_LINE.match(text):
        return {"date": line[1]}, _past_blank(text, line.end())
    start = first = _past_blank(text, 0)
    while field := _FIELD.match(text, start):
        if value := field[2]:
            fields.setdefault(field[1].lower(), value)
        start = field.end()
        if start == len(text):
            break
    if start == first:
        return {}, 0
    return fields, _past_blank(text, start)


def _past_blank(text: str, start: int) -> int:
    found = _BLANK.match(text, start)
    return found.end() if found else start


def decode(data: bytes) -> str:
    """``data`` as text, newlines untouched. Raises OnrecordError E002 where it isn't text."""
    for magic, reason in _MAGIC:
        if data.startswith(magic):
            raise OnrecordError("E002", reason=reason)
    if _PAGE.match(data):
        raise OnrecordError("E002", reason="it is a web page")
    text = _decoded(data)
    if "\0" in text:
        raise OnrecordError("E002", reason="it holds NUL bytes")
    if len(_CONTROLS.findall(text)) * 100 > len(text):
        raise OnrecordError("E002", reason="it is full of control characters")
    return text


def _decoded(data: bytes) -> str:
    try:
        for mark, encoding in _MARKS:
            if data.startswith(mark):
                return data.decode(encoding)
        try:
            return data.decode("utf-8")
        except UnicodeDecodeError:
            return _mended(data) or data.decode("cp1252")
    except UnicodeDecodeError:
        raise OnrecordError("E002", reason="its encoding is unknown") from None


def _mended(data: bytes) -> str | None:
    # One broken byte must not turn every quotation mark of a UTF-8 file into three letters.
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    whole = sum(char > "\x7f" for char in text) - broken
    return text if whole > broken else None
