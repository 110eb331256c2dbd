"""Quotations and their speakers: a content widened to the whole of a quotation, and a quotation
without a cue of its own given to whoever was cited last.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

import msgspec

from onrecord.reading.tree import Tree
from onrecord.reading.voices.citing import Attribution
from onrecord.reading.voices.naming import clean

LOOKED_AT = 20  # attributions looked at in that search
REACH = 2  # paragraphs back in search of whom an open quotation belongs to


def with_quotations(tree: Tree, items: list[Attribution]) -> list[Attribution]:
    """Contents widened to the whole of a quotation, and open quotations given to a speaker.

    A quotation that opens a sentence and hangs on no cue belongs to whoever was cited last
    in its paragraph or the one before.
    """
    if not items:
        return items
    items.sort(key=lambda item: item.cue)
    holders: dict[int, list[int]] = {}
    for number, item in enumerate(items):
        for first, last in item.content:
            for word in range(first, last + 1):
                holders.setdefault(word, []).append(number)
    added: dict[int, set[int]] = {}
    cues = [item.cue[0] for item in items]
    for first, last in _quoted(tree):
        inside = {n for word in range(first, last + 1) for n in holders.get(word, ())}
        inside = {n for n in inside if not first <= items[n].cue[0] <= last}
        if not inside and _is_open(tree, first, last):
            speaker = _speaker(tree, items, cues, first)
            inside = set() if speaker is None else {speaker}
        for number in inside:
            added.setdefault(number, set()).update(range(first, last + 1))
    for number, words in added.items():
        item = items[number]
        own = {w for low, high in (item.cue, *item.source) for w in range(low, high + 1)}
        items[number] = msgspec.structs.replace(
            item, content=clean(tree, (words | item.words) - own)
        )
    return items


def _quoted(tree: Tree) -> Iterator[tuple[int, int]]:
    """First and last word of each quotation of more than one word, its marks included."""
    for part in tree.quotes:
        first = bisect_left(tree.begins, part.span[0])
        last = bisect_left(tree.begins, part.span[1]) - 1
        if last > first:
            yield first, last


def _is_open(tree: Tree, first: int, last: int) -> bool:
    start = tree.sentence(first)[0]
    if any(tree.upos[word] not in ("SPACE", "PUNCT") for word in range(start, first)):
        return False
    return any(tree.upos[word] in ("VERB", "AUX") for word in range(first, last + 1))


def _speaker(
    tree: Tree, items: Sequence[Attribution], cues: Sequence[int], first: int
) -> int | None:
    """The last utterance before a quotation, not too far back."""
    number = bisect_left(cues, first) - 1
    for _ in range(LOOKED_AT):
        if number < 0:
            return None
        item = items[number]
        between = tree.text[tree.begins[item.cue[1]] : tree.begins[first]]
        if between.count("\n\n") >= REACH:
            return None
        if item.source and item.entry is not None and item.entry.reports:
            return number
        number -= 1
    return None
