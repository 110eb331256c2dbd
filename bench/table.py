"""docs/bench.md out of our dated results and the rivals' figures.

bench/results.jsonl is append-only and written by the gate; bench/rivals.json is kept by hand:
each table's columns, the rivals' figures with date and source, and which of our figures stand
in which column. Run ``python bench/table.py`` after a change of either; ``--check`` fails
where docs/bench.md is not what it should be, as a test does.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

if __package__ in {None, ""}:  # run as a file: the repository instead of bench/
    sys.path[0] = str(Path(__file__).resolve().parent.parent)

from bench.common import BENCH, ROOT

RESULTS = BENCH / "results.jsonl"
RIVALS = BENCH / "rivals.json"
PAGE = ROOT / "docs" / "bench.md"
SHOWN = 6  # days in a table; all of them stay in results.jsonl


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """One line of results.jsonl: the figures of one bench on one data set on one day."""

    date: str
    bench: str
    data: str
    data_sha256: str
    model_sha256: str | None
    code_sha256: str
    command: str
    figures: dict[str, float]


class Ours(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A line of ours in a rivals' table: ``bench/data`` and the figure of each column, or null."""

    name: str
    data: str
    figures: list[str | None]


class System(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A rival: its figures as printed, whether we ran it, the day noted, and the source."""

    name: str
    values: list[str]
    ran: bool
    date: str
    source: str


class Table(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A table of rivals for one measure."""

    title: str
    note: str
    columns: list[str]
    ours: list[Ours] = []
    systems: list[System]


OPENING = """\
# Figures

<!-- Written by bench/table.py from bench/results.jsonl and bench/rivals.json. -->

Every figure of ours is dated and names its data, model, code and command (bench/results.jsonl);
a rival's date is the day its figure was noted here.
Ours are of development parts; the rivals' are of the test parts named above each table, unless
it says otherwise, so that the two stand beside each other and not on one scale. A star marks a
rival that was run for this project; the others are as published. How each is measured stands at
the head of bench's modules; bench/README.md says how to measure again.
"""


def render(results: Sequence[Row], tables: Sequence[Table]) -> str:
    """The page."""
    parts = [OPENING]
    parts += ["\n".join(_table(results, table)) for table in tables]
    parts += ["## All our figures\n"]
    parts += ["\n".join(_history(results, key)) for key in sorted({_key(row) for row in results})]
    if not results:
        parts += ["Nothing has been measured yet.\n"]
    return "\n".join(parts)


def _key(row: Row) -> str:
    return f"{row.bench}/{row.data}"


def _table(results: Sequence[Row], table: Table) -> Iterator[str]:
    yield f"## {table.title}\n"
    yield f"{table.note}\n"
    yield _line(["system", *table.columns, "date", "source"])
    yield _line(["---"] * (len(table.columns) + 3))
    for ours in table.ours:
        row = next((row for row in reversed(results) if _key(row) == ours.data), None)
        values = [_figure(row, figure) for figure in ours.figures]
        date = row.date if row else ""
        yield _line([f"**{ours.name}**", *values, date, ours.data if row else "not measured yet"])
    for system in table.systems:
        star = "\\*" if system.ran else ""
        yield _line([system.name + star, *system.values, system.date, system.source])
    yield ""


def _figure(row: Row | None, name: str | None) -> str:
    if row is None or name is None or name not in row.figures:
        return ""
    value = row.figures[name]
    return f"{value:.1f}" if abs(value) >= 3 else f"{value:.2f}"  # errors on a scale of 3


def _history(results: Sequence[Row], key: str) -> Iterator[str]:
    rows = [row for row in results if _key(row) == key]
    by_day = {row.date: row for row in rows}  # the last of a day
    days = sorted(by_day)[-SHOWN:]
    last = by_day[days[-1]]
    model = f", model `{last.model_sha256[:8]}`" if last.model_sha256 else ""
    yield f"### {key}\n"
    marks = f"Data `{last.data_sha256[:8]}`{model}, code `{last.code_sha256[:8]}`"
    yield f"{marks}, `{last.command}`.\n"
    yield _line(["figure", *days])
    yield _line(["---"] * (len(days) + 1))
    for figure in last.figures:
        values = [by_day[day].figures.get(figure) for day in days]
        yield _line([figure, *("" if value is None else f"{value:.2f}" for value in values)])
    yield ""


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def read_results() -> list[Row]:
    """All rows, oldest first."""
    lines = RESULTS.read_bytes().splitlines() if RESULTS.exists() else []
    return [msgspec.json.decode(line, type=Row) for line in lines if line.strip()]


def read_rivals() -> list[Table]:
    """The rivals' tables. Raises ValueError where a line is longer or shorter than its header."""
    tables = msgspec.json.decode(RIVALS.read_bytes(), type=list[Table])
    for table in tables:
        cells = [(s.name, s.values) for s in table.systems] + [
            (o.name, o.figures) for o in table.ours
        ]
        for name, values in cells:
            if len(values) != len(table.columns):
                raise ValueError(f"{table.title}: {name} has {len(values)} values")
    return tables


def page() -> str:
    """The page as it should be."""
    return render(read_results(), read_rivals())


def write() -> None:
    """Write docs/bench.md."""
    PAGE.parent.mkdir(exist_ok=True)
    PAGE.write_text(page(), encoding="utf-8")


def is_current() -> bool:
    """Whether docs/bench.md is what it should be."""
    return PAGE.exists() and PAGE.read_text(encoding="utf-8") == page()


if __name__ == "__main__":
    if "--check" in sys.argv[1:]:
        if not is_current():
            sys.exit("docs/bench.md is not current: run python bench/table.py")
    else:
        write()
