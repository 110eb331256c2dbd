"""Lemmas under their tags: regular and irregular verbs, look-alikes, other words."""

from __future__ import annotations

import pytest

from onrecord.language.lemmas import lemma

FORMS = {
    "VBD": "cancelled cancel, labelled label, trafficked traffic, thanked thank, annexed annex, "
    "swore swear, routed rout, broke break, slew slay, left leave, filed file, filled fill, "
    "barred bar, died die, tied tie, freed free, found find, founded found, agreed agree, "
    "shelled shell, hit hit, was be",
    "VBG": "dying die, bombing bomb, fleeing flee, shelling shell, closing close, beginning begin",
    "VBZ": "watches watch, closes close, goes go, flies fly, dies die",
    "VBP": "overthrew overthrow, say say",
    "NNS": "lives life, bombs bomb, people people, 1990s 1990s",
    "NN": "left left, shot shot",
}
PAIRS = [(tag, *pair.split()) for tag, pairs in FORMS.items() for pair in pairs.split(", ")]


@pytest.mark.parametrize(("tag", "form", "expected"), PAIRS)
def test_lemma(tag: str, form: str, expected: str) -> None:
    assert lemma(form, tag) == expected
    assert lemma(form.capitalize(), tag) == expected


def test_names_stay_as_they_are() -> None:
    assert lemma("Leaves", "NNP") == "Leaves"


@pytest.mark.parametrize("word", ["", "'", "ed", "ing", "s", "x" * 100, "\u2019s", "1"])
def test_odd_words_do_not_raise(word: str) -> None:
    for tag in ("VBD", "VBG", "VBZ", "VB", "NNS", "JJ", ""):
        assert isinstance(lemma(word, tag), str)
