"""Every question's answers for one report, asked once before its records are made."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from onrecord.codes.actors import Actors
from onrecord.reading.amounts import finder as amount_finder
from onrecord.reading.amounts.units import lengths
from onrecord.reading.tree import Tree
from onrecord.reading.voices.attributions import Attribution, attributions
from onrecord.reading.voices.continued import continued
from onrecord.reading.what.coded import weighed
from onrecord.reading.what.demands import with_demands
from onrecord.reading.what.happenings import Happening, happenings
from onrecord.reading.what.sayings import without_sayings
from onrecord.reading.what.selection import chosen
from onrecord.reading.when.story import Story
from onrecord.reading.when.times import Times
from onrecord.reading.where.scenes import Scenes
from onrecord.reading.who.classes import classes
from onrecord.reading.who.participants import Who
from onrecord.reading.who.toll import is_effect
from onrecord.record import Amount, Entity, Part, Voice
from onrecord.report import Report

if TYPE_CHECKING:
    from spacy.tokens import Doc

# An amount in one of these clauses belongs to the clause, not to what governs it.
CLOSED = frozenset(("acl:relcl", "parataxis", "ccomp", "advcl"))


class Answers:
    """Everything known of one report while its records are made."""

    def __init__(self, doc: Doc, report: Report, own: Actors | None = None) -> None:
        self.report = report
        self.report_id = report.id  # a hash of the whole text: asked once
        self.tree = Tree(doc, report.text)
        self.who = Who(self.tree, report.published, own)
        self.voices = attributions(self.tree)
        self.spoken = continued(self.tree, self.voices.items, self.who.cast.at)
        self.times = Times(self.tree, report.published, self.voices.items)
        self.story = Story(self.tree, report.published, self.times.dated())
        self.scenes = Scenes(self.tree, self.who.cast)
        self.who.settle(self.scenes)
        self.quotes = self.tree.quotes
        self._quote_ends = [quote.span[1] for quote in self.quotes]
        self._quote_starts = [quote.span[0] for quote in self.quotes]
        named = happenings(self.tree, lambda place: classes(self.tree, self.who, place))
        kept = chosen(self.tree, named.happenings)
        left = {item.head for item in named.happenings} - {item.head for item in kept}
        coded = weighed(self.tree, kept, ruled_out=named.ruled_out | left)
        self.happenings = without_sayings(self.tree, with_demands(self.tree, coded))
        self.amounts = _amounts(self.tree, self.happenings)

    def voice(self, item: Attribution) -> Voice:
        """An attribution as a record's voice; where nobody is named, the cue stands for it."""
        cue = self.tree.part(*self._cue(item))
        source = self.tree.part(*item.source[0]) if item.source else cue
        entities = self.sources(item)
        return Voice(
            text=source.text,
            span=source.span,
            cue=cue.text,
            cue_span=cue.span,
            stance=item.stance,
            entities=entities,
        )

    def _cue(self, item: Attribution) -> tuple[int, int]:
        """A verb without the words on how, when and where it told ("has repeatedly said",
        "reported on 30 August", "said Friday night")."""
        tree, (first, last), head = self.tree, item.cue, item.cue_head
        fixed = item.entry is not None and item.entry.pos == "adp"
        if fixed or tree.upos[head] != "VERB":
            return item.cue
        while first < head and tree.upos[first] in ("AUX", "ADV", "PART", "PUNCT"):
            first += 1
        rest = frozenset[str]() if item.entry is None else frozenset(item.entry.rest)
        for place in range(head + 1, last + 1):
            if tree.words[place].lower() in rest:
                continue
            case = tree.upos[place] == "ADP" and tree.deps[place] == "case"
            aside = self._below(head, place) in ("obl:unmarked", "obl:tmod", "advmod", "punct")
            if case or aside:
                return first, place - 1
        return first, last

    def _below(self, head: int, place: int) -> str | None:
        """By which relation a word hangs on the cue, be it through others."""
        for word in (place, *self.tree.ancestors(place)):
            if self.tree.heads[word] == head:
                return self.tree.deps[word]
        return None

    def sources(self, item: Attribution, speaker: list[Entity] | None = None) -> list[Entity]:
        """Who is cited; "it said" behind a quotation goes on from the voice before."""
        head = item.source_head
        if head is None:
            return []
        if head not in self.spoken:
            return self.who.entities(head, speaker)
        part = self.tree.part(head, head)
        known = self.who.entities(self.spoken[head])
        return [replace(entity, text=part.text, span=part.span) for entity in known]

    def speaker(self, above: Sequence[Attribution]) -> list[Entity]:
        """Whoever says "we" under these attributions: the innermost source that is named."""
        for item in reversed(above):
            head = item.source_head
            if head is not None and (self.tree.upos[head] != "PRON" or head in self.spoken):
                return self.sources(item)
        return []

    def quoted(self, head: int) -> list[Part]:
        """Quotations of a word's sentence that it stands in or that hang on it."""
        tree = self.tree
        start, end = tree.sentence(head)
        first = bisect_right(self._quote_ends, tree.begins[start])
        last = bisect_left(self._quote_starts, tree.ends[end - 1])
        left, right = tree.edges(head)
        low, high, here = tree.begins[left], tree.ends[right], tree.begins[head]
        return [
            quote
            for quote in self.quotes[first:last]
            if quote.span[0] <= here < quote.span[1] or low <= quote.span[0] < high
        ]

    def quoted_in(self, words: Sequence[tuple[int, int]]) -> list[Part]:
        """Quotations of which some words stand in these runs of words."""
        tree = self.tree
        runs = [(tree.begins[first], tree.ends[last]) for first, last in words]
        return [
            quote
            for quote in self.quotes
            if any(quote.span[0] < end and start < quote.span[1] for start, end in runs)
        ]

    def evidence(self, head: int) -> Part:
        """The sentence of a word, without white space around it."""
        tree = self.tree
        start, end = tree.sentence(head)
        first, last = start, end - 1
        while first < last and tree.upos[first] == "SPACE":
            first += 1
        while last > first and tree.upos[last] == "SPACE":
            last -= 1
        return tree.part(first, last)


def _amounts(tree: Tree, found: Sequence[Happening]) -> dict[int, list[Amount]]:
    """Each amount goes to the happening that it hangs on."""
    owner = {item.head: item.head for item in found}
    for item in found:
        owner.update(dict.fromkeys(item.absorbed, item.head))
    given: dict[int, list[Amount]] = {}
    for amount in amount_finder.find(tree.text):
        if amount.unit in lengths():
            continue  # "held them for 56 days": how long, not how many
        # the amount's last word, its unit, is what hangs in the tree
        place = bisect_left(tree.begins, amount.span[1]) - 1
        if place < 0 or tree.begins[place] < amount.span[0] or _is_pair(tree, place, amount):
            continue
        for above in (place, *tree.ancestors(place)):
            if above in owner:
                given.setdefault(owner[above], []).append(amount)
                break
            if tree.deps[above] in CLOSED and not is_effect(tree, above):
                break
    return given


def _is_pair(tree: Tree, place: int, amount: Amount) -> bool:
    """ "the two nations" tells which, not how many."""
    return amount.value == 2 and any(
        tree.lemmas[c].lower() in ("the", "these", "both") for c in tree.children[place]
    )
