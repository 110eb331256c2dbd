"""A plural noun that several states share is one entity for each of them."""

from __future__ import annotations

import pytest

from onrecord.reading.reader import Reader
from onrecord.reading.tree import Tree
from onrecord.reading.who.participants import Who


def countries(reader: Reader, text: str, word: str) -> list[str | None]:
    """The countries of whatever stands at the last occurrence of a word, known or not."""
    tree = Tree(reader.nlp(text), text)
    place = len(tree.words) - 1 - tree.words[::-1].index(word)
    return [entity.country for entity in Who(tree, None).anybody(place)]


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Bolivian and Chilean surveyors agreed to meet.", "surveyors", ["BOL", "CHL"]),
        ("Oman hosted the Kenyan and Somali energy ministers.", "ministers", ["KEN", "SOM"]),
        ("The presidents of Ghana and Togo signed a pact.", "presidents", ["GHA", "TGO"]),
        ("Malian and NATO officials met in Gao.", "officials", ["MLI", None]),
        ("Sweden and the three Baltic states praised Ukraine.", "states", ["EST", "LVA", "LTU"]),
        ("China asked both Koreas to stay calm.", "Koreas", ["PRK", "KOR"]),
        ("The two Koreas reopened a road.", "Koreas", ["PRK", "KOR"]),
        ("Peru's and Chile's transport ministers met.", "ministers", ["PER", "CHL"]),
        ("Divers of the Polish and Danish navies trained.", "Divers", ["POL", "DNK"]),
        ("The three Baltic prime ministers met in Palanga.", "ministers", ["EST", "LVA", "LTU"]),
        ("Kenya and Somalia sent their home affairs ministers.", "ministers", ["KEN", "SOM"]),
        # Baltic ministers may be of one state
        ("Baltic ministers met.", "ministers", [None]),
        (
            "The three guarantors of the treaty, Peru, Chile and Spain, appealed for calm.",
            "guarantors",
            ["PER", "CHL", "ESP"],
        ),
        ("Fiji and Tonga made peace after their ministers met.", "ministers", ["FJI", "TON"]),
        ("Kenya and its Ugandan ally met rebels.", "rebels", [None]),
    ],
)
def test_sharers_of_a_noun(
    reader: Reader, text: str, word: str, expected: list[str | None]
) -> None:
    assert countries(reader, text, word) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Vietnam rammed a Chinese tug.", "tug", "CHN"),
        ("Peru expelled a Bolivian consular clerk.", "clerk", "BOL"),
        ("A Dutch freighter sank.", "freighter", "NLD"),
        ("Serb units mined the tunnel.", "units", "SRB"),
        ("Norway released an impounded Latvian trawler.", "trawler", "LVA"),
        ("Canada thanked South African firemen.", "firemen", "ZAF"),
        ("Togo praised the North Korean gymnasts.", "gymnasts", "PRK"),
        # of a people, wherever they live
        ("Spain met ethnic Albanian delegates.", "delegates", None),
    ],
)
def test_an_adjective_gives_its_country(
    reader: Reader, text: str, word: str, expected: str | None
) -> None:
    assert countries(reader, text, word)[:1] == [expected]


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Fiji sued Tonga. The two interior ministers met.", "ministers", ["FJI", "TON"]),
        (
            "Greek guards beat Turkish sailors. The two coastguards met.",
            "coastguards",
            ["GRC", "TUR"],
        ),
        (
            "Ethiopian troops shelled Eritrean trenches. The two leaders met.",
            "leaders",
            ["ETH", "ERI"],
        ),
        ("Peruvian jets bombed Chilean farms. Both armies lied.", "armies", ["PER", "CHL"]),
        (
            "An Omani tug hit a Yemeni boat. The two ministers of transport met.",
            "ministers",
            ["OMN", "YEM"],
        ),
    ],
)
def test_the_two_are_of_the_countries_spoken_of(
    reader: Reader, text: str, word: str, expected: list[str]
) -> None:
    assert countries(reader, text, word) == expected
