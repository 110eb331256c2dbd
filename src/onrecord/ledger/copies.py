"""Copies and rewrites of one text, found as texts arrive: candidates by MinHash, then counted.

A text is its runs of three words ("shingles"), in small letters and without marks, each kept as
its CRC-32. Rewrites cut paragraphs, put them in another order, change head and lead: most runs
stay. Two texts are of one story where they share ``ALIKE`` of all their runs (Jaccard), or the
shorter has ``INSIDE`` of its runs in the longer (a text cut to its first paragraphs). MinHash
only says which pairs are worth counting; no pair is joined on an estimate.

A story is what hangs together by such pairs, so it doesn't matter in which order texts arrive.
"""

from __future__ import annotations

import zlib
from array import array
from collections.abc import Iterable
from typing import Any

import msgspec

from onrecord.ledger.stems import words

RUN = 3
ALIKE = 0.25
INSIDE = 0.5
COPY = 0.9
"""Jaccard from which a text is a copy, with a word changed here and there, and no rewrite."""
FEWEST = 12
"""Runs: a text of fewer is too short to be told from chance, and is compared as a whole only."""
_HASHES, _BANDS = 128, 64  # two rows a band: at a Jaccard of 0.25 98 pairs in 100 are candidates


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """A text's place in a story: ``first``, ``copy`` or ``rewrite``, and its likeness (Jaccard)
    to the earlier text of the story that it is most like."""

    text: str
    relation: str
    similarity: float


class Story(msgspec.Struct, frozen=True, kw_only=True):
    """Texts that are one text at heart, earliest first."""

    id: str
    places: list[Place]


class Copies:
    """Texts and which of them are copies of each other; ``add`` them in any order."""

    def __init__(self) -> None:
        import rensa

        self._index: Any = rensa.RMinHashLSH(threshold=0.1, num_perm=_HASHES, num_bands=_BANDS)
        self._sketch = rensa.RMinHash
        self._runs: list[array[int]] = []
        self._names: list[str] = []
        self._days: list[str] = []
        self._story: list[list[int]] = []  # each text's story: one list for all its texts
        self._wholes: dict[int, int] = {}
        self._numbers: dict[str, int] = {}

    def __contains__(self, name: str) -> bool:
        return name in self._numbers

    def add(self, name: str, text: str, day: str = "") -> list[str]:
        """Take in a text; the names of those in its story now, its own among them."""
        if name in self._numbers:
            return self.members(name)
        found = words(text)
        number, runs = len(self._names), shingles(found)
        self._numbers[name] = number
        self._names.append(name)
        self._days.append(day)
        self._runs.append(runs)
        self._story.append([number])
        whole = zlib.crc32(" ".join(found).encode())
        twin = self._wholes.setdefault(whole, number)
        if twin != number and self._runs[twin] == runs:
            self._join(number, twin)
            return self.members(name)
        if len(runs) >= FEWEST:
            sketch = self._sketch(num_perm=_HASHES, seed=1)
            sketch.update([str(run) for run in runs])
            mine = set(runs)
            for other in self._index.query(sketch):
                apart = self._story[other] is not self._story[number]
                if apart and one_story(mine, self._runs[other]):
                    self._join(number, other)
            self._index.insert(number, sketch)
        return self.members(name)

    def members(self, name: str) -> list[str]:
        """The names of the texts in this one's story, earliest first."""
        return [self._names[n] for n in self._sorted(self._story[self._numbers[name]])]

    def story(self, name: str) -> Story:
        """The story that a text is in, its id that of its earliest text."""
        return self._story_of(self._sorted(self._story[self._numbers[name]]))

    def stories(self) -> list[Story]:
        """All stories, those of one text among them, in the order of their ids."""
        groups = {id(group): group for group in self._story}
        found = [self._story_of(self._sorted(group)) for group in groups.values()]
        return sorted(found, key=lambda story: story.id)

    def _story_of(self, numbers: list[int]) -> Story:
        places: list[Place] = []
        earlier: list[set[int]] = []
        for number in numbers:
            runs = set(self._runs[number])
            like = max((jaccard(runs, one) for one in earlier), default=1.0)
            relation = "first" if not earlier else "copy" if like >= COPY else "rewrite"
            places.append(Place(text=self._names[number], relation=relation, similarity=like))
            if runs not in earlier:
                earlier.append(runs)
        return Story(id=self._names[numbers[0]], places=places)

    def _sorted(self, numbers: Iterable[int]) -> list[int]:
        # A text without a day can't be shown to be the first.
        return sorted(numbers, key=lambda n: (self._days[n] or "9999", self._names[n]))

    def _join(self, one: int, other: int) -> None:
        less, more = sorted((self._story[one], self._story[other]), key=len)
        more.extend(less)
        for number in less:
            self._story[number] = more


def shingles(found: list[str]) -> array[int]:
    """The runs of a text's words, each once, as sorted numbers."""
    runs = zip(*(found[start:] for start in range(RUN)), strict=False)
    return array("I", sorted({zlib.crc32(" ".join(run).encode()) for run in runs}))


def jaccard(one: set[int], other: set[int]) -> float:
    """Shared part of the union; two empty texts are alike."""
    union = len(one | other)
    return len(one & other) / union if union else 1.0


def one_story(one: set[int], other: Iterable[int]) -> bool:
    """Whether two texts share enough of their runs; the measures stand at the module's head."""
    two = set(other)
    shared, shorter = len(one & two), min(len(one), len(two))
    if shorter < FEWEST:
        return False
    return shared >= ALIKE * (len(one) + len(two) - shared) or shared >= INSIDE * shorter
