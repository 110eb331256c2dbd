"""What a wish, an order or a plan takes for granted; sentences of our own."""

from __future__ import annotations

import pytest

from onrecord.reading.reader import Reader
from onrecord.record import Record


def record(reader: Reader, text: str, trigger: str) -> Record:
    found = [r for r in reader.read(text, "2024-05-14") if trigger in r.trigger.text]
    assert found, f"no record for {trigger!r}"
    return found[0]


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        # a clause or participle that describes a noun of what is wished
        ("A judge ordered the ministry to release a film of a soldier beating a boy.", "beating"),
        ("Norway asked Chad to free the miners arrested in Faya on Monday.", "arrested"),
        ("The mayor demanded the release of three teachers arrested in Kano.", "arrested"),
        ("The governor wants troops to stop a gang that has killed six monks.", "killed"),
        # the ground of what is to be done
        ("The premier decided to sack the general over the shelling of a school.", "shelling"),
        ("The court ordered an inquiry into the killing of two priests.", "killing"),
        ("The bishop urged the king to apologise for the killing of a monk.", "killing"),
        ("Peru plans to prosecute the colonel for the killing of six miners.", "killing"),
        # what was over by then
        ("He promised to leave Togo after he had attacked her.", "attacked"),
        ("Peru's congress voted to sack the minister after police shot two farmers.", "shot"),
        ("Ghana plans to recall its envoy after gunmen attacked its embassy.", "attacked"),
        ("Oslo wants to expel the attache after a Kenyan nurse was beaten.", "beaten"),
        ("Fiji decided to close the port after dockers looted a ship.", "looted"),
        ("The union hopes to talk to Suva after soldiers killed a driver.", "killed"),
        # what is denounced is the report's own
        ("The party denounced the raid on its office.", "raid"),
        ("Unions denounced the minister's call for a boycott of Chad.", "call"),
    ],
)
def test_the_report_itself_tells_of_it(reader: Reader, text: str, trigger: str) -> None:
    found = record(reader, text, trigger)
    assert (found.status, found.voices) == ("asserted", [])


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("The general ordered his men to attack Goma.", "attack", "wished"),
        ("Brazil called for the withdrawal of Peruvian troops.", "withdrawal", "wished"),
        ("Officials decided to issue a warrant for his arrest.", "arrest", "intended"),
        ("Togo plans to attack the rebels in Goma.", "attack", "intended"),
        ("The envoy promised to join in the attack on Goma.", "attack", "intended"),
        # it may still be waited for
        ("Togo promised to lift the siege after the rebels freed the nuns.", "freed", "intended"),
    ],
)
def test_what_is_wished_stays_a_wish(reader: Reader, text: str, trigger: str, status: str) -> None:
    found = [r for r in reader.read(text, "2024-05-14") if r.trigger.text.startswith(trigger)]
    assert status in {r.status for r in found}
