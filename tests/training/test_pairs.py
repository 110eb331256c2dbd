"""Marked pairs: marks out, words in."""

from __future__ import annotations

import pytest

from training.labels import CODES
from training.pairs import pair_unit, unmarked
from training.units import plain_tokenizer


def test_marks_are_taken_out() -> None:
    text, spans = unmarked("<s>Peru</s> met <t>Chile</t> and <t>Chile</t>'s allies.")
    assert text == "Peru met Chile and Chile's allies."
    assert [text[a:b] for a, b in spans["s"]] == ["Peru"]
    assert [text[a:b] for a, b in spans["t"]] == ["Chile", "Chile"]


@pytest.mark.parametrize(
    ("category", "names"),
    [("AID", ("AID",)), ("YIELD", ("CONCEDE", "RETREAT")), ("none", ("none",))],
)
def test_words_and_codes(category: str, names: tuple[str, ...]) -> None:
    unit = pair_unit("The <s>port of Lima</s> fed <t>them</t>.", category, plain_tokenizer())
    (pair,) = unit.pairs
    assert [unit.words[place] for place in pair.actor] == ["port", "of", "Lima"]
    assert [unit.words[place] for place in pair.recipient] == ["them"]
    assert tuple(CODES[code] for code in pair.codes) == names


def test_no_recipient() -> None:
    unit = pair_unit("<s>Miners</s> went on strike.", "PROTEST", plain_tokenizer())
    assert unit.pairs[0].recipient == ()
