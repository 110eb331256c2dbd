"""Who is not taken for one of the report's own country."""

from __future__ import annotations

import pytest

from onrecord.reading.reader import Reader


@pytest.mark.parametrize("side", ["South", "North", "East", "West", "Northeast"])
def test_a_point_of_the_compass_is_nobody_s_home(reader: Reader, side: str) -> None:
    record = reader.read(f"The {side}'s army shelled a village.", "2024-05-14")[0]
    assert [entity.country for entity in record.actors] == [None]
