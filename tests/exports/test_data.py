"""JSON Lines, JSON and CSV: the contract's fields, in order, and no formula ever."""

from __future__ import annotations

import csv as reader
import io
import json as plain

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.exports.csv import COLUMNS, csv, guarded
from onrecord.exports.jsonl import json, jsonl
from onrecord.record import Entity, Record
from tests.samples import greetings, records


def rows(found: list[Record]) -> list[dict[str, str]]:
    text = b"".join(csv(found)).decode()
    return list(reader.DictReader(io.StringIO(text, newline="")))


def test_jsonl_has_the_fields_in_order() -> None:
    lines = b"".join(jsonl(records())).decode().splitlines()
    assert len(lines) == len(records())
    assert list(plain.loads(lines[0])) == list(Record.__struct_fields__)


def test_jsonl_comes_back_as_it_was() -> None:
    lines = b"".join(jsonl(records())).splitlines()
    assert [msgspec.json.decode(line, type=Record) for line in lines] == records()


def test_spans_lead_back() -> None:
    report = greetings()
    for line in jsonl(records(report)):
        for actor in plain.loads(line)["actors"]:
            start, end = actor["span"]
            assert report.text[start:end] == actor["text"]


@pytest.mark.parametrize("count", [0, 1, 3])
def test_json_is_one_array(count: int) -> None:
    assert len(plain.loads(b"".join(json(records()[:count])))) == count


def test_csv_columns() -> None:
    assert list(rows(records())[0]) == list(COLUMNS)


def test_csv_cells() -> None:
    sending = rows(records())[5]
    assert sending["event"] == "MOBILIZE"
    assert sending["status"] == "alleged"
    assert sending["amounts"] == "more 40 trawlers"
    assert sending["latitudes"] == "-4.05"
    assert (sending["start"], sending["end"]) == ("", "2025-03-14")
    wish = rows(records())[8]
    assert (wish["voices"], wish["stances"]) == ("Valadares | she", "says | wishes")


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "\n=1"])
def test_formulas_are_guarded(text: str) -> None:
    assert guarded(text) == f"'{text}"


@given(st.text(alphabet="=+-@\t\r\n a1", max_size=8), st.booleans())
def test_no_cell_is_a_formula(text: str, twice: bool) -> None:
    who = [Entity(text=text, span=(0, 1))] * (1 + twice)
    record = msgspec.structs.replace(records()[0], actors=who)
    cell = rows([record])[0]["actors"]
    harmless = not cell.strip("-0123456789.| ")
    assert harmless or not cell.lstrip(" \n").startswith(("=", "+", "-", "@", "\t", "\r"))
