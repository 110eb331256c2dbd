"""Pairs, headlines, addresses: what exports share."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.exports import codes, parts
from onrecord.record import Entity, Part
from tests.samples import records


def people(count: int) -> list[Entity]:
    return [Entity(text=str(number), span=(number, number + 1)) for number in range(count)]


@given(st.integers(0, 4), st.integers(0, 4))
def test_pairs(actors: int, recipients: int) -> None:
    record = msgspec.structs.replace(
        records()[0], actors=people(actors), recipients=people(recipients)
    )
    found = parts.pairs(record)
    assert [pair.index for pair in found] == list(range(len(found)))
    if actors > 1 and not recipients:
        assert len(found) == actors * (actors - 1) // 2
        assert all(pair.mutual and pair.actor and pair.recipient for pair in found)
    else:
        assert len(found) == max(actors, 1) * max(recipients, 1)
        assert not any(pair.mutual for pair in found)


def test_no_claim_stands_bare() -> None:
    for record in records():
        bare = parts.headline(record).startswith(f"{record.status.capitalize()}: ")
        assert bare == (record.status != "asserted")
    denied = msgspec.structs.replace(records()[2], negated=True)
    assert parts.headline(denied) == "Asserted, did not happen: Joseph Otieno, CONSULT, visit"


def test_short_quotes() -> None:
    quote = Part(text="a" * 400, span=(0, 400))
    assert parts.short(quote, text=True) == quote.text
    assert len(parts.short(quote, text=False)) == parts.QUOTE
    assert parts.short(Part(text="a b", span=(0, 3)), text=False) == "a b"


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ("https://example.org/a?b=c", "https://example.org/a?b=c"),
        ("javascript:alert(1)", None),
        ("http://[", None),
        ("file:///etc/passwd", None),
        ("", None),
        (None, None),
    ],
)
def test_addresses_lead_into_the_web(address: str | None, found: str | None) -> None:
    assert parts.web(address) == found


@given(st.text())
def test_xml_holds_anything(text: str) -> None:
    from xml.etree import ElementTree

    found = ElementTree.fromstring(f'<a b="{parts.xml(text)}">{parts.xml(text)}</a>')
    kept = [char if char == "\ufffd" or char in text else "" for char in found.text or ""]
    assert "".join(kept) == (found.text or "")
    assert found.text == found.get("b") or not text


@pytest.mark.parametrize(
    ("code", "score"),
    [("010", 0.0), ("0334", 6.0), ("0333", 5.2), ("1823", -10.0), ("183", -10.0), ("99", None)],
)
def test_goldstein(code: str, score: float | None) -> None:
    assert codes.goldstein(code) == score


def test_every_cameo_code_has_a_score() -> None:
    from onrecord.codes import cameo

    scores = [codes.goldstein(code) for code in cameo.codes()]
    assert all(score is not None and -10 <= score <= 10 for score in scores)


def test_codes_of_countries() -> None:
    assert (codes.iso2("GBR"), codes.fips("GBR"), codes.cameo_country("GBR")) == ("GB", "UK", "GBR")
    assert codes.cameo_country("ROU") == "ROM"
    assert codes.iso2(None) is codes.fips("XXX") is codes.cameo_country(None) is None


def test_every_country_has_codes() -> None:
    from onrecord.codes.countries import countries

    assert [code for code in countries() if codes.iso2(code) is None] == []


def test_cameo_types_are_of_plover_sectors() -> None:
    from onrecord.codes import plover

    assert codes.cameo_actor("JRN") == ("MED", None, None)
    assert codes.cameo_actor("EUR") == ("IGO", "EUR", "EEC")
    assert codes.cameo_actor("nobody") == codes.cameo_actor(None) == (None, None, None)
    known = [sector for sector in plover.SECTORS if codes.cameo_actor(sector)[0]]
    assert len(known) == 26


def test_a_report_counts_once() -> None:
    from tests.exports.reads import example

    assert len(list(parts.distinct([*example(), *example()]))) == 1
