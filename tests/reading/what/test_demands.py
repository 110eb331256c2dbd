"""What must be done by somebody's word; sentences of our own."""

from __future__ import annotations

import pytest

from onrecord.reading.reader import Reader


@pytest.mark.parametrize(
    ("text", "actors", "recipients", "mode"),
    [
        ("Oslo said on Friday that Riga must withdraw its troops from Gotland.",
         ["Oslo"], ["Riga"], "yield"),
        ("The rebels said the army must leave the town by noon.",
         ["The rebels"], ["the army"], "yield"),
        ("Opposition deputies said that the governor of Salta must resign.",
         ["Opposition deputies"], ["the governor of Salta"], "change"),
        ("Amnesty International said Kenya should free the two painters.",
         ["Amnesty International"], ["Kenya"], "yield"),
        ('"Togo must end this siege," the Ghanaian minister said.',
         ["the Ghanaian minister"], ["Togo"], "yield"),
        ("Pretoria told the king that he must respect the constitution.",
         ["Pretoria"], ["the king"], "change"),
    ],
)  # fmt: skip
def test_it_is_demanded(
    reader: Reader, text: str, actors: list[str], recipients: list[str], mode: str
) -> None:
    (demand,) = [r for r in reader.read(text, "2024-05-06") if r.event == "REQUEST"]
    assert [entity.text for entity in demand.actors] == actors
    assert [entity.text for entity in demand.recipients] == recipients
    assert (demand.mode, demand.status, demand.voices) == (mode, "asserted", [])


@pytest.mark.parametrize(
    "text",
    [
        "The minister said the thieves must have fled to Chad.",
        "The envoy said there must be a mistake in the map.",
        "The general said that he must be getting old.",
        "The mayor said it must rain soon.",
        "A banker said prices should fall in the spring.",
    ],
)
def test_nobody_is_asked(reader: Reader, text: str) -> None:
    assert "REQUEST" not in {record.event for record in reader.read(text, "2024-05-06")}


def test_what_is_demanded_is_wished(reader: Reader) -> None:
    text = "Oslo said on Friday that Riga must withdraw its troops from Gotland."
    (withdrawal,) = [r for r in reader.read(text, "2024-05-06") if r.event == "RETREAT"]
    assert withdrawal.status == "wished"
    assert [voice.text for voice in withdrawal.voices] == ["Oslo"]
