"""A report's tree as plain lists: what every question is asked of.

Built once from a ``Doc``, since reading attributes of lists is many times faster than
of spaCy's tokens. Positions are token indexes of the ``Doc``; relations are those of
Universal Dependencies (https://universaldependencies.org/u/dep/).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property, wraps
from typing import TYPE_CHECKING, Any, TypeVar

from onrecord.language.columns import numbers, strings
from onrecord.language.scores import Scores
from onrecord.reading.mended import mend
from onrecord.reading.voices.quotes import find as quotations
from onrecord.record import Part, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

T = TypeVar("T")
_NOT_YET: Any = object()  # where None is an answer

CLAUSES = frozenset(("ccomp", "csubj", "advcl", "acl", "acl:relcl", "advcl:relcl", "parataxis"))
SUBJECTS = ("nsubj", "nsubj:pass", "csubj", "nsubj:outer")
_NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ", "SYM", "X"))
_AFTER = frozenset(("nmod", "obl", "obl:unmarked", "nmod:unmarked", "advmod"))
_OUTSIDE = frozenset(("case", "cc", "punct", "mark", "cop", "aux", "advmod:emph"))
_DASHES = frozenset(("-", "–", "—", "--", "---", "_"))  # "_": agencies' dash before Unicode
_DATELINE = frozenset(("PROPN", "NUM", "PUNCT", "SYM", "X", "SPACE"))
_LONGEST_DATELINE = 14  # words: "PORT MORESBY, Papua New Guinea, Oct 9 (Reuters) -"


class Tree:
    """Words, lemmas, tags, relations, heads and children of a whole report."""

    def __init__(self, doc: Doc, text: str) -> None:
        # the report's own text, not the Doc's: the two differ where a letter was no letter
        self.doc = doc
        self.text = text
        self.words = strings(doc, "ORTH")
        self.lemmas = strings(doc, "LEMMA")
        self.upos = strings(doc, "POS")
        self.tags = strings(doc, "TAG")
        self.deps = strings(doc, "DEP")
        self.heads = [place + step for place, step in enumerate(numbers(doc, "HEAD"))]
        self.begins = numbers(doc, "IDX")
        self.ends = [begin + len(word) for begin, word in zip(self.begins, self.words, strict=True)]
        self.children: list[list[int]] = [[] for _ in self.words]
        for place, head in enumerate(self.heads):
            if head != place and self.upos[place] != "SPACE":
                self.children[head].append(place)
        opens = numbers(doc, "SENT_START")
        starts = [at for at, start in enumerate(opens) if start == 1 or at == 0]
        self.sentences = list(zip(starts, [*starts[1:], len(opens)], strict=False))
        self.sentence_of: list[int] = []
        for number, (start, end) in enumerate(self.sentences):
            self.sentence_of.extend([number] * (end - start))
        mend(self)
        self.scores = Scores.of(doc)
        self.datelines = frozenset(
            word for start, end in self.sentences for word in self._dateline(start, end)
        )
        self._edges: dict[int, tuple[int, int]] = {}
        self.answers: dict[str, dict[int, Any]] = {}  # see ``remembered``

    def __len__(self) -> int:
        return len(self.words)

    @cached_property
    def quotes(self) -> list[Part]:
        """The report's quotations, without their marks, in order."""
        return quotations(self.text)

    def hang(self, word: int, head: int, relation: str) -> None:
        """Hangs a word on another."""
        self.children[self.heads[word]].remove(word)
        self.heads[word], self.deps[word] = head, relation
        self.children[head] = sorted([*self.children[head], word])

    def _dateline(self, start: int, end: int) -> range:
        """The words of a sentence's dateline ("SEOUL, Oct 9 (Yonhap) --"), none of which is the
        subject of what follows: there the parser's second one is."""
        while start < end and self.upos[start] == "SPACE":
            start += 1
        for dash in range(start + 1, min(end, start + _LONGEST_DATELINE)):
            if self.words[dash] in _DASHES and self._is_spaced(dash):
                for word in range(start, dash):
                    governor = self.heads[word]
                    subjects = [c for c in self.children[governor] if self.deps[c] in SUBJECTS]
                    if governor <= dash or word not in subjects:
                        continue
                    if subjects[-1] > dash or self._lends_subject(word, governor, dash):
                        self.deps[word] = "dep"
                return range(start, dash + 1)
            if self.upos[dash] not in _DATELINE and self.tags[dash] != "NNP":
                break
        return range(0)

    def _lends_subject(self, place: int, verb: int, dash: int) -> bool:
        """Whether the subject was hung on a dateline's place, whose it then no longer is."""
        beside = (c for c in self.children[place] if self.deps[c] == "appos" and dash < c < verb)
        subject = next(beside, None)
        if subject is None:
            return False
        self.hang(subject, verb, "nsubj")
        return True

    def _is_spaced(self, place: int) -> bool:
        """Whether white space or a bracket stands before a mark, and white space behind it."""
        after = self.text[self.ends[place] : self.ends[place] + 1]
        apart = self.ends[place - 1] < self.begins[place] or self.words[place - 1] == ")"
        return apart and after.isspace()

    # -- relations -------------------------------------------------------------------

    def child(self, place: int, *relations: str) -> int | None:
        """The first child in one of the relations."""
        deps = self.deps
        for child in self.children[place]:
            if deps[child] in relations:
                return child
        return None

    def having(self, place: int, *relations: str) -> list[int]:
        """All children in one of the relations."""
        found: list[int] = []
        deps = self.deps
        for child in self.children[place]:
            if deps[child] in relations:
                found.append(child)  # a comprehension would be one call more
        return found

    def case(self, place: int) -> str:
        """The preposition of a nominal as lemmas ("according to"), or ""."""
        for child in self.children[place]:
            if self.deps[child] == "case":
                rest = [self.lemmas[c] for c in self.children[child] if self.deps[c] == "fixed"]
                return " ".join([self.lemmas[child].lower(), *rest])
        return ""

    def obliques(self, place: int) -> Iterator[tuple[str, int]]:
        """(preposition, nominal) of each prepositional phrase of a verb or noun."""
        for child in self.children[place]:
            if self.deps[child] in ("obl", "nmod", "obl:agent"):
                yield self.case(child), child

    def conjuncts(self, place: int) -> list[int]:
        """The nominal and what is joined to it by and, or, a comma."""
        found = [place]
        for child in self.children[place]:
            if self.deps[child] == "conj" and self.upos[child] in _NOMINAL:
                found.extend(self.conjuncts(child))
        return found

    def ancestors(self, place: int) -> Iterator[int]:
        """Heads upward to the root, without the word itself."""
        while self.heads[place] != place:
            place = self.heads[place]
            yield place

    def edges(self, place: int) -> tuple[int, int]:
        """First and last word of the subtree, [first, last]."""
        known = self._edges.get(place)
        if known is None:
            first = last = place
            for child in self.children[place]:
                left, right = self.edges(child) if self.children[child] else (child, child)
                first = left if left < first else first
                last = right if right > last else last
            known = self._edges[place] = (first, last)
        return known

    def is_passive(self, verb: int) -> bool:
        """Whether the verb stands in the passive."""
        return self.child(verb, "aux:pass", "nsubj:pass") is not None

    def is_verb(self, place: int) -> bool:
        return self.upos[place] == "VERB"

    # -- words -----------------------------------------------------------------------

    def part(self, first: int, last: int) -> Part:
        """The words from ``first`` to ``last``, both included."""
        span = (self.begins[first], self.ends[last])
        return Part(text=self.text[span[0] : span[1]], span=span)

    def span(self, first: int, last: int) -> Span:
        return self.begins[first], self.ends[last]

    def phrase(self, head: int) -> tuple[int, int]:
        """First and last word of a nominal itself: without its preposition, clauses,
        what is joined to it and what is said of it in passing."""
        first = last = head
        for child in self.children[head]:
            relation = self.deps[child]
            if relation in _OUTSIDE or relation == "conj" or relation in CLAUSES:
                continue
            if relation in ("appos", "nsubj", "nsubj:pass", "list", "dep", "parataxis", "vocative"):
                continue
            if relation == "amod" and child > head and self.children[child]:
                continue  # "gunmen | loyal to a chief"
            left, right = self.edges(child)
            if relation in _AFTER and child > head:
                if not self._belongs(child):
                    continue
                right = self.phrase(child)[1]
            first, last = min(first, left), max(last, right)
        return first, last

    def _belongs(self, modifier: int) -> bool:
        # "head of state", "Ministry of Health"; not "the leader in a letter on Tuesday"
        return self.case(modifier) == "of"

    def sentence(self, place: int) -> tuple[int, int]:
        """The word's sentence, [start, end)."""
        return self.sentences[self.sentence_of[place]]

    def descendants(self, place: int) -> Iterator[int]:
        """The word and all below it."""
        stack = [place]
        while stack:
            word = stack.pop()
            yield word
            stack.extend(self.children[word])

    def visible(self, first: int, last: int) -> tuple[int, int]:
        """The same words without white space and stray marks at their ends."""
        while last > first and self.upos[last] in ("SPACE", "PUNCT"):
            last -= 1
        while first < last and self.upos[first] in ("SPACE", "PUNCT"):
            first += 1
        return first, last


def remembered(ask: Callable[[Tree, int], T]) -> Callable[[Tree, int], T]:
    """A question of one word that many others ask: since a tree does not change once it is built,
    it keeps the answers. They must be frozen values."""
    name = f"{ask.__module__}.{ask.__qualname__}"

    @wraps(ask)
    def answer(tree: Tree, place: int) -> T:
        answers = tree.answers.get(name)
        if answers is None:
            answers = tree.answers[name] = {}
        found: T = answers.get(place, _NOT_YET)
        if found is _NOT_YET:
            found = answers[place] = ask(tree, place)
        return found

    return answer


def runs(places: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Neighbouring positions as (first, last), both included."""
    ordered = sorted(set(places))
    if not ordered:
        return
    first = last = ordered[0]
    for place in ordered[1:]:
        if place == last + 1:
            last = place
        else:
            yield first, last
            first = last = place
    yield first, last
