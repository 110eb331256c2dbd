"""PLOVER JSON: POLECAT's columns in POLECAT's order, and nothing said without its status."""

from __future__ import annotations

import json
from typing import Any

from onrecord.exports.plover import COLUMNS, plover
from tests.exports.reads import everything, example, hostile
from tests.samples import records

# The header of POLECAT's weekly files (Dataverse, doi:10.7910/DVN/AJGVIT).
POLECAT = [
    "Event ID",
    "Event Date",
    "Event Type",
    "Event Mode",
    "Intensity",
    "Quad Code",
    "Contexts",
    "Actor Name",
    "Actor Country",
    "Actor COW",
    "Primary Actor Sector",
    "Actor Sectors",
    "Actor Title",
    "Actor Name Raw",
    "Wikipedia Actor ID",
    "Recipient Name",
    "Recipient Country",
    "Recipient COW",
    "Primary Recipient Sector",
    "Recipient Sectors",
    "Recipient Title",
    "Recipient Name Raw",
    "Wikipedia Recipient ID",
    "Placename",
    "City",
    "District",
    "Province",
    "Country",
    "Latitude",
    "Longitude",
    "GeoNames ID",
    "Raw Placename",
    "Feature Type",
    "Source",
    "Publication Date",
    "Story People",
    "Story Organizations",
    "Story Locations",
    "Language",
    "Version",
]


def rows(*args: Any, text: bool = False) -> list[dict[str, Any]]:
    return [json.loads(line) for line in b"".join(plover(*args, text=text)).splitlines()]


def test_polecat_s_columns_come_first() -> None:
    found = rows(example())
    assert all(list(row)[: len(POLECAT)] == POLECAT for row in found)


def test_columns_are_those_documented() -> None:
    assert all(list(row) == list(COLUMNS["rows"]) for row in rows(everything(), text=True))
    assert all(list(row) == list(COLUMNS["rows"])[:-1] for row in rows(everything()))


def test_ids_are_unique() -> None:
    ids = [row["Event ID"] for row in rows(everything())]
    assert len(ids) == len(set(ids))


def test_values() -> None:
    alleged = rows(example())[5]
    assert alleged["Event Type"] == "MOBILIZE"
    assert alleged["Quad Code"] == "MATERIAL CONFLICT"
    assert (alleged["Event Date"], alleged["Event End Date"]) == ("2025-03-14", "2025-03-14")
    assert alleged["Status"] == "alleged"
    assert alleged["Voices"][0]["stance"] == "alleges"
    assert alleged["Amounts"][0]["value"] == 40
    assert (alleged["Latitude"], alleged["Placename"]) == (-4.05, "Mombasa")
    assert alleged["Recipient Name"] is None
    visit = rows(example())[2]
    assert visit["Intensity"] == 4.0  # the mode's own score


def test_a_meeting_is_mutual() -> None:
    met = [row for row in rows(hostile()) if row["Event Type"] == "CONSULT"]
    assert [(row["Actor Name"], row["Recipient Name"]) for row in met] == [
        ("Ghana", "Benin"), ("Ghana", "Mali"), ("Benin", "Mali"),
    ]  # fmt: skip
    assert all(row["Mutual"] and row["Negated"] for row in met)


def test_text_on_request() -> None:
    assert rows(example(), text=True)[0]["Event Text"] == records()[0].evidence.text
