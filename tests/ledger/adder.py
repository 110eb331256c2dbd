"""Adds sources to a ledger with the tests' own reader; to be run, and killed, as a program.

python adder.py LEDGER SOURCE...
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator

from onrecord.ledger.adding import add
from onrecord.ledger.connection import connect
from onrecord.record import Record
from onrecord.report import Report
from tests.ledger.made import read


def slowly(reports: Iterable[Report]) -> Iterator[list[Record]]:
    for report in reports:
        time.sleep(0.002)  # so that a kill may hit anything
        yield read(report)


if __name__ == "__main__":
    connection = connect(sys.argv[1])
    print("open", flush=True)
    for step in add(connection, sys.argv[2:], read=slowly, reader="1"):
        print(step.what, flush=True)
