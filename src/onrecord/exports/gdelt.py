"""GDELT 2.0 events: 61 columns, tab-separated, no header, a row for each actor and recipient.

GDELT says that a thing happened; it has no column for who says so, nor for doubt. So what is
denied, and what the text says did not happen, is left out; the rest loses its status and its
voices, which is why the command line offers ``--only asserted``. Columns that we have no value
for stay empty, never zero.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import date

from onrecord.codes import cameo, countries
from onrecord.exports import codes
from onrecord.exports.parts import Pair, Reads, day, pairs, web
from onrecord.record import Entity, Place, Record
from onrecord.report import Report

_ACTOR = {
    "Code": "CAMEO code put together from the parts that follow",
    "Name": "the name in capitals, or the words where no name is known",
    "CountryCode": "CAMEO country: ISO 3166-1 alpha-3 but for ROM (Romania) and TMP (East Timor)",
    "KnownGroupCode": "UNO or EEC, for the United Nations and the European Union",
    "EthnicCode": "empty",
    "Religion1Code": "empty",
    "Religion2Code": "empty",
    "Type1Code": "CAMEO type for the PLOVER sector",
    "Type2Code": "empty",
    "Type3Code": "empty",
}
_PLACE = {
    "Type": "0 none, 1 country, 3 place in the US, 4 elsewhere, 2 and 5 their regions (so is "
    "a city that bears its region's name)",
    "FullName": "name, region, country",
    "CountryCode": "FIPS 10-4",
    "ADM1Code": "empty: our regions have no FIPS codes",
    "ADM2Code": "empty",
    "Lat": "degrees north",
    "Long": "degrees east",
    "FeatureID": "empty: ours are GeoNames ids, GDELT's are GNS or GNIS ids",
}
_NO_PLACE = {part: "0" if part == "Type" else "empty" for part in _PLACE}

COLUMNS = {
    "events": {
        "GlobalEventID": "a whole number that follows from the record's id and the pair",
        "SQLDATE": "the happening's first day, else its last, YYYYMMDD; empty if none is known",
        "MonthYear": "the same day, YYYYMM",
        "Year": "the same day, YYYY",
        "FractionDate": "the same day as a fraction of the year, by GDELT's formula",
        **{f"Actor1{part}": about for part, about in _ACTOR.items()},
        **{f"Actor2{part}": f"as for actor 1: {about}" for part, about in _ACTOR.items()},
        "IsRootEvent": "1 if it stands in the report's first paragraph",
        "EventCode": "CAMEO code; 010 for a STATEMENT",
        "EventBaseCode": "its first three digits",
        "EventRootCode": "its first two digits",
        "QuadClass": "1 verbal, 2 material cooperation; 3 verbal, 4 material conflict",
        "GoldsteinScale": "the code's score, -10 to 10",
        "NumMentions": "1: a row is one record of one report",
        "NumSources": "1",
        "NumArticles": "1",
        "AvgTone": "empty: onrecord measures no tone",
        **{f"Actor1Geo_{part}": about for part, about in _NO_PLACE.items()},
        **{f"Actor2Geo_{part}": about for part, about in _NO_PLACE.items()},
        **{f"ActionGeo_{part}": about for part, about in _PLACE.items()},
        "DATEADDED": "the day of publication, YYYYMMDD000000; empty if it isn't known",
        "SOURCEURL": "the report's address, else the urn of the report",
    }
}
"""GDELT 2.0's columns in their order, and what they hold here."""

_BLANKS = str.maketrans("\t\r\n", "   ")


def gdelt(reads: Reads, *, text: bool = False) -> Iterator[bytes]:
    """A line of 61 cells for each pair of each record; ``text`` changes nothing."""
    for report, records in reads:
        for record in records:
            if record.negated or record.status == "denied":
                continue
            fixed = _fixed(report, record)
            for pair in pairs(record):
                row = {**fixed, **_pair(record, pair)}
                cells = (row.get(name, "").translate(_BLANKS) for name in COLUMNS["events"])
                yield ("\t".join(cells) + "\n").encode()


def _fixed(report: Report, record: Record) -> dict[str, str]:
    code = record.cameo or cameo.best(record.event, record.mode, record.contexts) or "010"
    score = codes.goldstein(code)
    return {
        **_date(day(record.when.start) or day(record.when.end)),
        "IsRootEvent": str(int(record.trigger.span[0] < _lead(report.text))),
        "EventCode": code,
        "EventBaseCode": code[:3],
        "EventRootCode": code[:2],
        "QuadClass": str(_quad(int(code[:2]))),
        "GoldsteinScale": "" if score is None else str(score),
        "NumMentions": "1",
        "NumSources": "1",
        "NumArticles": "1",
        "Actor1Geo_Type": "0",
        "Actor2Geo_Type": "0",
        **_place(record.where[0] if record.where else None),
        "DATEADDED": f"{report.published:%Y%m%d}000000" if report.published else "",
        "SOURCEURL": web(report.address) or f"urn:onrecord:report:{record.report}",
    }


def _pair(record: Record, pair: Pair) -> dict[str, str]:
    # 60 bits: it must fit into a signed 64-bit column.
    digest = hashlib.sha256(f"{record.id}:{pair.index}".encode()).hexdigest()
    return {
        "GlobalEventID": str(int(digest[:15], 16)),
        **_actor("Actor1", pair.actor),
        **_actor("Actor2", pair.recipient),
    }


def _date(found: date | None) -> dict[str, str]:
    if found is None:
        return {}
    fraction = ((found.month - 1) * 30 + found.day) / 365
    return {
        "SQLDATE": f"{found:%Y%m%d}",
        "MonthYear": f"{found:%Y%m}",
        "Year": f"{found:%Y}",
        "FractionDate": f"{found.year + fraction:.4f}",
    }


def _actor(side: str, entity: Entity | None) -> dict[str, str]:
    if entity is None:
        return {}
    kind, region, group = codes.cameo_actor(entity.sector)
    country = region or codes.cameo_country(entity.country)
    # CAMEO names international bodies by their type first: IGOUNO, IGOEUREEC.
    order = [kind, country, group] if group else [country, kind]
    return {
        f"{side}Code": "".join(filter(None, order)),
        f"{side}Name": (entity.name or entity.text).upper(),
        f"{side}CountryCode": country or "",
        f"{side}KnownGroupCode": group or "",
        f"{side}Type1Code": kind or "",
    }


def _place(place: Place | None) -> dict[str, str]:
    if place is None:
        return {"ActionGeo_Type": "0"}
    known = countries.countries().get(place.country or "")
    country = known.name if known else None
    name = place.name or place.text
    parts = [part for part in dict.fromkeys((name, place.admin1, country)) if part]
    return {
        "ActionGeo_Type": _kind(place, name, country),
        "ActionGeo_FullName": ", ".join(parts),
        "ActionGeo_CountryCode": codes.fips(place.country) or "",
        "ActionGeo_Lat": "" if place.lat is None else str(place.lat),
        "ActionGeo_Long": "" if place.lon is None else str(place.lon),
    }


def _kind(place: Place, name: str, country: str | None) -> str:
    american = place.country == "USA"
    if name == country:
        return "1"
    if name == place.admin1:
        return "2" if american else "5"
    return "3" if american else "4"


def _quad(root: int) -> int:
    return 1 if root <= 5 else 2 if root <= 8 else 3 if root <= 13 else 4


def _lead(text: str) -> int:
    """Where the first paragraph ends."""
    start = len(text) - len(text.lstrip())
    for gap in ("\n\n", "\r\n\r\n", "\n"):
        if (end := text.find(gap, start)) >= 0:
            return end
    return len(text)
