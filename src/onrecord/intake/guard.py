"""Sources read in a process of their own, which is ended when an item takes too long or too much.

What a parser does to itself (hanging, crashing, eating memory) costs the item that it had in hand,
which comes out as a Failure; a new process goes on behind it.
"""

from __future__ import annotations

import os
import queue
import signal
import subprocess
import sys
import threading
from collections.abc import Generator, Iterator
from contextlib import suppress
from typing import IO

import msgspec

from onrecord.intake.arrival import (
    Begun,
    Came,
    Failure,
    Loading,
    Message,
    Note,
    Options,
)
from onrecord.intake.sources import Source
from onrecord.intake.worker import PATIENCE, Done, Request

_AHEAD = 16  # messages that may wait: enough to keep both sides busy, little memory
COMMAND = (sys.executable, "-P", "-m", "onrecord.intake.worker")
"""-P: a file html.py beside the reports must not be taken for a library."""

_LOADING = 60  # seconds more while a process starts or loads a parser: no item's fault
_QUIET = {"MALLOC_ARENA_MAX": "2", "OMP_NUM_THREADS": "1", "ARROW_DEFAULT_MEMORY_POOL": "system"}


class _Child:
    """One process, and the thread that takes its messages."""

    def __init__(self, memory: int) -> None:
        self.process = subprocess.Popen(
            [*COMMAND, str(memory)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, **_QUIET},
        )
        self.messages: queue.Queue[bytes | None] = queue.Queue(_AHEAD)
        self.ended = threading.Event()
        threading.Thread(target=self._take, daemon=True).start()

    def ask(self, request: Request) -> None:
        data = msgspec.msgpack.encode(request)
        assert self.process.stdin is not None
        with suppress(BrokenPipeError):  # it died: no message comes, which says so
            self.process.stdin.write(len(data).to_bytes(4, "big") + data)
            self.process.stdin.flush()

    def next(self, seconds: float) -> bytes | None:
        """The next message, None where the process died. Raises queue.Empty after ``seconds``."""
        return self.messages.get(timeout=seconds)

    def end(self) -> str:
        """Kill it; gives how it had ended before, if it had."""
        code = self.process.poll()
        self.ended.set()
        self.process.kill()
        with suppress(queue.Empty):
            while True:  # the thread may wait for room
                self.messages.get_nowait()
        code_now = self.process.wait()
        with suppress(OSError):  # the thread closes the other pipe
            assert self.process.stdin is not None
            self.process.stdin.close()
        code = code_now if code is None else code
        if code < 0:
            with suppress(ValueError):
                return signal.Signals(-code).name
        return f"exit status {code}"

    def _take(self) -> None:
        out = self.process.stdout
        assert out is not None
        with out:
            while not self.ended.is_set():
                data = _frame(out)
                self._put(data)
                if data is None:
                    return

    def _put(self, data: bytes | None) -> None:
        while not self.ended.is_set():
            with suppress(queue.Full):
                self.messages.put(data, timeout=1)
                return


class Guard:
    """Reads sources one after the other; a context manager, so that no process is left behind."""

    def __init__(self, options: Options | None = None) -> None:
        self.options = options or Options()
        self.child: _Child | None = None
        self.decoder: msgspec.msgpack.Decoder[Message | Done]
        self.decoder = msgspec.msgpack.Decoder(Message | Done)

    def __enter__(self) -> Guard:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End the process."""
        if self.child is not None:
            self.child.end()
            self.child = None

    def items(self, source: Source, *, start: int = 0) -> Iterator[Came]:
        """What came of a source's items after the first ``start``, in their order."""
        whole = False
        try:
            while True:
                broke = yield from self._until_broken(source, start)
                if broke is None:
                    break
                self.close()
                yield broke
                if broke.last:
                    break
                start = broke.position
            whole = True
        finally:
            if not whole:
                self.close()  # left early: its messages must not be taken for the next source's

    def _until_broken(self, source: Source, start: int) -> Generator[Came, None, Failure | None]:
        if self.child is None:
            self.child = _Child(self.options.memory)
        self.child.ask(
            Request(path=source.path, name=source.name, start=start, options=self.options)
        )
        begun = Begun(position=0, item="")
        reached, more = start, _LOADING
        while True:
            try:
                data = self.child.next(self.options.seconds * PATIENCE + more)
            except queue.Empty:
                return _broke(begun, reached, "E020", limit=f"{self.options.seconds:g}")
            if data is None:
                ended = self.child.end()
                if ended == "SIGPROF":  # its own clock
                    return _broke(begun, reached, "E020", limit=f"{self.options.seconds:g}")
                return _broke(begun, reached, "E022", reason=ended)
            message = self.decoder.decode(data)
            more = _LOADING if isinstance(message, Loading) else 0
            if isinstance(message, Done):
                return None
            if isinstance(message, Loading):
                continue
            if isinstance(message, Begun):
                begun = message
                continue
            if isinstance(message, Failure) and message.code == "E021":
                return message  # the process ends itself after this one
            if not isinstance(message, Note):
                begun, reached = Begun(position=0, item=""), message.position
            yield message


def _broke(begun: Begun, reached: int, code: str, **details: str) -> Failure:
    if begun.position:
        return Failure(position=begun.position, item=begun.item, code=code, details=details)
    return Failure(position=reached + 1, item="", code=code, details=details, last=True)


def _frame(stream: IO[bytes]) -> bytes | None:
    size = stream.read(4)
    if len(size) < 4:
        return None
    length = int.from_bytes(size, "big")
    data = stream.read(length)
    return data if len(data) == length else None
