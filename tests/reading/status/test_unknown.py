"""What somebody says he does not know of; sentences of our own."""

from __future__ import annotations

import pytest

from onrecord.reading.reader import Reader


@pytest.mark.parametrize(
    ("text", "trigger", "actors"),
    [
        ("Lima said it had no information about a Chilean drone strike on a refinery.", "strike",
         ["Chilean"]),
        ("The ministry said it had no knowledge of a Togolese raid on the port.", "raid",
         ["Togolese"]),
        ("The army said it was unaware of any attack on the convoy.", "attack", []),
        ("The mayor said he knew nothing of the kidnapping of the nurse.", "kidnapping", []),
        ("Oslo said it was checking reports of the arrest of a Danish pilot in Chad.", "arrest",
         []),
        ("The embassy said it was not aware of the bombing of a school.", "bombing", []),
    ],
)  # fmt: skip
def test_nobody_tells_of_it(
    whole_reader: Reader, text: str, trigger: str, actors: list[str]
) -> None:
    found = next(r for r in whole_reader.read(text, "2024-05-14") if trigger in r.trigger.text)
    assert (found.status, found.voices) == ("believed", [])
    assert [entity.text for entity in found.actors] == actors


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        # who has learned of it tells of it
        ("Lima said it had information about a Chilean raid on a refinery.", "raid", "attributed"),
        ("The army said it was aware of the attack on the convoy.", "attack", "attributed"),
        # the report itself tells of it
        ("The king knew nothing of the kidnapping of the nurse.", "kidnapping", "asserted"),
    ],
)
def test_somebody_does(whole_reader: Reader, text: str, trigger: str, status: str) -> None:
    found = next(r for r in whole_reader.read(text, "2024-05-14") if trigger in r.trigger.text)
    assert found.status == status
