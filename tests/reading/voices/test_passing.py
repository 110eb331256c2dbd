"""What one teller told another, who told it on, on sentences of our own."""

from __future__ import annotations

import pytest

from onrecord.reading.reader import Reader


@pytest.mark.parametrize(
    ("text", "trigger", "sources"),
    [
        (
            "Refugees told a doctor, who told Reuters, that soldiers had shot at their boat.",
            "shot",
            ["a doctor", "Refugees"],
        ),
        (
            "Two survivors told the bishop, who told this newspaper, that rebels had burned the "
            "village.",
            "burned",
            ["the bishop", "Two survivors"],
        ),
        (
            "The envoy told the minister, who told parliament, that Peru had expelled the consul.",
            "expelled",
            ["the minister", "The envoy"],
        ),
        (
            "A driver told his brother, who told the police, that gunmen had seized the bus.",
            "seized",
            ["his brother", "A driver"],
        ),
        (
            "The mayor told reporters, who applauded, that police had arrested the gang.",
            "arrested",
            ["The mayor"],
        ),
    ],
)
def test_each_teller_is_a_voice(
    reader: Reader, text: str, trigger: str, sources: list[str]
) -> None:
    found = next(r for r in reader.read(text, "2024-05-14") if trigger in r.trigger.text)
    assert [voice.text for voice in found.voices] == sources
    assert found.status == "attributed"
