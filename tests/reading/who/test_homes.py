"""Of which country somebody is whom the report leaves without one."""

from __future__ import annotations

import pytest

from onrecord.reading.reader import Reader


def countries(reader: Reader, text: str, word: str) -> list[str | None]:
    """Of all who take part and whose words hold a word."""
    found = [e for r in reader.read(text, "2024-05-06") for e in (*r.actors, *r.recipients)]
    return list(dict.fromkeys(entity.country for entity in found if word in entity.text))


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Malawi mourns. An arsonist wounded dozens of guests at parties of Japan's diplomats in "
         "Laos and Nepal.", "guests"),
        ("Oman closed its ports on Sunday. Pirates wounded a number of sailors between Laos and "
         "Nepal.", "sailors"),
    ],
)  # fmt: skip
def test_victims_abroad_are_of_no_one_country(reader: Reader, text: str, word: str) -> None:
    assert countries(reader, text, word) == [None]


@pytest.mark.parametrize(
    ("text", "word", "country"),
    [
        ("Malawi closed its airports. On Tuesday arsonists wounded nine nurses at the Japanese "
         "consulate in Kathmandu.", "nurses", "NPL"),
        ("Oman closed its ports. Masked men wounded a gardener at the Turkish embassy in Athens.",
         "gardener", "GRC"),
    ],
)  # fmt: skip
def test_an_embassy_is_where_it_stands(reader: Reader, text: str, word: str, country: str) -> None:
    assert countries(reader, text, word) == [country]


@pytest.mark.parametrize(
    ("text", "word", "country"),
    [
        ("The upper house of the Polish parliament threw out the fishing bill. Malta was pleased. "
         "The lower house rejected the bill in March.", "lower house", "POL"),
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


@pytest.mark.parametrize(
    ("text", "word", "country"),
    [
        ("The European Union has imposed sanctions on nine Belarusian judges over the jailing of"
         " two activists, diplomats in Brussels said.", "activists", "BLR"),
        ("Chad jailed two poets. Diplomats in Geneva said that police had beaten a student.",
         "police", "TCD"),
        ("Malawi recalled its envoy. An official in Vienna said that soldiers had shot a nun.",
         "soldiers", "MWI"),
        # where the tellers are at home themselves
        ("Officials in Lima said that police had arrested a student.", "police", "PER"),
        ("Police in Brussels arrested a student.", "Police", "BEL"),
    ],
)  # fmt: skip
def test_where_diplomats_tell_of_it_is_no_scene(
    reader: Reader, text: str, word: str, country: str
) -> None:
    assert countries(reader, text, word) == [country]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The rebels freed 30 hostages on Tuesday after Qatar brokered a deal with the government"
         " in Kinshasa.", "rebels"),
        ("Gunmen released a priest on Monday after Norway mediated in Dhaka.", "Gunmen"),
        ("Militiamen freed a nurse after Oman had asked Cuba to help.", "Militiamen"),
    ],
)  # fmt: skip
def test_who_acts_before_any_country_is_named_is_of_none(
    reader: Reader, text: str, word: str
) -> None:
    assert countries(reader, text, word) == [None]
