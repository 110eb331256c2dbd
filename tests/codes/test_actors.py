"""Who a phrase means: names, demonyms, roles, offices at a date, and a user's own table."""

import csv
import re
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.codes import plover
from onrecord.codes.actors import aliases, load_table, resolve
from onrecord.codes.countries import countries
from onrecord.codes.tables import parse, rows

PHRASES = parse((Path(__file__).parent / "actor_phrases.tsv").read_text("utf-8"))
DAY = date(2024, 3, 1)


@pytest.mark.parametrize("row", PHRASES, ids=lambda row: row["phrase"])
def test_phrases(row: dict[str, str]) -> None:
    found = resolve(row["phrase"], published=date.fromisoformat(row["published"]))
    assert (found and found.country) == (row["country"] or None)
    assert (found and found.sector) == (row["sector"] or None)


def test_there_are_phrases_from_all_over_the_world() -> None:
    assert len(PHRASES) >= 150
    assert len({row["country"] for row in PHRASES}) >= 80


def test_names_kinds_and_roles() -> None:
    kim = resolve("North Korean leader Kim Jong-un", published=DAY)
    assert kim is not None
    assert (kim.name, kim.kind, kim.role) == ("Kim Jong Un", "person", "leader")
    moscow = resolve("Moscow", published=DAY)
    assert moscow is not None
    assert (moscow.name, moscow.kind) == ("Russia", "state")
    people = resolve("Ukrainians", published=DAY)
    assert people is not None
    assert (people.kind, people.country) == ("people", "UKR")
    ship = resolve("a Greek frigate", published=DAY)
    assert ship is not None
    assert (ship.name, ship.kind, ship.role) == (None, "group", "frigate")


def test_the_phrase_outranks_the_tables() -> None:
    unknown = resolve("Finnish Defence Minister Aino Testinen", published=DAY)
    assert unknown is not None
    assert (unknown.name, unknown.country, unknown.sector) == ("Aino Testinen", "FIN", "GOV")
    congress = resolve("the Peruvian Congress", published=DAY)
    assert congress is not None
    assert (congress.name, congress.country, congress.sector) == (None, "PER", "LEG")
    past = resolve("ex-president Emmanuel Macron", published=DAY)
    assert past is not None and past.sector == "ELI"


def test_an_office_means_its_holder_on_the_day() -> None:
    for day, name in ((date(2003, 1, 1), "Jacques Chirac"), (DAY, "Emmanuel Macron")):
        found = resolve("the French president", published=day)
        assert found is not None and found.name == name
    undated = resolve("the French president")
    assert undated is not None and undated.name is None


def test_an_apposition_names_the_person() -> None:
    found = resolve("former mayor of Basra, Salim al-Testi", published=DAY)
    assert found is not None
    assert (found.name, found.country, found.sector) == ("Salim al-Testi", "IRQ", "ELI")
    turned = resolve("Salim al-Testi, a former mayor of Basra", published=DAY)
    assert turned is not None
    assert (turned.name, turned.country, turned.sector) == ("Salim al-Testi", "IRQ", "ELI")


@pytest.mark.parametrize(
    "phrase",
    ["us", "who", "it", "a turkey dinner", "polish", "the weather", "Ivanka Trump", "", "..."],
)
def test_what_is_not_known_is_none(phrase: str) -> None:
    assert resolve(phrase, published=DAY) is None


@pytest.mark.parametrize(
    "phrase", ["Iran's nuclear programme", "the US dollar", "a police station"]
)
def test_a_weak_pattern_says_so(phrase: str) -> None:
    found = resolve(phrase, published=DAY)
    assert found is not None and not found.sure


def test_half_a_compound_is_nobody() -> None:
    found = resolve("pro-Russian separatists", published=DAY)
    assert found is not None and found.country is None
    found = resolve("the Iran-backed Houthis", published=DAY)
    assert found is not None and found.country == "YEM"


def test_a_countrys_name_within_another_name_is_not_the_country() -> None:
    text = "From the Persian Gulf to the South China Sea, Latin American envoys quoted George Bush."
    found = [text[start:end] for start, end, _ in aliases(text, published=date(2003, 1, 1))]
    assert found == ["George Bush"]
    assert resolve("the Korean Peninsula", published=DAY) is None


def test_a_surname_needs_somebody_in_office() -> None:
    found = resolve("Sunak", published=DAY)
    assert found is not None and found.name == "Rishi Sunak"
    assert resolve("Sunak", published=date(1995, 1, 1)) is None


def test_aliases_have_spans() -> None:
    text = "Vladimir Putin told U.S. envoys in Geneva that the IAEA and Russians agree, but not us."
    found = [(text[start:end], who.country) for start, end, who in aliases(text, published=DAY)]
    assert found == [
        ("Vladimir Putin", "RUS"), ("U.S.", "USA"), ("IAEA", None), ("Russians", "RUS"),
    ]  # fmt: skip


@given(st.text(), st.dates() | st.none())
def test_any_text_is_resolved_without_an_error(text: str, day: date | None) -> None:
    found = resolve(text, published=day)
    assert found is None or found.sector in (None, *plover.SECTORS)


ACTOR_WORDS = (
    "the|former|Russian|Ukraine|'s|president|of|Putin|,|police|for|Hezbollah|in|Kyiv|and|UN|chief|"
    "Kim|Jong-un|Trump|Jr.|troops|-|pro-Iranian|spokesman|U.S.|\n|(|)|King|“|al-Sisi|Georgia"
)
WORDS = st.sampled_from(re.split(r"\|", ACTOR_WORDS))


@given(st.lists(WORDS, max_size=14), st.dates(date(1980, 1, 1), date(2030, 1, 1)))
def test_any_order_of_actor_words_is_resolved_without_an_error(parts: list[str], day: date) -> None:
    text = " ".join(parts)
    found = resolve(text, published=day)
    assert found is None or found.country in (None, *countries())
    spans = [(start, end) for start, end, _ in aliases(text, published=day)]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))


def test_a_users_own_table_lies_over_ours(tmp_path: Path) -> None:
    path = tmp_path / "mine.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(
            [
                ["name", "kind", "country", "sector", "role", "start", "end", "aliases"],
                ["River Guard", "organisation", "BOL", "SOC", "", "", "", "RG;Guardia del Río"],
                ["Pia Exempel", "person", "SWE", "GOV", "minister", "2020-01", "2022-06", ""],
                ["Hamas", "organisation", "PSE", "PTY", "", "", "", ""],
            ]
        )
    table = load_table(path)
    found = resolve("the Guardia del Rio", published=DAY, table=table)
    assert found is not None and (found.name, found.sector) == ("River Guard", "SOC")
    found = resolve("Pia Exempel", published=date(2021, 1, 1), table=table)
    assert found is not None and found.sector == "GOV"
    found = resolve("Pia Exempel", published=DAY, table=table)
    assert found is not None and found.sector == "ELI"
    found = resolve("Hamas", published=DAY, table=table)
    assert found is not None and found.sector == "PTY"
    found = resolve("Hamas", published=DAY)
    assert found is not None and found.sector == "REB"
    named = [who.name for _, _, who in aliases("RG met Hamas", table=table)]
    assert named == ["River Guard", "Hamas"]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (",person", "line 2: a row needs a name"),
        ("A,person,,,,someday", "line 2"),
        ("A,robot", "no kind is called 'robot'"),
        ("A,person,Peru", "no country is called 'Peru'"),
        ("A,person,PER,GVT", "no sector is called 'GVT'"),
    ],
)
def test_a_users_table_says_which_line_is_wrong(tmp_path: Path, line: str, message: str) -> None:
    path = tmp_path / "bad.csv"
    path.write_text(f"name,kind,country,sector,role,start\n{line}\n", encoding="utf-8")
    with pytest.raises(ValueError, match=message):
        load_table(path)


def test_organisations_hold_known_codes() -> None:
    for row in rows("organisations"):
        assert row["sector"] in plover.SECTORS, row
        assert row["country"] in ("", *countries()), row
        assert row["kind"] in ("organisation", "people"), row


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("Bush administration officials", "USA"),
        ("the Blair government", "GBR"),
        ("the Sharon government", "ISR"),
        ("the Howard government", "AUS"),
    ],
)
def test_a_government_is_called_by_who_headed_it_long_after(phrase: str, expected: str) -> None:
    found = resolve(phrase, published=date(2021, 1, 1))
    assert found is not None
    assert (found.country, found.sector) == (expected, "GOV")


def test_a_surname_of_several_lands_says_none() -> None:
    found = resolve("the Park regime", published=date(2021, 1, 1))
    assert found is not None
    assert found.country is None
