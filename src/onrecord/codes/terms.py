"""Who held which office when: a name means the person who bore it, in the post of the day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import msgspec

from onrecord.codes.resolution import Resolution
from onrecord.codes.steering import having, official

# For how long after the office a bare surname still means the person, in days.
GRACE_TOP, GRACE = 4 * 366, 366


class Term(msgspec.Struct, frozen=True, kw_only=True):
    """One person's time in one office; ``start`` and ``end`` are inclusive, None is open."""

    name: str
    kind: str = "person"
    country: str | None = None
    sector: str | None = None
    role: str | None = None
    id: str | None = None
    start: date | None = None
    end: date | None = None

    def holds(self, day: date) -> bool:
        """Whether ``day`` lies in the term."""
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)


def term(row: dict[str, str], *, kind: str, id: str | None) -> Term:
    """The term that a row of a table tells. Raises ValueError where a date is none."""
    return Term(
        name=row["name"],
        kind=kind,
        country=row["country"] or None,
        sector=row["sector"] or None,
        role=row["role"] or None,
        start=day(row["start"]),
        end=day(row["end"], last=True),
        id=id,
    )


def day(text: str, *, last: bool = False) -> date | None:
    """The first (or last) day of an ISO date of any length: "2004", "2004-03", "2004-03-09".

    Raises ValueError where the text is no date; None where it is empty.
    """
    if not text:
        return None
    parts = [int(part) for part in text.split("-")]
    if len(parts) == 3:
        return date(*parts)
    year, month = (parts[0], parts[1]) if len(parts) == 2 else (parts[0], 12 if last else 1)
    if not last:
        return date(year, month, 1)
    following = date(year + month // 12, month % 12 + 1, 1)
    return date.fromordinal(following.toordinal() - 1)


def _order(term: Term) -> tuple[bool, date]:
    return term.role in having("top"), term.start or date.min


def named(terms: Iterable[Term], on: date | None) -> Resolution:
    """What a full name means on a day: the post held then, else ELI after it.

    Where two people share the name, it is whoever was in office, else whoever left last.
    Without a day it is the latest post.
    """
    ordered = sorted(terms, key=_order)
    latest = max(ordered, key=lambda t: (t.end is None, t.end or date.min, t.role in having("top")))
    if on is None:
        return _as(latest, latest.sector)
    now = [term for term in ordered if term.holds(on)]
    if now:
        return _as(now[-1], now[-1].sector)
    past = [term for term in ordered if term.end is not None and term.end < on]
    if past:
        last = max(past, key=lambda t: t.end or date.min)
        left = last.kind == "person" and last.sector in official()
        return _as(last, "ELI" if left else last.sector, office=False)
    return _as(min(ordered, key=lambda t: t.start or date.min), None, office=False)


def alone(
    terms: Iterable[Term], on: date | None, *, country: str | None = None
) -> Resolution | None:
    """What a bare surname means on a day: whoever bears it in office, if there is but one.

    Somebody lately out of office is meant where nobody is in it. None where it is ambiguous.
    """
    held = [term for term in terms if country is None or term.country == country]
    if on is None:
        return named(held, None) if len({t.name for t in held}) == 1 else None
    now = [term for term in held if term.holds(on)]
    if not now:
        now = [term for term in held if _lately(term, on)]
    if len({term.name for term in now}) > 1:
        now = [term for term in now if term.role in having("top")]
    if len({term.name for term in now}) != 1:
        return None
    return named([term for term in held if term.name == now[0].name], on)


def _lately(term: Term, on: date) -> bool:
    if term.end is None or term.end >= on:
        return False
    return (on - term.end).days <= (GRACE_TOP if term.role in having("top") else GRACE)


def _as(term: Term, sector: str | None, *, office: bool = True) -> Resolution:
    return Resolution(
        name=term.name,
        kind=term.kind,
        country=term.country,
        sector=sector,
        role=term.role if office else None,
        id=term.id,
    )
