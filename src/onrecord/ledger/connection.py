"""A ledger's file, opened: settings that keep it safe, its version, SQLite's errors in our words.

WAL lets people ask while a program adds; synchronous=FULL means that what was committed survives
the power going off. Python's own transactions are off: ``writing`` says where each begins and ends.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.parse import quote

from onrecord.errors import OnrecordError
from onrecord.ledger import schema

WAIT = 60
"""Seconds to wait for another program's transaction."""

CACHE = 4096
"""KiB of a ledger's pages that a connection keeps: all that adding to one holds, however long it
grows. The system keeps the file in memory as well, so that more makes nothing faster."""

AGAIN = 0.02
"""Seconds until a refusal that SQLite does not wait for itself is put to it again."""

_NO_ROOM = ("SQLITE_FULL", "SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_IOERR", "SQLITE_PERM")
_DAMAGED = ("SQLITE_CORRUPT",)


def connect(
    path: str | Path,
    *,
    readonly: bool = False,
    wait: float = WAIT,
    migrations: Sequence[Sequence[str]] = schema.MIGRATIONS,
) -> sqlite3.Connection:
    """The ledger at ``path``, brought up to this version; made where there is none.

    readonly: it must be there and isn't changed; works in a folder that may only be read too.
    Raises OnrecordError E030 (not there) to E035.
    """
    path = Path(path)
    with told(path, wait=wait):
        if readonly:
            return _readonly(path, wait, len(migrations))
        connection = _opened(f"{_uri(path)}?mode=rwc", wait)
        try:
            _migrate(connection, migrations)
        except BaseException:
            connection.close()
            raise
    return connection


@contextmanager
def writing(connection: sqlite3.Connection, *, wait: float = WAIT) -> Iterator[None]:
    """One transaction: all of it, or none where anything goes wrong. Raises OnrecordError."""
    with told(wait=wait):
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            connection.execute("COMMIT")
        except BaseException:
            with suppress(sqlite3.Error):  # a full disk has rolled back by itself
                connection.execute("ROLLBACK")
            raise


@contextmanager
def told(path: str | Path | None = None, *, wait: float = WAIT) -> Iterator[None]:
    """SQLite's errors from inside, as OnrecordError."""
    details: dict[str, object] = {} if path is None else {"path": str(path)}
    try:
        yield
    except sqlite3.Error as error:
        name = getattr(error, "sqlite_errorname", "") or ""
        reason = str(error)
        if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
            raise OnrecordError("E033", seconds=f"{wait:g}", **details) from error
        if name.startswith(_NO_ROOM):
            raise OnrecordError("E034", reason=reason, **details) from error
        if name.startswith("SQLITE_NOTADB"):
            raise OnrecordError("E031", reason="no SQLite database", **details) from error
        if name.startswith(_DAMAGED):
            raise OnrecordError("E035", reason=reason, **details) from error
        raise


def version(connection: sqlite3.Connection) -> int:
    """The version of the tables; 0 of an empty file. Raises OnrecordError E031 for another's."""
    # In one statement: what another program makes in between would look like a stranger's file.
    found, owner, tables = connection.execute(
        "SELECT (SELECT user_version FROM pragma_user_version),"
        " (SELECT application_id FROM pragma_application_id),"
        " (SELECT count(*) FROM sqlite_schema)"
    ).fetchone()
    if owner == schema.APPLICATION_ID:
        return int(found)
    if owner or found or tables:
        raise OnrecordError("E031", reason="a database of another program")
    return 0


def _readonly(path: Path, wait: float, known: int) -> sqlite3.Connection:
    if not path.exists():
        raise OnrecordError("E030", path=str(path))
    for mode in ("mode=ro", "mode=ro&immutable=1"):
        connection = sqlite3.connect(f"{_uri(path)}?{mode}", uri=True, timeout=wait)
        try:
            connection.isolation_level = None
            connection.execute("PRAGMA query_only = ON")
            found = version(connection)
        except sqlite3.OperationalError:
            # A folder that may only be read takes no -shm file: then nobody else writes either.
            connection.close()
            if "immutable" in mode:
                raise
            _nothing_unsaved(path)
            continue
        except BaseException:
            connection.close()
            raise
        if found == known:
            return connection
        connection.close()
        if found > known:
            raise OnrecordError("E032", path=str(path), found=found, known=known)
        break
    connect(path, wait=wait).close()  # an older or empty one: brought up to date first
    return _readonly(path, wait, known)


def _nothing_unsaved(path: Path) -> None:
    """Raises OnrecordError E034 where the newest rows lie in a -wal file that can't be used."""
    wal = path.with_name(f"{path.name}-wal")
    if wal.exists() and wal.stat().st_size:
        reason = f"its newest rows are in {wal.name}, for which its folder must be writable"
        raise OnrecordError("E034", path=str(path), reason=reason)


def _opened(uri: str, wait: float) -> sqlite3.Connection:
    connection = sqlite3.connect(uri, uri=True, timeout=wait, isolation_level=None)
    try:
        version(connection)  # before anything is changed in a file that isn't ours
        _log_ahead(connection, wait)
        for setting in ("synchronous = FULL", "foreign_keys = ON", "temp_store = MEMORY",
                        f"cache_size = -{CACHE}"):  # fmt: skip
            connection.execute(f"PRAGMA {setting}")
    except BaseException:
        connection.close()
        raise
    return connection


def _log_ahead(connection: sqlite3.Connection, wait: float) -> None:
    """WAL. Of two programs that make one file at once SQLite refuses one without waiting, since
    each might wait for the other: it is asked again."""
    until = time.monotonic() + wait
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            name = getattr(error, "sqlite_errorname", "") or ""
            if not name.startswith("SQLITE_BUSY") or time.monotonic() > until:
                raise
            time.sleep(AGAIN)


def _migrate(connection: sqlite3.Connection, migrations: Sequence[Sequence[str]]) -> None:
    known = len(migrations)
    if version(connection) == known:
        return
    with writing(connection):
        found = version(connection)  # another program may have been quicker
        if found > known:
            raise OnrecordError("E032", found=found, known=known)
        for statements in migrations[found:]:
            for statement in statements:
                connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {known}")


def _uri(path: Path) -> str:
    return f"file:{quote(str(path.absolute()))}"
