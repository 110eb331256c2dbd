"""Calibration, worked out by hand."""

from __future__ import annotations

import pytest

from bench.calibration import error, verdicts
from bench.gold import Actor, Day, Gold
from onrecord.record import Entity, Part, Record, When


def test_chances_that_mean_what_they_say() -> None:
    assert error([(0.75, True)] * 3 + [(0.75, False)]) == pytest.approx(0.0)


def test_the_distance_of_each_bin_weighed_by_its_size() -> None:
    # 0.95 where half are right: 0.45 off; 0.05 where none is: 0.05 off
    judged = [(0.95, True), (0.95, False), (0.05, False), (0.05, False)]
    assert error(judged) == pytest.approx((2 * 0.45 + 2 * 0.05) / 4)


def test_nothing_judged_is_no_error() -> None:
    assert error([]) == 0.0


def told(status: str = "asserted", actor: str = "Peru", event: str = "AID") -> Record:
    return Record(
        id="1",
        report="r",
        event=event,
        actors=[Entity(text=actor, span=(0, 4), name=actor)],
        when=When(),
        status=status,  # type: ignore[arg-type]
        trigger=Part(text="helped", span=(5, 11)),
        evidence=Part(text="Peru helped Chile.", span=(0, 18)),
        confidence=0.5,
    )


def test_what_makes_a_record_right() -> None:
    day = Day(start=None, end=None, precision=None, basis="published")
    gold = Gold(
        trigger="helped", event="AID", status="asserted", when=day, actors=[Actor(text="Peru")]
    )
    text = "Peru helped Chile."
    assert verdicts(text, [told()], [gold]) == [True]
    assert verdicts(text, [told(status="alleged")], [gold]) == [False]
    assert verdicts(text, [told(actor="Chad")], [gold]) == [False]
    assert verdicts(text, [told(event="ASSAULT")], [gold]) == [False]
    assert verdicts(text, [told()], []) == [False]
