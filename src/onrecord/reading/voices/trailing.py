"""A sentence and whoever told it, behind a comma: "Gunmen attacked a bus, two drivers said".

Read off the words themselves, since long sentences are where trees go wrong: a comma, a
nominal, a verb of utterance, and behind it no clause of its own. What stands before it in its
part of the sentence is its content, and what goes on behind it where the told clause does.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from onrecord.codes.cues import CueEntry, cues
from onrecord.codes.steering import having
from onrecord.reading.frames import hands_on
from onrecord.reading.tree import Tree
from onrecord.reading.voices.citing import Attribution
from onrecord.reading.voices.naming import clean, named

_FINITE = frozenset(("VBD", "VBZ", "VBP", "VBN"))
_NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "NUM"))
_OPENS = frozenset(("DET", "NOUN", "PROPN", "PRON", "ADJ", "NUM"))
_BREAKS = frozenset((";", ":", "—", "–", "--"))
_RELATIVE = frozenset(("who", "which", "whom", "whose", "that", "where", "what"))
LONGEST = 25  # words between the comma and the verb
INNER = 5  # words of the beginning of a clause that its teller interrupts


def trailing(tree: Tree, quoted: set[int]) -> Iterator[Attribution]:
    """Every attribution of that form, outside quotations, in the order of the cues."""
    for start, end in tree.sentences:
        bounds = [p for p in range(start, end) if tree.words[p] in _BREAKS and p not in quoted]
        edges = [start - 1, *bounds, end]
        for low, high in pairwise(edges):
            yield from _part(tree, low + 1, high, quoted)


def _part(tree: Tree, start: int, end: int, quoted: set[int]) -> Iterator[Attribution]:
    commas = [p for p in range(start, end) if tree.words[p] == "," and p not in quoted]
    for cue in range(commas[0] + 1 if commas else end, end):
        if cue in quoted or tree.tags[cue] not in _FINITE:
            continue
        entry = _utterance(tree, cue)
        opening = _opening(tree, commas, cue) if entry is not None else None
        if entry is None or opening is None:
            continue
        behind = _tail(tree, cue + len(entry.rest), end)
        if behind is None or not _is_clause(tree, start, opening):
            continue
        head = None if _is_nobodys(tree, cue) else _head(tree, opening + 1, cue)
        source = () if head is None else (_source(tree, head, opening, cue),)
        first = inner_start(tree, start, opening)
        words = {*range(first, opening), *_going_on(tree, first, opening, behind, end, cue)}
        if tree.upos[opening - 1] == "CCONJ" and behind < end - 1:
            # "received them and, they said, promised help": what is told is what comes then
            words = set(_up_to_turn(tree, behind + 1, end))
        start = behind  # what the next one tells begins behind this one
        if head is not None or _is_nobodys(tree, cue):
            yield Attribution(
                cue=(cue, cue),
                cue_head=cue,
                stance=entry.stance,
                entry=entry,
                source_head=head,
                source=source,
                content=clean(tree, words),
                form="sentence",
            )


def inner_start(tree: Tree, start: int, opening: int) -> int:
    """Where the clause begins that the comma at ``opening`` interrupts: "who, the army says,
    were ..." tells of nothing before "who"; else the start of it all."""
    for place in range(opening - 1, max(start, opening - INNER) - 1, -1):
        if tree.upos[place] in ("VERB", "AUX"):
            return start
        if tree.lemmas[place].lower() in _RELATIVE or tree.upos[place] == "SCONJ":
            before = place - 1  # "during which", "one of whom"
            while before > start and tree.upos[before] in ("ADP", "NUM"):
                before -= 1
            return before + 1 if before >= start else start
    return start


def _utterance(tree: Tree, cue: int) -> CueEntry | None:
    helped = tree.tags[cue] == "VBN" and tree.child(cue, "aux", "aux:pass") is not None
    if helped and not _is_nobodys(tree, cue):
        return None
    entries = cues(tree.lemmas[cue].lower(), "verb")
    fitting = (
        e
        for e in entries
        if (e.reports or (e.stance == "believes" and e.factive == "no"))
        and not e.copular
        and _stands(tree, cue, e.rest)
    )
    return next((e for e in fitting if e.content & {"clause", "quote"}), None)


def _is_nobodys(tree: Tree, cue: int) -> bool:
    """ "The envoy, it was whispered, had fled": told, but by nobody."""
    subjects = tree.having(cue, "nsubj", "nsubj:pass", "expl")
    passive = tree.tags[cue] == "VBN" and tree.child(cue, "aux:pass") is not None
    return passive and any(tree.lemmas[p].lower() == "it" for p in subjects)


def _stands(tree: Tree, cue: int, rest: tuple[str, ...]) -> bool:
    """Whether the further words of a row follow the verb ("the papers have it")."""
    return tuple(word.lower() for word in tree.words[cue + 1 : cue + 1 + len(rest)]) == rest


def _opening(tree: Tree, commas: list[int], cue: int) -> int | None:
    """The comma before the nominal that speaks; an apposition may stand between commas."""
    before = [p for p in commas if p < cue]
    if before and before[-1] == cue - 1:
        before = before[:-2]
    cue = min([cue, *tree.having(cue, "aux", "aux:pass")])  # "it has been whispered"
    for comma in reversed(before[-3:]):
        first = comma + 1
        if tree.words[first].lower() == "or" and tree.words[first + 1].lower() == "so":
            first += 2
        if cue - first > LONGEST or first >= cue:
            return None
        if tree.upos[first] not in _OPENS or tree.lemmas[first].lower() in _RELATIVE:
            continue
        if _describes(tree, first, cue):
            continue
        return comma if _is_nominal(tree, first, cue) else None
    return None


def _describes(tree: Tree, first: int, cue: int) -> bool:
    """ "a step that the king called wise", "a gift announced in May": the verb only describes
    the nominal, of which nothing else is said."""
    if tree.deps[cue] == "acl" and first <= tree.heads[cue] < cue:
        return True
    relative = next((p for p in range(first, cue) if tree.tags[p] in ("WDT", "WP", "WP$")), cue)
    return relative < cue and not any(
        tree.tags[p] in ("VBD", "VBZ", "VBP", "MD") for p in range(relative, cue)
    )


def _is_nominal(tree: Tree, first: int, cue: int) -> bool:
    """Whether nothing but a nominal stands there; it may be described by a relative clause."""
    described = False
    for place in range(first, cue):
        if tree.lemmas[place].lower() in _RELATIVE:
            described = True
        if tree.upos[place] in ("SCONJ", "PART") and not described and tree.words[place] != "'s":
            return False
        finite = tree.upos[place] == "AUX" or tree.tags[place] in ("VBD", "VBZ", "VBP", "MD")
        if finite and not described and tree.deps[place] != "acl":
            return False
    return True


def _head(tree: Tree, first: int, cue: int) -> int | None:
    """The noun of the nominal before the verb: the one that hangs outside it."""
    nouns = [p for p in range(first, cue) if tree.upos[p] in _NOMINAL]
    own = [p for p in nouns if tree.heads[p] == cue and tree.deps[p].startswith("nsubj")]
    outside = [p for p in nouns if not first <= tree.heads[p] < cue]
    return next(iter([*own, *outside, *nouns]), None)


def _source(tree: Tree, head: int, opening: int, cue: int) -> tuple[int, int]:
    first, last = named(tree, head)
    return max(first, opening + 1), min(max(last, head), cue - 1)


def _tail(tree: Tree, cue: int, end: int) -> int | None:
    """Where what belongs to the verb ends; None where a clause of its own follows."""
    described = _described(tree, cue, end)
    for place in range(cue + 1, end):
        if place in described:
            continue
        if tree.words[place] in (",", ".", "!", "?"):
            return place
        told = tree.upos[place] in ("VERB", "AUX") and tree.deps[place] not in ("acl", "amod")
        if told or tree.upos[place] == "SCONJ" or tree.words[place] in '"“”:':
            return None
        if tree.upos[place] == "PRON" and tree.lemmas[place].lower() in _RELATIVE:
            return None
    return end


def _described(tree: Tree, cue: int, end: int) -> set[int]:
    """The clauses that describe a noun behind the verb ("said in a letter that came late")."""
    return {
        word
        for place in range(cue + 1, end)
        if tree.deps[place] == "acl:relcl" and cue < tree.heads[place] < place
        for word in tree.descendants(place)
    }


def _is_clause(tree: Tree, start: int, opening: int) -> bool:
    """Whether what stands before can be told: a verb, or a subject whose verb comes behind."""
    places = range(start, opening)
    if any(tree.upos[p] in ("VERB", "AUX") and tree.tags[p] != "VBG" for p in places):
        return True
    first = next((p for p in places if tree.upos[p] not in ("SPACE", "PUNCT")), None)
    return first is not None and tree.upos[first] in _OPENS


def _going_on(tree: Tree, start: int, opening: int, behind: int, end: int, cue: int) -> range:
    """What belongs to the told clause behind its teller."""
    nothing = range(0)
    if behind >= end - 1 or tree.words[behind] != ",":
        return nothing
    first = behind + 1
    if tree.upos[first] == "CCONJ" and tree.lemmas[first] == "and":
        first += 1
        if acts(tree, cue, first):
            return nothing
        while first < end and tree.upos[first] == "ADV":
            first += 1
        joined = first < end and (
            tree.tags[first] in ("VBD", "VBZ", "VBP", "VBN", "MD", "PRP")
            or tree.lemmas[first].lower() == "one"
        )
        return _up_to_turn(tree, behind + 1, end) if joined else nothing
    means = (
        first + 1 < end and tree.tags[first] == "IN" and tree.tags[first + 1] == "VBG"
    )  # ", he says, by threatening"
    if tree.lemmas[first].lower() in having("turn") or tree.upos[first] == "CCONJ":
        return nothing
    if tree.words[first].lower() == "that" and tree.upos[first] == "SCONJ":
        return _up_to_turn(tree, first, end)  # "He hoped, he added, that ..."
    if tree.upos[first] == "SCONJ" and not means:
        return nothing
    told = any(
        tree.upos[p] in ("VERB", "AUX") and tree.tags[p] not in ("VBG", "VBN")
        for p in range(start, opening)
    )
    if means or (tree.upos[first] == "ADP" and tree.deps[first] == "case"):
        return _up_to_turn(tree, first, end)
    opened = tree.upos[start] in ("SCONJ", "AUX") or tree.tags[start] == "MD"
    return nothing if told and not opened else _up_to_turn(tree, first, end)


def acts(tree: Tree, cue: int, place: int) -> bool:
    """ "..., the minister said, and blamed the rebels": what he does by speaking is his own."""
    while tree.upos[place] in ("CCONJ", "ADV"):
        place += 1
    own = tree.deps[place] == "conj" and tree.heads[place] == cue
    return own and any(entry.reports for entry in cues(tree.lemmas[place].lower(), "verb"))


def resumed(tree: Tree, cue: int, end: int) -> Iterator[range]:
    """Where, behind its teller, a told clause may go on: from the comma that closes the aside to
    the end of the sentence, in parts between the commas where the sentence turns."""
    first = next((p for p in range(cue + 1, end) if tree.words[p] == ","), end)
    while first + 1 < end:
        part = range(first + 1, _up_to_turn(tree, first + 1, end).stop)
        yield part
        first = part.stop


def says_more(tree: Tree, cue: int, place: int, told: set[int]) -> bool:
    """ "..., the bishop said, urging both sides to talk": what he does by it is not told by him.

    told: the words that the model holds for told.
    """
    if not tree.words[place].endswith("ing") or tree.upos[place] != "VERB":
        return False
    if is_told_on(tree, cue, place):
        return False
    says = any(entry.reports for entry in cues(tree.lemmas[place].lower(), "verb"))
    return says or (tree.heads[place] == cue and place not in told)


def is_told_on(tree: Tree, cue: int, place: int) -> bool:
    """ "..., the agency said, hailing the pact": a participle that goes with what is told."""
    return (
        tree.tags[place] == "VBG"
        and tree.lemmas[place] not in having("adding")
        and tree.child(place, "nsubj") is None
        and hands_on(tree, cue)
    )


def _up_to_turn(tree: Tree, first: int, end: int) -> range:
    """The words up to a comma behind which the sentence turns ("but", "yet", "while")."""
    for place in range(first, end - 1):
        if tree.words[place] == "," and tree.lemmas[place + 1].lower() in having("turn"):
            return range(first, place)
    return range(first, end)
