"""Words that refer back stand for members that the report named before."""

from __future__ import annotations

import pytest

from onrecord.reading.reader import Reader
from onrecord.reading.tree import Tree
from onrecord.reading.who.participants import Who
from onrecord.reading.who.refer import fits_label


def names(reader: Reader, text: str, word: str) -> list[str | None]:
    """Names behind the last occurrence of a word."""
    tree = Tree(reader.nlp(text), text)
    place = len(tree.words) - 1 - tree.words[::-1].index(word)
    return [entity.name for entity in Who(tree, None).entities(place)]


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Peru and Chile signed an accord. They accused Bolivia.", "They", ["Peru", "Chile"]),
        (
            "Peru and Chile signed an accord. The two countries agreed to meet.",
            "countries",
            ["Peru", "Chile"],
        ),
        (
            "The president of Ghana, Kofi Asante, resigned. The president left Accra.",
            "president",
            ["Kofi Asante"],
        ),
        (
            "A mining company from Canada sued Panama. The company lost.",
            "company",
            ["mining company"],
        ),
        (
            "Peru and Chile held talks on Friday. The sides signed a pact.",
            "sides",
            ["Peru", "Chile"],
        ),
        ("Oman said that its envoy met rebels in Sanaa. It gave no details.", "It", ["Oman"]),
        ("Three nurses fled the town. They were hungry.", "They", ["nurses"]),
        ("Ana Torres accused the ministry. She said it lied.", "She", ["Ana Torres"]),
        ("Sudan and Chad signed a treaty. The treaty failed.", "treaty", ["Sudan", "Chad"]),
        # told again by another noun, or between two
        ("Fiji and Tonga signed a trade pact. The accord failed.", "accord", ["Fiji", "Tonga"]),
        ("The treaty between Oman and Yemen failed.", "treaty", ["Oman", "Yemen"]),
        # two countries are the states, not a newspaper or a minister
        (
            "Peruvian President Ana Paz met Chilean President Luis Rey, La Nacion said. "
            "The two countries signed a pact.",
            "countries",
            ["Peru", "Chile"],
        ),
    ],
)
def test_refers_back(reader: Reader, text: str, word: str, expected: list[str]) -> None:
    assert names(reader, text, word) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        (
            "Oman will host Yemen and Qatar. The three met in May.",
            "three",
            ["Oman", "Yemen", "Qatar"],
        ),
        ("Peru and Chile traded fire. Each blamed the other.", "Each", ["Peru", "Chile"]),
        (
            "Ana Paz of Peru telephoned Luis Rey; the two agreed to meet.",
            "two",
            ["Ana Paz", "Luis Rey"],
        ),
        (
            "Fiji, Tonga and Samoa closed their ports. The three accuse Nauru.",
            "three",
            ["Fiji", "Tonga", "Samoa"],
        ),
        ("Mali and Niger began talks. Both delegations left.", "delegations", ["Mali", "Niger"]),
        ("Ghana met Togo in Lome. The two armies withdrew.", "armies", ["Ghana", "Togo"]),
        # no three took part in anything
        ("Peru met Chile. The three left.", "three", []),
    ],
)
def test_a_number_stands_for_those_who_took_part(
    reader: Reader, text: str, word: str, expected: list[str]
) -> None:
    assert names(reader, text, word) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hungary cut off the gas. Ukraine reminded its neighbour of the treaty.", ["Hungary"]),
        ("Gunmen emptied Kenyan villages. Uganda offered its neighbour help.", ["Kenya"]),
        ("Oman offered its neighbour tents, Yemeni officials said.", ["Yemen"]),
        ("Peru thanked Chile. Bolivia accused its eastern neighbour.", ["Chile"]),
        # nobody else is named, and nothing is guessed
        ("Bolivia accused its neighbour.", ["neighbour"]),
    ],
)
def test_a_neighbour_is_another_state(reader: Reader, text: str, expected: list[str]) -> None:
    assert names(reader, text, "neighbour") == expected


def test_a_neighbour_is_not_its_owner_s(reader: Reader) -> None:
    tree = Tree(reader.nlp("Bolivia accused its neighbours."), "Bolivia accused its neighbours.")
    assert [entity.country for entity in Who(tree, None).entities(3)] == [None]


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("South Korea cut trade with the North.", "North", ["North Korea"]),
        ("Pyongyang reopened a line to the South.", "South", ["South Korea"]),
        ("Seoul warned the North.", "North", ["North Korea"]),
        ("North Korea insulted the South.", "South", ["South Korea"]),
        ("The two Koreas traded fire, and Japan blamed the North.", "North", ["North Korea"]),
        ("Italy sent money to the South.", "South", ["South"]),
    ],
)
def test_the_other_half(reader: Reader, text: str, word: str, expected: list[str]) -> None:
    assert names(reader, text, word) == expected


def test_an_object_is_not_its_own_subject(reader: Reader) -> None:
    text = "Kofi Asante met reporters in Accra. Ama Boateng accused him of theft."
    assert names(reader, text, "him") == ["Kofi Asante"]


def test_nobody_is_guessed(reader: Reader) -> None:
    assert names(reader, "She resigned.", "She") == [None]


@pytest.mark.parametrize(
    ("word", "label", "fitting"),
    [
        ("he", "PERSON", True),
        ("He", "ORG", False),
        ("it", "PERSON", False),
        ("they", "ORG", True),
        ("it", "", True),
        ("tribunal", "ORG", False),
    ],
)
def test_a_pronoun_fits_a_label(word: str, label: str, fitting: bool) -> None:
    assert fits_label(word, label) is fitting


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        # a people is several
        ("A court in Amman convicted three Syrians and jailed them.", "them", ["Syrians"]),
        ("Peru freed two Kenyans. They flew home.", "They", ["Kenyans"]),
        ("Thai police took nine North Koreans away and beat them.", "them", ["North Koreans"]),
        # whoever acts is not whom he acts on, even as a part
        ("Guards met some nurses and beat two of them.", "them", ["nurses"]),
        # the two that were counted, or that just acted
        ("A judge fined two miners. Guards had beaten both.", "both", ["miners"]),
        ("Peru and Chile signed a pact. Both praised it.", "Both", ["Peru", "Chile"]),
        ("Oman met Yemen in Rome. Both want peace.", "Both", ["Oman", "Yemen"]),
    ],
)
def test_several_and_both(reader: Reader, text: str, word: str, expected: list[str]) -> None:
    assert names(reader, text, word) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru will act if Chile moves. Its envoy left.", ["Peru"]),
        ("Oman waited while Yemen talked. Its navy sailed.", ["Oman"]),
        ("After Togo wrote, Ghana answered. Its army left.", ["Ghana"]),
        ("Kenya paid because Somalia asked. Its envoy left.", ["Kenya"]),
        ("Because Chad asked, Sudan paid. Its envoy left.", ["Sudan"]),
    ],
)
def test_the_main_subject_comes_to_mind_first(
    reader: Reader, text: str, expected: list[str]
) -> None:
    assert names(reader, text, "Its") == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("A court jailed two men; one had been stripped of his passport.", "one", ["men"]),
        ("Police held 70 miners on Monday. One was beaten.", "One", ["miners"]),
        ("Rebels seized five miners and later freed two.", "two", ["miners"]),
        ("Guards stopped 12 students, and three were arrested.", "three", ["students"]),
        ("Gunmen took four nurses; one was shot.", "one", ["nurses"]),
        # who are no more than that are not told apart
        ("Police held two miners. Three were beaten.", "Three", []),
    ],
)
def test_a_bare_number_is_of_those_who_were_counted(
    reader: Reader, text: str, word: str, expected: list[str]
) -> None:
    assert names(reader, text, word) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Luis Rey fled. Juan Gil pledged loyalty to him.", "him", ["Luis Rey"]),
        ("Ana Paz fled. Eva Gil sent a letter to her.", "her", ["Ana Paz"]),
        ("Luis Rey spoke. Juan Gil rejected the charge against him.", "him", ["Luis Rey"]),
        ("Luis Rey won. Juan Gil voiced respect for him.", "him", ["Luis Rey"]),
        ("Luis Rey lost. Juan Gil showed a picture of him.", "him", ["Luis Rey"]),
    ],
)
def test_nobody_is_the_goal_of_his_own_act(
    reader: Reader, text: str, word: str, expected: list[str]
) -> None:
    assert names(reader, text, word) == expected


@pytest.mark.parametrize(
    ("text", "trigger", "actor"),
    [
        ("Zambia's health minister said her country would close the border.", "close", "Zambia"),
        ("The Polish premier said his country would send 400 troops to Chad.", "send", "Poland"),
        (
            "Sweden's defence minister said her nation had expelled two diplomats.",
            "expelled",
            "Sweden",
        ),
        (
            '"Our country will not sell arms to Chad," the Kenyan envoy said.',
            "sell arms",
            "Kenya",
        ),
        (
            "Fiji's prime minister told reporters that his nation would withdraw its soldiers.",
            "withdraw",
            "Fiji",
        ),
    ],
)
def test_somebodys_country_is_a_state(reader: Reader, text: str, trigger: str, actor: str) -> None:
    found = next(r for r in reader.read(text, "2024-05-14") if trigger in r.trigger.text)
    assert [entity.name for entity in found.actors] == [actor]


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Carlos Vega met Maria Lopez. She resigned.", "She", ["Maria Lopez"]),
        ("Maria Lopez met Carlos Vega. He resigned.", "He", ["Carlos Vega"]),
        ("The spokeswoman met Carlos Vega. She resigned.", "She", ["spokeswoman"]),
        ("Maria Lopez accused the senator. He denied it.", "He", ["senator"]),
        ("Mrs Vega thanked Carlos Holt. She wept.", "She", ["Vega"]),
    ],
)
def test_he_and_she_are_nobody_of_the_other_gender(
    reader: Reader, text: str, word: str, expected: list[str]
) -> None:
    assert names(reader, text, word) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Carlos Vega lives in Lima. They demand his release.",
        "Maria Lopez spoke. They cheered.",
        "A judge freed Carlos Vega. They wept.",
    ],
)
def test_they_are_no_single_person(reader: Reader, text: str) -> None:
    found = names(reader, text, "They")
    assert found and "Carlos Vega" not in found and "Maria Lopez" not in found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "US President Donald Trump cancelled a summit with North Korea's leader Kim Jong-un. "
            "The two had been due to meet in June.",
            ["USA", "PRK"],
        ),
        (
            "Emmanuel Macron has put off talks with Russia's president Vladimir Putin. The two "
            "were to meet in Minsk.",
            ["FRA", "RUS"],
        ),
    ],
)
def test_a_state_in_a_title_is_none_of_the_two(
    reader: Reader, text: str, expected: list[str]
) -> None:
    record = next(r for r in reader.read(text, "2018-05-24") if r.trigger.text == "meet")
    assert [actor.country for actor in record.actors] == expected
