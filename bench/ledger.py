"""How fast the ledger answers, and what taking in costs beside reading.

- pair_ms: timeline of one pair of countries, whole records, median of 20 pairs of the busiest eight
  countries (pair_records: how many records that gives)
- counts_ms: the same pairs' counts by month
- search_ms: full-text search for a common and a rare word, median of 20 searches
- common_search_ms: for one word that stands in nearly every report, median of 5;
  common_two_search_ms: for two such words, median of 4
- put_per_second: records stored, everything indexed, committed as adding commits
- times are of computing, not by the clock
- growth_mb: how much the adding process's peak grew between its 1,000th report and its last, with a
  reader that finds nothing: what intake and store themselves hold
- intake_share: per cent of the time of intake and store to that of reading the same reports
- of ``memory``, with the real reader and the process that takes files in: early_mb, late_mb, the
  median of what both hold together while the 2,000 reports after the 1,000th, and the last 2,000,
  are read; peak_mb, the adding process's peak

The data are synthetic and made anew each time from a seed: countries and events with the skew that
news has, one report in ten with a rare word. ``run`` measures 100,000 records, and search in
100,000 reports; ``million`` measures 1,000,000 records, for which some 3 GB of disk and several
minutes are needed; ``memory`` really reads 20,000 reports of one sentence, no two with the same
names, which takes several minutes. The gate runs the last two only by name
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
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import msgspec

from bench.common import MissingError, Outcome
from bench.speed import peak_mb

SMALL, LARGE = 100_000, 1_000_000
PER_REPORT = 5
SEARCHED = 100_000  # reports
MEMORY_REPORTS = 20_000
_SEED = 6
_EVENTS = ("CONSULT", "ACCUSE", "SUPPORT", "AID", "THREATEN", "ASSAULT", "AGREE", "REQUEST")
_WORDS = [
    "ministry",
    "border",
    "talks",
    "trade",
    "harbour",
    "convoy",
    "election",
    "army",
    "court",
    "envoy",
    "budget",
    "summit",
    "region",
    "police",
    "river",
    "treaty",
    "market",
    "union",
    "strike",
    "visit",
    "relief",
    "rebels",
    "bank",
    "school",
    "bridge",
]


def countries() -> list[str]:
    """Codes by how often they act: the first of them in a tenth of all records."""
    from onrecord.codes.countries import countries as known

    return sorted(known())[:120]


def synthetic(count: int) -> Iterator[tuple[object, list[object]]]:
    """Reports with PER_REPORT records each, ``count`` records in all; as Report and Records."""
    from onrecord.record import Entity, Part, Record, Voice, When, record_id
    from onrecord.report import Report

    chance, codes = random.Random(_SEED), countries()
    weights = [1 / (place + 3) for place in range(len(codes))]
    for number in range(count // PER_REPORT):
        day = date(2015, 1, 1) + timedelta(days=chance.randrange(3650))
        rare = f" rare{number // 10}" if number % 10 == 0 else ""
        lines = []
        for _ in range(PER_REPORT):
            one, other = chance.choices(codes, weights, k=2)
            filler = " ".join(chance.choices(_WORDS, k=25))
            lines.append(f"{one} met {other}, an official of {one} said, {filler}{rare}.")
        report = Report(text=f"No. {number}.\n" + "\n".join(lines), published=day)
        records: list[object] = []
        start = report.text.index("\n") + 1
        for line in lines:
            event, span = chance.choice(_EVENTS), (start + 4, start + 7)
            one, other = (
                Entity(text=line[at : at + 3], span=(start + at, start + at + 3), kind="state",
                       country=line[at : at + 3], name=line[at : at + 3], sector="GOV")
                for at in (0, 8)
            )  # fmt: skip
            at = start + line.index("an official")
            voice = Voice(text="an official", span=(at, at + 11), cue="said", entities=[one])
            records.append(
                Record(
                    id=record_id(report.id, span, event), report=report.id, event=event,
                    actors=[one], recipients=[other], status="attributed", voices=[voice],
                    when=When(start=day.isoformat(), end=day.isoformat(), precision="day"),
                    trigger=Part(text="met", span=span), confidence=0.8,
                    evidence=Part(text=line, span=(start, start + len(line))),
                )
            )  # fmt: skip
            start += len(line) + 1
        yield report, records


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

    chance, codes = random.Random(_SEED), countries()
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

    chance = random.Random(_SEED)
    rare = [f"{chance.choice(_WORDS)} rare{number * 7}" for number in range(20)]
    two = [" ".join(both) for both in itertools.pairwise(_WORDS[:5])]
    with Ledger(path, readonly=True) as ledger:
        return {
            name: median_ms(lambda w=w: ledger.search(w) for w in words)  # type: ignore[misc]
            for name, words in (
                ("search_ms", rare),
                ("common_search_ms", _WORDS[:5]),
                ("common_two_search_ms", two),
            )
        }


def growth(reports: int = MEMORY_REPORTS) -> float:
    """By how many MB this process grew between the 1,000th of ``reports`` and the last."""
    from onrecord.ledger.ledger import Ledger

    with tempfile.TemporaryDirectory() as name:
        source = Path(name, "rows.jsonl")
        with source.open("w", encoding="utf-8") as out:
            for report, _ in synthetic(reports * PER_REPORT):
                text = report.text.replace("\n", "\\n")  # type: ignore[attr-defined]
                out.write(f'{{"text": "{text}", "date": "2025-03-14"}}\n')
        first = 0.0
        with Ledger(Path(name, "x.db")) as ledger:
            steps = ledger.steps(source, read=lambda found: ([] for _ in found), reader="bench")
            for number, _ in enumerate(steps):
                first = first or (peak_mb() if number == 1000 else 0.0)
        return peak_mb() - first


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


def short(count: int) -> Iterator[str]:
    """Texts of one sentence, with names that come once only: whatever keeps names would grow."""
    from onrecord.codes.countries import countries as known

    chance, states = random.Random(_SEED), [known()[code].name for code in countries()]
    for _ in range(count):
        one, other = chance.sample(states, 2)
        person, place = ("".join(chance.choices(_SYLLABLES, k=4)).title() for _ in range(2))
        yield chance.choice(_PATTERNS).format(
            one=one, other=other, person=person, place=place,
            number=chance.randrange(100, 99_999), word=chance.choice(_WORDS),
        )  # fmt: skip


_SYLLABLES = ["ba", "den", "ka", "lor", "mi", "nesh", "o", "pul", "ra", "sto", "ti", "vek"]
_PATTERNS = [
    "{one} accused {other} of sending {number:,} soldiers to {place}, {person} said on Tuesday.",
    "{person}, an official of {one}, denied that {other} had closed the port of {place}.",
    "Envoys of {one} and {other} met in {place} to sign a treaty on the {word}.",
    "Police in {place} detained {number} people after a protest against the {word}.",
]


def held() -> tuple[float, float, float]:
    """By the real reader: MB held early and late, and the adding process's peak."""
    from onrecord.ledger.ledger import Ledger

    samples: list[float] = []
    with tempfile.TemporaryDirectory() as name:
        source = Path(name, "rows.jsonl")
        with source.open("wb") as out:
            for text in short(MEMORY_REPORTS):
                out.write(msgspec.json.encode({"text": text, "date": "2025-03-14"}) + b"\n")
        with Ledger(Path(name, "x.db")) as ledger:
            for step in ledger.steps(source):
                if step.what == "added":
                    samples.append(_resident_mb())
    if len(samples) != MEMORY_REPORTS:
        raise RuntimeError(f"{len(samples)} of {MEMORY_REPORTS} reports were read")
    return statistics.median(samples[1000:3000]), statistics.median(samples[-2000:]), peak_mb()


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
    seed = hashlib.sha256(f"{_SEED} {data} {_WORDS} {_PATTERNS}".encode()).hexdigest()
    return Outcome(bench="ledger", data=data, sha256=seed, figures=figures)


def _records(count: int) -> dict[str, float]:
    with tempfile.TemporaryDirectory() as name:
        path = Path(name, "bench.db")
        figures = {"put_per_second": fill(path, count), **answers(path)}
        return {**figures, "size_mb": path.stat().st_size / 1e6}


def run(*, shares: bool = False) -> list[Outcome]:
    """What the gate measures each time."""
    figures = {**_records(SMALL), "growth_mb": growth()}
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
    early, late, peak = held()
    figures = {"early_mb": early, "late_mb": late, "peak_mb": peak}
    return [_outcome(f"read-{MEMORY_REPORTS}-reports", figures)]


if __name__ == "__main__":
    outcomes = run(shares="--share" in sys.argv)
    outcomes += million() if "--million" in sys.argv else []
    outcomes += memory() if "--memory" in sys.argv else []
    for outcome in outcomes:
        print(outcome.data, *(f"{k} {v:.2f}" for k, v in outcome.figures.items()), sep="\n  ")
