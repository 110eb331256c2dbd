"""Warnings that threaten nobody; sentences of our own."""

from __future__ import annotations

import pytest

from onrecord.reading.reader import Reader


@pytest.mark.parametrize(
    ("text", "threatens"),
    [
        ("NATO warned that Russia would attack the Baltic states.", False),
        ("The UN warned that Israel would seize more land.", False),
        ("Ukraine warned that Moscow would cut off gas to Europe.", False),
        ("The envoy warned that rebels would attack the dam.", False),
        ("The bishop warned that soldiers would shoot protesters.", False),
        ("Iran warned that it would close the strait.", True),
        ("Hamas warned that its fighters would shell Tel Aviv.", True),
        ("Turkey's president warned that Turkey would strike the militia.", True),
        ("The general warned that troops would fire on looters.", True),
        ("Germany warned that sanctions would be imposed on Iran.", True),
    ],
)
def test_a_threat_is_of_ones_own_deed(reader: Reader, text: str, threatens: bool) -> None:
    events = {record.event for record in reader.read(text, "2024-05-06")}
    assert ("THREATEN" in events) is threatens
