"""When: which of a report's dates is a happening's own.

A date belongs to the word that it hangs on in the tree. A happening takes the date
that hangs on it, else that of a clause it shares the time of (a participle, an
infinitive, a joined verb, a "when"-clause), else, where the story goes on, that of the
happening told before it. The date of a saying is never that of what was said.
What has no date is not given one: told as the day's news it is ``published``, told as
past it is open towards the past, told as future it is open towards the future.

Still simple: the story goes on only within a paragraph.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta

import msgspec

from onrecord.reading.dates import TimeExpression, find
from onrecord.reading.tree import Tree
from onrecord.record import Basis, When

SHARING = ("xcomp", "advcl", "conj", "acl", "acl:relcl", "obj", "nsubj:pass", "obl", "nmod", "nsubj")
VAGUE = frozenset(("PRESENT_REF", "PAST_REF", "FUTURE_REF"))
RECENT = timedelta(days=7)  # a story older than this is told as a story, each act on its day


class Dated(msgspec.Struct, frozen=True, kw_only=True):
    """A time expression and the word that it hangs on."""

    expression: TimeExpression
    governor: int
    head: int


class Times:
    """The dates of a report and the words that they hang on."""

    def __init__(self, tree: Tree, published: date | None) -> None:
        self.tree = tree
        self.published = published
        self.dated: list[Dated] = []
        self.by_governor: dict[int, list[Dated]] = {}
        at = {begin: place for place, begin in enumerate(tree.begins)}
        for expression in find(tree.text, published, tense=self._tense):
            if expression.start is None and expression.end is None:
                continue
            if expression.type == "SET" or expression.value in VAGUE:
                continue
            head = self._head(expression, at)
            if head is not None:
                item = Dated(expression=expression, governor=self._governor(head), head=head)
                self.dated.append(item)
                self.by_governor.setdefault(item.governor, []).append(item)

    def _head(self, expression: TimeExpression, at: dict[int, int]) -> int | None:
        first = at.get(expression.span[0])
        if first is None:
            return None
        last = first
        while last + 1 < len(self.tree) and self.tree.begins[last + 1] < expression.span[1]:
            last += 1
        for place in range(first, last + 1):
            head = self.tree.heads[place]
            if not first <= head <= last and self.tree.deps[place] not in ("case", "punct", "det"):
                return place
        return first

    def _governor(self, head: int) -> int:
        """The word that a date hangs on; a date in brackets or beside a date hangs on as that does."""
        tree = self.tree
        place = head
        for above in tree.ancestors(head):
            if tree.deps[place] in ("appos", "nummod", "nmod:unmarked", "compound", "flat", "parataxis"):
                if tree.upos[above] in ("PROPN", "NOUN", "NUM") and self._is_time(above):
                    place = above
                    continue
            return above
        return place

    def _is_time(self, place: int) -> bool:
        return any(place == item.head for item in self.dated) or self.tree.tags[place] in ("NNP", "CD")

    def _tense(self, offset: int) -> None:
        return None

    # -- the happening's own date ------------------------------------------------------

    def of(
        self,
        trigger: int,
        *,
        barred: Collection[int] = (),
        future: bool = False,
        before: When | None = None,
    ) -> When:
        """When the happening named at ``trigger`` was.

        barred: cues that it stands under, whose dates are those of the saying; future:
        whether it is told as to come; before: the date that the story stands at, if it
        goes on.
        """
        found = self._own(trigger, barred)
        if found is not None:
            return found
        if before is not None and not future:
            return msgspec.structs.replace(before, basis="context", text=None, span=None)
        return self._undated(trigger, future)

    def _own(self, trigger: int, barred: Collection[int]) -> When | None:
        tree = self.tree
        place = trigger
        for _ in range(8):
            items = self.by_governor.get(place)
            if items:
                return self._when(items, self.tree.lemmas[place])
            governor = tree.heads[place]
            if governor == place or governor in barred:
                return None
            if tree.deps[place] not in SHARING or not self._shares(place):
                return None
            place = governor
        return None

    def _shares(self, place: int) -> bool:
        """Whether a clause or phrase has the time of what governs it."""
        tree = self.tree
        relation = tree.deps[place]
        if relation in ("advcl", "acl"):
            marks = {
                tree.lemmas[c].lower() for c in tree.children[place] if tree.deps[c] in ("mark", "advmod")
            }
            if marks & {"if", "unless", "until", "before", "after", "since", "because", "although"}:
                return False
            return "when" in marks or "while" in marks or "as" in marks or tree.tags[place] in (
                "VBG", "VBN", "VB",
            )  # fmt: skip
        if relation == "acl:relcl":
            return False
        if relation == "conj":
            return not any(tree.deps[c] == "obl:unmarked" for c in tree.children[place])
        return tree.upos[place] in ("NOUN", "PROPN", "VERB")

    def _when(self, items: list[Dated], _: str) -> When:
        """The most exact of the dates that hang on one word; a bracketed day makes a weekday stated."""
        exact = {"day": 0, "time": 0, "week": 1, "month": 2}
        stated = [i for i in items if i.expression.basis == "stated"]
        best = min(items, key=lambda i: (exact.get(i.expression.precision or "", 3), i.head))
        expression = best.expression
        basis: Basis = expression.basis
        same = [i for i in stated if i.expression.start == expression.start]
        if same or self._bracketed(expression):
            basis = "stated"
        precision = "day" if expression.precision == "time" else expression.precision
        end = expression.end
        if end is None and expression.start is not None and self.published is not None:
            # "since 2019": still going on when it was printed
            if expression.start <= self.published.isoformat():
                end = self.published.isoformat()
        return When(
            start=expression.start,
            end=end,
            precision=precision,
            text=expression.text,
            span=expression.span,
            basis=basis,
        )

    def _bracketed(self, expression: TimeExpression) -> bool:
        """ "Tuesday (Dec 31)": the date beside the weekday is in the words."""
        rest = self.tree.text[expression.span[1] : expression.span[1] + 3].lstrip()
        if not rest.startswith("("):
            return False
        return any(
            item.expression.basis == "stated"
            and 0 <= item.expression.span[0] - expression.span[1] <= 3
            and item.expression.start == expression.start
            for item in self.dated
        )

    def _undated(self, trigger: int, future: bool) -> When:
        day = self.published.isoformat() if self.published else None
        if future:
            return When(start=day, end=None, basis="published")
        if self._is_open_past(trigger):
            return When(start=None, end=day, basis="published")
        return When(start=day, end=day, precision="day" if day else None, basis="published")

    def _is_open_past(self, trigger: int) -> bool:
        """Perfect, pluperfect, habit or a bare noun: past, but no telling when."""
        tree = self.tree
        place: int | None = trigger
        while place is not None:
            words = {tree.lemmas[c].lower() for c in tree.having(place, "aux")}
            if "have" in words:
                return True
            if "use" in words:
                return True
            if any(tree.deps[c] in ("aux", "nsubj", "nsubj:pass") for c in tree.children[place]):
                break
            place = tree.heads[place] if tree.deps[place] in ("xcomp", "conj") else None
        return tree.upos[trigger] in ("NOUN", "PROPN", "ADJ")


def continues(tree: Tree, here: int, there: int, when: When, published: date | None) -> bool:
    """Whether a story dated ``when`` at ``there`` goes on at ``here``: the same paragraph."""
    if when.start is None or tree.begins[here] <= tree.begins[there]:
        return False
    between = tree.text[tree.ends[there] : tree.begins[here]]
    return "\n\n" not in between and "\n \n" not in between


def is_old(when: When, published: date | None) -> bool:
    """Whether a date lies well before the report, so that it is told as a story."""
    if published is None or when.end is None:
        return False
    return date.fromisoformat(when.end) < published - RECENT
