"""Sayings on record, and to whom they are said: own words throughout."""

from __future__ import annotations

import pytest

from onrecord.reading.reader import Reader

SAID = [
    ("Minister Okoro told traders in Lagos that the road was open.", ["traders"]),
    ("“The road is long,” President Macron told Olaf Scholz.", ["Olaf Scholz"]),
    ("The governor wrote to the Supreme Court that the bridge was closed.", ["the Supreme Court"]),
    ("The mayor said to lawmakers on Friday that the harbour was empty.", ["lawmakers"]),
    ("Speaking to students in Lagos, Minister Okoro said that the road was open.", ["students"]),
    ("President Macron said in a letter to Olaf Scholz that the road was long.", ["Olaf Scholz"]),
    # the press only hands it on
    ("Minister Okoro told reporters in Lagos that the road was open.", []),
    ("The ambassador told the BBC that the village was quiet.", []),
    # where somebody speaks, and himself, are nobody to whom it is told
    ("The minister said on a visit to Goma that the road was open.", []),
    ("The king told himself that the road was open.", []),
    ("The minister said on Monday that the road was open.", []),
]


@pytest.mark.parametrize(("text", "recipients"), SAID)
def test_to_whom_it_is_said(reader: Reader, text: str, recipients: list[str]) -> None:
    (found,) = [r for r in reader.read(text, "2024-05-15") if r.event == "STATEMENT"]
    assert [entity.text for entity in found.recipients] == recipients


@pytest.mark.parametrize(
    "text",
    [
        "The premier wished his Fijian colleague a long life.",
        "Wishing Ghana a good harvest, the envoy left Accra.",
        "Wishing success and prosperity, the king said that he hoped for peace.",
    ],
)
def test_a_wish_is_on_record(whole_reader: Reader, text: str) -> None:
    statements = [r for r in whole_reader.read(text, "2024-05-14") if r.event == "STATEMENT"]
    assert "wished" in [record.status for record in statements]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“We have never fished there,” a government spokesman said.", "never fished"),
        ("The premier told reporters: “The road is long and cold.”", "long and cold"),
        ("“It is late,” the king said. “We must all sleep.”", "It is late"),
    ],
)
def test_its_quotation_is_verbatim(reader: Reader, text: str, words: str) -> None:
    (found,) = [r for r in reader.read(text, "2024-05-15") if r.event == "STATEMENT"]
    assert any(words in quote.text for quote in found.quotes)
    assert all(text[quote.span[0] : quote.span[1]] == quote.text for quote in found.quotes)
