"""The reader of these tests: the lexicon alone names what happens; they ask how sure."""

from __future__ import annotations

import pytest

from onrecord.reading.reader import Reader


@pytest.fixture(scope="session")
def reader(lexicon_reader: Reader) -> Reader:
    return lexicon_reader
