"""Killed while adding, then finished: the same rows as never killed; two programs at once.

bench/kills.py kills often.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

from onrecord.ledger.ledger import Ledger
from tests.ledger.made import contents, write

ROOT = Path(__file__).parents[2]


def adder(ledger: Path, source: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "tests.ledger.adder", str(ledger), str(source)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "src")])},
        stdout=subprocess.PIPE,
        text=True,
    )


@pytest.fixture
def source(tmp_path: Path) -> Path:
    for number in range(10):
        write(tmp_path, f"in/{number}.txt", "2025-03-14", f"Peru accused Chile.\nNo. {number}.")
    rows = "\n".join(
        f'{{"text": "Kenya helped Peru.\\nRound {n}.", "url": "http://news.example/{n % 40}"}}'
        for n in range(60)
    )
    (tmp_path / "in" / "rows.jsonl").write_text(f"{rows}\n{{bad\n")
    return tmp_path / "in"


def test_killed_and_finished(source: Path, tmp_path: Path) -> None:
    whole, killed = tmp_path / "whole.db", tmp_path / "killed.db"
    with adder(whole, source) as once:
        assert once.communicate()[0].split()[-1] == "finished"
    chance = random.Random(6)
    for _ in range(3):
        with adder(killed, source) as victim:
            assert victim.stdout is not None
            for _ in range(chance.randrange(1, 40)):
                victim.stdout.readline()
            victim.kill()
        with Ledger(killed) as ledger:
            assert ledger.connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    with adder(killed, source) as last:
        last.communicate()
    with Ledger(whole) as one, Ledger(killed) as other:
        assert contents(one.connection) == contents(other.connection)
        assert other.check() == []


def test_two_programs_add_at_once(source: Path, tmp_path: Path) -> None:
    """One waits for the other; what both come by is in once, and nothing is lost."""
    alone, both = tmp_path / "alone.db", tmp_path / "both.db"
    with adder(alone, source) as once:
        once.communicate()
    with adder(both, source) as one, adder(both, source) as other:
        said = [one.communicate()[0].split(), other.communicate()[0].split()]
    assert [words[-1] for words in said] == ["finished"] * 2 or "skipped" in said[0] + said[1]
    with Ledger(alone) as wanted, Ledger(both) as found:
        assert found.check() == []
        assert [one.reason for one in found.parked()] == [one.reason for one in wanted.parked()]
        for table in ("reports", "records", "sightings"):
            names = [ledger.arrow(table).num_rows for ledger in (wanted, found)]
            assert names[0] == names[1], table
        ids = [{record.id for record in ledger.records()} for ledger in (wanted, found)]
        assert ids[0] == ids[1]
