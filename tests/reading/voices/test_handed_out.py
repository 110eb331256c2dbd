"""Statements that are handed out whole: own words throughout."""

from __future__ import annotations

import pytest

from onrecord.reading.reader import Reader
from onrecord.report import Report

MALI = "The ministry of Mali"

WHOLE = [
    (
        "The ministry of Mali released the following statement: The government has arrested the"
        " leader of the sect. It has expelled two envoys.",
        {"arrested": MALI, "expelled": MALI},
    ),
    (
        "EMBASSY STATEMENT\nThe embassy of Mali issued the following statement on Friday on the"
        " border:\nMauritania has closed the border to our citizens.\nIts soldiers have beaten two"
        " of our drivers.",
        {"closed": "The embassy of Mali", "beaten": "The embassy of Mali"},
    ),
    (
        "Foreign Minister Ana Petrova made the following remarks on Monday: “Serbia has sent"
        " weapons to the rebels.\n“Its pilots have bombed our bridge.”\nGhana praised the minister"
        " on Tuesday.",
        {
            "sent weapons": "Foreign Minister Ana Petrova",
            "bombed": "Foreign Minister Ana Petrova",
            "praised": None,
        },
    ),
    (
        "Mr Diallo delivered the following comments to reporters:\n\n“Togo has arrested our"
        " envoy.\n\n“The police killed his driver.”\n\nGhana praised Togo on Tuesday.",
        {"arrested": "Mr Diallo", "killed": "Mr Diallo", "praised": None},
    ),
    (
        "The army put out the following statement: Rebels attacked a post near Gao.\nFrance"
        " condemned the raid.",
        {"attacked": "The army", "condemned": None},
    ),
    (
        "The following statement was issued by the ministry of Mali: Togo has arrested our envoy."
        " It has expelled two priests.",
        {"arrested": "the ministry of Mali", "expelled": "the ministry of Mali"},
    ),
    (
        "The ministry of Mali said the following: Togo has arrested our envoy. It has expelled two"
        " priests.",
        {"arrested": MALI, "expelled": MALI},
    ),
    (
        "The ministry of Mali issued the following statement:\nTogo has arrested our envoy.\n\n"
        "The army of Togo issued the following statement:\nMali has bombed our bridge.",
        {"arrested": MALI, "bombed": "The army of Togo"},
    ),
    # in the midst of a report its paragraph is its end
    (
        "Rebels seized a mine in Gao.\n\nA fire broke out there.\n\nThe ministry of Mali issued the"
        " following statement:\nTogo has arrested our envoy.\n\nRebels attacked a base near Gao.",
        {"seized": None, "arrested": MALI, "attacked": None},
    ),
    # a colon further on is another's
    (
        "The ministry of Mali read the following statement on Friday. It was short. Men came from"
        " three towns: Goma, Beni and Bunia. Rebels attacked a base.",
        {"attacked": None},
    ),
    (
        "The army arrested the following officers: a colonel who killed a judge, and a major.",
        {"arrested": None, "killed": None},
    ),
]


@pytest.mark.parametrize(("text", "expected"), WHOLE)
def test_what_stands_behind_the_colon(
    reader: Reader, text: str, expected: dict[str, str | None]
) -> None:
    found = {r.trigger.text: r for r in reader.read(Report(text=text))}
    assert found.keys() >= expected.keys()
    told = {trigger: [voice.text for voice in found[trigger].voices] for trigger in expected}
    assert told == {trigger: [who] if who else [] for trigger, who in expected.items()}
    assert all((found[t].status == "asserted") == (who is None) for t, who in expected.items())
