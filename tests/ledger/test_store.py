"""Reports and their records in the tables: ids, sightings, versions, readings, removal."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from datetime import date

import pytest

from onrecord.errors import OnrecordError
from onrecord.intake.arrival import Arrival
from onrecord.ledger.connection import writing
from onrecord.ledger.ledger import Ledger
from onrecord.ledger.store import Store
from onrecord.record import Record
from onrecord.report import Report
from tests.ledger.made import contents, read

TEXT = "Peru accused Chile.\nLima Radio said Peru threatened Chile."


@pytest.fixture
def store(ledger: Ledger) -> Iterator[Store]:
    ticks = itertools.count()
    store = Store(ledger.connection, clock=lambda: f"2025-01-01T00:00:{next(ticks):02}Z")
    with writing(ledger.connection):
        yield store


def put(store: Store, text: str = TEXT, *, reader: str = "1", records: list[Record] | None = None,
        **known: str) -> str:  # fmt: skip
    report = Report(text=text, published=date(2025, 3, 14), **known)  # type: ignore[arg-type]
    source = store.source("a", "b").pk
    found = read(report) if records is None else records
    assert store.put(Arrival(report=report, language="en"), found, reader=reader, source=source)
    return report.id


def column(store: Store, query: str) -> list[object]:
    return [row[0] for row in store.connection.execute(query)]


def test_twice_changes_nothing(store: Store) -> None:
    put(store, address="http://news.example/1", outlet="The Example")
    before = contents(store.connection)
    put(store, address="http://news.example/1", outlet="The Example")
    assert contents(store.connection) == before
    (first,), (last,) = (column(store, f"SELECT {name} FROM reports") for name in
                         ("first_seen", "last_seen"))  # fmt: skip
    assert str(first) < str(last)


def test_reprint_is_another_sighting(store: Store) -> None:
    for outlet in ("One", "Two", "One"):
        put(store, outlet=outlet)
    assert column(store, "SELECT count(*) FROM reports") == [1]
    assert column(store, "SELECT outlet FROM sightings ORDER BY pk") == ["One", "Two"]
    assert column(store, "SELECT count(*) FROM records") == [2]


def test_versions_at_an_address(store: Store) -> None:
    address = "http://news.example/1"
    first = put(store, address=address)
    second = put(store, "Peru met Chile.", address=address)
    put(store, address=address)  # seen again: nothing new
    assert column(store, "SELECT version FROM sightings ORDER BY pk") == [1, 2]
    assert column(store, "SELECT id FROM reports WHERE superseded") == [first]
    # The old text is still current at another outlet's address.
    put(store, address="http://other.example/1")
    assert column(store, "SELECT id FROM reports WHERE superseded") == []
    store.remove(second, "test")
    assert column(store, "SELECT max(version) FROM sightings") == [1]


def test_removing_the_later_version_brings_the_former_back(store: Store) -> None:
    address = "http://news.example/1"
    put(store, address=address)
    second = put(store, "Peru met Chile.", address=address)
    store.remove(second, "test")
    assert column(store, "SELECT count(*) FROM reports WHERE superseded") == [0]


def test_read_anew(store: Store) -> None:
    report = put(store)
    ids = column(store, "SELECT id FROM records ORDER BY pk")
    put(store, reader="2", records=read(Report(text=TEXT, published=date(2025, 3, 14)))[:1])
    assert column(store, "SELECT id FROM records") == ids[:1]
    assert column(store, "SELECT reader FROM records") == ["2"]
    assert column(store, "SELECT first_seen < last_seen FROM records") == [1]
    assert store.wants(report, reader="3") and not store.wants(report, reader="2")
    assert not store.wants(report)


def test_ids_follow_from_content(store: Store) -> None:
    put(store)
    report = Report(text=TEXT, published=date(2025, 3, 14))
    assert column(store, "SELECT id FROM reports") == [report.id]
    assert column(store, "SELECT id FROM records ORDER BY pk") == [one.id for one in read(report)]


def test_removal_leaves_nothing_but_the_id(store: Store) -> None:
    report = put(store, "Peru accused Zanzibar.", address="http://news.example/1")
    store.remove(report, "asked to")
    for table in ("reports", "records", "participants", "pairs", "sightings"):
        assert column(store, f"SELECT count(*) FROM {table}") == [0], table
    match = "SELECT count(*) FROM reports_fts WHERE reports_fts MATCH 'zanzibar'"
    assert column(store, match) == [0]
    assert not store.wants(report)
    arrival = Arrival(report=Report(text="Peru accused Zanzibar.", published=date(2025, 3, 14)))
    assert not store.put(arrival, [], reader="1", source=1)
    assert column(store, "SELECT reason FROM tombstones") == ["asked to"]
    with pytest.raises(OnrecordError, match="E036"):
        store.remove(report, "again")


def test_parked_is_freed_by_success(store: Store) -> None:
    source = store.source("a", "b").pk
    store.park(source, "", OnrecordError("E003"))
    store.park(source, "", OnrecordError("E020", limit=10))
    assert column(store, "SELECT code FROM parked") == ["E020"]
    put(store)
    assert column(store, "SELECT code FROM parked") == []


def test_progress_never_goes_back(store: Store) -> None:
    source = store.source("a", "b").pk
    store.reached(source, 5)
    store.reached(source, 3)
    store.reached(source, 4, finished=True)
    store.reached(source, 2)
    known = store.known("a", "b")
    assert known is not None and (known.done, known.finished) == (5, True)
    assert store.known("a", "other") is None
