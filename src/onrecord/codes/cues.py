"""The cue lexicon: by which words someone is cited, and which words change how sure it is.

Rows stand in ``data/cues.tsv`` and ``data/modals.tsv``, each with an example sentence
that a test runs.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import Literal, cast

import msgspec

from onrecord.codes.tables import rows
from onrecord.codes.verbs import base
from onrecord.record import Stance

Effect = Literal["intended", "conditional", "believed", "wished", "negated", "alleged"]


class CueEntry(msgspec.Struct, frozen=True, kw_only=True):
    """A cue. rest: its further words; strength: how far it commits to the content, 0 to 1;
    factive: yes, no or counter ("pretend"); content: the forms its content can have (clause,
    to, object, quote, or a preposition); reports: whether it is an utterance; copular: it
    stands with a form of "be" ("be expected", "be ready")."""

    lemma: str
    rest: tuple[str, ...]
    pos: str
    stance: Stance
    strength: float
    factive: str
    content: frozenset[str]
    reports: bool
    copular: bool = False


class ModalEntry(msgspec.Struct, frozen=True, kw_only=True):
    """A word that changes the status of a happening, or negates it."""

    lemma: str
    rest: tuple[str, ...]
    pos: str
    effect: Effect


@cache
def _cues() -> dict[tuple[str, str], tuple[CueEntry, ...]]:
    found: dict[tuple[str, str], list[CueEntry]] = defaultdict(list)
    for row in rows("cues"):
        lemma, *rest = row["lemma"].split()
        copular = lemma == "be" and bool(rest)
        if copular:  # "be quoted as", "be ready": found by its participle or adjective
            lemma, *rest = rest
        entry = CueEntry(
            lemma=lemma,
            rest=tuple(rest),
            pos=row["pos"],
            stance=cast(Stance, row["stance"]),
            strength=float(row["strength"]),
            factive=row["factive"],
            content=frozenset(row["content"].split("|")),
            reports=row["reports"] == "yes",
            copular=copular,
        )
        found[(base(lemma, "VBN") or lemma) if copular else lemma, entry.pos].append(entry)
        if copular:
            found[lemma, "adj"].append(entry)
    return {
        key: tuple(sorted(entries, key=lambda entry: -len(entry.rest)))
        for key, entries in found.items()
    }


def cues(lemma: str, pos: str) -> tuple[CueEntry, ...]:
    """Entries of a lemma as verb, noun, adj, adp or adv, those of more words first."""
    return _cues().get((lemma, pos), ())


@cache
def _modals() -> dict[str, tuple[ModalEntry, ...]]:
    found: dict[str, list[ModalEntry]] = defaultdict(list)
    for row in rows("modals"):
        lemma, *rest = row["lemma"].split()
        found[lemma].append(
            ModalEntry(
                lemma=lemma,
                rest=tuple(rest),
                pos=row["pos"],
                effect=cast(Effect, row["effect"]),
            )
        )
    return {key: tuple(entries) for key, entries in found.items()}


def modals(lemma: str) -> tuple[ModalEntry, ...]:
    """Entries of a lemma, whatever its part of speech."""
    return _modals().get(lemma, ())
