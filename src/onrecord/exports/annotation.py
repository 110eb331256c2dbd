"""W3C Web Annotation: an annotation for every stretch of text that a record rests on.

The target is the report's text, whose positions the selectors count in code points (as the W3C's
TextPositionSelector does); ``via`` leads to the page that it came from. The text itself isn't in
it: who holds the report can lay the annotations over it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from onrecord import __version__
from onrecord.exports.marks import ROLES, marks
from onrecord.exports.parts import Reads, headline, record_urn, report_urn, standing, web
from onrecord.record import Record, Span
from onrecord.report import Report

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_AROUND = 32  # code points before and after the words, where the text may be given

COLUMNS = {
    "annotations": {
        "id": "the record's urn and a number: `#0` is the record itself, the others its parts",
        "motivation": "describing for a record, tagging for its parts",
        "body": "for a record its headline, status and voices; for a part its role "
        f"({', '.join(ROLES)})",
        "target": "the report's urn, with the position and the words themselves",
    }
}


def annotation(reads: Reads, *, text: bool = False) -> Iterator[bytes]:
    """One AnnotationPage, in pieces; ``text`` adds the sentences and the words around each part."""
    head = {
        "@context": CONTEXT,
        "id": "urn:onrecord:annotations",
        "type": "AnnotationPage",
        "generator": {
            "id": f"urn:onrecord:version:{__version__}",
            "type": "Software",
            "name": f"onrecord {__version__}",
        },
    }
    yield msgspec.json.encode(head)[:-1] + b',"items": ['
    before = b"\n"
    for report, records in reads:
        for record in records:
            for item in _items(report, record, text=text):
                yield before + msgspec.json.encode(item)
                before = b",\n"
    yield b"\n]}\n"


def _items(report: Report, record: Record, *, text: bool) -> Iterator[dict[str, Any]]:
    yield {
        "id": f"{record_urn(record.id)}#0",
        "type": "Annotation",
        "motivation": "describing",
        "body": [
            {"type": "TextualBody", "format": "text/plain", "value": headline(record)},
            {"type": "TextualBody", "format": "text/plain", "value": standing(record)},
            {"type": "TextualBody", "purpose": "classifying", "value": record.event},
            {"type": "TextualBody", "purpose": "classifying", "value": record.status},
        ],
        "target": _target(report, record, record.evidence.span, exact=text, around=False),
    }
    for number, (span, role) in enumerate(marks(record), 1):
        yield {
            "id": f"{record_urn(record.id)}#{number}",
            "type": "Annotation",
            "motivation": "tagging",
            "body": [
                {"type": "TextualBody", "purpose": "tagging", "value": role},
                {"type": "SpecificResource", "purpose": "linking", "source": record_urn(record.id)},
            ],
            "target": _target(report, record, span, exact=True, around=text),
        }


def _target(
    report: Report, record: Record, span: Span, *, exact: bool, around: bool
) -> dict[str, Any]:
    start, end = span
    selectors: list[dict[str, Any]] = [{"type": "TextPositionSelector", "start": start, "end": end}]
    if exact:
        quote = {"type": "TextQuoteSelector", "exact": report.text[start:end]}
        if around:
            quote["prefix"] = report.text[max(0, start - _AROUND) : start]
            quote["suffix"] = report.text[end : end + _AROUND]
        selectors.append(quote)
    source: dict[str, Any] = {
        "id": report_urn(record.report),
        "type": "Text",
        "format": "text/plain",
        "language": "en",
    }
    if address := web(report.address):
        source["via"] = address
    return {"type": "SpecificResource", "source": source, "selector": selectors}
