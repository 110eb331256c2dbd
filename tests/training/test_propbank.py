"""PropBank's roles laid over a tree bank's sentences."""

from __future__ import annotations

import json
from pathlib import Path

from training.labels import ARGUMENTS
from training.propbank import add_propbank, head
from training.units import Unit


def sentence() -> Unit:
    return Unit(
        words=["The", "old", "baker", "sold", "us", "bread", "in", "Bergen", "."],
        gaps=[2, 1, 1, 1, 1, 1, 1, 1, 0],
        labels={},
        heads=[2, 2, 3, 3, 3, 3, 7, 3, 3],
    )


def line(tokens: list[str], *propositions: tuple[int, list[tuple[str, int, int]]]) -> str:
    made = [{"predicate": at, "roleset": "sell.01", "arguments": a} for at, a in propositions]
    return json.dumps({"doc": "x", "tokens": tokens, "propositions": made})


def test_roles_stand_at_the_heads_of_their_spans(tmp_path: Path) -> None:
    unit, other = sentence(), Unit(words=["Rain", "."], gaps=[2, 0], labels={}, heads=[0, 0])
    roles = [("ARG0", 0, 3), ("ARG2", 4, 5), ("ARG1", 5, 6), ("ARGM-LOC", 6, 8), ("ARGM-MNR", 8, 9)]
    path = tmp_path / "roles.jsonl"
    path.write_text(line(unit.words, (3, roles)) + "\n" + line(["Unknown", "."], (0, roles)))
    assert add_propbank(path, [[unit], [other]]) == 1
    assert unit.predicates == [3] and other.predicates == []
    assert {(unit.words[word], ARGUMENTS[role]) for _, word, role in unit.arguments} == {
        ("baker", "ARG0"), ("us", "ARG2"), ("bread", "ARG1"), ("Bergen", "ARGM-LOC"),
    }  # fmt: skip


def test_a_predicate_without_arguments_is_not_known(tmp_path: Path) -> None:
    unit = sentence()
    path = tmp_path / "roles.jsonl"
    path.write_text(line(unit.words, (3, [])))
    add_propbank(path, [[unit]])
    assert unit.predicates == []


def test_the_head_is_the_word_that_hangs_outside() -> None:
    unit = sentence()
    assert head(unit, 0, 3) == 2 and head(unit, 6, 8) == 7 and head(unit, 3, 6) == 3
