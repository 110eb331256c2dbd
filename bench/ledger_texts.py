"""Reports and records made up from a seed, for the bench of the ledger: like news in their skew.

``synthetic``: countries and events as often as news has them, one report in ten with a rare word.
``short``: single sentences to be really read, no two with the same names.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta

PER_REPORT = 5
SEED = 6
_EVENTS = ("CONSULT", "ACCUSE", "SUPPORT", "AID", "THREATEN", "ASSAULT", "AGREE", "REQUEST")
WORDS = [
    "ministry",
    "border",
    "talks",
    "trade",
    "harbour",
    "convoy",
    "election",
    "army",
    "court",
    "envoy",
    "budget",
    "summit",
    "region",
    "police",
    "river",
    "treaty",
    "market",
    "union",
    "strike",
    "visit",
    "relief",
    "rebels",
    "bank",
    "school",
    "bridge",
]


def countries() -> list[str]:
    """Codes by how often they act: the first of them in a tenth of all records."""
    from onrecord.codes.countries import countries as known

    return sorted(known())[:120]


def synthetic(count: int) -> Iterator[tuple[object, list[object]]]:
    """Reports with PER_REPORT records each, ``count`` records in all; as Report and Records."""
    from onrecord.record import Entity, Part, Record, Voice, When, record_id
    from onrecord.report import Report

    chance, codes = random.Random(SEED), countries()
    weights = [1 / (place + 3) for place in range(len(codes))]
    for number in range(count // PER_REPORT):
        day = date(2015, 1, 1) + timedelta(days=chance.randrange(3650))
        rare = f" rare{number // 10}" if number % 10 == 0 else ""
        lines = []
        for _ in range(PER_REPORT):
            one, other = chance.choices(codes, weights, k=2)
            filler = " ".join(chance.choices(WORDS, k=25))
            lines.append(f"{one} met {other}, an official of {one} said, {filler}{rare}.")
        report = Report(text=f"No. {number}.\n" + "\n".join(lines), published=day)
        records: list[object] = []
        start = report.text.index("\n") + 1
        for line in lines:
            event, span = chance.choice(_EVENTS), (start + 4, start + 7)
            one, other = (
                Entity(text=line[at : at + 3], span=(start + at, start + at + 3), kind="state",
                       country=line[at : at + 3], name=line[at : at + 3], sector="GOV")
                for at in (0, 8)
            )  # fmt: skip
            at = start + line.index("an official")
            voice = Voice(text="an official", span=(at, at + 11), cue="said", entities=[one])
            records.append(
                Record(
                    id=record_id(report.id, span, event), report=report.id, event=event,
                    actors=[one], recipients=[other], status="attributed", voices=[voice],
                    when=When(start=day.isoformat(), end=day.isoformat(), precision="day"),
                    trigger=Part(text="met", span=span), confidence=0.8,
                    evidence=Part(text=line, span=(start, start + len(line))),
                )
            )  # fmt: skip
            start += len(line) + 1
        yield report, records


def short(count: int) -> Iterator[str]:
    """Texts of one sentence, with names that come once only: whatever keeps names would grow."""
    from onrecord.codes.countries import countries as known

    chance, states = random.Random(SEED), [known()[code].name for code in countries()]
    for _ in range(count):
        one, other = chance.sample(states, 2)
        person, place = ("".join(chance.choices(_SYLLABLES, k=4)).title() for _ in range(2))
        yield chance.choice(PATTERNS).format(
            one=one, other=other, person=person, place=place,
            number=chance.randrange(100, 99_999), word=chance.choice(WORDS),
        )  # fmt: skip


_SYLLABLES = ["ba", "den", "ka", "lor", "mi", "nesh", "o", "pul", "ra", "sto", "ti", "vek"]
PATTERNS = [
    "{one} accused {other} of sending {number:,} soldiers to {place}, {person} said on Tuesday.",
    "{person}, an official of {one}, denied that {other} had closed the port of {place}.",
    "Envoys of {one} and {other} met in {place} to sign a treaty on the {word}.",
    "Police in {place} detained {number} people after a protest against the {word}.",
]
