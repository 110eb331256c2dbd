"""How many: numbers that count or measure, with bound and unit; and the numbers that do not."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading.amounts.finder import find
from onrecord.reading.amounts.numbers import Number
from onrecord.reading.amounts.units import Found

Value = float | int | None

AMOUNTS: list[tuple[str, str, Value, str, str | None]] = [
    # text, the amount's words, value, bound, unit
    ("Over 10,000 troops crossed.", "Over 10,000 troops", 10000, "more", "troops"),
    ("It sent 10,000 North Korean troops.", "10,000 North Korean troops", 10000, "exact", "troops"),
    ("At least three people died.", "At least three people", 3, "more", "people"),
    ("It costs nearly $2.5 billion.", "nearly $2.5 billion", 2_500_000_000, "about", "USD"),
    ("Some 12,000 were displaced.", "Some 12,000", 12000, "about", None),
    ("Up to 40 percent of homes fell.", "Up to 40 percent", 40, "less", "percent"),
    ("Turnout was 61.5%.", "61.5%", 61.5, "exact", "percent"),
    ("About 40 per cent agreed.", "About 40 per cent", 40, "about", "percent"),
    ("It fell 2 percentage points.", "2 percentage points", 2, "exact", "percentage points"),
    ("Rates rose 25 basis points.", "25 basis points", 25, "exact", "basis points"),
    ("Dozens of soldiers fled.", "Dozens of soldiers", None, "more", "soldiers"),
    ("Scores of villagers hid.", "Scores of villagers", None, "more", "villagers"),
    ("Hundreds of people ran.", "Hundreds of people", None, "more", "people"),
    ("Tens of thousands marched.", "Tens of thousands", None, "more", None),
    ("Several ships left.", "Several ships", None, "about", "ships"),
    ("A few hundred nurses came.", "A few hundred nurses", None, "about", "nurses"),
    ("A handful of guards slept.", "A handful of guards", None, "about", "guards"),
    ("Several thousand farmers met.", "Several thousand farmers", None, "about", "farmers"),
    ("A number of officers quit.", "A number of officers", None, "about", "officers"),
    ("A couple of tanks burned.", "A couple of tanks", 2, "about", "tanks"),
    ("Two of the three hostages left.", "Two of the three hostages", 2, "exact", "hostages"),
    ("Five out of 12 judges agreed.", "Five out of 12 judges", 5, "exact", "judges"),
    ("One of the soldiers spoke.", "One of the soldiers", 1, "exact", "soldiers"),
    ("A dozen ships sailed.", "A dozen ships", 12, "exact", "ships"),
    ("Two dozen ships sailed.", "Two dozen ships", 24, "exact", "ships"),
    ("Half a dozen ships sailed.", "Half a dozen ships", 6, "exact", "ships"),
    ("About a dozen were hurt.", "About a dozen", 12, "about", None),
    ("Half a million refugees came.", "Half a million refugees", 500_000, "exact", "refugees"),
    ("They lent 1.5m euros.", "1.5m euros", 1_500_000, "exact", "EUR"),
    ("They lent €300 million.", "€300 million", 300_000_000, "exact", "EUR"),
    ("They lent £5bn.", "£5bn", 5_000_000_000, "exact", "GBP"),
    ("They lent US$50m.", "US$50m", 50_000_000, "exact", "USD"),
    ("They lent 50 million US dollars.", "50 million US dollars", 50_000_000, "exact", "USD"),
    ("They lent A$3 million.", "A$3 million", 3_000_000, "exact", "AUD"),
    ("They lent 70 billion yen.", "70 billion yen", 70_000_000_000, "exact", "JPY"),
    ("They lent 900 Swiss francs.", "900 Swiss francs", 900, "exact", "CHF"),
    ("They lent 900 rupees.", "900 rupees", 900, "exact", "rupees"),
    ("They lent 900 pounds.", "900 pounds", 900, "exact", "pounds"),
    ("They lent 30 crore Indian rupees.", "30 crore Indian rupees", 300_000_000, "exact", "INR"),
    ("Hundreds of millions of dollars.", "Hundreds of millions of dollars", None, "more", "USD"),
    ("A $500 million aid package.", "$500 million", 500_000_000, "exact", "USD"),
    ("10 to 12 missiles hit.", "10 to 12 missiles", 10, "range", "missiles"),
    ("They fired 20-30 rockets.", "20-30 rockets", 20, "range", "rockets"),
    ("They fired 20–30 rockets.", "20–30 rockets", 20, "range", "rockets"),
    ("Between 10 and 15 drones fell.", "Between 10 and 15 drones", 10, "range", "drones"),
    ("Five or six gunmen came.", "Five or six gunmen", 5, "range", "gunmen"),
    ("2 to 3 million people left.", "2 to 3 million people", 2_000_000, "range", "people"),
    ("It costs $5 to $10 million.", "$5 to $10 million", 5_000_000, "range", "USD"),
    ("It costs $1-2 billion.", "$1-2 billion", 1_000_000_000, "range", "USD"),
    ("No fewer than 6 aircraft flew.", "No fewer than 6 aircraft", 6, "more", "aircraft"),
    ("As many as 40 boats sank.", "As many as 40 boats", 40, "less", "boats"),
    ("No more than four guards stood.", "No more than four guards", 4, "less", "guards"),
    ("Fewer than 100 voters came.", "Fewer than 100 voters", 100, "less", "voters"),
    ("Roughly 70 tents stood.", "Roughly 70 tents", 70, "about", "tents"),
    ("An estimated 5,000 farmers lost.", "An estimated 5,000 farmers", 5000, "about", "farmers"),
    ("Exactly 12 votes decided.", "Exactly 12 votes", 12, "exact", "votes"),
    ("100+ shops closed.", "100+ shops", 100, "more", "shops"),
    ("10,000 troops or more came.", "10,000 troops or more", 10000, "more", "troops"),
    ("200 tonnes at most burned.", "200 tonnes at most", 200, "less", "tonnes"),
    ("40 or so boats sank.", "40 or so boats", 40, "about", "boats"),
    ("Twenty-one ships left.", "Twenty-one ships", 21, "exact", "ships"),
    ("Two hundred and five tanks left.", "Two hundred and five tanks", 205, "exact", "tanks"),
    ("Three thousand miners struck.", "Three thousand miners", 3000, "exact", "miners"),
    ("A hundred miners struck.", "A hundred miners", 100, "exact", "miners"),
    ("Two and a half million tons.", "Two and a half million tons", 2_500_000, "exact", "tons"),
    ("One senior officer was shot.", "One senior officer", 1, "exact", "officer"),
    ("One Palestinian man died.", "One Palestinian man", 1, "exact", "man"),
    ("More than half of the deputies.", "More than half of the deputies", 50, "more", "percent"),
    ("Two-thirds of members left.", "Two-thirds of members", 66.7, "exact", "percent"),
    ("A third of voters stayed.", "A third of voters", 33.3, "exact", "percent"),
    ("Three quarters of homes burned.", "Three quarters of homes", 75, "exact", "percent"),
    ("They held 200 Hamas fighters.", "200 Hamas fighters", 200, "exact", "fighters"),
    ("It shot 3,000 U.S. troops.", "3,000 U.S. troops", 3000, "exact", "troops"),
    ("They saw 12 Palestinians there.", "12 Palestinians", 12, "exact", "Palestinians"),
    ("Two weapons systems failed.", "Two weapons systems", 2, "exact", "systems"),
    ("She saw 15 more people.", "15 more people", 15, "exact", "people"),
    ("The two leaders met.", "two leaders", 2, "exact", "leaders"),
    ("About 300,000 barrels a day.", "About 300,000 barrels", 300_000, "about", "barrels"),
    ("The town lies 500 km away.", "500 km", 500, "exact", "km"),
    ("It holds 1,200 sq km.", "1,200 sq km", 1200, "exact", "square kilometers"),
    ("It makes 40GW.", "40GW", 40, "exact", "GW"),
    ("The wall is 5m high.", "5m", 5, "exact", "m"),
    ("It hit 3,000 heavily armed men.", "3,000 heavily armed men", 3000, "exact", "men"),
    ("A 100,000-strong force marched.", "100,000-strong", 100_000, "exact", None),
    ("He got 20 years in prison.", "20 years", 20, "exact", "years"),
    ("Over 2000 soldiers came.", "Over 2000 soldiers", 2000, "more", "soldiers"),
    ("It freed 12 of them.", "12", 12, "exact", None),
    ("They took 12 soldiers' bodies.", "12 soldiers' bodies", 12, "exact", "bodies"),
    ("Eight wounded police fled.", "Eight wounded police", 8, "exact", "police"),
    ("It owed $65.4 billion.", "$65.4 billion", 65_400_000_000, "exact", "USD"),
    ("It spread over ten years.", "ten years", 10, "exact", "years"),
    ("One Scottish official left.", "One Scottish official", 1, "exact", "official"),
    ("One civilian was hurt.", "One civilian", 1, "exact", "civilian"),
    ("Four plain-clothes officers came.", "Four plain-clothes officers", 4, "exact", "officers"),
    ("It rose from 10 to 20 percent.", "20 percent", 20, "exact", "percent"),
    ("It cost ₴40 million.", "₴40 million", 40_000_000, "exact", "UAH"),
]

NONE = [
    "In 2024 he left.",
    "It began in 2010, soldiers say.",
    "By 2022 soldiers had gone home.",
    "From 2014 to 2022 it held.",
    "They ruled between 2014 and 2022.",
    "Around 2014 it changed.",
    "It is the 21st century.",
    "The 38th parallel divides them.",
    "Under Article 5 they must help.",
    "Section 12 says so.",
    "Resolution 1701 stands.",
    "See page 12.",
    "Flight 370 vanished.",
    "Boeing 737 jets are grounded.",
    "It fell at 10:30.",
    "It fell at 5 p.m. local time.",
    "It fell at 5pm.",
    "It fell at 0900 GMT.",
    "It fell at 6 o'clock.",
    "It fell on October 7.",
    "It fell on 7 October.",
    "It fell on 7/10/2023.",
    "A 19-year-old man spoke.",
    "He is 25 years old.",
    "Anna Berg, 45, said so.",
    "He was aged 25.",
    "They won 3-2.",
    "Call 555-1234 now.",
    "Call +1 202 555 0100 now.",
    "Call (202) 555-0100 now.",
    "They met three days ago.",
    "They met in the last two weeks.",
    "They will meet in three days.",
    "It was a three-year deal.",
    "F-16 jets flew.",
    "COVID-19 spread.",
    "The T-72 tanks moved.",
    "One of the largest parties quit.",
    "No one came.",
    "One day they will.",
    "The one who spoke left.",
    "The two discussed sanctions.",
    "Version 2.1.3 is out.",
    "Children under 5 died.",
    "He was first and she second.",
    "The scores were read.",
    "Fortune 500 companies grew.",
    "Output stayed below 2005 levels.",
    "One of the many reasons is rain.",
    "They won by a 3 to 1 margin.",
    "A few days later it rained.",
    "The case went on a day longer.",
    "Group of Seven, G7, G20.",
]


@pytest.mark.parametrize(("text", "words", "value", "bound", "unit"), AMOUNTS)
def test_an_amount(text: str, words: str, value: Value, bound: str, unit: str | None) -> None:
    [amount] = find(text)
    assert (amount.text, amount.value, amount.bound, amount.unit) == (words, value, bound, unit)
    assert text[amount.span[0] : amount.span[1]] == amount.text


@pytest.mark.parametrize("text", NONE)
def test_no_amount(text: str) -> None:
    assert find(text) == []


def test_several_amounts_in_order() -> None:
    text = "The blast killed at least 12, wounded some 40 others and cost $3 million."
    found = [(a.value, a.bound, a.unit) for a in find(text)]
    assert found == [(12, "more", None), (40, "about", "others"), (3_000_000, "exact", "USD")]


def test_units_may_come_from_elsewhere() -> None:
    def nothing(text: str, at: int, number: Number) -> Found | None:
        return None

    assert find("It has 12 ships.", unit=nothing) == []
    assert find("It killed 12 ships.", unit=nothing)[0].unit is None


WORDS = (
    "1 12 3,000 2.5 one two half a dozen hundred million bn m % $ € - – , . : ' and of the or to"
    " over between up some least percent soldiers dozens several third 1999 ² ٣ \n \u00a0"
)
PIECES = st.sampled_from(WORDS.split(" "))


@given(st.one_of(st.text(), st.lists(PIECES).map(" ".join), st.lists(PIECES).map("".join)))
def test_no_text_raises_and_spans_hold(text: str) -> None:
    last = 0
    for amount in find(text):
        assert text[amount.span[0] : amount.span[1]] == amount.text != ""
        assert amount.span[0] >= last
        last = amount.span[1]


@pytest.mark.parametrize(
    "piece",
    [
        "1,",
        "over ",
        "one hundred ",
        "a ",
        "9",
        "1-",
        "two of the ",
        "$",
        "1 a",
        "dozens ",
        " ",
        "x-",
    ],
)
def test_hostile_text_takes_linear_time(piece: str) -> None:
    began = time.process_time()
    find(piece * (200_000 // len(piece)))
    assert time.process_time() - began < 5
