"""Where a command's words go: data to standard output or a file, complaints to standard error."""

from __future__ import annotations

import errno
import os
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Literal, TypeVar

import click

from onrecord.errors import OnrecordError
from onrecord.exports.words import line

T = TypeVar("T")

_WORTH_A_BAR = 5  # files: fewer are read before a bar could be looked at


class Complaints:
    """Errors and warnings, one line each on standard error; ``errors`` counts the errors."""

    def __init__(self, *, debug: bool = False) -> None:
        self.debug = debug
        self.errors = 0

    def add(self, error: OnrecordError) -> None:
        self.errors += 1
        click.echo(line(f"onrecord: {error}"), err=True)

    def warn(self, message: str) -> None:
        click.echo(line(f"onrecord: warning {message}"), err=True)

    @contextmanager
    def of_all(self) -> Iterator[None]:
        """Whatever goes wrong inside is one line; where in the code only with ``debug``."""
        try:
            yield
        except OnrecordError as error:
            self.add(error)
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except OSError as error:
            if error.errno == errno.EPIPE:
                raise  # a reader such as head has enough: click ends the program quietly
            written = error.filename is None  # opening a file names it, a full disk doesn't
            reason = (error.strerror or str(error)).lower()
            self.add(OnrecordError("E008", reason=reason) if written else self.fault(error))
        except Exception as error:
            self.add(self.fault(error))

    def fault(self, error: Exception, **details: object) -> OnrecordError:
        """``error`` as one with a code; its traceback is printed with ``debug``."""
        if isinstance(error, OnrecordError):
            return OnrecordError(error.code, **{**details, **error.details})
        if self.debug:
            traceback.print_exception(error)
        return OnrecordError("E009", reason=f"{type(error).__name__}: {error}", **details)


@contextmanager
def writable(path: str | None, *, inputs: list[str]) -> Iterator[BinaryIO]:
    """``path`` opened to write bytes, or standard output for None or ``-``.

    Raises OnrecordError E008, also where ``path`` is one of the ``inputs``: it would be lost.
    """
    if path is None or path == "-":
        yield sys.stdout.buffer
        return
    with _opened(path, "wb", inputs) as stream:
        yield stream


def check_writable(path: str, *, inputs: list[str]) -> None:
    """Raises OnrecordError E008 where ``path`` can't be written, and leaves it as it was."""
    there = os.path.lexists(path)
    _opened(path, "ab", inputs).close()
    if not there:
        Path(path).unlink(missing_ok=True)


def _opened(path: str, mode: Literal["wb", "ab"], inputs: list[str]) -> BinaryIO:
    target = Path(path)
    if target.exists() and any(_same(target, name) for name in inputs):
        raise OnrecordError("E008", path=path, reason="it is one of the reports")
    try:
        return target.open(mode)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise OnrecordError("E008", path=path, reason=reason.lower()) from None


@contextmanager
def new_folder(path: str) -> Iterator[Path]:
    """The folder ``path``, made if it isn't there, to write into.

    Raises OnrecordError E008 where it holds something already, or can't be written.
    """
    folder = Path(path)
    try:
        folder.mkdir(exist_ok=True)
        if any(folder.iterdir()):
            raise OnrecordError("E008", path=path, reason="the folder isn't empty")
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise OnrecordError("E008", path=path, reason=reason.lower()) from None
    yield folder


def progress(found: Iterator[T], *, total: int, quiet: bool) -> Iterator[T]:
    """``found``, counted in a bar on standard error where a person looks on and waits.

    quiet: the results themselves go to standard output; no bar if that's the same terminal.
    """
    if total < _WORTH_A_BAR or not sys.stderr.isatty() or (quiet and sys.stdout.isatty()):
        return found
    return _with_bar(found, total)


def _with_bar(found: Iterator[T], total: int) -> Iterator[T]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
    from rich.progress import TimeRemainingColumn as Remaining

    columns = (TextColumn("reading"), BarColumn(), MofNCompleteColumn(), Remaining())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("reading", total=total)
        for item in found:
            yield item
            bar.advance(task)


def _same(target: Path, name: str) -> bool:
    try:
        return name != "-" and target.is_file() and target.samefile(name)
    except (OSError, ValueError):
        return False
