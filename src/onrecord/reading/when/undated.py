"""What has no date: of the day of publication, or open towards the past or the future."""

from __future__ import annotations

from collections.abc import Mapping

from onrecord.reading.tree import Tree
from onrecord.reading.when.tenses import (
    Tense,
    is_after,
    is_aside,
    is_by_the_way,
    is_going_on,
    is_headline,
    is_reason,
    is_reduced,
    own_tense,
)
from onrecord.record import Stance, When

CONTESTED: frozenset[Stance] = frozenset(("alleges", "denies"))


def undated(
    tree: Tree,
    day: str | None,
    news: When,
    stances: Mapping[int, Stance],
    trigger: int,
    carrier: int,
    tense: Tense | None,
    to_come: bool,
    material: bool,
    *,
    handed_on: bool,
) -> When:
    """The time of what has no date. day: of publication; news: when the day's news happened."""
    if to_come or _is_duty(tree, trigger, carrier, tense):
        return When(start=day, end=None, basis="published")
    if is_headline(tree, carrier):
        return news
    open_past = (
        tense in ("perfect", "pluperfect")
        or (tense == "past" and (handed_on or is_after(tree, carrier)))
        or (tense == "present" and (material or _is_going_on(tree, stances, trigger, carrier)))
        or (tense is None and tree.tags[trigger] != "VBG")
        or is_reduced(tree, trigger)
        or (not material and is_by_the_way(tree, carrier))
        or is_apart(tree, stances, trigger, carrier)
    )
    return When(start=None, end=day, basis="published") if open_past else news


def is_apart(tree: Tree, stances: Mapping[int, Stance], trigger: int, carrier: int) -> bool:
    """What was done before the act that it is told with: its ground, or told by the way."""
    return _is_charge(tree, stances, trigger) or is_reason(tree, trigger) or is_aside(tree, carrier)


def _is_going_on(tree: Tree, stances: Mapping[int, Stance], trigger: int, carrier: int) -> bool:
    """An act that goes on; "is hoping" is a stance of the day, not one begun before it."""
    return trigger not in stances and is_going_on(tree, carrier)


def _is_duty(tree: Tree, trigger: int, carrier: int, tense: Tense | None) -> bool:
    """ "obliges them to help": an infinitive that a present tense lays on someone."""
    if tense != "present" or trigger == carrier or tree.tags[trigger] != "VB":
        return False
    return tree.child(carrier, "obj", "iobj") is not None


def _is_charge(tree: Tree, stances: Mapping[int, Stance], trigger: int) -> bool:
    """ "accused of planting", "denied beating": when it was done is not said."""
    marked = tree.child(trigger, "mark", "case") is not None
    if own_tense(tree, trigger) is not None or not (marked or tree.tags[trigger] == "VBG"):
        return False
    if any(tree.lemmas[c].lower() == "to" for c in tree.having(trigger, "mark")):
        return False
    if tree.deps[trigger] == "advcl" and not marked:
        return False
    governor = tree.heads[trigger]
    if tree.upos[governor] in ("NOUN", "PROPN", "PRON"):  # "accused them of planting it"
        governor = tree.heads[governor]
    return stances.get(governor, "says") in CONTESTED
