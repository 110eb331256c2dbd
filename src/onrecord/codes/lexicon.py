"""The hand-made lexicons as plain values: which words name a happening, and which cite someone.

Five tables (``events``, ``event_nouns``, ``light_verbs``, ``cues``, ``modals``; their comments
explain each column) are read once and indexed by the first word of the lemma; what follows it is
``rest``. Whether a row fits a sentence is for the reader to say; this module only hands rows out.
"""

from __future__ import annotations

from functools import cache
from typing import Literal

import msgspec

from onrecord.codes.tables import rows

Stance = Literal["says", "alleges", "denies", "believes", "intends", "wishes"]
Effect = Literal["intended", "conditional", "believed", "wished", "negated", "alleged"]


class Nouns(msgspec.Struct, frozen=True):
    """A condition on a noun: one of ``words``, or of a class; ``absent``: it may be missing."""

    words: frozenset[str] = frozenset()
    classes: tuple[str, ...] = ()
    absent: bool = False

    def has(self, lemma: str) -> bool:
        """Whether the noun ``lemma`` (of one or several words) is one of them."""
        return lemma in self.words or any(lemma in nouns(name) for name in self.classes)


class Frame(msgspec.Struct, frozen=True):
    """Where the actors and the recipients stand, in order of preference.

    mutual: the second list holds further actors, not recipients.
    """

    actors: tuple[str, ...]
    others: tuple[str, ...]
    mutual: bool


class EventEntry(msgspec.Struct, frozen=True, kw_only=True):
    """One row of ``events.tsv``. object None: any or none; preps empty: none needed.

    preps: pairs of a preposition and the condition on its noun (None: any noun).
    """

    lemma: str
    rest: tuple[str, ...]
    pos: str
    object: Nouns | None
    preps: tuple[tuple[str, Nouns | None], ...]
    clause: bool
    category: str
    mode: str | None
    contexts: tuple[str, ...]
    cameo: str | None
    future: str
    frame: Frame
    example: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]


class CueEntry(msgspec.Struct, frozen=True, kw_only=True):
    """One row of ``cues.tsv``. strength: 0 to 1; factive: "yes", "no" or "counter"."""

    lemma: str
    rest: tuple[str, ...]
    pos: str
    stance: Stance
    strength: float
    factive: str
    content: tuple[str, ...]
    reports: bool
    example: str


class ModalEntry(msgspec.Struct, frozen=True, kw_only=True):
    """One row of ``modals.tsv``."""

    lemma: str
    rest: tuple[str, ...]
    pos: str
    effect: Effect
    note: str
    example: str


class LightVerb(msgspec.Struct, frozen=True, kw_only=True):
    """One row of ``light_verbs.tsv``. subject: "actor", "recipient" or "none"."""

    lemma: str
    rest: tuple[str, ...]
    subject: str
    note: str
    example: str


def _split(lemma: str) -> tuple[str, tuple[str, ...]]:
    first, *rest = lemma.split(" ")
    return first, tuple(rest)


@cache
def _condition(text: str) -> Nouns:
    parts = text.split("|")
    return Nouns(
        frozenset(part for part in parts if part[0] not in "@-"),
        tuple(part[1:] for part in parts if part[0] == "@"),
        "-" in parts,
    )


@cache
def _preps(text: str) -> tuple[tuple[str, Nouns | None], ...]:
    pairs = [part.partition(" ") for part in text.split("|")]
    return tuple((prep, _condition(noun) if noun else None) for prep, _, noun in pairs)


@cache
def _frame(text: str) -> Frame:
    mutual = "+" in text
    left, _, right = text.partition("+" if mutual else ">")
    return Frame(_list(left), _list(right), mutual)


@cache
def _list(text: str) -> tuple[str, ...]:
    return tuple(text.split("|")) if text else ()


def _event(row: dict[str, str]) -> EventEntry:
    lemma, rest = _split(row["lemma"])
    return EventEntry(
        lemma=lemma,
        rest=rest,
        pos=row["pos"],
        object=_condition(row["object"]) if row["object"] else None,
        preps=_preps(row["prep"]) if row["prep"] else (),
        clause=row["complement"] == "clause",
        category=row["category"],
        mode=row["mode"] or None,
        contexts=tuple(row["contexts"].split()),
        cameo=row["cameo"] or None,
        future=row["future"] or row["category"],
        frame=_frame(row["frame"]),
        example=row["example"],
        actors=_list(row["actor"]),
        recipients=_list(row["recipient"]),
    )


def _narrow(entry: EventEntry) -> tuple[int, int]:
    """How much a row asks for: fixed words first, then conditions, those on nouns doubly."""
    asks = 0
    if entry.object is not None:
        asks += 1 if entry.object.absent and not entry.object.words else 2
    if entry.preps:
        asks += 2 if any(noun for _, noun in entry.preps) else 1
    return len(entry.rest), asks + entry.clause


@cache
def _events() -> dict[tuple[str, str], tuple[EventEntry, ...]]:
    found: dict[tuple[str, str], list[EventEntry]] = {}
    for row in rows("events"):
        entry = _event(row)
        found.setdefault((entry.lemma, entry.pos), []).append(entry)
    return {key: tuple(sorted(of, key=_narrow, reverse=True)) for key, of in found.items()}


def events(lemma: str, pos: str) -> tuple[EventEntry, ...]:
    """The rows whose lemma begins with the word ``lemma``, most specific first.

    pos: "verb", "noun" or "adj". Empty where there is none.
    """
    return _events().get((lemma, pos), ())


@cache
def _cues() -> dict[tuple[str, str], tuple[CueEntry, ...]]:
    found: dict[tuple[str, str], list[CueEntry]] = {}
    for row in rows("cues"):
        lemma, rest = _split(row["lemma"])
        entry = CueEntry(
            lemma=lemma,
            rest=rest,
            pos=row["pos"],
            stance=msgspec.convert(row["stance"], Stance),
            strength=float(row["strength"]),
            factive=row["factive"],
            content=_list(row["content"]),
            reports=row["reports"] == "yes",
            example=row["example"],
        )
        found.setdefault((lemma, entry.pos), []).append(entry)
    return {key: tuple(sorted(of, key=lambda e: -len(e.rest))) for key, of in found.items()}


def cues(lemma: str, pos: str) -> tuple[CueEntry, ...]:
    """The cues whose lemma begins with ``lemma``, those of more words first.

    pos: "verb", "noun", "adj", "adp" or "adv". Empty where there is none.
    """
    return _cues().get((lemma, pos), ())


@cache
def _modals() -> dict[str, tuple[ModalEntry, ...]]:
    found: dict[str, list[ModalEntry]] = {}
    for row in rows("modals"):
        lemma, rest = _split(row["lemma"])
        entry = ModalEntry(
            lemma=lemma,
            rest=rest,
            pos=row["pos"],
            effect=msgspec.convert(row["effect"], Effect),
            note=row["note"],
            example=row["example"],
        )
        found.setdefault(lemma, []).append(entry)
    return {key: tuple(sorted(of, key=lambda e: -len(e.rest))) for key, of in found.items()}


def modals(lemma: str) -> tuple[ModalEntry, ...]:
    """What changes status or negation and begins with ``lemma``, those of more words first."""
    return _modals().get(lemma, ())


@cache
def _classes() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for row in rows("event_nouns"):
        found.setdefault(row["class"], []).append(row["lemma"])
    return found


@cache
def nouns(name: str) -> frozenset[str]:
    """The lemmas of the noun class ``name`` (without its @). Raises KeyError for no class."""
    members = _classes()[name]
    own = {lemma for lemma in members if not lemma.startswith("@")}
    return frozenset(own.union(*(nouns(lemma[1:]) for lemma in members if lemma[0] == "@")))


@cache
def light_verbs() -> dict[str, tuple[LightVerb, ...]]:
    """The light verbs by the first word of their lemma, those of more words first."""
    found: dict[str, list[LightVerb]] = {}
    for row in rows("light_verbs"):
        lemma, rest = _split(row["lemma"])
        entry = LightVerb(
            lemma=lemma,
            rest=rest,
            subject=row["subject"],
            note=row["note"],
            example=row["example"],
        )
        found.setdefault(lemma, []).append(entry)
    return {key: tuple(sorted(of, key=lambda e: -len(e.rest))) for key, of in found.items()}
