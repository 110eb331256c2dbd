"""Hyphenated words: to the language model a word ends at a hyphen, "sit-in" is three of them."""

from __future__ import annotations

from onrecord.reading.tree import Tree

HYPHENS = frozenset("-‐‑")


def hyphenated(tree: Tree) -> dict[int, tuple[int, int, int]]:
    """First word, last word and head of each hyphenated word, under each of its places."""
    found: dict[int, tuple[int, int, int]] = {}
    place, size = 1, len(tree)
    while place < size - 1:
        if tree.words[place] not in HYPHENS or not _is_joint(tree, place):
            place += 1
            continue
        first = last = place - 1
        while last + 2 < size and tree.words[last + 1] in HYPHENS and _is_joint(tree, last + 1):
            last += 2
        head = next((p for p in range(first, last) if not first <= tree.heads[p] <= last), last)
        found.update(dict.fromkeys(range(first, last + 1), (first, last, head)))
        place = last + 1
    return found


def _is_joint(tree: Tree, hyphen: int) -> bool:
    ends, begins = tree.ends, tree.begins
    return ends[hyphen - 1] == begins[hyphen] and ends[hyphen] == begins[hyphen + 1]
