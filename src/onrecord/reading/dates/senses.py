"""The senses that the rules of dates_rules.tsv name, each a function from a case to a meaning."""

from __future__ import annotations

from collections.abc import Callable

from onrecord.reading.dates import beside, clock, explicit, relative, results, seasons, units
from onrecord.reading.dates.scene import Case, Meaning

Sense = Callable[[Case], Meaning | None]

SENSES: dict[str, Sense] = {
    "iso": explicit.iso,
    "slash": explicit.slash,
    "day": explicit.day,
    "next_day": explicit.next_day,
    "month": explicit.month,
    "nth": explicit.nth,
    "year": explicit.year,
    "short_year": explicit.short_year,
    "season": seasons.season,
    "quarter": seasons.quarter,
    "half": seasons.half,
    "century": seasons.century,
    "decade": seasons.decade,
    "fiscal": seasons.fiscal,
    "holiday": seasons.feast,
    "weekday": relative.weekday,
    "weekday_week": relative.weekday_week,
    "deictic": relative.deictic,
    "which": relative.which,
    "shift": relative.shift,
    "week_of": beside.week_of,
    "weekend_of": beside.weekend_of,
    "day_beside": beside.day_beside,
    "amount_beside": beside.amount_beside,
    "week_in_month": beside.week_in_month,
    "weekday_in_month": beside.weekday_in_month,
    "week_number": beside.week_number,
    "compound": beside.compound,
    "long": units.long,
    "era": seasons.era,
    "clock_past": clock.clock_past,
    "latest": results.latest,
    "period": results.point,
    "ago": relative.ago,
    "vague": relative.vague,
    "later": relative.later,
    "year_end": relative.year_end,
    "weekdays_ago": relative.weekdays_ago,
    "unit_ago": relative.unit_ago,
    "weekend": relative.weekend,
    "duration": units.duration,
    "set_unit": units.set_unit,
    "set_weekend": units.set_weekend,
    "set_weekday": units.set_weekday,
    "set_named": units.set_named,
    "freq": units.freq,
    "reference": units.reference,
    "someday": units.someday,
    "clock": clock.clock,
    "tonight": clock.tonight,
    "overnight": clock.overnight,
    "part": clock.part,
}
