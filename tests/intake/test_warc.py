"""Archives that are broken: one bad record costs one record."""

from __future__ import annotations

import gzip

import pytest

from onrecord.intake.arrival import Arrival, Failure
from tests.intake.made import STORY, damaged_gzip, flipped, page, record, taken, warc


def titles(data: bytes, name: str = "a.warc") -> list[str | None]:
    return [found.report.title for found in taken(data, name) if isinstance(found, Arrival)]


def failures(data: bytes, name: str = "a.warc") -> list[str]:
    return [found.code for found in taken(data, name) if isinstance(found, Failure)]


@pytest.mark.parametrize("length", [0, 10, 10**6, 10**12])
def test_false_length(length: int) -> None:
    parts = warc(4)
    parts[1] = record(1, page("Talks 1"), length=length)
    data = b"".join(parts)
    assert titles(data) == ["Talks 0", "Talks 2", "Talks 3"]
    assert failures(data) == ["E023"]


def test_damaged_member() -> None:
    assert titles(damaged_gzip(), "a.warc.gz") == ["Talks 0", "Talks 1", "Talks 3", "Talks 4"]
    assert failures(damaged_gzip(), "a.warc.gz") == ["E023"]


def test_cut_off() -> None:
    data = b"".join(warc(3))
    assert titles(data[:-500]) == ["Talks 0", "Talks 1"]
    packed = b"".join(gzip.compress(part) for part in warc(3))
    assert titles(packed[:-100], "a.warc.gz") == ["Talks 0", "Talks 1"]
    assert failures(packed[:-100], "a.warc.gz") == ["E023"]


def test_rubbish_between() -> None:
    parts = warc(2)
    assert titles(b"rubbish\n" + parts[0] + b"more rubbish\n" + parts[1]) in (
        ["Talks 0", "Talks 1"],
        ["Talks 1"],  # the first is not followed by a record, so its length is not believed
    )


@pytest.mark.parametrize("seed", range(20))
def test_flipped_bits(seed: int) -> None:
    """Three bits at most touch three records; the others are all there."""
    parts = warc(8)
    for data, name in (
        (b"".join(parts), "a.warc"),
        (b"".join(gzip.compress(part, mtime=0) for part in parts), "a.warc.gz"),
    ):
        found = list(taken(flipped(data, seed=seed), name))
        assert sum(isinstance(one, Arrival) for one in found) >= 5


def test_what_holds_no_report() -> None:
    data = b"".join((
        record(1, b"software: x\r\n", kind="warcinfo"),
        record(2, b"GET / HTTP/1.1\r\n\r\n", kind="request"),
        record(3, b"\x89PNG", media="image/png"),
        record(4, page(), status="404 Not Found"),
        record(5, STORY.encode(), media="text/plain"),
    ))  # fmt: skip
    assert [type(found) for found in taken(data, "a.warc")] == [Arrival]


def test_packed_body() -> None:
    body = gzip.compress(page("Packed"))
    data = record(1, body, media="text/html\r\nContent-Encoding: gzip")
    assert titles(data) == ["Packed"]
