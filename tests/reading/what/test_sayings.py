"""Sayings that only tell how things are, and those that promise, threaten or ask."""

from __future__ import annotations

import pytest

from onrecord.reading.reader import Reader


def event(reader: Reader, text: str, word: str) -> str:
    found = [r.event for r in reader.read(text, "2024-05-14") if word in r.trigger.text]
    assert found, f"no record for {word!r}"
    return found[0]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Malta's bank warned savers that false notes are on the rise.", "warned"),
        ("The premier assured the bishops that the king was in good health.", "assured"),
        ("Peru's army insists that the rolls are in good order.", "insists"),
        ("The warden swore that the prisoners had eaten well.", "swore"),
        ("False notes are on the rise, Malta's bank warned.", "warned"),
        ("Fiji assured Tonga that the wreck was empty.", "assured"),
    ],
)
def test_what_only_tells_how_things_are(lexicon_reader: Reader, text: str, word: str) -> None:
    assert event(lexicon_reader, text, word) == "STATEMENT"


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Kigali warned the rebels that it would bomb their camps.", "warned", "THREATEN"),
        ("Fiji assured Tonga that it would open the port.", "assured", "AGREE"),
        ("Pretoria insisted that Eswatini respect the ruling.", "insisted", "REQUEST"),
        ("Ghana insisted that Togo must free the priest.", "insisted", "REQUEST"),
        ("Baghdad told the exiles to leave the frontier.", "told", "REQUEST"),
    ],
)
def test_what_promises_threatens_or_asks(
    reader: Reader, text: str, word: str, expected: str
) -> None:
    assert event(reader, text, word) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The Taliban claimed responsibility for the attack on the base.",
        "The IRA took responsibility for the bombing.",
        "A group calling itself the Black Hand assumed responsibility for the kidnapping.",
        "The rebels claimed credit for the ambush that killed nine soldiers.",
        "Al Shabaab said it was responsible for the bombing of the ferry.",
        "The Taliban claimed responsibility for a blast in Kabul.",
    ],
)
def test_who_claims_an_attack_is_not_seen_to_make_it(reader: Reader, text: str) -> None:
    deeds = [r for r in reader.read(text, "2024-05-14") if r.event == "ASSAULT"]
    assert deeds
    assert all(record.status in ("alleged", "attributed") for record in deeds)


@pytest.mark.parametrize(
    "text",
    [
        "Togo claims missile test.",
        "The junta claims strike on a rebel bridge.",
        "Rebels claimed the capture of the town on Friday.",
        "The army claimed the capture of a rebel general.",
        "Eritrea has claimed the release of 200 prisoners.",
        "The cell claimed the kidnapping of two Danish priests.",
    ],
)
def test_a_deed_that_is_claimed_is_alleged(reader: Reader, text: str) -> None:
    records = reader.read(text, "2024-05-14")
    assert [record.status for record in records] == ["alleged"]
    assert [voice.stance for record in records for voice in record.voices] == ["alleges"]


@pytest.mark.parametrize(
    "text",
    [
        "Somali fighters, on their own telling, pulled out of the town.",
        "Moldovan police seized, by the ministry's tally, 140 rifles.",
        "By the union's count, soldiers shot six men in Accra.",
        "By the mayor's own admission, guards shot at the crowd.",
        "By the guild's estimate, rebels burned forty shops in Lome.",
    ],
)
def test_counts_and_admissions_are_somebodys(reader: Reader, text: str) -> None:
    told = reader.read(text, "2024-05-14")
    assert told
    assert all(record.status in ("attributed", "believed") for record in told)
    assert all(len(record.voices) == 1 for record in told)


@pytest.mark.parametrize(
    "text",
    [
        "A suicide bomber blew himself up outside a bank in Kabul; no group immediately claimed "
        "responsibility.",
        "Rebels bombed a ferry in Goma. Nobody has claimed responsibility.",
    ],
)
def test_a_claim_that_nobody_makes_is_no_deed(reader: Reader, text: str) -> None:
    assert [r.event for r in reader.read(text, "2024-05-14")] == ["ASSAULT"]


@pytest.mark.parametrize(
    "text",
    [
        "Finland promised not to deport the Afghans.",
        "Italy promised not to expel the Libyan envoy.",
        "Nepal pledged not to expel the monks.",
    ],
)
def test_a_promise_not_to_do_it_is_no_threat(reader: Reader, text: str) -> None:
    events = {r.event for r in reader.read(text, "2024-05-14")}
    assert events
    assert "THREATEN" not in events
