"""Cutting a text: nothing lost, nothing twice, every span on a cut."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.exports.marks import Stretch, marks, stretches
from onrecord.record import Amount, Entity, Part, Record, When
from tests.samples import greetings, records

SPANS = st.tuples(st.integers(-2, 14), st.integers(-2, 14))


def made(
    trigger: tuple[int, int], actors: list[tuple[int, int]], amount: tuple[int, int]
) -> Record:
    return Record(
        id="r",
        report="p",
        event="AID",
        when=When(),
        status="asserted",
        actors=[Entity(text="x", span=span) for span in actors],
        amounts=[Amount(text="x", span=amount)],
        trigger=Part(text="x", span=trigger),
        evidence=Part(text="x", span=(0, 12)),
        confidence=0.5,
    )


RECORDS = st.lists(st.builds(made, SPANS, st.lists(SPANS, max_size=3), SPANS), max_size=4)


@given(RECORDS)
def test_text_is_kept_whole(found: list[Record]) -> None:
    text = "abc def ghi."
    cut = stretches(text, found)
    assert "".join(part.text for part in cut) == text
    assert all(text[part.start : part.start + len(part.text)] == part.text for part in cut)


@given(RECORDS)
def test_each_letter_knows_its_records(found: list[Record]) -> None:
    text = "abc def ghi."
    for part in stretches(text, found):
        for at in range(part.start, part.start + len(part.text)):
            expected = {
                (position, role)
                for position, record in enumerate(found)
                for (start, end), role in marks(record)
                if 0 <= start <= at < end <= len(text)
            }
            assert set(part.uses) == expected


def test_every_span_starts_a_stretch() -> None:
    report = greetings()
    found = records(report)
    starts = {part.start for part in stretches(report.text, found)}
    assert {span[0] for record in found for span, _ in marks(record)} <= starts


def test_trigger_shows_first() -> None:
    cut = stretches("abc", [made((0, 3), [(0, 3)], (0, 3))])
    assert cut == [
        Stretch(
            text="abc", start=0, uses=((0, "trigger"), (0, "actor"), (0, "amount")), triggers=(0,)
        )
    ]


def test_empty() -> None:
    assert stretches("", []) == []
