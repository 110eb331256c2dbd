"""Passages without their words: places in a text say all that the words did."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from bench.common import MissingError
from training.corpus import notation, standoff
from training.corpus.notation import FOLDER

TEXT = """\
Ghana said on Monday that Togo had moved 400 soldiers to the border.

Togo said that the soldiers had come home."""


def passage(tmp_path: Path, text: str) -> notation.Passage:
    path = tmp_path / "a.txt"
    path.write_text(
        f"# 2024-05-14 made/one\n{text}\n"
        "- MOBILIZE troops ; moved ; Togo{TGO} > ; attributed ; ..2024-05-14 - published "
        '; voice: Ghana "said" says ; amount: 400 soldiers=400 exact soldiers '
        "; contexts: military\n"
        "- RETREAT ; come home ; soldiers=Togolese soldiers{TGO MIL} > ; attributed "
        '; ..2024-05-14 - published ; voice: Togo "said" says ; optional\n'
    )
    return next(notation.passages(path))


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(standoff.SOURCES, "made", lambda name: TEXT + "\n\nAnd more.")


@pytest.mark.usefixtures("made")
def test_there_and_back(tmp_path: Path) -> None:
    given = passage(tmp_path, standoff.plain(TEXT))
    line = msgspec.json.encode(standoff.without_text(given))
    for word in (b'Ghana"', b"moved", b"said", b"come"):
        assert word not in line
    (tmp_path / "a.jsonl").write_bytes(line + b"\n")
    assert list(standoff.passages(tmp_path / "a.jsonl")) == [given]


@pytest.mark.usefixtures("made")
def test_a_text_that_is_not_the_document_s_is_refused(tmp_path: Path) -> None:
    other = passage(tmp_path, standoff.plain(TEXT).replace("border", "coast"))
    with pytest.raises(ValueError, match="not how the document begins"):
        standoff.without_text(other)


@pytest.mark.usefixtures("made")
def test_a_document_that_has_changed_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    line = msgspec.json.encode(standoff.without_text(passage(tmp_path, standoff.plain(TEXT))))
    (tmp_path / "a.jsonl").write_bytes(line + b"\n")
    monkeypatch.setitem(standoff.SOURCES, "made", lambda name: TEXT.replace("400", "500"))
    with pytest.raises(ValueError, match="not the text that was annotated"):
        list(standoff.passages(tmp_path / "a.jsonl"))


def test_a_trigger_that_stands_twice_is_found_again(tmp_path: Path) -> None:
    text = standoff.plain(TEXT)
    gold = notation.record(
        "STATEMENT ; said@1 ; Togo{TGO} > ; attributed ; 2024-05-14 day published "
        '; voice: Togo "said" says'
    )[0]
    assert standoff.with_words(standoff.without_words(gold, text), text) == gold


NEWS = sorted((FOLDER.parent / "news").glob("*.jsonl"))


@pytest.mark.parametrize("path", NEWS, ids=lambda path: path.stem)
def test_the_files_hold_no_words_of_the_texts(path: Path) -> None:
    for line in path.read_bytes().splitlines():
        found = msgspec.json.decode(line, type=standoff.Standoff)
        assert len(found.records) == len(found.contexts)
        for start, end in (place for record in found.records for place in places(record)):
            assert 0 <= start < end <= found.length


def places(value: Any) -> Iterator[Any]:
    """What stands where the notation has words, at any depth."""
    if isinstance(value, dict):
        yield from (item for key, item in value.items() if key in standoff.WORDS)
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for part in parts:
        yield from places(part)


@pytest.mark.parametrize("path", NEWS, ids=lambda path: path.stem)
def test_the_files_fit_their_texts(path: Path) -> None:
    try:
        found = list(standoff.passages(path))
    except MissingError as error:
        pytest.skip(str(error))
    assert found and not [problem for item in found for problem in notation.wrong(item)]
