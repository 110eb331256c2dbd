"""Sources into the ledger: taken in, read, stored; broken off anywhere, it goes on where it was.

Items keep their order from intake to store, so "the first n items of this source are in" is all
that has to be remembered. It's committed together with them: whatever ends this program, the next
run ends where one that was never ended would have.
"""

from __future__ import annotations

import os
import sqlite3
import time
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing
from typing import Any, Literal

import msgspec

from onrecord.errors import OnrecordError
from onrecord.intake import sources as meant
from onrecord.intake.arrival import Arrival, Failure, Note, Options, Passed
from onrecord.intake.guard import Guard
from onrecord.intake.sources import Source
from onrecord.ledger.connection import writing
from onrecord.ledger.store import Store, now, rows_text
from onrecord.record import Record
from onrecord.report import Report

Read = Callable[[Iterable[Report]], Iterator[list[Record]]]
"""Reports to their records, in order; ``Reader.pipe`` is one. It may read ahead."""

What = Literal[
    "added", "known", "kept", "parked", "passed", "removed", "skipped", "finished", "error", "note"
]

_TOGETHER = 64  # items in one transaction at most
_SECONDS = 0.5  # between two commits: what a kill can cost
_IDLE = 256  # items without anything to read, behind one that is being read


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """Something that happened while adding; an item's is told once it is safely in the ledger.

    what: added (a report was read), known (it was in), kept (it's in another language, and is not
    read), parked, passed (no report), removed (it was removed earlier), finished (all of
    a source is in), skipped (it was already), error (a source that can't be opened; it isn't in
    the ledger), note.
    undated: an added report whose day of publication isn't known; sources: how many are behind us.
    """

    what: What
    source: str
    item: str = ""
    records: int = 0
    error: OnrecordError | None = None
    note: str = ""
    undated: bool = False
    sources: int = 0


class _Origin(msgspec.Struct, frozen=True, kw_only=True):
    name: str
    sha256: str
    number: int


class _Due(msgspec.Struct, kw_only=True):
    """An item on its way, in its order; ``to_read`` until it has its records."""

    origin: _Origin
    position: int = 0
    arrival: Arrival | None = None
    error: OnrecordError | None = None
    item: str = ""
    what: What = "passed"
    to_read: bool = False
    records: list[Record] | None = None
    finished: bool = False


def add(
    connection: sqlite3.Connection,
    names: Iterable[str],
    *,
    read: Read,
    reader: str,
    options: Options | None = None,
    again: bool = False,
    clock: Callable[[], str] = now,
) -> Generator[Step, None, None]:
    """Add what ``names`` mean (files, folders, patterns, "-"), telling each step.

    reader: the version of ``read``, which every row says. again: look at all of it anew, and read
    what another version has read. Raises OnrecordError where the ledger can't be written.
    """
    adding = _Adding(connection, read=read, reader=reader, again=again, clock=clock)
    with closing(adding.all(names, options or Options())) as steps:
        yield from steps


class _Adding:
    def __init__(
        self,
        connection: sqlite3.Connection,
        *,
        read: Read,
        reader: str,
        again: bool,
        clock: Callable[[], str],
    ) -> None:
        self.store = Store(connection, clock=clock)
        self.read = read
        self.reader = reader
        self.again = again
        self.own = _own_files(connection)
        self.waiting: deque[_Due] = deque()  # behind, and with, what is being read
        self.ready: list[_Due] = []  # to be committed
        self.steps: deque[Step] = deque()  # to be told
        self.reading: set[str] = set()  # ids of the reports that are being read
        self.committed = time.monotonic()

    def all(self, names: Iterable[str], options: Options) -> Generator[Step, None, None]:
        with Guard(options) as guard, closing(self._dues(names, guard)) as dues:
            for due in dues:
                if due.to_read:
                    yield from self._read(due, dues)
                else:
                    self._done(due)
                yield from self._told()
            self._commit()
            yield from self._told()

    def _read(self, first: _Due, dues: Iterator[_Due]) -> Generator[Step, None, None]:
        """The records of ``first``, and of what follows until there's little to read."""
        failed: list[Exception] = []

        def handed() -> Iterator[Report]:
            # A fault of the intake or the ledger must not be taken for one of the reading.
            try:
                yield from self._handed(first, dues)
            except Exception as error:
                failed.append(error)

        try:
            for records in self.read(handed()):
                self._answered(records)
                yield from self._told()
        except OnrecordError:
            raise  # the reader can't be used at all
        except Exception:
            pass  # one report stopped the whole batch; below it is found
        if failed:
            raise failed[0]
        while self.waiting:
            due = self.waiting.popleft()
            if due.to_read:
                self._alone(due)
            self._done(due)
            yield from self._told()

    def _handed(self, first: _Due, dues: Iterator[_Due]) -> Iterator[Report]:
        idle = 0
        due: _Due | None = first
        while due is not None:
            self.waiting.append(due)
            if due.to_read and due.arrival is not None:
                idle = 0
                self.reading.add(due.arrival.report.id)
                yield due.arrival.report
            elif (idle := idle + 1) >= _IDLE:
                return
            due = next(dues, None)

    def _answered(self, records: list[Record]) -> None:
        while self.waiting:
            due = self.waiting.popleft()
            if due.to_read:
                due.records, due.to_read = records, False
                self._done(due)
                break
            self._done(due)
        while self.waiting and not self.waiting[0].to_read:
            self._done(self.waiting.popleft())

    def _alone(self, due: _Due) -> None:
        assert due.arrival is not None
        try:
            due.records = next(iter(self.read([due.arrival.report])))
        except OnrecordError:
            raise
        except Exception as error:
            reason = f"{type(error).__name__}: {error}"
            due.what, due.error = "parked", OnrecordError("E009", reason=reason)
        due.to_read = False

    def _dues(self, names: Iterable[str], guard: Guard) -> Generator[_Due, None, None]:
        """Every item of every source, in order, and what is to be done with it."""
        for number, source in enumerate(meant.expanded(names, besides=self.own)):
            if isinstance(source, OnrecordError):
                self._tell(what="error", source=str(source.details["path"]), error=source)
                continue
            try:
                with meant.settled(source) as file:
                    name = rows_text(source.name)
                    origin = _Origin(name=name, sha256=meant.sha256(file), number=number)
                    yield from self._of(file, origin, guard)
            except OnrecordError as error:
                if error.code not in ("E001", "E007"):
                    raise
                self._tell(what="error", source=source.name, error=error, sources=number + 1)

    def _of(self, file: Source, origin: _Origin, guard: Guard) -> Generator[_Due, None, None]:
        known = self.store.known(origin.name, origin.sha256)
        if known is not None and known.finished and not self.again:
            yield _Due(origin=origin, what="skipped", finished=True)
            return
        start = 0 if known is None or self.again else known.done
        position = start
        for came in guard.items(file, start=start):
            if isinstance(came, Note):
                self._tell(what="note", source=origin.name, note=came.text)
                continue
            position = came.position
            yield self._due(origin, came)
        yield _Due(origin=origin, position=position, what="finished", finished=True)

    def _due(self, origin: _Origin, came: Arrival | Failure | Passed) -> _Due:
        due = _Due(origin=origin, position=came.position, item=rows_text(came.item))
        if isinstance(came, Failure):
            due.what, due.error = "parked", came.error
        elif isinstance(came, Arrival):
            due.arrival = came
            report = came.report.id
            version = self.reader if self.again else None
            if not came.readable:
                due.what = "kept"
            elif report in self.reading or not self.store.wants(report, reader=version):
                due.what = "known"
            else:
                due.what, due.to_read = "added", True
        return due

    def _done(self, due: _Due) -> None:
        self.ready.append(due)
        late = time.monotonic() - self.committed > _SECONDS
        if late or len(self.ready) >= _TOGETHER:
            self._commit()

    def _commit(self) -> None:
        if self.ready:
            with writing(self.store.connection):
                for due in self.ready:
                    self._put(due)
            for due in self.ready:
                self._tell(
                    what=due.what,
                    source=due.origin.name,
                    item=due.item,
                    records=len(due.records or ()),
                    error=due.error,
                    undated=due.what == "added"
                    and due.arrival is not None
                    and due.arrival.report.published is None,
                    sources=due.origin.number + due.finished,
                )
                if due.arrival is not None:
                    self.reading.discard(due.arrival.report.id)
            self.ready = []
        self.committed = time.monotonic()

    def _put(self, due: _Due) -> None:
        source = self.store.source(due.origin.name, due.origin.sha256).pk
        if due.what == "skipped":
            self.store.seen_again(source)
        elif due.error is not None:
            self.store.park(source, due.item, due.error)
        elif due.arrival is not None:
            version = self.reader if self.again else None
            # Another program may have added the same report meanwhile.
            if due.what == "added" and not self.store.wants(due.arrival.report.id, reader=version):
                due.what, due.records = "known", None
            if not self.store.put(due.arrival, due.records, reader=self.reader, source=source):
                due.what = "removed"
        self.store.reached(source, due.position, finished=due.finished)

    def _tell(self, **step: Any) -> None:
        self.steps.append(Step(**step))

    def _told(self) -> Generator[Step, None, None]:
        while self.steps:
            yield self.steps.popleft()


def _own_files(connection: sqlite3.Connection) -> frozenset[str]:
    """The ledger's own files, which may lie in a folder that is added."""
    path = connection.execute("SELECT file FROM pragma_database_list WHERE name = 'main'")
    whole = os.path.realpath(path.fetchone()[0])
    return frozenset(whole + suffix for suffix in ("", "-wal", "-shm", "-journal"))
