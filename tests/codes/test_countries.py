"""Countries and the words that stand for them."""

from pathlib import Path

import pytest

from onrecord.codes.countries import countries, country, forms


def test_every_iso_country_is_there_and_kosovo() -> None:
    lines = (Path(__file__).parent / "iso3166.txt").read_text(encoding="ascii").splitlines()
    codes = set(" ".join(line for line in lines if not line.startswith("#")).split())
    assert set(countries()) == codes | {"XKX"}


def test_a_country() -> None:
    dutch = country("NLD")
    assert dutch.name == "Netherlands"
    assert "Dutch" in dutch.demonyms
    assert "The Hague" in dutch.capital


def test_plurals_of_demonyms() -> None:
    assert "Iraqis" in country("IRQ").people
    assert "Poles" in country("POL").people
    assert "Chinese" in country("CHN").people
    assert "Ukrainians" in country("UKR").people


def test_unknown_code() -> None:
    with pytest.raises(KeyError):
        country("ZZZ")


def test_no_main_name_belongs_to_two_countries() -> None:
    names = [form for form, sense, one in forms() if sense == "name" and form == one.name]
    assert len(names) == len(set(names))
