"""Which countries a report speaks of, and which of two towns of one name it means."""

from __future__ import annotations

import pytest

from onrecord.reading.reader import Reader
from onrecord.reading.tree import Tree
from onrecord.reading.who.cast import Cast
from onrecord.reading.who.origins import origins, spoken_of


def test_spoken_of(reader: Reader) -> None:
    text = "Lebanese police held a Greek sailor in Tripoli, and Malta protested."
    tree = Tree(reader.nlp(text), text)
    cast = Cast(tree, None)
    assert set(origins(tree, cast).values()) == {"LBN", "GRC"}
    assert set(spoken_of(tree, cast)) == {"LBN", "GRC", "MLT"}  # which Tripoli, is the question


def test_an_agency_only_reports(reader: Reader) -> None:
    text = "Police shot a miner in Lima, a French newspaper said."
    tree = Tree(reader.nlp(text), text)
    assert origins(tree, Cast(tree, None)) == {}


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Lebanese soldiers shot a gunman in Tripoli on Friday.", "LBN"),
        ("Libyan soldiers shot a gunman in Tripoli on Friday.", "LBY"),
        ("Venezuelan troops shot two miners in Barcelona.", "VEN"),
        ("British police arrested six protesters in Cambridge.", "GBR"),
        ("Pakistani rangers raided a house in Hyderabad on Sunday.", "PAK"),
        ("Spanish police raided a house in Guadalajara on Sunday.", "ESP"),
    ],
)
def test_namesakes(reader: Reader, text: str, country: str) -> None:
    (record,) = reader.read(text, "2024-05-06")
    assert [place.country for place in record.where] == [country]
    assert {entity.country for entity in record.recipients} <= {country, None}


@pytest.mark.parametrize(
    ("text", "country"),
    [
        # a small town elsewhere is a namesake of one that the gazetteer lacks
        ("Mali's army shot six men in Moura.", None),
        ("Sudanese troops shot two nuns in Brindabella.", None),
        # a large one is where it is
        ("Mali's army shot six men in Kharkiv.", "UKR"),
        # where nobody is spoken of, any town may be meant
        ("Gunmen shot six men in Moura.", "PRT"),
    ],
)
def test_a_small_town_elsewhere_is_another(reader: Reader, text: str, country: str | None) -> None:
    (record,) = reader.read(text, "2024-05-06")
    assert [place.country for place in record.where] == [country]
