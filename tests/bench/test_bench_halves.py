"""Outcomes of the benches that are scored by halves, with measures of our own in their place."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest

import bench.halves as module
from bench.common import MissingError


def test_dates_are_of_the_held_half(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ONRECORD_DATA", str(tmp_path))
    documents = [SimpleNamespace(name="a"), SimpleNamespace(name="b")]
    figures = {"strict": 0.5, "relaxed": 0.75, "value": 0.25, "documents_per_second": 7.0}

    def score(corpus: str, half: str, held: list[object], errors: int) -> dict[str, float]:
        assert held == documents[1:]
        return figures

    measure = SimpleNamespace(
        tbaq=lambda root: documents,
        gum=lambda root: documents,
        half=lambda name: "held" if name == "b" else "fit",
        score=score,
    )
    monkeypatch.setattr(module, "_measure", lambda name: measure)
    with pytest.raises(MissingError, match="tbaq"):
        module.dates()
    (tmp_path / "dates" / "tbaq").mkdir(parents=True)
    (tmp_path / "dates" / "tbaq" / "x.tml").write_text("x")
    (tmp_path / "dates" / "gum.jsonl").write_text("x")
    tbaq, gum = module.dates()
    assert (tbaq.data, gum.data) == ("tbaq-held", "gum-held")
    assert tbaq.figures == {
        "strict": 50.0,
        "relaxed": 75.0,
        "value": 25.0,
        "documents_per_second": 7.0,
    }


def test_places_are_of_the_other_half(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ONRECORD_DATA", str(tmp_path))
    with pytest.raises(MissingError, match="lgl"):
        module.places()
    (tmp_path / "places").mkdir()
    (tmp_path / "places" / "lgl.xml").write_text("<articles/>")
    measure = SimpleNamespace(
        articles=lambda *, fit: ["fitted"] if fit else ["other"],
        score=lambda half: [0.9, 0.8, 0.05] if half == ["other"] else [0.0, 0.0, 0.0],
        found=lambda half, places: [0.75, 0.5] if half == ["other"] else [0.0, 0.0],
        Reader=lambda: SimpleNamespace(places=None),
    )
    monkeypatch.setattr(module, "_measure", lambda name: measure)
    (outcome,) = module.places()
    assert outcome.figures == pytest.approx(
        {"country": 90.0, "within_161_km": 80.0, "unread": 5.0, "found": 75.0, "found_exact": 50.0}
    )
