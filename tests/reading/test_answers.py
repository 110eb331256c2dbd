"""Which happening an amount of the text belongs to."""

from __future__ import annotations

import pytest

from onrecord.reading.reader import Reader

AMOUNTS = [
    # the dead and wounded are the act's
    ("Gunmen attacked a village near Gao, scattering nine herders.", "attacked", ["nine herders"]),
    ("Rebels shelled a mine in Kivu, trapping 40 miners.", "shelled", ["40 miners"]),
    (
        "Two ships attacked a ferry off Cebu, stranding 12 nuns.",
        "attacked",
        ["Two ships", "12 nuns"],
    ),
    ("Rebels shelled a school on Sunday, burying six pupils.", "shelled", ["six pupils"]),
    # a clause of its own keeps its own
    ("Rebels shelled a school after 30 pupils left.", "shelled", []),
    # a length of time is no amount
    ("The army besieged the mine for 56 days.", "besieged", []),
    ("The rebels besieged the port for over two years.", "besieged", []),
    ("Police detained 12 monks for six hours.", "detained", ["12 monks"]),
    ("The ministers met for three days in Doha.", "met", []),
    ("Miners blocked the road for two weeks.", "blocked", []),
]


@pytest.mark.parametrize(("text", "trigger", "expected"), AMOUNTS)
def test_amounts(lexicon_reader: Reader, text: str, trigger: str, expected: list[str]) -> None:
    found = [
        r for r in lexicon_reader.read(text, "2024-05-06") if r.trigger.text.startswith(trigger)
    ]
    assert found, f"no record at {trigger!r}"
    assert [amount.text for amount in found[0].amounts] == expected
