"""Who: the language model's word on who takes part, laid over what frame and tree say.

The model gives each word of the sentence a share as actor and as recipient of a happening. A
word that it is sure of is taken in though the frame has no place for it, or the lexicon of
actors does not know it ("the freighter"); one that it rules out is left out.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from onrecord.reading.tree import Tree
from onrecord.reading.who.participants import Who
from onrecord.record import Entity

if TYPE_CHECKING:
    from onrecord.language.scores import Floats

SURE = 0.5
"""From this share on a word is taken in (fitted on development parts)."""
RULED_OUT = 0.03
"""Below this share an entity that only the frame gives is left out (fitted on dev parts)."""
NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "X"))

Parties = tuple[list[Entity], list[Entity]]


def weighed_parties(
    tree: Tree, who: Who, place: int, parties: Parties, speaker: list[Entity]
) -> Parties:
    """Actors and recipients of the happening at ``place`` after the model's word."""
    if tree.scores.role is None:
        return parties
    first, last = tree.sentence(place)
    shares = tree.scores.roles(place, first, last)
    kept = tuple(
        [e for e in side if _share(tree, e, row, first) >= RULED_OUT]
        for side, row in zip(parties, shares, strict=True)
    )
    actors, recipients = list(kept[0]), list(kept[1])
    for role, side in enumerate((actors, recipients)):
        other = (recipients, actors)[role]
        for word in range(first, last):
            share, against = (
                float(shares[role, word - first]),
                float(shares[1 - role, word - first]),
            )
            if share < SURE or share < against or tree.upos[word] not in NOMINAL:
                continue
            if _covers(tree, side, word) or word == place:
                continue
            other[:] = [e for e in other if not _covers(tree, [e], word)]
            side.extend(e for e in who.anybody(word, speaker) if e not in side)
    return _in_order(actors), _in_order(recipients)


def _share(tree: Tree, entity: Entity, row: Floats, first: int) -> float:
    """The best share of an entity's words; one from another sentence stands unjudged."""
    inside = [
        float(value)
        for word, value in enumerate(row, first)
        if tree.begins[word] < entity.span[1] and entity.span[0] < tree.ends[word]
    ]
    return max(inside, default=1.0)


def _covers(tree: Tree, side: Sequence[Entity], word: int) -> bool:
    return any(e.span[0] <= tree.begins[word] < e.span[1] for e in side)


def _in_order(side: list[Entity]) -> list[Entity]:
    return sorted(side, key=lambda entity: entity.span)
