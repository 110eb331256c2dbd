"""Records made by hand for examples/greetings.txt: what tests use where no reader is needed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from onrecord.intake.text import from_file
from onrecord.record import Amount, Entity, Part, Place, Record, Voice, When, record_id
from onrecord.report import Report

EXAMPLE = Path(__file__).parents[1] / "examples" / "greetings.txt"


def greetings() -> Report:
    return from_file(EXAMPLE)


def finder(text: str) -> Callable[..., tuple[int, int]]:
    """A function that gives the span of some words, the ``nth`` time that they stand in text."""

    def span(words: str, nth: int = 1) -> tuple[int, int]:
        start = -1
        for _ in range(nth):
            start = text.index(words, start + 1)
        return start, start + len(words)

    return span


def records(report: Report | None = None) -> list[Record]:
    """Ten records of the example, with every status but none invented beyond its text."""
    report = report or greetings()
    span = finder(report.text)

    def part(words: str, nth: int = 1) -> dict[str, Any]:
        return {"text": words, "span": span(words, nth)}

    def who(words: str, nth: int = 1, name: str | None = None, **known: Any) -> Entity:
        return Entity(**part(words, nth), name=name, **known)

    def voice(words: str, nth: int, cue: str, cue_nth: int = 1, stance: Any = "says") -> Voice:
        return Voice(
            **part(words, nth),
            cue=cue,
            cue_span=span(cue, cue_nth),
            stance=stance,
            entities=[who(words, nth)],
        )

    def made(event: str, trigger: tuple[str, int], **fields: Any) -> Record:
        at = span(*trigger)
        start = report.text.rfind("\n", 0, at[0]) + 1
        end = report.text.find("\n", at[1])
        return Record(
            id=record_id(report.id, at, event),
            report=report.id,
            event=event,
            trigger=Part(text=trigger[0], span=at),
            evidence=Part(text=report.text[start:end], span=(start, end)),
            **fields,
        )

    def dated(start: str | None, end: str | None, precision: str, words: str, **rest: Any) -> When:
        return When(start=start, end=end, precision=precision, **part(words), **rest)

    prime = who("Inês Valadares", kind="person", country="PRT", sector="GOV", role="Prime Minister")
    president = who("Joseph Otieno", kind="person", country="KEN", sector="GOV", role="President")
    otieno = who("Otieno", 2, "Joseph Otieno", kind="person", country="KEN", sector="GOV")
    both = [
        who("two countries", 1, "Portugal", kind="state", country="PRT"),
        who("two countries", 1, "Kenya", kind="state", country="KEN"),
    ]
    portugal = who("Portugal", kind="state", country="PRT", sector="GOV")
    opposition = who("Kenya’s opposition", kind="group", country="KEN", sector="OPP")
    agency = voice("the Lisbon Press Agency", 1, "reported")
    friday = dated("2025-03-14", "2025-03-14", "day", "on Friday", basis="relative")
    january = dated("2025-01-01", "2025-01-31", "month", "in January", basis="relative")
    today = When(start="2025-03-14", end="2025-03-14", precision="day")
    past = When(end="2025-03-14")
    return [
        made("SUPPORT", ("sent greetings", 1), actors=[prime], recipients=[president],
             when=friday, status="attributed", voices=[agency], contexts=["diplomatic"],
             confidence=0.91),
        made("SUPPORT", ("praising", 1), actors=[prime], recipients=[president], when=friday,
             status="attributed", voices=[agency], confidence=0.74,
             quotes=[Part(**part("two decades of steady friendship,"))]),
        made("CONSULT", ("visited", 1), mode="visit", actors=[otieno], when=january,
             where=[Place(**part("Porto"), name="Porto", country="PRT", lat=41.15, lon=-8.61)],
             status="asserted", confidence=0.93),
        made("SUPPORT", ("signed", 1), actors=both, when=january, status="asserted",
             confidence=0.88),
        made("ACCUSE", ("accused", 1), mode="allege", actors=[opposition], recipients=[portugal],
             when=today, status="asserted", confidence=0.9),
        made("MOBILIZE", ("sending", 1), actors=[portugal], when=past, status="alleged",
             where=[Place(**part("Mombasa"), name="Mombasa", country="KEN", lat=-4.05, lon=39.67)],
             amounts=[Amount(**part("more than 40 trawlers"), value=40, bound="more",
                             unit="trawlers")],
             voices=[voice("Kenya’s opposition", 1, "accused", 1, "alleges")], confidence=0.81),
        made("MOBILIZE", ("fished", 1), actors=[who("We", 1, "Portugal", kind="state")], when=past,
             status="denied",
             voices=[voice("a government spokesman", 1, "said", 1, "denies")], confidence=0.69),
        made("REQUEST", ("ask", 1), actors=[who("Nairobi", 1, "Kenya", kind="state")],
             recipients=[who("the European Union", 1, "European Union", sector="IGO")],
             when=When(start="2025-03-14", basis="context"), status="believed",
             voices=[voice("Analysts", 1, "believe", 1, "believes")], confidence=0.77),
        made("COOPERATE", ("train", 1), actors=[who("both navies", 1, kind="group", sector="MIL")],
             when=dated("2025-09-01", "2025-11-30", "season", "in the autumn", basis="relative"),
             status="wished", contexts=["military"], confidence=0.72,
             voices=[voice("Valadares", 2, "said", 2), voice("she", 2, "hoped", 1, "wishes")]),
        made("CONSULT", ("visit", 2), mode="visit", actors=[otieno],
             where=[Place(**part("Lisbon", 2), name="Lisbon", country="PRT")],
             when=dated("2025-04-01", "2025-04-30", "month", "next month", basis="relative"),
             status="intended", voices=[voice("Otieno", 3, "plans", 1, "intends")],
             confidence=0.86),
        made("REJECT", ("suspend", 1), actors=[who("Kenya", 3, kind="state", country="KEN")],
             when=When(start="2025-03-14"), status="conditional", confidence=0.7,
             voices=[voice("a foreign ministry official", 1, "according to")]),
    ]  # fmt: skip
