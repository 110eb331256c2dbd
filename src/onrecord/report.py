"""A report: one news text, with what is known of it.

Everything downstream points into ``Report.text`` by spans, so the text is kept
exactly as it came: nothing here strips, folds or normalises it.
"""

from __future__ import annotations

import hashlib
from datetime import date

import msgspec


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """One news text and what is known of it.

    text: the text as stored; spans count its Unicode code points.
    published: the day of publication, or None where it is not known.
    title, outlet, address: as given, or None.
    """

    text: str
    published: date | None = None
    title: str | None = None
    outlet: str | None = None
    address: str | None = None

    @property
    def id(self) -> str:
        """Stable id: 16 hex digits of SHA-256 over the text and the day of publication."""
        day = self.published.isoformat() if self.published else ""
        content = f"{day}\n{self.text}".encode("utf-8", "surrogatepass")
        return hashlib.sha256(content).hexdigest()[:16]
