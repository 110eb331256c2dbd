"""The public way to ask whom a phrase means, with the text around it and a user's own actors."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import onrecord
from onrecord import OnrecordError
from onrecord.codes.actors import load_table
from onrecord.record import Entity

OWN = "name,kind,country,sector,aliases,id\nRiver Guard,organisation,BOL,SOC,RG;Guardia,Q7\n"


@pytest.fixture
def own(tmp_path: Path) -> Path:
    path = tmp_path / "mine.csv"
    path.write_text(OWN, encoding="utf-8")
    return path


def test_the_whole_phrase_is_the_span() -> None:
    found = onrecord.resolve_actor("the French president", "2015-06-01")
    assert (found.text, found.span) == ("the French president", (0, 20))
    assert (found.name, found.kind, found.country) == ("Francois Hollande", "person", "FRA")
    assert found == onrecord.resolve_actor("the French president", date(2015, 6, 1))


@pytest.mark.parametrize("text", ["", "the weather", "two days"])
def test_nobody_is_none(text: str) -> None:
    assert onrecord.resolve_actor(text) == Entity(text=text, span=(0, len(text)))


def test_an_impossible_day_is_an_error() -> None:
    with pytest.raises(OnrecordError, match="E005"):
        onrecord.resolve_actor("Peru", "31 February 2025")


STORY = (
    "North Korean envoy Kim Test Nam met Kenyan Water Minister Amina Testo in Rome. Testo said "
    "that Kim was tired. The Lake Basin Forum (LBF), a Ugandan fishermen's union, was not there."
)


@pytest.mark.parametrize(
    ("text", "name", "country", "sector"),
    [
        ("Kim", "Kim Test Nam", "PRK", "GOV"),
        ("Testo", "Amina Testo", "KEN", "GOV"),
        ("the water minister", "Amina Testo", "KEN", "GOV"),
        ("Rome", "Italy", "ITA", "GOV"),
    ],
)
def test_the_text_around_outranks_the_tables(
    text: str, name: str, country: str, sector: str
) -> None:
    found = onrecord.resolve_actor(text, "2025-03-14", STORY)
    assert (found.name, found.country, found.sector) == (name, country, sector)


def test_ids_are_of_wikidata() -> None:
    assert onrecord.resolve_actor("Tokyo").id == "Q17"
    assert onrecord.resolve_actor("the Russian president", "2015-06-01").id == "Q7747"
    # whoever is not whom the name means has another id, or none
    assert onrecord.resolve_actor("a Tokyo baker").id is None
    assert onrecord.resolve_actor("the French CIA").id is None


def test_a_users_own_actors(own: Path) -> None:
    for actors in (own, str(own), load_table(own)):
        found = onrecord.resolve_actor("the Guardia", actors=actors)
        assert (found.name, found.country, found.id) == ("River Guard", "BOL", "Q7")
    assert onrecord.resolve_actor("the Guardia").name is None


def test_a_users_own_actors_can_be_wrong(own: Path) -> None:
    with pytest.raises(OnrecordError, match=r"E001 .*none\.csv"):
        onrecord.resolve_actor("RG", actors=own.with_name("none.csv"))
    with pytest.raises(OnrecordError, match="E007"):
        onrecord.resolve_actor("RG", actors=own.parent)
    own.write_text(OWN.replace("BOL", "Bolivia"), encoding="utf-8")
    with pytest.raises(OnrecordError, match=r"E011 .*line 2: no country is called 'Bolivia'"):
        onrecord.resolve_actor("RG", actors=own)
