"""Made-up records of a few happenings, told by several reports."""

from __future__ import annotations

from typing import Any

from onrecord.record import Amount, Entity, Part, Record, Voice, When, record_id
from onrecord.report import Report

CODES = {"Kenya": "KEN", "Portugal": "PRT", "Fiji": "FJI", "Tonga": "TON"}


def entity(name: str, text: str) -> Entity:
    start = max(text.find(name), 0)
    return Entity(
        text=text[start : start + len(name)], span=(start, start + len(name)), name=name,
        kind="state", country=CODES.get(name),
    )  # fmt: skip


def record(
    report: Report,
    trigger: str,
    event: str,
    actors: str,
    recipients: str = "",
    *,
    voice: str = "",
    amounts: tuple[tuple[str, float, Any], ...] = (),
    start: str | None = None,
    **fields: Any,
) -> Record:
    """One record of ``report``, whose text holds all of the words."""
    text = report.text
    at = text.index(trigger)
    published = str(report.published)
    when = When(start=start or published, end=start or published, precision="day",
                basis="stated" if start else "published")  # fmt: skip
    given = {"status": "attributed" if voice else "asserted", "confidence": 0.8} | fields
    return Record(
        id=record_id(report.id, (at, at + len(trigger)), event),
        report=report.id,
        event=event,
        actors=[entity(name, text) for name in actors.split("+") if name],
        recipients=[entity(name, text) for name in recipients.split("+") if name],
        when=when,
        amounts=[
            Amount(text=words, span=(text.index(words), text.index(words) + len(words)),
                   value=value, bound=bound, unit="troops")
            for words, value, bound in amounts
        ],
        voices=[Voice(text=voice, span=(text.index(voice), text.index(voice) + len(voice)),
                      entities=[entity(voice, text)])] if voice else [],
        trigger=Part(text=trigger, span=(at, at + len(trigger))),
        evidence=Part(text=text, span=(0, len(text))),
        **given,
    )  # fmt: skip
