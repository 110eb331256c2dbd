"""When: the time expressions of a text, as TIMEX3 values and as intervals of days."""

from onrecord.reading.dates.tagger import TimeExpression, find

__all__ = ["TimeExpression", "find"]
