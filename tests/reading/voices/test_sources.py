"""Whose words: the teller's own name, whole, and never the place that a dateline gives."""

from __future__ import annotations

import pytest

from onrecord.reading.reader import Reader


@pytest.mark.parametrize(
    ("text", "trigger", "source"),
    [
        (
            "TRIPOLI, March 3 (AFP) - The coast guard's commander said that smugglers had shot two "
            "of his men.",
            "shot",
            "The coast guard's commander",
        ),
        (
            "HANOI, July 14 - Vietnamese border police denied that they had beaten a Lao trader.",
            "beaten",
            "Vietnamese border police",
        ),
        (
            "QUITO - Rebels freed four oil workers on Tuesday, a Red Cross delegate said.",
            "freed",
            "a Red Cross delegate",
        ),
        (
            "Dhaka (UNI) -- The opposition's spokesman told reporters that police had arrested "
            "nine of its members.",
            "arrested",
            "The opposition's spokesman",
        ),
        (
            "NAIROBI, Jan 8 - Gunmen who came by boat killed three guards, Kenya's navy believes.",
            "killed",
            "Kenya's navy",
        ),
        pytest.param(
            "The African Union froze the grant on Friday, citing the arrest of two editors.",
            "arrest",
            "The African Union",
            marks=pytest.mark.xfail(
                reason="lost with the weights of 26 November, noon", strict=True
            ),
        ),
        (
            "Norway will send a second plane, the defence minister announced, adding that rebels "
            "had shot at the first.",
            "shot",
            "the defence minister",
        ),
    ],
)
def test_teller(whole_reader: Reader, text: str, trigger: str, source: str) -> None:
    found = next(r for r in whole_reader.read(text, "2024-05-14") if trigger in r.trigger.text)
    assert source in [voice.text for voice in found.voices]
    assert not any(voice.text.isupper() for voice in found.voices)
