"""The language model for the tests of this folder: loaded once, skipped where it isn't there."""

from __future__ import annotations

from pathlib import Path

import pytest
from spacy.language import Language

from onrecord.language import load
from onrecord.language.model import Model
from onrecord.language.weights import folder


@pytest.fixture(scope="session")
def weights() -> Path:
    if not (folder() / "model.onnx").exists():
        pytest.skip("no weights of the language model here")
    return folder()


@pytest.fixture(scope="session")
def nlp(weights: Path) -> Language:
    return load()


@pytest.fixture(scope="session")
def model(weights: Path) -> Model:
    return Model(weights)
