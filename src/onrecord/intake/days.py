"""The day of publication, as people write it in headers; what is ambiguous is refused.

Simple so far: ISO 8601, "14 March 2025", "March 14, 2025", and the dates of e-mail and feeds.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime

from onrecord.errors import OnrecordError

_ISO = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[T ]\d{2}:\d{2}.*)?")
# Clock times after a written date add nothing to its day.
_CLOCK = re.compile(r",?\s+(?:at\s+)?\d{1,2}:\d{2}\b.*$")
_WEEKDAY = re.compile(r"^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s+", re.I)
_WRITTEN = ("%d %B %Y", "%d %b %Y", "%B %d %Y", "%b %d %Y")


def day(value: str | date) -> date:
    """The day that ``value`` names. Raises OnrecordError E005 where there is no such day.

    A datetime gives its own day, in its own time zone.
    """
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    text = value.strip()
    try:
        if iso := _ISO.fullmatch(text):
            return date.fromisoformat(iso[1])
        return _written(text) or parsedate_to_datetime(text).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        raise OnrecordError("E005", value=value) from None


def _written(text: str) -> date | None:
    plain = _WEEKDAY.sub("", _CLOCK.sub("", text)).replace(",", " ").replace(".", " ")
    plain = " ".join(re.sub(r"(?<=\d)(?:st|nd|rd|th)\b", "", plain).split())
    plain = re.sub(r"\bSept\b", "Sep", plain, flags=re.I)
    for form in _WRITTEN:
        try:
            return datetime.strptime(plain, form).date()
        except ValueError:
            continue
    return None
