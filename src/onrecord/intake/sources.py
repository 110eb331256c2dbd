"""What was asked for -> the files that are meant: folders, patterns, standard input, files.

Always in the same order, so that work that broke off finds its place again.
"""

from __future__ import annotations

import glob
import hashlib
import os
import shutil
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import msgspec

from onrecord.errors import OnrecordError


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """One file to take in: the name that people know it by, and where its bytes are."""

    name: str
    path: str


def expanded(
    names: Iterable[str], *, besides: frozenset[str] = frozenset()
) -> Iterator[Source | OnrecordError]:
    """The sources meant by ``names``, each once; an error for a name that means none.

    A folder means all files in it and below, hidden ones aside. besides: real paths to leave out.
    """
    seen = set(besides)
    for name in names:
        found = False
        for source in _meant(name):
            found = True
            if isinstance(source, OnrecordError):
                yield source
            elif (real := _real(source)) not in seen:
                seen.add(real)
                yield source
        if not found:
            yield OnrecordError("E026", path=name)


def _meant(name: str) -> Iterator[Source | OnrecordError]:
    path = Path(name)
    try:
        if name == "-":
            yield Source(name="-", path="-")
        elif path.is_dir():
            yield from (Source(name=found, path=found) for found in _within(name))
        elif path.exists():
            yield Source(name=name, path=name)
        elif glob.has_magic(name):
            for found in sorted(glob.glob(name, recursive=True)):  # noqa: PTH207
                if Path(found).is_file():
                    yield Source(name=found, path=found)
        else:
            yield OnrecordError("E001", path=name)
    except (OSError, ValueError, RuntimeError) as error:
        yield OnrecordError("E007", path=name, reason=_reason(error))


def _within(folder: str) -> Iterator[str]:
    for top, folders, files in os.walk(folder):
        folders[:] = sorted(one for one in folders if not one.startswith("."))
        for file in sorted(files):
            path = Path(top, file)
            # Pipes and devices in a folder would be waited for without end.
            if not file.startswith(".") and path.is_file():
                yield str(path)


def _real(source: Source) -> str:
    return source.path if source.path == "-" else os.path.realpath(source.path)


@contextmanager
def settled(source: Source) -> Iterator[Source]:
    """The source as a file that can be read twice: what comes through a pipe is kept till then.

    Raises OnrecordError E001 or E007 where it can't be opened.
    """
    try:
        piped = source.path == "-" or not Path(source.path).is_file()
        stream: IO[bytes] = sys.stdin.buffer if source.path == "-" else open(source.path, "rb")  # noqa: SIM115, PTH123
    except FileNotFoundError:
        raise OnrecordError("E001", path=source.name) from None
    except (OSError, ValueError) as error:
        raise OnrecordError("E007", path=source.name, reason=_reason(error)) from None
    if not piped:
        stream.close()
        yield source
        return
    with tempfile.NamedTemporaryFile(prefix="onrecord-") as kept:
        shutil.copyfileobj(stream, kept)
        kept.flush()
        yield Source(name=source.name, path=kept.name)


def sha256(source: Source) -> str:
    """The fingerprint of its bytes. Raises OnrecordError E007 where they can't be read."""
    try:
        with Path(source.path).open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError as error:
        raise OnrecordError("E007", path=source.name, reason=_reason(error)) from None


def _reason(error: Exception) -> str:
    return (getattr(error, "strerror", None) or str(error)).lower()
