"""Answers as rows, in each library: the same rows everywhere."""

from __future__ import annotations

import sys
from datetime import date

import msgspec
import pytest

from onrecord.errors import OnrecordError
from onrecord.ledger import frames
from onrecord.ledger.asking import Line
from onrecord.ledger.ledger import Ledger
from onrecord.report import Report
from tests.ledger.made import read


@pytest.fixture
def full(ledger: Ledger) -> Ledger:
    for day, text in (
        (14, "Lima Radio said Peru threatened Chile.\nPeru and Chile met."),
        (15, "Chile accused Peru."),
    ):
        published = date(2025, 3, day)
        report = Report(text=text, published=published, title=f"Talks {day}", outlet="Tide")
        ledger.put(report, read(report))
    ledger.update()
    return ledger


def test_a_record_is_a_row(full: Ledger) -> None:
    told, *_ = frames.rows(full.timeline("PER", "CHL"))
    assert list(told) == list(frames.Row.__struct_fields__)
    assert (told["actors"], told["recipients"], told["countries"]) == ("Peru", "Chile", "PER | CHL")
    assert (told["voices"], told["status"], told["trigger"]) == (
        "Lima Radio", "attributed", "threatened",
    )  # fmt: skip
    assert (told["title"], told["outlet"], told["published"]) == ("Talks 14", "Tide", "2025-03-14")
    (record, *_) = frames.rows(full.records())
    assert record | {"title": "Talks 14", "outlet": "Tide", "published": "2025-03-14"} == told


def test_every_question(full: Ledger) -> None:
    for values in (
        list(full.timeline("PER")),
        list(full.records()),
        full.search("accused"),
        full.voices(),
        full.accounts(),
        full.accounts("PER", "CHL", event="ACCUSE"),
        [full.actor("Peru")],
    ):
        rows = frames.rows(values)
        assert frames.arrow(values).num_rows == len(values) > 0
        assert frames.pandas(values).to_dict("records")[0].keys() == rows[0].keys()
        assert frames.polars(values).columns == list(rows[0])
    assert list(frames.rows(full.accounts())[0]) == list(Line.__struct_fields__)


def test_nothing(full: Ledger) -> None:
    for make in (frames.arrow, frames.pandas, frames.polars):
        assert make(full.timeline("KEN")).shape[0] == 0
    assert frames.rows([]) == []


def test_other_values_stay_as_they_are() -> None:
    class Pair(msgspec.Struct):
        one: int
        other: str

    assert frames.rows([Pair(1, "a")]) == [{"one": 1, "other": "a"}]


def test_a_library_that_is_not_there(monkeypatch: pytest.MonkeyPatch) -> None:
    for library, make in (("pandas", frames.pandas), ("polars", frames.polars)):
        monkeypatch.setitem(sys.modules, library, None)
        with pytest.raises(OnrecordError, match=f"E039.*pip install {library}"):
            make([])
