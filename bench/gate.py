"""The gate: measure all that can be measured here, keep the figures, let no score sink.

``python bench/gate.py`` runs every bench; one whose data or part of onrecord is missing is
skipped and says why. It fails (exit status 1) where a score lies under its floor by more than
the tolerance, and where a bench breaks.

  --only NAME ...   these benches only; the long ones run in no other way
  --record          append the figures to bench/results.jsonl and write docs/bench.md anew
  --raise           put the floors up to this run's figures where they are as good or better
  --lower NAME VALUE --reason TEXT   put a floor down, keep the reason; measures nothing
  --all-there       a skipped bench is a failure too (where all data should be)
"""

from __future__ import annotations

import argparse
import shlex
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

import msgspec

if __package__ in {None, ""}:  # run as a file: the repository instead of bench/
    sys.path[0] = str(Path(__file__).resolve().parent.parent)

from bench.common import BENCH, MissingError, Outcome, code_sha256, model_sha256, part
from bench.floors import Floors, Score, failures, lowered, raised
from bench.table import RESULTS, Row, write

FLOORS = BENCH / "floors.json"
BENCHES = {
    "language": "bench.language:run",
    "voices": "bench.voices:run",
    "certainty": "bench.certainty:run",
    "dates": "bench.halves:dates",
    "places": "bench.halves:places",
    "actors": "bench.actors:run",
    "records": "bench.records:run",
    "stories": "bench.stories:run",
    "accounts": "bench.accounts:run",
    "corpus": "bench.corpus:run",
    "calibration": "bench.calibration:run",
    "pairs": "bench.pairs:run",
    "speed": "bench.speed:run",
    "ledger": "bench.ledger:run",
}
"""Each bench and what runs it: a function without arguments that gives outcomes."""
LONG = {"ledger-million": "bench.ledger:million", "ledger-memory": "bench.ledger:memory"}
"""Those that take a quarter of an hour or gigabytes: run where ``--only`` names them."""


def runner(name: str) -> Callable[[], list[Outcome]]:
    """What runs a bench. Raises MissingError where it can't be loaded."""
    module, function = {**BENCHES, **LONG}[name].split(":")
    run: Callable[[], list[Outcome]] = part(module, function)
    return run


def measure(
    names: Sequence[str], run_of: Callable[[str], Callable[[], list[Outcome]]] = runner
) -> tuple[list[Outcome], dict[str, str], dict[str, str]]:
    """Run the benches: outcomes, the reasons of those skipped, the errors of those that broke."""
    outcomes: list[Outcome] = []
    skipped: dict[str, str] = {}
    broken: dict[str, str] = {}
    for name in names:
        try:
            outcomes += run_of(name)()
        except MissingError as error:
            skipped[name] = str(error)
        except Exception as error:  # one broken bench must not hide the others' figures
            broken[name] = f"{type(error).__name__}: {error}"
    return outcomes, skipped, broken


def scores(outcomes: Sequence[Outcome]) -> dict[str, Score]:
    """Every figure under its name ``bench/data/figure``."""
    return {
        f"{outcome.bench}/{outcome.data}/{figure}": Score(value, outcome.sha256)
        for outcome in outcomes
        for figure, value in outcome.figures.items()
    }


def rows(outcomes: Sequence[Outcome], *, date: str, command: str) -> list[Row]:
    """The outcomes as rows of the table of results."""
    model, code = model_sha256(), code_sha256()
    return [
        Row(
            date=date,
            bench=outcome.bench,
            data=outcome.data,
            data_sha256=outcome.sha256,
            model_sha256=model,
            code_sha256=code,
            command=command,
            figures={name: round(value, 3) for name, value in outcome.figures.items()},
        )
        for outcome in outcomes
    ]


def read_floors() -> Floors:
    """The floors as they stand; none where the file is not there."""
    return msgspec.json.decode(FLOORS.read_bytes(), type=Floors) if FLOORS.exists() else Floors()


def write_floors(floors: Floors) -> None:
    """Write the floors, indented, so that a change reads well as a difference."""
    FLOORS.write_bytes(msgspec.json.format(msgspec.json.encode(floors), indent=2) + b"\n")


def append(new: Sequence[Row]) -> None:
    """Append rows to bench/results.jsonl: nothing in it is ever changed or taken out."""
    with RESULTS.open("ab") as file:
        file.writelines(msgspec.json.encode(row) + b"\n" for row in new)


def options(arguments: Sequence[str] | None) -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(prog="bench/gate.py", description=__doc__.split("\n")[0])
    names = [*BENCHES, *LONG]
    parser.add_argument("--only", nargs="+", choices=names, default=list(BENCHES))
    parser.add_argument("--record", action="store_true")
    parser.add_argument("--raise", action="store_true", dest="raise_")
    parser.add_argument("--lower", nargs=2, metavar=("NAME", "VALUE"))
    parser.add_argument("--reason", default="")
    parser.add_argument("--all-there", action="store_true")
    return parser.parse_args(arguments)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the gate; 0 where nothing sank and nothing broke."""
    wanted = options(arguments)
    today = datetime.now(UTC).date().isoformat()
    floors = read_floors()
    if wanted.lower:
        name, value = wanted.lower
        try:
            write_floors(lowered(floors, name, float(value), reason=wanted.reason, date=today))
        except ValueError as error:
            print(f"not lowered: {error}", file=sys.stderr)
            return 2
        return 0
    outcomes, skipped, broken = measure(wanted.only)
    found = scores(outcomes)
    for name, score in found.items():
        floor = floors.floors.get(name)
        print(f"{name:55} {score.value:10.2f}" + (f"   floor {floor.floor}" if floor else ""))
    sunk = failures(found, floors)
    for word, lines in (("skipped", skipped), ("BROKEN", broken)):
        for name, reason in lines.items():
            print(f"{word} {name}: {reason}")
    for line in sunk:
        print(f"SANK {line}")
    if wanted.record:
        command = shlex.join(["python", "bench/gate.py", *(arguments or sys.argv[1:])])
        append(rows(outcomes, date=today, command=command))
        write()
    if wanted.raise_:
        write_floors(raised(found, floors))
    return 1 if sunk or broken or (skipped and wanted.all_there) else 0


if __name__ == "__main__":
    sys.exit(main())
