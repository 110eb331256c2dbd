"""What only shows when the answers are put together."""

from __future__ import annotations

import pytest

from onrecord.reading.reader import Reader

DAY = "2025-03-14"


@pytest.mark.parametrize(
    ("text", "event", "status", "negated"),
    [
        ("The guards said they will not end the strike.", "REJECT", "attributed", False),
        ("Tunis will not lift the curfew, a minister said.", "REJECT", "attributed", False),
        ("Brazil will not release the sailors.", "REJECT", "asserted", False),
        ("Brazil did not release the sailors.", "RETREAT", "asserted", True),
        ("Brazil will release the sailors.", "CONCEDE", "intended", False),
        ("Brazil released the sailors.", "RETREAT", "asserted", False),
    ],
)
def test_who_will_not_yield_refuses(
    reader: Reader, text: str, event: str, status: str, negated: bool
) -> None:
    record = reader.read(text, DAY)[0]
    assert (record.event, record.status, record.negated) == (event, status, negated)


def test_an_act_and_its_aim_are_one_record(reader: Reader) -> None:
    records = reader.read("Police fired rubber bullets to disperse the crowd in Lima.", DAY)
    assert [record.event for record in records] == ["ASSAULT"]


def test_troops_sent_to_help_are_aid(reader: Reader) -> None:
    record = reader.read("Chad sent 300 soldiers to help Niger.", DAY)[0]
    assert (record.event, [entity.country for entity in record.recipients]) == ("AID", ["NER"])
    own = reader.read("Chad sent 300 soldiers to the border.", DAY)[0]
    assert own.event == "MOBILIZE"


def test_a_noun_that_points_back_is_not_told_again(reader: Reader) -> None:
    text = "Rebels bombed a market in Goma on Monday. The bombing killed nobody."
    triggers = [record.trigger.text for record in reader.read(text, DAY)]
    assert triggers[0] == "bombed"
    assert "bombing" not in triggers


@pytest.mark.parametrize(
    "text",
    [
        "The ferry was late again, a passenger said.",
        "Sales rose by a tenth, the shoemaker said on Monday.",
        "It was the best match of my life, the goalkeeper said.",
        "Snow will fall in the hills, forecasters said.",
    ],
)
def test_a_saying_of_no_public_matter_is_not_on_record(reader: Reader, text: str) -> None:
    assert reader.read(text, DAY) == []


def test_a_saying_without_a_happening_is_a_statement(lexicon_reader: Reader) -> None:
    record = lexicon_reader.read("The well is dry, a farmer in Mali said.", DAY)[0]
    assert (record.event, record.status) == ("STATEMENT", "attributed")
    assert record.voices[0].cue == "said"


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("The fair went on despite the bombings.", ["ASSAULT"]),
        ("Tourism fell because of the kidnappings.", ["ASSAULT"]),
        ("Talks are hard work.", []),
        ("After the coup, prices rose.", []),
    ],
)
def test_a_noun_alone_is_on_record_where_the_model_is_sure(
    reader: Reader, text: str, events: list[str]
) -> None:
    assert [record.event for record in reader.read(text, "2024-05-06")] == events


@pytest.mark.parametrize(
    ("text", "event", "trigger"),
    [
        ("The Red Cross said that soldiers had executed nuns and called on the junta to disarm.",
         "REQUEST", "called"),
        ("The bishops said that police had beaten monks and demanded an inquiry.", "REQUEST",
         "demanded"),
    ],
)  # fmt: skip
def test_who_says_and_asks_asks_on_nobody_else_s_word(
    reader: Reader, text: str, event: str, trigger: str
) -> None:
    record = next(r for r in reader.read(text, DAY) if r.trigger.text == trigger)
    assert (record.event, record.status, record.voices) == (event, "asserted", [])
