"""What is talked about is not done yet."""

from __future__ import annotations

import pytest

from onrecord.reading.reader import Reader

DAY = "2024-05-14"


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The ministers held talks on a ceasefire in Doha.", "ceasefire"),
        ("Talks about a withdrawal of Thai troops broke down on Monday.", "withdrawal"),
        ("Lima and Quito discussed a release of prisoners.", "release"),
        ("Envoys debated a withdrawal of troops from the valley.", "withdrawal"),
        ("Chadian and Libyan colonels held talks in Rome on freeing two pilots.", "freeing"),
        ("The two sides discussed releasing prisoners.", "releasing"),
        ("The king talked with the rebels about freeing three nuns.", "freeing"),
        ("Ministers debated sending troops to Mali.", "sending"),
        ("Envoys met in Oslo for talks on expelling a spy.", "expelling"),
    ],
)
def test_a_topic_of_talks_is_open(reader: Reader, text: str, trigger: str) -> None:
    found = next(r for r in reader.read(text, DAY) if r.trigger.text == trigger)
    assert found.status == "conditional"


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The judges discussed the killing of a priest by soldiers.", "killing"),
        ("The council debated the bombing of the mosque by rebels.", "bombing"),
    ],
)
def test_what_has_been_is_talked_about_too(reader: Reader, text: str, trigger: str) -> None:
    found = next(r for r in reader.read(text, DAY) if r.trigger.text == trigger)
    assert found.status != "conditional"


@pytest.mark.parametrize(
    "text",
    [
        "Sweden to expel two Russian diplomats",
        "France to close embassy in Niger",
        "Canada to recall envoy from Delhi",
        "Italy to send tanks to Ukraine, Meloni says",
    ],
)
def test_a_headline_s_infinitive_is_to_come(reader: Reader, text: str) -> None:
    found = reader.read(text, DAY)[0]
    assert (found.status, found.when.start, found.when.end) == ("intended", DAY, None)
