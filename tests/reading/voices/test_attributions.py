"""On whose word: one sentence for each class, own words throughout."""

from __future__ import annotations

import pytest

from onrecord.reading.reader import Reader

Chain = list[tuple[str, str]]

VOICES = [
    # beside, before and behind what is said
    ("Gunmen attacked a bus on Sunday, police said.", "attacked", [("police", "says")]),
    (
        "Gunmen attacked a bus near Goma, killing four people, according to a radio station.",
        "killing",
        [("a radio station", "says")],
    ),
    (
        "According to Tunisian radio, police arrested the mayor.",
        "arrested",
        [("Tunisian radio", "says")],
    ),
    (
        "As the mayor told reporters, gunmen attacked the station on Sunday.",
        "attacked",
        [("the mayor", "says")],
    ),
    # behind an agency's word the participle goes on with what it tells
    (
        "Mali's leader sent a letter to Oman's sultan on Monday, Xinhua said, praising Oman.",
        "praising",
        [("Xinhua", "says")],
    ),
    (
        "The mayor left on Monday, Radio Ndar reported, accusing the army of theft.",
        "accusing",
        [("Radio Ndar", "says")],
    ),
    (
        "Serbia will pay its debts, the Tanjug news agency said, praising Cyprus.",
        "praising",
        [("the Tanjug news agency", "says")],
    ),
    (
        "The general retired on Friday, a newspaper reported, denouncing the junta.",
        "denouncing",
        [("a newspaper", "says")],
    ),
    (
        "Nepal's king flew home, state television said, thanking India.",
        "thanking",
        [("state television", "says")],
    ),
    # what is called something by somebody is not told by him
    ("Chad expelled the consul on Friday, a step that Benin called rash.", "expelled", []),
    ("Police arrested the mayor, a move which his lawyer described as revenge.", "arrested", []),
    ("Troops shelled the market on Monday, which the bishop called a crime.", "shelled", []),
    pytest.param(
        "Oman recalled its envoy, an answer that Yemen labelled childish.",
        "recalled",
        [],
        marks=pytest.mark.xfail(
            reason="lost with the weights of 27 November, evening", strict=True
        ),
    ),
    (
        "Rebels freed nine hostages on Sunday, a gesture that the press dubbed a trick.",
        "freed",
        [],
    ),
    # nobody is named who tells it
    ("The envoy, it was whispered, attacked a guard.", "attacked", []),
    ("Officers, it is being said, kidnapped two monks.", "kidnapped", []),
    # what is regretted is so; who saw it happen tells it; pictures only suggest
    ("The bishops regretted that soldiers had attacked the church.", "attacked", []),
    ("A porter saw soldiers kidnap two monks.", "kidnap", [("A porter", "says")]),
    ("A porter says that he saw soldiers kidnap two monks.", "kidnap", [("A porter", "says")]),
    (
        "Satellite images suggest that Chad has shelled the port, analysts in Nairobi say.",
        "shelled",
        [("analysts", "says"), ("Satellite images", "believes")],
    ),
    # who is quoted, and who quotes
    (
        "The agency quoted a minister as denying that troops had shelled the market.",
        "shelled",
        [("The agency", "says"), ("a minister", "denies")],
    ),
    pytest.param(
        "Officials were quoted in two papers as believing that rebels had shelled the market.",
        "shelled",
        [("two papers", "says"), ("Officials", "believes")],
        marks=pytest.mark.xfail(
            reason="lost with the weights of 27 November, evening", strict=True
        ),
    ),
    # whose rumours are denied is not told
    (
        "The premier's office denied rumours that guards had attacked him.",
        "attacked",
        [("The premier's office", "denies")],
    ),
    # who hears it told is no source
    (
        "Rebels attacked Goma, one of them, a cook, told Reuters.",
        "attacked",
        [("one of them", "says")],
    ),
    (
        "“Rebels attacked Goma,” a priest, who gave no name, told the BBC.",
        "attacked",
        [("a priest", "says")],
    ),
    # who tells of the telling stands outside
    (
        "“Soldiers bombed our church,” a priest told the bishop, according to two nuns.",
        "bombed",
        [("two nuns", "says"), ("a priest", "says")],
    ),
    # papers that show somebody speaking
    (
        "Minutes of the meeting have the banker telling ministers that Chad has attacked Mali.",
        "attacked",
        [("Minutes", "says"), ("the banker", "says")],
    ),
    pytest.param(
        "A tape has a man who sounds like the envoy say that guards attacked a monk.",
        "attacked",
        [("A tape", "says"), ("a man", "says")],
        marks=pytest.mark.xfail(reason="lost with the weights of 27 November", strict=True),
    ),
    # nobody is said to say it
    (
        "Any paper that says that troops attacked the bishop will be sued, a judge said.",
        "attacked",
        [("a judge", "says")],
    ),
    # what is done by being said is nobody's word
    ("The rebels declared a truce on Monday.", "truce", []),
    ("The junta proclaimed a curfew in Bamako.", "curfew", []),
    ("Malta voiced support for Cyprus.", "support", []),
    ("The premier expressed regret for the raid.", "regret", []),
    ("Nepal's king conveyed thanks to Bhutan.", "thanks", []),
    # small words that cite nobody
    ("For two days, troops shelled the city.", "shelled", []),
    ("Gunmen attacked the town as the first buses arrived.", "attacked", []),
    # nested, outermost first; one voice with two cues is one
    (
        "Al Mada reported that police said gunmen had attacked a bus.",
        "attacked",
        [("Al Mada", "says"), ("police", "says")],
    ),
    (
        "Gunmen attacked a bus, police said, citing a survivor.",
        "attacked",
        [("police", "says"), ("a survivor", "says")],
    ),
    (
        "State media quoted the minister as saying that China had attacked a boat.",
        "attacked",
        [("State media", "says"), ("the minister", "says")],
    ),
    (
        "Prime Minister Sana Haddad said she hopes to visit Baghdad.",
        "visit",
        [("Prime Minister Sana Haddad", "says"), ("she", "wishes")],
    ),
    # attitudes of the happening's own actor are no voices under someone else's word
    (
        "Experts believe Peru is eager to release the prisoners.",
        "release",
        [("Experts", "believes")],
    ),
    ("Turkey plans to attack Idlib, the daily Sabah wrote.", "attack", [("Sabah", "says")]),
    # speech acts
    (
        "The opposition accused the police of torturing detainees.",
        "torturing",
        [("The opposition", "alleges")],
    ),
    (
        "The foreign ministry promised to send aid to Lebanon.",
        "send",
        [("The foreign ministry", "intends")],
    ),
    ("The army denied shooting protesters.", "shooting", [("The army", "denies")]),
    ("State media reported an attack on a convoy.", "attack", [("State media", "says")]),
    # nobody is named
    pytest.param(
        "Greece arrested six men suspected of bombing a bank.",
        "bombing",
        [],
        marks=pytest.mark.xfail(reason="lost with the weights of 27 November", strict=True),
    ),
    ("Boko Haram is believed to have abducted twelve women in Borno.", "abducted", []),
    ("Soldiers accused of shooting protesters returned to Conakry.", "shooting", []),
    ("Three officers charged with torturing students were freed.", "torturing", []),
    # what someone is named by
    (
        "BOGOTA (Reuters) - Rebels freed nine hostages on Wednesday, the Red Cross said.",
        "freed",
        [("the Red Cross", "says")],
    ),
    (
        "Jordanian monitors documented the killing of nine nuns by soldiers.",
        "killing",
        [("Jordanian monitors", "says")],
    ),
    ("Oman credited Qatar with freeing nine hostages.", "freeing", [("Oman", "says")]),
    ("A UN report details how soldiers tortured monks.", "tortured", [("A UN report", "says")]),
    # what the report itself says
    (
        "The army (which says it killed 30 fighters) has withdrawn from the town of Bakhmut.",
        "withdrawn",
        [],
    ),
    (
        "Mali's minister, who visited Caracas on Monday, said that rebels attacked a bus.",
        "visited",
        [],
    ),
    # quotations that go on
    (
        '"We are safe," army spokesman Omar Saleh said. "We bombed the depot."',
        "bombed",
        [("spokesman Omar Saleh", "says")],
    ),
    (
        "“We are safe,” Omar Saleh said.\n\n“Rebels attacked us at night.",
        "attacked",
        [("Omar Saleh", "says")],
    ),
]


@pytest.mark.parametrize(("text", "trigger", "chain"), VOICES)
def test_chain(reader: Reader, text: str, trigger: str, chain: Chain) -> None:
    found = next(r for r in reader.read(text, "2024-05-15") if trigger in r.trigger.text.split())
    assert [voice.stance for voice in found.voices] == [stance for _, stance in chain]
    for voice, (words, _) in zip(found.voices, chain, strict=True):
        assert words in voice.text
        assert text[voice.span[0] : voice.span[1]] == voice.text


@pytest.mark.parametrize(
    ("text", "voices"),
    [
        ("Two men accused of bombing a church in Colombo were released.", []),
        ("Men accused by Chad of bombing a church were released.", ["Chad"]),
    ],
)
def test_who_accuses_of_what_only_the_model_names(
    whole_reader: Reader, text: str, voices: list[str]
) -> None:
    found = next(r for r in whole_reader.read(text, "2024-05-15") if r.trigger.text == "bombing")
    assert (found.status, [voice.text for voice in found.voices]) == ("alleged", voices)


def test_public_values_point_into_the_text(reader: Reader) -> None:
    text = "The daily Vesti reported that police said gunmen had attacked a bus."
    found = reader.voices(text)
    assert [item.cue for item in found] == ["reported", "said"]
    outer, inner = found
    assert (outer.within, inner.within) == (None, 0)
    assert inner.text == "police"
    assert all(text[a:b] for item in found for a, b in [item.cue_span, *item.source, *item.content])


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", "“", '"', "said", "said said said", "\0 \ufffe 🙂"]
)
def test_any_text(reader: Reader, text: str) -> None:
    assert isinstance(reader.voices(text), list)
    assert isinstance(reader.read(text), list)
