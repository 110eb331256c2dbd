"""Denials that answer what was alleged before; sentences of our own."""

from __future__ import annotations

import pytest

from onrecord.reading.reader import Reader


def denied(reader: Reader, text: str) -> list[tuple[str, str]]:
    records = reader.read(text, "2024-05-14")
    assert len({record.id for record in records}) == len(records)
    found = [record for record in records if record.status == "denied"]
    return [(record.trigger.text, record.voices[-1].text) for record in found]


@pytest.mark.parametrize(
    "answer",
    [
        "Moscow denied the allegation.",
        "Moscow denied it.",
        "Moscow has denied these claims.",
        "Moscow denied all the accusations on Monday.",
    ],
)
def test_a_denial_points_back(reader: Reader, answer: str) -> None:
    text = f"Ukraine alleged that Russian troops attacked a convoy near Sumy. {answer}"
    assert ("attacked", "Moscow") in denied(reader, text)


@pytest.mark.parametrize(
    "text",
    [
        "Russian troops attacked a convoy near Sumy. Moscow denied the visa.",
        "Moscow alleged that rebels attacked a convoy. Moscow denied the request.",
        "Russian troops attacked a convoy near Sumy on Monday. Moscow denied a claim to the isle.",
    ],
)
def test_and_what_does_not(reader: Reader, text: str) -> None:
    assert not any(trigger == "attacked" for trigger, _ in denied(reader, text))


@pytest.mark.parametrize(
    "text",
    [
        "Zambia accused Malawi of arming poachers who shot two rangers, a charge that Malawi "
        "denied.",
        "Chad says Libya armed the rebels who bombed a bridge in May. Libya denied it.",
        "Aides said that Togo had paid gunmen who killed a judge, a claim that Togo denied.",
        "Peru alleges that Chile helped the smugglers who shot a guard. Chile denies the claim.",
        "The union says that Togo armed the guards who beat two miners. Togo denied this.",
    ],
)
def test_what_describes_somebody_is_not_denied(reader: Reader, text: str) -> None:
    denied = [r for r in reader.read(text, "2024-05-15") if r.status == "denied"]
    assert all(record.event != "ASSAULT" for record in denied)


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Chad denies plan to expel envoys.", "expel"),
        ("Togo denied plans to send troops to Benin.", "send"),
        ("The ministry denied any intention of closing the border.", "closing"),
        ("Oman denied a plan to release the sailors.", "release"),
    ],
)
def test_a_plan_that_is_denied_is_no_plan(reader: Reader, text: str, trigger: str) -> None:
    record = next(r for r in reader.read(text, "2024-05-14") if r.trigger.text == trigger)
    assert record.status == "denied"
    assert [voice.stance for voice in record.voices] == ["denies"]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("The Taliban have rejected a UN call to reopen schools.", "REQUEST"),
        ("Chile dismissed an offer of mediation by Peru.", "AGREE"),
        ("Ghana refused a request from Togo for troops.", "REQUEST"),
        ("Lima rejected an ultimatum from the miners.", "THREATEN"),
        (
            "The minister rejected accusations by the Red Cross that police tortured monks.",
            "ACCUSE",
        ),
    ],
)
def test_what_is_rejected_was_uttered(reader: Reader, text: str, event: str) -> None:
    record = next(r for r in reader.read(text, "2024-05-14") if r.event == event)
    assert (record.status, record.negated, record.voices) == ("asserted", False, [])
    assert "reject" not in record.trigger.text  # that is the answer's own record


OWNED = [
    ("Chile disputed Peru's account that its navy had attacked the trawler.", "attacked",
     ("attributed", "Peru"), "Chile"),
    ("The union rejected the ministry's claim that miners had attacked the guards.", "attacked",
     ("alleged", "the ministry"), "The union"),
    ("Lima denied Quito's accusation that soldiers had kidnapped the farmers.", "kidnapped",
     ("alleged", "Quito"), "Lima"),
    ("The army dismissed a monk's report that soldiers had killed two boys.", "killed",
     ("attributed", "a monk"), "The army"),
    ("Oman rejects Yemen's allegation that its navy arrested the pilot.", "arrested",
     ("alleged", "Yemen"), "Oman"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "trigger", "told", "denier"), OWNED)
def test_somebody_elses_word_is_told_and_denied(
    whole_reader: Reader, text: str, trigger: str, told: tuple[str, str], denier: str
) -> None:
    read = whole_reader.read(text, "2024-05-15")
    found = [r for r in read if trigger in r.trigger.text.split()]
    assert [(r.status, [voice.text for voice in r.voices]) for r in found] == [
        (told[0], [told[1]]),
        ("denied", [denier]),
    ]
