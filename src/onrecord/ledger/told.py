"""What one telling of a happening offers to comparison with another.

A ``Told`` is made from a record and its report's text (``told``); training makes the same from
marked sentences. It holds stems and keys, no spans: it is for comparing, never for showing.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files

import msgspec

from onrecord.ledger.rows import key as name_key
from onrecord.ledger.senses import sense
from onrecord.ledger.stems import root, stem, words
from onrecord.record import Entity, Record

Bag = Mapping[str, float]
"""Stems with their weights; the squares of the weights add up to 1."""

RAREST = 6.0
"""The surprise of a word that is not in the table."""
TIMES = frozenset(
    (
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january",
        "february", "march", "april", "may", "june", "july", "august", "september", "october",
        "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep",
        "oct", "nov", "dec",
    )
)  # fmt: skip


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """One telling of one happening.

    head: root of the trigger's main word; stems: of all its content words. event, mode: as
    coded, or empty. sides: what actors and recipients are looked up by; who: those who took part
    as stems of their names, and their countries. start, end: ISO days or empty; spoken: whether the
    text says when. times: day and month words, years. where: stems of places. numbers: amounts.
    near: words of the sentence; about: words of the whole report. vector: of the trigger's
    meaning, or empty.
    """

    id: str
    report: str
    head: str
    stems: frozenset[str]
    event: str = ""
    mode: str = ""
    sides: tuple[frozenset[str], frozenset[str]] = (frozenset(), frozenset())
    who: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    start: str = ""
    end: str = ""
    spoken: bool = True
    times: frozenset[str] = frozenset()
    where: frozenset[str] = frozenset()
    numbers: frozenset[float] = frozenset()
    near: Bag = {}
    about: Bag = {}
    vector: tuple[float, ...] = ()

    @property
    def parties(self) -> frozenset[str]:
        """What both sides are looked up by."""
        return self.sides[0] | self.sides[1]


def told(record: Record, about: Bag) -> Told:
    """A record as something to compare; ``about``: the bag of its report's words."""
    trigger = words(record.trigger.text)
    content = [word for word in map(root, trigger) if rarity(word) > 1.0]
    content = content or [root(word) for word in trigger]
    evidence = words(record.evidence.text)
    rest = Counter(map(stem, evidence))
    rest.subtract(map(stem, trigger))
    return Told(
        id=record.id,
        report=record.report,
        head=content[0] if content else "",
        stems=frozenset(content),
        event=record.event,
        mode=record.mode or "",
        sides=(parties(record.actors), parties(record.recipients)),
        who=frozenset(key for e in (*record.actors, *record.recipients) for key in keys(e)),
        names=names(record.evidence.text.split()),
        start=record.when.start or "",
        end=record.when.end or "",
        spoken=record.when.basis != "published",
        times=times(evidence),
        where=frozenset(stem(w) for place in record.where for w in words(place.name or place.text)),
        numbers=frozenset(float(a.value) for a in record.amounts if a.value is not None),
        near=bag(word for word, count in rest.items() if count > 0),
        about=about,
        vector=sense(content),
    )


def parties(entities: Iterable[Entity]) -> frozenset[str]:
    """What entities are looked up by: names in one form, countries, Wikidata ids."""
    found = set()
    for entity in entities:
        found |= {f"={entity.country}"} if entity.country else set()
        found |= {name_key(entity.name)} if entity.name else set()
        found |= {entity.id} if entity.id else set()
    return frozenset(found)


def keys(entity: Entity) -> frozenset[str]:
    """What an entity can be known by: the rarer stems of its name, and its country."""
    found = {stem(word) for word in words(entity.name or entity.text)}
    country = {f"={entity.country}"} if entity.country else set()
    return frozenset(word for word in found if rarity(word) > 1.0) | country


def names(tokens: Iterable[str]) -> frozenset[str]:
    """Stems of the words with a capital, those aside that are common in small letters."""
    found = {stem(word) for token in tokens if token[:1].isupper() for word in words(token)}
    return frozenset(word for word in found if rarity(word) > 1.5 and word not in TIMES)


def times(found: Iterable[str]) -> frozenset[str]:
    """Words that name a day or a month, and years."""
    return frozenset(
        word[:3] if word in TIMES else word
        for word in found
        if word in TIMES or (len(word) == 4 and word.isdigit() and word[:2] in ("19", "20"))
    )


def bag(found: Iterable[str]) -> dict[str, float]:
    """Stems, each weighed by how often it stands there and how rare it is, to length 1."""
    counts = Counter(word for word in found if len(word) > 1)
    weights = {word: (1 + math.log(n)) * rarity(word) for word, n in counts.items()}
    length = math.sqrt(sum(weight * weight for weight in weights.values()))
    return {word: weight / length for word, weight in weights.items()} if length else {}


def rarity(word: str) -> float:
    """The word's surprise: minus the natural logarithm of the share of texts that hold it."""
    return _rarities().get(word, RAREST)


@cache
def _rarities() -> dict[str, float]:
    source = files("onrecord.ledger") / "data" / "rarity.tsv"
    lines = source.read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {word: -math.log(float(share) / 100) for word, share in rows if word != "stem"}
