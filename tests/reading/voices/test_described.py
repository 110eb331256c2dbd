"""Clauses that only describe something told, where the model vouches for them: own words."""

from __future__ import annotations

import pytest

from onrecord.reading.reader import Reader

DESCRIBED = [
    pytest.param(
        "The drivers who were fined in May for blocking the port must pay, a Lima court ruled.",
        "fined",
        marks=pytest.mark.xfail(reason="lost with the weights of 27 November", strict=True),
    ),
    ("The governor said that the rebels, who freed nine nuns last week, now want money.", "freed"),
    pytest.param(
        "An aide said that Chad, on which the United Nations imposed an embargo in May, sold gold.",
        "imposed",
        marks=pytest.mark.xfail(reason="lost with the weights of 27 November", strict=True),
    ),
    ("The premier believes that the men who bombed the hotel on Friday came by boat.", "bombed"),
    pytest.param(
        "Villagers said that the two soldiers who were killed on Sunday had been lost.",
        "killed",
        marks=pytest.mark.xfail(reason="lost with the weights of 27 November", strict=True),
    ),
]


@pytest.mark.parametrize(("text", "trigger"), DESCRIBED)
def test_what_describes_is_the_reports_own(whole_reader: Reader, text: str, trigger: str) -> None:
    found = next(
        r for r in whole_reader.read(text, "2024-05-15") if trigger in r.trigger.text.split()
    )
    assert (found.status, found.voices) == ("asserted", [])
