"""Items that hang, crash or eat memory cost themselves; the others come, in order."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from onrecord.intake import guard
from onrecord.intake.arrival import Arrival, Came, Failure, Note, Options, Passed
from onrecord.intake.guard import Guard
from onrecord.intake.sources import Source
from tests.intake.made import STORY, hostile, page

QUICK = Options(seconds=1, memory=256 << 20)


def source(folder: Path, data: bytes, name: str = "a.txt") -> Source:
    path = folder / name
    path.write_bytes(data)
    return Source(name=name, path=str(path))


def told(came: Came) -> str:
    if isinstance(came, Arrival):
        return came.report.text
    if isinstance(came, Failure):
        return came.code + ("!" if came.last else "")
    return "note" if isinstance(came, Note) else "passed"


@pytest.fixture
def misbehaving(monkeypatch: pytest.MonkeyPatch) -> None:
    script = Path(__file__).with_name("misbehaving.py")
    monkeypatch.setattr(guard, "COMMAND", (sys.executable, str(script)))


def test_each_costs_itself(misbehaving: None, tmp_path: Path) -> None:
    words = "one hang two crash raise three exit eat pass four"
    with Guard(QUICK) as reading:
        found = list(reading.items(source(tmp_path, words.encode())))
    assert [told(came) for came in found if not isinstance(came, Note)] == [
        "one", "E020", "two", "E022", "E023", "three", "E022", "E021", "passed", "four",
    ]  # fmt: skip
    numbered = [came for came in found if not isinstance(came, Note)]
    assert [came.position for came in numbered] == list(range(1, 11))
    assert [came.item for came in numbered] == [f"item {n}" for n in range(1, 11)]


@pytest.mark.parametrize(("word", "code"), [("hang", "E020"), ("crash", "E022"), ("eat", "E021")])
def test_on_the_way(misbehaving: None, tmp_path: Path, word: str, code: str) -> None:
    """What can't be reached is given up, once, and the next source is read."""
    with Guard(QUICK) as reading:
        found = reading.items(source(tmp_path, f"one way-{word} two".encode()))
        assert [told(came) for came in found] == ["note", "one", f"{code}!"]
        assert [told(came) for came in reading.items(source(tmp_path, b"three"))][1:] == ["three"]


@pytest.mark.parametrize("word", ["hang", "crash"])
def test_one_among_a_thousand(misbehaving: None, tmp_path: Path, word: str) -> None:
    words = [f"w{number}" for number in range(1000)]
    words[417] = word
    with Guard(QUICK) as reading:
        found = list(reading.items(source(tmp_path, " ".join(words).encode())))
    items = [came for came in found if not isinstance(came, Note)]
    assert [told(came) for came in items[:417]] == words[:417]
    assert [told(came) for came in items[418:]] == words[418:]
    (bad,) = [came for came in items if isinstance(came, Failure)]
    assert (bad.position, bad.item, bad.last) == (418, "item 418", False)


def test_sleeping_is_ended_by_the_clock(misbehaving: None, tmp_path: Path) -> None:
    with Guard(Options(seconds=0.2)) as reading:
        found = list(reading.items(source(tmp_path, b"sleep two")))
    assert [told(came) for came in found if not isinstance(came, Note)] == ["E020", "two"]


def test_start_and_leaving_early(misbehaving: None, tmp_path: Path) -> None:
    many = source(tmp_path, " ".join(f"w{n}" for n in range(100)).encode())
    with Guard(QUICK) as reading:
        found = reading.items(many, start=97)
        assert [told(came) for came in found] == ["note", "w97", "w98", "w99"]
        early = reading.items(many)
        assert [told(next(early)), told(next(early))] == ["note", "w0"]
        early.close()
        assert [told(came) for came in reading.items(many, start=99)] == ["note", "w99"]


def test_no_process_is_left(misbehaving: None, tmp_path: Path) -> None:
    with Guard(QUICK) as reading:
        list(reading.items(source(tmp_path, b"one")))
        assert reading.child is not None
        process = reading.child.process
        assert process.poll() is None
    assert process.poll() is not None


def test_hostile_sources(tmp_path: Path) -> None:
    """The twelve kinds, through the real worker: each gives its good part or a reason."""
    found: dict[str, list[str]] = {}
    with Guard(Options(seconds=5, memory=1 << 30)) as reading:
        for name, data in hostile().items():
            came = list(reading.items(source(tmp_path, data, name)))
            assert came, name
            found[name] = [told(one)[:4] for one in came]
        good = list(reading.items(source(tmp_path, page(), "good.html")))
    assert [told(one)[:12] for one in good] == ["The minister"]
    assert found["05-large.txt"] == ["E006"]
    assert found["06-nuls.txt"] == ["E002"]
    assert found["08-bogus-ld.html"] == ["The "]
    assert found["10-charset.html"] == ["The "]
    assert found["11-zeros.gz"] == ["E024"]
    assert found["12-false-length.warc"] == ["The ", "E023", "The "] or found[
        "12-false-length.warc"
    ] == ["Roun", "E023", "Roun"]
    for name in ("01-nested.html", "02-unclosed.html", "03-attribute.html", "04-colspan.html"):
        assert len(found[name]) == 1, name
    assert all(len(one) < 20 * len(STORY) for one in map(str, found.values()))


def test_a_file_beside_the_reports_is_no_library(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "msgspec.py").write_text("raise SystemExit('taken for a library')")
    with Guard() as reading:
        assert [told(one) for one in reading.items(source(tmp_path, STORY.encode()))] == [STORY]


def test_passed_has_its_place(misbehaving: None, tmp_path: Path) -> None:
    with Guard(QUICK) as reading:
        found = list(reading.items(source(tmp_path, b"pass")))
    assert found[1:] == [Passed(position=1, item="item 1")]
