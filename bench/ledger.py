"""How fast the ledger answers, and what taking in costs beside reading.

- pair_ms: timeline of one pair of countries, whole records, median of 20 pairs of the busiest eight
  countries (pair_records: how many records that gives)
- counts_ms: the same pairs' counts by month
- search_ms: full-text search for a common and a rare word, median of 20 searches
- common_search_ms: for one word that stands in nearly every report, median of 5;
  common_two_search_ms: for two such words, median of 4
- put_per_second: records stored, everything indexed, committed as adding commits
- times are of computing, not by the clock
- growth_mb: how much more was held while the last 2,000 of 20,000 reports were added than after the
  1,000th, with a reader that finds nothing: what intake and store themselves hold
- intake_share: per cent of the time of intake and store to that of reading the same reports
- of ``memory``, with the real reader and the process that takes files in: early_mb, middle_mb,
  late_mb, the median of what both hold together while the 2,000 reports after the 1,000th, those
  around the middle, and the last 2,000 are read; peak_mb, the adding process's peak
- memory is measured in a process of its own: what was freed in another would hide what grows

The data are made anew each time from a seed (``ledger_texts``). ``run`` measures 100,000 records,
and search in 100,000 reports; ``million`` measures 1,000,000 records, for which some 3 GB of disk
and several minutes are needed; ``memory`` really reads 20,000 reports of one sentence, which takes
several minutes. The gate runs the last two only by name
(``gate.py --only ledger-million ledger-memory``). ``python -m bench.ledger [--million] [--memory]
[--share]`` prints them; ``--share`` measures intake beside reading.
"""

from __future__ import annotations

import hashlib
import itertools
import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress
from multiprocessing import get_context
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from bench.common import MissingError, Outcome
from bench.ledger_texts import PATTERNS, PER_REPORT, SEED, WORDS, countries, short, synthetic
from bench.speed import peak_mb

T = TypeVar("T")

SMALL, LARGE = 100_000, 1_000_000
SEARCHED = 100_000  # reports
MEMORY_REPORTS = 20_000


def fill(path: Path, count: int, *, unread: bool = False) -> float:
    """A ledger of ``count`` records; gives records a second. unread: only their reports."""
    from onrecord.intake.arrival import Arrival
    from onrecord.ledger.connection import connect, writing
    from onrecord.ledger.store import Store

    connection = connect(path)
    store, spent, source, block = Store(connection), 0.0, 0, 64
    data = synthetic(count)
    while found := [pair for pair, _ in zip(data, range(block), strict=False)]:
        began = time.process_time()
        with writing(connection):
            source = source or store.source("synthetic", "").pk
            for report, records in found:
                arrival = Arrival(report=report, language="en")  # type: ignore[arg-type]
                told: Any = None if unread else records
                store.put(arrival, told, reader="bench", source=source)
        spent += time.process_time() - began
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    return count / spent


def median_ms(asked: Iterable[Callable[[], object]]) -> float:
    """Median milliseconds of computing, each question asked once to warm up and once to measure.

    Computing, so that what else the machine does has no say; the file is in memory by then.
    """
    taken = []
    for ask in asked:
        ask()
        began = time.process_time()
        ask()
        taken.append(1000 * (time.process_time() - began))
    return statistics.median(taken)


def answers(path: Path) -> dict[str, float]:
    """How fast the questions about who and when are answered."""
    from onrecord.ledger.ledger import Ledger

    chance, codes = random.Random(SEED), countries()
    pairs = [tuple(chance.sample(codes[:8], 2)) for _ in range(20)]
    with Ledger(path, readonly=True) as ledger:
        return {
            "pair_records": statistics.median(sum(ledger.counts(*pair).values()) for pair in pairs),
            "pair_ms": median_ms(lambda p=p: list(ledger.timeline(*p)) for p in pairs),  # type: ignore[misc]
            "counts_ms": median_ms(lambda p=p: ledger.counts(*p) for p in pairs),  # type: ignore[misc]
        }


def searches(path: Path) -> dict[str, float]:
    """How fast full-text search answers, for rare words and for the commonest."""
    from onrecord.ledger.ledger import Ledger

    chance = random.Random(SEED)
    rare = [f"{chance.choice(WORDS)} rare{number * 7}" for number in range(20)]
    two = [" ".join(both) for both in itertools.pairwise(WORDS[:5])]
    with Ledger(path, readonly=True) as ledger:
        return {
            name: median_ms(lambda w=w: ledger.search(w) for w in words)  # type: ignore[misc]
            for name, words in (
                ("search_ms", rare),
                ("common_search_ms", WORDS[:5]),
                ("common_two_search_ms", two),
            )
        }


def growth() -> float:
    """By how many MB intake and store grew over the reports: late against early."""
    texts = (report.text for report, _ in synthetic(MEMORY_REPORTS * PER_REPORT))  # type: ignore[attr-defined]
    early, _, late, _ = _held(texts, read=lambda found: ([] for _ in found), reader="bench")
    return late - early


def share(reports: int = 200) -> float:
    """Time of intake and store in per cent of the time of reading the same reports."""
    from onrecord.api import reader
    from onrecord.ledger.ledger import Ledger

    texts = sorted((Path(__file__).parent / "reports").glob("*.txt"))
    with tempfile.TemporaryDirectory() as name:
        for number in range(reports):
            text = texts[number % len(texts)].read_text(encoding="utf-8")
            Path(name, f"{number:04}.txt").write_text(f"{text}\nNo. {number}.", encoding="utf-8")
        reading = 0.0

        def timed(found: Iterable[object]) -> Iterator[list[object]]:
            nonlocal reading
            waiting = list(found)
            began = time.process_time()
            answers = list(reader().pipe(waiting))  # type: ignore[arg-type]
            reading += time.process_time() - began
            yield from answers  # type: ignore[misc]

        reader().read("The minister left Lima on Monday.")
        with Ledger(Path(name, "x.db")) as ledger:
            began = sum(os.times()[:4])  # the intake's own process as well, once it has ended
            ledger.add(name, read=timed, reader="bench")
            whole = sum(os.times()[:4]) - began
    return 100 * (whole - reading) / reading


def held() -> tuple[float, float, float, float]:
    """By the real reader: MB held early, in the middle and late, and the adding process's peak."""
    return _held(short(MEMORY_REPORTS))


def _held(texts: Iterable[str], **reading: Any) -> tuple[float, float, float, float]:
    from onrecord.ledger.ledger import Ledger

    samples: list[float] = []
    with tempfile.TemporaryDirectory() as name:
        source = Path(name, "rows.jsonl")
        with source.open("wb") as out:
            for text in texts:
                out.write(msgspec.json.encode({"text": text, "date": "2025-03-14"}) + b"\n")
        with Ledger(Path(name, "x.db")) as ledger:
            for step in ledger.steps(source, **reading):
                if step.what == "added":
                    samples.append(_resident_mb())
    if len(samples) != MEMORY_REPORTS:
        raise RuntimeError(f"{len(samples)} of {MEMORY_REPORTS} reports were read")
    half = MEMORY_REPORTS // 2
    parts = (samples[1000:3000], samples[half - 1000 : half + 1000], samples[-2000:])
    early, middle, late = map(statistics.median, parts)
    return early, middle, late, peak_mb()


def alone(ask: Callable[[], T]) -> T:
    """The answer of a function of this module, given in a process of its own."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as process:
        return process.submit(ask).result()


def _resident_mb() -> float:
    """MB (10**6 bytes) that this process and its children hold now. Raises MissingError."""
    own = Path("/proc/self")
    if not own.exists():
        raise MissingError("no /proc to read memory from")
    children = "".join(path.read_text() for path in own.glob("task/*/children")).split()
    pages = 0
    for process in (own, *(Path("/proc", child) for child in children)):
        with suppress(OSError):  # it may have ended meanwhile
            pages += int((process / "statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def _outcome(data: str, figures: dict[str, float]) -> Outcome:
    seed = hashlib.sha256(f"{SEED} {data} {WORDS} {PATTERNS}".encode()).hexdigest()
    return Outcome(bench="ledger", data=data, sha256=seed, figures=figures)


def _records(count: int) -> dict[str, float]:
    with tempfile.TemporaryDirectory() as name:
        path = Path(name, "bench.db")
        figures = {"put_per_second": fill(path, count), **answers(path)}
        return {**figures, "size_mb": path.stat().st_size / 1e6}


def run(*, shares: bool = False) -> list[Outcome]:
    """What the gate measures each time."""
    figures = {**_records(SMALL), "growth_mb": alone(growth)}
    if shares:
        figures["intake_share"] = share()
    with tempfile.TemporaryDirectory() as name:
        path = Path(name, "bench.db")
        fill(path, SEARCHED * PER_REPORT, unread=True)
        found = {**searches(path), "size_mb": path.stat().st_size / 1e6}
    return [
        _outcome(f"synthetic-{SMALL}", figures),
        _outcome(f"synthetic-{SEARCHED}-reports", found),
    ]


def million() -> list[Outcome]:
    """1,000,000 records."""
    return [_outcome(f"synthetic-{LARGE}", _records(LARGE))]


def memory() -> list[Outcome]:
    """Memory over 20,000 reports that are really read."""
    figures = dict(zip(("early_mb", "middle_mb", "late_mb", "peak_mb"), alone(held), strict=True))
    return [_outcome(f"read-{MEMORY_REPORTS}-reports", figures)]


if __name__ == "__main__":
    outcomes = run(shares="--share" in sys.argv)
    outcomes += million() if "--million" in sys.argv else []
    outcomes += memory() if "--memory" in sys.argv else []
    for outcome in outcomes:
        print(outcome.data, *(f"{k} {v:.2f}" for k, v in outcome.figures.items()), sep="\n  ")
