"""On whose word: who is cited for what, by which words, on PolNeAR's development part.

A relation is one attribution: source, cue and content, each a set of code points that are
not white space. Measures (Newell and others 2018, as in our table of rivals):

- relation F1: a predicted and a gold relation match where their contents have a Jaccard of
  0.5 or more over code points and their sources share a code point, or both have none;
  one to one, as many matches as possible;
- token F1 of source, cue and content: over words and punctuation marks; a token counts once
  for each role in a document, however many relations give it that role;
- exact F1: source, cue and content are all the same code points.

All are micro means over the documents. Run: ``python -m bench.voices``.
"""

from __future__ import annotations

import json
import re
import time
from collections import Counter
from collections.abc import Sequence
from typing import Any

import msgspec

from bench.common import (
    Chars,
    Counts,
    Outcome,
    compare,
    data_file,
    ink,
    jaccard,
    load,
    matching,
    sha256,
)

DATA = "voices/polnear-dev.jsonl"
ROLES = ("source", "cue", "content")
OVERLAP = 0.5
_TOKEN = re.compile(r"\w+|[^\w\s]")

Spans = list[tuple[int, int]]


class Relation(msgspec.Struct, frozen=True, kw_only=True):
    """One attribution: lists of ``[start, end)`` in code points; empty where there is none."""

    source: Spans = []
    cue: Spans = []
    content: Spans = []


class Score(msgspec.Struct, frozen=True, kw_only=True):
    """Counts of each measure; ``+`` adds documents up."""

    relation: Counts = Counts()
    exact: Counts = Counts()
    tokens: tuple[Counts, Counts, Counts] = (Counts(), Counts(), Counts())

    def __add__(self, other: Score) -> Score:
        source, cue, content = (a + b for a, b in zip(self.tokens, other.tokens, strict=True))
        return Score(
            relation=self.relation + other.relation,
            exact=self.exact + other.exact,
            tokens=(source, cue, content),
        )

    def figures(self) -> dict[str, float]:
        """The measures by name, in per cent."""
        return {
            "relation_f1": self.relation.f1,
            "relation_precision": self.relation.precision,
            "relation_recall": self.relation.recall,
            "exact_f1": self.exact.f1,
            **{
                f"{role}_token_f1": counts.f1
                for role, counts in zip(ROLES, self.tokens, strict=True)
            },
        }


def score(text: str, predicted: Sequence[Relation], gold: Sequence[Relation]) -> Score:
    """The counts of one document."""
    mine = [_inks(text, relation) for relation in predicted]
    theirs = [_inks(text, relation) for relation in gold]
    edges = {
        i: [j for j, known in enumerate(theirs) if _agree(found, known)]
        for i, found in enumerate(mine)
    }
    same = sum((Counter(mine) & Counter(theirs)).values())
    tokens = [match.span() for match in _TOKEN.finditer(text)]
    source, cue, content = (
        compare(_tokens(tokens, mine, role), _tokens(tokens, theirs, role)) for role in range(3)
    )
    return Score(
        relation=Counts(len(matching(edges)), len(mine), len(theirs)),
        exact=Counts(same, len(mine), len(theirs)),
        tokens=(source, cue, content),
    )


def _inks(text: str, relation: Relation) -> tuple[Chars, Chars, Chars]:
    return ink(text, relation.source), ink(text, relation.cue), ink(text, relation.content)


def _agree(one: tuple[Chars, Chars, Chars], other: tuple[Chars, Chars, Chars]) -> bool:
    sources = bool(one[0] & other[0]) or not (one[0] or other[0])
    return sources and jaccard(one[2], other[2]) >= OVERLAP


def _tokens(
    tokens: Sequence[tuple[int, int]], relations: Sequence[tuple[Chars, Chars, Chars]], role: int
) -> set[int]:
    covered = frozenset().union(*(relation[role] for relation in relations))
    return {
        number
        for number, (start, end) in enumerate(tokens)
        if any(place in covered for place in range(start, end))
    }


def relations_of(reader: Any, text: str) -> list[Relation]:
    """What ``Reader.voices`` gives, as relations: the one place that knows its shape.

    PolNeAR has one layer, so attributions inside another's content are left out.
    """
    return [
        Relation(source=voice.source, cue=[voice.cue_span], content=voice.content)
        for voice in reader.voices(text)
        if voice.within is None
    ]


def run() -> list[Outcome]:
    """Score the reader on PolNeAR dev, with documents a second (one reading, model loaded)."""
    path = data_file(DATA)
    reader = load("onrecord", "Reader")
    documents = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    relations_of(reader, documents[0]["text"])  # what loads lazily is loaded before the clock
    start = time.perf_counter()
    predicted = [relations_of(reader, document["text"]) for document in documents]
    seconds = time.perf_counter() - start
    total = Score()
    for document, found in zip(documents, predicted, strict=True):
        gold = msgspec.convert(document["attributions"], list[Relation])
        total += score(document["text"], found, gold)
    figures = {**total.figures(), "documents_per_second": len(documents) / seconds}
    return [Outcome(bench="voices", data="polnear-dev", sha256=sha256(path), figures=figures)]


if __name__ == "__main__":
    for outcome in run():
        print(outcome.data, *(f"{k} {v:.1f}" for k, v in outcome.figures.items()), sep="\n  ")
