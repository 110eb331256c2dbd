"""Role nouns."""

import pytest

from onrecord.codes import plover, roles
from onrecord.codes.roles import plural
from onrecord.codes.tables import rows
from onrecord.codes.words import words


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("policeman", "policemen"),
        ("spy", "spies"),
        ("member of parliament", "members of parliament"),
        ("attorney general", "attorneys general"),
        ("coach", "coaches"),
        ("thief", "thieves"),
        ("envoy", "envoys"),
    ],
)
def test_plural(one: str, many: str) -> None:
    assert plural(one) == many


def test_every_role_has_a_known_sector_kind_and_strength() -> None:
    for row in rows("roles"):
        assert row["sector"] in ("", *plover.SECTORS), row
        assert row["kind"] in ("person", "group", "organisation", "people", "state"), row
        assert row["strength"] in ("strong", "weak", "carrier"), row
        assert row["plural"] in ("", "no"), row


def test_no_role_stands_twice() -> None:
    names = [row["role"] for row in rows("roles")]
    assert len(names) == len(set(names))


def test_lookup_of_a_plural() -> None:
    text = "Foreign Ministers"
    match = roles.trie().longest(text, words(text), 0)
    assert match is not None
    assert match.values[0].office == "foreign minister"
    assert match.values[0].plural
