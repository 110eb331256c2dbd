"""Killed 200 times at random moments while adding, then finished: the same ledger, row for row?

Each time the database's integrity check must pass; at the end each row (but for the times when it
was seen) must be that of a ledger that was never killed. Run: ``python -m bench.kills [TIMES]``.
"""

from __future__ import annotations

import random
import sqlite3
import sys
import tempfile
import time
from pathlib import Path

from bench.common import Outcome, code_sha256
from tests.ledger.made import contents, write
from tests.ledger.test_killed import adder

TIMES = 200
REPORTS = 3000


def _sources(folder: Path) -> Path:
    for number in range(20):
        write(folder, f"in/{number:02}.txt", "2025-03-14", f"Peru accused Chile.\nNo. {number}.")
    rows = (
        f'{{"text": "Kenya helped Peru.\\nRound {n}.", "url": "http://news.example/{n % 900}"}}'
        for n in range(REPORTS)
    )
    (folder / "in" / "rows.jsonl").write_text("\n".join([*rows, "{bad"]))
    return folder / "in"


def _sound(path: Path) -> bool:
    connection = sqlite3.connect(path)
    try:
        found: str = connection.execute("PRAGMA integrity_check").fetchone()[0]
        return found == "ok"
    finally:
        connection.close()


def run(times: int = TIMES, seed: int = 6) -> list[Outcome]:
    """Kill ``times`` times, starting anew each time that it got to the end."""
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        source, whole = _sources(folder), folder / "whole.db"
        with adder(whole, source) as once:
            once.communicate()
        wanted = contents(sqlite3.connect(whole))
        broken = differing = kills = rounds = 0
        while kills < times:
            path = folder / f"{rounds}.db"
            rounds += 1
            ended = False
            while not ended and kills < times:
                with adder(path, source) as victim:
                    assert victim.stdout is not None
                    victim.stdout.readline()
                    time.sleep(chance.uniform(0, 2))
                    ended = victim.poll() is not None
                    victim.kill()
                kills += not ended
                broken += not _sound(path)
            with adder(path, source) as last:
                last.communicate()
            differing += contents(sqlite3.connect(path)) != wanted
    figures = {"kills": kills, "ledgers": rounds, "broken": broken, "differing": differing}
    data = f"synthetic-{REPORTS}"
    return [Outcome(bench="kills", data=data, sha256=code_sha256(), figures=figures)]


if __name__ == "__main__":
    for outcome in run(int(sys.argv[1]) if len(sys.argv) > 1 else TIMES):
        print(outcome.data, *(f"{k} {v:.0f}" for k, v in outcome.figures.items()), sep="\n  ")
