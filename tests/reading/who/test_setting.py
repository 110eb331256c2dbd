"""The country that goes without saying: where a thing stands, where something happens."""

from __future__ import annotations

from datetime import date

import pytest

from onrecord.reading.answers import Answers
from onrecord.reading.reader import Reader
from onrecord.report import Report


def country(reader: Reader, text: str, word: str) -> str | None:
    """The country of whatever stands at the last occurrence of a word."""
    answers = Answers(reader.nlp(text), Report(text=text, published=date(2020, 5, 4)))
    tree = answers.tree
    place = len(tree.words) - 1 - tree.words[::-1].index(word)
    (entity,) = answers.who.anybody(place)
    return entity.country


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Russian rockets hit a bakery in the Ukrainian city of Poltava.", "bakery", "UKR"),
        ("Chadian jets bombed a depot near Khartoum.", "depot", "SDN"),
        ("Turkish guns shelled farms near Aleppo, a doctor said in Ankara.", "farms", "SYR"),
        # a place told of somebody in passing is nobody else's
        (
            "Militants shot six Syrian airmen, a charity based in Leeds said. "
            "Militants spared the cook. In Damascus, women wept.",
            "airmen",
            "SYR",
        ),
        ("Students based in Leeds accused Peru of fraud.", "Students", "GBR"),
        ("Chile expelled a clerk who had shot worshippers in a Lima church.", "worshippers", "PER"),
    ],
)
def test_things_are_of_where_they_stand(
    reader: Reader, text: str, word: str, expected: str | None
) -> None:
    assert country(reader, text, word) == expected


def test_a_namesake_elsewhere_is_not_where_it_happened(reader: Reader) -> None:
    text = "In Nairobi's Eastleigh district, officers beat traders, Kenyan lawyers said."
    assert country(reader, text, "officers") == "KEN"


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        # where people of other places met is nobody's ground
        (
            "Manila and the rebels met in Kuala Lumpur after the army shelled Jolo.",
            "army",
            "PHL",
        ),
        ("Kenya and Uganda held talks in Geneva. Rebels shot a guard.", "guard", None),
        # who reports it is no part of it
        ("Kenyan rebels fled, Ugandan television said. Gunmen shot a guard.", "guard", "KEN"),
    ],
)
def test_meetings_and_reporters_give_no_country(
    reader: Reader, text: str, word: str, expected: str | None
) -> None:
    assert country(reader, text, word) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Israeli soldiers left Gaza. The navy shelled Damour.", "navy", "ISR"),
        ("Oman met Ugandan rebels. The guerrillas had shot a nurse.", "guerrillas", "UGA"),
        ("Chadian soldiers entered Sudan. The troops burned huts.", "troops", "TCD"),
        ("Peru blames Chilean gangsters. The gangsters fled to Spain.", "gangsters", "CHL"),
        ("French police flew to Togo. The officers beat a pastor.", "officers", "FRA"),
        ("Togo praised Ghanaian troops. The army had freed a town in Benin.", "army", "GHA"),
    ],
)
def test_a_side_is_the_one_told_of_before(
    reader: Reader, text: str, word: str, expected: str | None
) -> None:
    assert country(reader, text, word) == expected


def test_of_two_armies_neither_is_guessed(reader: Reader) -> None:
    text = "Malian troops fought Nigerien troops in Paris. The army fled."
    assert country(reader, text, "army") not in ("MLI", "NER")


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        # a small place on the map is likelier an unknown namesake in the country spoken of
        ("Nepal's Maoists beat two teachers in Bajura.", "teachers", "NPL"),
        ("Liberia's army surrounded West Point, where police beat traders.", "traders", "LBR"),
        ("Peru's police seized a lorry near Santa Clara.", "lorry", "PER"),
        ("Chad's army burned a market in Tine.", "market", "TCD"),
        ("Kenya's rangers shot a herder at Lodwar.", "herder", "KEN"),
        # one that everybody knows is itself
        ("Russia's jets bombed a market in Kharkiv.", "market", "UKR"),
        ("Police in Leeds freed a banker whom Togo wants.", "banker", "GBR"),
    ],
)
def test_a_small_place_is_where_the_report_is(
    reader: Reader, text: str, word: str, expected: str
) -> None:
    assert country(reader, text, word) == expected


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Rwandan rebels shelled a Red Cross post in Kigali.", "post"),
        ("Pakistan's army stopped NATO lorries at Chaman.", "lorries"),
        ("Gunmen in Mogadishu stormed a UN clinic.", "clinic"),
        ("Fifteen delegates from Asia met in Auckland.", "delegates"),
        ("Envoys of six nations met in Oslo.", "Envoys"),
        ("Tunisian guards drove ninety Africans into the desert.", "Africans"),
        ("Baltic envoys met in Palanga.", "envoys"),
    ],
)
def test_whose_are_of_no_one_state(reader: Reader, text: str, word: str) -> None:
    assert country(reader, text, word) is None


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Korean prosecutors indicted a general over a Dutch firm.", "general", "KOR"),
        ("Ecuador massed troops while the minister warned Bogota.", "minister", "ECU"),
        ("Fijian plotters dissolved parliament and Paris cut aid.", "parliament", "FJI"),
        ("Vietnam's ministry accused an exiled party and Laos.", "party", "VNM"),
        ("A Samoan priest sued the harbour board which Japan funds.", "board", "WSM"),
        # whom a state deals with, and whom anybody meets or attacks, may be of anywhere
        ("Canada thanked the general whom Spain had jailed.", "general", None),
        ("Kenyan envoys met rebels whom Uganda feeds.", "rebels", None),
        ("Kenyan jets bombed smugglers whom Uganda feeds.", "smugglers", None),
    ],
)
def test_whoever_acts_on_his_own(
    reader: Reader, text: str, word: str, expected: str | None
) -> None:
    assert country(reader, text, word) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Chinese jets and warships circled Taiwan.", "warships", "CHN"),
        ("Peru met Bolivian farmers and miners.", "miners", "BOL"),
        ("Togo praised Ghanaian doctors and nurses.", "nurses", "GHA"),
        ("Oman fed Yemeni sailors and fishermen.", "fishermen", "YEM"),
        ("Turkish tanks and jets crossed into Syria.", "jets", "TUR"),
    ],
)
def test_what_is_joined_shares_an_adjective(
    reader: Reader, text: str, word: str, expected: str
) -> None:
    assert country(reader, text, word) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        # the office is called so, and is the report's own
        ("Police in Riga freed a clerk, the foreign ministry said.", "ministry", "LVA"),
        ("In Lusaka, students jeered at the foreign minister.", "minister", "ZMB"),
        ("Slovak police found whoever shot the regional governor.", "governor", "SVK"),
        ("A court in Lima jailed the foreign minister.", "minister", "PER"),
        ("Kenyan farmers sued the regional government.", "government", "KEN"),
        # who is foreign or unknown is not
        ("Unknown hackers wiped the voter roll of Palau.", "hackers", None),
        ("Police in Riga freed foreign sailors.", "sailors", None),
        # where somebody is invited or handed over to he is not from
        ("Belarusian prosecutors jailed a poet invited to Warsaw.", "poet", "BLR"),
    ],
)
def test_an_office_is_the_report_s_own(
    reader: Reader, text: str, word: str, expected: str | None
) -> None:
    assert country(reader, text, word) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("India will leave the pact with Iran, the trade minister said.", "minister", "IND"),
        ("Serbia would never talk to Kosovo, the minister said.", "minister", "SRB"),
        ("Peru may recall its envoy to Chile, the deputy premier said.", "premier", "PER"),
        ("Oman will not sell Yemen gas, the energy ministry said.", "ministry", "OMN"),
        ("Chad would close the road to Sudan, the army said.", "army", "TCD"),
    ],
)
def test_what_a_state_will_do_its_own_people_say(
    reader: Reader, text: str, word: str, expected: str
) -> None:
    assert country(reader, text, word) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Zambia revoked the licence of a radio station.", "station", "ZMB"),
        ("Canada cut aid to Burundi over the shooting of demonstrators.", "demonstrators", "BDI"),
        ("Sweden praised Estonia for lifting its ban on a miners' union.", "union", "EST"),
        ("Kinshasa thanked Harare for the paratroopers.", "paratroopers", "ZWE"),
        ("Ghana returned to Togo a banker.", "banker", "TGO"),
        # a word before any country is of none
        ("Soldiers shot farmers, Kenya told Uganda.", "farmers", None),
    ],
)
def test_what_has_no_country_is_of_the_one_just_named(
    reader: Reader, text: str, word: str, expected: str | None
) -> None:
    assert country(reader, text, word) == expected


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Greek guards rescued 38 migrants.", "migrants"),
        ("Kenyan officials begged donors for help.", "donors"),
        ("Iran let inspectors in.", "inspectors"),
        ("Ghana's navy chased smugglers.", "smugglers"),
        ("Peru asked its creditors and other lenders for time.", "lenders"),
    ],
)
def test_some_may_be_of_anywhere(reader: Reader, text: str, word: str) -> None:
    assert country(reader, text, word) is None


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Zimbabwe shelled a camp. Britain and Malawi protested. The judge wept.", "judge", "ZWE"),
        ("Iceland sued Spain. Norway and Malta howled. A trawler was seized.", "trawler", "ISL"),
        (
            "Mexican troops held a Dutch clerk. Danes and Finns complained. Nurses quit.",
            "Nurses",
            "MEX",
        ),
        (
            "QUITO - Ecuador fed Bolivia. Bolivia and Chad wept. Villagers marched.",
            "Villagers",
            "ECU",
        ),
        ("Saudi police fined a poet. Danes and Finns howled. Students marched.", "Students", "SAU"),
        # of two that it began with neither
        ("Kenya and Chad sued Togo. Mali howled. Police shot a guard.", "guard", None),
    ],
)
def test_who_is_left_over_is_of_where_the_report_began(
    reader: Reader, text: str, word: str, expected: str | None
) -> None:
    assert country(reader, text, word) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        (
            "Indian nationalists burned Nepal's flag and accused the government.",
            "government",
            "IND",
        ),
        (
            "Canada freed a Kenyan. Amnesty praised Canada but chided the government.",
            "government",
            "CAN",
        ),
        ("Peruvian deputies whom Chile invited accused the government.", "government", "PER"),
        ("In Lagos, unions that Ghana supports defied the government.", "government", "NGA"),
        ("Fijian nurses who worked in Tonga sued the government.", "government", "FJI"),
    ],
)
def test_the_government_is_the_home_one(
    reader: Reader, text: str, word: str, expected: str
) -> None:
    assert country(reader, text, word) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Saudi Arabia fined a poet. The kingdom shuns critics.", "kingdom", "SAU"),
        ("Rebels in Pakistan pledged loyalty to the state.", "state", "PAK"),
        ("Moldova sells apples. The republic thanked growers.", "republic", "MDA"),
        ("Denmark sued Sweden. Bahrain laughed. The kingdom wept.", "kingdom", "BHR"),
        ("Police in Kenya jailed a clerk for insulting the state.", "state", "KEN"),
    ],
)
def test_a_state_by_its_kind(reader: Reader, text: str, word: str, expected: str) -> None:
    assert country(reader, text, word) == expected
