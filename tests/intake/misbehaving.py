"""A worker whose items do what their words say: hang, sleep, crash, eat memory, or behave.

Run in place of ``onrecord.intake.worker``, so that each way to misbehave is certain.
"""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator
from typing import BinaryIO

from onrecord.intake import kinds, worker
from onrecord.intake.arrival import Arrival, Items, Note, Options, Raw
from onrecord.report import Report


def act(word: str) -> None:
    if word == "hang":
        while True:
            pass
    if word == "sleep":
        time.sleep(3600)
    if word == "crash":
        os.kill(os.getpid(), signal.SIGSEGV)
    if word == "exit":
        os._exit(7)
    if word == "eat":
        eaten = []
        while True:
            eaten.append(bytes(1 << 26))
    if word == "raise":
        raise ValueError("a fault inside")


def make(word: str) -> Arrival | None:
    act(word)
    return None if word == "pass" else Arrival(report=Report(text=word))


def items(stream: BinaryIO, name: str, options: Options) -> Iterator[Items]:
    yield Note(text=name)
    for number, line in enumerate(stream.read().decode().split(), 1):
        # "way-hang" hangs on the way to the item, not in it
        act(line.removeprefix("way-") if line.startswith("way-") else "")
        yield Raw(item=f"item {number}", make=lambda line=line: make(line))  # type: ignore[misc]


kinds.items = items  # type: ignore[assignment]

if __name__ == "__main__":
    worker.main()
