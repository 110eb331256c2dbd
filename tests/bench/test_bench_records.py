"""Alignment and figures of whole reports, on a text of our own."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import msgspec
import pytest

import bench.records as module
from bench.common import Counts, MissingError
from bench.gold import BESIDE, FIELDS, Actor, Count, Day, Gold, Source, occurrences, trigger_span
from bench.records import align, difference, gold_of, score, show, split
from onrecord.record import Amount, Entity, Part, Place, Record, Status, Voice, When
from onrecord.report import Report

TEXT = "Peru bombed Kiel, the mayor said. Oslo denied that it sent 40 tanks. It sent none."


def at(words: str, number: int = 0) -> tuple[int, int]:
    return occurrences(TEXT, words)[number]


def record(trigger: str, event: str, number: int = 0, **fields: Any) -> Record:
    span = at(trigger, number)
    start = TEXT.rfind(". ", 0, span[0]) + 2 if ". " in TEXT[: span[0]] else 0
    end = TEXT.find(".", span[1]) + 1
    given: dict[str, Any] = {
        "id": f"{span}{event}",
        "report": "r",
        "when": When(start="2024-05-01", end="2024-05-01", precision="day", basis="published"),
        "status": "asserted",
        "confidence": 0.5,
    }
    return Record(
        event=event,
        trigger=Part(text=trigger, span=span),
        evidence=Part(text=TEXT[start:end], span=(start, end)),
        **(given | fields),
    )


def entity(words: str, country: str | None = None, name: str | None = None) -> Entity:
    return Entity(text=words, span=at(words), country=country, name=name or words)


def voice(words: str, stance: str) -> Voice:
    return Voice(text=words, span=at(words), stance=stance)  # type: ignore[arg-type]


DAY = Day(start="2024-05-01", end="2024-05-01", precision="day", basis="published")
BOMBED = Gold(
    trigger="bombed",
    event="ASSAULT",
    mode="aerial",
    status="attributed",
    when=DAY,
    actors=[Actor(text="Peru", country="PER")],
    recipients=[Actor(text="Kiel", name="Kiel", country="DEU", optional=True)],
    voices=[Source(text="the mayor", stance="says")],
)
SENT = Gold(
    trigger="sent",
    event="AID",
    alternatives=["MOBILIZE"],
    status="denied",
    when=DAY,
    actors=[Actor(text="it", name="Norway", country="NOR")],
    amounts=[Count(text="40 tanks", value=40)],
    voices=[Source(text="Oslo", stance="denies")],
)
NONE = Gold(trigger="sent", occurrence=1, event="AID", status="asserted", when=DAY, optional=True)

RIGHT_BOMBED = record(
    "bombed",
    "ASSAULT",
    mode="aerial",
    status="attributed",
    actors=[entity("Peru", "PER")],
    voices=[voice("mayor", "says")],
)
RIGHT_SENT = record(
    "sent",
    "AID",
    status="denied",
    actors=[entity("it", "NOR", "Norway")],
    amounts=[Amount(text="40 tanks", span=at("40 tanks"), value=40, unit="tanks")],
    voices=[voice("Oslo", "denies")],
)


def wrong(found: Record, gold: Gold) -> set[str]:
    return {n for n, judge in (FIELDS | BESIDE).items() if judge(found, gold, TEXT) is False}


def test_triggers_are_whole_words() -> None:
    assert trigger_span(TEXT, NONE) == at("sent", 1)
    assert occurrences(TEXT, "it") == [(TEXT.index(" it ") + 1, TEXT.index(" it ") + 3)]
    with pytest.raises(ValueError, match=r"'bomb' \[0\]"):
        trigger_span(TEXT, msgspec.structs.replace(BOMBED, trigger="bomb"))


def test_all_right() -> None:
    result = score(TEXT, [RIGHT_BOMBED, RIGHT_SENT], [BOMBED, SENT, NONE])
    figures = result.figures()
    assert next(iter(figures)) == "honour_breaches"
    assert figures.pop("honour_breaches") == 0.0
    assert (figures.pop("required"), figures.pop("handed_on")) == (2.0, 2.0)
    assert set(figures.values()) == {100.0}
    assert "right_sectors" not in figures  # no gold entity has a sector


def test_figures_by_hand() -> None:
    """Bombed is found as asserted; sent is lost; the optional one and an extra are found."""
    vouched = msgspec.structs.replace(RIGHT_BOMBED, status="asserted", voices=[], mode=None)
    extra = record("said", "STATEMENT")
    optional = record("sent", "AID", 1)
    result = score(TEXT, [vouched, extra, optional], [BOMBED, SENT, NONE])
    assert result.found == Counts(1, 3, 2)
    assert result.expected == Counts(2, 3, 3)
    figures = result.figures()
    assert figures["honour_breaches"] == 100.0
    assert figures["found"] == 50.0
    assert figures["precision"] == pytest.approx(200 / 3)
    assert figures["right_status"] == figures["right_voices"] == figures["right_mode"] == 0.0
    assert figures["right_mean"] == pytest.approx(100 * 6 / 9)
    both = result + result
    assert both.found == Counts(2, 6, 4)
    assert both.figures() == figures | {"required": 4.0, "handed_on": 2.0}


def test_each_field() -> None:
    change = msgspec.structs.replace
    assert wrong(RIGHT_SENT, SENT) == set()
    assert wrong(change(RIGHT_SENT, event="MOBILIZE", mode="troops"), SENT) == set()
    assert wrong(change(RIGHT_SENT, event="ASSAULT"), SENT) == {"event"}
    assert wrong(change(RIGHT_SENT, actors=[]), SENT) == {"actors"}
    assert wrong(change(RIGHT_SENT, actors=[entity("it", None, "norway")]), SENT) == set()
    assert wrong(change(RIGHT_SENT, actors=[entity("it", "NOR"), entity("Oslo", "NOR")]), SENT) == {
        "actors"
    }
    assert wrong(change(RIGHT_SENT, recipients=[entity("Kiel")]), SENT) == {"recipients"}
    assert wrong(change(RIGHT_BOMBED, recipients=[entity("Kiel")]), BOMBED) == set()
    assert wrong(change(RIGHT_SENT, voices=[voice("Oslo", "says")]), SENT) == {"voices"}
    assert wrong(change(RIGHT_SENT, voices=[voice("tanks", "denies")]), SENT) == {"voices"}
    assert wrong(change(RIGHT_SENT, negated=True), SENT) == {"negated"}
    assert wrong(change(RIGHT_SENT, amounts=[]), SENT) == {"amounts"}
    stated = When(start="2024-05-01", end="2024-05-01", precision="day", basis="stated")
    assert wrong(change(RIGHT_SENT, when=stated), SENT) == {"basis"}
    month = When(start="2024-05-01", end="2024-05-31", precision="month", basis="stated")
    assert wrong(change(RIGHT_SENT, when=month), SENT) == {"when", "basis"}
    other = Day(start="2024-05-01", end="2024-05-31", precision="month", basis="stated")
    either = change(SENT, when_alternatives=[other])
    assert wrong(change(RIGHT_SENT, when=month), either) == set()
    # The basis must go with the days that were given.
    assert wrong(change(RIGHT_SENT, when=stated), either) == {"basis"}


def test_sectors_and_alternative_statuses() -> None:
    gold = Gold(
        trigger="said",
        event="STATEMENT",
        status="attributed",
        status_alternatives=["asserted"],
        when=DAY,
        actors=[Actor(text="the mayor", country="DEU", sector="GOV")],
    )
    mayor = msgspec.structs.replace(entity("mayor", "DEU"), sector="MIL")
    found = record("said", "STATEMENT", actors=[mayor])
    assert wrong(found, gold) == {"sectors"}
    # Where the gold would take asserted as well, asserted breaks no word.
    assert score(TEXT, [found], [gold]).handed_on == 0


def test_alignment_prefers_trigger_then_category_then_fields() -> None:
    # Told again under one trigger: the denied one goes to the denied, whatever the order.
    believed = msgspec.structs.replace(SENT, status="believed", voices=[])
    found = [RIGHT_SENT, msgspec.structs.replace(RIGHT_SENT, status="believed", voices=[])]
    assert align(TEXT, found, [believed, SENT]) == {0: 1, 1: 0}
    # Another trigger in the evidence counts only for the same category.
    near = record("denied", "AID")
    assert align(TEXT, [near], [SENT]) == {0: 0}
    assert align(TEXT, [record("denied", "REJECT")], [SENT]) == {}
    assert align(TEXT, [near, record("sent", "REJECT")], [SENT]) == {1: 0}


def test_difference_names_what_differs() -> None:
    status: Status = "alleged"
    found = [msgspec.structs.replace(RIGHT_BOMBED, status=status), record("said", "STATEMENT")]
    lines = list(difference(TEXT, found, [BOMBED, SENT, NONE]))
    assert lines[:2] == ["~ ASSAULT 'bombed'", "    status: alleged, expected attributed"]
    assert [line[0] for line in lines[2:]] == ["-", ".", "+"]


def test_gold_with_an_unknown_key_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    path.write_bytes(msgspec.json.encode([msgspec.to_builtins(BOMBED) | {"statsu": "x"}]))
    with pytest.raises(ValueError, match=r"x\.json: .*statsu"):
        gold_of(path)


def test_whole_run_and_show(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("one", "two"):
        (tmp_path / f"{name}.txt").write_text(TEXT, encoding="utf-8")
        (tmp_path / f"{name}.json").write_bytes(msgspec.json.encode([BOMBED]))
    (tmp_path / "split.json").write_text('{"development": ["one"], "heldout": ["two"]}')
    monkeypatch.setattr(module, "REPORTS", tmp_path)
    monkeypatch.setenv("ONRECORD_DATA", str(tmp_path / "none"))
    reader = SimpleNamespace(read=lambda report: [RIGHT_BOMBED])
    monkeypatch.setattr(module, "load", lambda *_: reader)
    monkeypatch.setattr(
        module,
        "part",
        lambda *_: lambda path: Report(text=path.read_text(), published=date(2024, 5, 1)),
    )
    outcomes = module.run()
    assert [outcome.data for outcome in outcomes] == ["development", "heldout"]
    assert outcomes[0].figures["found"] == 100.0
    assert list(show("one")) == ["= ASSAULT 'bombed'"]
    with pytest.raises(MissingError, match="held out"):
        show("two")


def as_record(text: str, gold: Gold) -> Record:
    """The record that a perfect reader would make of an expected one."""
    span = trigger_span(text, gold)

    def entities(actors: list[Actor]) -> list[Entity]:
        fields = ("text", "name", "country", "sector")
        return [Entity(span=span, **{f: getattr(a, f) for f in fields}) for a in actors]

    return Record(
        id=f"{span}{gold.event}",
        report="r",
        event=gold.event,
        mode=gold.mode,
        actors=entities(gold.actors),
        recipients=entities(gold.recipients),
        when=msgspec.convert(msgspec.to_builtins(gold.when), When),
        where=[Place(text=p.text, span=span, name=p.name) for p in gold.where],
        amounts=[
            Amount(text=a.text, span=span, value=a.value, bound=a.bound)  # type: ignore[arg-type]
            for a in gold.amounts
        ],
        status=gold.status,  # type: ignore[arg-type]
        negated=gold.negated,
        voices=[
            Voice(text=v.text, span=occurrences(text, v.text)[0], stance=v.stance or "says")  # type: ignore[arg-type]
            for v in gold.voices
        ],
        trigger=Part(text=gold.trigger, span=span),
        evidence=Part(text=text, span=(0, len(text))),
        confidence=1.0,
    )


@pytest.mark.parametrize("path", sorted(module.REPORTS.glob("*.txt")), ids=lambda path: path.stem)
def test_a_perfect_reader_gets_everything_right(path: Path) -> None:
    """Every expected record that stands can be met, whatever the order they come in."""
    text = path.read_text(encoding="utf-8")
    gold = gold_of(path.with_suffix(".json"))
    found = [as_record(text, expected) for expected in reversed(gold)]
    figures = score(text, found, gold).figures()
    assert figures.pop("required") == sum(not expected.optional for expected in gold)
    figures.pop("handed_on")
    assert figures.pop("honour_breaches", 0.0) == 0.0
    assert set(figures.values()) == {100.0}


def test_the_split_names_every_report_once() -> None:
    names = [name for reports in split().values() for name in reports if name != module.FIRST]
    assert sorted(names) == [path.stem for path in sorted(module.REPORTS.glob("*.txt"))]
