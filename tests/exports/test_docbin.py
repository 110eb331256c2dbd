"""spaCy's DocBin, read back by spaCy: texts, spans and the records whole."""

from __future__ import annotations

import msgspec
import pytest
import spacy
from spacy.tokens import Doc, DocBin

from onrecord.exports.docbin import COLUMNS, docbin
from onrecord.exports.marks import ROLES
from onrecord.record import Record
from tests.exports.reads import everything, example
from tests.samples import records


def docs(reads: object) -> list[Doc]:
    data = b"".join(docbin(reads, text=True))  # type: ignore[arg-type]
    return list(DocBin().from_bytes(data).get_docs(spacy.blank("en").vocab))


def test_texts_come_back() -> None:
    assert [doc.text for doc in docs(everything())] == [report.text for report, _ in everything()]


def test_records_come_back() -> None:
    found = [doc.user_data["onrecord"]["records"] for doc in docs(everything())]
    assert msgspec.convert(found, list[list[Record]]) == [on for _, on in everything()]
    assert [doc.user_data["onrecord"]["report"]["published"] for doc in docs(example())] == [
        "2025-03-14"
    ]


def test_spans_hold_their_words() -> None:
    [doc] = docs(example())
    assert set(doc.spans) == set(ROLES)
    triggers = doc.spans["trigger"]
    assert [span.label_ for span in triggers] == [record.event for record in records()]
    assert [span.id_ for span in triggers] == [record.id for record in records()]
    assert all(
        record.trigger.text in span.text for span, record in zip(triggers, records(), strict=True)
    )


def test_groups_are_those_documented() -> None:
    assert set(COLUMNS["groups"]) == {*ROLES, "user_data"}


def test_a_doc_is_its_text() -> None:
    with pytest.raises(ValueError, match="text=True"):
        list(docbin(example()))
