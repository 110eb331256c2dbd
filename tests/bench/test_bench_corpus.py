"""The measure for short reports of our own, on passages made for the test."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

import bench.corpus as module
from bench.common import Counts, MissingError
from bench.corpus import passages, score, show, total
from bench.gold import Actor, Day, Gold, Source
from onrecord.record import Entity, Part, Record, Voice, When

TEXT = "Peru bombed Kiel, the mayor said."


def part(words: str) -> Any:
    start = TEXT.index(words)
    return {"text": words, "span": (start, start + len(words))}


def record(**fields: Any) -> Record:
    given: dict[str, Any] = {
        "id": "1",
        "report": "r",
        "event": "ASSAULT",
        "actors": [Entity(**part("Peru"), country="PER")],
        "recipients": [Entity(**part("Kiel"), country="DEU")],
        "when": When(start="2024-05-01", end="2024-05-01", precision="day", basis="published"),
        "status": "attributed",
        "voices": [Voice(**part("the mayor"), cue="said")],
        "trigger": Part(**part("bombed")),
        "evidence": Part(text=TEXT, span=(0, len(TEXT))),
        "confidence": 0.5,
    }
    return Record(**{**given, **fields})


GOLD = Gold(
    trigger="bombed",
    event="ASSAULT",
    actors=[Actor(text="Peru", country="PER")],
    recipients=[Actor(text="Kiel", country="DEU"), Actor(text="x", country="FRA", optional=True)],
    status="attributed",
    when=Day(start="2024-05-01", end="2024-05-01", precision="day", basis="published"),
    voices=[Source(text="the mayor", cue="said", stance="says")],
)


def test_all_right() -> None:
    figures = score(TEXT, [record()], [GOLD]).figures()
    assert figures["honour_breaches"] == 0
    assert next(iter(figures)) == "honour_breaches"
    assert {figures[name] for name in figures if name.startswith("right_")} == {100.0}
    assert figures["f1"] == 100.0


def test_what_is_handed_on_must_not_be_vouched_for() -> None:
    wrong = record(status="asserted", voices=[], recipients=[])
    figures = score(TEXT, [wrong], [GOLD]).figures()
    assert figures["honour_breaches"] == 100
    assert figures["right_status"] == figures["right_voices"] == 0
    assert (figures["right_actor_country"], figures["right_recipient_country"]) == (100, 0)


def test_a_wrong_category_is_not_found_but_its_honour_counts() -> None:
    counts = score(TEXT, [record(event="COERCE", status="asserted")], [GOLD])
    assert counts.found == Counts(0, 1, 1)
    assert (counts.handed_on, counts.vouched_for) == (1, 1)


def test_extra_records_of_a_negative() -> None:
    counts = score(TEXT, [record()], []) + score(TEXT, [], []) + score(TEXT, [record()], [GOLD])
    figures = counts.figures()
    assert figures["extra_in_negatives"] == 50
    assert (figures["precision"], figures["recall"]) == (50, 100)


def write(path: Path) -> None:
    path.write_text(
        "# 2024-05-01 t-1\n" + TEXT + "\n"
        "- ASSAULT ; bombed ; Peru{PER} > Kiel{DEU} ; attributed ; 2024-05-01 day published ; "
        'voice: the mayor "said" says\n\n# 2024-05-01 t-2\nIt rained.\n',
        encoding="utf-8",
    )


class Fake:
    """A reader that finds the one record, and knows the day of publication."""

    def read(self, report: Any) -> list[Record]:
        assert report.published == date(2024, 5, 1)
        return [record()] if report.text == TEXT else []


def test_a_file_is_read_passage_by_passage(tmp_path: Path) -> None:
    write(tmp_path / "some.txt")
    figures = total(Fake(), tmp_path / "some.txt").figures()
    assert (figures["f1"], figures["right_voices"], figures["extra_in_negatives"]) == (100, 100, 0)
    with pytest.raises(MissingError):
        passages(tmp_path / "none.txt")


def test_what_is_held_out_is_not_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "FOLDER", tmp_path)
    monkeypatch.setattr(module, "load", lambda *_: Fake())
    for name in ("train-1.txt", "held.txt", "voices-held.txt"):
        write(tmp_path / name)
    lines = list(show("train-1.txt", "t-1"))
    assert any(line.startswith("= ASSAULT") for line in lines)
    (tmp_path / "alias.txt").symlink_to(tmp_path / "held.txt")
    for name in ("held.txt", "voices-held.txt", "alias.txt", "../" + tmp_path.name + "/held.txt"):
        with pytest.raises(MissingError):
            list(show(name))


def test_sets_that_are_not_there_are_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = {"dev": tmp_path / "dev.txt", "held": tmp_path / "held.txt"}
    monkeypatch.setattr(module, "SETS", paths)
    monkeypatch.setattr(module, "load", lambda *_: Fake())
    with pytest.raises(MissingError):
        module.run()
    write(tmp_path / "dev.txt")
    (outcome,) = module.run()
    assert (outcome.bench, outcome.data) == ("corpus", "dev")
    assert SimpleNamespace(**outcome.figures).f1 == 100
