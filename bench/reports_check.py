"""Whether the expected records of bench/reports/ are well formed and rest on their reports' words.

What a machine can say of gold: every word that it quotes stands in the report, every code is in
its code book, every date is one, and status and voices go together. Whether a record is right
is a reader's question. Run: ``python -m bench.reports_check``; the exit status is 1 where
anything is wrong, and each line of the output says where.
"""

from __future__ import annotations

import hashlib
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import get_args

from bench.common import MissingError
from bench.gold import Actor, Day, Gold, occurrences
from bench.records import FIRST, REPORTS, files, gold_of, split
from onrecord.codes import plover
from onrecord.codes.tables import rows
from onrecord.record import Basis, Bound, Stance, Status

FIRST_LINE = re.compile(r" ?date (\d{4}-\d{2}-\d{2})\s")
# These say what a voice commits to; without one they would hang in the air.
NEED_VOICE = {"attributed", "alleged", "denied"}


def wrong(text: str, gold: Gold) -> Iterator[str]:
    """What is wrong with one expected record, given its report's text."""
    yield from _words(text, gold)
    yield from _codes(gold)
    for day in (gold.when, *gold.when_alternatives):
        yield from _dates(day)
    if gold.status == "asserted" and gold.voices:
        yield "asserted, yet it has voices"
    if gold.status in NEED_VOICE and not gold.voices:
        yield f"{gold.status}, yet nobody says so"
    if gold.event == "STATEMENT" and not (gold.voices or gold.optional or gold.negated):
        yield "a STATEMENT by nobody"


def _words(text: str, gold: Gold) -> Iterator[str]:
    found = occurrences(text, gold.trigger)
    if gold.occurrence >= len(found):
        yield f"the trigger stands there {len(found)} times, occurrence is {gold.occurrence}"
    quoted = [entity.text for entity in _entities(gold)]
    quoted += [amount.text for amount in gold.amounts]
    quoted += [words for voice in gold.voices for words in (voice.text, voice.cue or voice.text)]
    for words in quoted:
        if not occurrences(text, words):
            yield f"{words!r} is not in the report"


def _entities(gold: Gold) -> list[Actor]:
    return [*gold.actors, *gold.recipients, *gold.where]


def _codes(gold: Gold) -> Iterator[str]:
    events = (*plover.categories(), "STATEMENT")
    modes = plover.modes(gold.event) if gold.event in plover.categories() else ()
    countries = {row["code"] for row in rows("countries")}
    wanted: list[tuple[str, str | None, Iterable[str]]] = [
        *(("event", event, events) for event in (gold.event, *gold.alternatives)),
        *(("mode", mode, modes) for mode in (gold.mode, *gold.mode_alternatives)),
        *(("status", s, get_args(Status)) for s in (gold.status, *gold.status_alternatives)),
        *(("stance", voice.stance, get_args(Stance)) for voice in gold.voices),
        *(("bound", amount.bound, get_args(Bound)) for amount in gold.amounts),
        *(("country", entity.country, countries) for entity in _entities(gold)),
        *(("sector", entity.sector, plover.SECTORS) for entity in _entities(gold)),
    ]
    for field, value, known in wanted:
        if value is not None and value not in known:
            yield f"no such {field}: {value!r}"


def _dates(day: Day) -> Iterator[str]:
    try:
        ends = [date.fromisoformat(end) for end in (day.start, day.end) if end]
    except ValueError as error:
        yield str(error)
        return
    if not ends:
        yield "a date that is open at both ends"
    if ends != sorted(ends):
        yield f"{day.end} is before {day.start}"
    if day.basis not in get_args(Basis):
        yield f"no such basis: {day.basis!r}"


def check(name: str) -> Iterator[str]:
    """What is wrong with a report's gold, line by line.

    Raises MissingError where a file is not there, ValueError where the JSON is not of the form.
    """
    source, expected = files(name)
    text = source.read_text(encoding="utf-8")
    first = FIRST_LINE.match(text)
    if first is None:
        yield f"{name}: the first line is no date"
    else:
        date.fromisoformat(first[1])
    golds = gold_of(expected)
    for gold in golds:
        # Which of several is said in the file, so that nobody has to know the default.
        several = len(occurrences(text, gold.trigger)) > 1
        if several and not _says_occurrence(expected, gold.trigger):
            yield f"{name}: {gold.trigger!r} stands there more than once, say which"
        yield from (f"{name}: {gold.trigger!r}: {what}" for what in wrong(text, gold))
    keys = Counter((g.trigger, g.occurrence, g.event, str(g.voices)) for g in golds)
    yield from (f"{name}: {key[0]!r}: twice" for key, count in keys.items() if count > 1)


def _says_occurrence(path: Path, trigger: str) -> bool:
    pattern = rf'"trigger": "{re.escape(trigger)}",\s*"occurrence":'
    return re.search(pattern, path.read_text(encoding="utf-8")) is not None


def check_split() -> Iterator[str]:
    """Whether split.json says what sha256 of the names says."""
    names = sorted(
        (path.stem for path in REPORTS.glob("*.txt")),
        key=lambda name: hashlib.sha256(name.encode()).hexdigest(),
    )
    half = len(names) // 2
    said = split()
    for part, want in (("development", names[:half]), ("heldout", names[half:])):
        if sorted(said.get(part, [])) != sorted(want):
            yield f"split.json: {part} should be {', '.join(sorted(want))}"


def main() -> int:
    """Print what is wrong; 0 where nothing is."""
    problems, count = list(check_split()), 0
    for name in (*sorted(path.stem for path in REPORTS.glob("*.txt")), FIRST):
        try:
            problems += check(name)
            count += 1
        except MissingError as error:
            # The report that the project started from is not part of the repository.
            print(f"{name} left out: {error}", file=sys.stderr)
        except ValueError as error:
            problems.append(f"{name}: {error}")
    print(*problems, f"{count} reports, {len(problems)} problems", sep="\n")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
