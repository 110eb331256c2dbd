"""Quotations: marks of every kind, and the odd one that costs one quotation only."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading.voices.quotes import find


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We won,” she said.", ["We won,"]),
        ('"We won," she said. "All of us."', ["We won,", "All of us."]),
        ("He calls it a ‘long road’.", ["long road"]),
        ("A 'long road' to peace", ["long road"]),
        ("«Non», dit le maire.", ["Non"]),
        ("„Nein“, sagte sie.", ["Nein"]),
        ("It’s the soldiers’ camp.", []),
        ("They don't say 'no' to rock 'n' roll of '68.", ["no"]),
        ('A 6" gun and a "good" one.', ["good"]),
        ("“It was never closed", ["It was never closed"]),
        ("“One paragraph,\n\n“and the next,” he said.", ["One paragraph,", "and the next,"]),
        ("“One paragraph,\n“and the next,” he said.", ["One paragraph,", "and the next,"]),
        (
            "‘He called the raid\n“a crime” and left,’ she said.",
            ["He called the raid\n“a crime” and left,"],
        ),
        ("“The text says\n«Peru» is guilty,” he said.", ["The text says\n«Peru» is guilty,"]),
        ("“Opened and “opened again” at once.", ["opened again"]),
        ('An odd " mark. "Right," he said.', ["Right,"]),
        ("", []),
        ('"', []),
    ],
)
def test_quotations(text: str, expected: list[str]) -> None:
    assert [part.text for part in find(text)] == expected


@given(st.text(alphabet="ab \n\"'“”‘’„«».,"))
def test_spans_hold_and_keep_order(text: str) -> None:
    found = find(text)
    assert all(text[part.span[0] : part.span[1]] == part.text for part in found)
    ends = [0, *(place for part in found for place in part.span)]
    assert ends == sorted(ends)
