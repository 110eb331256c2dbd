"""Whose word stood first, and what became of it: claims, borne out and disputed."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from onrecord.ledger.claims import Claim, claims
from onrecord.ledger.ledger import Ledger
from onrecord.ledger.summary import Telling
from onrecord.report import Report
from tests.ledger.told_samples import record

WORDS = "{}Kenya sent 11,000 troops to Fiji."


def telling(
    day: int, outlet: str = "", voice: str = "", *, story: str = "", **fields: Any
) -> Telling:
    text = f"No. {day} {outlet}. " + WORDS.format(f"{voice} said " if voice else "")
    report = Report(text=text, published=date(2025, 3, day) if day else None, outlet=outlet)
    made = record(report, "sent", "AID", "Kenya", "Fiji", voice=voice, **fields)
    published = f"2025-03-{day:02}" if day else None
    outlets = (outlet,) if outlet else ()
    return Telling(record=made, outlets=outlets, published=published, story=story)


FIRST = telling(1, "Tide", "Tonga")


def one(*others: Telling, first: Telling = FIRST) -> Claim:
    (found,) = claims([*others, first])
    assert (found.key, found.name, found.record) == ("tonga", "Tonga", first.record.id)
    return found


def test_alone() -> None:
    assert one() == Claim(key="tonga", name="Tonga", record=FIRST.record.id)


@pytest.mark.parametrize(
    "later",
    [
        telling(2, "Gull"),
        telling(2, "", ""),
        telling(2, "Tide", "Chile"),
        telling(9, "Gull", "Chile"),
    ],
)
def test_borne_out(later: Telling) -> None:
    assert one(later).borne_out == later.record.id
    assert one(later).disputed is None


@pytest.mark.parametrize(
    "other",
    [
        telling(2, "Gull", "Tonga"),  # the same voice
        telling(2, "Tide"),  # the same outlet
        telling(1, "Reef", "Chile"),  # the same day
        telling(0, "Reef"),  # nobody knows when
        telling(2, "Gull", "Chile", status="alleged"),
        telling(2, "Gull", status="intended"),
        telling(2, "Gull", "Chile", status="believed"),
    ],
)
def test_not_borne_out(other: Telling) -> None:
    claim = next(found for found in claims([FIRST, other]) if found.name == "Tonga")
    assert claim.borne_out is None and claim.disputed is None


def test_a_rewrite_that_drops_the_voice_bears_nothing_out() -> None:
    first = telling(1, "Tide", "Tonga", story="s")
    assert one(telling(2, "Gull", story="s"), first=first).borne_out is None
    assert one(telling(2, "Gull", story="t"), first=first).borne_out is not None


@pytest.mark.parametrize(
    "other",
    [
        telling(1, "Gull", "Kenya", status="denied"),
        telling(3, "Gull", negated=True),
        telling(3, "Gull", "Kenya", negated=True),
    ],
)
def test_disputed(other: Telling) -> None:
    claim = one(other)
    assert (claim.disputed, claim.borne_out) == (other.record.id, None)


def test_both() -> None:
    denial, fact = telling(2, "Gull", "Kenya", status="denied"), telling(3, "Reef")
    assert one(fact, denial).disputed == denial.record.id
    assert one(fact, denial).borne_out == fact.record.id


def test_no_denial_of_a_denial() -> None:
    """Who denies that it did not happen disputes nothing."""
    assert one(telling(3, "Gull", "Kenya", status="denied", negated=True)).disputed is None


def test_no_claim() -> None:
    assert claims([]) == []
    assert claims([telling(0, "Tide", "Tonga")]) == []
    assert claims([telling(1, "Gull"), FIRST]) == []  # a report vouches for it at once
    assert claims([telling(1, "Gull"), telling(2, "Tide", "Tonga")]) == []
    assert claims([telling(1, "Tide", "Tonga", status="denied")]) == []
    assert claims([telling(1, "Tide", "Tonga", status="wished")]) == []
    assert [c.name for c in claims([FIRST, telling(1, "Reef", "Chile")])] == ["Chile", "Tonga"]


def test_in_a_ledger(ledger: Ledger) -> None:
    later, denial = telling(2, "Gull"), telling(3, "Reef", "Kenya", status="denied")
    for told in (FIRST, later, denial):
        report = Report(text=told.record.evidence.text, published=date.fromisoformat(
            told.published or ""), outlet=told.outlets[0])  # fmt: skip
        ledger.put(report, [told.record])
    (before,) = ledger.voices(of="Tonga")
    assert (before.claims, before.borne_out) == (None, None)
    ledger.update()
    (tonga,) = ledger.voices(of="Tonga")
    assert (tonga.claims, tonga.borne_out, tonga.disputed) == (1, 1, 1)
    (kenya,) = ledger.voices(of="KEN")
    assert (kenya.denies, kenya.claims, kenya.borne_out, kenya.disputed) == (0, 0, 0, 0)
    assert ledger.voices(of="Tonga", events=("ASSAULT",)) == []
    ledger.decide("not_same", FIRST.record.id, later.record.id)
    assert ledger.voices(of="Tonga")[0].borne_out == 0
    assert ledger.check() == []
