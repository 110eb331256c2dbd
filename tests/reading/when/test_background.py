"""Which day goes on through a report, and what steps out of it: background, sayings, asides."""

from __future__ import annotations

import pytest

from onrecord.reading.reader import Reader

PUBLISHED = "2024-05-06"  # a Monday
Days = tuple[str | None, str | None]
TODAY: Days = (PUBLISHED, PUBLISHED)
BEFORE: Days = (None, PUBLISHED)
AHEAD: Days = (PUBLISHED, None)
FRIDAY: Days = ("2024-05-03", "2024-05-03")
MARCH: Days = ("2024-03-01", "2024-03-31")


def days(reader: Reader, text: str, trigger: str) -> Days:
    """When the happening was whose trigger starts with the words."""
    found = [r for r in reader.read(text, PUBLISHED) if r.trigger.text.startswith(trigger)]
    assert found, f"no record at {trigger!r}"
    return found[0].when.start, found[0].when.end


def check(reader: Reader, told: list[tuple[str, str, Days]]) -> None:
    wrong = [(t, w, found) for t, w, d in told if (found := days(reader, t, w)) != d]
    assert not wrong


def test_background_ends_with_the_next_sentence(reader: Reader) -> None:
    """An old date holds for an act on the ground next to it, for no saying, and no longer."""
    check(
        reader,
        [
            ("Togo expelled an envoy in March. Ghana condemned the step.", "condemned", TODAY),
            ("Rebels seized the port in March. Chad urged them to leave.", "urged", TODAY),
            ("Troops shelled a school in March. They burned a mosque.", "burned", MARCH),
            (
                "Troops shelled a school in March. The town is poor. Police arrested a monk.",
                "arrested",
                TODAY,
            ),
            (
                "Troops seized a port on Friday. It was shelled in March. The sea was calm. "
                "Police arrested a monk.",
                "arrested",
                FRIDAY,
            ),
        ],
    )


def test_sayings_tied_to_what_was_told(reader: Reader) -> None:
    check(
        reader,
        [
            (
                "Togo expelled an envoy in March. Ghana condemned it at the time.",
                "condemned",
                MARCH,
            ),
            ("Togo freed a spy in March. In return, Ghana promised aid.", "promised", MARCH),
            (
                "Togo expelled an envoy on Friday. Ghana protested within hours.",
                "protested",
                FRIDAY,
            ),
            ("Togo expelled an envoy on Friday. Ghana immediately protested.", "protested", FRIDAY),
            ("Togo shut a bridge in March. Ghana then accused it of piracy.", "accused", MARCH),
        ],
    )


def test_sayings_in_the_dated_sentence(reader: Reader) -> None:
    """Of its day, but for one behind a semicolon, one that was over by then, and a remark."""
    check(
        reader,
        [
            (
                "Troops sealed off the town on Friday and threatened to burn houses.",
                "threatened",
                FRIDAY,
            ),
            (
                "Police closed two papers on Friday, and the editor accused them of theft.",
                "accused",
                FRIDAY,
            ),
            (
                "Togo expelled an envoy on Friday, and Ghana condemned the step.",
                "condemned",
                FRIDAY,
            ),
            ("Togo expelled an envoy on Friday; Ghana condemned the step.", "condemned", TODAY),
            (
                "Rebels freed a priest on Friday after the bishop urged them to do so.",
                "urged",
                BEFORE,
            ),
        ],
    )


def test_grounds_and_asides_were_before(reader: Reader) -> None:
    check(
        reader,
        [
            ("Ghana accused Togo on Friday of arming rebels.", "arming", BEFORE),
            ("Poland thanked China for sending tents.", "sending", BEFORE),
            ("The bishop praised Chad for freeing 12 prisoners.", "freeing", BEFORE),
            ("Norway, which sent tents, criticised the ministry.", "sent", BEFORE),
            ("The general who arrested the monks praised the police.", "arrested", BEFORE),
        ],
    )


def test_a_weekday_follows_the_tense_of_its_verb(reader: Reader) -> None:
    check(
        reader,
        [
            ("Rebels hit a hospital in Gao on Friday.", "hit", FRIDAY),
            ("Police beat two monks on Friday.", "beat", FRIDAY),
            (
                "The foreign ministers of both states meet in Oslo on Friday.",
                "meet",
                ("2024-05-10", "2024-05-10"),
            ),
            (
                "The leaders of Peru and Chile meet on Thursday.",
                "meet",
                ("2024-05-09", "2024-05-09"),
            ),
            (
                "The presidents of Togo and Ghana meet in Accra on Wednesday.",
                "meet",
                ("2024-05-08", "2024-05-08"),
            ),
        ],
    )


def test_a_wish_of_nobody_cited_is_of_today(whole_reader: Reader) -> None:
    check(
        whole_reader,
        [
            ("The opposition wants the minister to resign.", "wants", TODAY),
            ("Peru wants Chile to withdraw its troops.", "wants", TODAY),
            ("The rebels want the army to leave the town.", "want", TODAY),
            ("Ghana wants Togo to free the fishermen.", "wants", TODAY),
            ("Students want the president to step down.", "want", TODAY),
        ],
    )


def test_an_account_right_behind_the_news_is_of_its_day(reader: Reader) -> None:
    """Not where it is denied or alleged, nor where it is told of later."""
    news = "Troops raided a village on Friday."
    check(
        reader,
        [
            (f"{news} A witness said that they had burned a mosque.", "burned", FRIDAY),
            (f"{news} The army said it had killed six rebels.", "killed", FRIDAY),
            (f"{news} The army denied that it had burned a mosque.", "burned", BEFORE),
            (f"{news} A monk alleged that they had killed two boys.", "killed", BEFORE),
            (
                f"{news} It lies in the hills. The army said it had killed six rebels.",
                "killed",
                BEFORE,
            ),
        ],
    )


@pytest.mark.parametrize(
    "text",
    [
        "Police arrested a student over the weekend.",
        "Rebels seized a port at the weekend.",
        "Gunmen killed two monks last weekend.",
        "Soldiers shelled a school during the weekend.",
        "Troops burned a village this weekend.",
    ],
)
def test_a_weekend_is_days(reader: Reader, text: str) -> None:
    (record,) = reader.read(text, "2024-05-08")
    assert record.when.precision == "day"
