"""Nobody is of a country that the report names only as the other side."""

from __future__ import annotations

import pytest

from onrecord.reading.reader import Reader


@pytest.mark.parametrize(
    "text",
    [
        "Opposition leader Maria Lopez accused Russia of meddling.",
        "Foreign Minister Ana Borg will travel to China next week.",
        "General Juan Perez arrived in Egypt on Monday.",
        "Senate President Kofi Mensah condemned Japan.",
        "Mayor Ana Borg flew to Peru for a visit.",
    ],
)
def test_who_deals_with_a_state_need_not_be_its_own(reader: Reader, text: str) -> None:
    record = reader.read(text, "2019-09-03")[0]
    assert [actor.country for actor in record.actors] == [None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya is calm. Opposition leader Maria Lopez accused Kenya of fraud.", "KEN"),
        ("Peruvian mayor Ana Borg flew to Chile for talks.", "PER"),
        ("Sergei Lavrov accused Russia's critics of lying.", "RUS"),
    ],
)
def test_what_is_told_of_him_stays(reader: Reader, text: str, expected: str) -> None:
    record = reader.read(text, "2019-09-03")[0]
    assert [actor.country for actor in record.actors] == [expected]
