"""Whoever a headline's colon, last dash or brackets cite: "Police: gunmen attacked a bus", "Gunmen
attacked a bus: police", "Gunmen attacked a bus - police", "'Gunmen attacked a bus' (police)".

What stands alone on one side must be somebody who can speak, or the name of what is told
("Report: ..."); the other side must hold a verb or be a quotation. A place's name on its own is
taken for the topic or the dateline ("Sudan: ...", "Baghdad: ..."), though a government may be
meant; so is a name that may be a place's where the sentence has a teller of its own.
"""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.codes.actors import resolve
from onrecord.codes.countries import is_seat
from onrecord.codes.cues import cues
from onrecord.codes.gazetteer import lookup
from onrecord.reading.tree import SUBJECTS, Tree
from onrecord.reading.voices.citing import Attribution
from onrecord.reading.voices.naming import QUOTES, clean
from onrecord.record import Stance

LONGEST = 10  # words before a colon: "UN refugee agency chief in South Sudan"
LONGEST_BEHIND = 5  # behind it stand bare nouns; longer ones list what was spoken of
_SPEAKERS = frozenset(("person", "group", "organisation", "people"))
_LISTED = frozenset(("DET", "NUM", "CCONJ", "ADP"))  # "three arrested: a lawyer and two monks"
_MARKS = frozenset((":", "-", "–", "—", "--", "("))
_SEAMS = frozenset((";", ":", "(", ")"))  # a headline's parts


def by_colon(tree: Tree) -> Iterator[Attribution]:
    """Every attribution that a colon or dash makes, in their order."""
    marks = [at for at, word in enumerate(tree.words) if word in _MARKS]
    for place in marks:
        if not 0 < place < len(tree) - 1:
            continue
        found = None
        if tree.words[place] == ":":
            found = _before(tree, place) or _behind(tree, place)
        elif tree.words[place] == "(":
            found = _in_brackets(tree, place)
        elif tree.ends[place - 1] < tree.begins[place]:
            found = _behind(tree, place) or _ahead(tree, place)
        if found is not None and found.content:
            yield found


def _before(tree: Tree, colon: int) -> Attribution | None:
    start, end = tree.sentence(colon - 1)[0], tree.sentence(colon + 1)[1]
    if colon - start > LONGEST:
        return None
    first, last = tree.visible(start, colon - 1)
    if tree.upos[first] == "ADP":
        return None
    return _cited(tree, colon, (first, last), (colon + 1, end - 1))


def _ahead(tree: Tree, dash: int) -> Attribution | None:
    """ "Police - Rebels kidnapped two nuns": a name or an office alone before a headline dash, and
    none of what a dateline holds."""
    start, end = tree.sentence(dash - 1)[0], tree.sentence(dash + 1)[1]
    before, behind = tree.words[start:dash], tree.words[dash + 1 : end]
    if len(before) > LONGEST_BEHIND or any(word in ".!?" for word in behind):
        return None  # a headline ends without a stop
    plain = all(word[0].isalpha() or word == "'s" for word in before)
    return _before(tree, dash) if plain and not tree.words[start].isupper() else None


def _behind(tree: Tree, colon: int) -> Attribution | None:
    start, end = tree.sentence(colon - 1)[0], tree.sentence(colon + 1)[1]
    if end - colon > LONGEST_BEHIND + 2:
        return None
    first, last = tree.visible(colon + 1, end - 1)
    behind = range(first, end)
    if last - first >= LONGEST_BEHIND or any(tree.words[p] in ".!?" for p in behind):
        return None  # a headline ends without a stop
    if any(tree.upos[p] in _LISTED for p in behind):
        return None
    return _cited(tree, colon, (first, last), (start, colon - 1))


def _in_brackets(tree: Tree, opening: int) -> Attribution | None:
    """ "'Journalist freed' (lawyer); 'Not freed' (mother)": each part's own teller, by a common
    noun, since a name in brackets is mostly an abbreviation of what stands before."""
    behind = range(opening + 1, min(opening + LONGEST_BEHIND + 2, len(tree)))
    closing = next((p for p in behind if tree.words[p] == ")"), None)
    if closing is None or closing == opening + 1:
        return None
    ends = closing + 1 == len(tree) or tree.words[closing + 1] == ";"
    if not ends and tree.upos[closing + 1] != "SPACE":
        return None
    first = opening
    while first > 0 and tree.words[first - 1] not in _SEAMS and tree.upos[first - 1] != "SPACE":
        first -= 1
    if not tree.words[closing - 1].islower() and tree.words[opening - 1] not in QUOTES:
        return None
    return _cited(tree, opening, (opening + 1, closing - 1), (first, opening - 1))


def _cited(
    tree: Tree, colon: int, source: tuple[int, int], said: tuple[int, int]
) -> Attribution | None:
    quoted = any(tree.words[p] in QUOTES for p in said)
    if _has_verb(tree, *source) or not (quoted or _has_verb(tree, *said)):
        return None
    head = next(
        (p for p in range(source[0], source[1] + 1) if not source[0] <= tree.heads[p] <= source[1]),
        next((p for p in range(*source) if tree.heads[p] == p), source[1]),
    )
    stance = _stance(tree, source, head)
    if stance is None or (_is_anywhere(tree, source) and _has_teller(tree, *said)):
        return None
    return Attribution(
        cue=(colon, colon),
        cue_head=colon,
        stance=stance,
        entry=None,
        source_head=head,
        source=(source,),
        content=clean(tree, range(said[0], said[1] + 1)),
        form="sentence",
    )


def _is_anywhere(tree: Tree, source: tuple[int, int]) -> bool:
    """Whether a lone name may be a place's, though nobody knows it for one ("Multan: ...")."""
    name = tree.part(*source).text
    return resolve(name) is None and bool(lookup(name))


def _has_teller(tree: Tree, first: int, last: int) -> bool:
    """Whether what is said has a verb of saying of its own outside quotations."""
    return any(
        tree.upos[place] == "VERB"
        and tree.child(place, *SUBJECTS) is not None
        and any(e.reports and "clause" in e.content for e in cues(tree.lemmas[place], "verb"))
        for place in range(first, last + 1)
    )


def _has_verb(tree: Tree, first: int, last: int) -> bool:
    # "United" of a name is tagged as a participle
    return any(
        tree.upos[place] in ("VERB", "AUX") and not tree.doc[place].ent_type_
        for place in range(first, last + 1)
    )


def _stance(tree: Tree, source: tuple[int, int], head: int) -> Stance | None:
    """The stance of what somebody or something says there; None where it says nothing."""
    for entry in cues(tree.lemmas[head].lower(), "noun"):
        if entry.reports and entry.stance in ("says", "alleges"):
            return entry.stance
    who = resolve(tree.part(*source).text)
    if who is not None and who.kind == "state":
        # nobody files a report from a palace: "Kremlin: ..." is no dateline
        is_place = tree.doc[head].ent_type_ == "PLACE" and not is_seat(tree.part(*source).text)
        return None if is_place else "says"
    if who is not None and who.kind is not None:
        return "says" if who.kind in _SPEAKERS else None
    return "says" if tree.doc[head].ent_type_ in ("PERSON", "ORG") else None
