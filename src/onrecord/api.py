"""The one-line way in: a text goes in, records come out, and the reader is loaded only once."""

from __future__ import annotations

import hashlib
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

import msgspec

from onrecord.record import Record
from onrecord.report import Report

if TYPE_CHECKING:
    from onrecord.reading.reader import Reader


@cache
def reader() -> Reader:
    """The process's one Reader; loading it takes a moment, so it's shared."""
    from onrecord.reading.reader import Reader

    return Reader()


def version() -> str:
    """What reads: onrecord's version and, after a plus, its language model's."""
    from onrecord import __version__
    from onrecord.language.weights import folder

    sums = folder() / "SHA256SUMS"
    if not sums.exists():
        return f"{__version__}+none"
    return f"{__version__}+{hashlib.sha256(sums.read_bytes()).hexdigest()[:12]}"


def read(text: str | Report, published: date | str | None = None) -> list[Record]:
    """The records of one report, in the order of its text.

    text: a report's text, or a Report. published: its day of publication, as a date or in
    words ("2025-03-14", "14 March 2025"); it wins over the Report's own. Without a day, words
    such as "on Tuesday" can't be resolved. Raises OnrecordError (docs/errors.md).
    """
    from onrecord.intake.days import day

    report = text if isinstance(text, Report) else Report(text=text)
    if published is not None:
        report = msgspec.structs.replace(report, published=day(published))
    return reader().read(report)
