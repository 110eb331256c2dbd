"""What holds for every export: nothing of the text unasked, nothing twice, nothing loaded early."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from onrecord.exports import formats, parts
from onrecord.record import Status
from tests.exports.reads import LONG, everything, example
from tests.samples import records

STREAMS = [name for name, form in formats.FORMATS.items() if not form.folder]
FOLDERS = [name for name, form in formats.FORMATS.items() if form.folder]
pytest.importorskip("pyarrow")


def made(name: str, folder: Path, *, text: bool = False) -> bytes:
    """All bytes of an export, stream or folder."""
    if name in STREAMS:
        return b"".join(formats.stream(name, everything(), text=text))
    formats.fill(name, everything(), folder, text=text)
    return b"".join(path.read_bytes() for path in sorted(folder.iterdir()))


@pytest.mark.parametrize("name", formats.FORMATS)
def test_no_sentence_unasked(name: str, tmp_path: Path) -> None:
    if formats.FORMATS[name].text:
        with pytest.raises(ValueError, match="text=True"):
            made(name, tmp_path)
        return
    found = made(name, tmp_path)
    if name == "parquet":  # compressed: read the cells
        import pyarrow.parquet as pq

        cells = [pq.read_table(path).to_pylist() for path in tmp_path.glob("*.parquet")]
        found = repr(cells).encode()
    plain = found.decode("utf-8", "replace") + json.dumps(found.decode("utf-8", "replace"))
    for report, on_record in everything():
        assert report.text not in plain
        for record in on_record:
            assert record.evidence.text not in plain
    assert LONG not in plain


@pytest.mark.parametrize("name", formats.FORMATS)
def test_same_again(name: str, tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    once, again = (made(name, tmp_path / part, text=True) for part in "ab")
    assert once == again


@pytest.mark.parametrize("name", formats.FORMATS)
def test_nothing_at_all(name: str, tmp_path: Path) -> None:
    if name in STREAMS:
        assert isinstance(b"".join(formats.stream(name, [], text=True)), bytes)
    else:
        formats.fill(name, [], tmp_path)


@pytest.mark.parametrize("name", STREAMS)
def test_given_twice_is_told_once(name: str) -> None:
    once = b"".join(formats.stream(name, example(), text=True))
    assert b"".join(formats.stream(name, [*example(), *example()], text=True)) == once


@pytest.mark.parametrize("name", formats.FORMATS)
def test_columns_say_what_they_hold(name: str) -> None:
    tables = formats.columns(name)
    assert tables
    assert all(about for columns in tables.values() for about in columns.values())


def test_streams_and_folders_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(KeyError, match="fill"):
        formats.stream("csv", [])
    with pytest.raises(KeyError, match="stream"):
        formats.fill("gdelt", [], tmp_path)


def test_only() -> None:
    [(_, found)] = parts.only(example(), ["denied", "asserted"])
    assert {record.status for record in found} == {"asserted", "denied"}
    assert len(found) == sum(r.status in ("asserted", "denied") for r in records())


def test_statuses_are_the_contract_s() -> None:
    from onrecord.cli.export import STATUSES

    assert STATUSES == Status.__args__ == parts.STATUSES  # type: ignore[attr-defined]


def test_naming_them_loads_nothing() -> None:
    code = "import sys, onrecord.exports.formats; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not {"msgspec", "pyarrow", "spacy", "numpy"} & set(done.stdout.split())
