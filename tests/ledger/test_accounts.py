"""Records of one happening become one account: blocking, people's word, any order."""

from __future__ import annotations

import random
from datetime import date

import msgspec
import pytest

from onrecord.ledger.accounts import alike, comparable, group, members, window
from onrecord.ledger.decisions import Decision, rules
from onrecord.ledger.stems import stem, words
from onrecord.ledger.summary import Telling, account, account_id
from onrecord.ledger.told import Told, bag, told
from onrecord.record import Record
from onrecord.report import Report
from tests.ledger.told_samples import record

DAY = date(2025, 3, 14)
TEXTS = {
    "a": "Kenya sent over 10,000 troops to Fiji on Wednesday, Tonga said.",
    "b": "Kenya has sent 11,000 troops to Fiji, where they landed on Wednesday.",
    "c": "Troops that Kenya sent to Fiji number some 12,000, the paper wrote on Wednesday.",
    "d": "Kenya sent rice to Tonga in a ship of its navy after the storm.",
}
REPORTS = {name: Report(text=text, published=DAY, outlet=name) for name, text in TEXTS.items()}


def made(name: str, **fields: object) -> Record:
    to = "Tonga" if name == "d" else "Fiji"
    options: dict[str, object] = {"start": "2025-03-12"} if name != "d" else {}
    if name == "a":
        options["voice"] = "Tonga"
    return record(REPORTS[name], "sent", "AID", "Kenya", to, **(options | fields))  # type: ignore[arg-type]


def telling(one: Record) -> Told:
    text = next(report.text for report in REPORTS.values() if report.id == one.report)
    return told(one, bag(stem(word) for word in words(text)))


ALL = {name: made(name) for name in TEXTS}
IDS = {name: one.id for name, one in ALL.items()}


def grouped(*decisions: Decision, order: str = "abcd") -> list[set[str]]:
    names = {id: name for name, id in IDS.items()}
    found = group([telling(ALL[name]) for name in order], rules(decisions))
    return sorted(({names[id] for id in ids} for ids in found), key=min)


def test_one_happening_in_three_reports() -> None:
    assert grouped() == [{"a", "b", "c"}, {"d"}]


def test_order_is_no_matter() -> None:
    for seed in range(5):
        order = list("abcd")
        random.Random(seed).shuffle(order)
        assert grouped(order="".join(order)) == grouped()


def test_people_decide() -> None:
    def said(verdict: str, one: str, other: str | None = None) -> Decision:
        return msgspec.convert(
            {"verdict": verdict, "one": IDS[one], "other": other and IDS[other]}, Decision
        )

    assert grouped(said("same", "a", "d")) != grouped()
    apart = grouped(said("not_same", "a", "b"))
    assert not any({"a", "b"} <= names for names in apart)
    # The last word counts.
    assert grouped(said("not_same", "a", "b"), said("same", "b", "a")) == grouped()
    assert grouped(said("wrong", "c")) == [{"a", "b"}, {"d"}]
    assert grouped(said("wrong", "c"), said("right", "c")) == grouped()


@pytest.mark.parametrize(
    ("fields", "fits"),
    [
        ({}, True),
        ({"event": "ASSAULT"}, False),
        ({"start": "2025-03-13", "end": "2025-03-13"}, True),  # a day apart: night falls
        ({"start": "2025-03-20", "end": "2025-03-20"}, False),
        ({"start": "", "end": ""}, False),
        ({"start": "", "end": "2025-03-14"}, True),
        ({"sides": (frozenset({"=TON"}), frozenset())}, False),  # nobody in common
        ({"sides": (frozenset({"=KEN"}), frozenset({"=TON"}))}, False),  # done to somebody else
        ({"sides": (frozenset({"=KEN"}), frozenset())}, True),
        ({"sides": (frozenset({"=FJI"}), frozenset({"=KEN"}))}, True),  # told from the other side
    ],
)
def test_what_may_be_compared(fields: dict[str, object], fits: bool) -> None:
    one = telling(ALL["a"])
    other = msgspec.structs.replace(telling(ALL["b"]), **fields)
    assert comparable(one, other) is comparable(other, one) is fits


def test_windows() -> None:
    def days(**fields: object) -> tuple[str, str] | None:
        found = window(msgspec.structs.replace(telling(ALL["a"]), **fields))
        return found and (str(found[0]), str(found[1]))

    assert days(start="2025-03-12", end="2025-03-12") == ("2025-03-11", "2025-03-13")
    # News without a date is of the last days.
    assert days(start="2025-03-12", end="2025-03-12", spoken=False) == ("2025-03-09", "2025-03-13")
    assert days(start="", end="2025-03-12") == ("2025-02-08", "2025-03-13")
    assert days(start="", end="") is None
    assert days(start="0001-01-01", end="9999-12-31") == ("0001-01-01", "9999-12-31")


def test_likeness_is_the_same_from_both_sides() -> None:
    a, b = telling(ALL["a"]), telling(ALL["b"])
    assert alike(a, b) == alike(b, a)
    assert 0 < alike(a, telling(ALL["d"])) < alike(a, b) < 1
    assert not comparable(a, telling(ALL["d"]))


def test_members_say_why() -> None:
    by_id = {id: telling(ALL[name]) for name, id in IDS.items()}
    found = members(by_id, [IDS["a"], IDS["b"]], rules([]))
    assert [m.record for m in found] == [IDS["a"], IDS["b"]]
    assert all(0 < m.score < 1 and "word" in m.reason for m in found)
    assert members(by_id, [IDS["d"]], rules([]))[0].reason == "alone"


def test_the_account_of_three() -> None:
    tellings = [
        Telling(record=made("a", amounts=(("over 10,000", 10000, "more"),)), outlets=("a",),
                published="2025-03-14", story="s1"),
        Telling(record=made("b", amounts=(("11,000", 11000, "exact"),)), outlets=("b",),
                published="2025-03-13", story="s2"),
        # A reprint of b's text, and one that denies it.
        Telling(record=made("c", amounts=(("some 12,000", 12000, "about"),)), outlets=("c", "b"),
                published="2025-03-15", story="s2"),
        Telling(record=made("d", status="denied"), published="2025-03-16", story="s3"),
    ]  # fmt: skip
    one = account(tellings)
    assert one.id == account_id(IDS["b"])
    assert (one.records, one.reports, one.outlets, one.voices) == (4, 4, 3, 3)
    assert (one.first_word, one.last_word) == ("2025-03-13", "2025-03-16")
    assert one.statuses == {"asserted": 2, "attributed": 1, "denied": 1}
    assert one.doubted
    assert (one.start, one.actors, one.recipients) == ("2025-03-12", ["Kenya"], ["Fiji", "Tonga"])
    assert one.countries == ["FJI", "KEN", "TON"]
    assert [word.voice for word in one.words] == [None, "Tonga", None, None]
    assert [word.independent for word in one.words] == [True, True, False, True]
    assert one.figures[0].agree
    assert account(list(reversed(tellings))) == one
    with pytest.raises(ValueError):
        account([])
