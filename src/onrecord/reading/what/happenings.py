"""What: the words that name a happening, and the PLOVER category that they then have.

A verb, noun or adjective names one if a row of the event lexicon fits the company it keeps
(``company.py``). The row that asks for most wins, so "sign" is no happening but "sign a
pact" is. What is promised, requested, refused or threatened can change what the promise,
request, refusal or threat is (``codes/composition.py``).

Still simple: the lexicon alone decides; a word that it does not hold names nothing.
"""

from __future__ import annotations

import msgspec

from onrecord.codes.composition import OUTER, compose
from onrecord.codes.events import EventEntry, events
from onrecord.language.lemmas import lemma as lemma_of
from onrecord.reading.frames import Frame
from onrecord.reading.light import naming_verb
from onrecord.reading.status.commitment import is_negated
from onrecord.reading.tree import Tree
from onrecord.reading.what.company import Classes, Company, arguments_of, clause_of
from onrecord.reading.what.hyphens import HYPHENS, hyphenated
from onrecord.record import Part

POS = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "PROPN": "noun", "ADJ": "adj"}
# what a parse may have taken them for: a gerund that is a noun, a participle that is an adjective
OTHERWISE = {"VBG": "noun", "VBN": "adj"}
HELPING = frozenset(("aux", "aux:pass", "cop"))
WITHIN = frozenset(("DET", "PRON", "ADJ", "NUM", "ADP"))
DONE = frozenset(("PROTEST", "SANCTION", "COERCE", "ASSAULT", "MOBILIZE"))
JUDGING = frozenset(("ACCUSE", "SUPPORT"))
ALLEGING = frozenset(("allege", "investigate"))  # what is only alleged is nobody's fact
PARTS = ("verb", "noun", "adj")


class Coded(msgspec.Struct, frozen=True, kw_only=True):
    """A word's categories by weight: (category, or "" for none; share). Shares sum to one."""

    ranking: tuple[tuple[str, float], ...]

    @property
    def best(self) -> str:
        """The category that weighs most, or ""."""
        return self.ranking[0][0]


class Happening(msgspec.Struct, frozen=True, kw_only=True):
    """A word that names a happening, with the row that says so and its arguments.

    head is the naming word; first and last bound its trigger (with the light verb that
    carries a noun, a particle, the noun that a verb needs). entry is what it is coded as; row
    what the lexicon alone would have it, None where it is silent; coded how model and lexicon
    weighed its categories (``coded.py``).
    """

    head: int
    first: int
    last: int
    entry: EventEntry
    frame: Frame
    absorbed: tuple[int, ...] = ()
    row: EventEntry | None = None
    coded: Coded | None = None

    def trigger(self, tree: Tree) -> Part:
        return tree.part(self.first, self.last)


class Named(msgspec.Struct, frozen=True, kw_only=True):
    """What the lexicon says of a report: the happenings that it names, in text order, and the
    words that it knows and that name none here (an idiom, a match, a part of another's trigger).
    """

    happenings: list[Happening]
    ruled_out: frozenset[int]


def happenings(tree: Tree, classes: Classes) -> Named:
    """Every happening that the lexicon finds in the report.

    classes: the kinds of actor (``actor``, ``person``, ``place`` ...) that the name at a
    position belongs to, beyond what its lemma says.
    """
    company = Company(tree, classes)
    joined = hyphenated(tree)
    found: dict[int, Happening] = {}
    absorbed: set[int] = set()
    for place, upos in enumerate(tree.upos):
        if place in joined:
            happening = _joined(company, place, *joined[place])
        elif upos in POS:
            happening = _at(company, place, POS[upos])
        else:
            continue
        if happening is not None:
            found[place] = happening
            absorbed.update(happening.absorbed)
    kept = {
        place: item
        for place, item in found.items()
        # "an extradition treaty" is a treaty
        if place not in absorbed
        and not (tree.deps[place] == "compound" and tree.heads[place] in found)
    }
    told = _composed(tree, _with_means(kept))
    known = {*found, *absorbed, *company.elsewhere} - {item.head for item in told}
    return Named(happenings=told, ruled_out=frozenset(known))


# -- one word -------------------------------------------------------------------------


def _at(company: Company, place: int, pos: str) -> Happening | None:
    tree = company.tree
    if pos == "verb" and (tree.deps[place] in HELPING or _describes(tree, place)):
        return None
    entries = events(tree.lemmas[place].lower(), pos)
    happening = _first(company, place, entries) if entries else None
    if happening is None and tree.tags[place] in OTHERWISE and tree.child(place, "aux") is None:
        other = OTHERWISE[tree.tags[place]]
        return _first(company, place, events(tree.words[place].lower(), other))
    return happening


def _describes(tree: Tree, place: int) -> bool:
    """ "the displaced families": a state of theirs. After a name a parse may be wrong."""
    return tree.deps[place] in ("amod", "compound") and place > 0 and tree.upos[place - 1] in WITHIN


def _first(
    company: Company,
    place: int,
    entries: tuple[EventEntry, ...],
    span: tuple[int, int] | None = None,
) -> Happening | None:
    """The most demanding of the rows that fit."""
    if not entries:
        return None
    arguments = arguments_of(company.tree, place)
    for entry in entries:
        happening = _fit(company, place, entry, arguments, span or (place, place))
        if happening is not None:
            if entry.category and not company.is_elsewhere(place, happening.frame):
                return happening
            company.elsewhere.add(place)
            return None
    return None


def _fit(
    company: Company, place: int, entry: EventEntry, arguments: Frame, span: tuple[int, int]
) -> Happening | None:
    tree = company.tree
    first, last = span
    absorbed: list[int] = []
    if entry.rest:
        rest = company.rest(place, entry, arguments)
        if rest is None:
            return None
        first, last = min(first, *rest), max(last, *rest)
        absorbed.extend(rest)
        arguments = _of_last(tree, rest, arguments)
        if arguments.object in rest:  # "take effect": the object is one of the row's own words
            arguments = msgspec.structs.replace(arguments, object=None)
    if entry.object is not None:
        target = _object(entry, arguments)
        if not company.object(entry.object, target, arguments):
            return None
        told = _told_by(tree, target, entry) if entry.pos == "verb" and target is not None else []
        absorbed.extend(told)
        for part in told:
            last = max(last, part) if part < last + 5 else last
    if entry.prep and not company.prepositions(place, arguments, entry):
        return None
    if entry.complement:
        clause = clause_of(tree, place, arguments)
        if clause is None or (entry.complement == "to" and tree.tags[clause] != "VB"):
            return None
        arguments = msgspec.structs.replace(arguments, clause=clause)
    if entry.pos == "noun":
        lender = naming_verb(tree, place)
        if lender is not None and 0 < place - lender < 6:
            first = min(first, lender)
    return Happening(
        head=place, first=first, last=last, entry=entry, frame=arguments, absorbed=tuple(absorbed)
    )


def _of_last(tree: Tree, rest: list[int], arguments: Frame) -> Frame:
    """In "threaten to expel X from Y" object and phrases are those of the last verb."""
    verb = next((place for place in reversed(rest) if tree.upos[place] == "VERB"), None)
    if verb is None:
        return arguments
    return msgspec.structs.replace(arguments_of(tree, verb), subject=arguments.subject)


def _object(entry: EventEntry, arguments: Frame) -> int | None:
    if entry.pos == "verb":
        return arguments.object
    if entry.pos == "noun":
        of = arguments.oblique("of")
        return of if of is not None else arguments.oblique("origin")
    return arguments.subject


def _told_by(tree: Tree, target: int, entry: EventEntry) -> list[int]:
    """The words of an object that names a happening, where it is part of the verb's ("cancel a
    visit", "lift a state of emergency"), not one of its own that the verb judges ("condemn the
    killing")."""
    own = events(tree.lemmas[target].lower(), "noun")
    inner = [word for word in tree.having(target, "nmod") if tree.case(word) == "of"]
    words = [target]
    if not own and inner:  # "state of emergency"
        words.append(inner[0])
        rows = events(tree.lemmas[inner[0]].lower(), "noun")
        own = tuple(row for row in rows if tree.lemmas[target].lower() in row.rest)
    judges = entry.category in JUDGING and entry.mode not in ALLEGING
    return words if own and not (judges and any(row.category in DONE for row in own)) else []


# -- hyphens --------------------------------------------------------------------------


def _joined(company: Company, place: int, first: int, last: int, head: int) -> Happening | None:
    """The happening that a hyphenated word names, at its head; else that of its last word."""
    if place not in (head, last):
        return None
    tree = company.tree
    before = [word for word in tree.words[first:last] if word not in HYPHENS]
    end = tree.words[last]
    ends = (tree.lemmas[last].lower(), lemma_of(end, "NNS"), lemma_of(end, "VBD"))
    for joint in ("-", ""):
        for end in ends:
            word = joint.join([*before, end]).lower()
            for pos in PARTS:
                entries = events(word, pos)
                if entries:
                    return _first(company, head, entries, (first, last)) if place == head else None
    if place != last or tree.deps[head] in ("amod", "compound") or tree.upos[last] not in POS:
        return None  # "war-torn", "attack-prone": a quality, not a happening
    return _at(company, last, POS[tree.upos[last]])


def _with_means(found: dict[int, Happening]) -> dict[int, Happening]:
    """ "a suicide bomber killed", "a car bomb exploded": one act, the noun says by what means."""
    kept = dict(found)
    for place, item in found.items():
        means = found.get(item.frame.subject) if item.frame.subject is not None else None
        if means is None or item.entry.pos != "verb" or means.entry.pos != "noun":
            continue
        if means.entry.category == item.entry.category == "ASSAULT":
            kept.pop(means.head, None)
            mode = item.entry.mode or means.entry.mode
            kept[place] = msgspec.structs.replace(
                item, entry=msgspec.structs.replace(item.entry, mode=mode)
            )
    return kept


# -- promises, requests, refusals, threats ---------------------------------------------


def _composed(tree: Tree, found: dict[int, Happening]) -> list[Happening]:
    """Happenings in text order, those with another happening as their content read by it."""
    absorbed: set[int] = set()
    for place, item in found.items():
        if item.entry.category not in OUTER or item.entry.mode is not None:
            continue
        content = _content(tree, item, found)
        if content is None:
            continue
        entry = compose(item.entry, content.entry)
        frame = item.frame
        if entry.category == "THREATEN" and item.entry.category != "THREATEN":
            if is_negated(tree, content.head):
                continue  # "promised not to expel him" is no threat
            frame = msgspec.structs.replace(content.frame, subject=item.frame.subject)
            absorbed.add(content.head)
        found[place] = msgspec.structs.replace(item, entry=entry, frame=frame)
    return [item for place, item in sorted(found.items()) if place not in absorbed]


def _content(tree: Tree, item: Happening, found: dict[int, Happening]) -> Happening | None:
    """The happening that a to-clause tells; a that-clause may tell anybody's acts."""
    clause = clause_of(tree, item.head, item.frame)
    if clause is None:
        return None
    if tree.tags[clause] != "VB" and item.entry.category != "REQUEST":
        return found.get(clause) if _is_announced(tree, clause) else None
    return found.get(clause)


def _is_announced(tree: Tree, clause: int) -> bool:
    """ "warned that they will be crushed": by whoever warns, since nobody else is named."""
    return (
        tree.is_passive(clause)
        and tree.child(clause, "obl:agent") is None
        and any(tree.lemmas[c] in ("will", "shall", "would") for c in tree.having(clause, "aux"))
    )
