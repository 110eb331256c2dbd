"""spaCy's DocBin: a Doc for each report, to train on or to look at; it holds the reports' text.

Each role is a group of ``doc.spans``; a record's spans share its id. Spans are widened to whole
tokens of spaCy's blank English tokenizer; the records themselves, with their exact spans, lie in
``doc.user_data["onrecord"]``.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import msgspec

from onrecord.exports.marks import ROLES, marks
from onrecord.exports.parts import Reads
from onrecord.record import Record
from onrecord.report import Report

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Span

COLUMNS = {
    "groups": {
        **{role: f"spans: {about}; labelled with the role" for role, about in ROLES.items()},
        "trigger": "spans: what happened; labelled with the category",
        "user_data": '`doc.user_data["onrecord"]`: `report` (all but its text) and `records`',
    }
}


def docbin(reads: Reads, *, text: bool = False) -> Iterator[bytes]:
    """The bytes of one DocBin. Raises ValueError without ``text``: a Doc is its text."""
    if not text:
        raise ValueError("a Doc holds the report's text: ask for it with text=True")
    import spacy
    from spacy.tokens import DocBin

    nlp = spacy.blank("en")
    store = DocBin(store_user_data=True)
    for report, records in reads:
        store.add(_doc(nlp, report, records))
    yield store.to_bytes()


def _doc(nlp: Language, report: Report, records: list[Record]) -> Doc:
    nlp.max_length = max(nlp.max_length, len(report.text) + 1)
    doc = nlp.make_doc(report.text)
    groups: dict[str, list[Span]] = {role: [] for role in ROLES}
    for record in records:
        for (start, end), role in marks(record):
            label = record.event if role == "trigger" else role
            span = doc.char_span(
                start, end, label=label, span_id=record.id, alignment_mode="expand"
            )
            if span is not None:
                groups[role].append(span)
    for role, spans in groups.items():
        doc.spans[role] = spans
    known = msgspec.to_builtins(msgspec.structs.replace(report, text=""))
    doc.user_data["onrecord"] = {"report": known, "records": msgspec.to_builtins(records)}
    return doc
