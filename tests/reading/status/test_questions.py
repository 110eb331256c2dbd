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
    # what is taken for granted, and what is no question at all
    ("“Why did Kenya bomb the camp?” the reporter asked Mr Weber.", "bomb", "attributed"),
    ("“Kenya bombed the camp. Who knew?” the reporter said.", "bombed", "attributed"),
]


@pytest.mark.parametrize(("text", "trigger", "status"), ASKED)
def test_questions_leave_open(reader: Reader, text: str, trigger: str, status: str) -> None:
    (found,) = [r for r in reader.read(text, "2024-05-15") if trigger in r.trigger.text.split()]
    assert found.status == status


@pytest.mark.parametrize("text", [text for text, *_ in ASKED[:5]])
def test_who_asks_a_question_demands_nothing(reader: Reader, text: str) -> None:
    found = reader.read(text, "2024-05-15")
    assert found
    assert all(r.event != "REQUEST" for r in found)
