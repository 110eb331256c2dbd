"""What: the language model's and the lexicon's word weighed together.

The model says of every word how likely it names a happening of each category, from the whole
passage; the lexicon says what its rows allow, and where the participants stand. Where both speak
their evidence is added up (in logarithms, as of two witnesses); where the lexicon is silent the
model may name a happening by itself, and one that it holds for none is left out.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from math import exp, log

import msgspec
import numpy as np
from numpy.typing import NDArray

from onrecord.codes import cameo, plover
from onrecord.codes.cues import modals
from onrecord.codes.events import EventEntry, classes_of, light_verbs
from onrecord.codes.frames import default_frame
from onrecord.language.inventories import CATEGORIES, CONTEXTS, MODES
from onrecord.reading.dates.lexicon import units
from onrecord.reading.light import light_verb, naming_verb
from onrecord.reading.tree import Tree
from onrecord.reading.what.company import arguments_of
from onrecord.reading.what.happenings import POS, Coded, Happening

LEXICON = 2.0
"""What a fitting row of the lexicon adds to its category's logarithm (fitted on dev parts)."""
DEMAND, MOST = 0.3, 8
"""What each thing that a row asks for adds, up to so many."""
ALONE = 0.5
"""What the model alone must have over "no happening", in logarithms (fitted on dev parts)."""
DUTY = 3.0
"""What "no happening" loses where the word is a duty that is laid on somebody, or a march or a
drill that somebody is to hold (by eye)."""
DESCRIBING = frozenset(("compound", "amod"))
_WHO = frozenset(("person", "actor"))
EMPTY = frozenset(("be", "have", "do", "may", "might", "can", "could", "will", "would", "shall"))
"""Verbs that say nothing by themselves of what was done."""
DONE = frozenset(("AID", "RETREAT", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"))
YIELDS = frozenset(("RETREAT", "CONCEDE"))
AHEAD = frozenset(("PROTEST", "MOBILIZE"))
INTENT = "03"  # CAMEO: express intent to cooperate
PARTS = frozenset(("obj", "nsubj:pass", "compound", "obl", "nmod", "fixed", "flat"))
SURELY_NONE = -0.05  # above this logarithm of "no happening", no category can win
SURELY_SOME = -5.0
"""Below this logarithm of "no happening" the model outweighs a lexicon that says none: the noun
in "rejected Lima's plea" is a happening of its own (fitted on dev parts)."""
LIKELY = 0.4  # a context's share from which it is told
_LIKELY = log(LIKELY / (1 - LIKELY))  # the same as the model scores it
NAMES = ("", *CATEGORIES)

Floats = NDArray[np.float32]


def weighed(
    tree: Tree, found: Sequence[Happening], *, ruled_out: Collection[int] = ()
) -> list[Happening]:
    """The happenings that lexicon and model name together, in text order.

    ruled_out: words of which the lexicon says that they name none here; only a model that is
    very sure outweighs that.
    """
    scores = tree.scores.rows.get("events")
    if scores is None:
        return [msgspec.structs.replace(item, row=item.entry) for item in found]
    logs = _log_softmax(scores)
    named = np.flatnonzero(logs[:, 0] <= SURELY_NONE).tolist()
    known = {item.head: item for item in found}
    taken = {*ruled_out, *(place for item in found for place in (item.head, *item.absorbed))}
    kept: list[Happening] = []
    for place in sorted({*known, *named}):
        item = known.get(place)
        if item is None and (
            (place in taken and logs[place][0] > SURELY_SOME)
            or tree.upos[place] not in POS
            or tree.lemmas[place].lower() in EMPTY
            or _is_nothing_done(tree, place)
            or tree.deps[place] in DESCRIBING  # "an extradition treaty", "the abducted mayors"
            or _lends(tree, place, known)
        ):
            continue
        weights = logs[_seen_at(tree, place, item, logs)].tolist()
        if item is not None and (_is_duty(tree, place) or _is_ahead(tree, item)):
            weights[0] -= DUTY
        coded = _coded(weights, item)
        if coded.best:
            kept.append(_told(tree, place, item, coded))
    return [item for item in kept if not _is_part(tree, item, kept)]


def _seen_at(tree: Tree, place: int, item: Happening | None, logs: Floats) -> int:
    """Where the model sees what a verb and its noun name together: at "hold" or at "drills"."""
    verb = naming_verb(tree, place) if item is not None and item.entry.pos == "noun" else None
    return place if verb is None or logs[place][0] <= logs[verb][0] else verb


def _is_nothing_done(tree: Tree, place: int) -> bool:
    """A person or a stretch of time: "gave the envoy 48 hours to leave" is one act."""
    lemma = tree.lemmas[place].lower()
    who = not _WHO.isdisjoint(classes_of(lemma))
    return tree.upos[place] == "NOUN" and (who or lemma in units())


def _is_duty(tree: Tree, place: int) -> bool:
    """ "The pact obliges them to send arms": what a row of the lexicon names and a treaty or a law
    lays on somebody."""
    above = tree.heads[place]
    if tree.deps[place] != "xcomp" or tree.child(above, "obj") is None:
        return False
    rows = modals(tree.lemmas[above].lower())
    return any(row.effect == "intended" and row.rest == ("to",) for row in rows)


def _is_ahead(tree: Tree, item: Happening) -> bool:
    """ "Nurses will strike", "will stage a protest": a deed of people who act that is to come."""
    verb = naming_verb(tree, item.head) if item.entry.pos == "noun" else item.head
    if verb is None or item.entry.category not in AHEAD:
        return False
    will = any(tree.lemmas[word].lower() == "will" for word in tree.having(verb, "aux"))
    return will and item.frame.subject is not None


def _is_part(tree: Tree, item: Happening, kept: Sequence[Happening]) -> bool:
    """Whether a word that the model alone names belongs to another's happening of its category:
    the object of a verb ("send troops"), the verb of an object ("ink a pact"), a compound. What an
    act is done with or to is no act whatever its category."""
    if item.row is not None:
        return _is_sent(tree, item, kept)
    kin = {
        other.head
        for other in kept
        if other.head != item.head and other.entry.category == item.entry.category
    }
    if any(_holds(other, item) for other in kept):
        return True
    above = tree.heads[item.head]
    done = {other.head for other in kept if other.entry.category in DONE}
    if tree.deps[item.head] in ("obj", "nsubj:pass") and above in done:
        return True
    if above in kin and tree.deps[item.head] in PARTS:
        return True
    known = {other.head for other in kept if other.row is not None}
    offered = {o.head for o in kept if o.row is not None and (o.row.cameo or "")[:2] == INTENT}
    if tree.deps[item.head] in ("obj", "nsubj:pass") and above in offered:
        return True  # "offered a truce": the offer alone is done
    if tree.deps[item.head] == "nsubj" and above in kin & known:
        return True  # "a bomb went off"
    return any(c in kin & known for c in tree.having(item.head, "obj", "nsubj:pass"))


def _holds(other: Happening, item: Happening) -> bool:
    """Whether a word stands among those that the lexicon takes for another happening of its
    category: "greetings" in "sent greetings", whatever the parser makes of it."""
    if other.row is None or other.entry.category != item.entry.category:
        return False
    return item.head in other.absorbed or other.first <= item.head <= other.last


def _is_sent(tree: Tree, item: Happening, kept: Sequence[Happening]) -> bool:
    """ "sent a message of condolence": the verb is a happening by its object, and the noun says
    what that object holds."""
    thing = tree.heads[item.head]
    if tree.deps[item.head] != "nmod" or tree.deps[thing] not in ("obj", "nsubj:pass"):
        return False
    return any(
        other.head == tree.heads[thing]
        and other.row is not None
        and other.row.object is not None
        and other.entry.category == item.entry.category
        for other in kept
    )


def _coded(logs: Sequence[float], item: Happening | None) -> Coded:
    weights = list(logs)
    if item is None:
        weights[0] += ALONE
    else:
        # a row that asks for more is surer of what it finds
        weight = LEXICON + DEMAND * min(item.entry.demands, MOST)
        for category in _same(item.entry):
            weights[NAMES.index(category)] += weight
    top = max(weights)
    powers = [exp(weight - top) for weight in weights]
    total = sum(powers)
    order = sorted(range(len(powers)), key=powers.__getitem__, reverse=True)[:3]
    return Coded(ranking=tuple((NAMES[at], round(powers[at] / total, 4)) for at in order))


def _told(tree: Tree, place: int, item: Happening | None, coded: Coded) -> Happening:
    """The happening with the category that weighs most."""
    if item is not None:
        entry = item.entry
        if coded.best in _same(entry):
            entry = _fuller(tree, place, entry)
        else:
            told = row_of(tree, place, entry.pos, coded.best)
            entry = msgspec.structs.replace(told, frame=entry.frame)
        return msgspec.structs.replace(item, entry=entry, row=item.entry, coded=coded)
    frame, pos = arguments_of(tree, place), POS[tree.upos[place]]
    entry = row_of(tree, place, pos, coded.best)
    first = place
    lender = naming_verb(tree, place) if pos == "noun" else None
    if lender is not None and 0 < place - lender < 6:
        first = lender
    particle = tree.child(place, "compound:prt")
    last = particle if particle is not None and place < particle < place + 3 else place
    return Happening(head=place, first=first, last=last, entry=entry, frame=frame, coded=coded)


def _same(entry: EventEntry) -> set[str]:
    """The categories that a row's happening may have in the end, as assembly gives them: promised
    it may be another; a concession that is not made is a refusal, and one that is to come, to
    the model, often an agreement (PLOVER: "future RETREAT is CONCEDE").
    """
    others = {"REJECT", "AGREE"} if entry.category in YIELDS else set()
    return {entry.category, entry.future or entry.category} | others


def _fuller(tree: Tree, place: int, entry: EventEntry) -> EventEntry:
    """A row of the lexicon with the mode and contexts that it leaves open."""
    contexts = tuple(dict.fromkeys((*entry.contexts, *_contexts(tree, place))))
    mode = entry.mode or _mode(tree, place, entry.category)
    code = entry.cameo if mode == entry.mode else cameo.best(entry.category, mode, contexts)
    return msgspec.structs.replace(entry, mode=mode, contexts=contexts, cameo=code)


def row_of(tree: Tree, place: int, pos: str, category: str) -> EventEntry:
    """A row as the lexicon would have it, from the model's heads and the category's own frame."""
    mode = _mode(tree, place, category)
    contexts = _contexts(tree, place)
    frame, future = default_frame(category, mode, pos)
    return EventEntry(
        lemma=tree.lemmas[place].lower(),
        rest=(),
        pos=pos,
        object=None,
        prep=(),
        complement="",
        category=category,
        mode=mode,
        contexts=contexts,
        cameo=cameo.best(category, mode, contexts),
        future=future or None,
        frame=frame,
    )


def _mode(tree: Tree, place: int, category: str) -> str | None:
    """The likeliest of the category's modes, or none of them."""
    allowed = plover.modes(category)
    if not allowed:
        return None
    row = tree.scores.rows["modes"][place]
    options = [0, *(MODES.index(mode) for mode in allowed)]
    best = max(options, key=lambda option: float(row[option]))
    return MODES[best] if best else None


def _contexts(tree: Tree, place: int) -> tuple[str, ...]:
    told = np.flatnonzero(tree.scores.rows["contexts"][place] > _LIKELY)
    return tuple(CONTEXTS[at] for at in told.tolist())


def _lends(tree: Tree, place: int, known: dict[int, Happening]) -> bool:
    """Whether a verb only carries a noun that is on record ("launched an attack", "came under
    attack")."""
    if any(light_verb(tree, noun) == place for noun in tree.having(place, "obj") if noun in known):
        return True
    under = (noun for noun in tree.having(place, "obl") if noun in known)
    return any(f"{tree.lemmas[place]} {tree.case(noun)}" in light_verbs() for noun in under)


def _log_softmax(scores: Floats) -> Floats:
    shifted = scores - scores.max(axis=1, keepdims=True)
    result: Floats = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    return result
