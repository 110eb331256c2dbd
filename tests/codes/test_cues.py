"""Every row of the cue lexicon is well-formed, and its example says what the row says."""

from __future__ import annotations

from collections import Counter

import pytest

from onrecord.codes import tables
from onrecord.codes.cues import cues, modals
from tests.codes.lexicon_rows import key, shows

CUES = tables.rows("cues")
MODALS = tables.rows("modals")
FORMS = {"clause", "to", "object", "quote"}
STANCES = {"says", "alleges", "denies", "believes", "intends", "wishes"}
EFFECTS = {"intended", "conditional", "believed", "wished", "negated", "alleged"}


@pytest.mark.parametrize("row", CUES, ids=key)
def test_cue_row(row: dict[str, str]) -> None:
    assert row["lemma"] == row["lemma"].lower().strip()
    assert row["pos"] in {"verb", "noun", "adj", "adp", "adv"}
    assert row["stance"] in STANCES
    assert 0 <= float(row["strength"]) <= 1
    assert row["factive"] in {"yes", "no", "counter"}
    assert row["reports"] in {"yes", "no"}
    assert all(form in FORMS or form.isalpha() for form in row["content"].split("|"))
    assert shows(row["example"], row["lemma"])


@pytest.mark.parametrize("row", MODALS, ids=key)
def test_modal_row(row: dict[str, str]) -> None:
    assert row["lemma"] == row["lemma"].lower().strip()
    assert row["effect"] in EFFECTS
    assert shows(row["example"], row["lemma"])


def test_no_row_and_no_example_twice() -> None:
    for table in (CUES, MODALS):
        assert [k for k, n in Counter(map(key, table)).items() if n > 1] == []
    examples = Counter(row["example"] for row in [*CUES, *MODALS])
    assert [text for text, n in examples.items() if n > 1] == []


def test_lookups_answer_with_entries() -> None:
    assert any(cue.rest == ("to",) for cue in cues("according", "adp"))
    assert cues("say", "verb")[0].stance == "says"
    assert modals("unless")[0].effect == "conditional"
    assert cues("nonsense", "verb") == () and modals("nonsense") == ()


def test_cues_of_more_words_come_first() -> None:
    lengths = [len(cue.rest) for cue in cues("call", "verb")]
    assert lengths == sorted(lengths, reverse=True)
