"""Passages and their records: training/corpus/records/ (our own), training/corpus/news/ (real).

Passages of one to twelve sentences (training/corpus/notation.py, standoff.py) scored as whole
reports are (bench/records.py): the same pairing, the same judgement of each field. Figures of each
set, in per cent:

- honour_breaches: of the paired records that the passage hands on, those put on record as
  ``asserted``. It should be 0.
- precision, recall, f1: records paired with an expected one of the right category. An optional
  record that was found counts as right, one that was not found as nothing.
- right_actor_country, right_recipient_country: of the required records paired, those whose
  actors (recipients) have just the expected countries; what stands without one on either side
  counts as one more country.
- right_FIELD: mode, when, voices (their number, words and stances, outermost first), status.
- extra_in_negatives: records per 100 passages in which nothing is to be put on record.
- required, handed_on: how many records the figures rest on (not per cent).

The sets: dev and news-dev; held, voices-held, news-held and news-held-2, which nobody looks at one
by one. The texts of real news lie in the data folder. A set whose file or texts are not there is
left out.
Run: ``python -m bench.corpus``; ``--show FILE [ID]`` prints the differences passage by passage for
a file that is not held out.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec

from bench.common import ROOT, Counts, MissingError, Outcome, load, part, sha256, share
from bench.gold import FIELDS, Actor, Gold, right_event
from bench.records import align, difference, records_of
from onrecord.record import Entity, Record

FOLDER = ROOT / "training" / "corpus" / "records"
NEWS = FOLDER.parent / "news"
SETS = {
    "dev": FOLDER / "dev.txt",
    "held": FOLDER / "held.txt",
    "voices-held": FOLDER / "voices-held.txt",
    "news-dev": NEWS / "dev.jsonl",
    "news-held": NEWS / "held.jsonl",
    "news-held-2": NEWS / "held-2.jsonl",
}
JUDGED = ("mode", "when", "voices", "status")

Tally = dict[str, tuple[int, int]]


class Score(msgspec.Struct, frozen=True, kw_only=True):
    """Counts of one or several passages; ``right`` holds right and judged records per field."""

    handed_on: int = 0
    vouched_for: int = 0
    found: Counts = Counts()
    expected: Counts = Counts()
    right: Tally = {}
    negatives: int = 0
    extra: int = 0

    def __add__(self, other: Score) -> Score:
        names = {**self.right, **other.right}
        return Score(
            handed_on=self.handed_on + other.handed_on,
            vouched_for=self.vouched_for + other.vouched_for,
            found=self.found + other.found,
            expected=self.expected + other.expected,
            right={
                name: (
                    self.right.get(name, (0, 0))[0] + other.right.get(name, (0, 0))[0],
                    self.right.get(name, (0, 0))[1] + other.right.get(name, (0, 0))[1],
                )
                for name in names
            },
            negatives=self.negatives + other.negatives,
            extra=self.extra + other.extra,
        )

    def figures(self) -> dict[str, float]:
        """The measures by name; honour first. What was never judged is left out."""
        figures = (
            {"honour_breaches": share(self.vouched_for, self.handed_on)} if self.handed_on else {}
        )
        precision, recall = self.expected.precision, self.found.recall
        figures |= {"precision": precision, "recall": recall}
        figures["f1"] = 2 * precision * recall / (precision + recall) if precision else 0.0
        figures |= {
            f"right_{name}": share(*counts) for name, counts in self.right.items() if counts[1]
        }
        if self.negatives:
            figures["extra_in_negatives"] = share(self.extra, self.negatives)
        return figures | {"required": float(self.found.gold), "handed_on": float(self.handed_on)}


def score(text: str, records: Sequence[Record], gold: Sequence[Gold]) -> Score:
    """The counts of one passage."""
    aligned = [(records[i], gold[j]) for i, j in align(text, records, gold).items()]
    pairs = [(record, g) for record, g in aligned if right_event(record, g)]
    handed_on = [r for r, g in aligned if "asserted" not in (g.status, *g.status_alternatives)]
    required = [(record, g) for record, g in pairs if not g.optional]
    right: Tally = {
        "actor_country": _tally(_same_countries(r.actors, g.actors) for r, g in required),
        "recipient_country": _tally(
            _same_countries(r.recipients, g.recipients) for r, g in required
        ),
    }
    for name in JUDGED:
        right[name] = _tally(FIELDS[name](record, g, text) for record, g in required)
    return Score(
        handed_on=len(handed_on),
        vouched_for=sum(record.status == "asserted" for record in handed_on),
        found=Counts(len(required), len(records), sum(not g.optional for g in gold)),
        expected=Counts(len(pairs), len(records), len(gold)),
        right=right,
        negatives=int(not gold),
        extra=0 if gold else len(records),
    )


def _tally(verdicts: Iterable[bool | None]) -> tuple[int, int]:
    judged = [verdict for verdict in verdicts if verdict is not None]
    return sum(judged), len(judged)


def _same_countries(found: Sequence[Entity], gold: Sequence[Actor]) -> bool:
    """Whether the countries are those expected, optional entities' there or not."""
    mine = {entity.country for entity in found}
    required = {actor.country for actor in gold if not actor.optional}
    return required <= mine <= {actor.country for actor in gold}


def passages(path: Path) -> list[Any]:
    """The passages of a file. Raises MissingError where it or its texts are not there."""
    if not path.exists():
        raise MissingError(f"no {path.name} in training/corpus/{path.parent.name}/")
    form = "standoff" if path.suffix == ".jsonl" else "notation"
    return list(part(f"training.corpus.{form}", "passages")(path))


def read(reader: Any, passage: Any) -> list[Record]:
    """What the reader puts on record of a passage."""
    report = part("onrecord.report", "Report")(text=passage.text, published=passage.published)
    return records_of(reader, report)


def file(name: str) -> Path:
    """A file of either folder by its name: ``tune-1.txt``, ``dev.jsonl``."""
    return ((NEWS if name.endswith(".jsonl") else FOLDER) / name).resolve()


def total(reader: Any, path: Path) -> Score:
    """The counts of a file."""
    counts = Score()
    for passage in passages(path):
        counts += score(passage.text, read(reader, passage), passage.records)
    return counts


def run() -> list[Outcome]:
    """Score the reader on each set whose file and texts are there."""
    reader, outcomes = load("onrecord", "Reader"), []
    for name, path in SETS.items():
        try:
            figures = total(reader, path).figures()
        except MissingError as error:
            print(f"corpus: {name} left out: {error}", file=sys.stderr)
            continue
        outcomes.append(Outcome(bench="corpus", data=name, sha256=sha256(path), figures=figures))
    if not outcomes:
        raise MissingError("none of the corpus's measured parts is there")
    return outcomes


def show(name: str, *ids: str) -> Iterator[str]:
    """The differences of a file's passages. Raises MissingError for one that is held out."""
    path = file(name)
    if "held" in path.stem:
        raise MissingError(f"{path.name} is held out: only its figures are shown")
    reader = load("onrecord", "Reader")
    for passage in passages(path):
        if not ids or passage.id in ids:
            yield f"\n# {passage.published} {passage.id}\n{passage.text}"
            yield from difference(passage.text, read(reader, passage), passage.records)


def main(arguments: Sequence[str]) -> None:
    """``--show FILE [ID ...]``, ``FILE`` for one file's figures, or those of all sets."""
    if arguments[:1] == ["--show"] and len(arguments) > 1:
        print(*show(*arguments[1:]), sep="\n")
        return
    if arguments:
        for name in arguments:
            figures = total(load("onrecord", "Reader"), file(name)).figures()
            print(name, *(f"{k} {v:.1f}" for k, v in figures.items()), sep="\n  ")
        return
    for outcome in run():
        print(outcome.data, *(f"{k} {v:.1f}" for k, v in outcome.figures.items()), sep="\n  ")


if __name__ == "__main__":
    main(sys.argv[1:])
