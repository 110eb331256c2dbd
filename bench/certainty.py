"""How sure: the factuality of predicates, on the development parts of UW (news) and UDS-IH2 (web).

A predicate is a word of a sentence whose label people gave on the scale from -3 (certainly did
not happen) to 3 (certainly did). Figures of each set:

- mae: mean absolute error of ``Reader.certainty`` on that scale;
- pearson: Pearson's r of values and labels, in per cent; 0 where either never changes;
- median_mae: the error of whoever always answers with the set's own median label, which knows
  more than it should; under_median: by how many per cent mae lies under it;
- predicates: how many there are (not per cent).

The sentences come as words with spaces between; they are written as a report would write them
before they are read. Run: ``python -m bench.certainty``.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from statistics import fmean, median
from typing import Any

import msgspec

from bench.common import MissingError, Outcome, data_file, load, sha256

DATA = {"uw-dev": "certainty/uw-dev.jsonl", "uds-dev": "certainty/uds-ih2-dev.jsonl"}
LOWEST, HIGHEST = -3.0, 3.0
CLOSING = frozenset((*".,;:!?)]}%", "''", "...", "”"))
OPENING = frozenset(("(", "[", "{", "$", "``", "“", "C$", "US$", "A$", "#"))
MARKS = {"``": '"', "''": '"', "-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]"}

Span = tuple[int, int]


class Case(msgspec.Struct, frozen=True, kw_only=True):
    """A sentence and its labelled predicates: spans in code points of the text."""

    text: str
    spans: list[Span]
    labels: list[float]


def cases(path: Path) -> list[Case]:
    """The labelled sentences of a file, one JSON object a line."""
    found = []
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        text, places = written(row["text"].split(" "))
        targets = [(t["span1"], float(t["label"])) for t in row["targets"]]
        targets = [
            (span, label) for span, label in targets if 0 <= span[0] < span[1] <= len(places)
        ]
        spans = [(places[first][0], places[last - 1][1]) for (first, last), _ in targets]
        found.append(Case(text=text, spans=spans, labels=[label for _, label in targets]))
    return found


def written(words: Sequence[str]) -> tuple[str, list[Span]]:
    """Words as they would be written, and where each stands."""
    text, places, quoted, tight = "", [], False, True
    for word in words:
        letters = MARKS.get(word, word)
        closes = word in CLOSING or word.startswith("'") or word == "n't"
        opens = word in OPENING
        if word == '"':
            closes, opens, quoted = quoted, not quoted, not quoted
        if word and not tight and not closes:
            text += " "
        places.append((len(text), len(text) + len(letters)))
        text += letters
        tight = opens or (tight and not word)
    return text, places


def score(found: Sequence[float], labels: Sequence[float]) -> dict[str, float]:
    """The figures of one set."""
    if not labels:
        raise MissingError("no labelled predicates in the set")
    middle = median(labels)
    mae = fmean(abs(a - b) for a, b in zip(found, labels, strict=True))
    baseline = fmean(abs(label - middle) for label in labels)
    return {
        "mae": mae,
        "pearson": 100 * correlation(found, labels),
        "median_mae": baseline,
        "under_median": 100 * (1 - mae / baseline) if baseline else 0.0,
        "predicates": float(len(labels)),
    }


def correlation(one: Sequence[float], other: Sequence[float]) -> float:
    """Pearson's r; 0 where one of the two never changes."""
    mean_one, mean_other = fmean(one), fmean(other)
    pairs = [(a - mean_one, b - mean_other) for a, b in zip(one, other, strict=True)]
    spread = sum(a * a for a, _ in pairs) * sum(b * b for _, b in pairs)
    return float(sum(a * b for a, b in pairs) / spread**0.5) if spread else 0.0


def values_of(reader: Any, case: Case) -> list[float]:
    """How certain the reader holds each predicate: the one place that knows its shape."""
    return [item.value for item in reader.certainty(case.text, case.spans)]


def run() -> list[Outcome]:
    """Score the reader on each set."""
    paths = {name: data_file(file) for name, file in DATA.items()}
    reader = load("onrecord", "Reader")
    outcomes = []
    for name, path in paths.items():
        rows = [case for case in cases(path) if case.spans]
        found = [value for case in rows for value in values_of(reader, case)]
        figures = score(found, [label for case in rows for label in case.labels])
        outcomes.append(Outcome(bench="certainty", data=name, sha256=sha256(path), figures=figures))
    return outcomes


if __name__ == "__main__":
    for outcome in run():
        print(outcome.data, *(f"{k} {v:.3f}" for k, v in outcome.figures.items()), sep="\n  ")
