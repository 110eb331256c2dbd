"""Many files through one Reader: what fails is reported and left out, the rest is read in order."""

from __future__ import annotations

import sys
from collections import deque
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

import msgspec

from onrecord.api import reader
from onrecord.cli.streams import Complaints
from onrecord.errors import OnrecordError
from onrecord.intake.text import from_file, from_stream
from onrecord.reading.what.why import Why
from onrecord.record import Record
from onrecord.report import Report


class Read(msgspec.Struct, frozen=True, kw_only=True):
    """A report that was read: the path it came from, as given, and its records.

    reasons: why each record was coded so, by its id, where that was asked for.
    """

    path: str
    report: Report
    records: list[Record]
    reasons: dict[str, Why] = {}


def once(paths: Iterable[str]) -> list[str]:
    """Each file once, under the first of the names that it's given by."""
    first: dict[str, str] = {}
    for path in paths:
        first.setdefault(_identity(path), path)
    return list(first.values())


def read(
    paths: Iterable[str],
    *,
    published: date | None,
    complaints: Complaints,
    actors: str | None = None,
) -> Iterator[Read]:
    """The reports that could be read, in the order of ``paths``; the others are complained of."""
    coming = _reports(paths, published, complaints)
    waiting: deque[tuple[str, Report]] = deque()
    while True:
        for (path, report), records in _piped(coming, waiting, actors):
            yield Read(path=path, report=report, records=records)
        if not waiting:
            return
        # A report on which the whole batch failed: find it by reading what was under way singly.
        while waiting:
            path, report = waiting.popleft()
            try:
                yield Read(path=path, report=report, records=reader(actors).read(report))
            except Exception as error:
                complaints.add(complaints.fault(error, path=path))


def explained(found: Iterable[Read], *, actors: str | None = None) -> Iterator[Read]:
    """The same with the reasons of each record; each report is read once more for them."""
    for read in found:
        reasons = {record.id: reason for record, reason in reader(actors).explain(read.report)}
        yield msgspec.structs.replace(read, reasons=reasons)


def _piped(
    coming: Iterator[tuple[str, Report]],
    waiting: deque[tuple[str, Report]],
    actors: str | None,
) -> Iterator[tuple[tuple[str, Report], list[Record]]]:
    first = next(coming, None)
    if first is None:
        return

    def handed() -> Iterator[Report]:
        waiting.append(first)
        yield first[1]
        for item in coming:
            waiting.append(item)
            yield item[1]

    answers = reader(actors).pipe(handed())
    while True:
        try:
            records = next(answers, None)
        except Exception:
            if not waiting:
                raise
            return
        if records is None:
            return
        yield waiting.popleft(), records


def _reports(
    paths: Iterable[str], published: date | None, complaints: Complaints
) -> Iterator[tuple[str, Report]]:
    for path in paths:
        try:
            if path == "-":
                report = from_stream(sys.stdin.buffer, published=published)
            else:
                report = from_file(path, published=published)
        except OnrecordError as error:
            complaints.add(error.at(path))
            continue
        if report.published is None:
            complaints.warn(
                f"{path}: no day of publication known, so words such as “on Tuesday” "
                "can't be dated; give --published YYYY-MM-DD"
            )
        yield path, report


def _identity(path: str) -> str:
    if path == "-":
        return path
    try:
        return str(Path(path).resolve())
    except (OSError, ValueError, RuntimeError):  # a loop of links, a NUL: from_file says so
        return path
