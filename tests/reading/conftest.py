"""What the tests of the reading share: one reader, since loading its weights takes time."""

from __future__ import annotations

import pytest

from onrecord.errors import OnrecordError
from onrecord.reading.reader import Reader


@pytest.fixture(scope="session")
def reader() -> Reader:
    """A reader with the real weights; tests that need it are skipped where there are none."""
    try:
        return Reader()
    except OnrecordError as error:
        pytest.skip(f"no weights: {error}")
