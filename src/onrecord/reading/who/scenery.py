"""Ground that people stand on: it tells where something was, and is no party to it."""

from __future__ import annotations

from onrecord.codes.events import classes_of
from onrecord.reading.tree import Tree
from onrecord.record import Entity

GROUND = frozenset(("place", "nature"))
"""Noun classes of what people stand on."""


def is_scene(tree: Tree, word: int, entity: Entity) -> bool:
    """Whether a word tells where it was, or where it led, and is no party to it."""
    ground = entity.kind == "place" or not GROUND.isdisjoint(classes_of(tree.lemmas[word].lower()))
    return ground and tree.case(word) not in ("", "of", "'s", "\u2019s")
