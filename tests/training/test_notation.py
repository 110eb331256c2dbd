"""The records corpus' notation, on passages of our own; and that the corpus is well formed."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from training.corpus.notation import FOLDER, NotationError, passages, record, wrong

PASSAGE = """# 2024-05-14 x-1
Ghana has alleged that Togo is sending more than 400 soldiers to help the rebels.
- ACCUSE allege ; alleged ; Ghana{GHA} > Togo{TGO} ; asserted ; ..2024-05-14 - published \
; contexts: military
- AID | MOBILIZE troops ; sending ; Togo{TGO} > rebels{- REB}? ; alleged \
; ..2024-05-14 - published ; voice: Ghana "alleged" alleges \
; amount: more than 400 soldiers=400 more soldiers

# 2024-05-14 x-2
The lake has been shrinking for years.
"""


def test_a_passage_and_its_records(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(PASSAGE)
    first, second = passages(path)
    assert second.records == [] and second.text == "The lake has been shrinking for years."
    accusation, aid = first.records
    assert first.contexts == [["military"], []]
    assert (accusation.event, accusation.mode, accusation.trigger) == (
        "ACCUSE",
        "allege",
        "alleged",
    )
    assert accusation.actors[0].country == "GHA" and accusation.when.start is None
    assert aid.alternatives == ["MOBILIZE"]
    assert (aid.recipients[0].sector, aid.recipients[0].optional) == ("REB", True)
    assert (aid.voices[0].text, aid.voices[0].stance) == ("Ghana", "alleges")
    assert (aid.amounts[0].value, aid.amounts[0].bound, aid.amounts[0].unit) == (
        400,
        "more",
        "soldiers",
    )
    assert list(wrong(first)) == []


@pytest.mark.parametrize(
    ("days", "start", "end"),
    [
        ("2024-02 month relative", "2024-02-01", "2024-02-29"),
        ("2024 year stated", "2024-01-01", "2024-12-31"),
        ("2024-02..2024-05-14 - stated", "2024-02-01", "2024-05-14"),
        ("2024-05-14.. - published", "2024-05-14", None),
        ("..2023-12 - context", None, "2023-12-31"),
    ],
)
def test_days(days: str, start: str | None, end: str | None) -> None:
    gold, _ = record(f"AID ; helped ; A > B ; asserted ; {days}")
    assert (gold.when.start, gold.when.end) == (start, end)


def test_names_negation_occurrence_and_alternatives() -> None:
    gold, contexts = record(
        "CONSULT ; met@1 ; the two=Peru{PER} + the two=Chile{CHL} > - ; not attributed/alleged ; "
        '2024-05-01 day stated / 2024-05-02 day stated ; voice: A "said" says >> B "hopes" wishes'
    )
    assert [entity.name for entity in gold.actors] == ["Peru", "Chile"] and gold.recipients == []
    assert (gold.occurrence, gold.negated, gold.status_alternatives) == (1, True, ["alleged"])
    assert len(gold.when_alternatives) == 1 and len(gold.voices) == 2 and contexts == []


@pytest.mark.parametrize(
    "line",
    [
        "AID ; helped ; A > B ; asserted",
        "AID ; helped ; A > B ; asserted ; yesterday",
        "AID ; helped ; A > B ; asserted ; 2024-05-14 day stated ; colour: red",
        "AID ; helped ; A > B ; attributed ; 2024-05-14 day stated ; voice: somebody said so",
        "AID ; helped ; A > B ; asserted ; 2024-05-14 day stated ; amount: many",
    ],
)
def test_a_line_out_of_order_says_so(tmp_path: Path, line: str) -> None:
    path = tmp_path / "b.txt"
    path.write_text(f"# 2024-05-14 x-1\nA helped B.\n- {line}\n")
    with pytest.raises(NotationError, match=r"b\.txt:3"):
        list(passages(path))


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.txt")), ids=lambda path: path.stem)
def test_the_corpus_rests_on_its_words(path: Path) -> None:
    found = list(passages(path))
    assert len(found) > 50
    assert [problem for item in found for problem in wrong(item)] == []


def test_no_two_passages_share_an_id() -> None:
    ids = Counter(item.id for path in FOLDER.glob("*.txt") for item in passages(path))
    assert [item for item, times in ids.items() if times > 1] == []
