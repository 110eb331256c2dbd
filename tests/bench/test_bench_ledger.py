"""The synthetic ledger is sound, and measuring it small gives every figure."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

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


def test_reports_alone(tmp_path: Path) -> None:
    path = tmp_path / "x.db"
    module.fill(path, 200, unread=True)
    with Ledger(path) as ledger:
        assert list(ledger.records()) == []
        assert ledger.arrow("reports").num_rows == 40


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="no /proc to read memory from")
def test_adding_holds_no_more_than_its_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MEMORY_REPORTS", 5000)
    assert module.growth() < 2


def test_in_a_process_of_its_own() -> None:
    assert module.alone(os.getpid) != os.getpid()
