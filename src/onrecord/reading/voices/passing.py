"""What one teller told another, who told it on: "Refugees told a doctor, who told Reuters, that
soldiers had shot at them".

The clause hangs on the last teller of the sentence; each before him told it too, and stands
under him, since it is on his word that they did.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from onrecord.reading.frames import subject
from onrecord.reading.tree import Tree, runs
from onrecord.reading.voices.citing import Attribution
from onrecord.reading.voices.entries import entry_of
from onrecord.reading.voices.naming import named

HEARERS = ("obj", "iobj", "obl", "obl:arg")


def passed_on(tree: Tree, found: Mapping[int, Attribution]) -> dict[int, Attribution]:
    """The same attributions by their cues, with those of the tellers before."""
    known = dict(found)
    for inner, entry in enumerate(tree.deps):
        outer = _told_by(tree, inner) if entry == "acl:relcl" else None
        told = known.get(inner) or known.get(outer) if outer is not None else None
        if outer is None or told is None:
            continue
        words = (told.words | (known[outer].words if outer in known else set())) - {inner, outer}
        content = tuple(runs(word for word in words if word > inner))
        for cue in (inner, outer):
            known[cue] = _teller(tree, cue, replace(told, content=content))
        # on his word the other told it at all
        held = runs({outer, *known[inner].words})
        known[inner] = replace(known[inner], content=tuple(held))
    return known


def shown(tree: Tree, found: Mapping[int, Attribution]) -> dict[int, Attribution]:
    """The same, with the papers that show somebody speaking: "Minutes have the banker telling
    ministers that ...", "A tape has a man say that ..."."""
    known = dict(found)
    for verb, lemma in enumerate(tree.lemmas):
        if lemma != "have" or tree.upos[verb] != "VERB":
            continue
        owner = next((p for p in tree.having(verb, "nsubj") if p < verb), None)
        for speaker in tree.having(verb, "obj", "nsubj"):
            cues = [c for c in tree.having(speaker, "acl") if c in known and _says(tree, c)]
            if owner is None or speaker < verb or not cues or not known[cues[0]].content:
                continue
            told = known[cues[0]]
            source = (named(tree, speaker)[0], speaker)
            known[told.cue_head] = replace(told, source=(source,), source_head=speaker)
            held = tuple(runs({told.cue_head, *told.words}))
            known[verb] = replace(_teller(tree, verb, told), stance="says", content=held)
    return known


def _told_by(tree: Tree, cue: int) -> int | None:
    """The verb of saying whose hearer tells it on by ``cue``: "told a doctor, who told ..."."""
    hearer = tree.heads[cue]
    verb = tree.heads[hearer]
    if tree.deps[hearer] not in HEARERS or not verb < hearer < cue:
        return None
    if tree.words[hearer + 1] != "," or "of" in (tree.case(c) for c in tree.having(cue, "obl")):
        return None
    if not all(_says(tree, place) for place in (verb, cue)):
        return None
    clauses = [c for place in (verb, cue) for c in tree.having(place, "ccomp")]
    return verb if len(clauses) == 1 and clauses[0] > cue else None


def _says(tree: Tree, verb: int) -> bool:
    entry = entry_of(tree, verb)
    return entry is not None and entry.reports and entry.pos == "verb" and entry.stance == "says"


def _teller(tree: Tree, verb: int, heard: Attribution) -> Attribution:
    head, entry = subject(tree, verb), entry_of(tree, verb)
    return replace(
        heard,
        cue=(verb, verb),
        cue_head=verb,
        stance="says" if entry is None else entry.stance,
        entry=entry,
        source_head=head,
        source=() if head is None else (named(tree, head),),
        form="clause",
    )
