"""How far a telling reaches: what stands near a word that could cite, and is nobody's but the
report's."""

from __future__ import annotations

import pytest

from onrecord.reading.reader import Reader


def tellers(reader: Reader, text: str, trigger: str) -> list[str]:
    found = next(r for r in reader.read(text, "2024-05-15") if trigger in r.trigger.text)
    return [voice.text for voice in found.voices]


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        # who answers behind a semicolon tells nothing of what stands before it
        ("Gunmen attacked a bus near Jos on Sunday; by noon the governor had consented.", "attack"),
        ("Peru expelled two Chilean envoys on Monday; human rights lawyers disagreed.", "expelled"),
        ("The army shelled the port of Aden for a week; it had held out until then.", "shelled"),
        ("Rebels freed nine hostages in Arauca; their families agreed.", "freed"),
        ("Police arrested the mayor of Oruro on Friday; the bishops objected.", "arrested"),
        # a verb that only describes a nominal
        ("Togo expelled the envoy on Monday, a step that Accra called rash.", "expelled"),
        ("Oman sent 40 tonnes of rice to Aden, a gift announced in Muscat.", "sent"),
        ("Turkish jets bombed Afrin on Monday, a raid reported by local radio.", "bombed"),
        ("Mali arrested two editors, men whom the premier called spies.", "arrested"),
        ("Police attacked a camp near Calais, for which the mayor voiced regret.", "attacked"),
    ],
)
def test_answers_and_descriptions_tell_nothing(reader: Reader, text: str, trigger: str) -> None:
    assert tellers(reader, text, trigger) == []


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        # by its particle it is another verb
        ("The minister backed down, and the army bombed the camp.", "bombed"),
        ("Guards put two priests on a bus to Minsk after police arrested them.", "arrested"),
        ("The unions called off a strike after police attacked the pickets.", "attacked"),
        # a finite verb is joined to no infinitive
        (
            "The mayor urged drivers to stay at home, but hundreds attacked the town hall.",
            "attacked",
        ),
        ("The envoy asked the rebels to wait, and troops shelled the bridge.", "shelled"),
        # an act that is done by saying it is no word about it
        ("Eritrea declared war on the Afar League on Monday.", "war"),
        ("Tokyo renewed its attacks on the port.", "attacks"),
    ],
)
def test_other_verbs_and_acts_tell_nothing(reader: Reader, text: str, trigger: str) -> None:
    assert tellers(reader, text, trigger) == []


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("The king reiterated his call for a truce.", "call", "asserted"),
        ("Chad's president repeated his appeal for aid.", "appeal", "asserted"),
        ("Togo's president reaffirmed his warning to the rebels.", "warning", "asserted"),
        ("The bishop repeated his plea for a ceasefire on Sunday.", "plea", "asserted"),
        ("Peru's premier reiterated her offer of talks to the miners.", "offer", "asserted"),
        (
            "Rebels shot two nuns, the bishop said, and condemned the killing.",
            "condemned",
            "asserted",
        ),
    ],
)
def test_what_one_does_by_speaking_is_ones_own(
    whole_reader: Reader, text: str, trigger: str, status: str
) -> None:
    found = [r for r in whole_reader.read(text, "2024-05-15") if trigger in r.trigger.text]
    assert [r.status for r in found] == [status]


@pytest.mark.parametrize(
    ("text", "trigger", "source"),
    [
        (
            "Police beat dozens of students in Lae; one lost an eye, a nurse told the radio.",
            "beat",
            "a nurse",
        ),
        (
            "Syrian troops, residents believe, shelled the bakery, and a priest was hit.",
            "shelled",
            "residents",
        ),
        (
            "The convoy was hit twice, the driver recalled; rebels shot at the lorries.",
            "shot",
            "driver",
        ),
        (
            "Wounded men told the same story in Goma: soldiers had attacked the camp at night.",
            "attacked",
            "Wounded men",
        ),
    ],
)
def test_what_is_handed_on_has_a_teller(
    whole_reader: Reader, text: str, trigger: str, source: str
) -> None:
    found = next(r for r in whole_reader.read(text, "2024-05-15") if trigger in r.trigger.text)
    assert found.status != "asserted"
    assert any(source in voice.text for voice in found.voices)
