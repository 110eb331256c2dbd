"""The words of a cue and those who are no source; sentences of our own."""

from __future__ import annotations

import pytest

from onrecord.reading.reader import Reader
from onrecord.record import Record


def record(reader: Reader, text: str, trigger: str) -> Record:
    found = [r for r in reader.read(text, "2024-05-14") if trigger in r.trigger.text]
    assert found, f"no record for {trigger!r}"
    return found[0]


@pytest.mark.parametrize(
    ("text", "trigger", "cue"),
    [
        ("Police said Sunday night that they had arrested a banker.", "arrested", "said"),
        ("The envoy has repeatedly said that Chad attacked the camp.", "attacked", "said"),
        ("The general recently ordered his men to attack Goma.", "attack", "ordered"),
        ("The nurse pointed out on Friday that guards had beaten a monk.", "beaten", "pointed out"),
        ("The agency reported Monday that rebels shelled the port.", "shelled", "reported"),
    ],
)
def test_a_cue_is_its_verb(reader: Reader, text: str, trigger: str, cue: str) -> None:
    found = [r for r in reader.read(text, "2024-05-14") if trigger in r.trigger.text]
    assert cue in {voice.cue for r in found for voice in r.voices}


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Jury shown film of soldier beating boy", "beating"),
        ("Mourners shown where gunmen killed monk", "killed"),
    ],
)
def test_who_is_shown_a_thing_says_nothing(reader: Reader, text: str, trigger: str) -> None:
    assert record(reader, text, trigger).voices == []


@pytest.mark.parametrize(
    ("text", "trigger", "teller", "status"),
    [
        ("Amid reports that rebels had shelled the port, the envoy fled.", "shelled", "reports",
         "attributed"),
        ("Despite rumours that the army had attacked Goma, shops opened.", "attacked", "rumours",
         "alleged"),
        ("Amid claims that guards had beaten monks, shops closed.", "beaten", "claims", "alleged"),
    ],
)  # fmt: skip
def test_what_is_told_on_the_side(
    reader: Reader, text: str, trigger: str, teller: str, status: str
) -> None:
    found = record(reader, text, trigger)
    assert ([voice.text for voice in found.voices], found.status) == ([teller], status)


def test_reportedly_is_nobodys_word_however_sure_the_model(reader: Reader) -> None:
    text = (
        "On Friday, nurses rescued 40 sailors whose boat sank, and the Maltese navy reportedly"
        " arrested 20 more after they were found adrift off Gozo."
    )
    found = record(reader, text, "arrested")
    assert (found.status, found.voices) == ("believed", [])


BLAMED = [
    ("Nigeria held the separatists responsible for the attack on the barracks.", "attack",
     ["Nigeria"]),
    ("The UN held two officers of the guard responsible for the massacre of the herders.",
     "massacre", ["The UN"]),
    ("Togo blamed Ghana for the killing of a ferryman.", "killing", ["Togo"]),
    ("The Dutch police pinned the kidnapping of the banker on a gang.", "kidnapping",
     ["The Dutch police"]),
    ("Kenya's government put the blame for the attack on a warlord.", "attack",
     ["Kenya's government"]),
    ("Rwanda pointed the finger at Burundi for the attack on the village.", "attack", ["Rwanda"]),
    ("A Laotian gang was blamed for the killing of the priest.", "killing", []),
    ("The rebels were held responsible for the massacre at the market.", "massacre", []),
    ("The kidnapping of the pilot was blamed on fishermen from Peru.", "kidnapping", []),
    ("The blame for the massacre of the nuns was laid on the army.", "massacre", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "trigger", "voices"), BLAMED)
def test_what_somebody_is_blamed_for_is_alleged(
    whole_reader: Reader, text: str, trigger: str, voices: list[str]
) -> None:
    found = record(whole_reader, text, trigger)
    assert ([voice.text for voice in found.voices], found.status) == (voices, "alleged")
    assert not {actor.text for actor in found.actors} & set(voices)


VIEWS = [
    ("From Nairobi's standpoint, Uganda attacked the island.", "attacked", "Nairobi"),
    ("From the perspective of Belgrade, police killed two monks.", "killed", "Belgrade"),
    ("In Sudan's view, Ethiopia attacked its troops on Sunday.", "attacked", "Sudan"),
    ("From Lima's point of view, Chile attacked the trawler.", "attacked", "Lima"),
    ("In the bishop's opinion, soldiers tortured the miner.", "tortured", "the bishop"),
]


@pytest.mark.parametrize(("text", "trigger", "holder"), VIEWS)
def test_what_is_so_in_somebodys_view_is_believed(
    reader: Reader, text: str, trigger: str, holder: str
) -> None:
    found = record(reader, text, trigger)
    assert ([voice.text for voice in found.voices], found.status) == ([holder], "believed")
