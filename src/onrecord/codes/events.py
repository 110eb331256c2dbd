"""The event lexicon: which word, with which company, names which PLOVER happening.

Rows stand in ``data/events.tsv``, idioms that look like one and are none ("a price war") in
``data/idioms.tsv``, the noun classes that they name (``@weapons``) in
``data/event_nouns.tsv``, light verbs in ``data/light_verbs.tsv``.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import cache

import msgspec

from onrecord.codes.tables import rows


class Needs(msgspec.Struct, frozen=True, kw_only=True):
    """What may stand in a place, any of it: nothing (``-``), a lemma, a phrase of several
    lemmas, a class of nouns (``@group``); of_subject: the same asked of the subject of a verb
    without an object (``^bomb``: "a bomb exploded")."""

    lemmas: frozenset[str] = frozenset()
    phrases: tuple[tuple[str, ...], ...] = ()
    groups: frozenset[str] = frozenset()
    none: bool = False
    of_subject: Needs | None = None

    @property
    def weight(self) -> int:
        """1 where a class would do, 2 where only a word does or nothing may stand there."""
        return 1 if self.groups else 2

    @property
    def breadth(self) -> int:
        """How many nouns would do."""
        nouns = len(self.lemmas) + len(self.phrases) + 1000 * self.none
        return nouns + sum(_sizes()[name] for name in self.groups)


class EventEntry(msgspec.Struct, frozen=True, kw_only=True):
    """A row of the lexicon.

    rest: the further words of its lemma; object, prep: any one of them must stand with the
    word; complement: clause or to, where a clause or an infinitive must; category: "" for an
    idiom that names no happening; future: its category when promised; frame: where actor and
    recipient stand (see ``reading/who/participants.py``).
    """

    lemma: str
    rest: tuple[str, ...]
    pos: str
    object: Needs | None
    prep: tuple[tuple[str, Needs | None], ...]
    complement: str
    category: str
    mode: str | None
    contexts: tuple[str, ...]
    cameo: str | None
    future: str | None
    frame: str

    @property
    def demands(self) -> int:
        """How much the row asks for; the row that asks for most is tried first."""
        objects = self.object.weight if self.object is not None else 0
        prepositions = 1 + all(needs is not None for _, needs in self.prep) if self.prep else 0
        return 4 * len(self.rest) + 2 * objects + 2 * prepositions + 3 * bool(self.complement)


@cache
def _table() -> dict[tuple[str, str], tuple[EventEntry, ...]]:
    found: dict[tuple[str, str], list[EventEntry]] = defaultdict(list)
    for row in rows("events"):
        entry = _entry(row)
        found[entry.lemma, entry.pos].append(entry)
    for row in rows("idioms"):
        entry = _entry(row | dict.fromkeys(("category", "mode", "contexts", "cameo", "future"), ""))
        found[entry.lemma, entry.pos].append(entry)
    return {
        key: tuple(sorted(entries, key=lambda entry: (-entry.demands, _breadth(entry))))
        for key, entries in found.items()
    }


def _breadth(entry: EventEntry) -> int:
    """How many nouns a row takes; of rows that ask for as much the narrowest is tried first."""
    needs = [entry.object, *(needs for _, needs in entry.prep)]
    return sum(each.breadth for each in needs if each is not None)


@cache
def _sizes() -> Counter[str]:
    return Counter(name for names in _classes().values() for name in names)


def events(lemma: str, pos: str) -> tuple[EventEntry, ...]:
    """Rows for a lemma as verb, noun or adj, the most demanding first.

    A row of several words is found by its verb ("carry out": carry) or by its last noun
    ("state visit": visit).
    """
    return _table().get((lemma, pos), ())


def _entry(row: dict[str, str]) -> EventEntry:
    words = row["lemma"].split()
    if row["pos"] == "noun":  # "on strike", "state visit"
        lemma, rest = words[-1], tuple(words[:-1])
    else:
        lemma, rest = words[0], tuple(words[1:])
    return EventEntry(
        lemma=lemma,
        rest=rest,
        pos=row["pos"],
        object=_needs(row["object"]),
        prep=_prepositions(row["prep"]),
        complement=row.get("complement", ""),
        category=row["category"],
        mode=row["mode"] or None,
        contexts=tuple(row["contexts"].split()),
        cameo=row["cameo"] or None,
        future=row["future"] or None,
        frame=row.get("frame", ""),
    )


@cache
def _needs(cell: str) -> Needs | None:
    parts = [part for part in cell.split("|") if part]
    if not parts:
        return None
    own = [part for part in parts if part[0] not in "-@^"]
    return Needs(
        lemmas=frozenset(part for part in own if " " not in part),
        phrases=tuple(tuple(part.split()) for part in own if " " in part),
        groups=frozenset(part[1:] for part in parts if part[0] == "@"),
        none="-" in parts,
        of_subject=_needs("|".join(part[1:] for part in parts if part[0] == "^")),
    )


def _prepositions(cell: str) -> tuple[tuple[str, Needs | None], ...]:
    """Each preposition with all that may follow it; None where anything may."""
    wanted: dict[str, list[str]] = {}
    for part in cell.split("|"):
        word, _, target = part.partition(" ")
        if word:
            wanted.setdefault(word.replace("_", " "), []).append(target)
    return tuple((word, _needs("|".join(targets))) for word, targets in wanted.items())


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
def acting_verbs() -> frozenset[str]:
    """Those whose subject does what the noun names, if only by saying it ("declare")."""
    return frozenset(row["lemma"] for row in rows("light_verbs") if row["subject"] == "actor")


@cache
def light_verbs() -> dict[str, str]:
    """Verbs that lend their subject to an event noun, with what it is to the noun's happening:
    ``actor`` ("launch"), ``recipient`` ("suffer"), ``teller`` or ``none`` ("follow")."""
    return {row["lemma"]: row["subject"] for row in rows("light_verbs")}
