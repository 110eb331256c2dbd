"""Tense: how a clause stands to the day on which the report was printed.

Read off the tree: the auxiliaries and the form of the verb that carries the clause. A
participle, an infinitive or a noun has no tense of its own; it has that of the clause
that it belongs to, unless what lies between sets it apart in time.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import cache
from typing import Literal

from onrecord.codes.tables import rows
from onrecord.reading.light import light_verb
from onrecord.reading.tree import SUBJECTS, Tree, remembered
from onrecord.reading.voices.entries import entry_of

Tense = Literal["past", "perfect", "pluperfect", "present", "future"]

MODALS = frozenset(
    [
        "will",
        "shall",
        "would",
        "may",
        "might",
        "can",
        "could",
        "must",
        "should",
        "ought",
        "wo",
        "'ll",
        "’ll",
        "'d",
        "’d",
    ]
)
_SHORT_HAVE = frozenset(("’d", "'d"))
_PAST = frozenset(("VBD",))
_PRESENT = frozenset(("VBZ", "VBP"))
_HEADLINES = frozenset(("VBZ", "VBP", "VB"))
_SCENES = frozenset(("in", "during", "at", "of", "with", "for", ""))
_LINKS = frozenset(("to", "by", "in", "thus", "thereby"))
_CLIMB = 8  # clauses and phrases climbed
_AUXILIARIES = ("aux", "aux:pass", "cop")


@cache
def words_of_time(use: str) -> frozenset[str]:
    """The words of time of one use: codes/data/time_adverbs.tsv."""
    return frozenset(row["word"] for row in rows("time_adverbs") if row["use"] == use)


@remembered
def own_tense(tree: Tree, place: int) -> Tense | None:
    """The tense that a word's own form and auxiliaries show; None where it is not finite."""
    finite: Tense | None = (
        _of_tag(tree.tags[place]) if tree.upos[place] in ("VERB", "AUX") else None
    )
    for child in tree.children[place]:
        if tree.deps[child] not in _AUXILIARIES:
            continue
        lemma, tag = tree.lemmas[child].lower(), tree.tags[child]
        if tag == "MD" or lemma in MODALS:
            if tree.words[child].lower() in _SHORT_HAVE and tree.tags[place] in ("VBN", "VBD"):
                return "pluperfect"
            return "future"
        if lemma == "have":
            return "pluperfect" if tag in _PAST else "perfect"
        finite = _of_tag(tag) or finite
    if finite == "past" and tree.deps[place] == "conj" and tree.child(place, *SUBJECTS) is None:
        # "had crossed the border and shot three herders": they share the auxiliary
        had = tree.having(tree.heads[place], "aux")
        if any(tree.words[word].lower() == "had" for word in had):
            return "pluperfect"
    return finite


def _of_tag(tag: str) -> Tense | None:
    if tag in _PAST:
        return "past"
    return "present" if tag in _PRESENT else None


@remembered
def carrier_of(tree: Tree, trigger: int) -> tuple[int, Tense | None]:
    """The verb whose tense a happening has, and that tense; (trigger, None) for none."""
    for place in line(tree, trigger):
        tense = own_tense(tree, place)
        if tense is not None:
            return place, tense
    return trigger, None


def line(tree: Tree, trigger: int, barred: Collection[int] = ()) -> Iterator[int]:
    """The happening's word and the words above it whose time it shares, up to a barred one."""
    place = trigger
    for _ in range(_CLIMB):
        yield place
        governor = tree.heads[place]
        if governor == place or governor in barred or not _shares(tree, place, governor):
            return
        place = governor


def is_going_on(tree: Tree, verb: int) -> bool:
    """ "is suing the company", "are investigating": begun before the day, and not over."""
    return tree.tags[verb] == "VBG" and own_tense(tree, verb) == "present"


def is_reduced(tree: Tree, participle: int) -> bool:
    """ "the engineers kidnapped near Warri", "farmers camped there": it was done before."""
    return tree.tags[participle] == "VBN" and tree.deps[participle] == "acl"


def is_performed(tree: Tree, verb: int) -> bool:
    """ "I applaud the mayor": who says so does it by saying so, whatever the tagger makes of it."""
    subject = tree.child(verb, "nsubj")
    if subject is None or tree.words[subject].lower() not in ("i", "we"):
        return False
    return tree.words[verb].lower() == tree.lemmas[verb].lower() and not tree.having(
        verb, *_AUXILIARIES
    )


def is_after(tree: Tree, verb: int) -> bool:
    """ "after the airline gave in": over when the other act was."""
    marks = tree.having(verb, "mark")
    return tree.deps[verb] == "advcl" and any(tree.lemmas[c].lower() == "after" for c in marks)


def is_reason(tree: Tree, gerund: int) -> bool:
    """ "thanked them for sending tents", "suspected of passing": it was done before."""
    return tree.tags[gerund] == "VBG" and any(
        tree.lemmas[c].lower() in ("for", "of") for c in tree.having(gerund, "mark", "case")
    )


def is_aside(tree: Tree, verb: int) -> bool:
    """ "Norway, which paid for the grain, said ...": what is told of a subject before its verb."""
    noun = tree.heads[verb]
    return (
        tree.deps[verb] == "acl:relcl"
        and own_tense(tree, verb) == "past"
        and tree.deps[noun] in SUBJECTS
        and tree.heads[noun] > verb
    )


def is_by_the_way(tree: Tree, verb: int) -> bool:
    """ "beat a councillor who accused him of theft": what somebody is known for having said."""
    doer = tree.child(verb, "nsubj")
    if tree.deps[verb] != "acl:relcl" or doer is None or own_tense(tree, verb) != "past":
        return False
    before = tree.edges(verb)[0]
    apart = tree.words[before] == "," or (before > 0 and tree.words[before - 1] == ",")
    return tree.lemmas[doer].lower() in ("who", "that") and not apart


def is_if(tree: Tree, verb: int) -> bool:
    """ "if they lifted the blockade": a past form that tells nothing past."""
    return any(tree.lemmas[c].lower() in ("if", "unless") for c in tree.having(verb, "mark"))


def is_headline(tree: Tree, verb: int) -> bool:
    """ "Togo expels envoy": a line without a stop, whose present tense tells the day's news."""
    done = tree.tags[verb] == "VBN" and tree.child(verb, *SUBJECTS) is not None  # "Envoy freed"
    if not done and tree.tags[verb] not in _HEADLINES:
        return False
    if own_tense(tree, verb) not in ("present", None):
        return False
    if tree.deps[verb] not in ("root", "conj", "parataxis"):
        return False
    if any(tree.deps[c] in ("mark", *_AUXILIARIES) for c in tree.children[verb]):
        return False
    first, end = tree.sentence(verb)
    last = end - 1
    while last > first and tree.upos[last] == "SPACE":
        last -= 1
    return tree.upos[last] != "PUNCT"


def _shares(tree: Tree, place: int, governor: int) -> bool:
    """Whether a clause or phrase has the time of what governs it."""
    relation = tree.deps[place]
    if tree.upos[place] in ("NOUN", "PROPN", "PRON", "NUM") and relation != "conj":
        return _noun_shares(tree, place, governor, relation)
    if relation == "xcomp":
        return True
    own = own_tense(tree, place)
    if relation == "conj":
        return own is None or own == own_tense(tree, governor)
    if relation in ("advcl", "acl"):
        marks = {tree.lemmas[c].lower() for c in tree.having(place, "mark", "advmod", "case")}
        if marks & {"when", "while", "as"}:
            return own == own_tense(tree, governor)
        return own is None and marks <= _LINKS
    return False


def _noun_shares(tree: Tree, place: int, governor: int, relation: str) -> bool:
    """A noun has the time of the verb that carries it out or of the act that it is part of."""
    if relation in ("obj", "nsubj", "nsubj:pass"):
        if tree.upos[governor] != "VERB":
            return False
        return light_verb(tree, place) is not None or entry_of(tree, governor) is None
    if relation in ("obl", "nmod"):
        return tree.case(place) in _SCENES
    return relation == "compound"
