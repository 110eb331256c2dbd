"""TimelineJS: its documented JSON (timeline.knightlab.com/docs/json-format.html), and no markup.

TimelineJS is JavaScript, so its rules stand here: a slide needs a start date with a year; month
and day are whole numbers, a day needs its month; ids are unique.
"""

from __future__ import annotations

import json
from datetime import date
from html.parser import HTMLParser
from typing import Any

import msgspec

from onrecord.exports.timeline import COLUMNS, timeline
from onrecord.record import When
from tests.exports.reads import Reads, everything, example, hostile
from tests.samples import records


def slides(reads: Reads, *, text: bool = False) -> list[dict[str, Any]]:
    found = json.loads(b"".join(timeline(reads, text=text)))
    assert list(found) == ["events"]
    return list(found["events"])


def dated(when: When) -> dict[str, Any]:
    [slide] = slides([(example()[0][0], [msgspec.structs.replace(records()[0], when=when)])])
    return slide


class Tags(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, list[tuple[str, str | None]]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, attrs))


def test_slides_are_by_the_rules() -> None:
    found = slides(everything())
    ids = [slide["unique_id"] for slide in found]
    assert len(ids) == len(set(ids))
    for slide in found:
        assert set(slide) <= set(COLUMNS["events"])
        assert set(slide["text"]) == {"headline", "text"}
        for name in ("start_date", "end_date"):
            if day := slide.get(name):
                assert list(day) == ["year", "month", "day"][: len(day)]
                assert all(isinstance(part, int) for part in day.values())
                date(day["year"], day.get("month", 1), day.get("day", 1))


def test_all_columns_occur() -> None:
    told = {name for slide in slides(everything()) for name in slide}
    assert told == set(COLUMNS["events"])


def test_dates_are_as_precise_as_the_text() -> None:
    year = dated(When(start="2025-01-01", end="2025-12-31", precision="year"))
    assert (year["start_date"], "end_date" in year) == ({"year": 2025}, False)
    past = dated(When(end="2025-03-14"))
    assert past["start_date"] == {"year": 2025, "month": 3, "day": 14}
    assert past["display_date"] == "by 14 March 2025"
    days = dated(When(start="2025-03-10", end="2025-03-14", precision="week"))
    assert days["end_date"]["day"] == 14


def test_without_a_day_there_is_no_slide() -> None:
    assert len(slides(hostile())) == 1  # the meeting has no date


def test_the_status_comes_first() -> None:
    for slide, record in zip(slides(example()), records(), strict=True):
        assert slide["group"] == record.status
        assert slide["text"]["text"].startswith(f"<p>{record.status}; on the word of ")


def test_news_is_never_markup() -> None:
    [slide] = slides(hostile(), text=True)
    for html in (slide["text"]["headline"], slide["text"]["text"], slide["display_date"]):
        assert {tag for tag, _ in Tags(html).found} <= {"p"}


def test_a_web_address_is_a_link() -> None:
    report, found = example()[0]
    report = msgspec.structs.replace(report, address="https://example.org/?a=1&b=%22")
    [attributes] = [
        part[1] for part in Tags(slides([(report, found[:1])])[0]["text"]["text"]).found
        if part[0] == "a"
    ]  # fmt: skip
    assert dict(attributes)["href"] == "https://example.org/?a=1&b=%22"
