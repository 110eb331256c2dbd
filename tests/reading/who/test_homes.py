"""Of which country somebody is whom the report leaves without one."""

from __future__ import annotations

import pytest

from onrecord.reading.reader import Reader


def countries(reader: Reader, text: str, word: str) -> list[str | None]:
    """Of all who take part and whose words hold a word."""
    found = [e for r in reader.read(text, "2024-05-06") for e in (*r.actors, *r.recipients)]
    return list(dict.fromkeys(entity.country for entity in found if word in entity.text))


@pytest.mark.parametrize(
    "text",
    [
        "HARARE, May 6 -- Zimbabwe deplored the bomb blasts which killed scores of people outside "
        "embassies of Japan in Laos and Nepal.",
        "Spain condemned the bombing which killed scores of people outside embassies of France "
        "in Uganda.",
        "PRETORIA, May 6 (Reuters) --\nSouth Africa deplored the blasts in Laos and Nepal. On "
        "Friday four people were killed in an explosion that took place near the Japanese embassy "
        "in Kathmandu.",
    ],
)
def test_victims_abroad_are_of_no_one_country(reader: Reader, text: str) -> None:
    assert countries(reader, text, "people") == [None]


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Zambia deplored the attack. Gunmen killed two people at the Turkish embassy in Athens.",
         "GRC"),
        ("Zimbabwe deplored the attack. On Monday four people were killed in an explosion near the "
         "Japanese embassy in Vientiane, the capital of Laos.", "LAO"),
    ],
)  # fmt: skip
def test_an_embassy_is_where_it_stands(reader: Reader, text: str, country: str) -> None:
    assert countries(reader, text, "people") == [country]


@pytest.mark.parametrize(
    ("text", "word", "country"),
    [
        ("BRUSSELS, May 3 (Reuters) -- Malta joined the pact after the upper house of the Danish "
         "parliament voted for it. The lower house approved the treaty in March.", "lower house",
         "DNK"),
        ("BRUSSELS, May 3 (Reuters) -- The upper house of the Danish parliament approved the pact. "
         "All parties in the upper house praised the minister.", "parties", "DNK"),
        ("The Kenyan high court heard the case. Uganda protested. The supreme court rejected the "
         "appeal.", "supreme", "KEN"),
        ("GENEVA, May 3 (AP) - Rebels from Chad signed a truce on Monday. The army said on Tuesday "
         "that the war was over.", "army", "TCD"),
    ],
)  # fmt: skip
def test_a_house_is_of_the_state_whose_house_was_told_of(
    reader: Reader, text: str, word: str, country: str
) -> None:
    assert countries(reader, text, word) == [country]
