"""Answers to what was alleged: "Moscow denied the allegation".

The denial points back to happenings that are on record on someone else's word, by a noun for
that word ("the claim", "these reports") or by a pronoun. Each of them gains a record more: the
same happening, status denied, on the denier's word, resting on the sentence of the denial.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from onrecord.codes.cues import cues
from onrecord.reading.answers import Answers
from onrecord.reading.tree import Tree
from onrecord.reading.voices.answering import answered
from onrecord.reading.voices.attributions import Attribution
from onrecord.reading.voices.chains import over
from onrecord.record import Record, record_id

REACH = 2  # sentences looked back
OPEN = frozenset(("alleged", "attributed", "believed"))
BACK = frozenset(("the", "this", "that", "these", "those", "such", "both", "all", "any"))
PRONOUNS = frozenset(("it", "this", "that", "these", "those", "them"))


def denials(answers: Answers, told: Sequence[tuple[int, Record]]) -> list[tuple[int, Record]]:
    """(word of the happening, record) of each denial; told: the records so far, by their words."""
    found = []
    for item in answers.voices:
        if item.stance != "denies" or not item.source or item.entry is None:
            continue
        if item.entry.reports and points_back(answers.tree, item):
            found.extend(_denied(answers, item, told))
    return found


def points_back(tree: Tree, item: Attribution) -> bool:
    """Whether what is denied is a noun or pronoun for words that someone else said before."""
    if answered(tree, item) is not None:
        return True
    head = tree.child(item.cue_head, "obj", "nsubj:pass")
    if head is None or not item.holds(head):
        return False
    if tree.words[head].lower() in PRONOUNS and tree.upos[head] in ("PRON", "DET"):
        return True
    entries = cues(tree.lemmas[head].lower(), "noun")
    if not any(entry.reports and entry.stance in ("alleges", "says") for entry in entries):
        return False
    if tree.child(head, "acl", "acl:relcl", "nmod") is not None:
        return False  # "denied the claim that ...": what is denied stands there
    marks = {tree.lemmas[child].lower() for child in tree.having(head, "det", "det:predet")}
    owned = tree.child(head, "nmod:poss") is not None
    plural = tree.tags[head] == "NNS" and not marks
    return bool(marks & BACK) or owned or plural


def _denied(
    answers: Answers, item: Attribution, told: Sequence[tuple[int, Record]]
) -> list[tuple[int, Record]]:
    """What was last alleged by somebody else, in this sentence or those just before."""
    tree, here = answers.tree, answers.tree.sentence_of[item.cue_head]
    deniers = {entity.name or entity.text for entity in answers.sources(item)}
    open_: dict[int, list[tuple[int, Record]]] = {}
    for head, record in told:
        number = tree.sentence_of[head]
        if not (head < item.cue_head and here - REACH <= number <= here):
            continue
        if record.status not in OPEN or not record.voices or record.event == "STATEMENT":
            continue
        tellers = {entity.name or entity.text for entity in record.voices[-1].entities}
        if not tellers & deniers:
            open_.setdefault(number, []).append((head, record))
    if not open_:
        return []
    aside = answered(tree, item) is not None  # the report's own, whoever is cited around it
    chain = [item] if aside else over(answers.voices, item.cue_head, said=item)
    voices = [answers.voice(known) for known in chain if known.source]
    return [
        (
            head,
            replace(
                record,
                id=record_id(
                    record.report,
                    record.trigger.span,
                    f"{record.event}:{tree.begins[item.cue_head]}",
                ),
                status="denied",
                voices=voices,
                quotes=answers.quoted(item.cue_head),
                evidence=answers.evidence(item.cue_head),
            ),
        )
        for head, record in open_[max(open_)]
    ]
