"""One happening told twice: what is one, and what stays two."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from onrecord.reading.retold import joined
from onrecord.record import Amount, Entity, Part, Record, Voice, When


def entity(name: str) -> Entity:
    return Entity(text=name, span=(0, len(name)), name=name)


def told(words: str = "arrested", at: int = 10, **fields: Any) -> Record:
    known: dict[str, Any] = {
        "event": "COERCE",
        "mode": "arrest",
        "actors": [entity("police")],
        "recipients": [entity("two farmers")],
        "when": When(start="2024-05-14", end="2024-05-14", precision="day"),
        "status": "asserted",
        "confidence": 0.5,
    }
    known.update(fields)
    return Record(
        id=str(at),
        report="r",
        trigger=Part(text=words, span=(at, at + len(words))),
        evidence=Part(text=words, span=(at, at + len(words))),
        **known,
    )


SAID = When(start="2024-05-13", end="2024-05-13", text="Monday", span=(0, 6), basis="relative")


def test_told_again_is_one_record_with_both_sentences() -> None:
    first = told()
    again = told("arrest", at=80, actors=[], when=SAID)
    (record,) = joined([first, again])
    assert record.id == first.id and record.when == SAID
    assert [part.span for part in record.retold] == [(80, 86)]


def test_what_the_first_telling_lacks_comes_from_the_second() -> None:
    amount = Amount(text="two farmers", span=(3, 14), value=2, unit="farmers")
    (record,) = joined([told(recipients=[]), told(at=80, amounts=[amount])])
    assert record.amounts == [amount] and record.recipients[0].name == "two farmers"


@pytest.mark.parametrize(
    "other",
    [
        {"status": "alleged"},
        {"negated": True},
        {"event": "ASSAULT", "mode": None},
        {"mode": "deport"},
        {"recipients": [entity("a priest")]},
        {"voices": [Voice(text="A", span=(0, 1), entities=[entity("A")])]},
        {"words": "detained"},
    ],
)
def test_another_happening_stays_another(other: dict[str, Any]) -> None:
    assert len(joined([told(), told(**{"at": 80} | other)])) == 2


def test_days_and_amounts_that_contradict_keep_two_apart() -> None:
    later = replace(SAID, start="2024-05-09", end="2024-05-09")
    assert len(joined([told(when=SAID), told(at=80, when=later)])) == 2
    three, four = ([Amount(text="3", span=(0, 1), value=value, unit="farmers")] for value in (3, 4))
    assert len(joined([told(amounts=three), told(at=80, amounts=four)])) == 2


def test_two_in_one_sentence_are_two() -> None:
    one = told()
    other = replace(told(at=30), evidence=one.evidence)
    assert joined([one, other]) == [one, other]


def test_statements_stay_apart() -> None:
    said = {"event": "STATEMENT", "mode": None}
    assert len(joined([told("said", **said), told("said", at=80, **said)])) == 2
