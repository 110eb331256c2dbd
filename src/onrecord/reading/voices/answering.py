"""Cues that make no voice where they stand: a denial in a clause that describes somebody else's
word ("..., an allegation the army denies"), and a saying that is withheld ("would not say
whether", "could neither confirm nor deny that").

What is denied is what that word was about, told just before; the clause itself holds nothing.
What somebody will not say stands on record on nobody's word.
"""

from __future__ import annotations

from msgspec.structs import replace

from onrecord.codes.cues import cues
from onrecord.reading.status.commitment import is_negated
from onrecord.reading.tree import Tree
from onrecord.reading.voices.citing import Attribution, asks

RELATIVE = ("acl:relcl", "acl")
BEHIND = ("appos", "parataxis", "dep", "root", "obl", "nmod", "obj")


def answered(tree: Tree, item: Attribution) -> int | None:
    """The noun for someone's word that a denial answers in a clause of its own, or None."""
    if item.stance != "denies" or tree.deps[item.cue_head] not in RELATIVE:
        return None
    noun = tree.heads[item.cue_head]
    if noun > item.cue_head or tree.deps[noun] not in BEHIND:
        return None
    entries = cues(tree.lemmas[noun].lower(), "noun")
    says = any(entry.reports and entry.stance in ("alleges", "says") for entry in entries)
    return noun if says and tree.child(item.cue_head, "ccomp") is None else None


def is_withheld(tree: Tree, item: Attribution) -> bool:
    """Whether a verb of saying or denying is itself negated: nobody vouches for what hangs on it.

    Who "could not say how many had fled" leaves only the number open, not the flight.
    """
    entry, cue = item.entry, item.cue_head
    if entry is None or not entry.reports or entry.pos != "verb" or item.form == "object":
        return False
    if item.stance not in ("says", "denies") or (asks(tree, cue) and not _is_whether(tree, cue)):
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


def emptied(tree: Tree, item: Attribution) -> Attribution:
    """The same; where it answers a noun for someone's word, without content of its own; where
    it is withheld, without its source."""
    if answered(tree, item) is not None:
        return replace(item, content=())
    if is_withheld(tree, item):
        return replace(item, source=(), source_head=None, stance="says")
    return item
