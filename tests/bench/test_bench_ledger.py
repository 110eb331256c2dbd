"""The synthetic ledger is sound, and measuring it small gives every figure."""

from __future__ import annotations

from pathlib import Path

from bench import ledger as module
from onrecord.ledger.ledger import Ledger


def test_small(tmp_path: Path) -> None:
    path = tmp_path / "x.db"
    assert module.fill(path, 200) > 0
    assert set(module.answers(path)) == {"pair_records", "pair_ms", "counts_ms"}
    found = module.searches(path)
    assert set(found) == {"search_ms", "common_search_ms", "common_two_search_ms"}
    with Ledger(path) as ledger:
        assert ledger.check() == []
        assert len(list(ledger.records())) == 200


def test_short_texts() -> None:
    found = list(module.short(50))
    assert found == list(module.short(50)) and len(set(found)) == 50
    assert all(text.endswith(".") and "{" not in text for text in found)


def test_the_same_each_time() -> None:
    one, other = (list(module.synthetic(50)) for _ in range(2))
    assert one == other and len(one) == 10


def test_reports_alone(tmp_path: Path) -> None:
    path = tmp_path / "x.db"
    module.fill(path, 200, unread=True)
    with Ledger(path) as ledger:
        assert list(ledger.records()) == []
        assert ledger.arrow("reports").num_rows == 40
