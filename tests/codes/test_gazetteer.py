"""The gazetteer finds places by any of their English names, and its file keeps to its bounds."""

from __future__ import annotations

import subprocess
import sys
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.codes.gazetteer import fold, lookup, rows_of_table
from onrecord.codes.tables import rows


@pytest.mark.parametrize(
    ("name", "country", "precision", "lat", "lon"),
    [
        ("Kyiv", "UKR", "city", 50.45, 30.52),
        ("Kiev", "UKR", "city", 50.45, 30.52),
        ("Bombay", "IND", "city", 19.07, 72.88),
        ("U.S.", "USA", "country", 39.8, -98.6),
        ("the United States", "USA", "country", 39.8, -98.6),
        ("UK", "GBR", "country", 54.8, -2.7),
        ("DPRK", "PRK", "country", 40.0, 127.0),
        ("Türkiye", "TUR", "country", 39.0, 35.0),
        ("Donbas", "UKR", "region", 48.3, 38.3),
        ("Gaza Strip", "PSE", "region", 31.42, 34.36),
        ("Crimea", "UKR", "region", 45.3, 34.4),
        ("Sinai", "EGY", "region", 29.5, 34.0),
        ("Kashmir", "", "region", 34.1, 75.3),
        ("Sahel", "", "region", 15.0, 5.0),
        ("Tex.", "USA", "region", 31.4, -99.6),
        ("Strait of Hormuz", "", "point", 26.6, 56.3),
        ("South China Sea", "", "point", 13.0, 114.0),
        ("Dnieper", "UKR", "point", 48.5, 34.6),
        ("Gobi Desert", "", "point", 43.0, 105.0),
        ("St. Louis", "USA", "city", 38.63, -90.2),
    ],
)
def test_a_name_is_found(name: str, country: str, precision: str, lat: float, lon: float) -> None:
    found = [p for p in lookup(name) if (p.country, p.precision) == (country, precision)]
    assert found
    assert abs(found[0].lat - lat) < 0.5
    assert abs(found[0].lon - lon) < 0.5


def test_all_readings_come_most_populous_first() -> None:
    readings = lookup("Springfield")
    people = [place.population for place in readings]
    assert people == sorted(people, reverse=True)
    assert {"Illinois", "Massachusetts", "Missouri"} <= {place.admin1 for place in readings}


def test_a_geonames_place_has_its_number_and_others_have_none() -> None:
    assert next(p.id for p in lookup("Nairobi") if p.precision == "city") == 184745
    assert next(p.id for p in lookup("Red Sea") if p.precision == "point") is None


def test_unknown_and_empty_names_have_no_reading() -> None:
    assert lookup("Qwertzuiopolis") == []
    assert lookup("") == []
    assert lookup("...") == []
    assert lookup("x" * 100_000) == []


def test_folding_joins_spellings() -> None:
    assert fold("The Saint-Étienne") == fold("St. Etienne")
    assert fold("Sana'a") == fold("Sana’a") == "sanaa"
    assert fold("Łódź") == "lodz"


def test_the_table_stays_small() -> None:
    assert len((files("onrecord.codes") / "data" / "places.bin").read_bytes()) < 8_000_000


def test_nothing_is_loaded_on_import() -> None:
    code = "import onrecord.codes.gazetteer as g; assert g._index.cache_info().currsize == 0"
    subprocess.run([sys.executable, "-c", code], check=True)


@given(st.text(max_size=60))
def test_no_text_raises(name: str) -> None:
    for place in lookup(name):
        assert -90 <= place.lat <= 90
        assert -180 <= place.lon <= 180
        assert place.country == "" or len(place.country) == 3


def test_every_row_of_the_table_can_be_had() -> None:
    names = {cells[2] for cells in rows_of_table()}
    assert len(names) > 100_000
    assert {"Nairobi", "Baltic Sea"} <= names
    assert {row["name"] for row in rows("places_known")} <= names
