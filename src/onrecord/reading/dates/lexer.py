"""Text to runs: stretches of neighbouring tokens that may be words of time.

One pass of one regular expression cuts the text; whatever is not in the word list or
a numeral ends a run. A run without an anchor (a word or numeral that can carry a time
expression) is dropped at once, so that most of a report costs one dictionary look-up
a word. Runs are cut at ``LONGEST`` tokens, which keeps all later work linear.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from onrecord.reading.dates.lexicon import Lexicon, Word
from onrecord.reading.dates.numerals import Token, merged, numeral_kinds

LONGEST = 60

_TOKEN = re.compile(
    r"""(?=[\n\S])  # nothing begins at other white space: no need to try them all there
    (?:(?P<BREAK>\n[ \t\r]*+\n)
    |(?P<WORD>[^\W\d_]\w*+)
    |(?P<ISO>[12][0-9]{3}-[0-9]{2}-[0-9]{2}
        (?:[T ][0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,9})?)?(?:Z|[+-][0-9]{2}:?[0-9]{2})?)?
        (?![\w-]))
    |(?P<ISOWEEK>[12][0-9]{3}-W[0-9]{2}(?:-[1-7])?(?![\w-]))
    |(?P<SLASH>[12][0-9]{3}/[0-9]{1,2}/[0-9]{1,2}(?![\w/-])
        |[0-9]{1,2}
        (?:/[0-9]{1,2}/(?:[0-9]{4}|[0-9]{2})|\.[0-9]{1,2}\.[0-9]{4}|-[0-9]{1,2}-[0-9]{4})
        (?![\w/-]))
    |(?P<CLOCK>[0-9]{1,2}(?:[:.][0-9]{2}){0,2}\ ?(?:[AaPp]\.\ ?[Mm]\.?|[AaPp][Mm])(?!\w)
        |[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?![\w:]))
    |(?P<NTH>[0-9]{1,2}(?:st|nd|rd|th)(?!\w))
    |(?P<DECADE>['’]?(?:[12][0-9])?[0-9]0['’]?s(?!\w))
    |(?P<APOSYEAR>['’][0-9]{2}(?!\w))
    |(?P<QUARTER>[1-4]Q(?!\w))
    |(?P<NUMBER>[0-9]{1,3}(?:,[0-9]{3})++(?:\.[0-9]++)?(?!\w)
        |[0-9]++(?:\.[0-9]++)?(?:[ ]1/2|[½])?(?!\w))
    |(?P<OTHER>\w++|[^\s\w]))""",
    re.VERBOSE,
)
_SHORT = re.compile(r"[Qq][1-4]|[Hh][12]|FY(?:[0-9]{2}){1,2}")
_SHORT_KIND = {"Q": "QUARTER", "H": "QUARTER", "F": "FY"}
_MARKS = {"–": "-", "—": "--", "’": "'", "`": "'"}


class Vocabulary(NamedTuple):
    """What the lexer looks up: every word of the list or of a rule, marks, anchor classes, and
    last words of phrases that are anchors."""

    lexicon: Lexicon
    known: dict[str, tuple[Word, ...]]
    literals: frozenset[str]
    anchors: frozenset[str]
    closers: frozenset[str]


def runs(text: str, vocabulary: Vocabulary) -> Iterator[list[Token]]:
    """The anchored runs of a text, in order."""
    known, anchors, closers = vocabulary.known, vocabulary.anchors, vocabulary.closers
    run: list[Token] = []
    anchored = False
    for match in _TOKEN.finditer(text):
        shape, word = match.lastgroup, match[0]
        token: Token | None = None
        if shape == "WORD":
            readings = known.get(word.lower())
            if readings is not None:
                token = _word(text, match.start(), match.end(), word, readings)
            elif not run and word.isalpha():
                continue  # most words
            elif not word.isalpha() and len(word) <= 6 and _SHORT.fullmatch(word):
                token = Token(*match.span(), {_SHORT_KIND[word[0].upper()]: word.upper()})
        elif shape == "NUMBER":
            token = Token(*match.span(), numeral_kinds(word))
        elif shape == "OTHER":
            if not run:
                continue
            char = _MARKS.get(word, word)
            if match.start() < run[-1].end:  # the full stop of an abbreviation
                continue
            if char in vocabulary.literals:
                token = Token(*match.span(), {"=" + char: char})
        elif shape != "BREAK":
            token = Token(*match.span(), {shape or "": word})
        if token and len(run) < LONGEST:
            run.append(token)
            anchored = anchored or _anchors(run, anchors, closers)
            continue
        if anchored:
            yield merged(_phrased(run, vocabulary.lexicon))
        if run:
            run, anchored = [], False
        if token:
            run, anchored = [token], not anchors.isdisjoint(token.kinds)
    if anchored:
        yield merged(_phrased(run, vocabulary.lexicon))


def _anchors(run: list[Token], anchors: frozenset[str], closers: frozenset[str]) -> bool:
    """Whether the last token is an anchor, or with the one before it a spoken number, or ends a
    phrase that is one."""
    last = run[-1].kinds
    if len(run) > 1 and next(iter(last)) in closers:
        return True
    if not anchors.isdisjoint(last):
        return True
    return "NUM" in last and len(run) > 1 and "NUM" in run[-2].kinds


def _word(text: str, start: int, end: int, word: str, readings: tuple[Word, ...]) -> Token:
    low = word.lower()
    kinds = {"=" + low: low}
    for kind, value, needs in readings:
        if "capital" in needs and not word[0].isupper():
            continue
        if "upper" in needs and not word.isupper():
            continue
        if "dot" in needs:
            if text.startswith(".", end):
                return Token(start, end + 1, {**kinds, kind: value})
            kind = "MABBR" if kind == "MONTH" else kind
        kinds[kind] = value
    return Token(start, end, kinds)


def _phrased(run: list[Token], lexicon: Lexicon) -> list[Token]:
    """The run with phrases of the word list ("more than") made single tokens."""
    out: list[Token] = []
    at = 0
    while at < len(run):
        size, form = _phrase(run, at, lexicon)
        if size:
            kinds = {word.kind: word.value for word in lexicon.words[form]}
            out.append(Token(run[at].start, run[at + size - 1].end, {"=" + form: form, **kinds}))
        else:
            out.append(run[at])
        at += size or 1
    return out


def _phrase(run: list[Token], at: int, lexicon: Lexicon) -> tuple[int, str]:
    """How many tokens the longest phrase that begins here has, and the phrase."""
    first = next(iter(run[at].kinds))
    if first[0] != "=":
        return 0, ""
    for parts, form in lexicon.phrases.get(first[1:], ()):
        if len(parts) <= len(run) - at and all(
            "=" + part in run[at + i].kinds for i, part in enumerate(parts)
        ):
            return len(parts), form
    return 0, ""
