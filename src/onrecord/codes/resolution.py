"""What a noun phrase means, as far as tables can say."""

from __future__ import annotations

import msgspec


class Resolution(msgspec.Struct, frozen=True, kw_only=True):
    """Who a phrase means. What the phrase and the tables do not say is None.

    kind: person, state, organisation, group, people or place. country: ISO 3166-1 alpha-3.
    sector: PLOVER. role: as the phrase gives it, else the office in our table. id: Wikidata.
    sure: False where only a weak pattern matched.
    """

    name: str | None = None
    kind: str | None = None
    country: str | None = None
    sector: str | None = None
    role: str | None = None
    id: str | None = None
    sure: bool = True
