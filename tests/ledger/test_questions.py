"""Who did what to whom, when: the choice of records, counts, whom a name means."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from onrecord.errors import OnrecordError
from onrecord.ledger.choosing import day_from, day_until
from onrecord.ledger.ledger import Ledger
from onrecord.ledger.whom import whom
from onrecord.report import Report
from tests.ledger.made import read

STORIES = {
    "2024-12-30": "Peru accused Chile.",
    "2025-01-05": "Chile accused Peru.\nKenya helped Peru.",
    "2025-03-14": "Peru and Chile met.\nLima Radio said Peru threatened Chile.",
    "2025-03-15": "Peru and Chile accused Kenya.\nLima Radio accused Chile.",
}


@pytest.fixture
def full(ledger: Ledger) -> Ledger:
    for day, text in STORIES.items():
        report = Report(text=text, published=date.fromisoformat(day), outlet="The Example",
                        address="http://news.example/1")  # fmt: skip
        ledger.put(report, read(report))
        # The same address again: these stories are told anew each time.
        ledger.connection.execute("UPDATE reports SET superseded = 0")
    return ledger


def asked(ledger: Ledger, one: str, other: str | None = None, **choice: Any) -> list[str]:
    return [told.record.evidence.text for told in ledger.timeline(one, other, **choice)]


def test_a_pair(full: Ledger) -> None:
    both = ["Peru accused Chile.", "Chile accused Peru.", "Peru and Chile met.",
            "Lima Radio said Peru threatened Chile."]  # fmt: skip
    assert asked(full, "PER", "CHL") == both
    assert asked(full, "Chile", "Peru") == both
    assert asked(full, "PER", "CHL", directed=True) == [both[0], *both[2:]]


def test_conditions(full: Ledger) -> None:
    assert asked(full, "PER", "CHL", since="2025") == asked(full, "PER", "CHL")[1:]
    assert asked(full, "PER", "CHL", since="2025-01", until="2025-01") == ["Chile accused Peru."]
    assert asked(full, "PER", "CHL", until="2024-12-30") == ["Peru accused Chile."]
    assert asked(full, "PER", "CHL", events=("THREATEN",), statuses=("attributed",)) == [
        "Lima Radio said Peru threatened Chile."
    ]
    assert asked(full, "PER", confidence=0.8) == ["Kenya helped Peru."]
    assert asked(full, "PER", "CHL", limit=1) == ["Lima Radio said Peru threatened Chile."]


def test_one_and_names(full: Ledger) -> None:
    assert len(asked(full, "KEN")) == 2
    assert asked(full, "KEN", directed=True) == ["Kenya helped Peru."]
    assert asked(full, "lima radio", "CHL") == ["Lima Radio accused Chile."]
    assert asked(full, "CHL", "Lima Radio") == ["Lima Radio accused Chile."]
    assert asked(full, "CHL", "Lima Radio", directed=True) == []
    assert asked(full, "nobody") == []


def test_the_report_comes_with_it(full: Ledger) -> None:
    told = next(full.timeline("PER", "CHL"))
    assert (told.outlet, told.address) == ("The Example", "http://news.example/1")
    assert told.published == "2024-12-30"


def test_a_denial_that_names_one_side_stands_beside_what_it_denies(ledger: Ledger) -> None:
    for day, text in (
        (14, "Lima Radio said Peru threatened Chile."),
        (15, "Peru denied Peru threatened."),
    ):
        report = Report(text=text, published=date(2025, 3, 14), outlet=f"Paper {day}")
        ledger.put(report, read(report))
    threat, denial = ledger.records()
    assert denial.status == "denied" and denial.recipients == []
    assert asked(ledger, "PER", "CHL") == [threat.evidence.text]
    ledger.decide("same", threat.id, denial.id)
    both = [threat.evidence.text, denial.evidence.text]
    assert asked(ledger, "PER", "CHL") == asked(ledger, "CHL") == both
    assert asked(ledger, "PER", "CHL", statuses=("denied",)) == both[1:]
    assert asked(ledger, "PER", "CHL", directed=True) == both
    assert ledger.counts("PER", "CHL") == {"2025-03": 2}
    ledger.decide("not_same", threat.id, denial.id)
    assert asked(ledger, "PER", "CHL") == both[:1]


def test_superseded_is_left_out(full: Ledger) -> None:
    full.connection.execute("UPDATE reports SET superseded = published < '2025'")
    assert asked(full, "PER", "CHL")[0] == "Chile accused Peru."
    assert asked(full, "PER", "CHL", superseded=True)[0] == "Peru accused Chile."


def test_reads(full: Ledger) -> None:
    """The same records under their reports, which are as they were put in."""
    where = {"outlet": "The Example", "address": "http://news.example/1"}
    reports = [
        Report(text=text, published=date.fromisoformat(day), **where)
        for day, text in STORIES.items()
    ]
    assert list(full.reads()) == [(report, read(report)) for report in reports]
    for choice in ({}, {"since": "2025-03"}, {"events": ("ACCUSE",)}, {"limit": 2}):
        found = [one.evidence.text for _, on in full.reads("PER", "CHL", **choice) for one in on]
        assert found == asked(full, "PER", "CHL", **choice), choice
    assert [len(on) for _, on in full.reads(events=("ACCUSE",))] == [1, 1, 2]
    assert list(full.reads("nobody")) == []


def test_counts(full: Ledger) -> None:
    assert full.counts("PER", "CHL") == {"2024-12": 1, "2025-01": 1, "2025-03": 2}
    assert full.counts("PER", "CHL", since="2025", limit=1) == {"2025-01": 1, "2025-03": 2}


def test_open_dates_may_lie_between(full: Ledger) -> None:
    full.connection.execute("UPDATE records SET start = NULL WHERE day = '2025-03-14'")
    assert len(asked(full, "PER", "CHL", since="2025-02", until="2025-03-14")) == 2
    assert len(asked(full, "PER", "CHL", since="2025-03-15")) == 0


def test_bounds() -> None:
    assert [day_from(v) for v in ("2025", "2025-02", "2 March 2025")] == [
        "2025-01-01", "2025-02-01", "2025-03-02",
    ]  # fmt: skip
    assert [day_until(v) for v in ("2025", "2025-02")] == ["2025-12-31", "2025-02-31"]
    for value in ("2025-13", "soon", ""):
        with pytest.raises(OnrecordError, match="E005"):
            day_from(value)


def test_whom() -> None:
    assert {whom(name).country for name in ("PRK", "prk", "North Korea", "Pyongyang")} == {"PRK"}
    assert whom("Vladimir Putin").keys == ("vladimir putin",)
    assert whom("Putin").keys == ("putin", "vladimir putin")
    assert whom("XYZ").keys == ("xyz",)


def test_voices(full: Ledger) -> None:
    (voice,) = full.voices()
    assert (voice.name, voice.records, voice.reports, voice.says) == ("Lima Radio", 1, 1, 1)
    assert (voice.first, voice.last) == ("2025-03-14", "2025-03-14")
    assert full.voices(of="Lima Radio") == [voice] and full.voices(of="PER") == []
    assert full.voices(events=("ACCUSE",)) == []


def test_actor(full: Ledger) -> None:
    peru = full.actor("Peru")
    assert (peru.acts, peru.is_acted_on, peru.is_cited) == (4, 2, 0)
    assert peru.events == {"ACCUSE": 2, "CONSULT": 1, "THREATEN": 1}
    assert peru.suffers == {"ACCUSE": 1, "AID": 1}
    assert peru.towards == {"CHL": 2, "KEN": 1}
    assert (peru.first, peru.last) == ("2024-12-30", "2025-03-15")
    assert full.actor("nobody").acts == 0


def test_search(full: Ledger) -> None:
    def found(words: str) -> list[str]:
        return [hit.snippet.split("\n")[0] for hit in full.search(words)]

    assert found("radio threatened") == ["Peru and Chile met."]
    assert found('"Kenya helped"') == ["Chile accused Peru."]
    assert found('"helped Kenya"') == []
    assert len(found("accus*")) == 3 and len(found("accuse")) == 3  # stems as well
    assert found("Chile") != [] and full.search("Chile")[0].records >= 1
    marked = full.search("kenya", marked=True)[0].snippet
    assert "\x02Kenya\x03" in marked
    for odd in ('a" OR "b', "NEAR(a b)", "title:x", "a AND", "-peru", "*", "^x", "x\0y", "(", "'"):
        try:
            full.search(odd)
        except OnrecordError as error:
            assert error.code == "E038"
    with pytest.raises(OnrecordError, match="E038"):
        full.search('" - *')
