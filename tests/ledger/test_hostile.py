"""Broken and hostile files among good ones: the good is in, each bad one has its reason."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from onrecord.intake.arrival import Options
from onrecord.ledger.ledger import Ledger
from tests.intake.made import LAUGHS, bomb, damaged_gzip, feed, flipped, lines, page, warc, zipped
from tests.ledger.conftest import Counting
from tests.ledger.made import write

QUICK = Options(seconds=5)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    inside = tmp_path / "in"
    for number in range(5):
        write(inside, f"{number}0-good.txt", "2025-03-14", f"Peru accused Chile.\nNo. {number}.")
    packed = b"".join(gzip.compress(one, mtime=0) for one in warc(4))
    for name, data in {
        "01-laughs.xml": feed(2, LAUGHS).replace(b"Talks 0", b"&a9;"),
        "11-flipped.warc": flipped(b"".join(warc(4)), seed=1, count=20),
        "12-flipped.warc.gz": flipped(packed, seed=2, count=20),
        "13-damaged.warc.gz": damaged_gzip(),
        "21-zeros.gz": bomb(1 << 27),
        "22-cut.jsonl.gz": gzip.compress(lines(30))[:-20],
        "31-cut.zip": zipped(**{"a.html": page(), "b.html": page("B")})[:-40],
        "32-nuls.txt": b"Peru\0accused\0Chile.",
        "41-nothing.html": b"<!doctype html><html></html>",
    }.items():
        (inside / name).write_bytes(data)
    return inside


def test_the_good_remainder(folder: Path, ledger: Ledger, reader: Counting) -> None:
    added = ledger.add(folder, options=QUICK, read=reader, reader="1")
    assert added.errors == 0
    texts = list(ledger.arrow("reports")["text"].to_pylist())
    assert sum(text.startswith("Peru accused Chile.\nNo.") for text in texts) == 5
    parked = ledger.parked()
    assert added.parked == len(parked) and all(one.reason and one.code for one in parked)
    reasons = {Path(one.source).name for one in parked}
    assert {"13-damaged.warc.gz", "21-zeros.gz", "22-cut.jsonl.gz", "31-cut.zip", "32-nuls.txt",
            "41-nothing.html"} <= reasons  # fmt: skip
    assert ledger.check() == []
