"""Statements that are handed out whole: own words throughout."""

from __future__ import annotations

import pytest

from onrecord.reading.reader import Reader
from onrecord.report import Report

WHOLE = [
    (
        "The ministry released the following statement: The government has arrested the leader of"
        " the sect. It has expelled two envoys.",
        {"arrested": "attributed", "expelled": "attributed"},
    ),
    (
        "EMBASSY STATEMENT\nThe embassy of Mali issued the following statement on Friday on the"
        " border:\nMauritania has closed the border to our citizens.\nIts soldiers have beaten two"
        " of our drivers.",
        {"closed": "attributed", "beaten": "attributed"},
    ),
    (
        "Foreign Minister Ana Petrova made the following remarks on Monday: “Serbia has sent"
        " weapons to the rebels.\n“Its pilots have bombed our bridge.”\nGhana praised the minister"
        " on Tuesday.",
        {"sent weapons": "attributed", "bombed": "attributed", "praised": "asserted"},
    ),
    (
        "Mr Diallo delivered the following comments to reporters:\n\n“Togo has arrested our"
        " envoy.\n\n“The police killed his driver.”\n\nGhana praised Togo on Tuesday.",
        {"arrested": "attributed", "killed": "attributed", "praised": "asserted"},
    ),
    (
        "The army put out the following statement: Rebels attacked a post near Gao.\nFrance"
        " condemned the raid.",
        {"attacked": "attributed", "condemned": "asserted"},
    ),
    (
        "The army arrested the following officers: a colonel and two majors.",
        {"arrested": "asserted"},
    ),
]


@pytest.mark.parametrize(("text", "expected"), WHOLE)
def test_what_stands_behind_the_colon(reader: Reader, text: str, expected: dict[str, str]) -> None:
    found = {r.trigger.text: r.status for r in reader.read(Report(text=text))}
    assert {trigger: found.get(trigger) for trigger in expected} == expected
