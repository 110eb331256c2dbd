"""Sayings that only tell how things are, and those that promise, threaten or ask."""

from __future__ import annotations

import pytest

from onrecord.reading.reader import Reader


def event(reader: Reader, text: str, word: str) -> str:
    found = [r.event for r in reader.read(text, "2024-05-14") if word in r.trigger.text]
    assert found, f"no record for {word!r}"
    return found[0]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Malta's bank warned savers that false notes are on the rise.", "warned"),
        ("The premier assured the bishops that the king was in good health.", "assured"),
        ("Peru's army insists that the rolls are in good order.", "insists"),
        ("The warden swore that the prisoners had eaten well.", "swore"),
        ("False notes are on the rise, Malta's bank warned.", "warned"),
        ("Fiji assured Tonga that the wreck was empty.", "assured"),
    ],
)
def test_what_only_tells_how_things_are(lexicon_reader: Reader, text: str, word: str) -> None:
    assert event(lexicon_reader, text, word) == "STATEMENT"


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Kigali warned the rebels that it would bomb their camps.", "warned", "THREATEN"),
        ("Fiji assured Tonga that it would open the port.", "assured", "AGREE"),
        ("Pretoria insisted that Eswatini respect the ruling.", "insisted", "REQUEST"),
        ("Ghana insisted that Togo must free the priest.", "insisted", "REQUEST"),
        ("Baghdad told the exiles to leave the frontier.", "told", "REQUEST"),
    ],
)
def test_what_promises_threatens_or_asks(
    reader: Reader, text: str, word: str, expected: str
) -> None:
    assert event(reader, text, word) == expected
