"""Where grammar knows better than the parser."""

from __future__ import annotations

import pytest

from onrecord.reading.reader import Reader


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Malta thanked Ana Borg, her dearest friend and adviser.", ["Ana Borg"]),
        ("The general met Omar Said, president and commander of the guard, on Monday.",
         ["Omar Said"]),
        ("Chile praised Ana Soto, a judge and human rights lawyer.", ["Ana Soto"]),
        ("The union accused Pedro Lima, head of the mine and a former mayor, of fraud.",
         ["Pedro Lima"]),
        # a list
        ("The king hosted Juan Perez, Peru's prime minister, and an old friend.",
         ["Juan Perez", "an old friend"]),
        ("The king hosted Juan Perez, a bishop and two generals.",
         ["Juan Perez", "two generals"]),
        ("Police arrested Luis Gomez, the mayor of Cali and his brother.",
         ["Luis Gomez", "his brother"]),
    ],
)  # fmt: skip
def test_what_says_who_a_person_is_is_nobody_else(
    reader: Reader, text: str, expected: list[str]
) -> None:
    record = reader.read(text, "2024-05-06")[0]
    sides = record.actors if record.event == "CONSULT" else record.recipients
    assert [entity.text for entity in sides][-len(expected) :] == expected
    assert len(sides) == len(expected) + (record.event == "CONSULT")  # with the host


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Secretary of State John Kerry said Turkey had bombed a camp.",
         "Secretary of State John Kerry"),
        ("Minister of Foreign Affairs Ana Borg said Libya had bombed a camp.",
         "Minister of Foreign Affairs Ana Borg"),
        ("Secretary of Defense Lloyd Austin said Iran had bombed a camp.",
         "Secretary of Defense Lloyd Austin"),
    ],
)  # fmt: skip
def test_a_title_with_of_and_its_name_are_one(reader: Reader, text: str, expected: str) -> None:
    record = next(r for r in reader.read(text, "2024-05-06") if "bombed" in r.trigger.text)
    assert [voice.text for voice in record.voices] == [expected]
    assert [entity.sector for entity in record.voices[0].entities] == ["GOV"]
