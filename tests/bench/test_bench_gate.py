"""Floors that can't sink by accident, and a gate that says why it skips."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

import bench.common
from bench import gate, table
from bench.common import MissingError, Outcome
from bench.floors import Floor, Floors, Lowering, Score, Watch, failures, lowered, raised

FLOORS = Floors(
    watched=[
        Watch(scores="a/*/las", tolerance=0.3),
        Watch(scores="a/*/ratio", better="lower", tolerance=0.1),
    ],
    floors={
        "a/x/las": Floor(floor=90.0, tolerance=0.3, sha256="1"),
        "a/x/ratio": Floor(floor=2.0, tolerance=0.1, sha256="1", better="lower"),
    },
)


def test_failures() -> None:
    fine = {"a/x/las": Score(89.7, "1"), "a/x/ratio": Score(2.1, "1"), "a/y/las": Score(1.0, "1")}
    assert failures(fine, FLOORS) == []
    sunk = {"a/x/las": Score(89.69, "1"), "a/x/ratio": Score(2.11, "1")}
    assert [line.split(":")[0] for line in failures(sunk, FLOORS)] == ["a/x/las", "a/x/ratio"]
    assert "other data" in failures({"a/x/las": Score(99.0, "2")}, FLOORS)[0]
    # What could not be measured here sinks nothing.
    assert failures({}, FLOORS) == []


def test_raising_never_sinks() -> None:
    new = raised(
        {
            "a/x/las": Score(89.9, "2"),  # worse: kept, its data too
            "a/x/ratio": Score(1.504, "2"),  # better: taken with its data
            "a/y/las": Score(80.0, "1"),  # watched and new
            "a/y/upos": Score(80.0, "1"),  # not watched
        },
        FLOORS,
    ).floors
    assert new["a/x/las"] == FLOORS.floors["a/x/las"]
    assert (new["a/x/ratio"].floor, new["a/x/ratio"].sha256) == (1.5, "2")
    assert new["a/y/las"] == Floor(floor=80.0, tolerance=0.3, sha256="1")
    assert "a/y/upos" not in new


@given(st.floats(0, 100), st.floats(0, 100))
def test_raised_floors_hold_for_what_raised_them(first: float, second: float) -> None:
    once = raised({"a/z/las": Score(first, "1")}, FLOORS)
    twice = raised({"a/z/las": Score(second, "1")}, once)
    assert twice.floors["a/z/las"].floor == round(max(round(first, 2), round(second, 2)), 2)
    assert failures({"a/z/las": Score(max(first, second), "1")}, twice) == []


@given(st.floats(0, 100))
def test_a_floor_without_tolerance_holds_for_what_made_it(value: float) -> None:
    for better in ("higher", "lower"):
        floor = Floor(floor=round(value, 2), tolerance=0.0, sha256="1", better=better)
        known = Floors(watched=[], floors={"a/x/honour": floor})
        assert failures({"a/x/honour": Score(value, "1")}, known) == []
        worse = round(value, 2) + (-0.02 if better == "higher" else 0.02)
        assert failures({"a/x/honour": Score(worse, "1")}, known) != []


def test_lowering_keeps_its_reason_and_frees_the_data() -> None:
    new = lowered(FLOORS, "a/x/las", 88.0, reason=" gold corrected ", date="2024-05-01")
    floor = new.floors["a/x/las"]
    assert floor.lowered == [
        Lowering(date="2024-05-01", before=90.0, after=88.0, reason="gold corrected")
    ]
    assert failures({"a/x/las": Score(88.0, "other")}, new) == []
    with pytest.raises(ValueError, match="reason"):
        lowered(FLOORS, "a/x/las", 88.0, reason=" ", date="2024-05-01")
    with pytest.raises(ValueError, match="no floor"):
        lowered(FLOORS, "a/y/las", 88.0, reason="x", date="2024-05-01")
    with pytest.raises(ValueError, match="better"):
        lowered(FLOORS, "a/x/ratio", 1.0, reason="x", date="2024-05-01")


def outcome(las: float) -> Outcome:
    return Outcome(bench="a", data="x", sha256="1", figures={"las": las, "ratio": 1.23456})


def test_measure_skips_with_a_reason_and_survives_a_broken_bench() -> None:
    def runner(name: str):  # type: ignore[no-untyped-def]
        def run() -> list[Outcome]:
            if name == "voices":
                raise MissingError("no voices")
            if name == "dates":
                raise ZeroDivisionError("oh")
            return [outcome(90.0)]

        return run

    found, skipped, broken = gate.measure(["language", "voices", "dates"], runner)
    assert found == [outcome(90.0)]
    assert skipped == {"voices": "no voices"}
    assert broken == {"dates": "ZeroDivisionError: oh"}


def test_every_bench_can_be_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    assert all(callable(gate.runner(name)) for name in gate.BENCHES)
    monkeypatch.setitem(gate.BENCHES, "voices", "bench.no_such_bench:run")
    with pytest.raises(MissingError, match="no_such_bench"):
        gate.runner("voices")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(gate, "FLOORS", tmp_path / "floors.json")
    for module in (gate, table):
        monkeypatch.setattr(module, "RESULTS", tmp_path / "results.jsonl")
    monkeypatch.setattr(table, "PAGE", tmp_path / "docs" / "bench.md")
    gate.write_floors(FLOORS)
    return tmp_path


def measured(monkeypatch: pytest.MonkeyPatch, las: float, **skipped: str) -> None:
    monkeypatch.setattr(gate, "measure", lambda names: ([outcome(las)], skipped, {}))


def test_gate_records_and_fails(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    measured(monkeypatch, 91.0, voices="no data")
    assert gate.main(["--record", "--raise"]) == 0
    assert "skipped voices: no data" in capsys.readouterr().out
    assert gate.main(["--all-there"]) == 1
    assert gate.read_floors().floors["a/x/las"].floor == 91.0
    measured(monkeypatch, 90.0)
    assert gate.main(["--record"]) == 1
    assert "SANK a/x/las" in capsys.readouterr().out
    assert [row.figures["las"] for row in table.read_results()] == [91.0, 90.0]
    assert table.read_results()[0].figures["ratio"] == 1.235
    assert table.is_current()
    assert "### a/x" in (folder / "docs" / "bench.md").read_text(encoding="utf-8")


def test_lowering_wants_its_flag(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert gate.main(["--lower", "a/x/las", "80"]) == 2
    assert "reason" in capsys.readouterr().err
    assert gate.main(["--lower", "a/x/las", "80", "--reason", "smaller model"]) == 0
    assert gate.read_floors().floors["a/x/las"].lowered[0].reason == "smaller model"


def test_the_floors_that_stand_can_be_read() -> None:
    floors = msgspec.json.decode(
        (bench.common.BENCH / "floors.json").read_bytes(), type=Floors, strict=True
    )
    assert all(floor.tolerance >= 0 for floor in floors.floors.values())
    assert all(entry.reason for floor in floors.floors.values() for entry in floor.lowered)
