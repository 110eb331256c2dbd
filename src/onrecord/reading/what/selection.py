"""Which of the words that could name a happening put one on record.

Left out: the purpose of an act on record, what a refusal refused, the crime of a verdict, and
nouns that only point back to what was told.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

import msgspec

from onrecord.reading.tree import Tree
from onrecord.reading.what.happenings import Happening

_VERDICTS = frozenset(("guilty", "convict", "acquit"))
_CHARGED = frozenset(("obl", "nmod", "advcl", "acl", "conj"))
_OF = frozenset(("of", "in", "for", "on"))
MILITARY_AID = "072"  # CAMEO: provide military aid


def chosen(tree: Tree, found: list[Happening]) -> list[Happening]:
    """The happenings that become records, in their order."""
    heads = {item.head: item for item in found}
    aims = {item.head for item in found if _is_purpose(tree, item.head, heads)}
    helping = {tree.heads[head] for head in aims if heads[head].entry.category == "AID"}
    kept: list[Happening] = []
    told: dict[str, int] = {}
    for item in found:
        if item.head in aims or _points_back(tree, item, told):
            continue
        if _is_refused(tree, item.head, heads) or _is_crime(tree, item.head):
            continue
        kept.append(_as_aid(item) if item.head in helping else item)
        told.setdefault(item.entry.category, item.head)
    return kept


def _as_aid(item: Happening) -> Happening:
    """ "sent troops to help X": PLOVER's AID holds arms and troops for somebody else."""
    if item.entry.category != "MOBILIZE":
        return item
    entry = msgspec.structs.replace(item.entry, category="AID", mode=None, cameo=MILITARY_AID)
    return msgspec.structs.replace(item, entry=entry)


def _is_purpose(tree: Tree, head: int, heads: Collection[int]) -> bool:
    """ "fired tear gas to disperse them": one act with its aim."""
    if tree.deps[head] != "advcl" or tree.tags[head] != "VB":
        return False
    to = any(tree.deps[c] == "mark" and tree.lemmas[c] == "to" for c in tree.children[head])
    own = tree.child(head, "nsubj", "nsubj:pass", "aux")
    return to and own is None and tree.heads[head] in heads


def _is_refused(tree: Tree, head: int, heads: Mapping[int, Happening]) -> bool:
    """ "refused to attend": the refusal is on record, and says what did not happen."""
    refusal = heads.get(tree.heads[head])
    return refusal is not None and tree.deps[head] == "xcomp" and refusal.entry.category == "REJECT"


def _is_crime(tree: Tree, head: int) -> bool:
    """ "found guilty of murder", "convicted of two counts of assault": the verdict is on record."""
    for above in tree.ancestors(head):
        if tree.deps[head] not in _CHARGED:
            return False
        if tree.lemmas[above].lower() in _VERDICTS:
            marks = {tree.lemmas[c].lower() for c in tree.having(head, "case", "mark")}
            return bool(marks & _OF)
        head = above
    return False


def _points_back(tree: Tree, item: Happening, told: dict[str, int]) -> bool:
    """ "the bombing", after a bombing was told."""
    if item.entry.pos != "noun" or item.entry.category not in told:
        return False
    words = {tree.lemmas[c].lower() for c in tree.having(item.head, "det")}
    if not words & {"the", "this", "that", "these", "those"}:
        return False
    return not any(
        tree.deps[c] in ("nmod", "nmod:poss", "amod", "acl:relcl") for c in tree.children[item.head]
    )
