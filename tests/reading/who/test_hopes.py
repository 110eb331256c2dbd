"""Whom an act is done to, by how often acts of its kind name anybody."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest

from onrecord.reading.reader import Reader
from onrecord.reading.tree import Tree
from onrecord.reading.who.hopes import hoped, least
from onrecord.reading.who.participants import Who


def told(
    reader: Reader,
    text: str,
    trigger: str,
    shares: dict[str, float],
    *,
    event: str,
    mode: str | None = None,
    barred: tuple[str, ...] = (),
) -> list[str]:
    tree = Tree(reader.nlp(text), text)
    row = np.array([shares.get(word, 0.01) for word in tree.words])
    rows = np.array([np.zeros(len(row)), row])
    tree.scores = SimpleNamespace(  # type: ignore[assignment]
        role=1, roles=lambda _, first, last: rows[:, first:last]
    )
    place = tree.words.index(trigger)
    found = hoped(tree, Who(tree, None), place, [], event=event, mode=mode, barred=barred)
    return [entity.text for entity in found]


@pytest.mark.parametrize(
    ("text", "trigger", "word", "event"),
    [
        ("The council opened an inquiry. Chad rejected it.", "rejected", "council", "REJECT"),
        ("Kenya shut the port. Togo condemned it.", "condemned", "Kenya", "ACCUSE"),
        ("Peru raised tariffs. Chile threatened to follow.", "threatened", "Peru", "THREATEN"),
        ("A general boasted. The ministry disowned that.", "disowned", "general", "REJECT"),
        ("Floods hit Nepal. India sent tents.", "sent", "Nepal", "AID"),
    ],
)
def test_the_sentence_before_may_hold_whom_it_is_done_to(
    reader: Reader, text: str, trigger: str, word: str, event: str
) -> None:
    found = told(reader, text, trigger, {word: 0.7}, event=event)
    assert [word in text for text in found] == [True]
    # what it only may hold is left there
    assert told(reader, text, trigger, {word: 0.4}, event=event) == []


@pytest.mark.parametrize(
    ("text", "trigger", "word", "event", "mode"),
    [
        ("Troops marched as Peru watched.", "marched", "Peru", "MOBILIZE", "troops"),
        ("Togo imposed a curfew after Ghana fell.", "curfew", "Ghana", "COERCE", "curfew"),
        ("Nurses struck as Kenya voted.", "struck", "Kenya", "PROTEST", "strike"),
        ("The premier resigned as Chile cheered.", "resigned", "Chile", "RETREAT", "resign"),
        ("Chad declared martial law as Niger fell.", "law", "Niger", "COERCE", "martial-law"),
    ],
)
def test_what_is_seldom_done_to_anybody_needs_a_sure_word(
    reader: Reader, text: str, trigger: str, word: str, event: str, mode: str
) -> None:
    assert told(reader, text, trigger, {word: 0.6}, event=event, mode=mode) == []


def test_nobody_is_his_own_recipient(reader: Reader) -> None:
    text = "Peru and Chile erred, Bolivia warned."
    shares = {"Bolivia": 0.9, "Chile": 0.4}
    found = told(reader, text, "warned", shares, event="THREATEN", barred=("Bolivia",))
    assert found == ["Chile"]


def test_the_rarer_a_recipient_the_surer_the_word() -> None:
    assert least("SANCTION", "expel") < least("AGREE", None) < least("PROTEST", "strike")
    # a mode without a row of its own is judged by its category
    assert least("SANCTION", "nonesuch") == least("SANCTION", None)
