"""How far attributions reach, and tellers behind a comma; sentences of our own."""

from __future__ import annotations

import pytest

from onrecord.reading.reader import Reader
from onrecord.record import Record


def record(reader: Reader, text: str, trigger: str) -> Record:
    found = [r for r in reader.read(text, "2024-05-14") if trigger in r.trigger.text]
    assert found, f"no record for {trigger!r}"
    return found[0]


def tellers(reader: Reader, text: str, trigger: str) -> list[str]:
    return [voice.text for voice in record(reader, text, trigger).voices]


@pytest.mark.parametrize(
    ("text", "teller"),
    [
        ("Soldiers attacked a village near Goma on Monday, two nurses said.", "two nurses"),
        ("Rebels shelled the port of Hodeidah at dawn, a harbour pilot told state radio.", "pilot"),
        ("Chad arrested two priests on Sunday, the bishops claim.", "the bishops"),
        ("Gunmen attacked a bus and burned a bridge, its driver, Ali Sane, recounted.", "driver"),
        ("Togo, an envoy confided, arrested the general on Friday.", "an envoy"),
    ],
)
def test_a_teller_behind_a_comma(reader: Reader, text: str, teller: str) -> None:
    trigger = next(word for word in ("attacked", "shelled", "arrested") if word in text)
    found = record(reader, text, trigger)
    assert found.status in ("attributed", "alleged")
    assert [teller in voice.text for voice in found.voices] == [True]


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Police arrested a man who, the army says, was armed.", "arrested"),
        ("Chad arrested a priest who, according to the bishops, had fed rebels.", "arrested"),
        ("Ghana condemned the raid; Togo, a minister said, was not behind it.", "condemned"),
        ("Oman expelled the envoy (his office says that he had packed already).", "expelled"),
        ("Peru arrested the general, whatever his lawyers say.", "arrested"),
    ],
)
def test_what_the_report_says_itself(reader: Reader, text: str, trigger: str) -> None:
    assert tellers(reader, text, trigger) == []
    assert record(reader, text, trigger).status == "asserted"


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        (
            "Two countries on Friday abandoned a joint attack on the rebels in the hills, "
            "a Chadian general saying that the rains had come.",
            "attack",
        ),
        (
            "The two parties on Monday rejected an offer by the mediators for a prisoner swap, "
            "a rebel spokesman saying that no captive would be handed over.",
            "rejected",
        ),
        ("Kenya expelled two envoys, its minister saying they had paid rioters.", "expelled"),
        ("Police arrested nine men, with witnesses saying that many were unarmed.", "arrested"),
        ("The minister resigned, the governor saying he had taken bribes.", "resigned"),
    ],
)
def test_a_participle_with_a_subject_tells_its_own_clause(
    reader: Reader, text: str, trigger: str
) -> None:
    assert tellers(reader, text, trigger) == []
    assert record(reader, text, trigger).status == "asserted"


@pytest.mark.parametrize(
    ("text", "teller"),
    [
        ("Rebels attacked the town on Monday, officers saying.", "officers"),
        ("Troops beat the prisoners, a doctor saying.", "a doctor"),
        ("Soldiers, a doctor saying so, had beaten the prisoners.", "a doctor"),
    ],
)
def test_a_participle_without_a_clause_tells_the_main_one(
    reader: Reader, text: str, teller: str
) -> None:
    trigger = next(word for word in ("attacked", "beaten", "beat") if word in text)
    assert tellers(reader, text, trigger) == [teller]


def test_beyond_a_semicolon_someone_else_speaks(reader: Reader) -> None:
    text = "Armenia shelled two villages, Baku said; Yerevan said that Baku attacked a convoy."
    assert tellers(reader, text, "shelled") == ["Baku"]
    assert tellers(reader, text, "attacked") == ["Yerevan"]


def test_what_is_pretended_did_not_happen(reader: Reader) -> None:
    found = record(reader, "Iran pretended to sign the pact with Iraq on Monday.", "sign")
    assert found.negated
    assert found.voices == []


def test_a_denial_as_someone_reports(reader: Reader) -> None:
    text = "Iran denied that its troops had attacked the port, as Bahrain claims."
    found = record(reader, text, "attacked")
    assert found.status == "denied"
    assert [voice.text for voice in found.voices] == ["Iran"]


def test_a_relative_pronoun_stands_for_its_noun(reader: Reader) -> None:
    text = "The bishops praised the army, which denies that its troops attacked the village."
    assert tellers(reader, text, "attacked") == ["the army"]


def test_who_goes_on_speaking_behind_a_quotation(reader: Reader) -> None:
    text = (
        "Rebels fled the town of Sarh, according to the Chad Press Agency.\n\n"
        "“The Chadian army attacked a convoy of the rebels near the border,” it said."
    )
    (voice,) = record(reader, text, "attacked").voices
    assert voice.text == "it"
    assert [entity.name for entity in voice.entities] == ["Chad Press Agency"]


@pytest.mark.parametrize(
    "text",
    [
        "Peru's navy seized a trawler.\n\nNurses walked off the job in Lima, their union said.",
        "Police arrested a priest.\n\nThe harvest was good, a farmer told reporters.",
        "Troops shelled a village on Monday.\n\nPrices will rise, the central bank announced.",
        "Chad expelled two envoys.\n\nRain is likely, according to forecasters.",
        "Rebels kidnapped a teacher.\n\nSchools were closed, said the mayor of Sarh.",
    ],
)
def test_a_saying_reaches_into_no_paragraph_before_its_own(reader: Reader, text: str) -> None:
    first = reader.read(text, "2024-05-15")[0]
    assert (first.status, first.voices) == ("asserted", [])


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Rebels took a mine near Bria, a priest said, and burned two trucks.", "burned"),
        ("The militia, two nurses recalled, robbed a bank and shot two drivers.", "shot"),
        (
            "There was no talk, a driver recounted, at the pass: gunmen robbed the merchants and "
            "shot one of them.",
            "shot",
        ),
        (
            "Gunmen attacked a ferry near Basilan, its captain reported, and want a ransom for a "
            "mate whom they abducted in May.",
            "abducted",
        ),
        ("Chad, an envoy confided, jailed the pilot and shelled his village.", "shelled"),
    ],
)
def test_what_is_told_goes_on_behind_its_teller(
    whole_reader: Reader, text: str, trigger: str
) -> None:
    assert len(tellers(whole_reader, text, trigger)) == 1


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        (
            "Turkish jets bombed a village near Zakho on Sunday, residents said, and Baghdad, "
            "which had kept silent, summoned the Turkish envoy.",
            "summoned",
        ),
        ("Chad shelled a camp, two nurses said, and Niamey summoned its envoy.", "summoned"),
    ],
)
def test_what_the_report_adds_behind_a_teller(reader: Reader, text: str, trigger: str) -> None:
    assert record(reader, text, trigger).status == "asserted"


@pytest.mark.parametrize(
    ("text", "trigger", "teller"),
    [
        ("The ship was stopped off Lome and, two sailors said, shelled by Togo.", "shelled", "two"),
        (
            "Chadian soldiers burned the market, one of them, Ali Sane, disclosed in a letter that "
            "was printed on Monday.",
            "burned",
            "Ali Sane",
        ),
        ("Togo has arrested the general, or so the Accra papers have it.", "arrested", "papers"),
        ("Peru, the palace let it be known, expelled the envoy on Monday.", "expelled", "palace"),
        ("By Chad's account, Libyan jets bombed a market on Monday.", "bombed", "Chad"),
        ("In the rebels' version, the army attacked the convoy.", "attacked", "rebels"),
        ("The army attacked the convoy, by its own account.", "attacked", "its"),
        (
            "Rebels would free the nuns, a priest said, once the army had freed two of theirs.",
            "freed",
            "a priest",
        ),
    ],
)
def test_further_ways_of_telling(
    whole_reader: Reader, text: str, trigger: str, teller: str
) -> None:
    found = tellers(whole_reader, text, trigger)
    assert [teller in name for name in found] == [True]


def test_what_a_teller_does_by_telling(whole_reader: Reader) -> None:
    text = "Nine men are held at Sarh, a UN envoy said, urging Chad to free them."
    found = [r for r in whole_reader.read(text, "2024-05-14") if r.event == "REQUEST"]
    assert [r.status for r in found] == ["asserted"]


def test_a_version_of_no_one_tells_nothing(reader: Reader) -> None:
    assert tellers(reader, "Chad attacked the port in a new version of the game.", "attacked") == []


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        (
            "The nuns fear, a priest confided, that the army has attacked the convent.",
            "attacked",
            ["a priest", "The nuns"],
        ),
        (
            "Ghana hopes, an envoy said, that Togo will arrest the pilots.",
            "arrest",
            ["an envoy", "Ghana"],
        ),
        (
            "The Kremlin believes, aides confide, that rebels attacked the base.",
            "attacked",
            ["aides", "The Kremlin"],
        ),
        (
            "The mayor fears, his aides admit, that gunmen abducted the judge.",
            "abducted",
            ["his aides", "The mayor"],
        ),
        (
            "Rebels shelled the port, one of them told a weekly, and the king, he claimed, "
            '"listened as a father listens".',
            "shelled",
            ["one of them"],
        ),
    ],
)
def test_two_tellers_of_one_sentence(
    whole_reader: Reader, text: str, trigger: str, expected: list[str]
) -> None:
    assert tellers(whole_reader, text, trigger) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The bishop asked why the army had shelled the convent.",
        "The widow asked who had shelled the convent.",
        "Two deputies asked which troops had shelled the convent.",
        "A nurse asked what troops shelled the convent.",
        "Peru's judges asked how often the army shelled the convent.",
    ],
)
def test_who_asks_a_question_wishes_nothing(whole_reader: Reader, text: str) -> None:
    found = whole_reader.read(text, "2024-05-14")
    assert {r.status for r in found} <= {"attributed", "alleged"}
    assert "REQUEST" not in {r.event for r in found}


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Togo withdrew its troops on Friday, as Ghana had demanded.", "withdrew"),
        ("Rebels released two nuns on Sunday, as they had promised.", "released"),
        ("Oslo expelled the consul, as the opposition had urged.", "expelled"),
        ("Police arrested the bishop on Monday, as his followers had feared.", "arrested"),
        ("Peru closed the border with Chile, as its premier wished.", "closed"),
    ],
)
def test_what_came_about_is_no_wish(reader: Reader, text: str, trigger: str) -> None:
    found = next(r for r in reader.read(text, "2024-05-14") if trigger in r.trigger.text)
    assert (found.status, found.voices) == ("asserted", [])
