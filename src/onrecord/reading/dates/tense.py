"""Tense: whether a time lies ahead of the report or behind it, from the words near by.

A light stand-in for a parser: the nearest telling word before the time in its sentence
decides (the words are in dates_cues.tsv; else a regular past tense in -ed counts as past),
then the nearest one after it. Callers who know the clause's tense pass their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal

from onrecord.reading.dates.lexicon import rows

Tense = Literal["past", "present", "future"]

BEFORE, AFTER = 120, 100  # characters looked at
_SENTENCE = re.compile(
    r"(?:(?<=[a-z]{2})|(?<=[0-9%)'\"”]))[.!?]['\"”)]*+\s++(?=[\"'“`(A-Z])|\n\s*+\n"
)
_WORD = re.compile(r"'?[a-z]+")
_LEAD = re.compile(r"([a-z ]*?)\s(?:[0-9:]{1,5}\s?[ap]\.?m\.?\s)?$")


@cache
def cues() -> dict[str, str]:
    """The telling words and phrases and their tense."""
    return {row["cue"]: row["tense"] for row in rows("dates_cues.tsv") if row["tense"] != "lead"}


@cache
def leads() -> tuple[str, ...]:
    """The words right before a time that put it ahead."""
    return tuple(row["cue"] for row in rows("dates_cues.tsv") if row["tense"] == "lead")


def tense_near(text: str, start: int, end: int) -> Tense | None:
    """The tense that the words around [start, end) point to; None where none does."""
    before = text[max(0, start - BEFORE) : start]
    for cut in reversed(list(_SENTENCE.finditer(before))):
        before = before[cut.end() :]
        break
    before = before.lower()
    lead = _LEAD.search(before, max(0, len(before) - 40))
    if lead:
        for cue in leads():
            if lead[1].endswith(cue) and before[: lead.end(1) - len(cue)].strip():
                return "future"
    told = list(_told(before))
    if told:
        return told[-1]
    after = text[end : end + AFTER]
    stop = _SENTENCE.search(after)
    return next(_told(after[: stop.start() if stop else len(after)].lower()), None)


def _told(clause: str) -> Iterator[Tense]:
    """The tenses of the telling words of a clause, in order."""
    known = cues()
    words = _WORD.findall(clause)
    at = 0
    while at < len(words):
        word = words[at]
        pair = f"{word} {words[at + 1]}" if at + 1 < len(words) else ""
        tense = known.get(pair) or known.get(word)
        if tense is None and word.endswith("ed") and len(word) > 4:
            tense = "past"
        if tense == "future":
            yield "future"
        elif tense == "past":
            yield "past"
        passive = pair in known and pair.endswith(" be")
        at += 3 if passive else 2 if pair in known else 1
