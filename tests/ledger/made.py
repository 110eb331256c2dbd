"""Records made from texts by rule, so that a ledger can be filled without a language model.

A text is lines such as "Peru accused Chile.", "Lima Radio said Peru threatened Chile." or
"Peru and Chile met."; each gives one record.
"""

from __future__ import annotations

import re
import sqlite3
from pathlib import Path
from typing import Any

from onrecord.record import Entity, Part, Record, Voice, When, record_id
from onrecord.report import Report

COUNTRIES = {"Peru": "PER", "Chile": "CHL", "Kenya": "KEN", "Portugal": "PRT"}
EVENTS = {"accused": "ACCUSE", "threatened": "THREATEN", "helped": "AID", "met": "CONSULT"}
_LINE = re.compile(
    r"^(?:(?P<voice>[\w ]+?) (?P<cue>said|alleged|denied) )?(?P<actors>[\w ]+?) "
    r"(?P<verb>accused|threatened|helped|met)(?: (?P<recipient>[\w ]+))?\.$",
    re.M,
)


def read(report: Report) -> list[Record]:
    """The records of a report that follows the rule; none of any other."""
    return [_record(report, found) for found in _LINE.finditer(report.text)]


def _entities(name: str, start: int) -> list[Entity]:
    found = []
    for part in re.finditer(r"[A-Z]\w*(?: [A-Z]\w*)*", name):
        country = COUNTRIES.get(part[0])
        span = (start + part.start(), start + part.end())
        found.append(Entity(text=part[0], span=span, name=part[0], country=country,
                            kind="state" if country else "organisation"))  # fmt: skip
    return found


def _record(report: Report, found: re.Match[str]) -> Record:
    event, day = EVENTS[found["verb"]], report.published
    voices, status = [], "asserted"
    if found["voice"]:
        stance: Any = {"said": "says", "alleged": "alleges", "denied": "denies"}[found["cue"]]
        status = {"says": "attributed", "alleges": "alleged", "denies": "denied"}[stance]
        voices = [Voice(text=found["voice"], span=found.span("voice"), cue=found["cue"],
                        cue_span=found.span("cue"), stance=stance,
                        entities=_entities(found["voice"], found.start("voice")))]  # fmt: skip
    fields: dict[str, Any] = {"status": status, "voices": voices}
    return Record(
        id=record_id(report.id, found.span("verb"), event),
        report=report.id,
        event=event,
        actors=_entities(found["actors"], found.start("actors")),
        recipients=_entities(found["recipient"] or "", found.start("recipient")),
        when=When(start=day and day.isoformat(), end=day and day.isoformat(), precision="day"),
        trigger=Part(text=found["verb"], span=found.span("verb")),
        evidence=Part(text=found[0], span=found.span()),
        confidence=0.5 + 0.4 * (event == "AID"),
        **fields,
    )


def write(folder: Path, name: str, day: str | None, text: str, **head: str) -> Path:
    """A text file of a report."""
    lines = [f"{key.title() if key != 'url' else 'URL'}: {value}" for key, value in head.items()]
    lines += [f"Date: {day}"] if day else []
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join([*lines, "", text]) if lines else text, encoding="utf-8")
    return path


def contents(connection: sqlite3.Connection) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table but for the times when it was seen."""
    found = {}
    tables = connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' "
        "AND name NOT LIKE 'reports_fts_%'"
    ).fetchall()
    for (table,) in tables:
        columns = [
            row[1]
            for row in connection.execute(f"PRAGMA table_xinfo({table})")
            if row[1] not in ("first_seen", "last_seen") and row[1] != table
        ]
        names = ", ".join(f'"{name}"' for name in columns if name != "rank")
        found[table] = connection.execute(f"SELECT {names} FROM {table} ORDER BY 1, 2").fetchall()
    return found
