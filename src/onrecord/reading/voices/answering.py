"""Cues that make no voice where they stand: a denial that answers somebody else's word ("The army
denied it", "..., an allegation the army denies"), and a saying that is withheld ("would not
say whether", "could neither confirm nor deny that").

What is denied is what that word was about, told just before; the clause itself holds nothing.
What somebody will not say stands on record on nobody's word.
"""

from __future__ import annotations

from msgspec.structs import replace

from onrecord.codes.cues import cues
from onrecord.codes.steering import having
from onrecord.reading.status.commitment import is_negated
from onrecord.reading.tree import Tree
from onrecord.reading.voices.asking import asks, put_to
from onrecord.reading.voices.citing import Attribution
from onrecord.reading.voices.naming import clean

RELATIVE = ("acl:relcl", "acl")
BACK = frozenset(("the", "this", "that", "these", "those", "such", "both", "all", "any"))
PRONOUNS = frozenset(("it", "this", "that", "these", "those", "them"))


def is_answer(tree: Tree, item: Attribution) -> bool:
    """Whether a denial answers what somebody else was heard to say before it: by a pronoun, by a
    noun for that word, or in a clause that describes that word or all of what was told."""
    if item.stance != "denies":
        return False
    denied = tree.child(item.cue_head, "obj", "nsubj:pass")
    if is_aside(tree, item):
        return True
    return denied is not None and _points_back(tree, denied)


def is_aside(tree: Tree, item: Attribution) -> bool:
    """ "..., a charge that it denied", "..., which it denied": the report's own, whoever is cited
    around it."""
    cue = item.cue_head
    if item.stance != "denies" or tree.child(cue, "ccomp") is not None:
        return False
    if tree.deps[cue] in RELATIVE:
        above = tree.heads[cue]
        return above < cue and _is_word(tree, above)
    denied = tree.child(cue, "obj", "nsubj:pass")
    return denied is not None and tree.words[denied].lower() == "which"


def _points_back(tree: Tree, denied: int) -> bool:
    if tree.words[denied].lower() in PRONOUNS and tree.upos[denied] in ("PRON", "DET"):
        return tree.tags[denied] != "WDT"
    if not _is_word(tree, denied):
        return False
    if tree.child(denied, "acl", "acl:relcl", "nmod") is not None:
        return False  # "denied the claim that ...": what is denied stands there
    marks = {tree.lemmas[child].lower() for child in tree.having(denied, "det", "det:predet")}
    owned = tree.child(denied, "nmod:poss") is not None
    plural = tree.tags[denied] == "NNS" and not marks
    return bool(marks & BACK) or owned or plural


def _is_word(tree: Tree, noun: int) -> bool:
    """Whether a noun stands for what somebody says ("the claim")."""
    entries = cues(tree.lemmas[noun].lower(), "noun")
    return any(entry.reports and entry.stance in ("alleges", "says") for entry in entries)


def is_withheld(tree: Tree, item: Attribution) -> bool:
    """Whether a verb of saying or denying is itself negated: nobody vouches for what hangs on it.

    Who "could not say how many had fled" leaves only the number open, not the flight.
    """
    entry, cue = item.entry, item.cue_head
    if entry is None or not entry.reports or entry.pos != "verb" or item.form == "object":
        return False
    if item.stance not in ("says", "alleges", "denies") or (
        asks(tree, cue) and not _is_whether(tree, cue)
    ):
        return False
    top = tree.heads[cue] if tree.deps[cue] == "conj" else cue
    neither = any(tree.lemmas[c].lower() == "neither" for c in tree.children[top])
    return neither or is_negated(tree, cue)


def _is_whether(tree: Tree, cue: int) -> bool:
    return any(
        tree.lemmas[mark].lower() in ("whether", "if")
        for clause in tree.having(cue, "ccomp")
        for mark in tree.having(clause, "mark")
    )


def is_disbelief(tree: Tree, item: Attribution) -> bool:
    """Whether somebody does not believe what hangs on the verb, which so is not so to him."""
    lemma = tree.lemmas[item.cue_head].lower()
    clause = item.form == "clause" and lemma in having("disbelief")
    return clause and item.stance == "believes" and is_negated(tree, item.cue_head)


def is_undoubted(tree: Tree, item: Attribution) -> bool:
    """ "has no doubt that", "does not doubt that"."""
    doubt = item.entry is not None and item.stance == "denies" and not item.entry.reports
    return doubt and item.form == "clause" and is_negated(tree, item.cue_head)


def emptied(tree: Tree, item: Attribution) -> Attribution:
    """The same; where it answers someone's word, without content of its own; where it is
    withheld, without its source; where a belief is negated ("does not believe that"), a denial, and
    where a doubt is, a belief."""
    if is_answer(tree, item):
        return replace(item, content=())
    asked = put_to(tree, item.cue_head)
    if not asked.isdisjoint(item.words):
        return replace(item, content=clean(tree, item.words - asked))
    if is_disbelief(tree, item):
        return replace(item, stance="denies")
    if is_undoubted(tree, item):
        return replace(item, stance="believes" if item.source else "says")
    if is_withheld(tree, item):
        return replace(item, source=(), source_head=None, stance="says")
    return item
