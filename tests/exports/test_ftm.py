"""FollowTheMoney: by its own library where that's installed, and by its schema as it stood here.

The library needs ICU's headers to be built, so it's no development dependency. SCHEMA is what
followthemoney 4.11.2 says of the properties that we write.
"""

from __future__ import annotations

import hashlib
import io
import json
import re
from collections import defaultdict
from datetime import date

import pytest

from onrecord.exports.ftm import COLUMNS, ftm
from tests.exports.reads import Reads, everything, example, hostile
from tests.samples import records

_THING = {"name": "name", "country": "country", "keywords": "string", "notes": "text",
          "wikidataId": "identifier"}  # fmt: skip
SCHEMA = {
    "Article": {"title": "string", "publisher": "string", "publishedAt": "date",
                "sourceUrl": "url", "language": "language", "bodyText": "text"},
    "Event": {**_THING, "summary": "text", "description": "text", "startDate": "date",
              "endDate": "date", "location": "address", "organizer": "entity",
              "involved": "entity", "recordId": "string", "proof": "entity",
              "publisher": "string", "sourceUrl": "url"},
    "LegalEntity": _THING,
    "Organization": _THING,
    "Person": {**_THING, "position": "string"},
    "PublicBody": _THING,
}  # fmt: skip
PARTIES = {"LegalEntity", "Organization", "Person", "PublicBody"}


def statements(reads: Reads, *, text: bool = False) -> list[dict[str, str]]:
    return [json.loads(line) for line in b"".join(ftm(reads, text=text)).splitlines()]


def test_statements_are_by_the_schema() -> None:
    found = statements(everything(), text=True)
    kinds = {row["entity_id"]: row["schema"] for row in found}
    for row in found:
        assert list(row) == list(COLUMNS["statements"])
        kind = SCHEMA[row["schema"]][row["prop"]]
        value = row["value"]
        assert value
        if kind == "date":
            date.fromisoformat(value)
        elif kind == "country":
            assert re.fullmatch("[a-z]{2}", value)
        elif kind == "url":
            assert value.startswith(("http://", "https://"))
        elif kind == "entity":
            assert kinds[value] == "Article" if row["prop"] == "proof" else kinds[value] in PARTIES


def test_ids_are_followthemoney_s() -> None:
    for row in statements(everything()):
        key = f"{row['dataset']}.{row['entity_id']}.{row['prop']}.{row['value']}"
        assert row["id"] == hashlib.sha1(key.encode()).hexdigest()


def test_nothing_twice_in_a_report() -> None:
    ids = [row["id"] for row in statements(example())]
    assert len(ids) == len(set(ids))


def test_an_event_says_on_whose_word() -> None:
    events: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for row in statements(example()):
        if row["schema"] == "Event":
            events[row["entity_id"]][row["prop"]].append(row["value"])
    assert len(events) == len(records())
    for event, record in zip(events.values(), records(), strict=True):
        assert record.status in event["keywords"]
        [summary] = event["summary"]
        assert summary.startswith(f"{record.status}; on the word of ")
        assert len(event["organizer"]) == len(record.actors)


def test_parties() -> None:
    told = {(row["entity_id"], row["prop"]): row["value"] for row in statements(hostile())}
    assert told["Q117", "name"] == "Ghana"
    assert told["Q117", "country"] == "gh"


def test_read_by_followthemoney() -> None:
    serialize = pytest.importorskip("followthemoney.statement.serialize")
    from followthemoney import Dataset, StatementEntity

    by_entity = defaultdict(list)
    for statement in serialize.read_statements(io.BytesIO(b"".join(ftm(everything()))), "json"):
        assert statement.id == statement.generate_key()
        assert statement.prop_type == SCHEMA[statement.schema][statement.prop]
        by_entity[statement.entity_id].append(statement)
    dataset = Dataset.make({"name": "onrecord", "title": "onrecord"})
    entities = [StatementEntity.from_statements(dataset, found) for found in by_entity.values()]
    for entity in entities:
        for prop, value in entity.itervalues():
            assert prop.type.validate(value), (prop, value)
    events = [entity for entity in entities if entity.schema.name == "Event"]
    assert len(events) == sum(len(on) for _, on in everything())
