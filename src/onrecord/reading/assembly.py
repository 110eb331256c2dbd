"""The answers put together: one record for each happening, one STATEMENT for each word on
record that holds none.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from msgspec.structs import replace

from onrecord.codes.actors import Actors
from onrecord.codes.events import EventEntry
from onrecord.reading.answers import Answers
from onrecord.reading.confidence import confidence, evidence
from onrecord.reading.denials import denials
from onrecord.reading.retold import joined
from onrecord.reading.statements import statements
from onrecord.reading.status.commitment import YIELDING, is_negated, stance_status, status_of
from onrecord.reading.status.involvement import is_disclaimed
from onrecord.reading.status.learned import heeded, negation
from onrecord.reading.status.unknown import unknowing
from onrecord.reading.tree import SUBJECTS
from onrecord.reading.voices.attributions import Attribution
from onrecord.reading.voices.chains import over
from onrecord.reading.voices.commands import handed_on, is_command
from onrecord.reading.voices.scope import is_described
from onrecord.reading.what.coded import YIELDS
from onrecord.reading.what.foretold import is_foretold
from onrecord.reading.what.happenings import Happening
from onrecord.reading.what.sayings import is_claimed, is_plain
from onrecord.reading.what.why import Why, why
from onrecord.reading.when.tenses import own_tense
from onrecord.reading.who.participants import place_of
from onrecord.reading.who.roles import weighed_parties
from onrecord.reading.who.slots import participants
from onrecord.record import Entity, Place, Record, Status, When, record_id
from onrecord.report import Report

if TYPE_CHECKING:
    from spacy.tokens import Doc

MATERIAL = frozenset(
    ("COOPERATE", "AID", "RETREAT", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT")
)
HANDED_ON = frozenset(("attributed", "alleged", "denied", "believed"))
Reason = Callable[[], Why]
TO_COME = frozenset(("intended", "conditional", "wished"))
SURE = 0.7  # of a noun alone; between 0.5 and 0.95 the figures of tuning sets hardly move


def records(doc: Doc, report: Report, own: Actors | None = None) -> list[Record]:
    """The records of an annotated report, in the order of their triggers.

    own: a user's own table of actors, which is laid over ours.
    """
    return [record for record, _ in _reasoned(doc, report, own)]


def explained(doc: Doc, report: Report, own: Actors | None = None) -> list[tuple[Record, Why]]:
    """The records, each with the reasons for its category."""
    return [(record, reason()) for record, reason in _reasoned(doc, report, own)]


def _reasoned(doc: Doc, report: Report, own: Actors | None) -> list[tuple[Record, Reason]]:
    if not report.text.strip():
        return []
    answers = Answers(doc, report, own)
    found: dict[str, tuple[Record, Reason]] = {}
    happenings_at: dict[int, Happening] = {}
    heads_of: dict[str, int] = {}
    for happening in answers.happenings:
        record = _record(answers, happening)
        if record is not None:
            found[record.id] = _weighed(answers, record, happening.head, happening)
            happenings_at[happening.head] = happening
            heads_of[record.id] = happening.head
            answers.story.tell(happening.head, record.when)
    told = [(heads_of[name], record) for name, (record, _) in found.items()]
    for head, record in denials(answers, told):
        found[record.id] = _weighed(answers, record, head, happenings_at[head])
    for cue, record in statements(answers, sorted(happenings_at)):
        found[record.id] = _weighed(answers, record, cue, None)
    reasons = {name: reason for name, (_, reason) in found.items()}
    in_order = sorted((record for record, _ in found.values()), key=lambda r: r.trigger.span)
    return [(record, reasons[record.id]) for record in joined(in_order)]


def _weighed(
    answers: Answers, record: Record, place: int, happening: Happening | None
) -> tuple[Record, Reason]:
    """A record with its confidence, and what gives the reasons to those who ask for them."""
    tree, clash = answers.tree, record.when.span in answers.times.clashes
    rests_on = evidence(tree, place, happening, record, clash=clash)
    sure = replace(record, confidence=confidence(rests_on))
    return sure, partial(why, tree, sure, happening, rests_on)


def _record(answers: Answers, happening: Happening) -> Record | None:
    tree, who = answers.tree, answers.who
    status, above, speaker = _vouched(answers, happening)
    negated = negation(tree, happening.head, is_negated(tree, happening.head))
    entry = happening.entry
    event, mode = _coded(entry, status, negated)
    parties = participants(who, happening.frame, entry.frame, speaker)
    # who refuses to meet somebody meets nobody, and who agrees to a thing alone promises it
    promised = happening.frame.clause is not None and len(parties[0]) == 1
    actors, recipients = weighed_parties(
        tree,
        who,
        happening.head,
        parties,
        speaker,
        category=entry.category,
        mode=entry.mode,
        mutual="+" in entry.frame and event != "REJECT" and not promised,
    )
    if event == "THREATEN" and is_foretold(tree, happening.head, actors, who.entities):
        return None
    if negated and not actors and is_disclaimed(tree, happening.head):
        negated = False  # "had no part in the raid": somebody else's it was
    if event not in MATERIAL and _is_own_act(answers, happening.head, actors, above):
        above = above[:-1]
        status = stance_status(above)
    if event == "REJECT" and entry.category in YIELDS:
        # a refusal is made by being said: it is no plan, and it did happen
        negated, status = False, "attributed" if any(i.source for i in above) else "asserted"
    if event == "REJECT" and (happening.row is None or happening.row.category != "REJECT"):
        negated = False  # "will not receive him": the negation is the refusal
    when = _when(
        answers, happening.head, status, above, material=event in MATERIAL, negated=negated
    )
    if status in YIELDING and _is_dated_ahead(answers, happening.head, when):
        status = "intended"
        event, mode = _coded(entry, status, negated)
    where = _where(answers, happening, event)
    if not _worth(happening, actors, recipients, when, where):
        return None
    trigger = happening.trigger(tree)
    return Record(
        id=record_id(answers.report_id, trigger.span, event),
        report=answers.report_id,
        event=event,
        mode=mode,
        contexts=list(entry.contexts),
        cameo=entry.cameo,
        actors=actors,
        recipients=recipients,
        when=when,
        where=where,
        amounts=answers.amounts.get(happening.head, []),
        status=status,
        negated=negated,
        voices=[answers.voice(item) for item in above if item.source],
        quotes=answers.quoted(happening.head),
        trigger=trigger,
        evidence=answers.evidence(happening.head),
        confidence=0.0,  # weighed when the record is whole
    )


def _is_own_act(
    answers: Answers, head: int, actors: Sequence[Entity], above: Sequence[Attribution]
) -> bool:
    """ "HRW said that soldiers had shot monks and called on Chad to ...": whoever says it is who
    calls, by the same words, so that the verb goes on beside the saying and not in what is said."""
    tree = answers.tree
    if not (above and above[-1].source and actors and tree.deps[head] == "conj"):
        return False
    if tree.child(head, *SUBJECTS) is not None or tree.tags[head] not in ("VBD", "VBN"):
        return False
    first = tree.heads[head]
    told_of = tree.child(first, "nsubj")
    if told_of is None or tree.upos[told_of] == "PRON":
        return False  # "they say they found it and asked him": what they say of themselves
    spans = [tree.span(*run) for run in above[-1].source]
    return all(any(a <= e.span[0] and e.span[1] <= b for a, b in spans) for e in actors)


def _vouched(
    answers: Answers, happening: Happening
) -> tuple[Status, list[Attribution], list[Entity]]:
    """How sure a happening is, under which attributions, and who speaks there."""
    tree, head = answers.tree, happening.head
    status, above = _told(answers, head)
    speaker = answers.speaker(above)
    saying = answers.voices.by(head)
    if status == "asserted" and saying is not None and is_plain(tree, happening):
        return "attributed", [*above, saying], speaker
    if status == "asserted" and is_claimed(tree, happening):
        # "claimed responsibility for a blast": what he claims is on his word
        return "alleged", [*above, *([] if saying is None else [saying])], speaker
    if happening.entry.category == "REQUEST" and is_command(tree, head):
        if status == "attributed":
            above = handed_on(tree, head, above)
            status = stance_status(above)
        return status, above, speaker
    here = tree.begins[head]
    if status == "asserted" and any(q.span[0] <= here < q.span[1] for q in answers.quoted(head)):
        status = "attributed"  # whoever is quoted, these aren't the report's own words
    return status, above, speaker


def _when(
    answers: Answers,
    head: int,
    status: Status,
    above: Sequence[Attribution],
    *,
    material: bool,
    negated: bool,
) -> When:
    return answers.times.of(
        head,
        barred=[item.cue_head for item in above],
        # "wants them to leave": a wish that nobody is cited for is itself the act, and of today
        future=status in TO_COME and (status != "wished" or bool(above)),
        before=answers.story.date(head, material=material),
        material=material,
        negated=negated,
    )


def _told(answers: Answers, head: int) -> tuple[Status, list[Attribution]]:
    """How sure a happening is and on whose word, after the model's word on both."""
    above = over(answers.voices, head)
    if above and unknowing(answers.tree, head) is not None:
        return "believed", []  # "said it knew nothing of the raid": nobody tells of it
    told = status_of(answers.tree, head, above)
    disputed = told in HANDED_ON and answers.voices.is_disputed(head, above)
    described = is_described(answers.tree, above, head)
    status = heeded(answers.tree, head, told, disputed=disputed, described=described)
    if status == told:
        return status, above
    teller = answers.voices.teller(head) if status in HANDED_ON else None
    if teller is None:  # handed on, but on nobody's word
        return "believed" if status in HANDED_ON else status, []
    return status, [teller]


def _is_dated_ahead(answers: Answers, head: int, when: When) -> bool:
    """ "flies to Jakarta on Friday": told in the present of a day that is still to come."""
    published = answers.report.published
    if published is None or when.start is None or when.start <= published.isoformat():
        return False
    tree, said = answers.tree, when.basis in ("stated", "relative")
    return said and own_tense(tree, head) == "present" and tree.deps[head] != "acl:relcl"


def _coded(entry: EventEntry, status: Status, negated: bool) -> tuple[str, str | None]:
    """PLOVER's category and mode: what is promised may have another than what is done, and
    who will not yield refuses."""
    if status == "intended" and negated and entry.category in YIELDS:
        return "REJECT", "yield"
    if status == "intended" and entry.future:
        return entry.future, entry.mode if entry.future == entry.category else None
    return entry.category, entry.mode


def _where(answers: Answers, happening: Happening, event: str) -> list[Place]:
    """The happening's scenes; what a visit leads to is one."""
    visit = happening.entry.mode == "visit"
    found = answers.scenes.of(
        happening.head, goal=visit or event == "MOBILIZE", material=event in MATERIAL
    )
    for slot in ("obj", "to", "in") if visit else ():
        target = place_of(happening.frame, slot)
        found += answers.scenes.at(target) if target is not None else []
    return [place for at, place in enumerate(found) if place not in found[:at]]


def _worth(
    happening: Happening,
    actors: Sequence[Entity],
    recipients: Sequence[Entity],
    when: When,
    where: Sequence[Place],
) -> bool:
    """A bare noun that says neither who nor when nor where is a topic, not a happening, unless the
    model is sure of it."""
    if happening.entry.pos != "noun" or actors or recipients or where:
        return True
    coded, category = happening.coded, happening.entry.category
    sure = coded is not None and dict(coded.ranking).get(category, 0.0) >= SURE
    return sure or when.basis in ("stated", "relative")
