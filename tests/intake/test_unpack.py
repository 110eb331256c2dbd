"""Bombs, broken archives, archives in archives."""

from __future__ import annotations

import gzip
import io

import pytest

from onrecord.errors import OnrecordError
from onrecord.intake import unpack
from onrecord.intake.arrival import Failure
from tests.intake.made import STORY, bomb, flipped, lines, taken, zipped


def codes(data: bytes, name: str) -> list[str]:
    return [found.code for found in taken(data, name) if isinstance(found, Failure)]


def test_a_gigabyte_of_zeros() -> None:
    packed = bomb(1 << 30)
    assert codes(packed, "a.txt.gz") == ["E024"]
    assert codes(packed, "a.warc.gz") == ["E024"]
    assert codes(zipped(**{"a.txt": bytes(100 << 20), "b.txt": STORY.encode()}), "a.zip") == [
        "E024"
    ]


def test_what_is_well_packed_is_no_bomb() -> None:
    assert codes(gzip.compress(lines(2000)), "a.jsonl.gz") == []


def test_packed_over_and_over() -> None:
    data = STORY.encode()
    for _ in range(6):
        data = gzip.compress(data)
    assert codes(data, "a.gz") == ["E024"]
    for _ in range(6):
        data = zipped(**{"a.zip": data})
    assert codes(data, "a.zip") == ["E024"]


def test_broken_gzip() -> None:
    data = gzip.compress(lines(3))
    assert codes(data[:-20], "a.jsonl.gz") == ["E023"]
    for seed in range(20):
        list(taken(flipped(data, seed=seed), "a.jsonl.gz"))


def test_broken_zip() -> None:
    data = zipped(**{f"{n}.txt": f"Round {n}. {STORY}".encode() for n in range(5)})
    assert codes(data[: len(data) // 2], "a.zip") == ["E023"]
    for seed in range(20):
        list(taken(flipped(data, seed=seed), "a.zip"))


def test_office_document() -> None:
    assert codes(zipped(**{"[Content_Types].xml": b"<x/>", "word/document.xml": b"<x/>"}), "a") == [
        "E002"
    ]


def test_padding_behind_gzip() -> None:
    with unpack.gunzipped(io.BytesIO(gzip.compress(b"words") + bytes(100))) as whole:
        assert whole.read() == b"words"


def test_bounded() -> None:
    unpack.bounded(unpack.FREE, 1)
    unpack.bounded(unpack.FREE * 10, unpack.FREE)
    with pytest.raises(OnrecordError, match="E024"):
        unpack.bounded(unpack.FREE + 1, 1)
