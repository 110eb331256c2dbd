"""Who is nobody takes part in nothing, and says nothing."""

from __future__ import annotations

import pytest

from onrecord.reading.reader import Reader

DAY = "2024-05-14"


@pytest.mark.parametrize(
    "text",
    [
        "No group has claimed Friday's attack on a mosque in Katsina.",
        "Nobody has claimed the bombing of the ferry.",
        "No cell has claimed responsibility for the killing of the judge.",
        "Neither side has claimed the downing of the helicopter.",
        "None of the rebels reported the shelling of the school.",
    ],
)
def test_what_nobody_claims_has_neither_voice_nor_actor(reader: Reader, text: str) -> None:
    deeds = [record for record in reader.read(text, DAY) if record.event == "ASSAULT"]
    assert [(record.voices, record.actors) for record in deeds] == [([], [])]
    assert deeds[0].status in ("asserted", "believed")


@pytest.mark.parametrize(
    "text",
    [
        "No witness said that police had fired on the crowd.",
        "No official has confirmed that troops had shelled the village.",
        "Nobody reported that the guards had beaten a monk.",
        "Not one of the witnesses said that police had fired on the crowd.",
        "Not a single witness said that the police had shot the man.",
    ],
)
def test_what_nobody_says_is_not_vouched_for(reader: Reader, text: str) -> None:
    deeds = [record for record in reader.read(text, DAY) if record.event == "ASSAULT"]
    assert deeds
    assert all(record.status != "asserted" and not record.voices for record in deeds)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Brazil's refusal to extradite the banker prompted Italy to recall its ambassador.",
         "SANCTION"),
        ("Oman's failure to pay prompted Egypt to sue it.", "ACCUSE"),
        ("Ghana's failure to pay led the union to accuse it of fraud.", "ACCUSE"),
    ],
)  # fmt: skip
def test_a_refusal_does_not_undo_what_it_led_to(reader: Reader, text: str, event: str) -> None:
    assert [r.negated for r in reader.read(text, DAY) if r.event == event] == [False]
