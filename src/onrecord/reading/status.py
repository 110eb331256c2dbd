"""How sure: the status of a happening and whether the text says that it did not happen.

The innermost voice commits first; the words around the happening (will, would, if,
may, not, fail to) then say what that voice commits to. Which word has which effect is
data (codes/data/modals.tsv).

Still simple: the scope of a negation is the clause of its verb and the verbs that
this verb governs; strength is not weighed.
"""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.codes.cues import modals
from onrecord.reading.tree import Tree
from onrecord.reading.voices import Attribution
from onrecord.record import Stance, Status

STATUS_OF: dict[Stance, Status] = {
    "says": "attributed",
    "alleges": "alleged",
    "denies": "denied",
    "believes": "believed",
    "intends": "intended",
    "wishes": "wished",
}
# What words near the happening may turn a status into; a denial or a belief stays what it is.
YIELDING = frozenset(("asserted", "attributed", "alleged"))
_MARKS = ("mark", "advmod", "aux", "aux:pass", "det", "case", "cc", "amod")
_CARRIERS = ("xcomp", "aux")


def status_of(tree: Tree, trigger: int, voices: Sequence[Attribution]) -> Status:
    """The status of the happening named at ``trigger`` under these voices, outermost first."""
    status: Status = STATUS_OF[voices[-1].stance] if voices else "asserted"
    effects = set(_effects(tree, trigger, _limit(voices)))
    if "conditional" in effects and status != "denied":
        return "conditional"
    if status not in YIELDING:
        return status
    for effect in ("wished", "believed", "intended", "alleged"):
        if effect in effects:
            return effect  # type: ignore[return-value]
    return status


def is_negated(tree: Tree, trigger: int) -> bool:
    """Whether the words of the clause, or a verb that governs it, say that it did not happen."""
    negations = 0
    place = trigger
    while True:
        negations += sum(1 for effect in _at(tree, place) if effect == "negated")
        governor = tree.heads[place]
        if governor == place or tree.deps[place] not in (*_CARRIERS, "obj", "nsubj:pass"):
            break
        if tree.deps[place] in ("obj", "nsubj:pass") and not _implies_not(tree, governor):
            break
        if tree.deps[place] == "xcomp" and tree.upos[governor] == "ADJ":
            break
        if _implies_not(tree, governor):
            negations += 1
        place = governor
    return negations % 2 == 1


def _implies_not(tree: Tree, place: int) -> bool:
    pos = {"VERB": "verb", "NOUN": "noun", "ADJ": "adj"}.get(tree.upos[place])
    return any(
        entry.effect == "negated" and entry.pos == pos for entry in modals(tree.lemmas[place])
    )


def _limit(voices: Sequence[Attribution]) -> int | None:
    """The innermost cue: what stands outside it says nothing of the happening."""
    return voices[-1].cue_head if voices else None


def _effects(tree: Tree, trigger: int, limit: int | None) -> list[str]:
    """Effects on the happening, from its own words and from the clauses that carry it."""
    found: list[str] = []
    place = trigger
    for _ in range(12):
        found.extend(_at(tree, place))
        if tree.deps[place] == "advcl" and _is_condition(tree, place):
            found.append("conditional")
        if tree.deps[place] in ("root", "parataxis") or place == trigger:
            for child in tree.having(place, "advcl"):
                if _is_condition(tree, child) and _modal(tree, place):
                    found.append("conditional")
        governor = tree.heads[place]
        if governor == place or governor == limit:
            break
        relation = tree.deps[place]
        if relation == "conj" and not _own_modal(tree, place):
            found.extend(e for e in _at(tree, governor) if e != "negated")
        if relation not in ("xcomp", "obj", "nsubj:pass", "ccomp", "acl", "advcl", "conj", "nmod"):
            break
        if relation in ("conj", "nmod"):
            if relation == "nmod":
                break
        place = governor
    return found


def _at(tree: Tree, place: int) -> list[str]:
    """Effects of the words that hang on this one."""
    found = []
    for child in tree.children[place]:
        relation = tree.deps[child]
        if relation not in _MARKS and not (relation == "obl" and False):
            continue
        for entry in modals(tree.lemmas[child].lower()):
            if not entry.rest and entry.effect != "conditional" or relation == "aux":
                found.append(entry.effect)
                break
    if tree.child(place, "nsubj", "nsubj:pass") is not None:
        grammatical = tree.child(place, "nsubj", "nsubj:pass")
        if grammatical is not None and _is_nobody(tree, grammatical):
            found.append("negated")
    return found


def _is_nobody(tree: Tree, place: int) -> bool:
    if tree.lemmas[place].lower() in ("nobody", "none"):
        return True
    return any(
        tree.lemmas[child].lower() == "no" and tree.deps[child] == "det"
        for child in tree.children[place]
    ) or (tree.lemmas[place].lower() == "one" and tree.words[place - 1].lower() == "no")


def _is_condition(tree: Tree, clause: int) -> bool:
    """Whether a clause is opened by if, unless, in case ..."""
    for child in tree.children[clause]:
        if tree.deps[child] in ("mark", "case"):
            words = [tree.lemmas[child].lower()]
            words += [tree.lemmas[c].lower() for c in tree.children[child]]
            for entry in modals(words[0]):
                if entry.effect == "conditional" and all(w in words for w in entry.rest):
                    return True
    return False


def _modal(tree: Tree, place: int) -> bool:
    return any(
        tree.deps[child] == "aux" and modals(tree.lemmas[child].lower())
        for child in tree.children[place]
    )


def _own_modal(tree: Tree, place: int) -> bool:
    return any(
        tree.deps[child] == "aux" or tree.deps[child].startswith("nsubj")
        for child in tree.children[place]
    )
