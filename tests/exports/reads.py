"""Reports with their records, for the tests of exports: the example, and one that means harm."""

from __future__ import annotations

from datetime import date

from onrecord.record import Amount, Entity, Part, Place, Record, Voice, When
from onrecord.report import Report
from tests.samples import finder, greetings, records

Reads = list[tuple[Report, list[Record]]]

FORMULA = '=HYPERLINK("http://example.org")'
LONG = "“" + "We will never, ever give up our fishing grounds. " * 8 + "”"


def example() -> Reads:
    return [(greetings(), records())]


def hostile() -> Reads:
    """Markup, formulas, control characters, line breaks, a script's address, a date of no day."""
    evil = f"{FORMULA}\n<b>&amp;\x07\tTogo\r\n"
    text = f"{evil} struck {LONG} at 7.\n\U0001f30d Ghana, Benin and Mali met."
    span = finder(text)
    report = Report(
        text=text,
        published=date(2025, 3, 14),
        title=evil,
        outlet=evil,
        address="javascript:alert(1)",
    )
    who = Entity(text=evil, span=(0, len(evil)), name=evil, kind="group", role=evil)
    struck = Record(
        id="00ab",
        report=report.id,
        event="ASSAULT",
        mode="explosives",
        contexts=["military", "terrorism"],
        cameo="183",
        actors=[who],
        recipients=[Entity(text="Ghana", span=span("Ghana"), name="Ghana", kind="state",
                           country="GHA", id="Q117")],
        when=When(start="2025-02-30", end="2025-03-13", text="at 7", span=span("at 7")),
        where=[Place(text="Ghana", span=span("Ghana"), name="Ghana", country="GHA", lat=-0.5,
                     lon=-1.5, geonames=2300660)],
        amounts=[Amount(text="7", span=span("7"), value=7.5, bound="about", unit="=1+1")],
        status="alleged",
        negated=False,
        voices=[Voice(text=evil, span=(0, len(evil)), cue="struck", cue_span=span("struck"),
                      stance="alleges", entities=[who])],
        quotes=[Part(text=LONG, span=span(LONG))],
        trigger=Part(text="struck", span=span("struck")),
        evidence=Part(text=text[: text.index("\U0001f30d")], span=(0, text.index("\U0001f30d"))),
        confidence=0.5,
    )  # fmt: skip
    last = "Ghana, Benin and Mali met."
    met = Record(
        id="00cd",
        report=report.id,
        event="CONSULT",
        actors=[
            Entity(text=name, span=span(name), name=name, kind="state", country=code, id=known)
            for name, code, known in (
                ("Ghana", "GHA", "Q117"), ("Benin", "BEN", "Q962"), ("Mali", "MLI", "Q912"),
            )
        ],
        when=When(),
        status="asserted",
        negated=True,
        trigger=Part(text="met", span=span("met")),
        evidence=Part(text=last, span=span(last)),
        confidence=1.0,
    )  # fmt: skip
    return [(report, [struck, met])]


def everything() -> Reads:
    """Both, and a report that puts nothing on record."""
    return [*example(), *hostile(), (Report(text="Rain is on its way."), [])]
