"""Whom an attack hits, where only what came of it says so."""

from __future__ import annotations

import pytest

from onrecord.reading.reader import Reader


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ("Chilean marines opened fire across the river, killing a Bolivian sergeant.",
         ["a Bolivian sergeant"]),
        ("Rebel gunners fired into a valley on Sunday, wounding three Swiss nurses.",
         ["three Swiss nurses"]),
        ("A mortar landed in the market square, killing two Chadian traders.",
         ["two Chadian traders"]),
        ("Police opened fire along the waterfront, injuring six Maltese dockers, a union said.",
         ["six Maltese dockers"]),
        ("Militiamen shelled Belgian peacekeepers near the bridge, killing four villagers.",
         ["Belgian peacekeepers"]),
        ("Soldiers opened fire after rebels crossed the river, burning two barns.", []),
    ],
)  # fmt: skip
def test_an_attack_hits_whom_it_kills(reader: Reader, text: str, recipients: list[str]) -> None:
    attack = reader.read(text, "2024-05-06")[0]
    assert attack.event == "ASSAULT"
    assert [entity.text for entity in attack.recipients] == recipients
