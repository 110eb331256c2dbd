"""Whom an attack hits, where only what came of it says so: "opened fire in the hills, killing two
shepherds"."""

from __future__ import annotations

from onrecord.codes.events import events
from onrecord.reading.tree import SUBJECTS, Tree
from onrecord.reading.who.participants import Who
from onrecord.record import Entity


def victims(tree: Tree, who: Who, place: int, speaker: list[Entity]) -> list[Entity]:
    """Those whom the effect of the attack at ``place`` kills or wounds."""
    hit = [
        word
        for clause in tree.having(place, "advcl")
        if is_effect(tree, clause) and _harms(tree, clause)
        for word in tree.having(clause, "obj")
    ]
    return [entity for word in hit for entity in who.entities(word, speaker)]


def is_effect(tree: Tree, clause: int) -> bool:
    """Whether a clause tells what came of the act before it: "shelled the town, killing nine"."""
    return (
        tree.deps[clause] == "advcl"
        and tree.tags[clause] == "VBG"
        and tree.heads[clause] < clause
        and tree.child(clause, "mark", "advmod", "case", *SUBJECTS) is None
    )


def _harms(tree: Tree, verb: int) -> bool:
    return any(row.category == "ASSAULT" for row in events(tree.lemmas[verb].lower(), "verb"))
