"""Every place that a text names, with its precision, whether or not anything happens there."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.reading.reader import Reader
from onrecord.reading.where.toponyms import is_common, is_people, is_road

WORDS = ["Route", "9", "Bank", "of", "Ghana", "County", "W.Va", ".", "in", "U.S.", "the", "Ö", ","]
NAMED = [
    ("Troops entered Kharkiv on Monday.", ["Kharkiv"]),
    # peoples and what is of a country
    ("A Kenyan court fined three Norwegians.", ["Kenyan", "Norwegians"]),
    # bodies named after a place
    ("Leeds City Council sued the Bank of Ghana.", ["Leeds", "Ghana"]),
    # one sense per report
    ("Fire broke out in Dunstable, Ohio. A Dunstable man was hurt.",
     ["Dunstable", "Ohio", "Dunstable"]),
    # the full stop of an abbreviation
    ("A bridge in Charleston, W.Va. has been closed.", ["Charleston", "W.Va."]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), NAMED)
def test_named(reader: Reader, text: str, expected: list[str]) -> None:
    found = reader.places(text)
    assert [place.text for place in found] == expected
    assert all(text[slice(*place.span)] == place.text for place in found)


def test_precision_is_that_of_the_point(reader: Reader) -> None:
    found = reader.places("From Peru a plane flew over Bavaria to Paris and on to the Black Sea.")
    told = {place.text: place.precision for place in found}
    assert told["Peru"] == "country"
    assert told["Bavaria"] == "region"
    assert told["Paris"] == "city"
    assert "point" in told.values()


def test_a_record_holds_places_without_precision(reader: Reader) -> None:
    """The record is a contract: what only ``Reader.places`` says stays out of it."""
    (record,) = reader.read("Gunmen killed six soldiers near Gao.", "2024-05-06")
    assert [type(place).__name__ for place in record.where] == ["Place"]


@pytest.mark.parametrize("word", ["State", "City Hall", "Eastern", "Church", "Route"])
def test_common_words_are_no_places(word: str) -> None:
    assert is_common(word)


@pytest.mark.parametrize("word", ["Leeds", "Main Street Bridge", "Kansas City", ""])
def test_names_are_no_common_words(word: str) -> None:
    assert not is_common(word)


def test_roads_and_peoples() -> None:
    assert is_road("Route")
    assert not is_road("Church")
    assert is_people("Sri Lankan")
    assert is_people("the Danes")
    assert not is_people("Ruritanian")


@settings(max_examples=15, deadline=None)
@given(
    st.lists(
        st.sampled_from(WORDS),
        max_size=30,
    ).map(" ".join)
)
def test_no_text_raises(reader: Reader, text: str) -> None:
    end = 0
    for place in reader.places(text):
        assert text[slice(*place.span)] == place.text != ""
        assert place.span[0] >= end
        end = place.span[1]
