"""Answers to what was alleged: "Moscow denied the allegation", "Moscow denied Kyiv's allegation
that ...".

The denial points back to happenings that are on record on someone else's word, by a noun for
that word ("the claim", "these reports") or by a pronoun. Each of them gains a record more: the
same happening, status denied, on the denier's word, resting on the sentence of the denial.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from msgspec.structs import replace

from onrecord.reading.answers import Answers
from onrecord.reading.tree import Tree
from onrecord.reading.voices.answering import is_answer, is_aside
from onrecord.reading.voices.attributions import Attribution
from onrecord.reading.voices.chains import denied_word, over
from onrecord.record import Record, denial_id

REACH = 2  # sentences looked back
OPEN = frozenset(("alleged", "attributed", "believed"))


def denials(answers: Answers, told: Sequence[tuple[int, Record]]) -> list[tuple[int, Record]]:
    """(word of the happening, record) of each denial; told: the records so far, by their words."""
    found = []
    for item in answers.voices:
        if item.stance != "denies" or not item.source or item.entry is None:
            continue
        word = denied_word(answers.voices, item)
        if word is not None:
            found.extend(_denied(answers, item, [it for it in told if _is_open(word, *it)]))
        elif item.entry.reports and is_answer(answers.tree, item):
            found.extend(_denied(answers, item, _last(answers, item, told)))
    return found


def _is_open(word: Attribution, head: int, record: Record) -> bool:
    return word.holds(head) and record.status in OPEN and record.event != "STATEMENT"


def _last(
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
    return open_[max(open_)] if open_ else []


def _denied(
    answers: Answers, item: Attribution, last: Sequence[tuple[int, Record]]
) -> list[tuple[int, Record]]:
    """The same happenings on the denier's word."""
    tree = answers.tree
    heads = {head for head, _ in last}
    last = [(head, record) for head, record in last if not _describes(tree, head, heads)]
    chain = [item] if is_aside(tree, item) else over(answers.voices, item.cue_head, said=item)
    voices = [answers.voice(known) for known in chain if known.source]
    return [
        (
            head,
            replace(
                record,
                id=denial_id(
                    record.report, record.trigger.span, record.event, tree.begins[item.cue_head]
                ),
                status="denied",
                voices=voices,
                quotes=answers.quoted(item.cue_head),
                evidence=answers.evidence(item.cue_head),
            ),
        )
        for head, record in last
    ]


def _describes(tree: Tree, place: int, heads: Collection[int]) -> bool:
    """ "accused Chad of hiding men who had shot at its rangers, a charge that Chad denied": the
    hiding is denied, and who the men are is not."""
    for word in (place, *tree.ancestors(place)):
        if tree.deps[word] == "acl:relcl":
            return any(above in heads for above in tree.ancestors(word))
    return False
