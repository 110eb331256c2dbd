"""What is bidden in so many words: own words throughout."""

from __future__ import annotations

import pytest

from onrecord.reading.reader import Reader

COMMANDS = [
    ("“Release the nuns,” the abbot cried from the wall.", "Release", "asserted", []),
    ("“Release my brother,” the widow said in Kisumu on Monday.", "Release", "asserted", []),
    ("“Withdraw your troops,” the premier told Chad.", "Withdraw", "asserted", []),
    # who hands it on is a voice
    (
        "A guard told the court that the colonel said: “Release the nuns.”",
        "Release",
        "attributed",
        ["A guard"],
    ),
    # no command: somebody does it
    ("“They release the nuns today,” the abbot said.", "release", "attributed", ["the abbot"]),
]


@pytest.mark.parametrize(("text", "trigger", "status", "voices"), COMMANDS)
def test_commands(
    whole_reader: Reader, text: str, trigger: str, status: str, voices: list[str]
) -> None:
    found = next(
        r for r in whole_reader.read(text, "2024-05-15") if trigger in r.trigger.text.split()
    )
    assert (found.status, [voice.text for voice in found.voices]) == (status, voices)


def test_a_command_is_one_demand(whole_reader: Reader) -> None:
    found = whole_reader.read("“Release the nuns,” the abbot cried from the wall.", "2024-05-15")
    assert [record.event for record in found] == ["REQUEST"]
