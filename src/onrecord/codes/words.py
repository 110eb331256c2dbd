"""Names are looked up by their words: one tokeniser, one trie, longest match, linear time.

Words are compared without accents and case, but a name's own case is then checked: an acronym
matches only in capitals ("US", never "us") and a capitalised word only capitalised ("Turkey").
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Any, NamedTuple

from onrecord.remembered import REMEMBERED

WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+")
JOINS = frozenset(" \t\n-'’.\u00a0\u2010\u2011\u2013&/")
_PLAIN = str.maketrans(
    {"ı": "i", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "æ": "ae", "ß": "ss"}
)


class Word(NamedTuple):
    """A word of a text: as it stands, folded, and its span in code points."""

    text: str
    key: str
    start: int
    end: int


@lru_cache(maxsize=REMEMBERED)
def fold(word: str) -> str:
    """Lower case, without accents and dots: the form in which words are compared."""
    if word.isascii():
        return word.replace(".", "").lower()
    flat = unicodedata.normalize("NFKD", word.translate(_PLAIN))
    return "".join(c for c in flat if not unicodedata.combining(c)).replace(".", "").lower()


def words(text: str) -> list[Word]:
    """The words of ``text``; hyphens, apostrophes and points part them, save in "U.S."."""
    return [Word(m.group(), fold(m.group()), m.start(), m.end()) for m in WORD.finditer(text)]


def joined(text: str, left: Word, right: Word) -> bool:
    """Whether nothing but blanks, a hyphen, an apostrophe or a point stands between two words."""
    gap = text[left.end : right.start]
    if gap == " ":
        return True
    if len(gap) > 2 or gap == "\n\n":
        return False
    if "." in gap and len(left.text) > 3:
        return False
    return all(c in JOINS for c in gap)


class Match(NamedTuple):
    """Words ``[start, end)`` of a text are a name in a trie; ``values`` is what it may mean."""

    start: int
    end: int
    values: list[Any]


# A word's case in a name: any (the name has it in small letters), capital first, capitals only,
# or just as it stands (a short word of mixed case: "LeT" is not "Let").
_ANY, _CAPITAL, _CAPITALS, _EXACT = 0, 1, 2, 3
_SHORT = 4


def _case(word: str) -> int:
    bare = word.replace(".", "")
    if len(bare) > 1 and bare.isupper() and bare.isalpha():
        return _CAPITALS
    if 1 < len(bare) <= _SHORT and not bare[1:].islower() and bare.isalpha():
        return _EXACT
    return _CAPITAL if word[:1].isupper() else _ANY


class Trie:
    """Names by their folded words. Values are anything; several names may share their words."""

    def __init__(self, *, cased: bool = True) -> None:
        self._root: dict[str, Any] = {}
        self._cased = cased

    def add(self, name: str, value: Any) -> None:
        """Enter ``name``; a name without words is left out."""
        node = self._root
        found = WORD.findall(name)
        if not found:
            return
        for word in found:
            node = node.setdefault(fold(word), {})
        cases = tuple((_case(word), word) for word in found) if self._cased else ()
        node.setdefault("", []).append((cases, value))

    def longest(self, text: str, tokens: list[Word], start: int) -> Match | None:
        """The longest name that begins at word ``start``, or None."""
        node: Any = self._root
        best: Match | None = None
        for at in range(start, len(tokens)):
            if at > start and not joined(text, tokens[at - 1], tokens[at]):
                break
            node = node.get(tokens[at].key)
            if node is None:
                break
            ends = node.get("")
            if ends is not None:
                fits = [
                    value for cases, value in ends if not cases or _fits(text, cases, tokens, start)
                ]
                if fits:
                    best = Match(start, at + 1, fits)
        return best

    def ends_at(self, text: str, tokens: list[Word], at: int) -> bool:
        """Whether a name of up to four words ends with word ``at``."""
        for start in range(max(0, at - 3), at):
            found = self.longest(text, tokens, start)
            if found is not None and found.end == at + 1:
                return True
        return False

    def matches(self, text: str, tokens: list[Word]) -> list[Match]:
        """All names in the text from left to right, longest first, without overlaps."""
        found = []
        at = 0
        root = self._root
        while at < len(tokens):
            match = self.longest(text, tokens, at) if tokens[at].key in root else None
            if match is not None and tokens[at].key == "the":
                # "the Sudan" must not stand in the way of "Sudan Liberation Army"
                behind = self.longest(text, tokens, at + 1)
                match = behind if behind is not None and behind.end > match.end else match
            if match is None:
                at += 1
            else:
                found.append(match)
                at = match.end
        return found


def _fits(text: str, cases: tuple[tuple[int, str], ...], tokens: list[Word], start: int) -> bool:
    for offset, (case, given) in enumerate(cases):
        word = tokens[start + offset]
        if case == _CAPITALS and not word.text.isupper():
            return False
        if case == _EXACT and word.text != given:
            return False
        # "Kim Jong-un" for "Kim Jong Un": a small letter passes after a hyphen.
        after_hyphen = offset > 0 and text[word.start - 1] in "-\u2010\u2011'\u2019"
        if case == _CAPITAL and not word.text[0].isupper() and not after_hyphen:
            return False
    return True
