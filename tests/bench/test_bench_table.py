"""docs/bench.md is generated: from rows and rivals of our own, and as it stands."""

from __future__ import annotations

from pathlib import Path

import pytest

import bench.table as module
from bench.table import Ours, Row, System, Table, is_current, read_results, read_rivals, render


def row(date: str, las: float) -> Row:
    return Row(
        date=date,
        bench="language",
        data="x",
        data_sha256="0123456789",
        model_sha256="abcdefghij",
        code_sha256="klmnopqrst",
        command="python bench/gate.py --record",
        figures={"las": las},
    )


TABLE = Table(
    title="Trees",
    note="A note.",
    columns=["LAS", "words/s"],
    ours=[
        Ours(name="ours", data="language/x", figures=["las", None]),
        Ours(name="other", data="language/y", figures=["las", None]),
    ],
    systems=[System(name="rival", values=["80.0", "7"], ran=True, date="2024-01-01", source="s")],
)


def test_the_last_figure_stands_beside_rivals_and_all_days_below() -> None:
    page = render([row("2024-05-01", 88.04), row("2024-05-02", 89.06)], [TABLE])
    lines = page.splitlines()
    assert "| **ours** | 89.1 |  | 2024-05-02 | language/x |" in lines
    assert "| **other** |  |  |  | not measured yet |" in lines
    assert "| rival\\* | 80.0 | 7 | 2024-01-01 | s |" in lines
    assert "| figure | 2024-05-01 | 2024-05-02 |" in lines
    assert "| las | 88.04 | 89.06 |" in lines
    assert (
        "Data `01234567`, model `abcdefgh`, code `klmnopqr`, `python bench/gate.py --record`."
        in lines
    )


def test_nothing_measured() -> None:
    assert "Nothing has been measured yet." in render([], [])


def test_a_line_of_the_wrong_length_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "rivals.json"
    path.write_text(
        '[{"title": "T", "note": "", "columns": ["a", "b"], "systems":'
        ' [{"name": "N", "values": ["1"], "ran": true, "date": "", "source": ""}]}]'
    )
    monkeypatch.setattr(module, "RIVALS", path)
    with pytest.raises(ValueError, match="N has 1 values"):
        read_rivals()


def test_the_page_that_stands_is_current() -> None:
    assert is_current(), "run python bench/table.py"


def test_results_stand_in_the_order_of_their_days() -> None:
    days = [result.date for result in read_results()]
    assert days == sorted(days)
