"""Whom "he" and "she" cannot stand for: somebody whose given name or title says otherwise.

What neither says is open: it excludes nobody.
"""

from __future__ import annotations

from functools import cache

from onrecord.codes.tables import rows
from onrecord.reading.tree import Tree
from onrecord.reading.who.cast import Cast
from onrecord.reading.who.salience import Candidate

ASKED = {
    "he": "m", "him": "m", "his": "m", "himself": "m",
    "she": "f", "her": "f", "hers": "f", "herself": "f",
}  # fmt: skip


@cache
def _genders(use: str) -> dict[str, str]:
    return {row["word"]: row["gender"] for row in rows("genders") if row["use"] == use}


def is_other(tree: Tree, cast: Cast, candidate: Candidate, pronoun: str) -> bool:
    """Whether a candidate is known to be of another gender than a pronoun asks for."""
    asked = ASKED.get(pronoun)
    known = _gender(tree, cast, candidate) if asked else None
    return known is not None and known != asked


def _gender(tree: Tree, cast: Cast, candidate: Candidate) -> str | None:
    """m or f, where the report or the name tells it."""
    words, mention = _genders("word"), candidate.mention
    if mention is None:
        return words.get(tree.lemmas[candidate.head].lower())
    member = cast.members[mention.member]
    told = {words[word] for word in member.words if word in words}
    if len(told) == 1:
        return told.pop()
    given = (mention.entity.name or member.name).split(" ")
    return _genders("given").get(given[0]) if len(given) > 1 and member.label == "PERSON" else None
