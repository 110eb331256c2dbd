"""Builds ``codes/data/dates_feasts.tsv``: the days of feasts that follow another calendar.

Run: ``python training/tables/feasts.py`` with the PyPI packages ``holidays`` and ``hijridate``
(both MIT). Lunisolar and Persian days are those of ``holidays``' tables and rules; Diwali and Holi
as kept in India, for the years that it has tables for; Jewish days by its Hebrew calendar; Islamic
days by the Umm al-Qura calendar, which other countries keep up to a day later, and only for years
that are past: what is still to be sighted is not certain.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

from hijridate import Hijri  # type: ignore[import-not-found, unused-ignore]
from holidays.calendars.chinese import (  # type: ignore[import-not-found, unused-ignore]
    _ChineseLunisolar,
)
from holidays.calendars.hebrew import (  # type: ignore[import-not-found, unused-ignore]
    _HebrewLunisolar,
)
from holidays.calendars.hindu import (  # type: ignore[import-not-found, unused-ignore]
    _HinduLunisolar,
)
from holidays.calendars.persian import _Persian  # type: ignore[import-not-found, unused-ignore]

TABLE = Path(__file__).resolve().parents[2] / "src/onrecord/codes/data/dates_feasts.tsv"
FIRST, LAST = 1950, 2050
ISLAMIC = (1990, 2025)
HEADER = """\
# Days of feasts that follow another calendar, by Gregorian year: month-day, two where a year has
# two, empty where we are not certain. Jewish days are the first whole day (they begin the evening
# before); Islamic days are those of the Umm al-Qura calendar (elsewhere up to a day later).
# Built by training/tables/feasts.py; do not edit by hand. Source: the calendars of the PyPI
# packages holidays (MIT) and hijridate (MIT); dates are facts. Apache-2.0.
"""
COLUMNS = ["lunar", "midautumn", "diwali", "holi", "nowruz", "roshhashanah", "hanukkah",
           "passover", "ramadan", "eidfitr", "eidadha", "hijri"]  # fmt: skip
MONTHS = {"ramadan": (9, 1), "eidfitr": (10, 1), "eidadha": (12, 10), "hijri": (1, 1)}


def islamic(name: str) -> dict[int, list[date]]:
    """The days of an Islamic feast by Gregorian year."""
    month, day = MONTHS[name]
    found: dict[int, list[date]] = {}
    for year in range(ISLAMIC[0] - 580, ISLAMIC[1] - 575):
        gregorian = Hijri(year, month, day).to_gregorian()
        when = date(gregorian.year, gregorian.month, gregorian.day)
        found.setdefault(when.year, []).append(when)
    return {year: days for year, days in found.items() if ISLAMIC[0] <= year <= ISLAMIC[1]}


def main() -> None:
    """Writes the table."""
    chinese, hindu, hebrew = _ChineseLunisolar(), _HinduLunisolar(), _HebrewLunisolar()
    moons = {name: islamic(name) for name in MONTHS}
    lines = ["\t".join(["year", *COLUMNS])]
    for year in range(FIRST, LAST + 1):
        days: dict[str, list[date]] = {name: moons[name].get(year, []) for name in MONTHS}
        for name, found in (
            ("lunar", chinese.lunar_new_year_date(year)[0]),
            ("midautumn", chinese.mid_autumn_date(year)[0]),
            ("diwali", hindu.diwali_india_date(year)[0]),
            ("holi", hindu.holi_date(year)[0]),
            ("nowruz", _Persian().new_year_date(year)),
            ("roshhashanah", hebrew.rosh_hashanah_date(year)),
            ("hanukkah", hebrew.hanukkah_date(year)),
            ("passover", hebrew.passover_date(year)),
        ):
            several = found if isinstance(found, (list, set, tuple)) else [found]
            kept = {day for day in several if isinstance(day, date) and day.year == year}
            days[name] = sorted(kept)
        cells = ["|".join(f"{day:%m-%d}" for day in days[name]) for name in COLUMNS]
        lines.append("\t".join([str(year), *cells]))
    TABLE.write_text(HEADER + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
