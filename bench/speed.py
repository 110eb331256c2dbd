"""How fast a whole reading is, and how much of it is the bare encoder.

Seconds tell of the machine; the ratio of a whole reading to a bare pass of the encoder over
the same texts, in one run, tells of our code. The two are measured in turns, block by block,
so that a busy machine slows both alike; figures are medians over blocks and rounds. Each
setting (texts, cores) runs in a process of its own, which is bound to its cores before
anything is loaded. Linux binds; elsewhere only the number of threads is set.

- ratio; words_per_second, reports_per_second (whole reading); encoder_words_per_second
- load_seconds: to a Reader that has read one sentence, imports included
- peak_mb: the process's peak memory after a first reading of all texts

Texts: bench/reports/*.txt, and with ``--senate`` the first 500 press releases of
text/senate.jsonl.gz. Run: ``python -m bench.speed [--senate]``.
"""

from __future__ import annotations

import gzip
import itertools
import json
import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from typing import Any

import msgspec

from bench.common import BENCH, ROOT, MissingError, Outcome, data_file, load, part, sha256

OWN, SENATE = "own-reports", "senate"
ROUNDS = {OWN: 5, SENATE: 1}
BLOCK = 20  # texts
CORES = (1, 2)


class Turn(msgspec.Struct, frozen=True, kw_only=True):
    """Seconds of both tasks over one block, and the block's size."""

    reading: float
    encoding: float
    words: int
    reports: int


def turns(
    texts: Sequence[str],
    read: Callable[[Sequence[str]], object],
    encode: Callable[[Sequence[str]], object],
    *,
    rounds: int,
    block: int = BLOCK,
    clock: Callable[[], float] = time.perf_counter,
) -> list[Turn]:
    """Time both tasks on each block in turns; who goes first changes every time."""
    done: list[Turn] = []
    for _, start in itertools.product(range(rounds), range(0, len(texts), block)):
        part_ = texts[start : start + block]
        seconds: dict[bool, float] = {}
        for is_reading in (True, False) if len(done) % 2 == 0 else (False, True):
            began = clock()
            (read if is_reading else encode)(part_)
            seconds[is_reading] = clock() - began
        words = sum(len(text.split()) for text in part_)
        done.append(
            Turn(reading=seconds[True], encoding=seconds[False], words=words, reports=len(part_))
        )
    return done


def figures(done: Sequence[Turn]) -> dict[str, float]:
    """Medians over the turns."""
    return {
        "ratio": statistics.median(turn.reading / turn.encoding for turn in done),
        "words_per_second": statistics.median(turn.words / turn.reading for turn in done),
        "reports_per_second": statistics.median(turn.reports / turn.reading for turn in done),
        "encoder_words_per_second": statistics.median(turn.words / turn.encoding for turn in done),
    }


def encoder(texts: Sequence[str], cores: int) -> Callable[[Sequence[str]], object]:
    """The bare encoder over texts: the model's windows through its session, and nothing else.

    Words, subwords and windows are made here, before the clock; what is timed is
    ``Model.encode`` of each window, as many at once as there are cores. This function and
    ``reading`` are the only ones that know the package's parts: change them with it.
    """
    windows = part("onrecord.language.windows", "windows")
    words_of = part("onrecord.language.pipeline", "words_of")
    folder = load("onrecord.language.weights", "folder")
    model = load("onrecord.language.model", "Model", folder=folder)
    blank = part("spacy", "blank")("en")
    prepared = {text: windows(words_of(blank.make_doc(text)), model.cut) for text in texts}
    pool = ThreadPoolExecutor(cores)

    def encode(some: Sequence[str]) -> None:
        parts = [window for text in some for window in prepared[text]]
        for _ in pool.map(model.encode, parts) if cores > 1 else map(model.encode, parts):
            pass  # the answers are let go of, one by one

    return encode


def reading(cores: int) -> Callable[[Sequence[str]], object]:
    """A whole reading of texts by one Reader's ``pipe``, as many threads as cores."""
    report = part("onrecord", "Report")
    reader = load("onrecord", "Reader", threads=cores)

    def read(texts: Sequence[str]) -> None:
        reports = (report(text=text, published=date(2024, 5, 1)) for text in texts)
        for _ in reader.pipe(reports):
            pass

    return read


def texts_of(name: str) -> tuple[list[str], list[Path]]:
    """The texts of a setting and the files that they stand in."""
    if name == SENATE:
        path = data_file("text/senate.jsonl.gz")
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            return [json.loads(line)["text"] for line in itertools.islice(lines, 500)], [path]
    paths = sorted((BENCH / "reports").glob("*.txt"))
    if not paths:
        raise MissingError("no texts in bench/reports/")
    return [path.read_text(encoding="utf-8") for path in paths], paths


def peak_mb() -> float:
    """Peak memory of this process in MB (10**6 bytes)."""
    status = Path("/proc/self/status")
    if status.exists():  # getrusage's figure is handed down by the process that started this one
        line = next(x for x in status.read_text().splitlines() if x.startswith("VmHWM"))
        return int(line.split()[1]) * 1024 / 1e6
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / 1e6 if sys.platform == "darwin" else peak * 1024 / 1e6


def child(name: str, cores: int) -> dict[str, float]:
    """Measure one setting in this process, which must be fresh."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:cores])
    texts, _ = texts_of(name)
    began = time.perf_counter()
    read = reading(cores)
    read(["The minister left Lima on Monday."])
    loaded = time.perf_counter() - began
    read(texts)
    memory = peak_mb()
    encode = encoder(texts, cores)
    encode(texts[:1])
    done = turns(texts, read, encode, rounds=ROUNDS[name])
    return {**figures(done), "load_seconds": loaded, "peak_mb": memory}


def measure(name: str, cores: int) -> Outcome:
    """One setting in a process of its own. Raises MissingError as that process does."""
    _, paths = texts_of(name)
    path = os.pathsep.join([str(ROOT / "src"), os.environ.get("PYTHONPATH", "")])
    threads = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"), str(cores))
    done = subprocess.run(
        [sys.executable, "-m", "bench.speed", "--child", name, str(cores)],
        cwd=ROOT,
        env={**os.environ, **threads, "PYTHONPATH": path},
        capture_output=True,
        text=True,
        check=False,
    )
    answer = json.loads(done.stdout.splitlines()[-1]) if done.stdout.strip() else {}
    if "missing" in answer:
        raise MissingError(answer["missing"])
    if done.returncode:
        raise RuntimeError(f"speed: {name} on {cores} cores failed:\n{done.stderr[-2000:]}")
    return Outcome(bench="speed", data=f"{name}-{cores}", sha256=sha256(*paths), figures=answer)


def run(*, senate: bool = False) -> list[Outcome]:
    """All settings that this machine has the cores for."""
    available = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    names = (OWN, SENATE) if senate else (OWN,)
    cores = [count for count in CORES if count <= (available or 1)]
    return [measure(name, count) for name, count in itertools.product(names, cores)]


def main(arguments: Sequence[str]) -> None:
    """``--child NAME CORES`` answers in one line of JSON; otherwise all settings are printed."""
    if arguments[:1] == ["--child"]:
        try:
            answer: dict[str, Any] = child(arguments[1], int(arguments[2]))
        except MissingError as error:
            answer = {"missing": str(error)}
        print(json.dumps(answer))
        return
    for outcome in run(senate="--senate" in arguments):
        print(outcome.data, *(f"{k} {v:.2f}" for k, v in outcome.figures.items()), sep="\n  ")


if __name__ == "__main__":
    main(sys.argv[1:])
