"""How far an attribution reaches: what its content must give back.

The model knows no clauses and the tree knows no quotations; both take too much at the seams
of a sentence: beyond a semicolon, out of brackets, into what a second speaker says, or with
the day and the place of the saying itself.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

import msgspec

from onrecord.codes.steering import having
from onrecord.reading.tree import SUBJECTS, Tree
from onrecord.reading.voices.citing import Attribution
from onrecord.reading.voices.naming import clean
from onrecord.reading.voices.trailing import inner_start

_CLAUSAL = frozenset(("root", "conj", "parataxis"))
_CIRCUMSTANCES = ("obl", "obl:unmarked", "obl:agent", "nsubj", "advmod")


def quoted_words(tree: Tree) -> set[int]:
    """Positions inside quotation marks."""
    found: set[int] = set()
    for part in tree.quotes:
        first, end = (bisect_left(tree.begins, edge) for edge in part.span)
        found.update(range(first, end))
    return found


class Scope:
    """The seams of a report's sentences, and who speaks in which of their parts."""

    def __init__(self, tree: Tree, items: Sequence[Attribution], quoted: set[int]) -> None:
        self.tree = tree
        self.quoted = quoted
        self.breaks = [
            place
            for place, tag in enumerate(tree.upos)
            if tag == "SPACE" and "\n\n" in tree.words[place]
        ]
        self.tellers: dict[int, list[Attribution]] = {}
        for item in items:
            known = item.entry
            if item.source and known is not None and known.reports and item.cue_head not in quoted:
                self.tellers.setdefault(tree.sentence_of[item.cue_head], []).append(item)

    def _paragraphs_before(self, words: set[int], start: int) -> set[int]:
        """What stands unquoted in a paragraph before the cue's: "..., she said" reaches no farther
        back than to where its own begins."""
        before = bisect_left(self.breaks, start)
        if not before:
            return set()
        last = self.breaks[before - 1]
        return {word for word in words if word < last and word not in self.quoted}

    def settled(self, item: Attribution) -> Attribution:
        """The attribution without the words that it can't hold."""
        tree, cue = self.tree, item.cue_head
        if cue in self.quoted:
            return item
        start, end = tree.sentence(cue)
        words = item.words
        inside = {word for word in words if start <= word < end}
        beyond = self._beyond_marks(item, inside)
        if item.form == "sentence" and words and words <= beyond:
            return msgspec.structs.replace(item, content=())
        lost = beyond | self._second_speaker(item, inside)
        lost |= self._before_clause(item, inside) | self._paragraphs_before(words, start)
        if item.form == "clause" and inside:  # what was said before is no content of "X said that"
            lost |= {word for word in words if word < start}
        lost |= self._before_absolute(item, inside)
        bracket = self._bracket(cue)
        if bracket and inside & set(bracket):
            lost |= inside - set(bracket)
        lost -= self.quoted if item.form == "clause" else set()
        if not lost or not words - lost:
            return item
        return msgspec.structs.replace(item, content=clean(tree, words - lost))

    def _beyond_marks(self, item: Attribution, inside: set[int]) -> set[int]:
        """What stands beyond a semicolon, where someone else speaks or the cue came last."""
        tree, cue = self.tree, item.cue_head
        start, end = tree.sentence(cue)
        marks = [p for p in range(start, end) if tree.words[p] == ";" and p not in self.quoted]
        if not marks:
            return set()
        lost: set[int] = set()
        edges = [start - 1, *marks, end]
        for low, high in pairwise(edges):
            if low < cue < high:
                continue
            others = any(
                low < teller.cue_head < high and teller.source_head != item.source_head
                for teller in self.tellers.get(tree.sentence_of[cue], ())
            )
            if item.form == "sentence" or others or high < cue:
                lost.update(word for word in inside if low < word < high)
        return lost

    def _second_speaker(self, item: Attribution, inside: set[int]) -> set[int]:
        """ "..., a doctor said, but the army told her that ...": the second one's words."""
        tree, cue = self.tree, item.cue_head
        others = self.tellers.get(tree.sentence_of[cue], ())
        if item.form != "sentence":  # "X told her that ..., while Y says that ..."
            contrasted = [teller.cue_head for teller in others if _is_contrast(tree, teller)]
            return {word for head in contrasted if head != cue for word in tree.descendants(head)}
        for teller in others:
            if teller.cue_head <= item.cue[1] or teller.form != "clause":
                continue
            if tree.deps[teller.cue_head] in _CLAUSAL:
                first = min(teller.cue[0], *(run[0] for run in teller.source))
                if first > cue:
                    return {word for word in inside if word >= first}
        return set()

    def _before_clause(self, item: Attribution, inside: set[int]) -> set[int]:
        """ "a priest who, according to the police, had fled": nothing before "who"."""
        tree = self.tree
        start, _ = tree.sentence(item.cue_head)
        first = min(item.cue[0], *(run[0] for run in item.source)) if item.source else item.cue[0]
        if item.form != "sentence" or first - 1 <= start or tree.words[first - 1] != ",":
            return set()
        inner = inner_start(tree, start, first - 1)
        return {word for word in inside if word < inner}

    def _before_absolute(self, item: Attribution, inside: set[int]) -> set[int]:
        """ "X left, a spokesman saying that ...": a participle with a subject and a clause of its
        own tells that clause; the main one is the report's."""
        tree, cue = self.tree, item.cue_head
        subject = tree.child(cue, *SUBJECTS)
        if item.form != "clause" or tree.tags[cue] != "VBG" or tree.deps[cue] != "advcl":
            return set()
        if subject is None or subject > cue or all(word < cue for word in inside):
            return set()
        return {word for word in inside if word < min(tree.descendants(subject))}

    def _bracket(self, cue: int) -> range | None:
        """The words between the brackets that the cue stands in."""
        tree = self.tree
        start, end = tree.sentence(cue)
        opening = next((p for p in range(cue, start - 1, -1) if tree.words[p] in "()"), None)
        if opening is None or tree.words[opening] != "(":
            return None
        closing = next((p for p in range(cue, end) if tree.words[p] == ")"), None)
        return range(opening, closing) if closing is not None else None


def circumstances(tree: Tree, item: Attribution) -> set[int]:
    """The day, the place and the hearers of a saying itself, as the tree shows them."""
    own = item.words
    return {
        word
        for child in tree.having(item.cue_head, *_CIRCUMSTANCES)
        if child not in own
        for word in tree.descendants(child)
    }


def is_described(tree: Tree, items: Sequence[Attribution], place: int) -> bool:
    """Whether a word stands in a relative clause inside of what these tell: "must pay for the road
    that they blocked, the court ruled" is the court's word on the paying only, or on both."""
    cues = {item.cue_head for item in items}
    for word in (place, *tree.ancestors(place)):
        if word in cues or not any(item.holds(word) for item in items):
            return False
        if tree.deps[word] == "acl:relcl":
            return any(item.holds(tree.heads[word]) for item in items)
    return False


def is_as_clause(tree: Tree, cue: int) -> bool:
    """ "as Washington claims", not "quoted her as claiming"."""
    marks = tree.having(cue, "mark")
    return (
        tree.deps[cue] == "advcl"
        and tree.tags[cue] != "VBG"
        and any(tree.lemmas[mark] == "as" for mark in marks)
    )


def is_fulfilled(tree: Tree, item: Attribution) -> bool:
    """ "withdrew, as Ghana had demanded": what was wished, meant or feared has come about, and the
    report itself tells of it."""
    if not is_as_clause(tree, item.cue_head):
        return False
    before = any(tree.words[c].lower() == "had" for c in tree.having(item.cue_head, "aux"))
    return item.stance in ("intends", "wishes") or (item.stance == "believes" and before)


def is_disowned(tree: Tree, cue: int) -> bool:
    """ "whatever the papers say", "contrary to what critics allege": the main clause is not
    their word."""
    if tree.deps[cue] not in ("acl:relcl", "advcl", "advcl:relcl", "obl", "parataxis"):
        return False
    before = tree.visible(*tree.edges(cue))[0]
    near = [before, before - 1] if before else [before]  # the pronoun may hang elsewhere
    if any(tree.lemmas[word].lower() == "whatever" for word in near):
        return True
    said = (
        *tree.having(cue, "obj"),
        *((tree.heads[cue],) if tree.deps[cue] == "acl:relcl" else ()),
    )
    return any(
        tree.lemmas[word].lower() == "whatever"
        or (tree.lemmas[word].lower() == "what" and tree.case(word) == "to")
        for word in said
    )


def goes_against(tree: Tree, item: Attribution) -> bool:
    """ "Contrary to Kenya's claims, its soldiers fired", "despite the army's denials": the main
    clause is not what the noun is said of; in "despite claims that", what it is said of follows."""
    cue = item.cue_head
    if tree.upos[cue] != "NOUN" or tree.case(cue) not in having("contrary"):
        return False
    return not item.words.intersection(tree.descendants(cue))


def _is_contrast(tree: Tree, item: Attribution) -> bool:
    marks = tree.having(item.cue_head, "mark")
    return tree.deps[item.cue_head] == "advcl" and any(
        tree.lemmas[mark].lower() in ("while", "whereas") for mark in marks
    )
