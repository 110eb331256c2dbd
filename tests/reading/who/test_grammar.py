"""Where grammar alone says on which side of an act somebody stands."""

from __future__ import annotations

import pytest

from onrecord.reading.reader import Reader

LOST = pytest.mark.xfail(reason="lost with the weights of 27 November, evening", strict=True)


def sides(reader: Reader, text: str, event: str) -> tuple[list[str], list[str]]:
    record = next(r for r in reader.read(text, "2024-05-06") if r.event == event)
    return [e.text for e in record.actors], [e.text for e in record.recipients]


@pytest.mark.parametrize(
    ("text", "event", "actors", "recipients"),
    [
        ("Two ministers are under investigation over the sale.", "ACCUSE", [], ["Two ministers"]),
        ("Three harbour pilots have been under investigation since March.", "ACCUSE", [],
         ["Three harbour pilots"]),
        ("The bank came under fire from lawmakers on Monday.", "ACCUSE", ["lawmakers"],
         ["The bank"]),
        pytest.param("The general has come under attack from farmers.", "ASSAULT", ["farmers"],
         ["The general"], marks=LOST),
        ("Serbia and Kosovo were praised for the deal.", "SUPPORT", [], ["Serbia", "Kosovo"]),
    ],
)  # fmt: skip
def test_who_is_under_something_is_done_to(
    reader: Reader, text: str, event: str, actors: list[str], recipients: list[str]
) -> None:
    assert sides(reader, text, event) == (actors, recipients)


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ("Calls for an independent judge grew in Kenya on Monday.", []),
        ("The union called for a new minister on Monday.", []),
        ("Opposition lawmakers called for the minister to resign.", ["the minister"]),
        ("Uganda's request for a loan went to China.", ["China"]),
    ],
)
def test_who_is_only_wanted_is_not_asked(reader: Reader, text: str, recipients: list[str]) -> None:
    assert sides(reader, text, "REQUEST")[1] == recipients


@pytest.mark.parametrize(
    ("text", "trigger", "struck"),
    [
        pytest.param(
            "The embassy blasts in Kenya killed ten people.",
            "killed",
            "embassy",
            marks=pytest.mark.xfail(reason="lost with the weights of 27 November", strict=True),
        ),
        ("A man was arrested in connection with the embassy blasts in Kenya.", "blasts", "embassy"),
    ],
)
def test_a_building_before_the_noun_is_struck(
    reader: Reader, text: str, trigger: str, struck: str
) -> None:
    found = [r for r in reader.read(text, "2024-05-06") if trigger in r.trigger.text]
    assert any(struck in one.text for record in found for one in record.recipients)
    assert not any(struck in one.text for record in found for one in record.actors)


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Two Chileans accused of spying were jailed by a Bolivian judge.", "accused"),
        ("A general accused of torture was pardoned by President William Ruto.", "accused"),
        ("A Kenyan court halted the deportation of a Turkish teacher.", "deportation"),
    ],
)
def test_whoever_acts_on_it_did_not_do_it(reader: Reader, text: str, trigger: str) -> None:
    record = next(r for r in reader.read(text, "2024-05-06") if r.trigger.text == trigger)
    assert record.actors == []


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Brazil's Congress rejected a bill on amnesty.", "BRA"),
        ("Peru's Congress impeached the president.", "PER"),
        ("Chile's Congress rejected the reform.", "CHL"),
        ("Congress rejected a bill on aid to Ukraine.", "USA"),
    ],
)
def test_a_name_that_a_country_owns_is_that_country_s(
    reader: Reader, text: str, country: str
) -> None:
    record = reader.read(text, "2024-05-06")[0]
    assert [(e.country, e.sector) for e in record.actors] == [(country, "LEG")]
