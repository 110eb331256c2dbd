"""Offices told with where they are of mean whoever was named with them last."""

from __future__ import annotations

import pytest

from onrecord.reading.reader import Reader


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Sen. Mark Ellison left the hall on Monday. The Ohio senator criticized Canada.",
         ["Mark Ellison"]),
        ("Gov. Dana Cole spoke on Monday. The Maine governor accused Canada of dumping.",
         ["Dana Cole"]),
        ("Sen. Mark Ellison left the hall on Monday. The Ohio senator and presidential candidate "
         "criticized Canada.", ["Mark Ellison"]),
        ("Estonian Foreign Minister Mart Tamm arrived in Riga. The Latvian foreign minister "
         "criticized Canada.", ["Latvian foreign minister"]),
        ("Estonian Foreign Minister Mart Tamm arrived in Riga. The Estonian minister criticized "
         "Canada.", ["Mart Tamm"]),
    ],
)  # fmt: skip
def test_an_office_means_its_bearer(reader: Reader, text: str, names: list[str]) -> None:
    record = next(r for r in reader.read(text, "1998-05-06") if r.event == "ACCUSE")
    assert [actor.name for actor in record.actors] == names


def test_two_offices_under_one_article_are_two(reader: Reader) -> None:
    text = (
        "Estonian Foreign Minister Mart Tamm arrived in Riga. The Latvian president and prime "
        "minister praised him."
    )
    record = next(r for r in reader.read(text, "1998-05-06") if r.event == "SUPPORT")
    assert len(record.actors) == 2


def test_a_name_behind_a_title_is_one_though_the_tagger_missed_it(reader: Reader) -> None:
    text = "Sen. Mark Ellison left the hall on Monday. The Ohio senator criticized President Obama."
    record = next(r for r in reader.read(text, "2016-01-08") if r.event == "ACCUSE")
    assert [one.name for one in record.recipients] == ["Barack Obama"]
