"""What comes out of the intake: reports with what is known of their coming, and what failed.

A source is one file. Its items are numbered from 1, in an order that never changes while its
bytes don't: so work that broke off goes on at the next number.
"""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from onrecord.errors import OnrecordError
from onrecord.report import Report

MAX_PAGE = 16 * 1024 * 1024
"""Bytes: over this a page, a feed, a line or an archive's record is no report."""


class Columns(msgspec.Struct, frozen=True, kw_only=True):
    """Which columns of a table hold what; None: guessed from common names."""

    text: str | None = None
    date: str | None = None
    title: str | None = None
    outlet: str | None = None
    address: str | None = None


class Options(msgspec.Struct, frozen=True, kw_only=True):
    """How sources are taken in.

    published: day of publication of every report, in words; wins over what they say.
    seconds: of computing, for one item; memory: bytes, for the process that reads it.
    """

    columns: Columns = Columns()
    published: str | None = None
    seconds: float = 10
    memory: int = 1 << 30


class Arrival(msgspec.Struct, frozen=True, kw_only=True, tag="arrival"):
    """A report that came in.

    position: the item's number in its source; item: its name there ("", "page.html", "line 7").
    published_time: ISO 8601 with its offset, where a time is known; published_from: where the
    date was found (option, header, json-ld, meta, page, feed, column).
    language: ISO 639-1 code, None where the text is too short to tell.
    """

    report: Report
    position: int = 0
    item: str = ""
    published_time: str | None = None
    published_from: str | None = None
    language: str | None = None

    @property
    def readable(self) -> bool:
        """Whether it is in English, as far as can be told."""
        return self.language in (None, "en")


class Failure(msgspec.Struct, frozen=True, kw_only=True, tag="failure"):
    """An item that could not be taken in: a code of errors.py and its details.

    last: nothing behind it in the source could be reached either.
    """

    position: int
    item: str
    code: str
    details: dict[str, str] = {}
    last: bool = False

    @property
    def error(self) -> OnrecordError:
        return OnrecordError(self.code, **self.details)


class Passed(msgspec.Struct, frozen=True, kw_only=True, tag="passed"):
    """An item that holds no report and was not meant to: a picture in an archive, a redirect."""

    position: int
    item: str


class Note(msgspec.Struct, frozen=True, kw_only=True, tag="note"):
    """Something that people should know about a source, such as which columns were guessed."""

    text: str


class Begun(msgspec.Struct, frozen=True, kw_only=True, tag="begun"):
    """An item that is in hand now; ``position`` 0: the way to the next item."""

    position: int
    item: str


class Loading(msgspec.Struct, frozen=True, kw_only=True, tag="loading"):
    """A parser is being loaded, which takes its time whatever the item."""


Came = Arrival | Failure | Passed | Note
Message = Arrival | Failure | Passed | Note | Begun | Loading


class Raw(msgspec.Struct, frozen=True, kw_only=True):
    """An item not yet looked into: ``make`` gives its report, or None where it holds none.

    Making is what costs time and may fail (OnrecordError), so items can be skipped cheaply.
    """

    item: str
    make: Callable[[], Arrival | None]


Items = Raw | Note


def broken(item: str, code: str, **details: object) -> Raw:
    """An item that is known to have failed when it's reached."""

    def fail() -> Arrival | None:
        raise OnrecordError(code, **details)

    return Raw(item=item, make=fail)
