"""When a report came out, as feeds, pages and tables say it: its day, and its time where known.

The day is the one in the time zone that is stated, as an editor would put it on the page.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

from onrecord.errors import OnrecordError
from onrecord.intake.days import day

Moment = tuple[date, str | None]

_DIGITS = re.compile(r"(\d{4})(\d{2})(\d{2})(\d{6})?")
_WITH_TIME = re.compile(r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}")
_MAIL = re.compile(r"(?:[A-Z][a-z]{2},? )?\d{1,2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}(?::\d{2})? \S+$")
_SECONDS = (10**8, 10**10)  # 1973 to 2286
_MILLISECONDS = (10**11, 10**13)


def moment(value: object) -> Moment:
    """The day and the time (ISO 8601, or None) that ``value`` names.

    Takes dates and times, ISO 8601, dates as e-mails, feeds and people write them, 20250314,
    20250314093000, and seconds or milliseconds since 1970. Raises OnrecordError E005.
    """
    if isinstance(value, datetime):
        return _of(value)
    if isinstance(value, date):
        return value, None
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _number(value)
    text = str(value).strip()
    try:
        if digits := _DIGITS.fullmatch(text):
            clock = digits[4] or "000000"
            return _of(datetime.strptime("".join(digits.groups()[:3]) + clock, "%Y%m%d%H%M%S"))
        if text.isdecimal():
            return _number(int(text))
        if _WITH_TIME.match(text):
            return _of(datetime.fromisoformat(text))
        if _MAIL.match(text):
            return _of(parsedate_to_datetime(text))
    except (ValueError, TypeError, IndexError, OverflowError):
        pass  # day() knows more ways to write a date, and says what is wrong
    return day(text), None


def _number(value: int | float) -> Moment:
    for low, high, unit in ((*_SECONDS, 1), (*_MILLISECONDS, 1000)):
        if low <= value < high and value not in range(10**7, 10**8):
            return _of(datetime.fromtimestamp(value / unit, UTC))
    digits = str(int(value)) if value == value and abs(value) < 10**15 else ""
    if _DIGITS.fullmatch(digits):
        return moment(digits)
    raise OnrecordError("E005", value=value)


def _of(value: datetime) -> Moment:
    bare = value.tzinfo is None and (value.hour, value.minute, value.second) == (0, 0, 0)
    return value.date(), None if bare else value.isoformat(timespec="seconds")
