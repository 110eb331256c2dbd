"""When: which of a report's dates is a happening's own.

A happening takes the date that hangs on its word (hung.py), else that of a clause or
phrase whose time it shares: a participle, an infinitive, a noun under a verb that
carries it out, a joined verb of the same tense, a "when"-clause. "Since" with a date
opens a time that lasts to the day of publication. A date that the tense contradicts is
none (bounds.py): what is past has no date to come. The date of a saying is never that
of what was said. Where the story goes on (story.py), its date is taken over.

What has no date is not given one (undated.py): told by the report as the day's news, or in
the present of a headline, it is of the day of publication (``published``); a perfect, a bare
noun, a lasting state, and what someone else is cited for having seen done are open towards
the past, since the day's news is the saying of it; what is to come is open towards the future.

What is set against another act by days or hours ("two days after the raid") is counted from
that act's day. Still simple: by weeks or months ("a week before the talks"), it is not dated.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date

import msgspec

from onrecord.reading.tree import Tree
from onrecord.reading.voices.attributions import Attribution
from onrecord.reading.when.bounds import PASTS
from onrecord.reading.when.clauses import Clauses, is_day
from onrecord.reading.when.hung import Dated, clashing, hung
from onrecord.reading.when.story import counted, moved, stepped
from onrecord.reading.when.tenses import (
    Tense,
    carrier_of,
    is_if,
    is_performed,
    line,
    own_tense,
    words_of_time,
)
from onrecord.reading.when.undated import is_apart, undated
from onrecord.record import When

_TO_PRINT = 3  # days from a dateline's to the day of publication
PAST = "PAST_REF"  # TIMEX3: some time in the past
_STEPS = {"after": -1, "before": 1}  # the act that another came after was that much earlier


class Times:
    """The dates of a report and whose they are. voices: its attributions."""

    def __init__(
        self, tree: Tree, published: date | None, voices: Sequence[Attribution] = ()
    ) -> None:
        self.tree = tree
        self.published = published
        self.day = published.isoformat() if published else None
        self.stances = {item.cue_head: item.stance for item in voices}
        self.by_governor = hung(tree, published, voices)
        self.clauses = Clauses(tree, self.day, self.by_governor)
        self.clashes = clashing(self.by_governor)
        self.news = self._news()

    def of(
        self,
        trigger: int,
        *,
        barred: Collection[int] = (),
        future: bool = False,
        before: When | None = None,
        material: bool = True,
        negated: bool = False,
    ) -> When:
        """When the happening named at ``trigger`` was.

        barred: cues that it stands under, whose dates are those of the saying; future:
        whether it is told as to come; before: the date that the story stands at, if it
        goes on; material: an act on the ground, whose present tense lasts, not a speech act;
        negated: it did not happen, so that no day is its own unless one is said.
        """
        tree = self.tree
        carrier, tense = carrier_of(tree, trigger)
        told = tense in PASTS and (carrier == trigger or tree.deps[trigger] == "advcl")
        told = told and not (future and is_if(tree, carrier))
        to_come = tense == "future" or (future and not told)
        found = self._own(trigger, barred, tense, to_come)
        found = found or self._of_saying(trigger, barred, to_come, material)
        if found is not None:
            return found
        step = self._step(trigger, carrier)
        if step is not None:
            found = stepped(before, step.expression)
            if found is not None:
                return found
        apart = self._counted(carrier, barred) or self._counted(trigger, barred)
        if apart is not None:
            return apart
        if step is not None or self._is_vague(trigger, carrier):
            return When(start=None, end=self.day, basis="published")
        stepped_back = (
            tense in ("perfect", "present")
            # "said that it had struck a store" hands on "we struck a store": no step back
            or (tense == "pluperfect" and not self._is_account(barred))
            or (tense is None and tree.upos[trigger] == "NOUN")
        )
        if before is not None and not (
            to_come or stepped_back or is_apart(tree, self.stances, trigger, carrier)
        ):
            return msgspec.structs.replace(before, basis="context", text=None, span=None)
        if negated and not to_come:
            return When(start=None, end=self.day, basis="published")
        return undated(
            tree,
            self.day,
            self.news,
            self.stances,
            trigger,
            carrier,
            tense,
            to_come,
            material,
            handed_on=bool(barred),
        )

    def _of_saying(
        self, trigger: int, barred: Collection[int], to_come: bool, material: bool
    ) -> When | None:
        """The day of a plan beside its cue, and of what is done by saying it."""
        if to_come:
            return self.clauses.planned(barred, self.stances)
        if not material and is_performed(self.tree, trigger):
            return self._said(barred)
        return None if material else self.clauses.uttered(trigger)

    def _news(self) -> When:
        """The day of what is told as news: that of the dateline where it gives one that is not
        long before the day of publication, else the latter."""
        for item in (item for items in self.by_governor.values() for item in items):
            day = item.expression.start
            if item.head not in self.tree.datelines or not is_day(item) or not self.published:
                continue
            apart = (self.published - date.fromisoformat(day or "")).days
            if 0 < apart <= _TO_PRINT:
                return When(start=day, end=day, precision="day", basis="context")
        return When(
            start=self.day,
            end=self.day,
            precision="day" if self.day else None,
            basis="published",
        )

    def dated(self) -> Iterator[tuple[int, When]]:
        """Every verb on which a date hangs, but for those of sayings, and its date."""
        for place in sorted(self.by_governor):
            if self.tree.upos[place] == "VERB" and place not in self.stances:
                yield place, self.of(place)

    # -- the happening's own date ----------------------------------------------------

    def _own(
        self, trigger: int, barred: Collection[int], tense: Tense | None, to_come: bool
    ) -> When | None:
        tree = self.tree
        for place in line(tree, trigger, barred):
            if to_come and place != trigger and own_tense(tree, place) in PASTS:
                return None
            items = self.by_governor.get(place)
            if items:
                shared = place != trigger and own_tense(tree, place) is not None
                found = self.clauses.when(items, tense, to_come=to_come, shared=shared)
                if found is not None:
                    return found
            found = self.clauses.since(place, tense)
            if found is not None:
                return found
            found = self.clauses.of_its_clause(place) if not to_come else None
            if found is not None:
                return found
            if tense == "past" and tree.upos[place] in ("VERB", "AUX"):
                found = self.clauses.below(place, to_come) or self.clauses.lent(place, to_come)
                if found is not None:
                    return found
        return None

    def _said(self, barred: Collection[int]) -> When:
        """The day of the saying itself: who says "I thank them" thanks them by it."""
        for cue in barred:
            found = self._own(cue, (), own_tense(self.tree, cue), False)
            if found is not None:
                return msgspec.structs.replace(found, basis="context", text=None, span=None)
        return self.news

    def _counted(self, place: int, barred: Collection[int]) -> When | None:
        """ "Two days after they burned it, the town ...": so far from the other act's day."""
        tree, governor = self.tree, self.tree.heads[place]
        marks = tree.having(place, "mark", "case")
        mark = next((c for c in marks if tree.lemmas[c].lower() in _STEPS), None)
        if mark is None or governor == place or tree.sentence(place)[0] == mark:
            return None
        hours = tree.lemmas[mark - 1].lower() in words_of_time("hours")
        if not hours and tree.lemmas[mark - 1].lower() != "day":
            return None
        other = self._own(governor, barred, own_tense(tree, governor), False)
        days = 0 if hours else counted(tree.words[mark - 2]) if mark > 1 else None
        if other is None or days is None:
            return None
        return moved(other, days * _STEPS[tree.lemmas[mark].lower()])

    def _is_account(self, cues: Collection[int]) -> bool:
        """Whether somebody tells what happened, who neither denies nor alleges it."""
        return bool(cues) and all(self.stances.get(cue) == "says" for cue in cues)

    # -- no date --------------------------------------------------------------------

    def _step(self, *places: int) -> Dated | None:
        """ "Two days later", "the next day": a time counted from another."""
        for place in places:
            for item in self.by_governor.get(place, ()):
                if item.expression.value.startswith("XXXX"):
                    return item
        return None

    def _is_vague(self, *places: int) -> bool:
        """ "recently", "earlier", "weeks after seizing them": a time, but none known here."""
        tree = self.tree
        for place in places:
            if any(item.expression.value == PAST for item in self.by_governor.get(place, ())):
                return True
            for child in tree.having(place, "advmod", "mark"):
                lemma = tree.lemmas[child].lower()
                if tree.deps[child] == "advmod" and lemma in words_of_time("past"):
                    return True
                if lemma in ("after", "before") and self._is_long_apart(place, child):
                    return True
        return False

    def _is_long_apart(self, place: int, mark: int) -> bool:
        """ "three weeks after they seized it", "after seizing it": not on the other act's day."""
        tree = self.tree
        long = mark > 0 and tree.lemmas[mark - 1].lower() in words_of_time("length")
        return long or (tree.tags[place] == "VBG" and tree.lemmas[mark].lower() == "after")
