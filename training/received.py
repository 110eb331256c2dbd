"""How often an act of each kind names whom it is done to (codes/data/received.tsv).

`python -m training.received FILE...` counts the records of the passages by category and mode and
prints the table: the share of them that have a recipient. One that need not be found counts
half. Half a record each way is added, so that no share is nought or one.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from bench.gold import Gold
from training.corpus.notation import passages

HEAD = """# How often an act of a category and mode names whom it is done to, in the training part
# of our short reports (reading/who/hopes.py). A row without a mode is for those too rare for one.
# Made by training/received.py; our own work. Licence: Apache-2.0.
event\tmode\tshare"""
LEAST = 20
"""Records of a mode from which it has a row of its own."""


def shares(records: Iterable[Gold]) -> Iterator[tuple[str, str, float]]:
    """Category, mode ("" for any) and share."""
    number: Counter[tuple[str, str]] = Counter()
    named: Counter[tuple[str, str]] = Counter()
    for record in records:
        if record.optional:
            continue
        needed = any(not recipient.optional for recipient in record.recipients)
        for key in {(record.event, ""), (record.event, record.mode or "")}:
            number[key] += 2
            named[key] += 2 if needed else bool(record.recipients)
    for event, mode in sorted(number):
        if not mode or number[event, mode] >= 2 * LEAST:
            yield event, mode, (named[event, mode] + 1) / (number[event, mode] + 2)


def main(files: list[str]) -> None:
    found = (record for file in files for p in passages(Path(file)) for record in p.records)
    print(
        HEAD, *(f"{event}\t{mode}\t{share:.2f}" for event, mode, share in shares(found)), sep="\n"
    )


if __name__ == "__main__":
    main(sys.argv[1:])
