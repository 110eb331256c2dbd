"""The voices over a word: which attributions count as voices where it stands, outermost first."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from onrecord.codes.steering import having
from onrecord.reading.light import light_verb
from onrecord.reading.nobody import is_by_nobody
from onrecord.reading.tree import Tree
from onrecord.reading.voices.attributions import Attributions
from onrecord.reading.voices.citing import Attribution
from onrecord.reading.voices.continued import stands_for
from onrecord.reading.voices.entries import is_answered
from onrecord.reading.voices.granted import is_granted
from onrecord.reading.voices.heard import is_act, judges


def counts(found: Attributions, item: Attribution) -> bool:
    """Whether an attribution is a voice where it stands, not only the happening's own attitude."""
    if item.form == "object" and item.entry is not None and item.entry.lemma in having("wishing"):
        return bool(item.source)  # "wished him a long life" is said, whatever is wished
    weighed = _weighed(found.tree, item, over(found, item.cue_head))
    return weighed is not None and bool(weighed.source)


def over(found: Attributions, place: int, *, said: Attribution | None = None) -> list[Attribution]:
    """The attributions that a word stands under, outermost first; one voice counts once.

    Those without a source (nobody is named, or the attitude is the happening's own: "plans
    to", "is eager to") say how sure it is but are no voices. said: the attribution that the
    word itself is the cue of, innermost then.
    """
    chain: list[Attribution] = []
    lender = light_verb(found.tree, place)  # "offered an amnesty" is one act, with no voice
    for number in found.holding(place):
        known = found.items[number]
        if known.cue_head == lender and is_act(known):
            continue
        if is_granted(found.tree, known, place) or judges(found.tree, known):
            continue
        if known.form == "object" and found.is_own_word(known, place):
            continue
        if known.cue_head == found.tree.heads[place] and is_answered(found.tree, place):
            continue
        if known.form == "object" and is_by_nobody(found.tree, known.cue_head):
            continue  # "no group has claimed the attack": there was one
        owned = denied_word(found, known)
        if owned is not None and owned.holds(place):
            continue  # "disputed Peru's claim that ...": what is told is Peru's word
        item = _weighed(found.tree, known, chain)
        if item is not None:
            _add(found.tree, chain, item)
    if said is not None:
        _add(found.tree, chain, said)
    return chain


def denied_word(found: Attributions, item: Attribution) -> Attribution | None:
    """The word of somebody else that a denial has as its object ("disputed Peru's claim that")."""
    if item.stance != "denies" or item.entry is None or not item.entry.reports or not item.source:
        return None
    denied = found.tree.child(item.cue_head, "obj")
    word = None if denied is None or found.tree.upos[denied] != "NOUN" else found.by(denied)
    if word is None or not word.source or word.stance not in ("says", "alleges"):
        return None
    return None if word.source_head in (item.source_head, denied) else word


def _add(tree: Tree, chain: list[Attribution], item: Attribution) -> None:
    """Add to a chain: a source that only goes on ("he added", "rejected claims") makes no
    second voice, one that says what it hopes or believes does."""
    last = next((known for known in reversed(chain) if known.source), None)
    again = last is not None and bool(item.source) and _is_same(tree, last, item)
    if last is None or not again or (last.stance == "says" and item.stance != "says"):
        chain.append(item)


def _weighed(tree: Tree, item: Attribution, chain: Sequence[Attribution]) -> Attribution | None:
    """The attribution as it counts here: as a voice, without its source, or not at all."""
    entry = item.entry
    if entry is None:
        return item
    judged = entry.factive == "yes" or entry.lemma in having("judging")
    if judged and (item.form == "object" or entry.lemma in having("feeling")):
        return None  # "deplored the killing": the report itself says that there was one
    if entry.factive != "no" and not entry.reports:
        return None  # "knew that", "pretended to": the report itself says what was so
    if item.stance == "denies" and (item.form == "to" or entry.pos == "adj"):
        return None  # "refused to attend": a negation, not a denial
    if item.form == "object" and not entry.reports and entry.stance == "wishes":
        return None if "to" not in entry.content else _silent(item)
    if entry.reports or item.form in ("clause", "sentence"):
        return item
    voiced = [known for known in chain if known.source]
    if voiced and _is_same(tree, voiced[-1], item):
        return item
    return item if item.stance == "wishes" else _silent(item)


def _silent(item: Attribution) -> Attribution:
    return msgspec.structs.replace(item, source=(), source_head=None)


def _is_same(tree: Tree, outer: Attribution, inner: Attribution) -> bool:
    """Whether the inner source is the outer one again ("Kim said he hopes")."""
    one, other = outer.source_head, inner.source_head
    if one is None or other is None:
        return False
    if one == other or outer.source == inner.source:
        return True
    if tree.heads[other] == outer.cue_head and tree.deps[other] in ("obj", "iobj"):
        return False  # "quoted him as saying"
    if tree.upos[other] == "PRON":
        # "He assured her, the office reported, that ...": a pronoun looks back
        return one < other and stands_for(tree, other, one)
    return tree.upos[one] == "PROPN" and tree.lemmas[one] == tree.lemmas[other]
