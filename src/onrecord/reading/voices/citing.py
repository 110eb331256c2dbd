"""Who is cited by which word, as the tree and the cue lexicon tell it inside a sentence.

A cue of the lexicon (codes/data/cues.tsv) counts where a form of content that its row
allows stands with it: a clause, an infinitive, an object, a phrase, or the sentence that
it interrupts or closes ("..., she said", "..., according to X").
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from onrecord.codes.cues import CueEntry
from onrecord.codes.steering import having
from onrecord.reading.frames import subject
from onrecord.reading.tree import Tree
from onrecord.reading.voices.contents import Form, at_edge, content, whole
from onrecord.reading.voices.entries import POS, entry_of
from onrecord.reading.voices.naming import Run, clean, named
from onrecord.reading.voices.sources import as_saying, holder, is_anybody, source_of
from onrecord.reading.voices.stances import can_tell, stance_here
from onrecord.record import Stance

# Prepositions that cite only where a named member of the cast stands behind them at the
# edge of a sentence: elsewhere they have other work ("for two days", "30 per cent").
TIMID = frozenset(("for", "per", "as per"))
_BARE = frozenset(("on", "by", "in", "from"))
"""Prepositions that cite only before a noun of their row ("by the envoy's account")."""


class Attribution(msgspec.Struct, frozen=True, kw_only=True):
    """One attribution, in token positions; runs are (first, last), both included.

    source is empty where nobody is named ("is believed to"); source_head is the head of
    its nominal; content is what is attributed, in the form ``form``.
    """

    cue: Run
    cue_head: int
    stance: Stance
    entry: CueEntry | None
    source_head: int | None
    source: tuple[Run, ...]
    content: tuple[Run, ...]
    form: Form = "clause"

    def holds(self, place: int) -> bool:
        """Whether a word stands in the content."""
        return any(first <= place <= last for first, last in self.content)

    @property
    def words(self) -> set[int]:
        """Positions of the content."""
        return {word for first, last in self.content for word in range(first, last + 1)}

    @property
    def size(self) -> int:
        """Words of the content."""
        return sum(last - first + 1 for first, last in self.content)


def by_tree(tree: Tree) -> Iterator[Attribution]:
    """Every attribution that a cue of the lexicon makes, in the order of the cues."""
    for place, pos in enumerate(tree.upos):
        if pos in POS:
            entry = entry_of(tree, place)
            if entry is not None:
                found = _read(tree, place, entry)
                if found is not None and found.content:
                    yield found


def _read(tree: Tree, place: int, entry: CueEntry) -> Attribution | None:
    if entry.pos == "adp":
        return _phrase(tree, place, entry)
    if entry.pos == "adv":
        governor = tree.heads[place]
        if governor == place or tree.deps[place] != "advmod":
            return None
        return _make(tree, place, entry, None, set(tree.descendants(governor)), "object")
    if entry.pos == "adj" and (
        entry.content == {"object"} or tree.deps[place] == "amod"
    ):  # "the alleged raid"
        if tree.deps[place] != "amod" or "object" not in entry.content:
            return None
        words = set(tree.descendants(tree.heads[place]))
        return _make(tree, place, entry, None, words, "object")
    quoted = as_saying(tree, place)
    if quoted is not None:
        words = set(content(tree, place, entry)[0])
        outer = entry_of(tree, tree.heads[place])
        if outer is not None:
            words |= content(tree, tree.heads[place], outer)[0] - set(tree.descendants(place))
        return _make(tree, place, entry, quoted, words - set(tree.descendants(quoted)), "clause")
    words, form = content(tree, place, entry)
    if not words:
        return None
    stance = stance_here(tree, place, entry, form)
    if stance != entry.stance:
        entry = msgspec.structs.replace(entry, stance=stance)
    teller = _teller(tree, place, entry)
    if teller is not None:  # "voiced its readiness to ...": by these words, in that stance
        told = msgspec.structs.replace(entry, reports=True)
        owner = holder(tree, subject(tree, teller))
        return _make(tree, teller, told, owner, words | {place}, "clause")
    return _make(tree, place, entry, source_of(tree, place, entry), words, form)


def _teller(tree: Tree, place: int, entry: CueEntry) -> int | None:
    """The verb of utterance that an attitude's noun is the object of."""
    verb = tree.heads[place]
    if entry.pos != "noun" or entry.reports or tree.deps[place] != "obj":
        return None
    told = entry_of(tree, verb)
    if told is None or not told.reports or "object" not in told.content:
        return None
    return None if told.stance == "denies" else verb  # who denies a plan tells of none


# -- prepositions ----------------------------------------------------------------------


def _phrase(tree: Tree, place: int, entry: CueEntry) -> Attribution | None:
    """ "according to X": X is the source, the clause or sentence that it hangs on the content."""
    if tree.deps[place] == "case":
        outer = source = tree.heads[place]
        if tree.lemmas[source].lower() in entry.rest:  # "in the words of X"
            named = tree.child(source, "nmod", "nmod:poss")
            if named is None or not can_tell(tree, named):
                return None  # "in the first version of the program"
            source = named
        elif entry.lemma in _BARE and len(entry.rest) == 1:
            return None  # "left on Friday, telling reporters": not "on the envoy's telling"
        governor = tree.heads[outer]
    else:
        thing = tree.child(place, "obl", "obj", "nmod", "xcomp", "pobj", "obl:arg")
        if thing is None:
            return None
        outer, source, governor = place, thing, tree.heads[place]
    if entry.lemma == "as" or governor == outer:
        return None
    if entry.lemma in having("document") and not can_tell(tree, source):
        return None  # "citing the fire code"
    if entry.lemma in TIMID and not (at_edge(tree, outer) and tree.doc[source].ent_type_):
        return None
    own = set(tree.descendants(outer))
    below = _cited(tree, governor)
    words = (below if below is not None else whole(tree, outer, governor)) - own
    made = _make(tree, place, entry, source, words, "sentence")
    last = place + len(entry.rest)
    if place < source < outer:  # "by Chad's account"
        return msgspec.structs.replace(made, cue=(outer, outer))
    return msgspec.structs.replace(made, cue=(place, min(max(place, last), len(tree) - 1)))


def _cited(tree: Tree, governor: int) -> set[int] | None:
    """ "The station said that ..., citing X": what X told is what the station said."""
    entry = entry_of(tree, governor)
    if entry is None or not entry.reports or entry.stance != "says":
        return None
    if tree.deps[governor] not in ("root", "conj", "parataxis") or entry.pos != "verb":
        return None
    words, form = content(tree, governor, entry)
    return words if words and form == "clause" else None


# -- making ----------------------------------------------------------------------------


def _make(
    tree: Tree, place: int, entry: CueEntry, source: int | None, words: set[int], form: Form
) -> Attribution:
    span: tuple[Run, ...] = ()
    if source is not None:
        span = (named(tree, source),)
        words = words - set(range(span[0][0], span[0][1] + 1))
    return Attribution(
        cue=(place, place),
        cue_head=place,
        stance=entry.stance,
        entry=entry,
        source_head=source,
        source=span,
        content=clean(tree, words - {place}),
        form=form,
    )


def antecedent(tree: Tree, item: Attribution) -> Attribution:
    """Whom a relative pronoun stands for: "the agency, which denies" is the agency's denial."""
    head = item.source_head
    if head is None or tree.tags[head] not in ("WDT", "WP") or not item.source:
        return item
    for above in tree.ancestors(head):
        if tree.deps[above] == "acl:relcl":
            noun = tree.heads[above]
            if is_anybody(tree, noun):
                return msgspec.structs.replace(item, source_head=None, source=())
            return msgspec.structs.replace(item, source_head=noun, source=(named(tree, noun),))
    return item
