"""PropBank's roles of verbs and nouns laid over EWT's sentences (Palmer and others 2005).

A role belongs to the head of its span in the tree. Only ``labels.ARGUMENTS`` are kept; a
sentence without a line of its own has no predicate that is known, not none.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from training.labels import ARGUMENTS
from training.units import Unit


def add_propbank(path: Path, documents: Sequence[Sequence[Unit]]) -> int:
    """Give the units whose words a line of ``path`` has its predicates and arguments, in place;
    how many lines found a unit."""
    units = {tuple(unit.words): unit for units in documents for unit in units}
    found = 0
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        unit = units.get(tuple(row["tokens"]))
        if unit is None:
            continue
        found += 1
        for proposition in row["propositions"]:
            if proposition["arguments"] and proposition["predicate"] not in unit.predicates:
                _add(unit, proposition["predicate"], proposition["arguments"])
    return found


def _add(unit: Unit, predicate: int, arguments: Sequence[tuple[str, int, int]]) -> None:
    unit.predicates.append(predicate)
    for label, start, end in arguments:
        if label in ARGUMENTS:
            word = head(unit, start, end)
            unit.arguments.append((predicate, word, ARGUMENTS.index(label)))


def head(unit: Unit, start: int, end: int) -> int:
    """The first word of [start, end) whose governor stands outside (or that is the root)."""
    heads = unit.heads or []
    for word in range(start, end):
        if heads[word] == word or not start <= heads[word] < end:
            return word
    return start
