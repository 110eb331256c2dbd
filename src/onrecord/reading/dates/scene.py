"""What a rule's sense may know: the words, the report's date, the tense, what was said before."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Literal, NamedTuple

from onrecord.reading.dates.grammar import Hit
from onrecord.reading.dates.numerals import Token
from onrecord.reading.dates.periods import Period, period
from onrecord.reading.dates.tense import Tense, tense_near

Type = Literal["DATE", "TIME", "DURATION", "SET"]
Basis = Literal["stated", "relative"]

NEAR = 700  # characters back in which "the following day" may find the day before it


class Meaning(NamedTuple):
    """What an expression means, as TIMEX3 writes it; days holds the interval where value cannot."""

    type: Type
    value: str
    basis: Basis = "stated"
    mod: str | None = None
    days: Period | None = None
    conflict: bool = False

    def period(self) -> Period | None:
        """The days meant, None where nothing is dated."""
        if self.days or self.type in ("DURATION", "SET"):
            return self.days
        return period(self.value)


NOTHING = Meaning("DATE", "")  # words to pass over: "30 February" holds no date, nor does its month


def dated(value: str | None) -> Meaning | None:
    """A relative date, or None where the calendar ends."""
    return Meaning("DATE", value, "relative") if value else None


class Said(NamedTuple):
    """A meaning found before, and where."""

    start: int
    end: int
    meaning: Meaning
    days: Period | None


class Scene(NamedTuple):
    """The surroundings of one reading; said and quarters (their first days) grow on the way."""

    text: str
    published: date | None
    tense_at: Callable[[int], Tense | None] | None
    said: list[Said]
    quarters: list[date]

    def tense(self, start: int, end: int) -> Tense | None:
        """The caller's word, or the nearest telling word in the sentence; None where none is."""
        if self.tense_at:
            return self.tense_at(start)
        return tense_near(self.text, start, end)

    def ahead(self, start: int, end: int) -> bool:
        """Whether a time there lies in the future: news tells of the past unless it says so."""
        return self.tense(start, end) == "future"

    def before(self, at: int, precisions: tuple[str, ...]) -> Said | None:
        """The last dated expression near enough before an offset."""
        for said in reversed(self.said):
            if at - said.end > NEAR:
                return None
            if (
                said.days
                and said.days.precision in precisions
                and said.meaning.type in ("DATE", "TIME")
            ):
                return said
        return None


class Case(NamedTuple):
    """A hit in its scene, with short ways to what its tokens say."""

    hit: Hit
    scene: Scene
    start: int
    end: int

    def has(self, name: str) -> bool:
        """Whether the rule kept a token of that name."""
        return name in self.hit.tokens

    def value(self, name: str, *kinds: str) -> str:
        """The value of a kept token under the first of the classes that it has, else ''."""
        token = self.hit.tokens.get(name)
        return next((token.kinds[k] for k in kinds if k in token.kinds), "") if token else ""

    def word(self, name: str) -> str:
        """The kept token's own word in lower case, '' for numerals."""
        token = self.hit.tokens.get(name)
        return _own(token) if token else ""

    def text(self) -> str:
        """The words of the expression."""
        return self.scene.text[self.start : self.end]


def _own(token: Token) -> str:
    first = next(iter(token.kinds))
    return first[1:] if first[0] == "=" else ""
