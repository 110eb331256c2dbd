"""Days and figures that reports give each in their own way."""

from __future__ import annotations

from datetime import date

import pytest

from onrecord.ledger.agreement import days, figures, span
from onrecord.record import Amount, Record
from onrecord.report import Report
from tests.ledger.told_samples import record


def amount(text: str, value: float, bound: str = "exact") -> Amount:
    return Amount(text=text, span=(0, len(text)), value=value, bound=bound, unit="troops")  # type: ignore[arg-type]


def told(*amounts: tuple[str, float, str], start: str | None = None) -> Record:
    words = " and ".join(words for words, *_ in amounts) or "some"
    report = Report(text=f"Kenya sent {words} troops to Fiji.", published=date(2025, 3, 14))
    return record(report, "sent", "AID", "Kenya", "Fiji", amounts=amounts, start=start)


def test_the_figures_of_the_task() -> None:
    """ "over 10,000", "11,000" and "some 12,000" can all be true."""
    found = figures([
        told(("over 10,000", 10000, "more")), told(("11,000", 11000, "exact")),
        told(("some 12,000", 12000, "about")),
    ])  # fmt: skip
    (one,) = found
    assert one.agree
    assert (one.low, one.high, one.unit) == (10000, 12000, "troops")
    assert one.texts == ["over 10,000", "11,000", "some 12,000"]


@pytest.mark.parametrize(
    ("texts", "agree"),
    [
        ([("11,437", 11437, "exact"), ("11,438", 11438, "exact")], False),
        ([("over 10,000", 10000, "more"), ("under 9,000", 9000, "less")], False),
        ([("three", 3, "exact"), ("four", 4, "exact")], False),
        ([("three", 3, "exact"), ("more than two", 2, "more")], True),
        ([("30,000", 30000, "exact"), ("12,000", 12000, "exact")], False),
    ],
)
def test_agreement(texts: list[tuple[str, float, str]], agree: bool) -> None:
    assert figures([told(text) for text in texts])[0].agree is agree


def test_ranges() -> None:
    assert span(amount("over 10", 10, "more")) == (10, float("inf"))
    assert span(amount("some 10", 10, "about")) == (8, 12)
    assert span(amount("11,437", 11437)) == (11437, 11437)
    assert span(amount("11,000", 11000)) == pytest.approx((9900, 12100))
    assert span(amount("40", 40)) == (40, 40)


def test_days() -> None:
    found = days([told(start="2025-03-12"), told(start="2025-03-12"), told(start="2025-03-13")])
    assert found.told == [("2025-03-12", "2025-03-12", 2), ("2025-03-13", "2025-03-13", 1)]
    assert not found.agree
    # The day of publication is nobody's word on when it happened.
    assert days([told(), told(start="2025-03-12")]).agree
    assert days([told()]).told == []
