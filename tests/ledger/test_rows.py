"""Records as rows."""

from __future__ import annotations

import pytest

from onrecord.ledger import rows
from onrecord.report import Report
from tests.ledger.made import read
from tests.samples import records


def pairs(text: str) -> list[tuple[str, str]]:
    (record,) = read(Report(text=text))
    return rows.pairs(record)


def test_pairs() -> None:
    assert pairs("Peru accused Chile.") == [("PER", "CHL")]
    assert pairs("Peru and Chile met.") == [("CHL", "PER"), ("PER", "CHL")]
    assert pairs("Peru and Chile accused Kenya.") == [("CHL", "KEN"), ("PER", "KEN")]
    # Together against somebody without a country: nothing between the two.
    assert pairs("Peru and Chile accused Rebels.") == []
    assert pairs("Peru accused Peru.") == []


def test_participants() -> None:
    (record,) = read(Report(text="Lima Radio said Peru accused Chile."))
    assert [(row["role"], row["key"], row["stance"]) for row in rows.participants(record)] == [
        ("actor", "peru", None),
        ("recipient", "chile", None),
        ("voice", "lima radio", "says"),
    ]


def test_day() -> None:
    assert {rows.day(record) for record in records()} >= {"2025-03-14", "2025-01-01"}
    assert all(len(rows.day(record)) in (0, 10) for record in records())


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("The United Nations", "united nations"),
        ("Hernán  Loncopán", "hernan loncopan"),
        ("Kenya’s opposition", "kenya's opposition"),
        ("THE", "the"),
        ("Theodore", "theodore"),
        ("", ""),
    ],
)
def test_key(name: str, key: str) -> None:
    assert rows.key(name) == key
