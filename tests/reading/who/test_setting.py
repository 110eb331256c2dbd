"""The country that goes without saying: where a thing stands, where something happens."""

from __future__ import annotations

from datetime import date

import pytest

from onrecord.reading.answers import Answers
from onrecord.reading.reader import Reader
from onrecord.report import Report


def country(reader: Reader, text: str, word: str) -> str | None:
    """The country of whatever stands at the last occurrence of a word."""
    answers = Answers(reader.nlp(text), Report(text=text, published=date(2020, 5, 4)))
    tree = answers.tree
    place = len(tree.words) - 1 - tree.words[::-1].index(word)
    (entity,) = answers.who.anybody(place)
    return entity.country


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Russian rockets hit a bakery in the Ukrainian city of Poltava.", "bakery", "UKR"),
        ("Chadian jets bombed a depot near Khartoum.", "depot", "SDN"),
        ("Turkish guns shelled farms near Aleppo, a doctor said in Ankara.", "farms", "SYR"),
        # a place told of somebody in passing is nobody else's
        (
            "Militants shot six Syrian airmen, a charity based in Leeds said. "
            "Militants spared the cook. In Damascus, women wept.",
            "airmen",
            "SYR",
        ),
        ("Students based in Leeds accused Peru of fraud.", "Students", "GBR"),
        ("Chile expelled a clerk who had shot worshippers in a Lima church.", "worshippers", "PER"),
    ],
)
def test_things_are_of_where_they_stand(
    reader: Reader, text: str, word: str, expected: str | None
) -> None:
    assert country(reader, text, word) == expected


def test_a_namesake_elsewhere_is_not_where_it_happened(reader: Reader) -> None:
    text = "In Nairobi's Eastleigh district, officers beat traders, Kenyan lawyers said."
    assert country(reader, text, "officers") == "KEN"


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        # where people of other places met is nobody's ground
        (
            "Manila and the rebels met in Kuala Lumpur after the army shelled Jolo.",
            "army",
            "PHL",
        ),
        ("Kenya and Uganda held talks in Geneva. Rebels shot a guard.", "guard", None),
        # who reports it is no part of it
        ("Kenyan rebels fled, Ugandan television said. Gunmen shot a guard.", "guard", "KEN"),
    ],
)
def test_meetings_and_reporters_give_no_country(
    reader: Reader, text: str, word: str, expected: str | None
) -> None:
    assert country(reader, text, word) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Israeli soldiers left Gaza. The navy shelled Damour.", "navy", "ISR"),
        ("Oman met Ugandan rebels. The guerrillas had shot a nurse.", "guerrillas", "UGA"),
        ("Chadian soldiers entered Sudan. The troops burned huts.", "troops", "TCD"),
        ("Peru blames Chilean gangsters. The gangsters fled to Spain.", "gangsters", "CHL"),
        ("French police flew to Togo. The officers beat a pastor.", "officers", "FRA"),
        ("Togo praised Ghanaian troops. The army had freed a town in Benin.", "army", "GHA"),
    ],
)
def test_a_side_is_the_one_told_of_before(
    reader: Reader, text: str, word: str, expected: str | None
) -> None:
    assert country(reader, text, word) == expected


def test_of_two_armies_neither_is_guessed(reader: Reader) -> None:
    text = "Malian troops fought Nigerien troops in Paris. The army fled."
    assert country(reader, text, "army") not in ("MLI", "NER")
