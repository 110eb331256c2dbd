"""Who stands beside an act and did not do it; sentences of our own."""

from __future__ import annotations

import pytest

from onrecord.reading.reader import Reader


def sides(reader: Reader, text: str, event: str) -> tuple[list[str], list[str]]:
    record = next(r for r in reader.read(text, "2024-05-06") if r.event == event)
    return [e.text for e in record.actors], [e.text for e in record.recipients]


@pytest.mark.parametrize(
    "text",
    [
        "Sara Levi was arrested in Cairo.",
        "A Nairobi banker was fined in Oslo on Monday.",
        "Two monks were jailed in Hanoi on Monday.",
        "Three students were beaten in Minsk.",
        "The poet was convicted in Turkey.",
    ],
)
def test_where_it_was_done_is_not_by_whom(reader: Reader, text: str) -> None:
    assert [record.actors for record in reader.read(text, "2024-05-06")] == [[]]


@pytest.mark.parametrize(
    ("text", "trigger", "struck"),
    [
        ("Israel's military killed a senior commander in a strike on southern Lebanon.", "strike",
         "a senior commander"),
        ("The army lost three men in an attack on its base.", "attack", "The army"),
        ("Ten people were killed in an attack by rebels on a market.", "attack", "Ten people"),
    ],
)  # fmt: skip
def test_who_is_struck_in_an_attack_does_not_make_it(
    reader: Reader, text: str, trigger: str, struck: str
) -> None:
    record = next(r for r in reader.read(text, "2024-05-06") if r.trigger.text == trigger)
    assert struck not in [entity.text for entity in record.actors]


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Chad had two clerks arrested after a raid by gunmen.", "arrested"),
        ("Turkish authorities ordered judges detained after thwarting a coup by rebels.",
         "detained"),
        ("Two aid workers were expelled following protests by students.", "expelled"),
    ],
)  # fmt: skip
def test_who_did_what_came_before_does_not_do_this(reader: Reader, text: str, trigger: str) -> None:
    record = next(r for r in reader.read(text, "2024-05-06") if r.trigger.text == trigger)
    texts = {entity.text for entity in record.actors}
    assert not texts & {"gunmen", "rebels", "students"}


@pytest.mark.parametrize(
    ("text", "reader_of_it"),
    [
        ("The mayor got a letter from a cell warning that it would bomb the fair.", "The mayor"),
        ("The embassy received a note threatening to bomb the school.", "The embassy"),
    ],
)  # fmt: skip
def test_who_gets_a_threat_does_not_make_it(reader: Reader, text: str, reader_of_it: str) -> None:
    records = [r for r in reader.read(text, "2024-05-06") if r.event in ("THREATEN", "ASSAULT")]
    assert records
    assert reader_of_it not in [e.text for record in records for e in record.actors]


@pytest.mark.parametrize(
    ("text", "actors", "recipients"),
    [
        ("Police said two nuns had been shot.", [], ["two nuns"]),
        ("The army said the bridge had been blown up.", [], ["the bridge"]),
        ("Kenya said that a bomb had gone off in Lamu.", [], []),
        ("Two priests had been kidnapped near Jos, the governor said.", [], ["Two priests"]),
        ("The mayor said three shops had been burned by soldiers.", ["soldiers"],
         ["three shops"]),
        ("Ukraine warned that Moscow would shell Odesa.", ["Moscow"], ["Odesa"]),
        # his own men are another matter
        ("The general said his troops had shelled the port.", ["his troops"], ["the port"]),
    ],
)  # fmt: skip
def test_who_tells_of_it_did_not_do_it(
    reader: Reader, text: str, actors: list[str], recipients: list[str]
) -> None:
    assert sides(reader, text, "ASSAULT") == (actors, recipients)


@pytest.mark.parametrize(
    "text",
    [
        'Tehran called the accusations "baseless".',
        "Oslo described the allegations as absurd.",
        "Lagos described the allegations as ridiculous.",
        "Peru branded the accusations false.",
        "The envoy described the accusations as laughable.",
    ],
)
def test_who_calls_a_claim_false_does_not_make_it(reader: Reader, text: str) -> None:
    found = [r for r in reader.read(text, "2024-05-06") if r.trigger.text.endswith("ations")]
    assert found and not any(record.actors for record in found)
