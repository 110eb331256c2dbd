"""GDELT: 61 columns as its codebook has them, and no row for what is denied or did not happen."""

from __future__ import annotations

import csv
import io
from typing import Any

import msgspec

from onrecord.exports.gdelt import COLUMNS, gdelt
from onrecord.record import Entity
from tests.exports.reads import Reads, everything, example, hostile
from tests.samples import records

# From GDELT's "Event Database Data Format Codebook V2.0" (19 February 2015).
_ACTOR = [
    "Code",
    "Name",
    "CountryCode",
    "KnownGroupCode",
    "EthnicCode",
    "Religion1Code",
    "Religion2Code",
    "Type1Code",
    "Type2Code",
    "Type3Code",
]
_GEO = ["Type", "FullName", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID"]
CODEBOOK = [
    "GlobalEventID", "SQLDATE", "MonthYear", "Year", "FractionDate",
    *(f"Actor{side}{part}" for side in (1, 2) for part in _ACTOR),
    "IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale",
    "NumMentions", "NumSources", "NumArticles", "AvgTone",
    *(f"{side}Geo_{part}" for side in ("Actor1", "Actor2", "Action") for part in _GEO),
    "DATEADDED", "SOURCEURL",
]  # fmt: skip
WHOLE = {
    "GlobalEventID", "SQLDATE", "MonthYear", "Year", "IsRootEvent", "QuadClass", "NumMentions",
    "NumSources", "NumArticles", "Actor1Geo_Type", "Actor2Geo_Type", "ActionGeo_Type", "DATEADDED",
}  # fmt: skip
DECIMAL = {"FractionDate", "GoldsteinScale", "AvgTone", "ActionGeo_Lat", "ActionGeo_Long"}


def rows(reads: Reads) -> list[dict[str, str]]:
    text = b"".join(gdelt(reads)).decode()
    lines = list(csv.reader(io.StringIO(text, newline=""), delimiter="\t", quoting=csv.QUOTE_NONE))
    assert all(len(line) == 61 for line in lines)
    return [dict(zip(COLUMNS["events"], line, strict=True)) for line in lines]


def who(**known: Any) -> dict[str, str]:
    entity = Entity(text="x", span=(0, 1), **known)
    record = msgspec.structs.replace(records()[4], actors=[entity])
    return rows([(example()[0][0], [record])])[0]


def test_columns_are_the_codebook_s() -> None:
    assert list(COLUMNS["events"]) == CODEBOOK
    assert len(CODEBOOK) == 61


def test_numbers_are_numbers() -> None:
    for row in rows(everything()):
        assert all(row[name].isdecimal() for name in WHOLE if row[name])
        assert all(isinstance(float(row[name]), float) for name in DECIMAL if row[name])
        assert int(row["GlobalEventID"]) < 2**63


def test_ids_are_unique() -> None:
    ids = [row["GlobalEventID"] for row in rows(everything())]
    assert len(ids) == len(set(ids))


def test_what_did_not_happen_is_no_event() -> None:
    assert len(rows(example())) == len(records()) - 1  # one is denied
    assert [row["EventCode"] for row in rows(hostile())] == ["183"]  # the other is negated


def test_accusation() -> None:
    row = rows(example())[4]
    assert (row["Actor1Code"], row["Actor2Code"]) == ("KENOPP", "PRTGOV")
    assert (row["EventCode"], row["EventBaseCode"], row["EventRootCode"]) == ("112", "112", "11")
    assert (row["QuadClass"], row["GoldsteinScale"]) == ("3", "-2.0")
    assert (row["SQLDATE"], row["DATEADDED"]) == ("20250314", "20250314000000")
    assert row["FractionDate"] == "2025.2027"
    assert row["IsRootEvent"] == "0"
    assert rows(example())[0]["IsRootEvent"] == "1"


def test_the_happening_s_day_is_not_the_report_s() -> None:
    visit = rows(example())[2]
    assert (visit["SQLDATE"], visit["MonthYear"]) == ("20250101", "202501")
    assert (visit["ActionGeo_FullName"], visit["ActionGeo_CountryCode"]) == (
        "Porto, Portugal",
        "PO",
    )
    assert visit["ActionGeo_Type"] == "4"


def test_actors() -> None:
    assert who(country="ROU", sector="MIL")["Actor1Code"] == "ROMMIL"
    union = who(sector="EUR", name="European Union")
    assert (union["Actor1Code"], union["Actor1KnownGroupCode"]) == ("IGOEUREEC", "EEC")
    assert who(sector="UNO")["Actor1Code"] == "IGOUNO"
    assert who(sector="REL")["Actor1Code"] == ""


def test_statements_have_a_code() -> None:
    said = msgspec.structs.replace(records()[0], event="STATEMENT", mode=None)
    assert rows([(example()[0][0], [said])])[0]["EventCode"] == "010"


def test_no_address_of_a_script() -> None:
    [row] = rows(hostile())
    assert row["SOURCEURL"].startswith("urn:onrecord:report:")
    assert row["SQLDATE"] == "20250313"  # 30 February is no day
