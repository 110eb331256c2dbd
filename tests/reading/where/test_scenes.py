"""Which places are a happening's scene."""

from __future__ import annotations

import pytest

from onrecord.reading.reader import Reader

PUBLISHED = "2024-05-06"

SCENES = [
    ("Gunmen killed six soldiers near Gao.", "killed", ["Gao"]),
    ("Police detained 40 protesters in the Bolivian city of Sucre.", "detained", ["Sucre"]),
    ("Farmers blocked roads in the Dutch province of Drenthe.", "blocked", ["Drenthe"]),
    ("Thousands protested outside the parliament in Tbilisi.", "protested", ["Tbilisi"]),
    # a participle and an infinitive are part of their act
    ("Two bombs exploded in Kirkuk, killing nine people.", "killing", ["Kirkuk"]),
    ("Tunisian police used tear gas in Sfax to disperse a crowd.", "used", ["Sfax"]),
    # where a visit or a move leads to
    ("President Lula flew to Maputo on Thursday.", "flew", ["Maputo"]),
    ("The Omani foreign minister visited Tehran on Sunday.", "visited", ["Tehran"]),
    ("Peru will send 300 troops to Haiti next month.", "send", ["Haiti"]),
    # what is carried out by a verb
    ("The two states signed a pact in Baku.", "signed", ["Baku"]),
    # what is entered or taken, what is met, and the quarter of the sky from a place
    ("Rebels seized the town of Kidal on Sunday.", "seized", ["Kidal"]),
    ("Chadian troops captured the port of Assab.", "captured", ["Assab"]),
    ("Rebels shelled a row of barns near Gao.", "shelled", ["Gao"]),
    ("Rebels shelled a camp south of Goma.", "shelled", ["Goma"]),
    ("Police arrested 12 monks on the outskirts of Mandalay.", "arrested", ["Mandalay"]),
    ("Russia attacked Ukraine.", "attacked", []),
    # recipients, actors and where something is said
    ("Norway has sent tents to Haiti.", "sent", []),
    ("Fiji imposed sanctions on Tonga.", "imposed", []),
    ("Moscow rejected the plan.", "rejected", []),
    ("Soldiers looted the market in Goma, witnesses told the agency in Nairobi.", "looted",
     ["Goma"]),
    ("France condemned the bombing in Basra.", "condemned", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "trigger", "expected"), SCENES)
def test_scene(reader: Reader, text: str, trigger: str, expected: list[str]) -> None:
    found = [r for r in reader.read(text, PUBLISHED) if r.trigger.text.startswith(trigger)]
    assert found, f"no record at {trigger!r}"
    assert [place.text for place in found[0].where] == expected
