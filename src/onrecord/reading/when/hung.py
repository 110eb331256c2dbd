"""Where a date hangs: each time expression of a report and the word that it dates.

The tree says which word a date hangs on, with three corrections. What stands right
behind the word of a saying ("..., the ministry said on Friday (May 3)") dates the
saying, whatever the parser made of it. A date beside a date ("Friday (May 3)") hangs on
as that one does. A date on a noun that names no happening ("in a letter on Monday")
passes to the verb that the noun belongs to.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache

import msgspec

from onrecord.codes.events import events
from onrecord.reading.dates import TimeExpression, find
from onrecord.reading.dates.lexicon import lexicon, weekdays
from onrecord.reading.tree import SUBJECTS, Tree
from onrecord.reading.voices.attributions import Attribution
from onrecord.record import Basis, Span

ADVERBIAL = frozenset(
    ("obl", "obl:unmarked", "obl:tmod", "nmod", "nmod:unmarked", "nmod:tmod", "advmod", "parataxis",
     "appos", "dep", "nummod", "compound", "flat", "list")
)  # fmt: skip
_BESIDE = frozenset(
    ("appos", "nummod", "nmod:unmarked", "compound", "flat", "parataxis", "dep", "list", "amod")
)
_PASSING = frozenset(("obl", "obj", "nmod", "obl:unmarked", "nmod:unmarked", "iobj"))
_CLIMB = 12  # words climbed at most, so that a degenerate tree costs no more than a flat one


class Dated(msgspec.Struct, frozen=True, kw_only=True):
    """A time expression and the head of its words; basis as in a record's ``when``."""

    expression: TimeExpression
    head: int
    basis: Basis


@cache
def _months() -> frozenset[str]:
    return frozenset(
        form for form, senses in lexicon().words.items() if any(s.kind == "MONTH" for s in senses)
    )


def in_words(expression: TimeExpression) -> bool:
    """Whether the words hold the date: "3 May 2024", "May 3"; not "Friday", "in May"."""
    if expression.basis == "stated":
        return True
    if expression.precision not in ("day", "time"):
        return False
    words = expression.text.lower().replace(".", " ").replace(",", " ").split()
    return any(word in _months() for word in words) and any(
        character.isdigit() for word in words for character in word
    )


def is_weekday(expression: TimeExpression) -> bool:
    """Whether the words give a weekday and no more than a part of it: "Friday night"."""
    first, *rest = expression.text.lower().split()
    return first in weekdays() and len(rest) < 2 and expression.basis != "stated"


def hung(
    tree: Tree, published: date | None, voices: Sequence[Attribution] = ()
) -> dict[int, list[Dated]]:
    """The dates of a report by the word that each hangs on; voices: its attributions."""
    at = {begin: place for place, begin in enumerate(tree.begins)}
    said = [item for item in voices if item.entry is None or item.entry.reports]
    found: dict[int, list[Dated]] = {}
    before: tuple[Dated, int] | None = None
    behind: Attribution | None = None  # the last cue before the date
    number = 0
    for expression in find(tree.text, published):
        place = at.get(expression.span[0])
        if place is None or expression.type in ("SET", "DURATION"):
            continue
        while number < len(said) and said[number].cue_head < place:
            behind = said[number]
            number += 1
        last = _last(tree, place, expression.span[1])
        head = _head(tree, place, last)
        basis: Basis = "stated" if in_words(expression) else "relative"
        item = Dated(expression=expression, head=head, basis=basis)
        if before is not None and _in_brackets(tree, before[0], expression):
            governor = before[1]
        elif behind is not None and _dates_saying(tree, behind, head, place, last):
            governor = behind.cue_head
        else:
            governor = _governor(tree, head, place, last)
            if is_weekday(expression):
                governor = _past_subject(tree, governor, place)
        found.setdefault(governor, []).append(item)
        before = item, governor
    return found


def clashing(found: dict[int, list[Dated]]) -> frozenset[Span]:
    """Where a weekday and a date contradict each other: whichever is taken may be wrong."""
    items = (item for hanging in found.values() for item in hanging)
    return frozenset(item.expression.span for item in items if item.expression.conflict)


def _last(tree: Tree, first: int, end: int) -> int:
    last = first
    while last + 1 < len(tree) and tree.begins[last + 1] < end:
        last += 1
    return last


def _head(tree: Tree, first: int, last: int) -> int:
    for place in range(first, last + 1):
        outside = not first <= tree.heads[place] <= last
        if outside and tree.deps[place] not in ("case", "punct", "det"):
            return place
    return first


def _in_brackets(tree: Tree, before: Dated, expression: TimeExpression) -> bool:
    """ "Tuesday (Dec 31)", "Tuesday, Dec 31": the second says the first in other words."""
    between = tree.text[before.expression.span[1] : expression.span[0]]
    return between.strip() in ("(", ",", ", (") and before.expression.start == expression.start


def _governor(tree: Tree, head: int, first: int, last: int) -> int:
    """The word that a date hangs on by the tree, past nouns that only carry it."""
    place = head
    for _ in range(_CLIMB):
        above = tree.heads[place]
        if above == place:
            return place
        if first <= above <= last:
            place = above
            continue
        if tree.deps[place] in _BESIDE and tree.tags[above] in ("CD",):
            place = above
            continue
        break
    return _carried(tree, tree.heads[place], tree.deps[place])


def _past_subject(tree: Tree, governor: int, first: int) -> int:
    """ "Poland Friday joined the pact": a weekday behind a name is its verb's."""
    place = governor
    while tree.deps[place] in ("conj", "nmod", "flat", "compound") and tree.heads[place] < first:
        place = tree.heads[place]
    verb = tree.heads[place]
    if tree.upos[governor] != "PROPN" or governor >= first or verb <= first:
        return governor
    return verb if tree.deps[place] in SUBJECTS and tree.is_verb(verb) else governor


def _carried(tree: Tree, governor: int, relation: str) -> int:
    """ "sent him a letter on Monday": the date of a thing is that of the act it is part of."""
    if relation not in ADVERBIAL:
        return governor
    place = governor
    for _ in range(_CLIMB):
        if tree.upos[place] not in ("NOUN", "PROPN") or events(tree.lemmas[place].lower(), "noun"):
            return place
        above = tree.heads[place]
        if above == place or tree.deps[place] not in _PASSING:
            return governor
        if tree.child(place, "cop") is not None:
            return place
        place = above
    return place


def _dates_saying(tree: Tree, said: Attribution, head: int, first: int, last: int) -> bool:
    """Whether a date stands in the words of the saying: behind its cue and an addressee at
    most, before a comma, a stop, a bracket, "that" or the sentence's end."""
    cue = said.cue_head
    if tree.upos[cue] not in ("VERB", "AUX") or tree.deps[head] not in ADVERBIAL:
        return False
    if tree.sentence_of[cue] != tree.sentence_of[first] or first - cue > _CLIMB:
        return False
    between = range(cue + 1, first)
    if any(said.holds(place) for place in between[:-1]):
        return False
    return all(_is_of_saying(tree, place) for place in between) and (
        _ends(tree, last + 1) or (len(between) == 1 and tree.upos[first - 1] == "ADP")
    )


def _is_of_saying(tree: Tree, place: int) -> bool:
    """A word that may stand between the cue and its date: "told reporters in Paris on Friday"."""
    return tree.upos[place] in ("ADP", "NOUN", "PROPN", "ADJ", "NUM", "ADV") or (
        tree.deps[place] in ("det", "nmod:poss", "obj", "iobj") and tree.upos[place] != "VERB"
    )


def _ends(tree: Tree, place: int) -> bool:
    return (
        place >= len(tree)
        or tree.upos[place] in ("PUNCT", "SPACE", "SCONJ")
        or tree.lemmas[place].lower() in ("that", "(", "and", "but", "as")
    )
