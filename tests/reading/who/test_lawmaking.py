"""Of which country lawmakers are: own words throughout."""

from __future__ import annotations

import pytest

from onrecord.reading.reader import Reader


def countries(reader: Reader, text: str, word: str) -> list[str | None]:
    """Of all who take part and whose words hold a word."""
    found = [e for r in reader.read(text, "2024-05-06") for e in (*r.actors, *r.recipients)]
    return list(dict.fromkeys(entity.country for entity in found if word in entity.text))


@pytest.mark.parametrize(
    ("text", "word", "country"),
    [
        ("In Iraq, soldiers died. Senator Mora condemned the army. Congress will vote.",
         "Mora", "USA"),
        ("Sen. Ada Brandt today accused the ministry over three Indian water settlements.",
         "Brandt", "USA"),
        ("Troops shelled a market in Tyre. The Knesset met. Lawmakers accused the army of lying.",
         "Lawmakers", "ISR"),
        ("Rebels seized a mine in Chad. Legislators condemned the army. The Bundestag met.",
         "Legislators", "DEU"),
        ("MANILA, May 4 -- Philippine police arrested two activists on Saturday. Sen. Rosa Cruz"
         " condemned the police.", "Cruz", "PHL"),
        ("Kenyan police shot two students in Nairobi. Lawmakers condemned the police. The US"
         " Congress will debate aid to Kenya.", "Lawmakers", "KEN"),
        # of two parliaments none is whose goes without saying
        ("Rebels seized a mine in Chad. The Knesset and the Bundestag met. Legislators condemned"
         " the rebels.", "Legislators", "TCD"),
    ],
)  # fmt: skip
def test_lawmakers_are_of_the_parliament_named(
    reader: Reader, text: str, word: str, country: str
) -> None:
    assert countries(reader, text, word) == [country]
