"""One reading for each name, by the company it keeps."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading.where.places import resolve
from onrecord.record import Place, Span


def read(text: str, *names: str, **countries: float) -> list[Place]:
    """The places of ``names``, each at its next occurrence in ``text``."""
    spans: list[tuple[str, Span]] = []
    at = 0
    for name in names:
        start = text.index(name, at)
        at = start + len(name)
        spans.append((name, (start, at)))
    places = resolve(spans, text, countries)
    assert all(text[p.span[0] : p.span[1]] == p.text for p in places)
    return places


def test_the_largest_bearer_of_a_name_is_the_default() -> None:
    [place] = read("Ministers will gather in Paris next week.", "Paris")
    assert (place.name, place.country, place.geonames) == ("Paris", "FRA", 2988507)


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("An air strike killed 23 people in Gaza.", "PSE"),
        ("Thousands marched through Gaza on Friday.", "PSE"),
        ("Mozambique's president opened a mill in Gaza.", "MOZ"),
    ],
)
def test_a_region_that_the_table_of_countries_knows_is_the_default(text: str, country: str) -> None:
    names = ["Mozambique", "Gaza"] if "Mozambique" in text else ["Gaza"]
    assert read(text, *names)[-1].country == country


@pytest.mark.parametrize(
    ("text", "name", "country", "admin1"),
    [
        ("A storm hit Paris, Texas, overnight.", "Paris", "USA", "Texas"),
        ("A storm hit Paris, Tex., overnight.", "Paris", "USA", "Texas"),
        ("Gunfire was heard in Tripoli, Lebanon.", "Tripoli", "LBN", None),
        ("Gunfire was heard in Tripoli (Lebanon).", "Tripoli", "LBN", None),
        ("A plant in Birmingham, Ala., will close.", "Birmingham", "USA", "Alabama"),
        ("A plant in Cambridge, Massachusetts, will close.", "Cambridge", "USA", "Massachusetts"),
        ("Guards patrol Venezuela's Valencia at night.", "Valencia", "VEN", None),
        ("Guards patrol Australia's port city of Newcastle.", "Newcastle", "AUS", None),
    ],
)
def test_what_a_place_is_part_of(text: str, name: str, country: str, admin1: str | None) -> None:
    [place] = read(text, name)
    assert place.country == country
    assert admin1 is None or place.admin1 == admin1


def test_one_sense_per_report_but_for_a_mention_placed_elsewhere() -> None:
    text = "Paris, Texas, has a fair. Paris expects crowds. It is twinned with Paris, France."
    places = read(text, "Paris", "Paris", "Paris")
    assert [place.country for place in places] in (["USA", "USA", "FRA"], ["USA", "FRA", "FRA"])
    places = read("Paris, Texas, has a fair. Paris expects crowds.", "Paris", "Paris")
    assert [place.admin1 for place in places] == ["Texas", "Texas"]


def test_other_places_decide() -> None:
    text = "Troopers from Alabama and Florida went to Georgia."
    assert read(text, "Alabama", "Florida", "Georgia")[2].admin1 == "Georgia"
    text = "Leaders of Armenia and Azerbaijan went to Georgia."
    assert read(text, "Armenia", "Azerbaijan", "Georgia")[2].country == "GEO"


def test_the_countries_of_the_report_decide() -> None:
    text = "Police closed roads in Hyderabad."
    assert read(text, "Hyderabad")[0].country == "IND"
    assert resolve([("Hyderabad", (23, 32))], text, {"PAK": 1.0})[0].country == "PAK"
    text = "Crowds marched through Hyderabad and Karachi in Pakistan."
    assert read(text, "Hyderabad", "Karachi", "Pakistan")[0].country == "PAK"


@pytest.mark.parametrize(
    ("text", "name", "said"),
    [
        ("Shells fell across the Kharkiv region.", "Kharkiv region", "Kharkiv"),
        ("Convoys crossed northern Syria.", "northern Syria", "Syria"),
        ("A Kenyan court ruled.", "Kenyan", "Kenya"),
        ("The Danes voted.", "Danes", "Denmark"),
        ("Dagestani officials agreed.", "Dagestani", "Dagestan"),
        ("Tankers passed the Strait of Hormuz.", "Strait of Hormuz", "Strait of Hormuz"),
        ("Ships were hit in the Red Sea.", "Red Sea", "Red Sea"),
        ("Talks in Odessa went on.", "Odessa", "Odesa"),
    ],
)
def test_names_with_words_around_and_adjectives(text: str, name: str, said: str) -> None:
    assert read(text, name)[0].name == said


def test_a_city_before_the_region_of_its_name_but_where_the_region_is_asked_for() -> None:
    [city] = read("He flew to Kherson.", "Kherson")
    [region] = read("He flew over the Kherson region.", "Kherson")
    assert city.geonames == 706448
    assert region.geonames is None
    [capital] = read("Washington rejected the offer from Beijing.", "Washington")
    assert capital.admin1 == "Washington, D.C."


def test_a_list_of_countries_is_no_containment() -> None:
    places = read("Troops left Mali, Guinea and Niger.", "Mali", "Guinea", "Niger")
    assert [place.country for place in places] == ["MLI", "GIN", "NER"]


def test_an_unknown_name_keeps_its_words_only() -> None:
    [place] = read("They met at Zzyzxburgh Hall.", "Zzyzxburgh Hall")
    assert place == Place(text="Zzyzxburgh Hall", span=(12, 27))


@pytest.mark.parametrize("text", ["Zzyzxburgh, Ohio, is cut off.", "Zzyzxburgh (Ohio) is cut off."])
def test_an_unknown_name_has_the_country_that_it_is_said_to_be_in(text: str) -> None:
    [place] = read(text, "Zzyzxburgh")
    assert (place.name, place.country, place.lat) == (None, "USA", None)
    [place] = read("Zzyzxburgh fell to Peru.", "Zzyzxburgh")
    assert place.country is None


@pytest.mark.parametrize(
    ("text", "name", "said"),
    [
        ("Voters in Gwinnett and Barrow counties chose.", "Gwinnett", "Gwinnett County"),
        ("Many Ohioans and Floridians agreed.", "Ohioans", "Ohio"),
        ("Many Ohioans and Floridians agreed.", "Floridians", "Florida"),
        ("Ontarians voted.", "Ontarians", "Ontario"),
    ],
)
def test_counties_and_people_of_regions(text: str, name: str, said: str) -> None:
    assert read(text, name)[0].name == said


def test_a_large_town_keeps_its_name_before_a_larger_one_that_once_bore_it() -> None:
    assert read("A storm reached Cancun.", "Cancun")[0].country == "MEX"


def test_a_name_of_many_places_is_not_guessed() -> None:
    [place] = read("He lives in Springfield.", "Springfield")
    assert (place.name, place.lat, place.country) == (None, None, "USA")


def test_an_acronym_is_no_small_town() -> None:
    nato, paris = read("NATO met in PARIS.", "NATO", "PARIS")
    assert (nato.name, paris.name) == (None, "Paris")


def test_no_names_no_places() -> None:
    assert resolve([], "Nothing here.") == []


@given(st.text(max_size=80), st.lists(st.tuples(st.integers(0, 80), st.integers(0, 80))))
def test_no_text_raises(text: str, cuts: list[tuple[int, int]]) -> None:
    spans = [(min(a, b), max(a, b)) for a, b in cuts]
    names = [(text[a:b], (a, min(b, max(a, len(text))))) for a, b in spans]
    places = resolve(names, text)
    assert [(place.text, place.span) for place in places] == names


def test_many_mentions_stay_quick() -> None:
    names = ["Springfield", "San Jose", "Victoria", "Santa Cruz"] * 500
    text = ", ".join(names)
    spans, at = [], 0
    for name in names:
        spans.append((name, (at, at + len(name))))
        at += len(name) + 2
    began = time.process_time()
    assert len(resolve(spans, text)) == 2000
    assert time.process_time() - began < 5
