"""What: the words that name a happening, and the PLOVER category that they then have.

A verb, noun or adjective names one if a row of the event lexicon fits it: its object,
its preposition, its clause. The row that asks for most wins, so "sign" is no happening
but "sign a pact" is. PLOVER's rule for promised cooperation is kept: told as future,
AID is AGREE and a withdrawal CONCEDE.

Still simple: the lexicon alone decides; a word that it does not hold names nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Collection

import msgspec

from onrecord.codes.events import EventEntry, Need, classes_of, events
from onrecord.reading.frames import Frame, frame, light_verb
from onrecord.reading.tree import Tree
from onrecord.record import Part

POS = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "PROPN": "noun", "ADJ": "adj"}

Classes = Callable[[int], Collection[str]]


class Happening(msgspec.Struct, frozen=True, kw_only=True):
    """A word that names a happening, with the row that says so and its arguments.

    head is the naming word; first and last bound its trigger (with the light verb that
    carries a noun, a particle, the noun that a verb needs).
    """

    head: int
    first: int
    last: int
    entry: EventEntry
    frame: Frame
    absorbed: tuple[int, ...] = ()

    def trigger(self, tree: Tree) -> Part:
        return tree.part(self.first, self.last)


def happenings(tree: Tree, classes: Classes) -> list[Happening]:
    """Every happening that the report names, in text order.

    classes: the kinds of actor (``actor``, ``person``, ``place`` ...) that the name at a
    position belongs to, beyond what its lemma says.
    """
    found: dict[int, Happening] = {}
    absorbed: set[int] = set()
    for place, upos in enumerate(tree.upos):
        pos = POS.get(upos)
        if pos is None:
            continue
        happening = _at(tree, place, pos, classes)
        if happening is not None:
            found[place] = happening
            absorbed.update(happening.absorbed)
    return [item for place, item in sorted(found.items()) if place not in absorbed]


def _at(tree: Tree, place: int, pos: str, classes: Classes) -> Happening | None:
    lemma = tree.lemmas[place].lower()
    entries = events(lemma, pos)
    if not entries or (pos == "verb" and tree.deps[place] in ("aux", "aux:pass", "cop")):
        return None
    arguments = frame(tree, place)
    for entry in entries:
        happening = _fit(tree, place, entry, arguments, classes)
        if happening is not None:
            return happening
    return None


def _fit(
    tree: Tree, place: int, entry: EventEntry, arguments: Frame, classes: Classes
) -> Happening | None:
    first = last = place
    absorbed: list[int] = []
    if entry.rest:
        extra = _rest(tree, place, entry)
        if extra is None:
            return None
        first, last = min(place, *extra), max(place, *extra)
        absorbed.extend(extra)
    if entry.object:
        target = _object(tree, place, arguments, entry)
        if not any(_meets(tree, need, target, classes) for need in entry.object):
            return None
        if entry.pos == "verb" and target is not None and _names_event(tree, target, entry):
            absorbed.append(target)
            last = max(last, target) if target < last + 5 else last
    if entry.prep and not _prepositions(tree, arguments, entry, classes):
        return None
    if entry.complement and arguments.clause is None:
        return None
    if entry.pos == "noun":
        lender = light_verb(tree, place)
        if lender is not None and 0 < place - lender < 6:
            first = min(first, lender)
    return Happening(
        head=place, first=first, last=last, entry=entry, frame=arguments, absorbed=tuple(absorbed)
    )


def _rest(tree: Tree, place: int, entry: EventEntry) -> list[int] | None:
    """Positions of a row's further words: particles and objects near a verb, words before a noun."""
    near = range(place - len(entry.rest), place) if entry.pos == "noun" else range(
        place + 1, min(place + 5, len(tree))
    )  # fmt: skip
    found = []
    for word in entry.rest:
        match = next(
            (p for p in near if tree.lemmas[p].lower() == word or tree.words[p].lower() == word),
            None,
        )
        if match is None:
            return None
        found.append(match)
    return found


def _object(tree: Tree, place: int, arguments: Frame, entry: EventEntry) -> int | None:
    if entry.pos == "verb":
        return arguments.object
    if entry.pos == "noun":
        of = arguments.oblique("of")
        return of if of is not None else arguments.oblique("origin")
    return arguments.subject


def _meets(tree: Tree, need: Need, target: int | None, classes: Classes) -> bool:
    """Whether a word is what a row asks for: nothing, a lemma, or one of a class."""
    if need.none:
        return target is None
    if target is None:
        return False
    for place in tree.conjuncts(target):
        lemma = tree.lemmas[place].lower()
        if need.lemma is not None:
            if lemma == need.lemma or _ends(tree, place, need.lemma):
                return True
        elif need.group is not None:
            if need.group in classes_of(lemma) or need.group in classes(place):
                return True
    return False


def _ends(tree: Tree, place: int, phrase: str) -> bool:
    words = phrase.split()
    start = place - len(words) + 1
    return len(words) > 1 and start >= 0 and [
        lemma.lower() for lemma in tree.lemmas[start : place + 1]
    ] == words  # fmt: skip


def _names_event(tree: Tree, target: int, entry: EventEntry) -> bool:
    return bool(events(tree.lemmas[target].lower(), "noun"))


def _prepositions(tree: Tree, arguments: Frame, entry: EventEntry, classes: Classes) -> bool:
    for preposition, need in entry.prep:
        for found, place in arguments.obliques:
            if found == preposition and (need is None or _meets(tree, need, place, classes)):
                return True
    return False
