"""Whether ``confidence`` means what it says: of the records at 0.8, are four in five right?

A record is right where it is paired with an expected one (bench/records.py) of the right
category, and its actors, status and negation are right. Figures, on the passages of our own and of
real news that nothing was fitted to:

- ece: expected calibration error (Guo and others, ICML 2017), ten bins of equal width: the mean
  distance of a bin's mean confidence from the share that is right in it, weighed by size.
- right, confidence: the share that is right and the mean confidence, in per cent.

Run: ``python -m bench.calibration``.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence

from bench import corpus
from bench.common import MissingError, Outcome, load, sha256
from bench.gold import FIELDS, Gold, right_event
from bench.records import align
from onrecord.record import Record

BINS = 10
JUDGED = ("actors", "status", "negated")
SETS = ("held", "voices-held", "news-held")


def verdicts(text: str, records: Sequence[Record], gold: Sequence[Gold]) -> list[bool]:
    """Whether each record is right."""
    pairs = align(text, records, gold)
    return [
        place in pairs
        and right_event(record, gold[pairs[place]])
        and all(FIELDS[name](record, gold[pairs[place]], text) is not False for name in JUDGED)
        for place, record in enumerate(records)
    ]


def error(judged: Iterable[tuple[float, bool]]) -> float:
    """Expected calibration error, 0 to 1, of (confidence, whether right)."""
    bins: list[list[tuple[float, bool]]] = [[] for _ in range(BINS)]
    for sure, right in judged:
        bins[min(int(sure * BINS), BINS - 1)].append((sure, right))
    total = sum(map(len, bins))
    gaps = (abs(sum(s for s, _ in one) - sum(r for _, r in one)) for one in bins if one)
    return sum(gaps) / total if total else 0.0


def run() -> list[Outcome]:
    """The figures of each set that is there."""
    reader = load("onrecord", "Reader")
    outcomes = []
    for name in SETS:
        path = corpus.SETS[name]
        judged: list[tuple[float, bool]] = []
        try:
            passages = corpus.passages(path)
        except MissingError as missing:
            print(f"calibration: {name} left out: {missing}", file=sys.stderr)
            continue
        for item in passages:
            records = corpus.read(reader, item)
            right = verdicts(item.text, records, item.records)
            judged += zip((r.confidence for r in records), right, strict=True)
        figures = {
            "ece": error(judged),
            "right": 100 * sum(right for _, right in judged) / max(1, len(judged)),
            "confidence": 100 * sum(sure for sure, _ in judged) / max(1, len(judged)),
        }
        digest = sha256(path)
        outcomes.append(Outcome(bench="calibration", data=name, sha256=digest, figures=figures))
    return outcomes


if __name__ == "__main__":
    for outcome in run():
        print(outcome.data, *(f"{k} {v:.3f}" for k, v in outcome.figures.items()), sep="\n  ")
