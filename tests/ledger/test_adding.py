"""Adding: what is told, what is kept, and that it may be broken off anywhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from onrecord.errors import OnrecordError
from onrecord.ledger.adding import Read, Step, add
from onrecord.ledger.connection import connect
from onrecord.ledger.ledger import Ledger
from onrecord.record import Record
from onrecord.report import Report
from tests.ledger.conftest import Counting
from tests.ledger.made import contents, read, write

SPANISH = "El presidente dijo que los dos países van a trabajar juntos en la región. " * 4


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    write(tmp_path, "in/a.txt", "2025-03-14", "Peru accused Chile.\nPeru and Chile met.")
    write(tmp_path, "in/b.txt", "2025-03-15", "Lima Radio said Peru threatened Chile.")
    write(tmp_path, "in/empty.txt", "2025-03-14", " ")
    write(tmp_path, "in/nodate.txt", None, "Peru accused Chile.")
    rows = [f'{{"text": "Kenya helped Peru.\\nRound {n}.", "date": "2025-03-{n + 1:02}"}}'
            for n in range(20)]  # fmt: skip
    (tmp_path / "in" / "rows.jsonl").write_text("\n".join([*rows[:10], "{bad", *rows[10:]]))
    return tmp_path


def steps(ledger: Ledger, read_: Read, *names: str, again: bool = False, reader: str = "1",
          ) -> list[Step]:  # fmt: skip
    return list(add(ledger.connection, names or ["in"], read=read_, reader=reader, again=again))


def told(found: Iterable[Step]) -> dict[str, int]:
    counted: dict[str, int] = {}
    for step in found:
        counted[step.what] = counted.get(step.what, 0) + 1
    return counted


def test_everything_is_told(folder: Path, ledger: Ledger, reader: Counting) -> None:
    found = steps(ledger, reader, "in", "nosuch")
    assert told(found) == {"added": 23, "parked": 2, "finished": 5, "note": 1, "error": 1}
    assert reader.read == 23
    assert sum(step.records for step in found) == 24
    assert sum(step.undated for step in found) == 1
    assert [(p.source, p.item, p.code) for p in ledger.parked()] == [
        ("in/empty.txt", "", "E003"),
        ("in/rows.jsonl", "line 11", "E023"),
    ]
    assert ledger.check() == []
    assert max(step.sources for step in found) == 5


def test_twice_changes_nothing(folder: Path, ledger: Ledger, reader: Counting) -> None:
    steps(ledger, reader)
    before = contents(ledger.connection)
    assert told(steps(ledger, reader)) == {"skipped": 5}
    assert contents(ledger.connection) == before
    assert told(steps(ledger, reader, again=True)) == {
        "known": 23, "parked": 2, "finished": 5, "note": 1,
    }  # fmt: skip
    assert contents(ledger.connection) == before
    assert reader.read == 23


def test_another_reader_reads_again_only_when_asked(
    folder: Path, ledger: Ledger, reader: Counting
) -> None:
    steps(ledger, reader)
    assert told(steps(ledger, reader, reader="2")) == {"skipped": 5}
    assert told(steps(ledger, reader, reader="2", again=True))["added"] == 23
    versions = ledger.connection.execute("SELECT DISTINCT reader FROM records").fetchall()
    assert versions == [("2",)]
    assert ledger.check() == []


def test_a_fault_of_the_reading_costs_that_report(
    folder: Path, ledger: Ledger, reader: Counting
) -> None:
    write(folder, "in/c.txt", "2025-03-14", "boom")
    found = steps(ledger, reader)
    assert told(found)["added"] == 23 and told(found)["parked"] == 3
    assert ("in/c.txt", "E009") in {(p.source, p.code) for p in ledger.parked()}


def test_a_reader_that_cannot_be_used_ends_it(folder: Path, ledger: Ledger) -> None:
    def no_weights(reports: Iterable[Report]) -> Iterator[list[Record]]:
        raise OnrecordError("E010", reason="test")
        yield []

    with pytest.raises(OnrecordError, match="E010"):
        steps(ledger, no_weights)
    assert ledger.parked() == []


def test_another_language_is_kept_unread(folder: Path, ledger: Ledger, reader: Counting) -> None:
    write(folder, "es.txt", "2025-03-14", SPANISH)
    assert told(steps(ledger, reader, "es.txt")) == {"kept": 1, "finished": 1}
    row = ledger.connection.execute("SELECT language, reader FROM reports").fetchone()
    assert row == ("es", None)
    assert reader.read == 0


def test_a_report_that_stands_in_two_files_is_read_once(
    folder: Path, ledger: Ledger, reader: Counting
) -> None:
    write(folder, "in/again.txt", "2025-03-14", "Peru accused Chile.\nPeru and Chile met.")
    found = steps(ledger, reader)
    assert told(found)["known"] == 1 and reader.read == 23


def test_broken_off_and_gone_on(folder: Path, ledger: Ledger, reader: Counting) -> None:
    """Left after any number of steps, and gone on with: the same as never left."""
    steps(ledger, reader)
    whole = contents(ledger.connection)
    for left in (1, 3):
        with Ledger(folder / f"{left}.db") as other:
            going = add(other.connection, ["in"], read=read_all, reader="1")
            for _ in range(left):
                next(going)
            going.close()  # type: ignore[attr-defined]
            steps(other, read_all)
            assert contents(other.connection) == whole


def test_it_goes_on_where_it_was(folder: Path, ledger: Ledger) -> None:
    seen = Counting()

    def dying(reports: Iterable[Report]) -> Iterator[list[Record]]:
        for number, report in enumerate(reports):
            if number == 12:
                raise KeyboardInterrupt
            yield read(report)

    with pytest.raises(KeyboardInterrupt):
        list(add(ledger.connection, ["in"], read=dying, reader="1"))
    done = ledger.connection.execute("SELECT count(*) FROM reports").fetchone()[0]
    steps(ledger, seen)
    assert seen.read == 23 - done


def test_two_adders_at_once(folder: Path, ledger: Ledger, reader: Counting) -> None:
    """Their steps in turns; what one has put in, the other finds."""
    steps(ledger, reader)
    whole = contents(ledger.connection)
    with Ledger(folder / "both.db") as one, Ledger(folder / "both.db") as other:
        first = add(one.connection, ["in"], read=read_all, reader="1")
        second = add(other.connection, ["in"], read=read_all, reader="1")
        for _ in zip(first, second, strict=False):
            pass
        for going in (first, second):
            for _ in going:
                pass
        assert one.check() == []
        assert sorted(contents(one.connection)["records"]) != []
        ids = "SELECT id FROM records ORDER BY id"
        assert one.connection.execute(ids).fetchall() == ledger.connection.execute(ids).fetchall()
        assert len(contents(one.connection)["reports"]) == len(whole["reports"])


def test_the_ledger_itself_is_no_source(folder: Path, reader: Counting) -> None:
    with Ledger(folder / "in" / "own.db") as ledger:
        assert told(steps(ledger, reader))["parked"] == 2


def test_disk_full_is_told_and_loses_nothing(folder: Path, ledger: Ledger) -> None:
    connection = ledger.connection
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    connection.execute(f"PRAGMA max_page_count = {pages}")
    write(folder, "in/large.txt", "2025-03-14", "Peru accused Chile.\n" * 5000)
    with pytest.raises(OnrecordError, match="E034"):
        steps(ledger, read_all)
    connection.close()
    again = connect(ledger.path)
    assert again.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    again.close()
    with Ledger(ledger.path) as room:
        found = told(steps(room, read_all))
        assert found["finished"] + found.get("skipped", 0) == 6
        assert room.check() == []


def read_all(reports: Iterable[Report]) -> Iterator[list[Record]]:
    return map(read, reports)
