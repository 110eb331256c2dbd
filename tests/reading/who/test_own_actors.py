"""A user's own actors in whole reports: their names, codes and ids stand in the records."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.codes.actors import load_table
from onrecord.reading.reader import Reader

TEXT = "The River Guard blocked the road to Lima on Tuesday, police said."


def test_a_users_own_actors_lie_over_ours(
    reader: Reader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "mine.csv"
    path.write_text("name,country,sector,id\nRiver Guard,PER,SOC,Q7\n", encoding="utf-8")
    before = [record.actors for record in reader.read(TEXT, "2025-03-14")]
    monkeypatch.setattr(reader, "own", load_table(path))
    (guard,) = reader.read(TEXT, "2025-03-14")[0].actors
    assert (guard.name, guard.country, guard.sector, guard.id) == (
        "River Guard",
        "PER",
        "SOC",
        "Q7",
    )
    assert [actor.id for actor in before[0]] == [None]


def test_an_id_goes_with_its_name_only(reader: Reader) -> None:
    text = "Radio Moscow said on Monday that a Tokyo baker had met Peru's president."
    named = {
        entity.id
        for record in reader.read(text, "2001-03-14")
        for entity in (*record.actors, *record.recipients)
        if entity.name not in ("Russia", "Japan", "Peru")
    }
    assert named <= {None}
