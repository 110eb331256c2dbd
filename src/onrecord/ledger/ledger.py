"""``Ledger(path)``: the store of reports and records, and the questions put to it.

>>> with Ledger("korea.db") as ledger:
...     ledger.add("reports/", "archive.warc.gz")
...     for told in ledger.timeline("PRK", "RUS", since="2022"):
...         print(told.record.when.start, told.record.event, told.outlet)
"""

from __future__ import annotations

import sqlite3
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import Any

import msgspec

from onrecord import api
from onrecord.intake.arrival import Arrival, Columns, Options
from onrecord.intake.tongue import tongue
from onrecord.ledger import (
    accounting,
    actors,
    adding,
    asking,
    checks,
    decisions,
    looking,
    questions,
    searching,
    tables,
)
from onrecord.ledger.choosing import Choice
from onrecord.ledger.connection import connect, writing
from onrecord.ledger.decisions import Decision
from onrecord.ledger.store import Store
from onrecord.ledger.summary import Account
from onrecord.record import Record
from onrecord.report import Report


class Added(msgspec.Struct, kw_only=True):
    """What adding came to, counted in reports; undated: of those added; errors: sources."""

    added: int = 0
    undated: int = 0
    records: int = 0
    known: int = 0
    kept: int = 0
    parked: int = 0
    passed: int = 0
    removed: int = 0
    errors: int = 0

    def count(self, step: adding.Step) -> None:
        """Count a step in."""
        self.records += step.records
        self.undated += step.undated
        name = "errors" if step.what == "error" else step.what
        if name in self.__struct_fields__:
            setattr(self, name, getattr(self, name) + 1)


class Ledger:
    """A ledger in one file, made where there is none; a context manager.

    readonly: it must be there, and isn't changed. Raises OnrecordError E030 to E035.
    ``connection`` is the SQLite connection, with the tables that ``ledger/schema.py`` describes.
    """

    def __init__(self, path: str | Path, *, readonly: bool = False) -> None:
        self.path = Path(path)
        self.connection: sqlite3.Connection = connect(path, readonly=readonly)

    def __enter__(self) -> Ledger:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self.connection.close()

    def add(self, *sources: str | Path, **options: Any) -> Added:
        """Take in files, folders, patterns; read what's new. Options as for ``steps``."""
        added = Added()
        for step in self.steps(*sources, **options):
            added.count(step)
        return added

    def steps(
        self,
        *sources: str | Path,
        options: Options | None = None,
        columns: Columns | None = None,
        published: str | None = None,
        again: bool = False,
        read: adding.Read | None = None,
        reader: str | None = None,
    ) -> Generator[adding.Step, None, None]:
        """As ``add``, telling each step when it's safely in the ledger.

        columns: of tables; published: the day of all of it; again: look at everything anew, and
        read what another version has read. read, reader: another reader's ``pipe`` and version.
        """
        options = options or Options()
        if columns is not None:
            options = msgspec.structs.replace(options, columns=columns)
        if published is not None:
            options = msgspec.structs.replace(options, published=published)
        yield from adding.add(
            self.connection,
            [str(source) for source in sources],
            read=read or (lambda reports: api.reader().pipe(reports)),
            reader=reader or api.version(),
            options=options,
            again=again,
        )

    def put(self, report: Report, records: list[Record] | None = None) -> list[Record]:
        """One report from Python, and its records; None: it's read now. Gives the records."""
        if records is None:
            records = api.read(report)
        arrival = Arrival(report=report, language=tongue(report.text))
        store = Store(self.connection)
        with writing(self.connection):
            source = store.source("python", "").pk
            store.put(arrival, records, reader=api.version(), source=source)
        return records

    def remove(self, report: str, *, reason: str) -> None:
        """Take a report out with all its records; its id stays, so that it isn't added again."""
        found = looking.find(self.connection, report).held.report.id
        with writing(self.connection):
            Store(self.connection).remove(found, reason)
        self.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def timeline(
        self, one: str, other: str | None = None, **choice: Any
    ) -> Iterator[questions.Told]:
        """Records of ``one`` (with ``other``), by date; ``choice``: fields of ``Choice``."""
        return questions.timeline(self.connection, one, other, Choice(**choice))

    def counts(self, one: str, other: str | None = None, **choice: Any) -> dict[str, int]:
        """How many such records each month has."""
        return questions.counts(self.connection, one, other, Choice(**choice))

    def search(self, words: str, **options: Any) -> list[searching.Hit]:
        """Reports that have the words, best first; options as for ``searching.search``."""
        return searching.search(self.connection, words, **options)

    def reads(
        self, one: str | None = None, other: str | None = None, **choice: Any
    ) -> Iterator[tuple[Report, list[Record]]]:
        """Reports with those of their records, as exports take them; ``choice`` as in timeline."""
        return questions.reads(self.connection, one, other, Choice(**choice))

    def update(self, *, anew: bool = False) -> int:
        """Bring accounts up to date, or make all of them ``anew``; how many were written."""
        return accounting.update(self.connection, anew=anew)

    def accounts(
        self, one: str | None = None, other: str | None = None, **choice: Any
    ) -> list[Account]:
        """Happenings in which ``one`` (and ``other``) took part, as of the last ``update``, latest
        first; ``choice``: options of ``asking.accounts``."""
        return asking.accounts(self.connection, one, other, **choice)

    def account(self, id: str) -> Account:
        """The account with this id, or the one that the record with this id is in."""
        return asking.find(self.connection, id)

    def decide(
        self, verdict: str, *records: str, who: str | None = None, note: str | None = None
    ) -> Decision:
        """Correct the ledger: same or not_same of two records, right or wrong of one, by ids.

        Their accounts are made anew. Raises OnrecordError E036, E037, E041 or E050.
        """
        found = [looking.record(self.connection, id).id for id in records]
        return accounting.decide(self.connection, verdict, *found, who=who, note=note)

    def decisions(self) -> list[Decision]:
        """Every decision, oldest first."""
        return decisions.log(self.connection)

    def voices(self, **choice: Any) -> list[actors.Cited]:
        """Who is cited for what; options as for ``actors.voices``."""
        return actors.voices(self.connection, **choice)

    def actor(self, name: str) -> actors.Actor:
        """What is on record of one actor."""
        return actors.actor(self.connection, name)

    def find(self, id: str) -> looking.Found:
        """The report or record with this id, or the only one whose id starts so."""
        return looking.find(self.connection, id)

    def records(self, report: str | None = None) -> Iterator[Record]:
        """All records, or those of one report."""
        if report is not None:
            return iter(questions.of_report(self.connection, report))
        return questions.everything(self.connection)

    def parked(self) -> list[looking.Parked]:
        """What could not be taken in or read, and why."""
        return looking.parked(self.connection)

    def check(self) -> list[checks.Finding]:
        """What is wrong with the ledger: nothing, where it is whole."""
        return list(checks.check(self.connection))

    def arrow(self, table: str) -> Any:
        """A table as ``pyarrow.Table``: those of ``tables.TABLES``."""
        return tables.arrow(self.connection, table)

    def pandas(self, table: str) -> Any:
        """A table as ``pandas.DataFrame``, where pandas is installed."""
        return tables.pandas(self.connection, table)

    def polars(self, table: str) -> Any:
        """A table as ``polars.DataFrame``, where Polars is installed."""
        return tables.polars(self.connection, table)
