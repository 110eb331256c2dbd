"""What holds for every text: records or none, spans that lead back, ids that stay."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from datetime import date
from itertools import chain

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.reading.reader import Reader
from onrecord.record import Record
from onrecord.report import Report

DAY = date(2025, 3, 14)

# Phrases of news, and what may stand between them in a hostile or a careless text.
PHRASES = (
    "Peru's president met the envoy of Chile",
    "Officials in Oslo said on Tuesday that",
    "300 troops would leave the border area",
    "the minister denied",
    "“We hope for peace,”",
    "according to the army",
    "They accused Moscow of shelling the port last week",
    "more than 1,200 people",
    "if the two nations sign the pact",
    "by 31 February 2025",
)
ODD = (
    " ", ". ", ", ", "\n", "\r\n\r\n", "\t", "", "\x00", "\x1b[31m", "\u202e", "\u200f", "שלום",
    "مرحبا", "😀", "👩‍👩‍👧", "e\u0301", "\u00a0", "\u2028", "\ufeff", "\ud83d", "\ude00", "“", "\"",
    "’", "(", "9" * 30, "-" * 20,
)  # fmt: skip
any_text = st.text(st.characters(categories=None), max_size=200)
broken_news = st.lists(st.sampled_from(PHRASES + ODD), max_size=12).map("".join)

NEWS = (
    "LIMA, March 10 - Peru's president met the envoy of Chile on Monday.\n\n"
    "“We hope for peace,” she told reporters. Officials said that 300 troops would leave.\n\n"
    "The army denied on Tuesday that it had shelled the port of Callao last week.\n"
)


def parts(value: object) -> Iterator[tuple[str, tuple[int, int]]]:
    """Every (words, span) of a record, however deep."""
    if isinstance(value, list):
        yield from chain.from_iterable(map(parts, value))
    if isinstance(value, msgspec.Struct):
        for words, span in (("text", "span"), ("cue", "cue_span")):
            if (found := getattr(value, span, None)) is not None:
                yield getattr(value, words), found
        for name in value.__struct_fields__:
            yield from parts(getattr(value, name))


def check(text: str, records: list[Record]) -> None:
    for record in records:
        for words, (start, end) in parts(record):
            assert 0 <= start < end <= len(text)
            assert text[start:end] == words
        assert 0 <= record.confidence <= 1
    assert len({record.id for record in records}) == len(records)
    places = [record.trigger.span for record in records]
    assert places == sorted(places)


@settings(max_examples=25, deadline=None)
@given(st.one_of(any_text, broken_news))
def test_any_text(reader: Reader, text: str) -> None:
    check(text, reader.read(text, DAY))


@settings(max_examples=25, deadline=None)
@given(broken_news, st.one_of(st.none(), st.dates()))
def test_any_news_at_any_day(reader: Reader, text: str, published: date | None) -> None:
    found = reader.read(text, published)
    check(text, found)
    assert reader.read(text, published) == found


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n\n",
        "a",
        ".",
        "“",
        "😀",
        "\x00",
        "\ud800",
        "\ud83d\ude00 met the envoy of Chile.",
        "Thepresidentmettheenvoy" * 40,
        "said " * 300,
        "((((" * 300,
        "““““" * 100,
        "a\n" * 300,
        "Peru, " * 200,
        "He said that she said that " * 60 + "they met.",
        "\u202eThe president of Peru met the envoy of Chile.\u202c",
        NEWS.replace("\n", "\r\n"),
        NEWS.upper(),
        NEWS.lower(),
        NEWS.replace(" ", "\u00a0"),
    ],
)
def test_odd_texts(reader: Reader, text: str) -> None:
    check(text, reader.read(text, DAY))


def test_nothing_to_read(reader: Reader) -> None:
    assert reader.read("") == reader.read(" \n\t ") == []


@pytest.mark.parametrize("text", ["a" * 200_000, "Theministersaidno." * 500, "\n" * 200_000])
def test_no_words(reader: Reader, text: str) -> None:
    check(text, reader.read(text, DAY))


def test_long_text(reader: Reader) -> None:
    """200 kB; what stands in it is found again and again."""
    text = NEWS * (200_000 // len(NEWS))
    found = reader.read(text, DAY)
    check(text, found)
    assert sum(1 + len(record.retold) for record in found) >= 800


def test_news_has_records(reader: Reader) -> None:
    found = reader.read(NEWS, DAY)
    check(NEWS, found)
    assert {record.event for record in found} >= {"CONSULT"}
    assert all(record.report == Report(text=NEWS, published=DAY).id for record in found)


def test_ids_follow_from_the_text(reader: Reader) -> None:
    ids = [record.id for record in reader.read(NEWS, DAY)]
    assert ids == [record.id for record in Reader().read(NEWS, "2025-03-14")]
    assert not set(ids) & {record.id for record in reader.read(NEWS, date(2025, 3, 15))}


def test_astral_characters_shift_nothing(reader: Reader) -> None:
    """Spans count code points, whatever stands before."""
    plain = [record.trigger.text for record in reader.read(NEWS, DAY)]
    for before in ("😀😀\n\n", "\ud800\n\n", "\ud83d\ude00\n\n"):
        found = reader.read(before + NEWS, DAY)
        check(before + NEWS, found)
        assert [record.trigger.text for record in found] == plain


@pytest.mark.parametrize("words", ["on Tuesday", "last week", "yesterday", "today", "next month"])
def test_no_day_is_invented(reader: Reader, words: str) -> None:
    """Without a day of publication, words that need one give no date."""
    text = f"Peru's president met the envoy of Chile {words}. Troops left the port {words}."
    found = reader.read(text)
    assert found
    for record in found:
        assert record.when.start is record.when.end is None
        assert record.when.basis != "relative"


@settings(max_examples=15, deadline=None)
@given(broken_news)
def test_relative_needs_a_day(reader: Reader, text: str) -> None:
    assert all(record.when.basis != "relative" for record in reader.read(text))


def test_a_day_that_is_none(reader: Reader) -> None:
    with pytest.raises(ValueError):
        reader.read(NEWS, "2025-02-30")


REPORTS = [
    Report(text=text, published=published)
    for text, published in [
        (NEWS, DAY),
        ("", DAY),
        ("The minister resigned on Monday.", None),
        (NEWS * 4, date(2024, 2, 29)),
        (" \n ", None),
        ("\ud800 said that the talks failed.", DAY),
        ("The army denied that it had shelled the port.", DAY),
    ]
]


@pytest.fixture(scope="module", params=[1, 2])
def threaded(request: pytest.FixtureRequest, reader: Reader) -> Reader:
    if request.param == 1:
        return reader
    return Reader(threads=request.param)


@pytest.mark.parametrize("batch_size", [1, 3, 32])
def test_same_alone_and_in_a_batch(reader: Reader, threaded: Reader, batch_size: int) -> None:
    alone = [reader.read(report) for report in REPORTS]
    assert list(threaded.pipe(REPORTS, batch_size=batch_size)) == alone


@pytest.mark.parametrize("enabled", [True, False])
def test_the_search_for_garbage_is_left_as_it_was(reader: Reader, enabled: bool) -> None:
    (gc.enable if enabled else gc.disable)()
    try:
        for _ in reader.pipe(REPORTS):
            assert gc.isenabled() is enabled
        assert gc.isenabled() is enabled
    finally:
        gc.enable()


def test_each_question_alone(reader: Reader) -> None:
    """The questions can be asked one by one, and their spans lead back too."""
    for text in (NEWS, "", "\ud800", "😀 " + NEWS):
        for found in (reader.places(text), reader.amounts(text)):
            for item in found:
                assert text[slice(*item.span)] == item.text
        reader.dates(text, DAY)
        reader.voices(text)


@pytest.mark.parametrize(
    "text",
    [
        "Iran 'sent missiles to Russia'",
        "Rebels ‘behind killing of monk’",
        "“We bombed the bridge” is what the wall in Homs said on Monday.",
    ],
)
def test_what_is_quoted_is_never_the_reports_own_word(reader: Reader, text: str) -> None:
    assert [record.status for record in reader.read(text, "2024-05-15")] == ["attributed"]
