"""Whole reports against what careful readers put on record: bench/reports/.

Predicted and expected records are paired one to one, best pair first: those whose triggers
share a code point and whose category is right, then those with the trigger alone, then those
of one category whose evidence holds the expected trigger; among equals a required record goes
before an optional one, then the pair with more fields right. Figures of each set:

- honour_breaches: of the paired records that the report hands on (asserted is not among the
  statuses that would do), the per cent put on record as ``asserted``. It should be 0.
- found: per cent of the required records that were paired; precision: per cent of the
  predicted records that were paired with a required or optional one.
- right_FIELD: per cent of the paired required records with the field right (bench/gold.py);
  right_mean: the mean over event, mode, actors, recipients, when, basis, status, negated, voices.
- required, handed_on: how many records found and honour_breaches rest on (not per cent).

The sets: development, heldout (bench/reports/split.json; nobody looks at its records one by
one) and the report that the project started from. Run: ``python -m bench.records``;
``--show NAME`` prints the differences of one report that is not held out.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec

from bench.common import (
    BENCH,
    Counts,
    MissingError,
    Outcome,
    data_folder,
    load,
    part,
    sha256,
    share,
)
from bench.gold import BESIDE, FIELDS, Gold, overlap, right_event, trigger_span
from onrecord.record import Record

REPORTS = BENCH / "reports"
FIRST = "kim-putin-greetings"
Tally = dict[str, tuple[int, int]]


class Score(msgspec.Struct, frozen=True, kw_only=True):
    """Counts of one or several reports; ``fields`` holds right and judged records per field."""

    handed_on: int = 0
    vouched_for: int = 0
    found: Counts = Counts()
    expected: Counts = Counts()
    fields: Tally = {}

    def __add__(self, other: Score) -> Score:
        return Score(
            handed_on=self.handed_on + other.handed_on,
            vouched_for=self.vouched_for + other.vouched_for,
            found=self.found + other.found,
            expected=self.expected + other.expected,
            fields={
                name: (
                    self.fields.get(name, (0, 0))[0] + other.fields.get(name, (0, 0))[0],
                    self.fields.get(name, (0, 0))[1] + other.fields.get(name, (0, 0))[1],
                )
                for name in (*FIELDS, *BESIDE)
            },
        )

    def figures(self) -> dict[str, float]:
        """The measures by name, in per cent; honour first. A field never judged is left out."""
        right = {n: share(*self.fields[n]) for n in FIELDS if self.fields.get(n, (0, 0))[1]}
        beside = {n: share(*self.fields[n]) for n in BESIDE if self.fields.get(n, (0, 0))[1]}
        figures = (
            {"honour_breaches": share(self.vouched_for, self.handed_on)} if self.handed_on else {}
        )
        figures |= {"found": self.found.recall, "precision": self.expected.precision}
        if right:
            figures["right_mean"] = sum(right.values()) / len(right)
        figures |= {f"right_{name}": value for name, value in (right | beside).items()}
        return figures | {"required": float(self.found.gold), "handed_on": float(self.handed_on)}


def align(text: str, records: Sequence[Record], gold: Sequence[Gold]) -> dict[int, int]:
    """Pairs of predicted and expected records, by position: predicted -> expected."""
    candidates = sorted(
        (rank, i, j)
        for j, expected in enumerate(gold)
        for i, record in enumerate(records)
        if (rank := _rank(text, record, expected)) is not None
    )
    pairs: dict[int, int] = {}
    for _, i, j in candidates:
        if i not in pairs and j not in pairs.values():
            pairs[i] = j
    return pairs


def _rank(text: str, record: Record, gold: Gold) -> tuple[int, bool, int] | None:
    """How good a pair is, best first; None where the two can't be the same happening."""
    span = trigger_span(text, gold)
    event = right_event(record, gold)
    if overlap(record.trigger.span, span):
        tier = 0 if event else 1
    elif event and overlap(record.evidence.span, span):
        tier = 2
    else:
        return None
    right = sum(bool(judge(record, gold, text)) for judge in (FIELDS | BESIDE).values())
    return tier, gold.optional, -right


def score(text: str, records: Sequence[Record], gold: Sequence[Gold]) -> Score:
    """The counts of one report."""
    pairs = [(records[i], gold[j]) for i, j in align(text, records, gold).items()]
    handed_on = [r for r, g in pairs if "asserted" not in (g.status, *g.status_alternatives)]
    required = [(record, g) for record, g in pairs if not g.optional]
    fields: Tally = {}
    for name, judge in (FIELDS | BESIDE).items():
        verdicts = [judge(record, g, text) for record, g in required]
        judged = [verdict for verdict in verdicts if verdict is not None]
        fields[name] = (sum(judged), len(judged))
    wanted = sum(not g.optional for g in gold)
    return Score(
        handed_on=len(handed_on),
        vouched_for=sum(record.status == "asserted" for record in handed_on),
        found=Counts(len(required), len(records), wanted),
        expected=Counts(len(pairs), len(records), len(gold)),
        fields=fields,
    )


def difference(text: str, records: Sequence[Record], gold: Sequence[Gold]) -> Iterator[str]:
    """One report line by line: ``=`` right, ``~`` a field wrong, ``-`` not found, ``+`` extra."""
    pairs = {j: i for i, j in align(text, records, gold).items()}
    for j, expected in sorted(enumerate(gold), key=lambda item: trigger_span(text, item[1])):
        title = f"{expected.event} {expected.trigger!r}" + " (optional)" * expected.optional
        if j not in pairs:
            yield f"{'.' if expected.optional else '-'} {title}: {_short(expected)}"
            continue
        record = records[pairs[j]]
        wrong = [
            name
            for name, judge in (FIELDS | BESIDE).items()
            if judge(record, expected, text) is False
        ]
        yield f"{'~' if wrong else '='} {title}"
        for name in wrong:
            yield f"    {name}: {_value(record, name)}, expected {_value(expected, name)}"
    for i, record in enumerate(records):
        if i not in pairs.values():
            yield f"+ {record.event} {record.trigger.text!r}: {_short(record)}"


def _short(record: Record | Gold) -> str:
    names = ("actors", "recipients", "status", "voices")
    return "; ".join(f"{name} {_value(record, name)}" for name in names)


def _value(record: Record | Gold, name: str) -> str:
    if name == "sectors":
        entities = [*record.actors, *record.recipients]
        return str([f"{e.name or e.text}: {e.sector}" for e in entities])
    if name in {"when", "basis"}:
        when = record.when
        return f"{when.start} to {when.end}, {when.precision}, {when.basis}"
    if name == "amounts":
        return str([f"{a.bound} {a.value} {a.unit}" for a in record.amounts])
    if name == "voices":
        return str([f"{v.text} ({v.cue}: {v.stance})" for v in record.voices])
    value = getattr(record, name)
    if isinstance(value, list):
        return str([f"{e.name or e.text} ({e.country})" for e in value])
    return str(value)


def records_of(reader: Any, report: Any) -> list[Record]:
    """What the reader puts on record: the one place that knows its shape."""
    return list(reader.read(report))


def files(name: str) -> tuple[Path, Path]:
    """A report's text and its expected records. Raises MissingError where one is not there."""
    text = REPORTS / f"{name}.txt"
    if name == FIRST and not text.exists():
        text = data_folder().parent / "reports" / f"{name}.txt"
    for path in (text, REPORTS / f"{name}.json"):
        if not path.exists():
            raise MissingError(f"no {path.name} in {path.parent.name}/")
    return text, REPORTS / f"{name}.json"


def gold_of(path: Path) -> list[Gold]:
    """The expected records of a report; a key that is not known is an error."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=list[Gold])
    except msgspec.ValidationError as error:
        raise ValueError(f"{path.name}: {error}") from error


def split() -> dict[str, list[str]]:
    """The reports' names: development, heldout, and the report that the project started from."""
    path = REPORTS / "split.json"
    if not path.exists():
        raise MissingError("no split.json in bench/reports/")
    known = msgspec.convert(json.loads(path.read_text(encoding="utf-8")), dict[str, list[str]])
    sets = {name: [n for n in known.get(name, []) if n != FIRST] for name in known}
    return sets | {FIRST: [FIRST]}


def run() -> list[Outcome]:
    """Score the reader on each set whose files are there."""
    reader, from_file = load("onrecord", "Reader"), part("onrecord.intake.text", "from_file")
    outcomes = []
    for name, reports in split().items():
        try:
            paths = [files(report) for report in reports]
        except MissingError as error:
            print(f"records: {name} left out: {error}", file=sys.stderr)
            continue
        total = Score()
        for text, gold in paths:
            report = from_file(text)
            total += score(report.text, records_of(reader, report), gold_of(gold))
        digest = sha256(*(path for pair in paths for path in pair))
        outcomes.append(Outcome(bench="records", data=name, sha256=digest, figures=total.figures()))
    return outcomes


def show(name: str) -> Iterator[str]:
    """The differences of one report. Raises MissingError for one that is held out."""
    if name in split().get("heldout", []):
        raise MissingError(f"{name} is held out: only its figures are shown")
    text, gold = files(name)
    report = part("onrecord.intake.text", "from_file")(text)
    return difference(report.text, records_of(load("onrecord", "Reader"), report), gold_of(gold))


def main(arguments: Sequence[str]) -> None:
    """``--show NAME``, or the figures of all sets."""
    if arguments[:1] == ["--show"] and len(arguments) == 2:
        print(*show(arguments[1]), sep="\n")
        return
    for outcome in run():
        print(outcome.data, *(f"{k} {v:.1f}" for k, v in outcome.figures.items()), sep="\n  ")


if __name__ == "__main__":
    main(sys.argv[1:])
