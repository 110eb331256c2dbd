"""What is only asked: own words throughout."""

from __future__ import annotations

import pytest

from onrecord.reading.reader import Reader

ASKED = [
    ("The reporter asked Mr Weber, “Did Kenya bomb the camp?”", "bomb", "conditional"),
    ("“Has Peru released the sailors?” the senator asked on Monday.", "released", "conditional"),
    ("“Were the monks arrested?” an envoy asked the governor.", "arrested", "conditional"),
    ("Did Togo arrest the poet? Nobody knows.", "arrest", "conditional"),
    ("The judge asked whether the army had killed the farmers.", "killed", "conditional"),
    ("“Did Kenya bomb the camp and kill the farmers?” a monk asked.", "kill", "conditional"),
    ("“Did Kenya carry out the attack on the camp?” a monk asked.", "attack", "conditional"),
    ("“When the rebels came, did the army kill farmers?” a monk asked.", "kill", "conditional"),
    ("Does Bolivia intend to expel the envoy?", "expel", "conditional"),
    ("“Are you going to attack Chad?” a monk asked the general.", "attack", "conditional"),
    # what is taken for granted, and what is no question at all
    ("“Why did Kenya bomb the camp?” the reporter asked Mr Weber.", "bomb", "attributed"),
    ("“Not only did Kenya bomb the camp, but who knew?” the reporter asked.", "bomb", "attributed"),
    ("“Kenya bombed the camp. Who knew?” the reporter said.", "bombed", "attributed"),
]


@pytest.mark.parametrize(("text", "trigger", "status"), ASKED)
def test_questions_leave_open(reader: Reader, text: str, trigger: str, status: str) -> None:
    (found,) = [r for r in reader.read(text, "2024-05-15") if trigger in r.trigger.text.split()]
    assert found.status == status


@pytest.mark.parametrize("text", [text for text, *_ in ASKED if "asked" in text])
def test_who_asks_a_question_demands_nothing(reader: Reader, text: str) -> None:
    found = reader.read(text, "2024-05-15")
    assert found
    assert all(r.event != "REQUEST" for r in found)


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Ukraine demanded that Hungary free the sailors, but will Hungary listen?", "demanded"),
        ("“Where is the law?” an envoy asked on Monday, demanding the release of the sailors.",
         "demanding"),
        ("The union asked the government to release the miners.", "asked"),
    ],
)  # fmt: skip
def test_a_demand_beside_a_question_stays_one(reader: Reader, text: str, trigger: str) -> None:
    found = [r for r in reader.read(text, "2024-05-15") if trigger in r.trigger.text.split()]
    assert [(r.event, r.status) for r in found] == [("REQUEST", "asserted")]


@pytest.mark.parametrize(
    "text",
    [
        "“Didn't Kenya bomb the camp?” the senator asked.",
        "“Not only did Kenya bomb the camp, but who knew?” the reporter asked.",
        "Kenyan jets not only bombed the camp but shelled the town.",
    ],
)
def test_no_question_says_that_it_did_not_happen(reader: Reader, text: str) -> None:
    found = [r for r in reader.read(text, "2024-05-15") if r.event == "ASSAULT"]
    assert found
    assert not any(r.negated for r in found)
