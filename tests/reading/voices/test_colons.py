"""Headlines that cite by a colon or a dash: own words throughout."""

from __future__ import annotations

import pytest

from onrecord.reading.reader import Reader

CITED = [
    ("Police: gunmen attacked a bus near Quetta", "attacked", "Police"),
    ("Army: 12 militants killed in raid on northern village", "killed", "Army"),
    ("UN: Rebels kidnapped five aid workers in Goma", "kidnapped", "UN"),
    ("Iran's foreign minister: Israel bombed the embassy", "bombed", "Iran's foreign minister"),
    (
        "The United Nations' human rights chief: troops bombed schools",
        "bombed",
        "The United Nations' human rights chief",
    ),
    ("Mayor of Tamale: Soldiers arrested my son", "arrested", "Mayor of Tamale"),
    ("Mayor of Tamale: “No attack on Accra”", "attack", "Mayor of Tamale"),
    ("Report: Soldiers tortured prisoners in Asmara", "tortured", "Report"),
    # a palace or a street is a government, never a dateline
    ("Kremlin: gunmen attacked a convoy near Grozny", "attacked", "Kremlin"),
    ("Downing Street: rebels kidnapped two engineers in Basra", "kidnapped", "Downing Street"),
    ("White House: militants killed five marines", "killed", "White House"),
    ("Blue House: soldiers arrested a smuggler", "arrested", "Blue House"),
    ("Rebels freed nine hostages: Kremlin", "freed", "Kremlin"),
    ("Gunmen attacked a bus near Quetta: police", "attacked", "police"),
    ("Rebels freed nine hostages - Red Cross", "freed", "Red Cross"),
    ("Attack on Goma kills nine – UN", "kills", "UN"),
    ("Police - Rebels kidnapped two nuns in Kaduna", "kidnapped", "Police"),
    ("Nurse - Soldiers shot a monk in Mandalay", "shot", "Nurse"),
    ("Erdogan - Greece attacked our fishermen", "attacked", "Erdogan"),
]

BRACKETED = [
    ("Colombia: 'Rebels kidnapped Briton' (radio)", "kidnapped", "radio"),
    ("Guinea: “Soldiers arrested my son” (mother)", "arrested", "mother"),
    ("'Gunmen attacked bus' (police)", "attacked", "police"),
    ("Rebels kidnapped two nuns in Gao (bishop)", "kidnapped", "bishop"),
    ("Iran: 'Guards arrested poet' (lawyer); 'No arrest' (ministry)", "arrested", "lawyer"),
]

UNCITED = [
    ("Breaking: gunmen attacked a bus near Quetta", "attacked"),
    ("Gunmen attacked the central office of the Rescue Service (ARS)", "attacked"),
    ("Sudan: gunmen attacked a bus near El Fasher", "attacked"),
    ("Prague: gunmen attacked a tram near the river", "attacked"),
    ("Ferry disaster: Police arrest the captain", "arrest"),
    ("Police arrested three people: a lawyer and two activists.", "arrested"),
    ("Police arrested two suspects: activists.", "arrested"),
    ("Gunmen killed the governor - a friend of the president.", "killed"),
]


@pytest.mark.parametrize(("text", "trigger", "voice"), CITED)
def test_who_is_cited(reader: Reader, text: str, trigger: str, voice: str) -> None:
    (found,) = [r for r in reader.read(text, "2024-05-15") if trigger in r.trigger.text.split()]
    assert found.status == "attributed"
    assert [known.text for known in found.voices] == [voice]
    cue = found.voices[0].cue_span
    assert cue is not None and text[cue[0] : cue[1]] in ":-–"


@pytest.mark.parametrize(("text", "trigger", "voice"), BRACKETED)
def test_brackets_cite(reader: Reader, text: str, trigger: str, voice: str) -> None:
    found = next(r for r in reader.read(text, "2024-05-15") if trigger in r.trigger.text.split())
    assert (found.status, [known.text for known in found.voices]) == ("attributed", [voice])


@pytest.mark.parametrize(
    "text",
    [
        "Multan: A cleric told reporters that gunmen attacked a bus.",
        "Debaltseve: Separatists say troops attacked a bus.",
        "Kutum: The sheikh said that gunmen attacked a bus.",
        "Zongo: Survivors told a priest that gunmen attacked a bus.",
        "Terter: Witnesses said that gunmen attacked a bus.",
    ],
)
def test_a_place_unknown_is_no_second_teller(reader: Reader, text: str) -> None:
    found = next(r for r in reader.read(text, "2024-05-15") if r.trigger.text == "attacked")
    assert len(found.voices) == 1
    assert found.voices[0].cue != ":"


@pytest.mark.parametrize(("text", "trigger"), UNCITED)
def test_what_opens_and_lists_cites_nobody(reader: Reader, text: str, trigger: str) -> None:
    found = next(r for r in reader.read(text, "2024-05-15") if trigger in r.trigger.text.split())
    assert (found.status, found.voices) == ("asserted", [])


@pytest.mark.parametrize("text", [":", "::", " : ", "a:", ":a", "-", " - ", "Police:", "Police: "])
def test_any_text(reader: Reader, text: str) -> None:
    assert isinstance(reader.read(text), list)
