"""Arguments of predicates: subjects that are not said are taken from the clause above."""

from __future__ import annotations

import pytest

from onrecord.reading.frames import frame
from onrecord.reading.reader import Reader
from onrecord.reading.tree import Tree


def argument(reader: Reader, text: str, predicate: str, slot: str) -> str | None:
    tree = Tree(reader.nlp(text), text)
    place = getattr(frame(tree, tree.words.index(predicate)), slot)
    return None if place is None else tree.words[place]


@pytest.mark.parametrize(
    ("text", "predicate", "slot", "expected"),
    [
        ("The army attacked the village.", "attacked", "subject", "army"),
        ("The village was attacked by rebels.", "attacked", "subject", "rebels"),
        ("The village was attacked by rebels.", "attacked", "object", "village"),
        ("Farmers were arrested.", "arrested", "subject", None),
        ("The mayor refused to meet the strikers.", "meet", "subject", "mayor"),
        # behind a paper's or an agency's word: of whom it tells
        (
            "Mali's leader thanked Oman, Xinhua said, hailing the gift.",
            "hailing",
            "subject",
            "leader",
        ),
        (
            "The mayor left for Kigali on Monday, Radio Ndar reported, accusing the army of theft.",
            "accusing",
            "subject",
            "mayor",
        ),
        (
            "Norway sent a note to Chad, a newspaper reported, calling for calm.",
            "calling",
            "subject",
            "Norway",
        ),
        (
            "Serbia will pay, the official Tanjug news agency said, praising Cyprus.",
            "praising",
            "subject",
            "Serbia",
        ),
        (
            "The premier flew home, state television said, vowing to return.",
            "vowing",
            "subject",
            "premier",
        ),
        # behind a person's word: his own, and so is what a paper adds
        (
            "The mayor had fled, the general said, accusing the army of theft.",
            "accusing",
            "subject",
            "general",
        ),
        ("The mayor had fled, Reuters said, citing two guards.", "citing", "subject", "Reuters"),
        ("Thanking the king, the premier praised Oman.", "Thanking", "subject", "premier"),
        ("Students who burned flags were jailed.", "burned", "subject", "Students"),
        ("Troops raided the camp and killed six men.", "killed", "subject", "Troops"),
        ("Kenya urged Sudan to release the pilots.", "release", "subject", "Sudan"),
        ("Police charged a soldier with killing a monk.", "killing", "subject", "soldier"),
        ("Police fired shots to disperse the crowd.", "fired", "aim", "crowd"),
    ],
)
def test_arguments(
    reader: Reader, text: str, predicate: str, slot: str, expected: str | None
) -> None:
    assert argument(reader, text, predicate, slot) == expected
