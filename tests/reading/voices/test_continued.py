"""Who goes on speaking, by a pronoun behind what is told."""

from __future__ import annotations

import pytest

from onrecord.reading.answers import Answers
from onrecord.reading.reader import Reader
from onrecord.report import Report

FIRST = "Angola's president sent a letter to Cuba's leader, {} said on Monday."


def behind(reader: Reader, text: str, pronoun: str) -> list[str | None]:
    """Names of whom the last ``pronoun`` goes on for."""
    answers = Answers(reader.nlp(text), Report(text=text))
    words = [word.lower() for word in answers.tree.words]
    place = len(words) - 1 - words[::-1].index(pronoun)
    source = answers.spoken.get(place)
    return [] if source is None else [entity.name for entity in answers.who.entities(source)]


@pytest.mark.parametrize(
    ("outlet", "second", "pronoun"),
    [
        ("Xinhua", "Recalling their talks in Lima, he offered gas to Havana, it added.", "it"),
        ("Reuters", "The letter spoke of trade, it said.", "it"),
        ("Interfax", "In Luanda crowds waved flags, it reported.", "it"),
        ("Kyodo", "The gifts had come from Hanoi, it announced.", "it"),
        ("Tasnim", "The two would meet in Doha, it stated.", "it"),
    ],
)
def test_an_agency_goes_on(reader: Reader, outlet: str, second: str, pronoun: str) -> None:
    text = f"{FIRST.format(outlet)} {second}"
    assert behind(reader, text, pronoun) == behind_name(reader, text, outlet)


def behind_name(reader: Reader, text: str, outlet: str) -> list[str | None]:
    answers = Answers(reader.nlp(text), Report(text=text))
    return [entity.name for entity in answers.who.entities(answers.tree.words.index(outlet))]


def test_a_person_is_not_an_agency(reader: Reader) -> None:
    text = f'{FIRST.format("Xinhua")} "The dam is full," he added.'
    assert not {"Xinhua", "Xinhua News Agency"} & set(behind(reader, text, "he"))
