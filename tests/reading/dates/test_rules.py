"""Every rule of the grammar is tested by the example sentence that stands beside it."""

from __future__ import annotations

from datetime import date

import pytest

from onrecord.reading.dates import find
from onrecord.reading.dates.grammar import grammar
from onrecord.reading.dates.lexicon import rows
from onrecord.reading.dates.senses import SENSES

RULES = rows("dates_rules.tsv")


@pytest.mark.parametrize("row", RULES, ids=[row["rule"] for row in RULES])
def test_example(row: dict[str, str]) -> None:
    found = find(row["example"], date.fromisoformat(row["published"]))
    told = [
        f"{x.text}={' '.join(filter(None, (x.type, x.value, x.mod)))} "
        f"{x.start or '..'}/{x.end or '..'}"
        for x in found
    ]
    assert " ; ".join(told) == row["expected"]
    assert found


def test_names_are_unique_and_senses_known() -> None:
    names = [row["rule"] for row in RULES]
    assert len(set(names)) == len(names)
    assert {row["sense"].partition(":")[0] for row in RULES} <= set(SENSES)


def test_every_sense_has_a_rule() -> None:
    assert {row["sense"].partition(":")[0] for row in RULES} == set(SENSES)


def test_every_rule_fits_its_own_example() -> None:
    """A rule that another always beats is dead: its pattern must at least match its example."""
    from onrecord.reading.dates.grammar import hits, spell
    from onrecord.reading.dates.lexer import runs

    built = grammar()
    for row in RULES:
        fired = {
            hit.rule.name
            for run in runs(row["example"], built.vocabulary)
            for at in range(len(run))
            for hit in hits(run, spell(run, built), at, built)
        }
        assert row["rule"] in fired, row["rule"]
