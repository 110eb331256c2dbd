"""Who had no hand in an act; sentences of our own."""

from __future__ import annotations

import pytest

from onrecord.reading.reader import Reader


@pytest.mark.parametrize(
    ("text", "trigger", "negated"),
    [
        ("Oslo had no hand in the shelling of the port, its minister said.", "shelling", True),
        ("Peru said it had nothing to do with the bombing of a hotel in Quito.", "bombing", True),
        ("The army played no part in the killing of the priests, a spokesman said.", "killing",
         True),
        ("Hamas said it was not involved in the kidnapping of the nurse.", "kidnapping", True),
        ("Togo was not responsible for the bombing of the bridge, its envoy insisted.", "bombing",
         True),
        ("Chad never participated in the shelling of Goma, the general said.", "shelling", True),
        ("Quito had a hand in the kidnapping of the pilot, the mayor said.", "kidnapping", False),
        ("Hamas said it was involved in the kidnapping of the nurse.", "kidnapping", False),
        # who struck is not told, but somebody did
        ("Two officers were not implicated in the shelling of the market.", "shelling", False),
    ],
)  # fmt: skip
def test_no_hand_in_it(whole_reader: Reader, text: str, trigger: str, negated: bool) -> None:
    found = next(r for r in whole_reader.read(text, "2024-05-14") if trigger in r.trigger.text)
    assert found.negated is negated
    assert not negated or (found.actors and found.status == "attributed")
