"""The model's word on who takes part: what is likely fills an empty side and nothing else."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest

from onrecord.reading.reader import Reader
from onrecord.reading.tree import Tree
from onrecord.reading.who.participants import Who
from onrecord.reading.who.roles import weighed_parties

Shares = dict[str, float]


def sides(
    reader: Reader,
    text: str,
    trigger: str,
    *,
    actors: Shares,
    recipients: Shares,
    framed: tuple[str, ...] = (),
    category: str = "",
    mutual: bool = False,
) -> tuple[list[str], list[str]]:
    """Texts of both sides; shares by word, framed the frame's actors."""
    tree = Tree(reader.nlp(text), text)
    rows = np.array(
        [[share.get(word, 0.02) for word in tree.words] for share in (actors, recipients)]
    )
    tree.scores = SimpleNamespace(role=1, roles=lambda *_: rows)  # type: ignore[assignment]
    who = Who(tree, None)
    known = [entity for word in framed for entity in who.entities(tree.words.index(word))]
    place = tree.words.index(trigger)
    found = weighed_parties(tree, who, place, (known, []), [], category=category, mutual=mutual)
    return [e.text for e in found[0]], [e.text for e in found[1]]


@pytest.mark.parametrize(
    ("text", "trigger", "word", "share", "expected"),
    [
        ("Rebels shelled a string of farms.", "shelled", "farms", 0.6, ["farms"]),
        ("Gunmen stormed a warehouse.", "stormed", "warehouse", 0.55, ["a warehouse"]),
        ("Gunmen stormed a warehouse.", "stormed", "warehouse", 0.2, []),
        # where it was is no party to it
        ("Rebels clashed near Tachira.", "clashed", "Tachira", 0.7, []),
        (
            "The ministry jailed union organisers.",
            "jailed",
            "organisers",
            0.7,
            ["union organisers"],
        ),
        ("Vandals torched a bakery.", "torched", "bakery", 0.8, ["a bakery"]),
    ],
)
def test_what_is_likelier_than_not_fills_an_empty_side(
    reader: Reader, text: str, trigger: str, word: str, share: float, expected: list[str]
) -> None:
    assert sides(reader, text, trigger, actors={}, recipients={word: share})[1] == expected


def test_what_is_only_likely_joins_nobody(reader: Reader) -> None:
    text = "Soldiers beat villagers with miners."
    found = sides(
        reader,
        text,
        "beat",
        actors={"Soldiers": 0.8, "miners": 0.6},
        recipients={},
        framed=("Soldiers",),
    )
    assert found[0] == ["Soldiers"]


def test_partners_receive_nothing(reader: Reader) -> None:
    text = "Peru met Chile."
    found = sides(
        reader,
        text,
        "met",
        actors={"Peru": 0.9},
        recipients={"Chile": 0.8},
        framed=("Peru", "Chile"),
        mutual=True,
    )
    assert found == (["Peru", "Chile"], [])


@pytest.mark.parametrize(
    ("text", "trigger", "category", "recipients", "expected"),
    [
        (
            "Togo said that Ghana lied and threatened war.",
            "threatened",
            "THREATEN",
            {"Ghana": 0.3},
            ["Ghana"],
        ),
        ("Kyiv asked, and Warsaw promised tents.", "promised", "AGREE", {"Kyiv": 0.4}, ["Kyiv"]),
        # only the likeliest, with what is joined to it
        (
            "Peru and Chile erred, Bolivia warned Spain.",
            "warned",
            "THREATEN",
            {"Peru": 0.4, "Chile": 0.35, "Spain": 0.3},
            ["Peru", "Chile"],
        ),
        ("Gunmen hit the enclave's road.", "hit", "ASSAULT", {"enclave": 0.4}, ["the enclave"]),
        ("Chile will cut Peru's aid, it warned.", "warned", "THREATEN", {"Peru": 0.3}, ["Peru"]),
        # below a tenth there is no hope; a patrol need not meet anybody
        (
            "Togo said that Ghana lied and threatened war.",
            "threatened",
            "THREATEN",
            {"Ghana": 0.08},
            [],
        ),
        ("Troops patrolled near Ghana.", "patrolled", "MOBILIZE", {"Ghana": 0.4}, []),
    ],
)
def test_an_act_done_to_somebody_takes_the_likeliest(
    reader: Reader,
    text: str,
    trigger: str,
    category: str,
    recipients: Shares,
    expected: list[str],
) -> None:
    found = sides(reader, text, trigger, actors={}, recipients=recipients, category=category)
    assert found[1] == expected


@pytest.mark.parametrize(
    ("text", "trigger", "word"),
    [
        ("Two ministers are under investigation.", "investigation", "ministers"),
        ("Estonia got missiles.", "got", "Estonia"),
        ("Peru received a warning.", "warning", "Peru"),
        ("The clerk faces trial.", "trial", "clerk"),
        ("Chile drew criticism.", "criticism", "Chile"),
    ],
)
def test_a_subject_may_be_whom_it_is_done_to(
    reader: Reader, text: str, trigger: str, word: str
) -> None:
    found = sides(reader, text, trigger, actors={word: 0.1}, recipients={word: 0.7}, framed=(word,))
    assert found[0] == []
    assert [word in text for text in found[1]] == [True]


@pytest.mark.parametrize(
    ("text", "trigger", "own", "expected"),
    [
        ("Russia withdrew its troops.", "withdrew", "troops", []),
        ("Syria pulled its observers out.", "pulled", "observers", []),
        ("Kenya recalled its police.", "recalled", "police", []),
        ("Togo stood down its guards.", "stood", "guards", []),
        ("Peru moved its soldiers north.", "moved", "soldiers", []),
        # others' are not
        ("Chad freed Sudanese soldiers.", "freed", "soldiers", ["Sudanese soldiers"]),
        ("Chad freed its students.", "freed", "students", ["its students"]),
    ],
)
def test_own_forces_are_moved_and_receive_nothing(
    reader: Reader, text: str, trigger: str, own: str, expected: list[str]
) -> None:
    first = text.split(" ")[0]
    found = sides(
        reader,
        text,
        trigger,
        actors={first: 0.9},
        recipients={own: 0.95},
        framed=(first,),
        category="RETREAT",
    )
    assert found == ([first], expected)


@pytest.mark.parametrize(
    ("text", "trigger", "actors", "expected"),
    [
        ("Togo, Ghana and Benin paid.", "paid", {"Togo": 0.95, "Ghana": 0.6, "Benin": 0.7}, 3),
        ("Peru and Chile paid.", "paid", {"Peru": 0.6, "Chile": 0.92}, 2),
        ("Farmers and miners marched.", "marched", {"Farmers": 0.95, "miners": 0.6}, 2),
        ("Oman, Yemen and Iraq agreed.", "agreed", {"Iraq": 0.95, "Oman": 0.55, "Yemen": 0.1}, 2),
        # what is not joined, or not likely, is left out
        ("Togo paid, Ghana said.", "paid", {"Togo": 0.95, "Ghana": 0.6}, 1),
        ("Peru and Chile paid.", "paid", {"Peru": 0.4, "Chile": 0.92}, 1),
    ],
)
def test_who_is_joined_to_a_sure_one_comes_with_it(
    reader: Reader, text: str, trigger: str, actors: Shares, expected: int
) -> None:
    assert len(sides(reader, text, trigger, actors=actors, recipients={})[0]) == expected


@pytest.mark.parametrize(
    ("text", "trigger", "actors", "recipients", "expected"),
    [
        ("Boats turned rafters back.", "turned", {"Boats": 0.4}, {"rafters": 0.9}, ["Boats"]),
        ("Peru and Chile paid.", "paid", {"Peru": 0.4, "Chile": 0.3}, {}, ["Peru", "Chile"]),
        ("Kenya saw miners march.", "march", {"miners": 0.3, "Kenya": 0.1}, {}, ["miners"]),
        # who is likelier to be whom it is done to, or hardly likely at all
        ("Rebels were shot.", "shot", {"Rebels": 0.3}, {"Rebels": 0.6}, []),
        ("Farmers watched a raid.", "raid", {"Farmers": 0.1}, {}, []),
    ],
)
def test_where_nobody_acts_the_likeliest_does(
    reader: Reader,
    text: str,
    trigger: str,
    actors: Shares,
    recipients: Shares,
    expected: list[str],
) -> None:
    assert sides(reader, text, trigger, actors=actors, recipients=recipients)[0] == expected


@pytest.mark.parametrize(
    ("text", "trigger", "subject"),
    [
        ("Peru and Chile were welcomed as partners.", "welcomed", ["Peru", "Chile"]),
        ("Bolivia was admitted to the pact on Friday.", "admitted", ["Bolivia"]),
        ("Serbia was praised for the deal.", "praised", ["Serbia"]),
        ("Rebels were seen and shelled near the border.", "shelled", []),
        ("Kenya accepted the offer.", "accepted", []),
    ],
)
def test_a_passive_subject_is_done_to(
    reader: Reader, text: str, trigger: str, subject: list[str]
) -> None:
    shares = dict.fromkeys(subject, 0.95)
    assert sides(reader, text, trigger, actors=shares, recipients={}) == ([], subject)


def test_police_who_are_posted_act(reader: Reader) -> None:
    found = sides(
        reader,
        "Police were posted at every school.",
        "posted",
        actors={"Police": 0.95},
        recipients={},
        category="MOBILIZE",
    )
    assert found == (["Police"], [])
