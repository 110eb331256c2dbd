"""The file: its settings, versions, other people's databases, places that can't be written."""

from __future__ import annotations

import os
import sqlite3
import tempfile
from pathlib import Path

import pytest

from onrecord.errors import OnrecordError
from onrecord.ledger import schema
from onrecord.ledger.connection import CACHE, connect, version, writing


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a ledger?#.db"


def pragma(connection: sqlite3.Connection, name: str) -> object:
    return connection.execute(f"PRAGMA {name}").fetchone()[0]


def test_settings(path: Path) -> None:
    connection = connect(path)
    assert pragma(connection, "journal_mode") == "wal"
    assert pragma(connection, "synchronous") == 2
    assert pragma(connection, "foreign_keys") == 1
    assert pragma(connection, "cache_size") == -CACHE
    tables = connection.execute(
        "SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
    ).fetchall()
    assert [name for name, strict in tables if not strict and not name.startswith("sqlite")] == []
    assert version(connection) == schema.VERSION
    assert path.exists()


def test_every_table_is_described() -> None:
    made = {
        words[2]
        for statements in schema.MIGRATIONS
        for words in map(str.split, statements)
        if words[:2] in (["CREATE", "TABLE"], ["CREATE", "VIEW"])
    }
    assert {name for name in made if f"\n{name} " not in (schema.__doc__ or "")} == set()


def test_migrations(path: Path) -> None:
    connect(path).close()
    more = (*schema.MIGRATIONS, ("CREATE TABLE later (x TEXT) STRICT",))
    connection = connect(path, migrations=more)
    assert version(connection) == schema.VERSION + 1
    connection.execute("SELECT x FROM later")
    connection.close()
    told = rf"E032.*version {schema.VERSION + 1} .* up to {schema.VERSION}"
    with pytest.raises(OnrecordError, match=told):
        connect(path)
    with pytest.raises(OnrecordError, match="E032"):
        connect(path, readonly=True)


def test_a_ledger_of_the_first_version(path: Path) -> None:
    """What was in it is there after it was brought up to date, and is found by its words."""
    connection = connect(path, migrations=schema.MIGRATIONS[:1])
    with writing(connection):
        connection.execute(
            "INSERT INTO reports (id, title, text, text_sha256, first_seen, last_seen) "
            "VALUES ('a', 'Talks', 'The envoys met.', '', '', '')"
        )
    connection.close()
    connection = connect(path)
    assert version(connection) == schema.VERSION
    search = "SELECT rowid FROM reports_fts WHERE reports_fts MATCH 'envoy'"
    assert connection.execute(search).fetchall() == [(1,)]
    connection.execute("DELETE FROM reports")
    assert connection.execute(search).fetchall() == []


def test_a_migration_that_fails_changes_nothing(path: Path) -> None:
    connect(path).close()
    bad = (*schema.MIGRATIONS, ("CREATE TABLE later (x TEXT) STRICT", "NO STATEMENT"))
    with pytest.raises(sqlite3.OperationalError):
        connect(path, migrations=bad)
    connection = connect(path)
    assert version(connection) == schema.VERSION
    assert not connection.execute("SELECT 1 FROM sqlite_schema WHERE name = 'later'").fetchone()


def test_readonly_brings_an_older_one_up_to_date(path: Path) -> None:
    sqlite3.connect(path).close()
    path.touch()
    connection = connect(path, readonly=True)
    assert version(connection) == schema.VERSION
    with pytest.raises(sqlite3.OperationalError):
        connection.execute("DELETE FROM reports")


def test_no_ledger(path: Path) -> None:
    with pytest.raises(OnrecordError, match="E030"):
        connect(path, readonly=True)
    with pytest.raises(OnrecordError, match="E034"):
        connect(path / "nosuch" / "x.db")
    path.write_bytes(b"no database at all, but long enough to be looked at as one" * 20)
    for readonly in (True, False):
        with pytest.raises(OnrecordError, match="E031"):
            connect(path, readonly=readonly)


def test_another_programs_database(path: Path) -> None:
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE theirs (x)")
    other.commit()
    other.close()
    before = path.read_bytes()
    with pytest.raises(OnrecordError, match="E031"):
        connect(path)
    assert path.read_bytes() == before


def test_damaged(path: Path) -> None:
    connect(path).close()
    data = bytearray(path.read_bytes())
    data[4096 * 2 : 4096 * 3] = b"\xff" * 4096
    path.write_bytes(data)
    connection = connect(path)
    with pytest.raises(OnrecordError, match="E035"), writing(connection):
        for table in ("reports", "sources", "sightings", "records", "participants", "parked"):
            connection.execute(f"SELECT * FROM {table}").fetchall()
            connection.execute(f"DELETE FROM {table}")
        connection.execute("PRAGMA integrity_check").fetchall()


def test_all_or_nothing(path: Path) -> None:
    connection = connect(path)
    with pytest.raises(KeyboardInterrupt), writing(connection):
        connection.execute("INSERT INTO tombstones VALUES ('a', 'b', 'c')")
        raise KeyboardInterrupt
    assert connection.execute("SELECT count(*) FROM tombstones").fetchone() == (0,)


def test_locked(path: Path) -> None:
    one, other = connect(path), connect(path, wait=0.1)
    with writing(one), pytest.raises(OnrecordError, match="E033"), writing(other, wait=0.1):
        pass
    with writing(other):
        other.execute("INSERT INTO tombstones VALUES ('a', 'b', 'c')")


def test_full_disk(path: Path) -> None:
    connection = connect(path)
    pages = pragma(connection, "page_count")
    connection.execute(f"PRAGMA max_page_count = {int(str(pages)) + 2}")
    with pytest.raises(OnrecordError, match=r"E034.*full"), writing(connection):
        for number in range(1000):
            values = (str(number), "x" * 1000, "now")
            connection.execute("INSERT INTO tombstones VALUES (?, ?, ?)", values)
    assert connection.execute("SELECT count(*) FROM tombstones").fetchone() == (0,)
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_decisions_stay(path: Path) -> None:
    connection = connect(path)
    connection.execute(
        "INSERT INTO decisions (verdict, one, other, made) VALUES ('same', 'a', 'b', 'now')"
    )
    for statement in ("UPDATE decisions SET one = 'c'", "DELETE FROM decisions"):
        with pytest.raises(sqlite3.IntegrityError, match="never"):
            connection.execute(statement)


@pytest.mark.skipif(not hasattr(os, "fork") or os.getuid() != 0, reason="needs another user")
def test_a_folder_that_may_only_be_read() -> None:
    """Questions are answered there; adding says why it can't."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        connect(folder / "x.db").close()
        (folder / "x.db").chmod(0o444)
        folder.chmod(0o555)
        child = os.fork()
        if child == 0:
            os.setuid(65534)
            code = 1
            try:
                assert version(connect(folder / "x.db", readonly=True)) == schema.VERSION
                try:
                    connect(folder / "new.db")
                except OnrecordError as error:
                    code = 0 if error.code == "E034" else 2
            finally:
                os._exit(code)
        assert os.waitpid(child, 0)[1] == 0


def test_whose_file_it_is_is_asked_in_one_statement(tmp_path: Path) -> None:
    """Between two, another program may make the ledger: half of it is a stranger's file."""
    with sqlite3.connect(tmp_path / "x.db") as connection:
        asked: list[str] = []
        connection.set_trace_callback(asked.append)
        assert version(connection) == 0
        assert len([text for text in asked if not text.startswith("--")]) == 1
    connection.close()
