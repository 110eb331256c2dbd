"""The model's word on who takes part: what is likely fills an empty side and nothing else."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest

from onrecord.reading.reader import Reader
from onrecord.reading.tree import Tree
from onrecord.reading.who.participants import Who
from onrecord.reading.who.roles import weighed_parties

Shares = dict[str, float]


def sides(
    reader: Reader,
    text: str,
    trigger: str,
    *,
    actors: Shares,
    recipients: Shares,
    framed: tuple[str, ...] = (),
    mutual: bool = False,
) -> tuple[list[str], list[str]]:
    """Texts of both sides; shares by word, framed the frame's actors."""
    tree = Tree(reader.nlp(text), text)
    rows = np.array(
        [[share.get(word, 0.02) for word in tree.words] for share in (actors, recipients)]
    )
    tree.scores = SimpleNamespace(role=1, roles=lambda *_: rows)  # type: ignore[assignment]
    who = Who(tree, None)
    known = [entity for word in framed for entity in who.entities(tree.words.index(word))]
    found = weighed_parties(tree, who, tree.words.index(trigger), (known, []), [], mutual=mutual)
    return [e.text for e in found[0]], [e.text for e in found[1]]


@pytest.mark.parametrize(
    ("text", "trigger", "word", "share", "expected"),
    [
        ("Rebels shelled a string of farms.", "shelled", "farms", 0.6, ["farms"]),
        ("Gunmen stormed a warehouse.", "stormed", "warehouse", 0.55, ["a warehouse"]),
        ("Gunmen stormed a warehouse.", "stormed", "warehouse", 0.45, []),
        # where it was is no party to it
        ("Rebels clashed near Tachira.", "clashed", "Tachira", 0.7, []),
        (
            "The ministry jailed union organisers.",
            "jailed",
            "organisers",
            0.7,
            ["union organisers"],
        ),
        ("Vandals torched a bakery.", "torched", "bakery", 0.8, ["a bakery"]),
    ],
)
def test_what_is_likelier_than_not_fills_an_empty_side(
    reader: Reader, text: str, trigger: str, word: str, share: float, expected: list[str]
) -> None:
    assert sides(reader, text, trigger, actors={}, recipients={word: share})[1] == expected


def test_what_is_only_likely_joins_nobody(reader: Reader) -> None:
    text = "Soldiers beat villagers with miners."
    found = sides(
        reader,
        text,
        "beat",
        actors={"Soldiers": 0.8, "miners": 0.6},
        recipients={},
        framed=("Soldiers",),
    )
    assert found[0] == ["Soldiers"]


def test_partners_receive_nothing(reader: Reader) -> None:
    text = "Peru met Chile."
    found = sides(
        reader,
        text,
        "met",
        actors={"Peru": 0.9},
        recipients={"Chile": 0.8},
        framed=("Peru", "Chile"),
        mutual=True,
    )
    assert found == (["Peru", "Chile"], [])
