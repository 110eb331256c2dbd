"""Words on record that hold no happening: a STATEMENT for each saying, belief or wish.

"X said that Y" with a happening Y is one record, for Y; this file makes the records of
what is left: what is said but names no PLOVER happening.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from onrecord.codes.cues import CueEntry, modals
from onrecord.codes.steering import having
from onrecord.reading.answers import Answers
from onrecord.reading.status.commitment import is_negated, stance_status
from onrecord.reading.status.learned import on_record
from onrecord.reading.tree import Tree
from onrecord.reading.voices.attributions import Attribution
from onrecord.reading.voices.chains import counts, over
from onrecord.reading.voices.entries import entry_of
from onrecord.record import Entity, Record, record_id

ATTITUDES = frozenset(("wishes", "believes"))
MARKS = frozenset('“"')  # that open a quotation
ASIDES = frozenset(("acl:relcl", "advcl", "advcl:relcl"))
WORTH, LONE = 0.2, 0.3
"""The model's share of a saying on record from which one is: in a report of happenings, whose
speakers are mostly those who act in it, and in one that has none, where most talk is of prices,
weather and matches (fitted on dev parts)."""
OFFICIAL, OFFICIAL_LONE = 0.002, 0.08
"""The same for what office holders, parties and forces say (fitted on these and on real news)."""
PUBLIC = frozenset(("GOV", "LEG", "JUD", "PTY", "OPP", "MIL", "IGO", "UNO", "ELI", "REB", "COP"))
SHORTEST = 3  # words of content: "said so", "hopes not" put nothing on record


def statements(answers: Answers, heads: Sequence[int]) -> list[tuple[int, Record]]:
    """(cue, record) of each; heads: the words of the happenings on record, sorted."""
    cues = {item.cue_head: item for item in answers.voices}
    named = set(heads)
    found = []
    for item in answers.voices:
        if item.source_head is None or item.size < SHORTEST or item.cue_head in named:
            continue
        if _holds_any(answers.tree, item, heads) or not _is_worded(answers.tree, item, item.entry):
            continue
        if _is_unsaid(answers.tree, item):
            continue
        inner = cues.get(_top(answers.tree, item))
        said = counts(answers.voices, item) or _is_quoted(answers.tree, item)
        if not said or (inner and counts(answers.voices, inner)):
            continue  # "said he hopes that ...": the hope is on record, not the saying of it
        record = _statement(answers, item)
        if record is not None and _is_worth_it(answers, record, item.cue_head, bool(heads)):
            found.append((item.cue_head, record))
    return found


def _is_worth_it(answers: Answers, record: Record, cue: int, happens: bool) -> bool:
    """Whether the model holds a saying for one on record; happens: the report tells of acts."""
    share = on_record(answers.tree, cue)
    if share is None:
        return True
    if any(actor.sector in PUBLIC for actor in record.actors):
        return share >= (OFFICIAL if happens else OFFICIAL_LONE)
    return share >= (WORTH if happens else LONE)


def _statement(answers: Answers, item: Attribution) -> Record | None:
    tree = answers.tree
    chain = over(answers.voices, item.cue_head, said=item)
    outer = chain[:-1]
    actors = answers.sources(item, answers.speaker(outer))
    if not actors:
        return None
    trigger = tree.part(item.cue_head, item.cue_head)
    return Record(
        id=record_id(answers.report_id, trigger.span, "STATEMENT"),
        report=answers.report_id,
        event="STATEMENT",
        cameo="010",
        actors=actors,
        recipients=_addressees(answers, item, actors),
        when=answers.times.of(
            item.cue_head, barred=[known.cue_head for known in outer], material=False
        ),
        status=stance_status(chain),
        negated=False,
        voices=[answers.voice(known) for known in chain if known.source],
        quotes=answers.quoted_in(item.content),
        trigger=trigger,
        evidence=answers.evidence(item.cue_head),
        confidence=0.0,  # weighed when the record is whole
    )


def _addressees(answers: Answers, item: Attribution, actors: list[Entity]) -> list[Entity]:
    """To whom it is said: "told MPs", "wrote to the court", "said in a letter to the court",
    "speaking to MPs, said"; the press only hands it on."""
    tree, cue = answers.tree, item.cue_head
    if tree.upos[cue] != "VERB" or tree.is_passive(cue):
        return []
    places = [place for verb in (cue, *_speaking(tree, cue)) for place in _hearers(tree, verb)]
    speakers = {entity.name for entity in actors}
    return [
        entity
        for place in places
        for entity in answers.who.entities(place, actors)
        if entity.kind != "place" and entity.sector != "JRN" and entity.name not in speakers
    ]


def _speaking(tree: Tree, cue: int) -> list[int]:
    """Other verbs that tell of the same saying ("speaking to reporters")."""
    return [
        verb
        for verb in tree.having(cue, "advcl")
        if tree.tags[verb] == "VBG" and tree.lemmas[verb].lower() in having("speaking")
    ]


def _hearers(tree: Tree, verb: int) -> list[int]:
    """Whom a verb of saying, or the letter or speech in which it is said, addresses."""
    told = tree.having(verb, "iobj")
    if not told and tree.lemmas[verb].lower() in having("addressing"):
        told = tree.having(verb, "obj")
    said = tree.having(verb, "obl")
    words = [noun for noun in said if (entry := entry_of(tree, noun)) is not None and entry.reports]
    inside = [place for noun in words for place in tree.having(noun, "nmod")]
    return [*told, *(place for place in (*said, *inside) if tree.case(place) == "to")]


def _holds_any(tree: Tree, item: Attribution, heads: Sequence[int]) -> bool:
    """Whether one of the sorted positions stands in the content, and not only in an aside of it:
    who says that the year when rebels fell was a good one makes a statement of the year."""
    for first, last in item.content:
        for head in heads[bisect_left(heads, first) : bisect_right(heads, last)]:
            if not _is_aside(tree, item, head):
                return True
    return False


def _is_aside(tree: Tree, item: Attribution, place: int) -> bool:
    """Whether a word stands in a clause that only describes something in the content."""
    for word in (place, *tree.ancestors(place)):
        above = tree.heads[word]
        if above == word or above not in item.words:
            return False
        if tree.deps[word] in ASIDES:
            return True
    return False


def _is_quoted(tree: Tree, item: Attribution) -> bool:
    """ "recalling the “long road”": the object of an utterance is in its speaker's words."""
    if item.entry is None or not item.entry.reports or not item.source:
        return False
    return any(
        tree.words[place] in MARKS
        for first, last in item.content
        for place in range(first, last + 1)
    )


def _is_unsaid(tree: Tree, item: Attribution) -> bool:
    """ "has not commented on the report that ...": nothing is said there."""
    if is_negated(tree, item.cue_head):
        return True
    top = _top(tree, item) if item.content else item.cue_head
    if tree.lemmas[top].lower() in having("anonymity") and tree.is_passive(top):
        return True  # "who asked not to be named" tells of the source, not of what it said
    return any(
        entry.effect == "negated" and entry.pos in ("part", "adv")
        for place in range(item.cue[0], item.cue[1] + 1)
        for entry in modals(tree.lemmas[place].lower())
    )


def _is_worded(tree: Tree, item: Attribution, entry: CueEntry | None) -> bool:
    """Whether something is said there: a clause or a quotation, by an utterance or an attitude."""
    if entry is not None and not entry.reports and entry.stance not in ATTITUDES:
        return False
    if entry is not None and entry.stance == "wishes":
        return True
    return any(
        tree.upos[place] in ("VERB", "AUX") or tree.words[place] in '“"'
        for first, last in item.content
        for place in range(first, last + 1)
    )


def _top(tree: Tree, item: Attribution) -> int:
    """The word of the content that all others hang on."""
    first, last = item.content[0]
    for place in range(first, last + 1):
        if not first <= tree.heads[place] <= last:
            return place
    return first
