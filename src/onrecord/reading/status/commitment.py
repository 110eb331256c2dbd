"""How sure: the status of a happening and whether the text says that it did not happen.

The innermost voice commits first; the words around the happening (will, would, if,
may, not, fail to) then say what that voice commits to. Which word has which effect is
data (codes/data/modals.tsv).

Still simple: the scope of a negation is the clause of its verb and the verbs that
this verb governs; strength is not weighed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.codes.cues import ModalEntry, modals
from onrecord.reading.nobody import is_nobody
from onrecord.reading.status.ahead import (
    is_announced,
    is_destined,
    is_over,
    is_set_time,
    is_topic,
    is_yet_to_come,
)
from onrecord.reading.status.conditions import (
    is_condition,
    is_counterfactual,
    is_supposed,
    is_unconfirmed,
    stands_under_condition,
)
from onrecord.reading.status.involvement import is_disclaimed
from onrecord.reading.status.questions import is_asked, is_yes_or_no, stands_alone
from onrecord.reading.tree import Tree
from onrecord.reading.voices.citing import Attribution
from onrecord.reading.voices.contents import breaks_off
from onrecord.reading.voices.entries import entry_of, is_answered
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
ORDER: tuple[Status, ...] = ("wished", "believed", "intended", "alleged")
POS = {
    "VERB": ("verb",), "AUX": ("verb",), "NOUN": ("noun",), "ADJ": ("adj",), "ADV": ("adv",),
    "ADP": ("adp",), "SCONJ": ("sconj", "adp"), "CCONJ": ("cconj",), "DET": ("det",),
    "PART": ("part",), "PRON": ("pron",), "INTJ": ("intj",),
}  # fmt: skip
_MARKS = frozenset(("aux", "cop", "aux:pass", "advmod", "amod", "det", "case", "mark", "cc"))
_UPWARD = frozenset(("xcomp", "obj", "nsubj:pass", "ccomp", "acl", "advcl", "conj", "obl", "cop"))
_NOBODY = ("nsubj", "nsubj:pass", "obj", "obl:agent")  # "nobody fled", "they took nothing"
_CARRYING = frozenset(("go", "come"))  # "almost went to war", "never came under attack"
_DEEP = 12  # governing words climbed


def status_of(tree: Tree, trigger: int, voices: Sequence[Attribution]) -> Status:
    """The status of the happening named at ``trigger`` under these voices, outermost first."""
    status = stance_status(voices)
    limit = next((item.cue_head for item in reversed(voices) if item.source), None)
    effects = effects_on(tree, trigger, limit)
    if (status == "asserted" and is_asked(tree, trigger)) or is_yes_or_no(tree, trigger):
        return "conditional"
    if "conditional" in effects and status != "denied":
        return "conditional"
    if status not in YIELDING:
        return status
    if is_destined(tree, trigger):
        return "intended"
    return next((effect for effect in ORDER if effect in effects), status)


def stance_status(voices: Sequence[Attribution]) -> Status:
    """What the innermost voice's cue commits it to, outermost voice first; for words on record
    that name no happening that is all."""
    status: Status = "asserted"
    for item in voices:
        if item.source:
            status = STATUS_OF[item.stance]
        elif status == "asserted" and item.stance == "says":
            status = "believed"  # "is said to have fled": nobody stands for it
        elif status == "asserted" or (status in YIELDING and item.stance not in ("says", "denies")):
            status = STATUS_OF[item.stance]
    return status


def is_negated(tree: Tree, trigger: int) -> bool:
    """Whether the words of the clause, or a verb that governs it, say that it did not happen."""
    if is_answered(tree, trigger):
        return False
    if is_yes_or_no(tree, trigger):
        return False  # "Didn't they shell it?" leaves open what "did they" does
    negations = int(is_counterfactual(tree, trigger))
    place = trigger
    for _ in range(_DEEP):
        negations += sum(1 for effect in _at(tree, place) if effect == "negated")
        governor, relation = tree.heads[place], tree.deps[place]
        if governor == place or tree.upos[governor] == "SPACE":
            break
        if _is_of_none(tree, governor, place) or is_disclaimed(tree, place):
            negations += 1
            break
        implied = _implies_not(tree, governor, place)
        if implied:
            negations += 1
        carried = relation == "obl" and tree.lemmas[governor].lower() in _CARRYING
        if not (implied or carried) and (
            relation not in ("xcomp", "aux", "cop") or tree.upos[governor] == "ADJ"
        ):
            break
        place = _carrier(tree, governor) if implied else governor
    return negations % 2 == 1


def _implies_not(tree: Tree, governor: int, place: int) -> bool:
    """ "failed to sign", "averted a strike", "the failure to arrest"."""
    if tree.deps[place] not in ("xcomp", "obj", "nsubj:pass", "acl", "nmod", "obl", "advcl"):
        return False
    return any(
        entry.effect == "negated" and _leads(tree, word, place, entry)
        for word in {governor, _carrier(tree, governor)}
        for entry in _entries(tree, word)
    )


def _carrier(tree: Tree, word: int) -> int:
    """The verb of "came close to stoning him", "stopped short of stoning him"."""
    if (tree.upos[word], tree.deps[word]) in (("ADV", "advmod"), ("ADJ", "xcomp")):
        return tree.heads[word]
    return word


def _is_of_none(tree: Tree, governor: int, place: int) -> bool:
    """ "has no plans to resume talks", "no intention of leaving"."""
    if tree.deps[place] == "obj":  # the noun of "resume talks"
        place, governor = governor, tree.heads[governor]
    if tree.deps[place] not in ("acl", "nmod") or tree.upos[governor] != "NOUN":
        return False
    entry = entry_of(tree, governor)
    if entry is None or entry.stance not in ("intends", "wishes"):
        return False
    return any(tree.lemmas[c].lower() == "no" for c in tree.having(governor, "det"))


def _entries(tree: Tree, place: int) -> Iterator[ModalEntry]:
    if tree.deps[place] == "amod":  # "an attempted coup", whatever the tag
        yield from (entry for entry in modals(tree.words[place].lower()) if entry.pos == "adj")
        return
    entries = modals(tree.lemmas[place].lower())
    if entries:
        pos = POS.get(tree.upos[place], ())
        yield from (entry for entry in entries if entry.pos in pos)


def _leads(tree: Tree, governor: int, place: int, entry: ModalEntry) -> bool:
    """Whether a governing word's row reaches down to the word: by its further words, or,
    where it has none, as its object."""
    relation = tree.deps[place]
    particles = {tree.words[child].lower() for child in tree.having(governor, "compound:prt")}
    if particles.issuperset(entry.rest):  # "called off": with its particle it is one verb
        return relation in ("obj", "nsubj:pass") or (relation == "xcomp" and entry.pos == "verb")
    joint = {tree.lemmas[child].lower() for child in tree.children[place]}
    joint.update(tree.lemmas[child].lower() for child in tree.children[governor])
    return relation != "nsubj:pass" and all(word in joint for word in entry.rest)


def effects_on(tree: Tree, trigger: int, limit: int | None) -> set[str]:
    """Effects on the happening, from its own words and from the clauses that carry it, up to
    the cue at ``limit``."""
    found: set[str] = set(_attitude(tree, trigger))
    if is_topic(tree, trigger):
        found.add("conditional")
    place = trigger
    past = limit is not None and _is_past(tree, limit)
    for _ in range(_DEEP):
        found.update(_at(tree, place, past=past))
        hangs = stands_under_condition(tree, place, _modal(tree, place))
        supposed = is_condition(tree, place) or is_supposed(tree, place)
        if hangs or supposed or is_unconfirmed(tree, place):
            found.add("conditional")
        if is_set_time(tree, place):
            found.add("wished")
        elif is_yet_to_come(tree, place) or is_announced(tree, place):
            found.add("intended")
        governor, relation = tree.heads[place], tree.deps[place]
        if governor in (place, limit) or relation not in _UPWARD or is_over(tree, place):
            break
        if relation == "conj" and breaks_off(tree, governor, place):
            break
        if relation == "conj" and not stands_alone(tree, place):
            found.update(effect for effect in _at(tree, governor, past=past))
        elif relation == "conj":
            break
        found.update(
            entry.effect
            for entry in _entries(tree, governor)
            if entry.effect != "negated"
            and _leads(tree, governor, place, entry)
            and not _happened(tree, governor, entry)
        )
        if relation in ("obl", "advcl") and not is_condition(tree, place):
            break
        place = governor
    found.discard("negated")
    return found


def _is_past(tree: Tree, cue: int) -> bool:
    """Whether a cue is told as past, be it by the verb that it hangs on ("said ..., adding")."""
    if tree.tags[cue] == "VBG":
        cue = tree.heads[cue]
    return tree.tags[cue] in ("VBD", "VBN")


def _attitude(tree: Tree, trigger: int) -> Iterator[str]:
    """Where the naming word is itself an attitude: "willing", "planned", "wishing success"."""
    if tree.upos[trigger] == "VERB":
        entry = entry_of(tree, trigger)
        if entry is not None and entry.stance == "wishes" and not entry.reports:
            yield "wished"
    before = tree.deps[trigger] == "amod" and trigger < tree.heads[trigger]
    if tree.upos[trigger] != "ADJ" and not before:
        return
    entry = entry_of(tree, trigger)
    if entry is not None and entry.stance in ("intends", "alleges"):
        yield STATUS_OF[entry.stance]


def _happened(tree: Tree, governor: int, entry: ModalEntry) -> bool:
    """ "had to leave", "was able to": told as past, it mostly happened."""
    past = tree.tags[governor] == "VBD" and tree.upos[governor] in ("VERB", "AUX")
    return past and entry.effect in ("wished", "conditional") and entry.lemma in ("have", "be")


def _at(tree: Tree, place: int, *, past: bool = False) -> Iterator[str]:
    """Effects of the words that hang on this one; past: a cue in the past governs it, so that
    "would" is its future."""
    for child in tree.children[place]:
        relation = tree.deps[child]
        if relation in _MARKS:
            for entry in _entries(tree, child):
                if entry.effect == "conditional" and relation not in ("aux", "amod", "advmod"):
                    continue  # conditions have their own rules
                if not _stands(tree, child, place, entry, relation):
                    continue
                if entry.effect == "negated" and tree.lemmas[child + 1 : child + 2] == ["only"]:
                    continue  # "not only did they shell it"
                effect = _told(tree, child, entry, past)
                # "must be the safest place" asks for no happening
                if effect != "wished" or tree.child(place, "cop") is None:
                    yield effect
                break
        elif (
            relation in _NOBODY and child == tree.child(place, relation) and is_nobody(tree, child)
        ):
            yield "negated"


def _stands(tree: Tree, child: int, place: int, entry: ModalEntry, relation: str) -> bool:
    """Whether an auxiliary or adverb and its row's further words stand there."""
    if entry.lemma == "had" or entry.lemma == "were":
        return False  # inverted conditions are told by their order (conditions.py)
    if not entry.rest:
        return (
            relation not in ("aux", "cop") or tree.tags[child] == "MD" or entry.effect == "negated"
        )
    if entry.lemma == "be":  # "is to visit", "is due to visit"
        after = [word.lower() for word in tree.words[child + 1 : child + 1 + len(entry.rest)]]
        return after == list(entry.rest)
    if relation in ("aux", "aux:pass", "cop"):
        return False  # "have to" governs its infinitive; the auxiliary of a perfect does not
    following = [lemma.lower() for lemma in tree.lemmas[child + 1 : child + 1 + len(entry.rest)]]
    return following == list(entry.rest)


def _told(tree: Tree, child: int, entry: ModalEntry, past: bool) -> str:
    word = tree.words[child].lower()
    if past and word in ("would", "'d", "’d"):
        return "intended"
    return entry.effect


def _modal(tree: Tree, place: int) -> bool:
    return any(tree.tags[auxiliary] == "MD" for auxiliary in tree.having(place, "aux"))
