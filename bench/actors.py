"""How often a phrase is resolved to the right actor, on phrases of our own.

``actors/phrases.tsv`` holds phrases with the day of publication, the words around where they
matter, and what is right. Right country: the same code, or none where none can be told; right
sector alike; both: both at once. kind and name are measured where the file asks for them. A phrase
that means nobody must be left unresolved to count as right. The rows are split by SHA-256: the
tables were developed on those whose last hex digit is even; the figures for the gate are of the
others. Run: ``python -m bench.actors`` (``--misses``: what went wrong in the developed half).
"""

from __future__ import annotations

import csv
import hashlib
import sys
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from bench.common import BENCH, Outcome, part, sha256, share

PHRASES = BENCH / "actors" / "phrases.tsv"
Row = dict[str, str]
Resolve = Callable[..., Any]


def phrases(*, held: bool) -> list[Row]:
    """The rows of one half: the held one, or the one that the tables were developed on."""
    lines = PHRASES.read_text(encoding="utf-8").splitlines()
    rows = csv.DictReader(
        (line for line in lines if not line.startswith("#")),
        delimiter="\t",
        quoting=csv.QUOTE_NONE,
    )
    return [row for row in rows if is_held(row) == held]


def is_held(row: Row) -> bool:
    """Whether nobody looks at a row singly: by the hash of its phrase, day and context."""
    key = "\t".join(row[column] for column in ("phrase", "published", "context"))
    return int(hashlib.sha256(key.encode()).hexdigest()[-1], 16) % 2 == 1


def verdict(row: Row, found: Any) -> dict[str, bool]:
    """Which of a row's questions an answer gets right; only those that the row asks."""
    right = {
        "country": (found.country or "") == row["country"],
        "sector": (found.sector or "") == row["sector"],
    }
    right["both"] = all(right.values())
    if row["kind"]:
        right["kind"] = (found.kind or "none") == row["kind"]
    if row["name"]:
        right["name"] = found.name == row["name"]
    return right


def score(rows: Sequence[Row], resolve: Resolve) -> tuple[dict[str, float], list[str]]:
    """Per cent right of each question, and a line for every row that was not right in both."""
    verdicts: list[dict[str, bool]] = []
    misses = []
    for row in rows:
        found = resolve(
            row["phrase"],
            published=date.fromisoformat(row["published"]),
            context=row["context"] or None,
        )
        verdicts.append(verdict(row, found))
        if not all(verdicts[-1].values()):
            said = (found.country, found.sector, found.kind, found.name)
            wanted = tuple(row[column] or None for column in ("country", "sector", "kind", "name"))
            misses.append(f"{row['phrase']} ({row['published']}): {said} for {wanted}")
    questions = {question for one in verdicts for question in one}
    figures = {
        question: share(
            sum(one.get(question, False) for one in verdicts),
            sum(question in one for one in verdicts),
        )
        for question in sorted(questions)
    }
    return {**figures, "phrases": float(len(rows))}, misses


def run() -> list[Outcome]:
    """The held half, for the gate."""
    figures, _ = score(phrases(held=True), part("onrecord", "resolve_actor"))
    return [Outcome(bench="actors", data="phrases-held", sha256=sha256(PHRASES), figures=figures)]


def main() -> None:
    resolve = part("onrecord", "resolve_actor")
    for name, held in (("developed on", False), ("held", True)):
        figures, misses = score(phrases(held=held), resolve)
        print(f"{name}:", ", ".join(f"{key} {value:.1f}" for key, value in figures.items()))
        if "--misses" in sys.argv and not held:
            print(*misses, sep="\n")


if __name__ == "__main__":
    main()
