"""Denials in a clause that describes someone's word, on sentences of our own."""

from __future__ import annotations

import pytest

from onrecord.reading.reader import Reader

ANSWERED = [
    "Chad claims that soldiers shelled a clinic in Darfur, an allegation the army denies.",
    "The union said that police arrested six miners, a claim the ministry denied on Monday.",
    "Peru accused Chile of shelling a lighthouse, a charge that Santiago denies.",
    "Activists say that guards tortured two prisoners, a report that the warden has denied.",
    "The opposition alleged that troops killed four monks, an accusation the general rejects.",
]


@pytest.mark.parametrize("text", ANSWERED)
def test_both_words_are_on_record(reader: Reader, text: str) -> None:
    told = [r for r in reader.read(text, "2024-05-15") if r.event in ("ASSAULT", "COERCE")]
    statuses = {record.status for record in told}
    assert "denied" in statuses and statuses & {"alleged", "attributed"}
    assert all(len(record.voices) == 1 for record in told)


@pytest.mark.parametrize(
    "text",
    [
        "Two officials who asked not to be named said the rebels attacked the port.",
        "The rebels attacked the port, said a diplomat who declined to be identified.",
        "An aide who requested not to be quoted said that Togo will release the sailors.",
    ],
)
def test_who_wants_no_name_states_nothing_by_that(reader: Reader, text: str) -> None:
    assert all(record.event != "STATEMENT" for record in reader.read(text, "2024-05-15"))


WITHHELD = [
    "The governor would not say whether police had opened fire on the marchers.",
    "The ministry could not confirm that Chad had expelled the envoy.",
    "Officials in Lima neither confirmed nor denied that Peru had arrested the two consuls.",
    "The army declined to confirm that it had shelled the village.",
    "A spokesman refused to say whether Kenya had deported the imam.",
]


@pytest.mark.parametrize("text", WITHHELD)
def test_what_is_withheld_is_nobodys_word(reader: Reader, text: str) -> None:
    deeds = [r for r in reader.read(text, "2024-05-15") if r.event not in ("STATEMENT", "REJECT")]
    assert deeds
    for record in deeds:
        assert record.status in ("believed", "conditional") and not record.voices


def test_a_number_that_is_withheld_leaves_the_deed(reader: Reader) -> None:
    text = "The minister could not say how many of the migrants Canada had deported."
    told = [r for r in reader.read(text, "2024-05-15") if r.event == "COERCE"]
    assert [voice.text for record in told for voice in record.voices] == ["The minister"]


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen beat two priests in the basilica, the archdiocese said in a statement. The police "
        "denied it.",
        pytest.param(
            "Aides told AFP that Chad had begun to arm the rebels, a charge that Niger has denied.",
            marks=pytest.mark.xfail(reason="lost with the weights of 27 November", strict=True),
        ),
        "Two officials said that Ankara had shelled the village in April, which the foreign "
        "ministry flatly denied.",
        "The nurse told reporters that guards had beaten the girls; the girls denied it.",
        "Unions say police shot two miners. The interior minister denies the claim.",
    ],
)
def test_a_denial_is_the_deniers_word_alone(reader: Reader, text: str) -> None:
    told = reader.read(text, "2024-05-15")
    denied = [record for record in told if record.status == "denied"]
    assert denied
    for record in denied:
        assert [voice.stance for voice in record.voices] == ["denies"]
    assert any(record.status == "attributed" for record in told)


DISBELIEVED = [
    ("Canada does not believe that Peru attacked the boat.", "attacked", "Canada"),
    ("The Malian colonel said he didn't believe his men had shot the herders.", "shot", "he"),
    ("Kenya did not think that Uganda had shelled the islet.", "shelled", "Kenya"),
    ("A Dutch judge doesn't believe the guards tortured him.", "tortured", "A Dutch judge"),
    ("The Samoan bishop never believed that police had arrested the man.", "arrested",
     "The Samoan bishop"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "trigger", "voice"), DISBELIEVED)
def test_who_does_not_believe_it_denies_it(
    reader: Reader, text: str, trigger: str, voice: str
) -> None:
    found = next(r for r in reader.read(text, "2024-05-15") if trigger in r.trigger.text.split())
    assert found.status == "denied"
    assert (found.voices[-1].text, found.voices[-1].stance) == (voice, "denies")


UNDOUBTED = [
    ("The Samoan minister has no doubt that Fiji attacked the boat.", "attacked"),
    ("The general does not doubt that Chad attacked the camp.", "attacked"),
    ("Lima never doubted that police had tortured the miner.", "tortured"),
    ("The judge had no doubts that guards had shot the monk.", "shot"),
    ("Oman doesn't doubt that pirates killed the pilot.", "killed"),
]


@pytest.mark.parametrize(("text", "trigger"), UNDOUBTED)
def test_who_does_not_doubt_it_believes_it(whole_reader: Reader, text: str, trigger: str) -> None:
    read = whole_reader.read(text, "2024-05-15")
    found = next(r for r in read if trigger in r.trigger.text.split())
    assert (found.status, found.voices[-1].stance) == ("believed", "believes")


UNSAID = [
    ("The Fijian envoy stopped short of saying that Tonga had attacked the camp.", "attacked"),
    ("Ottawa stopped short of alleging that guards had tortured the two men.", "tortured"),
    ("Lisbon stopped short of accusing Luanda of arresting the priest.", "arresting"),
    ("The envoy refrained from saying that Chad had attacked the camp.", "attacked"),
    ("The coroner did not allege that police had killed the nun.", "killed"),
]


@pytest.mark.parametrize(("text", "trigger"), UNSAID)
def test_what_somebody_stops_short_of_saying_is_nobodys_word(
    reader: Reader, text: str, trigger: str
) -> None:
    found = next(r for r in reader.read(text, "2024-05-15") if trigger in r.trigger.text.split())
    assert (found.status, found.voices) == ("believed", [])
