"""The grammar: rules over classes of words, compiled to regular expressions over letters.

A run of tokens becomes a string with one letter a token; a rule such as
``month=MON day=DAY ( ,? year=YEAR )?`` becomes a regular expression over such strings.
Upper-case names are classes or parts (dates_parts.tsv), other words stand for themselves,
``name=`` keeps a token for the rule's sense, ``< >`` mark the expression where words
around it are only its company. The longest expression wins, then the earlier rule.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from onrecord.reading.dates.lexer import Vocabulary
from onrecord.reading.dates.lexicon import Word, lexicon, rows
from onrecord.reading.dates.numerals import SHAPES, Token

LETTERS = 0x4E00
_LEX = re.compile(r"[()|?<>]|(?:[a-z]\w*=)?[^\s()|?<>]+")
_SINGLE = ("ISO", "ISOWEEK", "SLASH", "CLOCK", "NTH", "DECADE", "QUARTER", "FY", "APOSYEAR")


class Rule(NamedTuple):
    """One row of the grammar: sense names the function that works the value out; part: whether the
    expression is only a part of what the rule asks for (``< >``)."""

    name: str
    sense: str
    argument: str
    regex: re.Pattern[str]
    rank: int
    part: bool


class Hit(NamedTuple):
    """A rule that fits: the tokens it keeps by name; the expression is [first, last)."""

    rule: Rule
    first: int
    last: int
    tokens: dict[str, Token]


class Grammar(NamedTuple):
    """Compiled rules by the letter that they may begin with."""

    vocabulary: Vocabulary
    letters: dict[frozenset[str], str]
    rules: dict[str, tuple[Rule, ...]]


class _Part(NamedTuple):
    regex: str
    first: frozenset[str]
    empty: bool


class _Compiler:
    """Recursive descent over one pattern, with the parts table and the letters at hand."""

    def __init__(self, parts: dict[str, str], of: dict[str, str]) -> None:
        self.parts, self.of = parts, of
        self.names: dict[str, int] = {}

    def compile(self, pattern: str) -> _Part:
        self.words, self.at = _LEX.findall(pattern), 0
        part = self._choice()
        if self.at < len(self.words):
            raise ValueError(f"unbalanced pattern: {pattern}")
        return part

    def _choice(self) -> _Part:
        branches = [self._sequence()]
        while self._next() == "|":
            self.at += 1
            branches.append(self._sequence())
        if len(branches) == 1:
            return branches[0]
        return _Part(
            "(?:" + "|".join(b.regex for b in branches) + ")",
            frozenset().union(*(b.first for b in branches)),
            any(b.empty for b in branches),
        )

    def _sequence(self) -> _Part:
        regex, first, empty = "", frozenset[str](), True
        while self._next() not in ("", ")", "|"):
            part = self._item()
            regex += part.regex
            first |= part.first if empty else frozenset()
            empty = empty and part.empty
        return _Part(regex, first, empty)

    def _item(self) -> _Part:
        word = self.words[self.at]
        self.at += 1
        if word in "<>":
            return _Part("(?P<x>" if word == "<" else ")", frozenset(), True)
        if word == "(":
            part = self._choice()
            self.at += 1
            part = part._replace(regex=f"(?:{part.regex})")
        else:
            part = self._token(word)
        if self._next() == "?":
            self.at += 1
            part = part._replace(regex=part.regex + "?", empty=True)
        return part

    def _token(self, word: str) -> _Part:
        name, _, kind = word.rpartition("=")
        if kind in self.parts:
            held = (self.words, self.at)
            part = self.compile(self.parts[kind])
            self.words, self.at = held
            return part._replace(regex=f"(?:{part.regex})")
        letters = self.of.get(kind if kind.isupper() else "=" + kind, "")
        if not letters:
            raise ValueError(f"no such class or word: {kind}")
        regex = f"[{letters}]"
        if name:
            self.names[name] = self.names.get(name, 0) + 1
            regex = f"(?P<{name}__{self.names[name]}>{regex})"
        return _Part(regex, frozenset(letters), False)

    def _next(self) -> str:
        return self.words[self.at] if self.at < len(self.words) else ""


@cache
def grammar() -> Grammar:
    """The compiled grammar, built once from the tables."""
    parts = {row["part"]: row["pattern"] for row in rows("dates_parts.tsv")}
    table = rows("dates_rules.tsv")
    literals = _literals([*parts.values(), *(row["pattern"] for row in table)])
    letters = _letters(lexicon().words, literals)
    of: dict[str, str] = {}
    for kinds, letter in letters.items():
        for kind in kinds:
            of[kind] = of.get(kind, "") + letter
    by_letter: dict[str, list[Rule]] = {}
    for rank, row in enumerate(table):
        part = _Compiler(parts, of).compile(row["pattern"])
        sense, _, argument = row["sense"].partition(":")
        regex = re.compile(part.regex)
        rule = Rule(row["rule"], sense, argument, regex, rank, "x" in regex.groupindex)
        for letter in part.first:
            by_letter.setdefault(letter, []).append(rule)
    anchors = frozenset(row["class"] for row in rows("dates_anchors.tsv"))
    return Grammar(
        Vocabulary(lexicon(), _known(literals), literals, anchors, _closers(anchors)),
        letters,
        {letter: tuple(rules) for letter, rules in by_letter.items()},
    )


def _known(literals: frozenset[str]) -> dict[str, tuple[Word, ...]]:
    words = lexicon()
    return {word: words.words.get(word, ()) for word in {*words.words, *words.parts, *literals}}


def _closers(anchors: frozenset[str]) -> frozenset[str]:
    """The last words of phrases that are anchors, as a token's first kind: "Mardi Gras"."""
    words = lexicon()
    return frozenset(
        "=" + parts[-1]
        for phrases in words.phrases.values()
        for parts, form in phrases
        if any(word.kind in anchors for word in words.words[form])
    )


def _literals(patterns: list[str]) -> frozenset[str]:
    words = (word.rpartition("=")[2] for pattern in patterns for word in _LEX.findall(pattern))
    return frozenset(word for word in words if not word.isupper() and word not in "()|?<>")


def _letters(
    words: dict[str, tuple[Word, ...]], literals: frozenset[str]
) -> dict[frozenset[str], str]:
    """One letter for each set of classes that a token can have."""
    sets = {frozenset({kind}) for kind in _SINGLE} | set(SHAPES)
    for form in {*words, *literals}:
        own = {"=" + form} if form in literals else set()
        readings = words.get(form, ())
        for held in (readings, tuple(word for word in readings if not word.needs)):
            kinds = {word.kind for word in held}
            sets.add(frozenset(own | kinds))
            sets.add(frozenset(own | {"MABBR" if kind == "MONTH" else kind for kind in kinds}))
    sets.discard(frozenset())
    return {kinds: chr(LETTERS + i) for i, kinds in enumerate(sorted(sets, key=sorted))}


def spell(run: list[Token], built: Grammar) -> str:
    """The run as a string, one letter a token; NUL where a token fits no rule."""
    literals, letters = built.vocabulary.literals, built.letters
    return "".join(
        letters.get(frozenset(k for k in token.kinds if k[0] != "=" or k[1:] in literals), "\0")
        for token in run
    )


def hits(run: list[Token], string: str, at: int, built: Grammar) -> list[Hit]:
    """All rules that fit at a token, the longest expression first."""
    found: list[tuple[int, int, re.Match[str], Rule]] = []
    for rule in built.rules.get(string[at], ()):
        match = rule.regex.match(string, at)
        if match:
            end = match.end("x") if rule.part else match.end()
            found.append((-end, rule.rank, match, rule))
    found.sort(key=lambda item: item[:2])
    return [_hit(match, rule, run) for _, _, match, rule in found]


def _hit(match: re.Match[str], rule: Rule, run: list[Token]) -> Hit:
    first, last = match.span("x") if rule.part else match.span()
    tokens = {
        name.partition("__")[0]: run[match.start(name)]
        for name in reversed(list(rule.regex.groupindex))  # the first token of a name counts
        if name != "x" and match.start(name) >= 0
    }
    return Hit(rule, first, last, tokens)
