"""The answers put together: one record for each happening, and one STATEMENT for each
word on record that holds none.

Order of work: the tree, the cast, the attributions; then happening by happening what,
who, on whose word, how sure, when, where, how many.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING

from onrecord.codes.cues import CueEntry
from onrecord.reading import amounts as amount_finder
from onrecord.reading import quotes as quote_finder
from onrecord.reading.classes import classes
from onrecord.reading.confidence import confidence
from onrecord.reading.status import is_negated, status_of
from onrecord.reading.story import Story
from onrecord.reading.tree import Tree
from onrecord.reading.voices import Attribution, attributions, counts, over
from onrecord.reading.what import Happening, happenings
from onrecord.reading.when import Times
from onrecord.reading.where import Scenes
from onrecord.reading.who import Who, place_of
from onrecord.record import Amount, Entity, Part, Record, Voice, When, record_id
from onrecord.report import Report

if TYPE_CHECKING:
    from spacy.tokens import Doc

MATERIAL = frozenset(
    ("COOPERATE", "AID", "RETREAT", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT")
)
TO_COME = frozenset(("intended", "conditional", "wished"))
UTTERED = frozenset(("wishes", "believes"))


class Reading:
    """Everything known of one report while its records are made."""

    def __init__(self, doc: Doc, report: Report) -> None:
        self.report = report
        self.report_id = report.id  # a hash of the whole text: asked once
        self.tree = Tree(doc, report.text)
        self.who = Who(self.tree, report.published)
        self.voices = attributions(self.tree)
        self.times = Times(self.tree, report.published, self.voices.items)
        self.story = Story(self.tree, report.published, self.times.dated())
        self.scenes = Scenes(self.tree, self.who.cast)
        self.who.settle(self.scenes.places)
        self.quotes = quote_finder.find(report.text)
        self.happenings = _chosen(
            self.tree, happenings(self.tree, lambda place: classes(self.tree, self.who, place))
        )
        self.amounts = _amounts(self.tree, self.happenings)


def records(doc: Doc, report: Report) -> list[Record]:
    """The records of an annotated report, in the order of their triggers."""
    if not report.text.strip():
        return []
    reading = Reading(doc, report)
    found: list[tuple[int, Record]] = []
    for happening in reading.happenings:
        record = _record(reading, happening)
        if record is None:
            continue
        found.append((happening.head, record))
        reading.story.tell(happening.head, record.when)
    heads = {head for head, _ in found}
    for attribution in reading.voices:
        statement = _statement(reading, attribution, heads)
        if statement is not None:
            found.append((attribution.cue_head, statement))
    return [record for _, record in sorted(found, key=lambda item: item[1].trigger.span)]


def _record(reading: Reading, happening: Happening) -> Record | None:
    tree, who = reading.tree, reading.who
    above = over(reading.voices, happening.head)
    status = status_of(tree, happening.head, above)
    negated = is_negated(tree, happening.head)
    speaker = _speaker(reading, above)
    actors, recipients = who.participants(happening.frame, happening.entry.frame, speaker)
    entry = happening.entry
    event = entry.future if entry.future and status == "intended" else entry.category
    material = event in MATERIAL
    when = reading.times.of(
        happening.head,
        barred=[item.cue_head for item in above],
        future=status in TO_COME,
        before=reading.story.date(happening.head, material=material),
        material=material,
    )
    where = reading.scenes.of(
        happening.head, goal=entry.mode == "visit" or event == "MOBILIZE", material=material
    )
    if entry.mode == "visit":
        for slot in ("obj", "to", "in"):
            target = place_of(happening.frame, slot)
            where += reading.scenes.at(target) if target is not None else []
    if not _worth(happening, actors, recipients, when):
        return None
    trigger = happening.trigger(tree)
    return Record(
        id=record_id(reading.report_id, trigger.span, event),
        report=reading.report_id,
        event=event,
        mode=entry.mode if event == entry.category else None,
        contexts=list(entry.contexts),
        cameo=entry.cameo,
        actors=actors,
        recipients=recipients,
        when=when,
        where=_once(where),
        amounts=reading.amounts.get(happening.head, []),
        status=status,
        negated=negated,
        voices=[voice(reading, item) for item in above if item.source],
        quotes=_quotes(reading, happening.head, above),
        trigger=trigger,
        evidence=_evidence(tree, happening.head),
        confidence=confidence(happening, actors, recipients, when),
    )


def _once(items: Sequence[object]) -> list:  # type: ignore[type-arg]
    found: list[object] = []
    for item in items:
        if item not in found:
            found.append(item)
    return found


def _worth(
    happening: Happening, actors: list[Entity], recipients: list[Entity], when: When
) -> bool:
    """A bare noun that says neither who nor when is a topic, not a happening."""
    if happening.entry.pos != "noun" or actors or recipients:
        return True
    return when.basis in ("stated", "relative")


# -- which of the words that could name a happening do so --------------------------------


def _chosen(tree: Tree, found: list[Happening]) -> list[Happening]:
    """Without purposes of an act on record, what was refused, and nouns that only point back."""
    heads = {item.head: item for item in found}
    kept: list[Happening] = []
    told: dict[str, int] = {}
    for item in found:
        if _is_purpose(tree, item.head, heads) or _points_back(tree, item, told):
            continue
        if _is_refused(tree, item.head, heads):
            continue
        kept.append(item)
        told.setdefault(item.entry.category, item.head)
    return kept


def _is_purpose(tree: Tree, head: int, heads: Collection[int]) -> bool:
    """ "fired tear gas to disperse them": one act with its aim."""
    if tree.deps[head] != "advcl" or tree.tags[head] != "VB":
        return False
    to = any(tree.deps[c] == "mark" and tree.lemmas[c] == "to" for c in tree.children[head])
    own = tree.child(head, "nsubj", "nsubj:pass", "aux")
    return to and own is None and tree.heads[head] in heads


def _is_refused(tree: Tree, head: int, heads: Mapping[int, Happening]) -> bool:
    """ "refused to attend": the refusal is on record, and says what did not happen."""
    refusal = heads.get(tree.heads[head])
    return (
        refusal is not None
        and tree.deps[head] == "xcomp"
        and refusal.entry.category == "REJECT"
    )


def _points_back(tree: Tree, item: Happening, told: dict[str, int]) -> bool:
    """ "the bombing", after a bombing was told."""
    if item.entry.pos != "noun" or item.entry.category not in told:
        return False
    words = {tree.lemmas[c].lower() for c in tree.having(item.head, "det")}
    if not words & {"the", "this", "that", "these", "those"}:
        return False
    return not any(
        tree.deps[c] in ("nmod", "nmod:poss", "amod", "acl:relcl") for c in tree.children[item.head]
    )


# -- words on record that hold no happening ---------------------------------------------


def _statement(reading: Reading, item: Attribution, heads: Collection[int]) -> Record | None:
    tree, who = reading.tree, reading.who
    entry = item.entry
    if item.source_head is None or item.size < 3 or item.cue_head in heads:
        return None
    if any(item.holds(head) for head in heads):
        return None
    content = _content_head(tree, item)
    inner = [other for other in reading.voices if other.cue_head == content]
    if any(counts(reading.voices, other) for other in inner) or not counts(reading.voices, item):
        return None  # "said he hopes that ...": the hope is on record, not the saying of it
    if not _is_worded(tree, item, entry):
        return None
    chain = over(reading.voices, item.cue_head, said=item)
    outer = chain[:-1]
    actors = who.entities(item.source_head, _speaker(reading, outer))
    if not actors:
        return None
    when = reading.times.of(
        item.cue_head, barred=[o.cue_head for o in outer], material=False
    )
    trigger = tree.part(item.cue_head, item.cue_head)
    return Record(
        id=record_id(reading.report_id, trigger.span, "STATEMENT"),
        report=reading.report_id,
        event="STATEMENT",
        cameo="010",
        actors=actors,
        when=when,
        status=status_of(tree, content, chain),
        negated=False,
        voices=[voice(reading, part) for part in chain if part.source],
        quotes=_quotes(reading, item.content[0][0], chain),
        trigger=trigger,
        evidence=_evidence(tree, item.cue_head),
        confidence=0.7,
    )


def _is_worded(tree: Tree, item: Attribution, entry: CueEntry | None) -> bool:
    """Whether something is said there: a clause or a quotation, by an utterance or an attitude."""
    if entry is not None and not entry.reports and entry.stance not in UTTERED:
        return False
    if entry is not None and entry.stance == "wishes":
        return True
    return any(
        tree.upos[place] in ("VERB", "AUX") or tree.words[place] in "“\""
        for first, last in item.content
        for place in range(first, last + 1)
    )


def _content_head(tree: Tree, item: Attribution) -> int:
    first, last = item.content[0]
    for place in range(first, last + 1):
        if not first <= tree.heads[place] <= last:
            return place
    return first


# -- parts ------------------------------------------------------------------------------


def voice(reading: Reading, item: Attribution) -> Voice:
    """An attribution as a record's voice; where nobody is named, the cue stands for it."""
    tree = reading.tree
    cue = tree.part(*item.cue)
    source = tree.part(*item.source[0]) if item.source else cue
    entities = reading.who.entities(item.source_head) if item.source_head is not None else []
    return Voice(
        text=source.text,
        span=source.span,
        cue=cue.text,
        cue_span=cue.span,
        stance=item.stance,
        entities=entities,
    )


def _speaker(reading: Reading, above: Sequence[Attribution]) -> list[Entity]:
    for item in reversed(above):
        if item.source_head is not None and reading.tree.upos[item.source_head] != "PRON":
            return reading.who.entities(item.source_head)
    return []


def _quotes(reading: Reading, head: int, above: Sequence[Attribution]) -> list[Part]:
    """Quotations of the happening's sentence that it stands in or that hang on it."""
    tree = reading.tree
    first, last = tree.edges(head)
    start, end = tree.sentence(head)
    low, high = tree.begins[start], tree.ends[end - 1]
    inner = (tree.begins[first], tree.ends[last])
    here = tree.begins[head]
    return [
        quote
        for quote in reading.quotes
        if quote.span[1] > low
        and quote.span[0] < high
        and (quote.span[0] <= here < quote.span[1] or (inner[0] <= quote.span[0] < inner[1]))
    ]


def _evidence(tree: Tree, head: int) -> Part:
    start, end = tree.sentence(head)
    first, last = start, end - 1
    while first < last and tree.upos[first] == "SPACE":
        first += 1
    while last > first and tree.upos[last] == "SPACE":
        last -= 1
    return tree.part(first, last)


def _is_pair(tree: Tree, place: int, amount: Amount) -> bool:
    """ "the two nations" tells which, not how many."""
    return amount.value == 2 and any(
        tree.lemmas[c].lower() in ("the", "these", "both") for c in tree.children[place]
    )


def _amounts(tree: Tree, found: Sequence[Happening]) -> dict[int, list[Amount]]:
    """Each amount goes to the happening that it hangs on."""
    owner = {item.head: item.head for item in found}
    for item in found:
        owner.update(dict.fromkeys(item.absorbed, item.head))
    at = {begin: place for place, begin in enumerate(tree.begins)}
    given: dict[int, list[Amount]] = {}
    for amount in amount_finder.find(tree.text):
        place = next(
            (at[offset] for offset in range(amount.span[1] - 1, amount.span[0] - 1, -1) if offset in at),
            None,
        )
        if place is None or _is_pair(tree, place, amount):
            continue
        for above in (place, *tree.ancestors(place)):
            if above in owner:
                given.setdefault(owner[above], []).append(amount)
                break
            if tree.deps[above] in ("acl:relcl", "parataxis", "ccomp", "advcl"):
                break
    return given

