"""On whose word: every attribution of a report, and which of them a happening stands under.

Two readers answer together. The language model finds sources, cues and contents, also
across sentences, but knows one layer only; the tree and the cue lexicon (citing.py) see
every layer of "KCNA reported that Kim said he hopes ...", but only inside a sentence.
Where both found a cue, their contents are joined. For records a cue that the lexicon
does not know needs evidence of its own: a quotation or a clause.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from onrecord.codes.cues import cues
from onrecord.reading.nobody import is_by_nobody
from onrecord.reading.tree import SUBJECTS, Tree, runs
from onrecord.reading.voices.answering import emptied
from onrecord.reading.voices.citing import Attribution, antecedent, by_tree
from onrecord.reading.voices.colons import by_colon
from onrecord.reading.voices.continued import stands_for
from onrecord.reading.voices.deadlines import by_deadline
from onrecord.reading.voices.handed_out import with_statements
from onrecord.reading.voices.heard import (
    full,
    heard,
    is_sound,
    is_timid,
    joined,
    tells,
)
from onrecord.reading.voices.naming import clean
from onrecord.reading.voices.passing import passed_on, shown
from onrecord.reading.voices.quoting import with_quotations
from onrecord.reading.voices.refuting import refuted
from onrecord.reading.voices.scope import (
    Scope,
    goes_against,
    is_as_clause,
    is_disowned,
    is_fulfilled,
    quoted_words,
)
from onrecord.reading.voices.trailing import acts, is_told_on, resumed, says_more, trailing

__all__ = ["Attribution", "Attributions", "attributions", "heard"]


AGREED = 2  # of so many words behind a teller the model must hold one, or they are not told


class Attributions:
    """The attributions of a report by the words that stand under them."""

    def __init__(
        self, tree: Tree, items: Sequence[Attribution], model: Sequence[Attribution] = ()
    ) -> None:
        self.tree = tree
        self.items = sorted(items, key=lambda item: item.cue)
        self._model = model  # what the language model alone heard
        self._heard = {place for item in model for place in range(item.cue[0], item.cue[1] + 1)}
        self._cues = {item.cue_head: item for item in self.items}
        self._above: dict[int, list[int]] = {}
        for number, item in enumerate(self.items):
            for first, last in item.content:
                for word in range(first, last + 1):
                    self._above.setdefault(word, []).append(number)

    def __iter__(self) -> Iterator[Attribution]:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)

    def holding(self, place: int) -> list[int]:
        """Numbers of the attributions that a word stands under, outermost first."""
        found = [n for n in self._above.get(place, ()) if not _own(self.items[n], place)]
        if len(found) > 1:
            if any(self.items[n].stance == "denies" for n in found):
                # "denied that it had asked, as the weekly reported": hers is the denied word
                found = [n for n in found if not is_as_clause(self.tree, self.items[n].cue_head)]
            # a list is empty to its own key while it is sorted
            found = sorted(found, key=lambda n: (self._depth(n, found), self._rank(n)))
        for n in [n for n in found if _leans(self.items[n])]:
            # "The station said that ..., citing X": X told the station
            teller = self._teller(n, found)
            if found.index(teller) > found.index(n):
                found.remove(n)
                found.insert(found.index(teller) + 1, n)
        return found

    def by(self, cue: int) -> Attribution | None:
        """The attribution that a word is the cue of."""
        return self._cues.get(cue)

    def teller(self, place: int) -> Attribution | None:
        """Whoever most likely tells of a word that is known to be handed on, where no attribution
        that counts holds it: of whom the model hears it, or who tells something in its sentence
        or, where nobody does, in the one before."""
        tree, here = self.tree, self.tree.sentence_of[place]
        known = [item for item in self._model if item.source and item.holds(place)]
        known = [item for item in known if not is_by_nobody(tree, item.cue_head)]
        if known:
            return min(known, key=lambda item: item.size)
        for number in (here, here - 1):
            telling = [
                item
                for item in self.items
                if tells(item)
                and not is_by_nobody(tree, item.cue_head)
                and item.stance in ("says", "alleges")
                and tree.sentence_of[item.cue_head] == number
            ]
            if telling:
                return min(telling, key=lambda item: abs(item.cue_head - place))
        return None

    def is_disputed(self, place: int, above: Sequence[Attribution]) -> bool:
        """Whether only the tree puts a word under these attributions, and not as the clause that
        they tell or a part of it: the model hears all their cues, and the word under none."""
        if any(item.source and item.holds(place) for item in self._model):
            return False
        if any(self.tree.heads[item.cue_head] == place and not item.source for item in above):
            return False  # "reportedly saved": the word that leaves it open is its own
        if not all(item.cue_head in self._heard for item in above):
            return False
        if any(is_told_on(self.tree, item.cue_head, place) for item in above):
            return False
        loose = all(item.form in ("object", "sentence") for item in above)
        return loose or self._speaks_apart(place, above)

    def _speaks_apart(self, place: int, above: Sequence[Attribution]) -> bool:
        """ "X said that it would stay, and Y deplored it", "X said that it would stay, but deplored
        it": joined to what is told, with a subject or an utterance of its own."""
        tree, cues = self.tree, {item.cue_head for item in above}
        for word in (place, *tree.ancestors(place)):
            if word in cues:
                return False
            if tree.deps[word] == "conj":
                own = self._cues.get(word)
                if tree.child(word, *SUBJECTS) is not None or (own is not None and tells(own)):
                    return True
        return False

    def is_own_word(self, item: Attribution, place: int) -> bool:
        """ "reiterated his call": the object of an utterance is itself an utterance of its
        speaker's, who utters it there."""
        owner = self.tree.child(place, "nmod:poss")
        if owner is None or item.source_head is None or self.tree.upos[owner] != "PRON":
            return False
        uttered = any(entry.reports for entry in cues(self.tree.lemmas[place].lower(), "noun"))
        return uttered and stands_for(self.tree, owner, item.source_head)

    def _teller(self, number: int, among: Sequence[int]) -> int:
        """Of these whoever cites by a participle: whose cue it hangs on, or the last before it."""
        tree, cue = self.tree, self.items[number].cue_head
        heads = {self.items[o].cue_head: o for o in among}
        start, _ = tree.sentence(cue)
        last = max((head for head in heads if start <= head < cue), default=cue)
        return heads.get(tree.heads[cue], heads[last])

    def _rank(self, number: int) -> tuple[bool, int]:
        """Of those that hold each other alike: "X told Y, according to Z" is Z's; the longest."""
        item = self.items[number]
        return not _is_according(item), -item.size

    def _depth(self, number: int, among: Sequence[int]) -> int:
        """How many of the others hold the attribution's cue without being held by it."""
        item, above = self.items[number], self.tree.heads[self.items[number].cue_head]
        others = (self.items[n] for n in among if n != number)
        return sum(
            not item.holds(o.cue_head) and (o.cue_head == above or o.holds(item.cue_head))
            for o in others
        )


def attributions(tree: Tree) -> Attributions:
    """The attributions that records rest on."""
    quoted = quoted_words(tree)
    found = {item.cue_head: item for item in by_tree(tree)}
    telling = {tree.sentence_of[head] for head, item in found.items() if tells(item)}
    model: dict[int, Attribution] = {}
    hearing = [item for item in heard(tree) if not goes_against(tree, item)]
    for item in hearing:
        model.update((place, item) for place in range(item.cue[0], item.cue[1] + 1))
        same = [head for head in range(item.cue[0], item.cue[1] + 1) if head in found]
        if same:
            known = found[same[0]]
            if item.content and not is_timid(known):
                found[same[0]] = joined(tree, known, item)
        elif is_sound(tree, item) and not (
            # "In a statement, X denied ...": the noun is no second cue
            tree.upos[item.cue_head] == "NOUN" and tree.sentence_of[item.cue_head] in telling
        ):
            found[item.cue_head] = full(tree, item)
    for item in trailing(tree, quoted):
        head = item.cue_head
        found[head] = _with_trail(tree, found.get(head), item, model.get(head))
    found.update((item.cue_head, item) for item in by_colon(tree))
    for item in by_deadline(tree):
        found.setdefault(item.cue_head, item)
    found = {
        head: _without_asides(item, found.values())
        for head, item in found.items()
        if not _is_named(item, found.values())
    }
    found = with_statements(tree, shown(tree, passed_on(tree, found)))
    scope = Scope(tree, list(found.values()), quoted)
    own = (item for item in found.values() if not is_disowned(tree, item.cue_head))
    own = (item for item in own if not is_fulfilled(tree, item))
    settled = [emptied(tree, scope.settled(antecedent(tree, item))) for item in own]
    return Attributions(tree, refuted(tree, with_quotations(tree, settled)), hearing)


def _with_trail(
    tree: Tree, known: Attribution | None, item: Attribution, model: Attribution | None
) -> Attribution:
    """What stands before its teller, what the model mostly agrees goes on behind it, and what
    another reader found in other sentences."""
    if known is None:
        return item
    start, end = tree.sentence(item.cue_head)
    words = item.words | {word for word in known.words if not start <= word < end}
    told = set() if model is None else model.words
    for part in resumed(tree, item.cue_head, end):
        more = says_more(tree, item.cue_head, part.start, told)
        if is_told_on(tree, item.cue_head, part.start):
            words.update(part)
        elif not more and not acts(tree, item.cue_head, part.start):
            words |= _agreed(known.words, told, part)
    return msgspec.structs.replace(item, cue=known.cue, content=clean(tree, words))


def _is_named(item: Attribution, others: Iterable[Attribution]) -> bool:
    """Whether the cue is the noun of another ("by the account of X"), and so no second one."""
    return any(
        other.cue[0] < item.cue_head <= other.cue[1]
        and other.entry is not None
        and other.entry.pos == "adp"
        and other.cue_head != item.cue_head
        for other in others
    )


def _without_asides(item: Attribution, others: Iterable[Attribution]) -> Attribution:
    """ "He fears, aides confide, that ...": who tells of the fear is not what is feared."""
    asides = {
        word
        for other in others
        if other.form == "sentence" and item.holds(other.cue_head) and other.holds(item.cue_head)
        for first, last in (other.cue, *other.source)
        for word in range(first, last + 1)
    }
    if not asides or asides >= item.words:
        return item
    return msgspec.structs.replace(item, content=tuple(runs(item.words - asides)))


def _agreed(known: set[int], told: set[int], part: range) -> set[int]:
    """Of a part of a sentence what the model holds most of: all of it, or runs of the tree's."""
    if AGREED * len(told.intersection(part)) >= len(part):
        return set(part)
    stretches = (range(first, last + 1) for first, last in runs(known.intersection(part)))
    agreed = [run for run in stretches if AGREED * len(told.intersection(run)) >= len(run)]
    return {word for run in agreed for word in run}


def _leans(item: Attribution) -> bool:
    """Whether the cue is a participle that hangs on another cue ("citing"); "according to" tells of
    the telling itself."""
    if item.entry is None or item.entry.pos != "adp" or _is_according(item):
        return False
    return item.entry.lemma.endswith("ing")


def _is_according(item: Attribution) -> bool:
    return item.entry is not None and item.entry.lemma == "according"


def _own(item: Attribution, place: int) -> bool:
    return item.cue_head == place or item.cue[0] <= place <= item.cue[1]
