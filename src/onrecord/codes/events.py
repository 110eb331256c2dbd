"""The event lexicon: which word, with which company, names which PLOVER happening.

Rows stand in ``data/events.tsv``, the noun classes that they name (``@weapons``) in
``data/event_nouns.tsv``, light verbs in ``data/light_verbs.tsv``.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache

import msgspec

from onrecord.codes.tables import rows


class Need(msgspec.Struct, frozen=True, kw_only=True):
    """What may stand in a place: nothing (``-``), one lemma, or a class of nouns (``@group``)."""

    lemma: str | None = None
    group: str | None = None
    none: bool = False


class EventEntry(msgspec.Struct, frozen=True, kw_only=True):
    """A row of the lexicon. rest: the further words of its lemma; object, prep: any one of
    them must stand with the word; complement: whether a clause must; future: its category
    when promised; frame: where actor and recipient stand (see ``reading/who.py``)."""

    lemma: str
    rest: tuple[str, ...]
    pos: str
    object: tuple[Need, ...]
    prep: tuple[tuple[str, Need | None], ...]
    complement: bool
    category: str
    mode: str | None
    contexts: tuple[str, ...]
    cameo: str | None
    future: str | None
    frame: str

    @property
    def demands(self) -> int:
        """How much the row asks for; the row that asks for most is tried first."""
        objects = min((2 if need.lemma or need.none else 1 for need in self.object), default=0)
        prepositions = min((1 + (need is not None) for _, need in self.prep), default=0)
        return 4 * len(self.rest) + 2 * objects + 2 * prepositions + self.complement


@cache
def _table() -> dict[tuple[str, str], tuple[EventEntry, ...]]:
    found: dict[tuple[str, str], list[EventEntry]] = defaultdict(list)
    for row in rows("events"):
        entry = _entry(row)
        found[entry.lemma, entry.pos].append(entry)
    return {
        key: tuple(sorted(entries, key=lambda entry: -entry.demands))
        for key, entries in found.items()
    }


def events(lemma: str, pos: str) -> tuple[EventEntry, ...]:
    """Rows for a lemma as verb, noun or adj, the most demanding first.

    A row of several words is found by its verb ("carry out": carry) or by its last noun
    ("state visit": visit).
    """
    return _table().get((lemma, pos), ())


def _entry(row: dict[str, str]) -> EventEntry:
    words = row["lemma"].split()
    if row["pos"] == "noun":
        lemma, rest = words[-1], tuple(words[:-1])
    else:
        lemma, rest = words[0], tuple(words[1:])
    return EventEntry(
        lemma=lemma,
        rest=rest,
        pos=row["pos"],
        object=tuple(_need(part) for part in _parts(row["object"])),
        prep=tuple(_preposition(part) for part in _parts(row["prep"])),
        complement=bool(row["complement"]),
        category=row["category"],
        mode=row["mode"] or None,
        contexts=tuple(row["contexts"].split()),
        cameo=row["cameo"] or None,
        future=row["future"] or None,
        frame=row["frame"],
    )


def _parts(cell: str) -> list[str]:
    return [part for part in cell.split("|") if part]


def _need(part: str) -> Need:
    if part == "-":
        return Need(none=True)
    return Need(group=part[1:]) if part.startswith("@") else Need(lemma=part)


def _preposition(part: str) -> tuple[str, Need | None]:
    word, _, target = part.partition(" ")
    return word, _need(target) if target else None


@cache
def _classes() -> dict[str, frozenset[str]]:
    members: dict[str, set[str]] = defaultdict(set)
    for row in rows("event_nouns"):
        members[row["class"]].add(row["lemma"])

    def lemmas(name: str, seen: frozenset[str]) -> set[str]:
        found: set[str] = set()
        for member in members.get(name, ()):
            if not member.startswith("@"):
                found.add(member)
            elif member[1:] not in seen:
                found |= lemmas(member[1:], seen | {member[1:]})
        return found

    of: dict[str, set[str]] = defaultdict(set)
    for name in members:
        for lemma in lemmas(name, frozenset((name,))):
            of[lemma].add(name)
    return {lemma: frozenset(names) for lemma, names in of.items()}


def classes_of(lemma: str) -> frozenset[str]:
    """The noun classes that a lemma belongs to, by itself or through a class in a class."""
    return _classes().get(lemma, frozenset())


@cache
def light_verbs() -> frozenset[str]:
    """Verbs that lend their subject to an event noun ("launch", "carry out")."""
    return frozenset(row["lemma"] for row in rows("light_verbs"))
