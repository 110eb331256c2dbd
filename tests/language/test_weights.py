"""The weights are whole, or loading says which file is not."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from onrecord.errors import OnrecordError
from onrecord.language import load
from onrecord.language.weights import VARIABLE, checksums, folder, require, verify

FILES = ["labels.json", "model.onnx", "scorers.npz", "tokenizer.json"]


@pytest.fixture
def copy(weights: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(weights, tmp_path / "weights"))


def flip(path: Path) -> None:
    with path.open("r+b") as file:
        file.seek(path.stat().st_size // 2)
        byte = file.read(1)[0]
        file.seek(-1, 1)
        file.write(bytes([byte ^ 1]))


def test_weights_are_whole(weights: Path) -> None:
    assert verify(weights) == []
    assert require(weights) == weights


def test_every_file_is_listed(weights: Path) -> None:
    assert sorted(checksums(weights)) == FILES


@pytest.mark.parametrize("name", FILES)
def test_a_flipped_bit_is_found(copy: Path, name: str) -> None:
    flip(copy / name)
    assert verify(copy) == [name]
    with pytest.raises(OnrecordError, match=f"E010 .*: not as it was shipped: {name}"):
        require(copy)


@pytest.mark.parametrize("name", [*FILES, "SHA256SUMS"])
def test_a_missing_file_is_found(copy: Path, name: str) -> None:
    (copy / name).unlink()
    with pytest.raises(OnrecordError, match=f"E010 .*{name}"):
        require(copy)


def test_a_list_that_is_none(copy: Path) -> None:
    (copy / "SHA256SUMS").write_bytes(b"\xff\xfe no list")
    with pytest.raises(OnrecordError, match="E010"):
        require(copy)


def test_loading_checks_them(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, str(copy))
    flip(copy / "model.onnx")
    with pytest.raises(OnrecordError, match="E010"):
        load()


def test_the_variable_names_another_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(VARIABLE, str(tmp_path))
    assert folder() == tmp_path
    monkeypatch.delenv(VARIABLE)
    assert folder().parts[-3:] == ("onrecord", "language", "weights")
