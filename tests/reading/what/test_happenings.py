"""What is named in a sentence: its category and mode, and sentences that name nothing."""

from __future__ import annotations

import pytest

from onrecord.codes import tables
from onrecord.reading.reader import Reader
from onrecord.report import Report


@pytest.fixture(scope="module")
def reader(lexicon_reader: Reader) -> Reader:
    """The lexicon alone: what the model adds and takes is tested in test_coded.py."""
    return lexicon_reader


TOLD = [
    # measures, money and roles are looked through
    ("Norway lent Zambia $300 million in April.", "AID", None),
    ("India sent 200 tonnes of rice to Sri Lanka.", "AID", None),
    ("Greece sent a rescue team of 30 to Albania.", "AID", None),
    ("Officers hit passers-by with batons.", "ASSAULT", "beat"),
    # a subject may be what the act befalls
    ("A bomb exploded in a mosque in Quetta.", "ASSAULT", "explosives"),
    ("Ethiopian soldiers withdrew in the spring.", "RETREAT", "withdraw"),
    ("Chad and Niger have traded freely since 2015.", "COOPERATE", None),
    # nouns that are the predicate
    ("Bus drivers have been on strike since Tuesday.", "PROTEST", "strike"),
    ("The editor has been behind bars since 2019.", "COERCE", "arrest"),
    # hyphens
    ("North Korea test-fired two missiles.", "MOBILIZE", "weapons"),
    ("Iraqi graduates staged a sit-in at the refinery.", "PROTEST", "demo"),
    # fixed words after the object
    ("Mali declared the French ambassador persona non grata.", "SANCTION", "expel"),
    # what is promised, asked, refused, threatened
    ("The faction vowed to attack the port.", "THREATEN", "violence"),
    ("The prosecutor promised to jail the organisers.", "THREATEN", "arrest"),
    ("Beijing threatened to ban Australian wine.", "THREATEN", "restrict"),
    ("The rebels refused to attend the talks.", "REJECT", "meet"),
    ("The governor refused to scrap the toll.", "REJECT", "change"),
    ("Hungary refused to send aid to Moldova.", "REJECT", "assist"),
    ("The envoy urged Russia to withdraw its troops.", "REQUEST", "yield"),
    ("Oman urged both sides to return to the negotiating table.", "REQUEST", "meet"),
    ("Students called on the rector to resign.", "REQUEST", "change"),
    ("Laos agreed to host the summit.", "AGREE", None),
    # an object of several words is part of its verb's happening
    ("Bahrain lifted the state of emergency early.", "RETREAT", None),
    ("The Irish nurses threatened a general strike.", "THREATEN", None),
    # a judgement leaves what it judges its own record
    ("The bishop deplored the killing of the farmers.", "ASSAULT", None),
]

NOTHING = [
    "A last-minute strike by the captain won the match.",
    "The champion beat her rival in straight sets.",
    "The club released three players on Friday.",
    "The referee warned the captain twice.",
    "An earthquake killed 12 people in the hills.",
    "Floods destroyed a bridge in the valley.",
    "Cyclone Brenda attacked the coast of Madagascar.",
    "Storm Olga forced Gatwick to close a runway.",
    "Typhoon Lan killed six fishermen off Luzon.",
    "Covid-19 killed 300 people in Quito in May.",
    "Hurricane Walt destroyed a market in Belize.",
    "He died of a heart attack at the age of 71.",
    "Two firms are locked in a battle for market share.",
    "A price war between supermarkets has cut margins.",
    "The chipmaker beat forecasts with strong sales.",
    "In the play a king is killed by his brother.",
    "The drug attacks the virus at its weakest point.",
    "The farmer shot a fox near the hen house.",
]


def named(reader: Reader, text: str) -> list[tuple[str, str | None]]:
    found = reader.read(text, "2024-05-15")
    return [(record.event, record.mode) for record in found if record.event != "STATEMENT"]


@pytest.mark.parametrize(("text", "event", "mode"), TOLD, ids=[text for text, _, _ in TOLD])
def test_told(reader: Reader, text: str, event: str, mode: str | None) -> None:
    assert (event, mode) in named(reader, text)


@pytest.mark.parametrize("text", NOTHING)
def test_nothing_told(reader: Reader, text: str) -> None:
    assert named(reader, text) == []


def test_the_means_and_the_act_are_one_happening(reader: Reader) -> None:
    told = named(reader, "A suicide bomber killed six guards in Kabul.")
    assert told == [("ASSAULT", "suicide-attack")]


def test_a_compound_is_not_told_apart(reader: Reader) -> None:
    told = named(reader, "Laos and Chad signed an extradition treaty.")
    assert told == [("SUPPORT", None)]


def test_only_agreements_come_into_force(reader: Reader) -> None:
    assert named(reader, "The pact took effect in May.") == [("SUPPORT", None)]
    assert named(reader, "The new tax took effect in May.") == []


@pytest.mark.parametrize("text", ["", "-", "- -", "a-", "-a", "--", "sit-", "$", "-\n-", "x-y-z-"])
def test_odd_texts_do_not_raise(reader: Reader, text: str) -> None:
    assert reader.read(text) == []


def test_the_examples_of_the_lexicon_get_their_category(reader: Reader) -> None:
    """Of every twentieth row's example 85 in 100 at the least."""
    rows = tables.rows("events")[::20]
    found = reader.pipe(Report(text=row["example"]) for row in rows)
    right = sum(
        any(record.event in (row["category"], row["future"]) for record in records)
        for row, records in zip(rows, found, strict=True)
    )
    assert right >= 0.85 * len(rows)
