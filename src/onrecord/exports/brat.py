"""brat standoff: a folder with an ``.ann`` file for each report, and the annotation scheme.

brat shows annotations over text, so it also wants each report's ``.txt``: with ``text`` it's
written, without it put your own beside (the very same characters: spans count code points).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from onrecord.codes import plover
from onrecord.exports.parts import QUOTE, STATUSES, Reads
from onrecord.record import Record, Span, Stance
from onrecord.report import Report

# brat's roles, and the type of text-bound annotation that each may point to.
ROLES = {
    "Actor": "Entity",
    "Recipient": "Entity",
    "Voice": "Voice",
    "Cue": "Cue",
    "When": "Time",
    "Where": "Place",
    "Amount": "Amount",
    "Quote": "Quote",
}
COLUMNS = {
    "annotations": {
        "T": "text-bound: an event's trigger, or an Entity, Voice, Cue, Time, Place, Amount, Quote",
        "E": "a record: its category, with the roles " + ", ".join(ROLES),
        "A": "attributes: Status, Mode, Negated of an event; Stance of a Voice; Kind of an Entity",
        "#": "AnnotatorNotes on an event: id, dates, contexts, CAMEO, confidence as JSON; "
        "on an Entity: name, country, sector, role, id",
    }
}
_KINDS = ("person", "state", "organisation", "group", "people", "place")
_STANCES: tuple[str, ...] = Stance.__args__  # type: ignore[attr-defined]


def brat(reads: Reads, folder: Path, *, text: bool = False) -> None:
    """Write ``<report's id>.ann`` for each report, with ``text`` the ``.txt`` too."""
    (folder / "annotation.conf").write_text(scheme(), encoding="utf-8")
    for report, records in reads:
        name = records[0].report if records else report.id
        lines = "".join(f"{line}\n" for line in standoff(report, records, text=text))
        (folder / f"{name}.ann").write_bytes(lines.encode())
        if text:
            (folder / f"{name}.txt").write_bytes(report.text.encode())


def scheme() -> str:
    """annotation.conf: every type, role and attribute that an ``.ann`` file may hold."""
    roles = ", ".join(f"{role}*:{kind}" for role, kind in ROLES.items())
    events = [*plover.categories(), "STATEMENT"]
    modes = sorted({mode for name in plover.categories() for mode in plover.modes(name)})
    parts = [
        "[entities]", *dict.fromkeys(ROLES.values()), "", "[relations]", "",
        "[events]", *(f"{event} {roles}" for event in events), "",
        "[attributes]",
        f"Status Arg:<EVENT>, Value:{'|'.join(STATUSES)}",
        f"Mode Arg:<EVENT>, Value:{'|'.join(modes)}",
        "Negated Arg:<EVENT>",
        f"Stance Arg:Voice, Value:{'|'.join(_STANCES)}",
        f"Kind Arg:Entity, Value:{'|'.join(_KINDS)}",
    ]  # fmt: skip
    return "\n".join(parts) + "\n"


def standoff(report: Report, records: Iterable[Record], *, text: bool) -> Iterator[str]:
    """The lines of a report's ``.ann`` file; a long quote is marked whole only with ``text``."""
    page = _Page(report.text, longest=len(report.text) if text else QUOTE)
    for record in records:
        page.add(record)
    return iter(page.lines)


class _Page:
    """A file's lines, with the numbers that were given out."""

    def __init__(self, text: str, *, longest: int) -> None:
        self.lines: list[str] = []
        self._text = text
        self._longest = longest
        self._bound: dict[tuple[str, Span, str], str] = {}
        self._counts: dict[str, int] = {}
        self._said: set[tuple[str, str, str]] = set()

    def add(self, record: Record) -> None:
        trigger = self._mark(record.event, record.trigger.span)
        if trigger is None:
            return
        roles = [f"{role}:{mark}" for role, mark in self._roles(record)]
        event = self._next("E")
        self.lines.append(" ".join([f"{event}\t{record.event}:{trigger}", *_numbered(roles)]))
        self._attribute("Status", event, record.status)
        if record.mode:
            self._attribute("Mode", event, record.mode)
        if record.negated:
            self._attribute("Negated", event, "")
        when = record.when
        self._note(event, {
            "record": record.id, "start": when.start, "end": when.end, "basis": when.basis,
            "contexts": record.contexts, "cameo": record.cameo, "confidence": record.confidence,
        })  # fmt: skip

    def _roles(self, record: Record) -> Iterator[tuple[str, str]]:
        for role, entities in (("Actor", record.actors), ("Recipient", record.recipients)):
            for who in entities:
                if mark := self._mark("Entity", who.span, f"{who.kind}|{who.name}|{who.country}"):
                    yield role, mark
                    if who.kind:
                        self._attribute("Kind", mark, who.kind)
                    self._note(mark, {
                        "name": who.name, "country": who.country, "sector": who.sector,
                        "role": who.role, "id": who.id,
                    })  # fmt: skip
        for voice in record.voices:
            if mark := self._mark("Voice", voice.span, voice.stance):
                yield "Voice", mark
                self._attribute("Stance", mark, voice.stance)
            if voice.cue_span and (mark := self._mark("Cue", voice.cue_span)):
                yield "Cue", mark
        if record.when.span and (mark := self._mark("Time", record.when.span)):
            yield "When", mark
        for role, parts in (
            ("Where", record.where), ("Amount", record.amounts), ("Quote", record.quotes),
        ):  # fmt: skip
            for part in parts:
                if mark := self._mark(ROLES[role], part.span):
                    yield role, mark

    def _mark(self, kind: str, span: Span, sense: str = "") -> str | None:
        """The text-bound annotation of ``span``; None for an empty span.

        One for each type and ``sense``: two states behind one noun are two, and so is a voice
        that says one thing and denies another, for brat knows one value an attribute.
        """
        span = span[0], min(span[1], span[0] + self._longest)
        if (kind, span, sense) not in self._bound:
            pieces = [
                (span[0] + piece.start(), span[0] + piece.end())
                # brat takes no line break inside a stretch, but several stretches.
                for piece in re.finditer(r"[^\r\n]+", self._text[span[0] : span[1]])
            ]
            if not pieces:
                return None
            where = ";".join(f"{start} {end}" for start, end in pieces)
            shown = " ".join(self._text[start:end] for start, end in pieces)
            mark = self._bound[kind, span, sense] = self._next("T")
            self.lines.append(f"{mark}\t{kind} {where}\t{shown}")
        return self._bound[kind, span, sense]

    def _attribute(self, name: str, target: str, value: str) -> None:
        if (name, target, value) not in self._said:
            self._said.add((name, target, value))
            self.lines.append(f"{self._next('A')}\t{' '.join(filter(None, (name, target, value)))}")

    def _note(self, target: str, values: dict[str, object]) -> None:
        kept = {name: value for name, value in values.items() if value not in (None, [])}
        shown = msgspec.json.encode(kept).decode()
        if kept and ("#", target, shown) not in self._said:
            self._said.add(("#", target, shown))
            self.lines.append(f"{self._next('#')}\tAnnotatorNotes {target}\t{shown}")

    def _next(self, letter: str) -> str:
        self._counts[letter] = self._counts.get(letter, 0) + 1
        return f"{letter}{self._counts[letter]}"


def _numbered(roles: list[str]) -> Iterator[str]:
    # brat wants Actor, Actor2, Actor3; the same words in the same role are told once.
    counts: dict[str, int] = {}
    for part in dict.fromkeys(roles):
        role, mark = part.split(":")
        counts[role] = counts.get(role, 0) + 1
        yield f"{role}{counts[role] if counts[role] > 1 else ''}:{mark}"
