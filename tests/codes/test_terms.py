"""Terms of office: whom a name means on a day."""

from datetime import date

import pytest

from onrecord.codes import plover
from onrecord.codes.countries import countries
from onrecord.codes.tables import rows
from onrecord.codes.terms import Term, alone, day, named

FIRST = Term(
    name="Ana Weiss", country="AUT", sector="GOV", role="chancellor",
    start=date(2001, 1, 1), end=date(2004, 6, 30),
)  # fmt: skip
SECOND = Term(
    name="Ana Weiss", country="AUT", sector="GOV", role="president", start=date(2010, 1, 1)
)
OTHER = Term(
    name="Otto Weiss", country="CHE", sector="GOV", role="president", start=date(2011, 1, 1)
)


def test_day() -> None:
    assert day("2004-02", last=True) == date(2004, 2, 29)
    assert day("2004-12", last=True) == date(2004, 12, 31)
    assert day("2004") == date(2004, 1, 1)
    assert day("") is None
    with pytest.raises(ValueError, match="month"):
        day("2004-13")


def test_a_full_name_means_the_post_of_the_day() -> None:
    assert named([FIRST, SECOND], date(2002, 1, 1)).role == "chancellor"
    assert named([FIRST, SECOND], date(2012, 1, 1)).role == "president"
    assert named([FIRST, SECOND], None).role == "president"


def test_out_of_office_is_eli_and_before_it_nothing() -> None:
    assert named([FIRST, SECOND], date(2006, 1, 1)).sector == "ELI"
    assert named([FIRST, SECOND], date(1999, 1, 1)).sector is None


def test_a_surname_alone_must_be_unambiguous() -> None:
    both = [FIRST, SECOND, OTHER]
    found = alone(both, date(2002, 1, 1))
    assert found is not None and found.name == "Ana Weiss"
    assert alone(both, date(2012, 1, 1)) is None
    found = alone(both, date(2012, 1, 1), country="CHE")
    assert found is not None and found.name == "Otto Weiss"
    assert alone(both, None) is None


def test_a_surname_is_remembered_for_some_years_after_a_top_post() -> None:
    found = alone([FIRST], date(2006, 1, 1))
    assert found is not None and found.sector == "ELI"
    assert alone([FIRST], date(2019, 1, 1)) is None


def test_the_table_holds_dates_countries_and_sectors() -> None:
    for row in rows("leaders"):
        start, end = day(row["start"]), day(row["end"], last=True)
        assert start is not None, row
        assert end is None or start <= end, row
        assert row["country"] in ("", *countries()), row
        assert row["sector"] in plover.SECTORS, row
