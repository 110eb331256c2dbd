"""The names that our tables know, found in words however they were cut."""

from __future__ import annotations

import pytest

from onrecord.codes import parts
from onrecord.codes.known import GIVEN, Known, Run, known

TABLE = Known(
    [
        ("Suva", "PLACE"),
        ("Suva Herald", "ORG"),
        ("WHO", "ORG"),
        ("Cox's Bazar", "PLACE"),
        ("U.S. Coast Watch", "ORG"),
        ("Lincoln", "PLACE"),
        ("Lincoln", "PERSON"),
    ]
)


def runs(text: str, table: Known = TABLE) -> list[Run]:
    words = text.split()
    return list(table.runs(words, [i for i, word in enumerate(words) if word[0].isupper()]))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the Suva Herald said", [Run(1, 3, ("ORG",))]),
        ("in Suva , Herald", [Run(1, 2, ("PLACE",))]),
        ("at Cox 's Bazar", [Run(1, 4, ("PLACE",))]),
        ("at Cox's Bazar", [Run(1, 3, ("PLACE",))]),
        ("the U.S. Coast Watch", [Run(1, 4, ("ORG",))]),
        ("Lincoln spoke", [Run(0, 1, ("PLACE", "PERSON"))]),
        ("WHO officials", [Run(0, 1, ("ORG",))]),
        ("SUVA HERALD SOLD", [Run(0, 2, ("ORG",))]),
    ],
)
def test_longest_names_are_found(text: str, found: list[Run]) -> None:
    assert runs(text) == found


def test_another_case_is_another_word() -> None:
    assert runs("Who came") == []
    assert runs("SUVA") == []
    assert runs("the Suva herald") == [Run(1, 2, ("PLACE",))]


def test_our_tables() -> None:
    table = known()
    assert runs("Kenya", table) == [Run(0, 1, ("PLACE",))]
    assert runs("the World Health Organization", table) == [Run(1, 4, ("ORG",))]
    assert runs("Kofi Annan", table) == [Run(0, 2, ("PERSON",))]
    assert GIVEN in runs("Kofi", table)[0].kinds


def test_peoples_members_and_weak_names_are_left_out() -> None:
    for word in ("Republicans", "Democrats", "Kurds", "Somali"):
        assert runs(word, known()) == []


def test_titles_are_no_part_of_a_leader() -> None:
    assert runs("King Charles III", known()) == [Run(1, 3, ("PERSON",))]


def test_parts() -> None:
    assert "bridge" in parts.having("place")
    assert "senate" in parts.having("organisation") & parts.having("body")
    assert "sir" in parts.having("title")
    assert parts.having("no such use") == frozenset()
