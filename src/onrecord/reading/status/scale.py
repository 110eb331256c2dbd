"""How certain the text is of what a word names, on one scale: -3 it certainly did not happen,
0 the text leaves it open, 3 it certainly did.

For any predicate of a sentence, not only for happenings that go on record. Facts are gathered
from the tree and the cue lexicon: modality, negation, the cues that it stands under and how
strong they are, its form. What each fact is worth is data (codes/data/certainty.tsv); worths
add up, and a negation turns the sum round. Where the language model has learned certainty, it
has an opinion of each word; ``blended`` is the one place where the two meet.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from math import fsum

from onrecord.codes.certainty import worth
from onrecord.codes.steering import having
from onrecord.language.scores import Floats
from onrecord.reading.status.commitment import effects_on, is_negated
from onrecord.reading.status.questions import is_asked
from onrecord.reading.tree import Tree
from onrecord.reading.voices.attributions import Attribution, Attributions
from onrecord.record import Part, Span

HIGHEST = 3.0
CERTAIN = 2.8
"""From here on a predicate is told as a plain fact: readers give it the scale's end (UW)."""
STEPS = 5  # strengths of cues, in fifths
_MARKED = frozenset(
    ("negated", "asked", "intended", "believed", "wished", "conditional", "alleged")
)
_HEADS = frozenset(("root", "ccomp", "xcomp", "advcl", "acl", "acl:relcl", "parataxis", "csubj"))
_NOMINAL = ("NOUN", "PROPN", "PRON", "ADJ", "NUM")


class Certainty(Part, frozen=True, kw_only=True):
    """A predicate and how certain the text is of it: -3 to 3."""

    value: float


def certainties(
    tree: Tree, found: Attributions, spans: Iterable[Span] | None = None
) -> list[Certainty]:
    """The certainty of every predicate in order, or of the words at ``spans``, as given."""
    asked: list[tuple[int | None, Span]]
    if spans is None:
        places = [place for place in range(len(tree)) if is_predicate(tree, place)]
        asked = [(place, tree.span(place, place)) for place in places]
    else:
        asked = [(_word(tree, span), span) for span in spans]
    return [
        Certainty(
            text=tree.text[span[0] : span[1]],
            span=span,
            value=0.0 if place is None else value(tree, found, place),
        )
        for place, span in asked
    ]


def is_predicate(tree: Tree, place: int) -> bool:
    """A full verb, or what is said of a subject with or without a form of "be"."""
    if tree.upos[place] == "VERB":
        return tree.deps[place] != "amod"
    return tree.upos[place] in _NOMINAL and tree.child(place, "cop", "nsubj") is not None


def value(tree: Tree, found: Attributions, place: int) -> float:
    """The certainty of one word, from the facts and, where it has learned it, from the model."""
    known = set(facts(tree, found, place))
    total = round(fsum(map(worth, known)), 6)  # a set has no order, and floats add up by theirs
    if "negated" in known:
        total = -total
    learned = _learned(tree, place)
    heard = None if learned is None else float(learned[place][0])
    return blended(min(HIGHEST, max(-HIGHEST, total)), known, heard)


def _learned(tree: Tree, place: int) -> Floats | None:
    """The rows of the head that learned from news; where people talk, of the one that learned from
    the web, if the weights have it."""
    rows = tree.scores.rows
    web = rows.get("certainty_web") if _is_talk(tree, place) else None
    return rows.get("certainty") if web is None else web


def blended(ours: float, known: set[str], heard: float | None) -> float:
    """The rules' value and the model's as one: the model decides what the rules know little of.

    The worth of "model" is the model's share; that of "model plain" its share where the rules
    saw nothing but a plain predicate.
    """
    if heard is None:
        return ours
    share = worth("model plain") if known.isdisjoint(_MARKED) else worth("model")
    found = max(-HIGHEST, share * heard + (1 - share) * ours)
    return HIGHEST if found >= CERTAIN else found


def facts(tree: Tree, found: Attributions, place: int) -> Iterator[str]:
    """What is known of a predicate, as names of rows of certainty.tsv."""
    told = list(_told(tree, found, place))
    yield from told
    if _is_talk(tree, place):
        yield from (f"talk {fact}" for fact in told)


def _is_talk(tree: Tree, place: int) -> bool:
    """Whether the sentence speaks of I and you, asks or calls out: there the unreal is told
    otherwise than in a report."""
    start, end = tree.sentence(place)
    return any(word.lower() in having("talk") for word in tree.words[start:end])


def _told(tree: Tree, found: Attributions, place: int) -> Iterator[str]:
    yield "any"
    yield from _form(tree, place)
    effects = effects_on(tree, place, None)
    yield from effects
    if len(effects) > 1:
        yield "several"
    if is_negated(tree, place):
        yield "negated"
    if is_asked(tree, place):
        yield "asked"
    for child in tree.children[place]:
        if tree.deps[child] == "aux" and tree.tags[child] == "MD":
            yield f"modal {tree.lemmas[child].lower()}"
    for number in found.holding(place):
        yield from _under(tree, found.items[number])


def _form(tree: Tree, place: int) -> Iterator[str]:
    yield f"is {tree.upos[place].lower()}"
    if tree.upos[place] in ("VERB", "AUX"):
        yield f"tag {tree.tags[place].lower()}"
    relation = tree.deps[place]
    if relation in _HEADS:
        yield f"as {relation}"
    marks = {tree.lemmas[child].lower() for child in tree.having(place, "mark")}
    if "to" in marks:
        yield f"to {relation}"
    if relation == "root" and tree.tags[place] == "VB" and tree.child(place, "nsubj") is None:
        yield "command"


def _under(tree: Tree, item: Attribution) -> Iterator[str]:
    """The cue that a predicate stands under, by stance, form and strength."""
    entry = item.entry
    yield f"{item.stance} {item.form}"
    if entry is None:
        return
    if entry.factive != "no":
        yield f"factive {entry.factive}"
    else:
        yield f"{item.stance} strength {round(entry.strength * STEPS)}"
    if is_negated(tree, item.cue_head):
        yield f"not {item.stance}"


def _word(tree: Tree, span: Span) -> int | None:
    """The word of a span that the others hang on; None where no word stands there."""
    first = bisect_right(tree.begins, span[0]) - 1
    last = bisect_left(tree.begins, span[1]) - 1
    first = max(first, 0)
    if last < first or not tree.begins or tree.ends[last] <= span[0]:
        return None
    for place in range(first, last + 1):
        outside = not first <= tree.heads[place] <= last or tree.heads[place] == place
        if outside and tree.upos[place] not in ("PUNCT", "SPACE"):
            return place
    return last
