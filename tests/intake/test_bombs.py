"""Feeds whose entities would burst or reach for files: some of it comes, none of what they want."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.intake.arrival import Arrival, Failure, Options
from onrecord.intake.guard import Guard
from onrecord.intake.sources import Source
from tests.intake.made import LAUGHS, STORY, feed, flipped, taken, warc

SECRET = "not-for-any-report"


def kinds(secret: Path) -> dict[str, str]:
    """Declarations of the entity ``a9`` that mean harm."""
    return {
        "laughs": LAUGHS,
        "quadratic": f"<!DOCTYPE d [<!ENTITY a9 '{'ha' * 200}'>]>",
        "file": f"<!DOCTYPE d [<!ENTITY a9 SYSTEM '{secret.as_uri()}'>]>",
        "address": "<!DOCTYPE d [<!ENTITY a9 SYSTEM 'http://127.0.0.1:9/x'>]>",
        "parameter": f"<!DOCTYPE d [<!ENTITY % p SYSTEM '{secret.as_uri()}'> %p;]>",
        "itself": "<!DOCTYPE d [<!ENTITY a9 '&a8;'><!ENTITY a8 '&a9;'>]>",
    }


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    path = tmp_path / "secret.txt"
    path.write_text(SECRET)
    return path


@pytest.mark.parametrize("kind", ["laughs", "quadratic", "file", "address", "parameter", "itself"])
def test_feed(kind: str, secret: Path) -> None:
    bomb = feed(3, kinds(secret)[kind]).replace(b"Round 1.", b"&a9;" * 50_000)
    found = list(taken(bomb, "feed.xml"))
    assert found
    for one in found:
        assert isinstance(one, Arrival | Failure)
        if isinstance(one, Arrival):
            assert SECRET not in one.report.text
            assert len(one.report.text) < 20 * len(bomb)
    # The entries beside it are there, or the feed is parked as a whole.
    good = [one for one in found if isinstance(one, Arrival) and STORY[:40] in one.report.text]
    assert len(good) >= 2 or all(isinstance(one, Failure) for one in found)


def test_through_the_guard(secret: Path, tmp_path: Path) -> None:
    """All of them, one after the other: the process lives, or another takes over."""
    with Guard(Options(seconds=5, memory=512 << 20)) as reading:
        for kind, declared in kinds(secret).items():
            path = tmp_path / f"{kind}.xml"
            path.write_bytes(feed(2, declared).replace(b"Talks 0", b"&a9;" * 1_000))
            came = list(reading.items(Source(name=path.name, path=str(path))))
            assert came, kind
            assert not any(SECRET in str(one) for one in came), kind
        path = tmp_path / "good.xml"
        path.write_bytes(feed(2))
        good = list(reading.items(Source(name=path.name, path=str(path))))
    assert [type(one) for one in good] == [Arrival, Arrival]


@pytest.mark.parametrize("seed", range(5))
def test_flipped_archives_through_the_guard(seed: int, tmp_path: Path) -> None:
    """What can be read is read, all else has a reason; the next source is untouched by it."""
    broken, good = tmp_path / "broken.warc", tmp_path / "good.warc"
    broken.write_bytes(flipped(b"".join(warc(6)), seed=seed, count=40))
    good.write_bytes(b"".join(warc(2)))
    with Guard(Options(seconds=5)) as reading:
        came = list(reading.items(Source(name="broken.warc", path=str(broken))))
        whole = list(reading.items(Source(name="good.warc", path=str(good))))
    assert all(one.code in ("E023", "E024", "E002", "E003", "E027") for one in came
               if isinstance(one, Failure))  # fmt: skip
    assert came and [type(one) for one in whole] == [Arrival, Arrival]
