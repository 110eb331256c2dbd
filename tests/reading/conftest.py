"""What the tests of the reading share: one reader, since loading its weights takes time."""

from __future__ import annotations

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from onrecord.errors import OnrecordError
from onrecord.language.scores import SCORES
from onrecord.reading.reader import Reader


@Language.component("forget_scores")
def forget_scores(doc: Doc) -> Doc:
    doc.user_data.pop(SCORES, None)
    return doc


def _reader() -> Reader:
    try:
        return Reader()
    except OnrecordError as error:
        pytest.skip(f"no weights: {error}")


@pytest.fixture(scope="session")
def whole_reader() -> Reader:
    """A reader with the real weights; tests that need it are skipped where there are none."""
    return _reader()


@pytest.fixture(scope="session")
def reader(whole_reader: Reader) -> Reader:
    """The same; some folders ask the lexicon's alone (their conftest.py says why)."""
    return whole_reader


@pytest.fixture(scope="session")
def lexicon_reader() -> Reader:
    """The same, with the lexicon alone to say what is a happening: for tests of what is known of
    one (a condition, a date, a voice), which must not hang on whether the model sees one there."""
    reader = _reader()
    reader.nlp.add_pipe("forget_scores")
    return reader
