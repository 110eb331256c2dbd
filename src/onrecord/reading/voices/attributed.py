"""Attributions as public values: what ``Reader.voices`` gives, in code points of the text."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import msgspec

from onrecord.reading.tree import Tree
from onrecord.reading.voices.citing import Attribution, by_tree
from onrecord.reading.voices.heard import heard
from onrecord.record import Entity, Part, Span, Stance


class Attributed(msgspec.Struct, frozen=True, kw_only=True):
    """One attribution: who is cited (``source``), by which words (``cue``), for what (``content``).

    source and content are lists of ``[start, end)`` code points, since they may stand in
    several stretches; text and span are the source's first stretch, None where nobody is
    named. stance is as in a record's voices; entities are who the source is, as far as
    known; within is the position, in the list that this one stands in, of the innermost
    attribution in whose content its cue stands, or None.
    """

    text: str | None = None
    span: Span | None = None
    source: list[Span] = []
    cue: str
    cue_span: Span
    stance: Stance = "says"
    content: list[Span] = []
    entities: list[Entity] = []
    within: int | None = None


def attributed(tree: Tree, entities: Callable[[int], list[Entity]]) -> list[Attributed]:
    """Every attribution of a report, in the order of their cues.

    The language model's, which reach across sentences but know one layer, and the utterances
    inside their contents that the tree shows. entities: who stands at a position.
    """
    found = list(heard(tree))
    taken = {word for item in found for word in range(item.cue[0], item.cue[1] + 1)}
    covered = {word for item in found for word in item.words} - taken
    found.extend(item for item in by_tree(tree) if item.cue_head in covered and _is_plain(item))
    found.sort(key=lambda item: item.cue)
    around = _around(found)
    return [
        _public(tree, item, within, entities) for item, within in zip(found, around, strict=True)
    ]


def _is_plain(item: Attribution) -> bool:
    if not item.source or item.entry is None or not item.entry.reports:
        return False
    return item.entry.pos in ("verb", "adp") and item.form in ("clause", "sentence")


def _around(items: Sequence[Attribution]) -> list[int | None]:
    """For each attribution the smallest other one that holds its cue."""
    heads = {item.cue_head: number for number, item in enumerate(items)}
    best: list[int | None] = [None] * len(items)
    for number, item in enumerate(items):
        for word in item.words & heads.keys():
            inner = heads[word]
            known = best[inner]
            if inner != number and (known is None or item.size < items[known].size):
                best[inner] = number
    return best


def _public(
    tree: Tree,
    item: Attribution,
    within: int | None,
    entities: Callable[[int], list[Entity]],
) -> Attributed:
    source: Part | None = tree.part(*item.source[0]) if item.source else None
    cue = tree.part(*item.cue)
    return Attributed(
        text=source.text if source else None,
        span=source.span if source else None,
        source=[tree.span(*run) for run in item.source],
        cue=cue.text,
        cue_span=cue.span,
        stance=item.stance,
        content=[tree.span(*run) for run in item.content],
        entities=entities(item.source_head) if item.source_head is not None else [],
        within=within,
    )
