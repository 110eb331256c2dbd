"""The records corpus in its own notation: short reports, each with the records that are right.

A passage is a heading ``# 2024-05-14`` (its day of publication, then an id that nothing else
has), its text in one or more lines, and a line ``- ...`` for each record; an empty line ends
it. Without a record line nothing in it is a happening. The parts of a record line stand
between semicolons; README.md beside this file says what each may hold:

    EVENT[ mode][ | EVENT[ mode] ...] ; trigger ; actors > recipients ; status ; when[ ; extra ...]

`python -m training.corpus.notation FILE ...` checks files and prints counts;
`--jsonl` prints the passages as JSON Lines in the shape of bench/gold.py.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import msgspec

from bench.gold import Actor, Count, Day, Gold, Source

FOLDER = Path(__file__).parent / "records"
ENTITY = re.compile(
    r"^(?P<text>.+?)(?:=(?P<name>[^{}]+?))?(?:\{(?P<codes>[^{}]*)\})?(?P<maybe>\?)?$"
)
VOICE = re.compile(r'^(?P<text>.+?) "(?P<cue>[^"]+)" (?P<stance>[a-z]+)$')
AMOUNT = re.compile(
    r"^(?P<text>.+?)=(?P<value>\d+(?:\.\d+)?) (?P<bound>[a-z]+)(?: (?P<unit>[^?]+))?(?P<maybe>\?)?$"
)


class Passage(msgspec.Struct, frozen=True, kw_only=True):
    """A short report and the records that are right of it. contexts: one list a record."""

    id: str
    published: date
    text: str
    records: list[Gold]
    contexts: list[list[str]]


class NotationError(ValueError):
    """A line that the notation does not allow; the message says which."""


def passages(path: Path) -> Iterator[Passage]:
    """The passages of a file. Raises NotationError with the line's number."""
    heading = ""
    text: list[str] = []
    records: list[tuple[Gold, list[str]]] = []
    lines = [*path.read_text(encoding="utf-8").splitlines(), ""]
    for number, line in enumerate(lines, 1):
        try:
            if line.startswith("# "):
                heading, text, records = line[2:], [], []
            elif line.startswith("- "):
                records.append(record(line[2:]))
            elif line.strip():
                text.append(line)
            elif heading:
                yield passage(heading, "\n".join(text), records)
                heading = ""
        except ValueError as error:
            raise NotationError(f"{path.name}:{number}: {error}") from error


def passage(heading: str, text: str, records: list[tuple[Gold, list[str]]]) -> Passage:
    """A heading, a text and its record lines put together."""
    day, _, name = heading.partition(" ")
    if not name or not text:
        raise NotationError("a heading is '# YYYY-MM-DD id', and text follows it")
    return Passage(
        id=name.strip(),
        published=date.fromisoformat(day),
        text=text,
        records=[gold for gold, _ in records],
        contexts=[contexts for _, contexts in records],
    )


def record(line: str) -> tuple[Gold, list[str]]:
    """One record line, and its contexts."""
    parts = [part.strip() for part in line.split(" ; ")]
    if len(parts) < 5:
        raise NotationError(f"five parts are needed, parted by ' ; ': {line!r}")
    events, trigger, who, status, when, *extras = parts
    coded = [[*event.split(), None][:2] for event in events.split(" | ")]
    words, _, place = trigger.partition("@")
    actors, _, recipients = f" {who} ".partition(" > ")
    negated, statuses = status.startswith("not "), status.removeprefix("not ").split("/")
    days = [_day(item) for item in when.split(" / ")]
    event, mode = coded[0]
    more = _extras(extras)
    gold = Gold(
        trigger=words.strip(),
        occurrence=int(place or 0),
        event=str(event),
        mode=mode,
        alternatives=sorted({str(e) for e, _ in coded[1:] if e != event}),
        mode_alternatives=[m for e, m in coded[1:] if e == event],
        actors=_entities(actors),
        recipients=_entities(recipients),
        status=statuses[0],
        status_alternatives=statuses[1:],
        negated=negated,
        when=days[0],
        when_alternatives=days[1:],
        voices=[_voice(item) for text in more.get("voice", []) for item in text.split(" >> ")],
        where=[entity for text in more.get("where", []) for entity in _entities(text)],
        amounts=[_amount(item) for text in more.get("amount", []) for item in text.split(" + ")],
        optional="optional" in more,
    )
    return gold, [name for text in more.get("contexts", []) for name in text.split()]


def _extras(extras: list[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for extra in extras:
        name, _, value = extra.partition(": ")
        if name not in ("voice", "where", "amount", "contexts", "optional"):
            raise NotationError(f"no such extra: {name!r}")
        found.setdefault(name, []).append(value.strip())
    return found


def _entities(text: str) -> list[Actor]:
    text = text.strip()
    return [_entity(item.strip()) for item in text.split(" + ")] if text not in ("", "-") else []


def _entity(text: str) -> Actor:
    match = ENTITY.match(text)
    if match is None:
        raise NotationError(f"no entity: {text!r}")
    country, sector = None, None
    for code in (match["codes"] or "").split():
        country, sector = (country, sector) if code == "-" else _coded(code, country, sector)
    words = match["text"].strip()
    return Actor(
        text=words,
        name=(match["name"] or words).strip(),
        country=country,
        sector=sector,
        optional=bool(match["maybe"]),
    )


def _coded(code: str, country: str | None, sector: str | None) -> tuple[str | None, str | None]:
    from onrecord.codes import plover

    return (country, code) if code in plover.SECTORS else (code, sector)


def _voice(text: str) -> Source:
    match = VOICE.match(text.strip())
    if match is None:
        raise NotationError(f'a voice is: text "cue" stance, not {text!r}')
    return Source(text=match["text"], cue=match["cue"], stance=match["stance"])


def _amount(text: str) -> Count:
    match = AMOUNT.match(text.strip())
    if match is None:
        raise NotationError(f"an amount is: text=value bound unit, not {text!r}")
    value = float(match["value"])
    return Count(
        text=match["text"],
        value=int(value) if value.is_integer() else value,
        bound=match["bound"],
        unit=match["unit"].strip() if match["unit"] else None,
        optional=bool(match["maybe"]),
    )


def _day(text: str) -> Day:
    """``2024-05 month relative``, ``2024-02..2024-05-14 - stated``, ``..2024-05-14 - published``"""
    parts = text.split()
    if len(parts) != 3:
        raise NotationError(f"a date is: days precision basis, not {text!r}")
    days, precision, basis = parts
    start, dots, end = days.partition("..")
    return Day(
        start=_first(start) if start else None,
        end=_last(end if dots else start) if (end or not dots) else None,
        precision=None if precision == "-" else precision,
        basis=basis,
    )


def _first(text: str) -> str:
    return date.fromisoformat(text + "-01-01"[len(text) - 4 :]).isoformat()


def _last(text: str) -> str:
    if len(text) == 4:
        return f"{text}-12-31"
    if len(text) == 7:
        year, month = int(text[:4]), int(text[5:])
        following = date(year + month // 12, month % 12 + 1, 1)
        return date.fromordinal(following.toordinal() - 1).isoformat()
    return date.fromisoformat(text).isoformat()


def wrong(item: Passage) -> Iterator[str]:
    """What a machine can say is wrong with a passage."""
    from bench.reports_check import wrong as wrong_record
    from onrecord.codes.tables import rows

    known = {row["context"] for row in rows("plover_contexts")}
    for gold, contexts in zip(item.records, item.contexts, strict=True):
        for problem in wrong_record(item.text, gold):
            yield f"{gold.event} {gold.trigger!r}: {problem}"
        for context in contexts:
            if context not in known:
                yield f"{gold.event} {gold.trigger!r}: no such context: {context!r}"


def main(arguments: list[str]) -> int:
    """Check the files; 1 where anything is wrong."""
    paths = [Path(name) for name in arguments if not name.startswith("--")] or sorted(
        FOLDER.glob("*.txt")
    )
    problems, seen = 0, Counter[str]()
    for path in paths:
        counts = Counter[str]()
        for item in passages(path):
            seen[item.id] += 1
            counts["passages"] += 1
            counts["without a record"] += not item.records
            counts["words"] += len(item.text.split())
            for gold in item.records:
                counts[gold.event] += 1
                counts[f"status {gold.status}"] += 1
            if "--jsonl" in arguments:
                print(msgspec.json.encode(item).decode())
                continue
            found = [*wrong(item), *(["id used twice"] if seen[item.id] > 1 else [])]
            problems += len(found)
            for problem in found:
                print(f"{path.name}: {item.id}: {problem}")
        if "--jsonl" not in arguments:
            print(path.name, dict(sorted(counts.items())))
    return int(problems > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
