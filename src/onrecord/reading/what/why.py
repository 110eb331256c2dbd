"""Why a record was coded as it was: which part decided, on which words, and what came next."""

from __future__ import annotations

from typing import Literal

import msgspec

from onrecord.reading.tree import Tree
from onrecord.reading.what.happenings import Happening
from onrecord.record import Part, Record

Decider = Literal["lexicon", "model", "lexicon and model", "cue"]


class Why(msgspec.Struct, frozen=True, kw_only=True):
    """The reasons of one record.

    record: its id. decided: the lexicon's row, the language model, both alike, or (for a
    STATEMENT) the cue. words: what the decision rests on, the naming word first. row: the
    lexicon's row as its lemma, part of speech and what it asks for. category and next: what
    weighed most and what weighed most after it, each with its share (``next`` may be ("", share):
    no happening at all). evidence: what the confidence rests on, by name.
    """

    record: str
    decided: Decider
    words: list[Part]
    row: str | None = None
    category: tuple[str, float] | None = None
    next: tuple[str, float] | None = None
    evidence: dict[str, float] = {}


def why(tree: Tree, record: Record, happening: Happening | None, evidence: dict[str, float]) -> Why:
    """The reasons of a record; ``happening`` is None for a STATEMENT."""
    if happening is None:
        return Why(record=record.id, decided="cue", words=[record.trigger], evidence=evidence)
    entry, coded = happening.entry, happening.coded
    places = [happening.head, *happening.absorbed]
    by_lexicon = happening.row is not None
    agree = by_lexicon and happening.row is not None and happening.row.category == entry.category
    decided: Decider = "model"
    if coded is None:
        decided = "lexicon"
    elif agree:
        decided = "lexicon and model"
    return Why(
        record=record.id,
        decided=decided,
        words=[tree.part(place, place) for place in dict.fromkeys(places)],
        row=_row(happening) if by_lexicon else None,
        category=coded.ranking[0] if coded is not None else None,
        next=coded.ranking[1] if coded is not None and len(coded.ranking) > 1 else None,
        evidence=evidence,
    )


def _row(happening: Happening) -> str:
    row = happening.row
    assert row is not None
    asked = [" ".join(prep for prep, _ in row.prep[:3])]
    if row.object is not None:
        asked.append("an object of a kind")
    if row.complement:
        asked.append("an infinitive" if row.complement == "to" else "a that-clause")
    wanted = ", ".join(part for part in asked if part)
    name = " ".join((*row.rest, row.lemma) if row.pos == "noun" else (row.lemma, *row.rest))
    return f"{name} ({row.pos})" + (f" with {wanted}" if wanted else "")
