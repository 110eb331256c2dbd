"""Names to files: always the same, each once."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from onrecord.errors import OnrecordError
from onrecord.intake import sources
from onrecord.intake.sources import Source, expanded, settled


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("b.txt", "a.txt", "sub/c.txt", "sub/.hidden", ".git/x", "sub/deep/d.html"):
        path = tmp_path / "in" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")
    return tmp_path


def names(*asked: str) -> list[str]:
    return [s.name if isinstance(s, Source) else s.code for s in expanded(asked)]


def test_folder(folder: Path) -> None:
    assert names("in") == ["in/a.txt", "in/b.txt", "in/sub/c.txt", "in/sub/deep/d.html"]
    assert names("in", "in/a.txt", "./in/b.txt") == names("in")


def test_pattern(folder: Path) -> None:
    assert names("in/*.txt") == ["in/a.txt", "in/b.txt"]
    assert names("in/**/*.html") == ["in/sub/deep/d.html"]
    (folder / "in" / "odd[1].txt").write_text("x")
    assert names("in/odd[1].txt") == ["in/odd[1].txt"]


def test_nothing(folder: Path) -> None:
    (folder / "empty").mkdir()
    assert names("nosuch", "empty", "*.pdf", "a\0b", "in/a.txt") == [
        "E001", "E026", "E026", "E001", "in/a.txt",
    ]  # fmt: skip


def test_links_do_no_harm(folder: Path) -> None:
    (folder / "in" / "loop").symlink_to(folder / "in")
    (folder / "in" / "self").symlink_to("self")
    (folder / "in" / "again.txt").symlink_to("a.txt")
    assert names("in")[:2] == ["in/a.txt", "in/b.txt"] or "in/again.txt" in names("in")
    assert len(names("in")) == 4


def test_besides(folder: Path) -> None:
    real = os.path.realpath("in/a.txt")
    found = [s.name for s in expanded(["in"], besides=frozenset([real])) if isinstance(s, Source)]
    assert "in/a.txt" not in found and "in/b.txt" in found


def test_pipe(folder: Path) -> None:
    os.mkfifo(folder / "pipe")
    assert names("in") == ["in/a.txt", "in/b.txt", "in/sub/c.txt", "in/sub/deep/d.html"]
    code = f"import pathlib; pathlib.Path({str(folder / 'pipe')!r}).write_bytes(b'through a pipe')"
    import subprocess

    with subprocess.Popen([sys.executable, "-c", code]):
        with settled(Source(name="pipe", path="pipe")) as kept:
            assert Path(kept.path).read_bytes() == b"through a pipe"
            assert kept.name == "pipe"
        assert not Path(kept.path).exists()


def test_fingerprint(folder: Path) -> None:
    one, other = (sources.sha256(Source(name=n, path=n)) for n in ("in/a.txt", "in/b.txt"))
    assert one == other and len(one) == 64
    with pytest.raises(OnrecordError, match="E007"):
        sources.sha256(Source(name="gone", path="gone"))
