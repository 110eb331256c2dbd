"""The story going on: the date that a happening without one takes over from what was told.

The rule. A dated happening of the main line (in no relative clause, not a time that
another happening is set against) dates the story. In the same paragraph, what follows
and has no date takes it, if it is an act on the ground; the words of a saying stay the
day's news, unless the story is an old one, told act by act. A new paragraph starts anew,
but for its first sentence, where that points back: its subject is "the", "this" or "both"
with a noun of the dated sentence, or a pronoun, and it tells an act on the ground.
"""

from __future__ import annotations

from datetime import date, timedelta

from onrecord.reading.tree import SUBJECTS, Tree
from onrecord.record import When

RECENT = timedelta(days=7)  # a story older than this is told as a story, each act on its day
_POINTING = frozenset(("the", "this", "that", "these", "those", "both"))
_ASIDE = frozenset(("acl:relcl", "nmod", "advcl:relcl", "amod"))
_CLIMB = 12


class Story:
    """The date that the telling stands at, moved on happening by happening."""

    def __init__(self, tree: Tree, published: date | None) -> None:
        self.tree = tree
        self.published = published
        self._when: When | None = None
        self._head = -1
        self._paragraphs: dict[int, int] = {}

    def tell(self, head: int, when: When) -> None:
        """Takes note of a happening on record and its date."""
        if when.start is None or when.basis not in ("stated", "relative"):
            return
        if self._is_main_line(head) and not self._is_to_come(when):
            self._when, self._head = when, head

    def date(self, head: int, *, material: bool) -> When | None:
        """The date that a happening takes over, if it has none of its own."""
        when = self._when
        if when is None or self.tree.begins[head] <= self.tree.begins[self._head]:
            return None
        if not material and not self._is_old(when):
            return None
        breaks = self._breaks(head)
        if breaks == 0 or (breaks == 1 and material and self._points_back(head)):
            return when
        return None

    def _breaks(self, head: int) -> int:
        """Paragraph breaks between the dated happening and this one: 0, 1 or 2 for more."""
        tree = self.tree
        between = tree.text[tree.ends[self._head] : tree.begins[head]]
        return min(2, sum(1 for part in between.split("\n\n")[1:] if part.strip() or True))

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
        """Whether a date lies well before the report, so that it is told as a story."""
        if self.published is None or when.end is None:
            return False
        return date.fromisoformat(when.end) < self.published - RECENT

    def _points_back(self, head: int) -> bool:
        tree = self.tree
        start, end = tree.sentence(head)
        if "\n\n" in tree.text[tree.begins[start] : tree.begins[head]].strip():
            return False
        if "\n\n" not in tree.text[max(0, tree.begins[start] - 3) : tree.begins[start] + 2]:
            return False
        for place in range(start, min(end, head + 1)):
            if tree.deps[place] in SUBJECTS:
                return self._is_known(place)
        return False

    def _is_known(self, subject: int) -> bool:
        tree = self.tree
        if tree.upos[subject] == "PRON":
            return tree.lemmas[subject].lower() in ("they", "he", "she", "it")
        words = {tree.lemmas[c].lower() for c in tree.having(subject, "det")}
        if not words & _POINTING:
            return False
        start, end = tree.sentence(self._head)
        return tree.lemmas[subject] in tree.lemmas[start:end]
