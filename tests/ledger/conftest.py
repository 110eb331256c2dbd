"""A ledger for tests, and a reader that needs no language model."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from onrecord.ledger.ledger import Ledger
from onrecord.record import Record
from onrecord.report import Report
from tests.ledger.made import read


class Counting:
    """Reads as ``made.read`` does, and counts; "boom" in a text is a fault inside."""

    def __init__(self) -> None:
        self.read = 0

    def __call__(self, reports: Iterable[Report]) -> Iterator[list[Record]]:
        waiting = list(reports)  # reads ahead, as batches do
        for report in waiting:
            if "boom" in report.text:
                raise RuntimeError("a fault inside")
            self.read += 1
            yield read(report)


@pytest.fixture
def reader() -> Counting:
    return Counting()


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger(tmp_path / "test.db") as opened:
        yield opened
