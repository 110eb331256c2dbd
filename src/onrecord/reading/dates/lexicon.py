"""The words of time, as data: a token's letter says what it can be, its value what it means.

Every set of classes that some word has gets one letter, so that a row of words becomes a
short string and a grammar rule an ordinary regular expression over it (see grammar.py).
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import NamedTuple

_UNITS = frozenset(("UNIT", "UNITS", "TUNIT", "TUNITS"))


class Word(NamedTuple):
    """One reading of a word: its class, its value, what its spelling needs."""

    kind: str
    value: str
    needs: str


class Lexicon(NamedTuple):
    """words and phrases by their lower-case form; all words of phrases."""

    words: dict[str, tuple[Word, ...]]
    phrases: dict[str, tuple[tuple[tuple[str, ...], str], ...]]
    parts: frozenset[str]


def rows(name: str) -> list[dict[str, str]]:
    """The rows of a table of ``codes/data``, by the names of its header row."""
    text = files("onrecord.codes").joinpath("data", name).read_text("utf-8")
    lines = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    return [dict(zip(lines[0], line, strict=False)) for line in lines[1:]]


@cache
def lexicon() -> Lexicon:
    """The word list, read once."""
    words: dict[str, tuple[Word, ...]] = {}
    phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for row in rows("dates_words.tsv"):
        form = row["word"]
        words[form] = (*words.get(form, ()), Word(row["class"], row["value"], row.get("needs", "")))
        parts = tuple(form.replace("'", " ' ").replace("-", " - ").replace(".", " .").split())
        if len(parts) > 1:
            phrases.setdefault(parts[0], []).append((parts, form))
    ordered = {
        first: tuple(sorted(forms, key=lambda entry: -len(entry[0])))
        for first, forms in phrases.items()
    }
    parts_of = frozenset(part for forms in phrases.values() for form in forms for part in form[0])
    return Lexicon(words, ordered, parts_of)


@cache
def weekdays() -> frozenset[str]:
    """The words and short forms for the days of the week, in small letters."""
    words = lexicon().words.items()
    return frozenset(form for form, senses in words if any(s.kind == "WEEKDAY" for s in senses))


@cache
def units() -> frozenset[str]:
    """The words for stretches of time ("hours", "week"), in small letters."""
    words = lexicon().words.items()
    return frozenset(form for form, senses in words if any(s.kind in _UNITS for s in senses))
