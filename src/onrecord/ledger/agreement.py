"""Do the reports agree? On the day, and on figures that each gives in its own way.

"over 10,000", "11,000" and "some 12,000" troops can all be true of one number. An amount is the
range that its bound leaves open; amounts of one unit agree where some number lies in all ranges.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from onrecord.ledger.stems import stem, words
from onrecord.record import Amount, Record

ABOUT = 0.2
"""How far off, as a share, a number may be that is called rough or rounded ("some 12,000")."""
ROUND = 0.1
"""The same for a bare number of two digits and noughts after them: 11,000 may be 11,400."""


class Figures(msgspec.Struct, frozen=True, kw_only=True):
    """The amounts of one unit: the words for them, lowest to highest, and whether they agree."""

    unit: str
    texts: list[str]
    low: float
    high: float
    agree: bool


class Days(msgspec.Struct, frozen=True, kw_only=True):
    """The days told: every (start, end) with how many records say so, most first; agree: some
    day lies in all of them. Days that are only those of publication are left out."""

    told: list[tuple[str | None, str | None, int]]
    agree: bool


def figures(records: Iterable[Record]) -> list[Figures]:
    """The amounts of the records, unit by unit; those without a value are left out."""
    by_unit: dict[str, list[Amount]] = {}
    for record in records:
        for amount in record.amounts:
            if amount.value is not None:
                key = " ".join(map(stem, words(amount.unit or "")))
                by_unit.setdefault(key, []).append(amount)
    return [_figures(amounts) for _, amounts in sorted(by_unit.items())]


def days(records: Iterable[Record]) -> Days:
    """The days of the records."""
    counts: dict[tuple[str | None, str | None], int] = {}
    for record in records:
        if record.when.basis != "published" and (record.when.start or record.when.end):
            both = (record.when.start, record.when.end)
            counts[both] = counts.get(both, 0) + 1
    latest = max((start or "" for start, _ in counts), default="")
    earliest = min((end or "9999" for _, end in counts), default="9999")
    order = sorted(counts.items(), key=lambda item: (-item[1], item[0][0] or "", item[0][1] or ""))
    return Days(told=[(*both, count) for both, count in order], agree=latest <= earliest)


def span(amount: Amount) -> tuple[float, float]:
    """The numbers that an amount may mean."""
    value = float(amount.value or 0)
    if amount.bound == "more":
        return value, float("inf")
    if amount.bound == "less":
        return float("-inf"), value
    # "10 to 12" comes as its first number: as vague as a rough one
    room = ABOUT if amount.bound in ("about", "range") else ROUND if _is_round(value) else 0.0
    return value - abs(value) * room, value + abs(value) * room


def _is_round(value: float) -> bool:
    digits = f"{value:.0f}".rstrip("0")
    return value >= 100 and value == int(value) and len(digits) <= 2


def _figures(amounts: Sequence[Amount]) -> Figures:
    spans = [span(amount) for amount in amounts]
    ordered = sorted(amounts, key=lambda amount: (float(amount.value or 0), amount.text))
    return Figures(
        unit=ordered[0].unit or "",
        texts=list(dict.fromkeys(amount.text for amount in ordered)),
        low=float(ordered[0].value or 0),
        high=float(ordered[-1].value or 0),
        agree=max(low for low, _ in spans) <= min(high for _, high in spans),
    )
