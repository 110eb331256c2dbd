"""Whose words: the teller's own name, whole, and never the place that a dateline gives."""

from __future__ import annotations

import pytest

from onrecord.reading.reader import Reader


@pytest.mark.parametrize(
    ("text", "trigger", "source"),
    [
        (
            "TRIPOLI, March 3 (AFP) - The coast guard's commander said that smugglers had shot two "
            "of his men.",
            "shot",
            "The coast guard's commander",
        ),
        (
            "HANOI, July 14 - Vietnamese border police denied that they had beaten a Lao trader.",
            "beaten",
            "Vietnamese border police",
        ),
        (
            "QUITO - Rebels freed four oil workers on Tuesday, a Red Cross delegate said.",
            "freed",
            "a Red Cross delegate",
        ),
        (
            "Dhaka (UNI) -- The opposition's spokesman told reporters that police had arrested "
            "nine of its members.",
            "arrested",
            "The opposition's spokesman",
        ),
        (
            "NAIROBI, Jan 8 - Gunmen who came by boat killed three guards, Kenya's navy believes.",
            "killed",
            "Kenya's navy",
        ),
        (
            "The African Union froze the grant on Friday, citing the arrest of two editors.",
            "arrest",
            "The African Union",
        ),
        (
            "Norway will send a second plane, the defence minister announced, adding that rebels "
            "had shot at the first.",
            "shot",
            "the defence minister",
        ),
    ],
)
def test_teller(whole_reader: Reader, text: str, trigger: str, source: str) -> None:
    found = next(r for r in whole_reader.read(text, "2024-05-14") if trigger in r.trigger.text)
    assert source in [voice.text for voice in found.voices]
    assert not any(voice.text.isupper() for voice in found.voices)


@pytest.mark.parametrize(
    ("text", "trigger", "source"),
    [
        (
            "Lima, said two diplomats on Monday, had expelled the consul.",
            "expelled",
            "two diplomats",
        ),
        pytest.param(
            "Accra, say three aid workers in a letter, arrested the union's leader.",
            "arrested",
            "three aid workers",
            marks=pytest.mark.xfail(reason="lost with the weights of 27 November", strict=True),
        ),
        ("The militia, said a nurse in Goma, has shot nine girls.", "shot", "a nurse"),
        ("Oslo, says a retired spy, shelled the port.", "shelled", "a retired spy"),
        ("Peru's navy, said the weekly, has seized two trawlers.", "seized", "the weekly"),
    ],
)
def test_teller_behind_its_verb(reader: Reader, text: str, trigger: str, source: str) -> None:
    found = next(r for r in reader.read(text, "2024-05-14") if trigger in r.trigger.text)
    assert [voice.text for voice in found.voices] == [source]


@pytest.mark.parametrize(
    "text",
    [
        "Suspicions that the mayor of Turin shot a rival have never been tested in court.",
        "Claims that Libya armed the rebels were rejected by Tripoli.",
        "Allegations that the army burned two villages were dismissed by Colombo.",
        "Reports that the navy seized a trawler were rejected by Hanoi.",
        "Fears that rebels would attack the dam kept the road shut.",
    ],
)
def test_a_word_without_an_owner_is_nobodys(reader: Reader, text: str) -> None:
    first = reader.read(text, "2024-05-14")[0]
    assert first.status != "asserted"
    assert not first.voices


@pytest.mark.parametrize(
    "text",
    [
        "Chad's rebels, said to have bombed a bridge, pulled back on Tuesday.",
        "The envoy, reported to have met two rebel leaders in May, flew home on Sunday.",
        "The general, rumoured to have shelled the port, denied nothing.",
        "The banker, believed to have bombed the court, was arrested in Juba.",
        "Two pilots, alleged to have shelled the market, left for Oslo.",
    ],
)
def test_whom_others_speak_of_says_nothing(reader: Reader, text: str) -> None:
    told = reader.read(text, "2024-05-14")
    deed = next(record for record in told if record.event in ("ASSAULT", "CONSULT"))
    assert deed.status in ("believed", "alleged")
    assert not deed.voices


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Reports that Nepal had deported eleven monks were denied by Kathmandu.", "Kathmandu"),
        ("That Togo had expelled the envoy was denied by a spokesman.", "a spokesman"),
        ("A report that Sudan had bombed the clinic was denied by the army.", "the army"),
        (
            "Allegations that Lima had deported two nuns were denied by the minister.",
            "the minister",
        ),
    ],
)
def test_a_passive_has_its_agent_for_a_source(whole_reader: Reader, text: str, source: str) -> None:
    told = whole_reader.read(text, "2024-05-14")
    assert source in [voice.text for record in told for voice in record.voices]


@pytest.mark.parametrize(
    ("text", "trigger", "source"),
    [
        (
            "The Bolivian envoy received the following message from his Peruvian colleague: "
            '"We will close the border."',
            "close",
            "his Peruvian colleague",
        ),
        (
            "The patriarch received a letter from the Armenian premier saying that Baku had "
            "shelled two villages.",
            "shelled",
            "the Armenian premier",
        ),
        ("The embassy got a note saying that guards had beaten two monks.", "beaten", "a note"),
        (
            "The daily received an email from the ministry stating that the envoy had been "
            "expelled.",
            "expelled",
            "the ministry",
        ),
        (
            "The union obtained a statement from the army that soldiers had shot three miners.",
            "shot",
            "the army",
        ),
    ],
)
def test_who_gets_a_letter_says_nothing_in_it(
    reader: Reader, text: str, trigger: str, source: str
) -> None:
    found = next(r for r in reader.read(text, "2024-05-14") if r.trigger.text == trigger)
    assert [voice.text for voice in found.voices] == [source]


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Asked whether Moscow would retaliate, Peskov said nothing had been decided.",
         "retaliate"),
        ("Asked if Chad had bombed the camp, the general declined to answer.", "bombed"),
        ("Asked whether Togo would release the sailors, the envoy said he hoped so.", "release"),
    ],
)  # fmt: skip
def test_who_is_asked_did_not_ask(reader: Reader, text: str, trigger: str) -> None:
    found = next(r for r in reader.read(text, "2024-05-14") if trigger in r.trigger.text)
    assert (found.status, found.voices) == ("conditional", [])


@pytest.mark.parametrize(
    ("text", "trigger", "source"),
    [
        ("Madrid shut the weekly over an article accusing the king of taking money from Doha.",
         "taking money", "an article"),
        ("The court jailed him over a letter accusing the junta of torturing monks.", "torturing",
         "a letter"),
        ("Togo expelled a reporter after a story saying that soldiers had shot miners.", "shot",
         "a story"),
        ("Police seized leaflets accusing the governor of beating six nurses.", "beating",
         "leaflets"),
        ("She was jailed for a post claiming that guards had beaten a boy.", "beaten", "a post"),
        # who puts it out says it
        ("The ministry issued a statement saying that rebels had shelled the town.", "shelled",
         "The ministry"),
    ],
)  # fmt: skip
def test_a_paper_speaks_for_itself(
    whole_reader: Reader, text: str, trigger: str, source: str
) -> None:
    found = next(r for r in whole_reader.read(text, "2024-05-14") if trigger in r.trigger.text)
    assert [voice.text for voice in found.voices] == [source]


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Madrid shut the weekly over an article accusing the king of taking bribes.", []),
        ("Police in Oslo seized leaflets accusing the mayor of taking bribes.", []),
        ("The assembly adopted a resolution condemning the shelling of Goma.", ["The assembly"]),
        ("Nurses accusing the mayor of taking bribes marched in Lima.", ["Nurses"]),
    ],
)
def test_who_punishes_a_paper_does_not_accuse(
    whole_reader: Reader, text: str, actors: list[str]
) -> None:
    found = next(r for r in whole_reader.read(text, "2024-05-14") if r.event == "ACCUSE")
    assert [entity.text for entity in found.actors] == actors


@pytest.mark.parametrize(
    ("text", "event"),
    [
        # a weekday tells nothing, and a name is no verb
        ("The premier left the hall on Friday, telling reporters that the talks had failed.",
         "STATEMENT"),
        ("The envoy flew home on Monday, telling hosts that the harvest had failed.", "STATEMENT"),
        ("Omani Foreign Minister Said al-Hamdan met his Iranian counterpart in Muscat.", "CONSULT"),
    ],
)  # fmt: skip
def test_neither_days_nor_names_tell(whole_reader: Reader, text: str, event: str) -> None:
    found = next(r for r in whole_reader.read(text, "2024-05-14") if r.event == event)
    voices = {voice.text for voice in found.voices}
    assert voices <= {entity.text for entity in found.actors}


OTHERS_WORDS = [
    # who looks into a word, comments on it or goes against it does not utter it
    ("Police are investigating reports that gunmen kidnapped a priest.", "kidnapped",
     ["reports"]),
    ("Officials in Goma were checking claims that rebels had killed two nuns.", "killed",
     ["claims"]),
    ("The UN said it was looking into allegations that guards tortured the men.", "tortured",
     ["The UN", "allegations"]),
    ("There was no comment from Oman on the Yemeni claim that its navy attacked the port.",
     "attacked", []),
    ("Manila has not commented on the Chinese report that its sailors killed a fisherman.",
     "killed", []),
    ("Contrary to Kenya's claims, its soldiers killed the fishermen.", "killed", []),
    ("Contrary to the claims of the army, police arrested the miners.", "arrested", []),
    ("Asked about reports that Peru had expelled the envoy, the minister knew nothing, he said.",
     "expelled", ["reports"]),
    ("The BBC has seen documents showing that Chad arrested the nuns.", "arrested",
     ["documents"]),
    ("A Danish daily has obtained letters showing that Laos deported monks.", "deported",
     ["letters"]),
    # nobody is "it"
    ("It appears that Chad attacked the camp.", "attacked", []),
    ("It seems Laos arrested the monk.", "arrested", []),
    ("It appears rebels kidnapped the nurse.", "kidnapped", []),
    # what somebody is asked is not what he says
    ('Asked whether Chad had attacked, the spokesman said: "We never comment."', "attacked", []),
    ('When asked whether guards had tortured the singer, the coroner said: "No."', "tortured",
     []),
    ('Asked on Friday if Peru had expelled the envoy, the minister replied: "Yes."', "expelled",
     []),
    ('Pressed on whether Laos had arrested the bishop, the envoy said: "I can\'t say."',
     "arrested", []),
    ('Asked by a nun whether rebels had killed the boy, the general said, "No."', "killed", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "trigger", "sources"), OTHERS_WORDS)
def test_whose_word_it_is_not(
    whole_reader: Reader, text: str, trigger: str, sources: list[str]
) -> None:
    read = whole_reader.read(text, "2024-05-15")
    found = next(r for r in read if trigger in r.trigger.text.split())
    assert [voice.text for voice in found.voices] == sources
    assert found.status != "asserted" or text.startswith("Contrary")
