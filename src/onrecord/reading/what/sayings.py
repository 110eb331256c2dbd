"""Sayings that only tell how things are: "warned that prices are rising" threatens nobody.

A verb of saying makes a promise, a threat or a demand only where what is told is still open: by a
modal verb, a subjunctive, a condition. Told as a state or a past it is a saying and no more.
"""

from __future__ import annotations

from collections.abc import Container

from onrecord.codes.cues import cues
from onrecord.codes.steering import having
from onrecord.reading.nobody import is_by_nobody
from onrecord.reading.tree import Tree
from onrecord.reading.voices.asking import asks
from onrecord.reading.voices.commands import is_command
from onrecord.reading.voices.entries import entry_of
from onrecord.reading.what.happenings import Happening

OPEN = frozenset(("AGREE", "CONCEDE", "THREATEN", "REQUEST", "SUPPORT"))
DEEDS = frozenset(("ASSAULT", "COERCE", "SANCTION", "PROTEST", "MOBILIZE"))
CLAIMED = DEEDS | {"ACCUSE"}  # what a model may take the claim itself for
FINITE = frozenset(("VBD", "VBZ", "VBP"))
HELPING = ("aux", "aux:pass", "cop")
TO_COME = frozenset(("go", "have", "need", "set", "due"))  # "is going to", "have to": yet to be


def without_sayings(tree: Tree, found: list[Happening]) -> list[Happening]:
    """The happenings without the verbs that only tell how things are, without the will to
    something that is on record itself, and without the claim to have done what is."""
    heads = {item.head for item in found}
    deeds = {item.head for item in found if item.entry.category in DEEDS}
    bidden = {item.head for item in found if item.entry.category == "REQUEST"}
    return [
        item
        for item in found
        if not is_saying(tree, item)
        and not _is_will(tree, item, heads)
        and not _is_bidding(tree, item, bidden)
        and not _is_claim(tree, item, deeds)
    ]


def _is_bidding(tree: Tree, item: Happening, bidden: Container[int]) -> bool:
    """ "“Release them,” he cried": the demand is on record by its own words."""
    if item.entry.category != "REQUEST" or tree.upos[item.head] != "VERB":
        return False
    return any(c in bidden and is_command(tree, c) for c in tree.having(item.head, "ccomp"))


def _is_claim(tree: Tree, item: Happening, deeds: Container[int]) -> bool:
    """ "claimed responsibility for the attack": the attack, on his word who claims it."""
    category, words = item.entry.category, [item.head, *tree.having(item.head, "obj")]
    if item.row is not None or category not in CLAIMED:
        return False
    # who accuses by a verb of saying does accuse; "took responsibility" does not
    cues_of = (entry_of(tree, word) for word in words[category not in DEEDS :])
    told = ("says", "alleges")
    if not any(cue is not None and cue.reports and cue.stance in told for cue in cues_of):
        return False
    verbs = (w for w in (item.head, tree.heads[item.head]) if tree.upos[w] == "VERB")
    if category in DEEDS and any(is_by_nobody(tree, verb) for verb in verbs):
        return True  # "no group immediately claimed responsibility"
    return any(word in deeds for word in tree.descendants(item.head) if word not in words)


def is_claimed(tree: Tree, item: Happening) -> bool:
    """Whether a deed is named by a verb of claiming alone: "claimed responsibility"."""
    cue = entry_of(tree, item.head)
    claims = cue is not None and cue.reports and cue.stance == "alleges" and cue.pos == "verb"
    return claims and item.entry.category in DEEDS


def _is_will(tree: Tree, item: Happening, heads: Container[int]) -> bool:
    """ "voiced its readiness to host talks", "is eager to get gas": the talks, the getting."""
    if item.entry.category != "AGREE" or tree.upos[item.head] not in ("NOUN", "ADJ"):
        return False
    attitude = entry_of(tree, item.head)
    if attitude is None or attitude.stance not in ("intends", "wishes"):
        return False
    willed = (c for c in tree.having(item.head, "acl", "xcomp", "ccomp", "advcl"))
    return any(word in heads for clause in willed for word in tree.conjuncts(clause))


def is_saying(tree: Tree, item: Happening) -> bool:
    """Whether a verb of saying, coded as a promise, threat or demand, tells of nothing open."""
    verb = item.head
    if item.entry.category not in OPEN or tree.upos[verb] != "VERB":
        return False
    if item.entry.category == "REQUEST" and asks(tree, verb):
        return True
    if not says(tree, verb):
        return False
    clause = told(tree, verb)
    return clause is not None and not any(_is_open(tree, word) for word in _joined(tree, clause))


def is_plain(tree: Tree, item: Happening) -> bool:
    """Whether the model alone takes a plain verb of saying for an act: that what somebody "told
    reporters" is a threat is a reading of his words, and not the report's own word."""
    plain = item.row is None and tree.lemmas[item.head].lower() in having("saying")
    return plain and tree.upos[item.head] == "VERB" and told(tree, item.head) is not None


def told(tree: Tree, verb: int) -> int | None:
    """The finite clause that a verb of saying tells, behind it or around it."""
    clause = tree.child(verb, "ccomp")
    if clause is None and _is_aside(tree, verb):
        clause = tree.heads[verb]
    return clause if clause is not None and _is_finite(tree, clause) else None


def says(tree: Tree, verb: int) -> bool:
    return any(
        entry.reports and entry.stance == "says" and "clause" in entry.content
        for entry in cues(tree.lemmas[verb].lower(), "verb")
        if entry.factive == "no"  # who regrets or concedes that it is so does more than tell
    )


def _is_finite(tree: Tree, clause: int) -> bool:
    return tree.child(clause, "nsubj", "nsubj:pass", "expl") is not None


def _is_aside(tree: Tree, verb: int) -> bool:
    """ "Prices, it warned shopkeepers, are rising": without content of its own."""
    return (
        tree.deps[verb] == "parataxis"
        and tree.child(verb, "xcomp") is None
        and all(tree.words[mark] != ";" for mark in tree.having(verb, "punct"))
    )


def _joined(tree: Tree, clause: int) -> list[int]:
    return [clause, *tree.having(clause, "conj")]


def _is_open(tree: Tree, word: int) -> bool:
    """A modal, an infinitive or a subjunctive; a condition; or a form of "be going to"."""
    helping = list(tree.having(word, *HELPING))
    if any(tree.tags[c] == "MD" for c in helping) or tree.lemmas[word].lower() in TO_COME:
        return True
    clauses = tree.having(word, "advcl")
    supposed = [mark for clause in clauses for mark in tree.having(clause, "mark")]
    if any(tree.lemmas[mark].lower() == "if" for mark in supposed):
        return True
    return not any(tree.tags[place] in FINITE for place in (word, *helping))
