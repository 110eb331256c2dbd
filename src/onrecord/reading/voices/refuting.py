"""Who says that a report or a claim is false denies it: "The claim that Chad had armed them was
false, the minister said", "said it was not true that ...", "described as lies reports that ...",
"there is no truth in reports that ...".

What is denied is what the claim tells; where it is told whose claim it is, it stands on that one's
word alone, since the saying is about the claim. Which words call a thing false is data
(steering.tsv).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from onrecord.codes.cues import cues
from onrecord.codes.steering import having
from onrecord.reading.frames import subject
from onrecord.reading.status.commitment import is_negated
from onrecord.reading.tree import Tree
from onrecord.reading.voices.citing import Attribution
from onrecord.reading.voices.entries import entry_of
from onrecord.reading.voices.naming import clean, named

_PREDICATES = ("ADJ", "NOUN", "VERB")
_CALLED = ("xcomp", "obl", "obj", "advcl")
_TELLING = ("acl", "acl:relcl", "nmod", "ccomp")  # else it points back ("called the charge absurd")
_TOLD = ("nsubj", "nsubj:pass", "csubj", "csubj:pass", "ccomp", "acl")  # "it is a lie that ..."
_ABOUT = ("nmod", "obl")
_OF = frozenset(("in", "to", "of", "for", "behind"))
_CLAIMS = ("obj", "obl", "ccomp", "nsubj:pass")


def refuted(tree: Tree, items: Sequence[Attribution]) -> list[Attribution]:
    """The same attributions, and a denial for each claim that somebody calls false."""
    known, words = (
        list(items),
        having("untrue") | having("true") | having("truth") | having("proof"),
    )
    for place, word in enumerate(tree.lemmas):
        if word.lower() in words and tree.upos[place] in _PREDICATES:
            for caller, claim, told in _called(tree, place, known):
                _refute(tree, known, caller, claim, told)
    return known


def _called(
    tree: Tree, place: int, items: list[Attribution]
) -> Iterator[tuple[int, int, set[int]]]:
    """(number of the attribution that calls it false, word of the claim, words that it tells)."""
    verb, word = tree.heads[place], tree.lemmas[place].lower()
    copular = tree.child(place, "cop", "aux:pass") is not None
    holding = [n for n, item in enumerate(items) if item.source and item.holds(place)]
    number = min(holding, key=lambda n: items[n].size, default=None)
    if word in having("truth"):  # "there is no truth in reports that ..."
        none = is_negated(tree, place) and tree.lemmas[verb] == "be"
        phrases = tree.having(place, *_ABOUT) + tree.having(verb, *_ABOUT) if none else []
        subjects = [p for p in phrases if p > place and tree.case(p) in _OF]
    elif word in having("proof"):  # "there is no evidence that ...", "found no proof that ..."
        subjects = tree.having(place, "acl", "ccomp") if is_negated(tree, place) else []
    elif copular and is_negated(tree, place) == (word in having("true")):
        subjects = tree.having(place, *_TOLD)
    elif word in having("untrue") and tree.deps[place] in _CALLED:
        subjects = [p for p in tree.having(verb, *_CLAIMS) if p != place]
        number = _caller(tree, verb, items) if subjects else None
    else:
        return
    for claim in subjects:
        if number is None or items[number].cue_head == claim:
            continue
        told = {word for word in tree.descendants(claim) if word not in (claim, place)}
        if tree.lemmas[next(iter(tree.having(claim, "mark")), claim)].lower() in ("to", "for"):
            continue  # "it is impossible to leave" denies no leaving
        finite = copular or tree.child(claim, "mark") is not None
        if tree.deps[claim].startswith("csubj") or (tree.upos[claim] == "VERB" and finite):
            yield number, claim, told | {claim}
        elif _is_claim(tree, claim) and tree.child(claim, *_TELLING) is not None:
            yield number, claim, told


def _caller(tree: Tree, verb: int, items: list[Attribution]) -> int | None:
    """The number of who calls it so, who is put among the attributions where the verb found no
    content ("dismissed as lies reports that ...", where the parser takes "reports" for a verb)."""
    known = next((n for n, i in enumerate(items) if i.cue_head == verb and i.source), None)
    who = subject(tree, verb)
    if known is not None or who is None or tree.upos[verb] != "VERB":
        return known
    items.append(
        Attribution(
            cue=(verb, verb),
            cue_head=verb,
            stance="says",
            entry=entry_of(tree, verb),
            source_head=who,
            source=(named(tree, who),),
            content=(),
        )
    )
    return len(items) - 1


def _is_claim(tree: Tree, place: int) -> bool:
    return any(
        entry.reports and entry.stance in ("says", "alleges")
        for entry in cues(tree.lemmas[place].lower(), "noun")
    )


def _refute(tree: Tree, items: list[Attribution], number: int, claim: int, told: set[int]) -> None:
    """Take what the claim tells from who calls it false, and put it under their denial, unless
    somebody else is known to make it."""
    caller = items[number]
    owned = any(item.cue_head == claim and item.source for item in items)
    left = caller.words - told
    items[number] = replace(caller, content=clean(tree, left))
    if owned:
        return
    denial = replace(caller, stance="denies", content=clean(tree, told), form="clause")
    if any(tree.upos[word] == "VERB" and tree.lemmas[word] != "be" for word in left):
        items.insert(number, denial)
    else:
        items[number] = denial  # nothing else is said there
