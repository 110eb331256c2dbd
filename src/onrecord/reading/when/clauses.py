"""Days that a happening takes over from the clauses and phrases beside its own word: from a part
of its clause, a joined verb, what its weapon did, a time since when it lasts, a plan for a day
to come.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from onrecord.codes.events import classes_of, events
from onrecord.codes.steering import having
from onrecord.reading.tree import Tree
from onrecord.reading.when.bounds import precision, when_of
from onrecord.reading.when.hung import Dated
from onrecord.reading.when.tenses import Tense, own_tense
from onrecord.record import Stance, When

_LASTING: frozenset[Tense | None] = frozenset(("perfect", "pluperfect", "present"))
_PARTS = ("obj", "obl", "nmod", "xcomp", "acl", "acl:relcl", "advcl", "ccomp")
_WHEN = frozenset(("when", "as", "while"))
_THROUGH = frozenset(("in", "through", "via", "by"))
_WEAPONS = frozenset(("weapons",))


def is_day(item: Dated) -> bool:
    expression = item.expression
    return expression.precision in ("day", "time") and expression.start is not None


class Clauses:
    """The dates of a report's clauses, by the words that they hang on."""

    def __init__(
        self, tree: Tree, day: str | None, by_governor: Mapping[int, Sequence[Dated]]
    ) -> None:
        self.tree = tree
        self.day = day
        self.by_governor = by_governor

    def when(
        self, items: Sequence[Dated], tense: Tense | None, *, to_come: bool, shared: bool
    ) -> When | None:
        return when_of(self.tree, self.day, items, tense, to_come=to_come, shared=shared)

    def planned(self, barred: Collection[int], stances: Mapping[int, Stance]) -> When | None:
        """ "tomorrow he plans to meet them": a day to come is not that of the planning."""
        for cue in barred:
            if stances.get(cue) not in ("intends", "wishes"):
                continue
            items = [i for i in self.by_governor.get(cue, ()) if is_day(i)]
            ahead = [i for i in items if self.day and (i.expression.start or "") > self.day]
            found = self.when(ahead, "future", to_come=True, shared=True)
            if found is not None:
                return found
        return None

    def since(self, place: int, tense: Tense | None) -> When | None:
        """ "Since the war began in 2022, both have ...": from then to the day of publication."""
        tree = self.tree
        if tense not in _LASTING:
            return None
        for child in tree.having(place, "advcl", "obl"):
            words = {tree.lemmas[c].lower() for c in tree.having(child, "mark", "case")}
            if "since" not in words:
                continue
            for item in self._within(child):
                expression = item.expression
                if expression.start and (self.day is None or expression.start <= self.day):
                    return When(
                        start=expression.start,
                        end=self.day,
                        precision=precision(expression),
                        text=expression.text,
                        span=expression.span,
                        basis=item.basis,
                    )
        return None

    def _within(self, clause: int) -> Iterator[Dated]:
        """Dates that hang on a clause's or phrase's head or on its nouns."""
        yield from self.by_governor.get(clause, ())
        for child in self.tree.having(clause, "nmod", "obl", "obj", "nsubj"):
            yield from self.by_governor.get(child, ())

    def below(self, place: int, to_come: bool) -> When | None:
        """The date of a joined verb behind, of a "when"-clause, of an act that this was part of:
        "marched to the hall and burned flags on Friday", "died in a raid on Sunday"."""
        tree = self.tree
        for child in tree.having(place, "conj", "advcl", "obl"):
            items = self.by_governor.get(child)
            if not items:
                continue
            relation = tree.deps[child]
            if relation == "conj":
                own = tree.child(child, "nsubj", "nsubj:pass") is not None
                shares = not own and own_tense(tree, child) == "past"
            elif relation == "obl":
                shares = tree.case(child) in ("in", "during", "at")
            else:
                shares = self._is_when(child)
            found = self.when(items, "past", to_come=to_come, shared=True) if shares else None
            if found is not None:
                return found
        return None

    def of_its_clause(self, place: int) -> When | None:
        """ "the bombings that killed a priest in May", "fired the shots that killed him": what an
        act or a weapon did, it did on the day of the act."""
        tree = self.tree
        if tree.upos[place] == "NOUN":
            nouns = [place] if events(tree.lemmas[place].lower(), "noun") else []
        elif tree.lemmas[place].lower() in having("discharge"):  # it may be planted days before
            nouns = [
                p
                for p in tree.having(place, "obj")
                if classes_of(tree.lemmas[p].lower()) & _WEAPONS
                or tree.lemmas[p].lower() in having("discharged")
            ]
        else:
            nouns = []
        for noun in nouns:
            for clause in tree.having(noun, "acl:relcl"):
                doer = tree.child(clause, "nsubj")
                pronoun = doer is not None and tree.lemmas[doer].lower() in ("that", "which")
                if pronoun and own_tense(tree, clause) == "past":
                    items = self.by_governor.get(clause, ())
                    found = self.when(items, "past", to_come=False, shared=True)
                    if found is not None:
                        return found
        return None

    def lent(self, place: int, to_come: bool) -> When | None:
        """The day that hangs on a part of the clause with no time of its own: "sent men to
        guard the store on Sunday", "stopped a boat carrying arms on Monday"."""
        stack = [place]
        while stack:
            for child in self.tree.having(stack.pop(), *_PARTS):
                if child < place or not self._is_timeless(child):
                    continue
                items = [i for i in self.by_governor.get(child, ()) if is_day(i)]
                found = self.when(items, "past", to_come=to_come, shared=True)
                if found is not None:
                    return found
                stack.append(child)
        return None

    def uttered(self, place: int) -> When | None:
        """The day on which the letter or speech was put out in which something is said: "accused
        them in a letter delivered on Monday", "in a tape that a station aired on Friday"."""
        tree = self.tree
        for noun in tree.having(place, "obl"):
            if tree.case(noun) not in _THROUGH or tree.lemmas[noun].lower() not in having("paper"):
                continue
            for clause in tree.having(noun, "acl", "acl:relcl"):
                items = [i for place in tree.descendants(clause) for i in self._days(place)]
                found = self.when(items, "past", to_come=False, shared=True) if items else None
                if found is not None and own_tense(tree, clause) in (None, "past"):
                    return found
        return None

    def _days(self, place: int) -> list[Dated]:
        return [item for item in self.by_governor.get(place, ()) if is_day(item)]

    def _is_timeless(self, place: int) -> bool:
        """A thing, an infinitive, or what goes on beside the act; no act that was over by then."""
        tree = self.tree
        if tree.upos[place] in ("NOUN", "PROPN"):
            return not events(tree.lemmas[place].lower(), "noun")
        if any(
            tree.deps[c] == "mark" and tree.words[c].lower() != "to" for c in tree.children[place]
        ):
            return False
        if tree.deps[place] in ("acl:relcl", "ccomp"):
            progressive = tree.tags[place] == "VBG" and own_tense(tree, place) == "past"
            return progressive or (
                own_tense(tree, place) == "present" and tree.deps[place] == "acl:relcl"
            )
        return own_tense(tree, place) is None and tree.tags[place] in ("VB", "VBG")

    def _is_when(self, clause: int) -> bool:
        tree = self.tree
        if own_tense(tree, clause) == "pluperfect":
            return False  # "left, as they had agreed on Friday"
        return any(tree.lemmas[c].lower() in _WHEN for c in tree.having(clause, "mark", "advmod"))
