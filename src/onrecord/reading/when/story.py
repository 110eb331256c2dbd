"""The story going on: the date that a happening without one takes over from what was told.

The rule. A dated verb of the main line (in no relative clause, not a time that another act
is set against, no saying, no perfect, which looks back) dates the story. In the same
paragraph, what follows and has no date takes it, if it is an act on the ground; the words
of a saying stay the day's news, unless they stand in the dated sentence or a word ties them
to it ("at the time", "in return", "within hours"). A new paragraph starts anew, but for its
first sentence, where that points back: its subject is "the", "this" or "both" with a noun of
the dated sentence, or a pronoun, and it tells an act on the ground. "The next day", "two days
later" are counted from where the story stands. A pluperfect steps out of it, but for an
account of the news right behind it ("The army said its men had fired into the air.").

A date that lies more than a week back is the background's ("Ties were cut in 2019."). It
holds for its own sentence, sayings among it, and for acts on the ground in the next;
after that, the telling is back at the news.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import deque
from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

import msgspec

from onrecord.reading.dates import TimeExpression
from onrecord.reading.dates.lexicon import lexicon
from onrecord.reading.tree import SUBJECTS, Tree
from onrecord.reading.when.tenses import (
    Tense,
    carrier_of,
    is_after,
    own_tense,
    words_of_time,
)
from onrecord.record import Basis, When

RECENT = timedelta(days=7)  # what is older than this is background
_POINTING = frozenset(("the", "this", "that", "these", "those", "both"))
_ASIDE = frozenset(("acl", "acl:relcl", "nmod", "advcl:relcl", "amod"))
_BEHIND: frozenset[Tense | None] = frozenset(("perfect", "pluperfect"))
_BREAK = re.compile(r"\n\s*\n\s*")
_TYING = frozenset(("at", "in", "within"))
_CLIMB = 12


class _Told(NamedTuple):
    """A dated word and its date."""

    head: int
    when: When


class Story:
    """The date that the telling stands at, moved on happening by happening.

    dated: verbs of the report and their dates, in text order, be they happenings or not.
    """

    def __init__(
        self, tree: Tree, published: date | None, dated: Iterable[tuple[int, When]] = ()
    ) -> None:
        self.tree = tree
        self.published = published
        self._news: _Told | None = None
        self._background: _Told | None = None
        self._ahead = deque(dated)
        self._breaks = [found.end() for found in _BREAK.finditer(tree.text)]

    def tell(self, head: int, when: When) -> None:
        """Takes note of a happening on record and its date."""
        last = self._last()
        if last is not None and head < last.head:
            return
        if when.start is None or when.basis not in ("stated", "relative"):
            return
        if carrier_of(self.tree, head)[1] in _BEHIND:
            return  # "Soldiers had burned the paper in May. Reporters laid down their pens."
        if not self._is_main_line(head) or self._is_to_come(when):
            return
        if self._is_old(when):
            self._background = _Told(head, when)
        else:
            self._news = _Told(head, when)

    def date(self, head: int, *, material: bool) -> When | None:
        """The date that a happening takes over, if it has none of its own."""
        while self._ahead and self._ahead[0][0] < head:
            self.tell(*self._ahead.popleft())
        told = self._last()
        if told is not None and told is self._background:
            on = self.tree.sentence_of[head] - self.tree.sentence_of[told.head]
            if on > (1 if material or is_tied(self.tree, head) else 0):
                told = self._news
        if told is None or not self._goes_on(told, head, material=material):
            return None
        return told.when if material or self._holds_saying(told, head) else None

    def _holds_saying(self, told: _Told, head: int) -> bool:
        """Whether a speech act is of the time told: in one sentence with it, or tied to it."""
        tree = self.tree
        if is_tied(tree, head):
            return tree.sentence_of[head] - tree.sentence_of[told.head] <= 1
        if tree.sentence_of[head] != tree.sentence_of[told.head]:
            return False
        if told is self._background:
            return True
        apart = ";" in tree.words[told.head : head]  # another act with another time
        return own_tense(tree, head) == "past" and not (
            apart or is_after(tree, head) or _is_remark(tree, head)
        )

    def _last(self) -> _Told | None:
        """What was told last: the news or the background."""
        news, background = self._news, self._background
        if news is None or background is None:
            return news or background
        return background if background.head > news.head else news

    def _goes_on(self, told: _Told, head: int, *, material: bool) -> bool:
        tree = self.tree
        if tree.begins[head] <= tree.begins[told.head]:
            return False
        together = tree.sentence_of[head] == tree.sentence_of[told.head]
        if together and own_tense(tree, head) == "pluperfect":
            return False  # "left on Friday, saying that they had been beaten"
        if carrier_of(tree, head)[1] == "pluperfect" and (
            told is not self._news or tree.sentence_of[head] - tree.sentence_of[told.head] > 1
        ):
            return False  # "said that they had fired into the air": right behind the news, of it
        on = self._paragraph(head) - self._paragraph(told.head)
        return on == 0 or (on == 1 and material and self._points_back(told, head))

    def _paragraph(self, place: int) -> int:
        return bisect_right(self._breaks, self.tree.begins[place])

    def _is_main_line(self, head: int) -> bool:
        tree, place = self.tree, head
        for _ in range(_CLIMB):
            relation = tree.deps[place]
            if relation in _ASIDE:
                return False
            if relation == "advcl" and tree.tags[place] != "VBG":
                return False
            if tree.heads[place] == place:
                return True
            place = tree.heads[place]
        return False

    def _is_to_come(self, when: When) -> bool:
        if self.published is None or when.start is None:
            return False
        return date.fromisoformat(when.start) > self.published

    def _is_old(self, when: When) -> bool:
        """Whether a date lies well before the report, so that it is background."""
        if self.published is None or when.end is None:
            return False
        return date.fromisoformat(when.end) < self.published - RECENT

    def _points_back(self, told: _Told, head: int) -> bool:
        tree = self.tree
        start, end = tree.sentence(head)
        while start < head and tree.upos[start] == "SPACE":
            start += 1
        opening = self._breaks[self._paragraph(head) - 1]
        if not opening <= tree.begins[start] <= opening + 2:
            return False
        for place in range(start, min(end, head + 1)):
            if tree.deps[place] in SUBJECTS:
                return self._is_known(told, place)
        return False

    def _is_known(self, told: _Told, subject: int) -> bool:
        tree = self.tree
        if tree.upos[subject] == "PRON":
            return tree.lemmas[subject].lower() in ("they", "he", "she", "it")
        words = {tree.lemmas[c].lower() for c in tree.having(subject, "det")}
        if not words & _POINTING:
            return False
        start, end = tree.sentence(told.head)
        return tree.lemmas[subject] in tree.lemmas[start:end]


def _is_remark(tree: Tree, verb: int) -> bool:
    """ "a step that Jakarta condemned": what somebody said, some day, of all that was told."""
    return tree.deps[verb] == "acl:relcl" and tree.deps[tree.heads[verb]] == "appos"


def is_tied(tree: Tree, head: int) -> bool:
    """ "At the time, they ...", "... within hours", "in return": of the time last told of."""
    tied = words_of_time("tied")
    for child in tree.having(carrier_of(tree, head)[0], "obl", "advmod", "nmod"):
        if tree.lemmas[child].lower() not in tied:
            continue
        if tree.deps[child] == "advmod" or tree.case(child) in _TYING:
            return True
    return False


def stepped(before: When | None, expression: TimeExpression) -> When | None:
    """ "The next day", "two days later" after a story's day; None where nothing tells it."""
    if before is None or before.start is None or before.start != before.end:
        return None
    days = _days(expression.text)
    if days is None:
        return None
    try:
        day = (date.fromisoformat(before.start) + timedelta(days)).isoformat()
    except OverflowError:  # before the first or after the last day that a date can have
        return None
    return msgspec.structs.replace(
        before,
        start=day,
        end=day,
        precision="day",
        text=expression.text,
        span=expression.span,
        basis="relative",
    )


def moved(other: When, days: int) -> When | None:
    """So many days from another act's day; None where that act has no single day."""
    if other.start is None or other.start != other.end:
        return None
    try:
        day = (date.fromisoformat(other.start) + timedelta(days)).isoformat()
    except OverflowError:
        return None
    basis: Basis = "relative" if days else "context"
    return When(start=day, end=day, precision="day", basis=basis)


def counted(word: str) -> int | None:
    """The number that a word counts: "two", "14", "a"; None for no number."""
    if word.isdecimal() and len(word) < 4:
        return int(word)
    if word.lower() in ("a", "one"):
        return 1
    senses = lexicon().words.get(word.lower(), ())
    return next((int(s.value) for s in senses if s.kind == "NUM"), None)


def _days(words: str) -> int | None:
    """Days between the story's day and the one meant: "two days later" is 2."""
    count, unit, direction = 1, "", 0
    known = lexicon().words
    for word in words.lower().split():
        if word.isdecimal() and len(word) < 4:
            count = int(word)
        if word == "same":
            return 0
        for sense in known.get(word, ()):
            if sense.kind == "NUM":
                count = int(sense.value)
            elif sense.kind in ("UNIT", "UNITS"):
                unit = sense.value
            elif sense.kind in ("SHIFT", "NEXT"):
                direction = 1 if int(sense.value) > 0 else -1
    return count * direction if unit == "D" and direction else None
