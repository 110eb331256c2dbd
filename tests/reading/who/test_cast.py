"""The cast: a name has one bearer, with all that the report says of it."""

from __future__ import annotations

from datetime import date

import pytest

from onrecord.reading.reader import Reader
from onrecord.reading.tree import Tree
from onrecord.reading.who.cast import Cast


def cast_of(reader: Reader, text: str) -> Cast:
    return Cast(Tree(reader.nlp(text), text), None)


@pytest.mark.parametrize(
    ("text", "name", "sector", "country"),
    [
        ("Opposition candidate Rosa Quispe rejected the count.", "Rosa Quispe", "OPP", None),
        ("The health minister, Ivan Petrak, resigned.", "Ivan Petrak", "GOV", None),
        ("Ivan Petrak, the health minister, resigned.", "Ivan Petrak", "GOV", None),
        (
            "Malaysian Foreign Minister Nurul Hashim flew to Jakarta.",
            "Nurul Hashim",
            "GOV",
            "MYS",
        ),
        (
            "Denmark's defence minister Lars Holt promised to help.",
            "Lars Holt",
            "GOV",
            "DNK",
        ),
    ],
)
def test_a_title_belongs_to_the_name(
    reader: Reader, text: str, name: str, sector: str, country: str | None
) -> None:
    mention = next(m for m in cast_of(reader, text).mentions if m.label == "PERSON")
    entity = mention.entity
    assert (entity.name, entity.sector, entity.country) == (name, sector, country)


def test_a_surname_is_the_person_introduced_before(reader: Reader) -> None:
    text = "Opposition candidate Rosa Quispe rejected the count. Later, Quispe left La Paz."
    people = [m for m in cast_of(reader, text).mentions if m.label == "PERSON"]
    assert {m.member for m in people} == {people[0].member}
    assert people[-1].entity.name == "Rosa Quispe"
    assert people[-1].entity.sector == "OPP"


def test_the_title_s_noun_stands_for_the_name(reader: Reader) -> None:
    text = "Opposition candidate Rosa Quispe rejected the count."
    cast = cast_of(reader, text)
    at = cast.tree.words.index("candidate")
    assert cast.at[at].entity.name == "Rosa Quispe"


def test_a_name_has_a_capital(reader: Reader) -> None:
    text = "the electoral tribunal of the armed forces met."
    assert cast_of(reader, text).mentions == []


def test_a_body_named_after_a_capital_is_no_state(reader: Reader, lexicon_reader: Reader) -> None:
    record = lexicon_reader.read("The bridge is closed, Radio Nairobi said.", "2025-03-14")[0]
    assert [(e.name, e.kind) for e in record.actors] == [("Radio Nairobi", "organisation")]
    state = reader.read("The United States expelled two Chilean diplomats.", "2025-03-14")[0]
    assert [(e.name, e.kind) for e in state.actors] == [("United States", "state")]


def test_a_surname_that_the_tagger_passed_over(reader: Reader) -> None:
    text = (
        "Senegalese President Awa Diop met Turkish President Kemal Aydin in Izmir.\n\n"
        "Earlier, Diop had sent greetings to Aydin, Radio Dakar said."
    )
    sent = reader.read(text, "2023-03-02")[-1]
    assert [entity.name for entity in sent.actors] == ["Awa Diop"]
    assert [entity.name for entity in sent.recipients] == ["Kemal Aydin"]


@pytest.mark.parametrize("name", ["Tasnim", "Kyodo", "Interfax", "Hamas", "Anadolu"])
def test_a_body_that_the_tables_know_is_no_person(reader: Reader, name: str) -> None:
    cast = cast_of(reader, f"The ferry had sunk off Oman, {name} said on Monday.")
    assert next(m.entity.kind for m in cast.mentions if m.entity.text == name) in (
        "organisation",
        "group",
    )


def test_a_person_keeps_a_name_that_is_a_body_s_too(reader: Reader) -> None:
    text = "Minister Omar Fars resigned on Monday. On Tuesday Fars left for Doha."
    assert {m.entity.kind for m in cast_of(reader, text).mentions if "Fars" in m.entity.text} == {
        "person"
    }


@pytest.mark.parametrize(
    ("text", "sector"),
    [
        ("A spokeswoman for the U.N. refugee agency, Marit Solberg, wept.", "UNO"),
        ("A spokesman for the rebels, Attaher Bilal, wept.", "REB"),
        ("Ana Ruiz, a spokeswoman for the World Food Programme, wept.", "UNO"),
        ("A spokesman for the army, Bo Lind, wept.", "MIL"),
        ("Lars Holt, an official of the United Nations, wept.", "UNO"),
    ],
)
def test_whom_somebody_speaks_for(reader: Reader, text: str, sector: str) -> None:
    mention = next(m for m in cast_of(reader, text).mentions if m.label == "PERSON")
    assert mention.entity.sector == sector


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("A court jailed Walter Blair. Blair was freed on Monday.", "Walter Blair", None),
        ("Tony Blair spoke. A court jailed Walter Blair.", "Walter Blair", None),
        ("President Clinton spoke. Helen Clinton was arrested.", "Helen Clinton", None),
        ("Blair was jailed, and Walter Blair's son wept.", "Walter Blair", None),
        ("Blair met reporters. Tony Blair praised them.", "Tony Blair", "GBR"),
    ],
)
def test_a_stranger_s_surname_is_no_leader_s(
    reader: Reader, text: str, name: str, country: str | None
) -> None:
    tree = Tree(reader.nlp(text), text)
    last = Cast(tree, date(1998, 5, 4)).mentions[-1].entity
    assert (last.name, last.country) == (name, country)


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("Jan Novak of the Czech Republic met Hans Holt of Germany.", ["CZE", "DEU"]),
        ("Presidents Ana Kolar of Slovenia and Boris Maric of Croatia met.", ["SVN", "HRV"]),
        ("The arrest by Juan Rojas of Chile's minister angered many.", [None]),
        ("Maria Silva of Brazil resigned.", ["BRA"]),
        ("Peter Holt of the harbour police resigned.", [None]),
    ],
)
def test_the_state_behind_a_name_is_its_bearer_s(
    reader: Reader, text: str, countries: list[str | None]
) -> None:
    people = [m.entity for m in cast_of(reader, text).mentions if m.label == "PERSON"]
    assert [entity.country for entity in people] == countries


@pytest.mark.parametrize(
    ("text", "sectors"),
    [
        ("Presidents Ana Kolar of Slovenia and Boris Maric of Croatia met.", ["GOV", "GOV"]),
        ("Foreign ministers Jan Novak, Ana Kolar and Boris Maric met.", ["GOV"] * 3),
        ("The lawmakers Jan Novak and Ana Kolar met.", ["LEG", "LEG"]),
        ("Police officers and Jan Novak met.", [None]),
    ],
)
def test_a_plural_title_is_each_one_s(reader: Reader, text: str, sectors: list[str | None]) -> None:
    people = [m.entity for m in cast_of(reader, text).mentions if m.label == "PERSON"]
    assert [entity.sector for entity in people] == sectors


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Rebels shelled the Syrian town of Maarbin on Friday.", "Maarbin", "SYR"),
        ("Chile sent blankets to the Indian state of Orihar.", "Orihar", "IND"),
        ("Guns pounded the Ukrainian village of Zorlivka.", "Zorlivka", "UKR"),
        ("Iran gave tents to the Afghan province of Fazkur.", "Fazkur", "AFG"),
        ("Drones hit the Congolese city of Minembwe.", "Minembwe", "COD"),
        # the tables know the capital of a state
        ("The Libyan city of Tripoli was shelled.", "Tripoli", "LBY"),
    ],
)
def test_a_town_is_where_the_report_puts_it(
    reader: Reader, text: str, name: str, country: str
) -> None:
    cast = Cast(Tree(reader.nlp(text), text), None)
    assert [m.entity.country for m in cast.mentions if m.entity.text == name] == [country]


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("TASHKENT, Nov 1 (AFP) - Rebels freed two nurses, officials said.", {"UZB"}),
        ("LIMA, May 3 (Reuters) - Gunmen killed six herders on Friday.", {"PER"}),
        ("(AFP) Gunmen killed six herders in Chad on Friday.", {"TCD"}),
        ("ANKARA (AP) - Police detained 40 people.", {"TUR"}),
        ("NAIROBI, May 3 (BBC) - Farmers blocked a road.", {"KEN"}),
    ],
)
def test_who_files_a_report_is_nobody_in_it(reader: Reader, text: str, countries: set[str]) -> None:
    (record,) = reader.read(text, "2024-05-04")
    assert {entity.country for entity in (*record.actors, *record.recipients)} == countries
