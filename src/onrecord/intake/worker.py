"""The process that reads untrusted formats: sources are asked for on its standard input, and what
comes of them is written to its standard output, a message at a time.

It's started and ended by ``guard``, which says why. Everything it may do to itself is limited
before the first byte is looked at.
"""

from __future__ import annotations

import os
import signal
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

import msgspec

from onrecord.errors import OnrecordError
from onrecord.intake import kinds, parsers
from onrecord.intake.arrival import (
    Arrival,
    Begun,
    Failure,
    Loading,
    Message,
    Note,
    Options,
    Passed,
    Raw,
)

_BEAT = 0.5  # seconds between two signs of life on a long way
PATIENCE = 12
"""How many times longer than its own computing an item may take by the clock: others are busy too.
"""
_SLACK = 5  # seconds: the guard comes first where it still lives
_LOADING = 60  # seconds more while a parser is loaded
_PARSERS = 512 << 20  # bytes of address space that the parsers themselves may take


class Request(msgspec.Struct, frozen=True, kw_only=True):
    """A source to read, from the item after ``start`` on."""

    path: str
    name: str
    start: int
    options: Options


class Done(msgspec.Struct, frozen=True, kw_only=True, tag="done"):
    """The source has no further items."""


class Worker:
    """Reads one request after another; ``out`` gets the messages."""

    def __init__(self, out: BinaryIO) -> None:
        self.out = out
        self.encoder = msgspec.msgpack.Encoder()
        self.spoke = 0.0
        self.limit = 0.0

    def send(self, message: Message | Done) -> None:
        """A message, however long its taker lets it wait; then the clock runs anew."""
        _alarm(0)
        data = self.encoder.encode(message)
        self.out.write(len(data).to_bytes(4, "big") + data)
        self.out.flush()
        self.spoke = time.monotonic()
        _alarm(self.limit)

    def read(self, request: Request) -> None:
        """All items of a source. An item that takes too much memory ends the process."""
        self.limit = request.options.seconds
        position, item = 0, ""
        try:
            with Path(request.path).open("rb") as stream:
                for found in kinds.items(stream, request.name, request.options):
                    if isinstance(found, Note):
                        self.send(found)
                        continue
                    position += 1
                    if position > request.start:
                        item = found.item
                        self.send(Begun(position=position, item=item))
                        self.send(made(position, found))
                        item = ""
                    elif time.monotonic() - self.spoke > _BEAT:
                        self.send(Begun(position=0, item=""))
        except MemoryError:
            limit = {"limit": str(request.options.memory >> 20)}
            last = not item  # on the way to an item: what is behind it can't be reached
            position += last
            self.send(Failure(position=position, item=item, code="E021", details=limit, last=last))
            os._exit(3)
        except Exception as error:  # of a container that gives way between two items
            details = {"reason": _said(error)}
            self.send(
                Failure(position=position + 1, item="", code="E023", details=details, last=True)
            )
        self.limit = 0.0
        self.send(Done())

    def loading(self) -> None:
        """Say that a parser is being loaded."""
        self.send(Loading())
        _alarm(self.limit and self.limit + _LOADING)


def _alarm(seconds: float) -> None:
    """End this process after so many seconds of computing; 0: never.

    The system does it, whatever hangs. By the clock the guard sees to it; if that is gone, the
    second timer.
    """
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_PROF, seconds)
        signal.setitimer(signal.ITIMER_REAL, seconds and seconds * PATIENCE + _SLACK)


def made(position: int, item: Raw) -> Arrival | Failure | Passed:
    """What an item gives, whatever goes wrong with it but memory."""
    try:
        arrival = item.make()
    except OnrecordError as error:
        details = {name: str(value) for name, value in error.details.items()}
        return Failure(position=position, item=item.item, code=error.code, details=details)
    except MemoryError:
        raise
    except Exception as error:
        details = {"reason": _said(error)}
        return Failure(position=position, item=item.item, code="E023", details=details)
    if arrival is None:
        return Passed(position=position, item=item.item)
    return msgspec.structs.replace(arrival, position=position, item=item.item)


def _said(error: Exception) -> str:
    return f"{type(error).__name__}: {' '.join(str(error).split())[:200]}"


def limited(memory: int) -> None:
    """No more memory than this from now on, where the system can see to that."""
    with suppress(ImportError, ValueError, OSError, AttributeError):
        import resource

        hard = resource.getrlimit(resource.RLIMIT_AS)[1]
        bound = memory if hard == resource.RLIM_INFINITY else min(memory, hard)
        resource.setrlimit(resource.RLIMIT_AS, (bound, hard))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def main() -> None:
    """Answer requests until standard input ends."""
    memory = int(sys.argv[1])
    # Ctrl-C is for the guard: an item must not look as if it had ended this process.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    limited(_size() + _PARSERS + memory)
    out = os.fdopen(os.dup(1), "wb", buffering=1 << 16)
    # Whatever a parser prints must not get among the messages.
    os.dup2(2, 1)
    decoder = msgspec.msgpack.Decoder(Request)
    worker = Worker(out)
    parsers.watch(worker.loading)
    with suppress(BrokenPipeError):
        while size := sys.stdin.buffer.read(4):
            worker.read(decoder.decode(sys.stdin.buffer.read(int.from_bytes(size, "big"))))


def _size() -> int:
    """Bytes of address space in use."""
    status = Path("/proc/self/statm")
    if not status.exists():
        return 0
    return int(status.read_text().split()[0]) * os.sysconf("SC_PAGE_SIZE")


if __name__ == "__main__":
    main()
