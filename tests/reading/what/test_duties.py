"""Duties by treaty or law are on record: own words throughout."""

from __future__ import annotations

import pytest

from onrecord.reading.reader import Reader

LAID_ON = [
    ("The pact obligates both states to provide military support if the other is invaded.",
     "provide", "AID", "conditional"),
    ("The treaty obliges Oman to send troops if Qatar is attacked.", "send", "AID", "conditional"),
    ("The accord commits France to withdraw its soldiers by May.", "withdraw", "CONCEDE",
     "intended"),
    ("The law requires the police to release the monks.", "release", "CONCEDE", "intended"),
    ("The truce binds the rebels to release nine nurses.", "release", "CONCEDE", "intended"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "trigger", "event", "status"), LAID_ON)
def test_a_duty_is_on_record(
    whole_reader: Reader, text: str, trigger: str, event: str, status: str
) -> None:
    found = [r for r in whole_reader.read(text, "2024-05-06") if trigger in r.trigger.text.split()]
    assert [(r.event, r.status) for r in found] == [(event, status)]


def test_a_duty_of_nobody_s_politics_is_none(whole_reader: Reader) -> None:
    found = whole_reader.read("The lease obliges the port to buy new cranes.", "2024-05-06")
    assert found == []
