"""A denial in a clause that describes somebody else's word: "..., an allegation the army denies".

What is denied is what that word was about, told just before; the clause itself holds nothing.
"""

from __future__ import annotations

from msgspec.structs import replace

from onrecord.codes.cues import cues
from onrecord.reading.tree import Tree
from onrecord.reading.voices.citing import Attribution

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


def emptied(tree: Tree, item: Attribution) -> Attribution:
    """The same; where it answers a noun for someone's word, without content of its own."""
    return item if answered(tree, item) is None else replace(item, content=())
