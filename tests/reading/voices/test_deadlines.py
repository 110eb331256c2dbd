"""Who sets a time for something wants it done; it has not been done yet."""

from __future__ import annotations

import pytest

from onrecord.reading.reader import Reader

DAY = "2024-05-14"


@pytest.mark.parametrize(
    ("text", "trigger", "source"),
    [
        ("The mayor gave the gunmen until Thursday to hand in their rifles.", "hand in",
         "The mayor"),
        ("Chad gave the envoy a week to withdraw his troops.", "withdraw", "Chad"),
        ("The court gave the ministry two months to release the prisoners.", "release",
         "The court"),
        ("Ghana gave the rebels ten days to release the hostages.", "release", "Ghana"),
    ],
)  # fmt: skip
def test_a_deed_that_time_is_given_for_is_wished(
    reader: Reader, text: str, trigger: str, source: str
) -> None:
    found = next(r for r in reader.read(text, DAY) if r.trigger.text == trigger)
    assert (found.status, found.when.start, found.when.end) == ("wished", DAY, None)
    assert [(voice.text, voice.stance) for voice in found.voices] == [(source, "wishes")]


def test_who_was_given_time_wishes_nothing(reader: Reader) -> None:
    text = "The rebels were given until Friday to lay down their weapons."
    found = next(r for r in reader.read(text, DAY) if r.event == "RETREAT")
    assert (found.status, found.voices) == ("wished", [])


def test_what_is_given_for_no_time_is_no_deadline(reader: Reader) -> None:
    text = "The Pope gave Malta a letter to thank its sailors."
    assert not [r for r in reader.read(text, DAY) if r.status == "wished"]


@pytest.mark.parametrize(
    "text",
    [
        "Chad gave the envoy a week to withdraw his troops.",
        "The junta gave foreign journalists 48 hours to leave the country.",
        "Serbia gave the miners until Sunday to leave the pit.",
    ],
)
def test_neither_who_is_given_time_nor_the_time_is_an_act(reader: Reader, text: str) -> None:
    triggers = {r.trigger.text for r in reader.read(text, DAY)}
    assert triggers
    assert not triggers & {"envoy", "hours", "miners", "week"}
