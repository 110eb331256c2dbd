"""Stems of English words: what is left when inflection and common endings are cut off.

The algorithm is Porter's (1980), with the corrections of his own program; ``stems`` are for
comparing words ("kidnapped", "kidnapping": "kidnap"), never for showing.
"""

from __future__ import annotations

import re
from functools import lru_cache

from onrecord.remembered import REMEMBERED

WORD = re.compile(r"\w+(?:[.,]\d+)*(?:['’]\w+)?")

_STEP2 = (
    ("ational", "ate"), ("tional", "tion"), ("enci", "ence"), ("anci", "ance"), ("izer", "ize"),
    ("bli", "ble"), ("alli", "al"), ("entli", "ent"), ("eli", "e"), ("ousli", "ous"),
    ("ization", "ize"), ("ation", "ate"), ("ator", "ate"), ("alism", "al"), ("iveness", "ive"),
    ("fulness", "ful"), ("ousness", "ous"), ("aliti", "al"), ("iviti", "ive"), ("biliti", "ble"),
    ("logi", "log"),
)  # fmt: skip
_STEP3 = (
    ("icate", "ic"), ("ative", ""), ("alize", "al"), ("iciti", "ic"), ("ical", "ic"), ("ful", ""),
    ("ness", ""),
)  # fmt: skip
_STEP4 = (
    "al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent", "sion",
    "tion", "ou", "ism", "ate", "iti", "ous", "ive", "ize",
)  # fmt: skip


def words(text: str) -> list[str]:
    """The words of a text in small letters, possessive endings cut off."""
    return [re.sub(r"['’]s?$", "", word.lower()) for word in WORD.findall(text)]


@lru_cache(maxsize=REMEMBERED)
def stem(word: str) -> str:
    """The stem of one word, in small letters; words of one or two letters are their own."""
    word = word.lower()
    if len(word) < 3 or not word.isascii() or not word.isalpha():
        return word
    word = _plural(word)
    word = _past(word)
    if word.endswith("y") and _vowel(word[:-1]):
        word = word[:-1] + "i"
    word = _replaced(word, _STEP2)
    word = _replaced(word, _STEP3)
    word = _cut(word)
    return _last(word)


@lru_cache(maxsize=REMEMBERED)
def root(word: str) -> str:
    """The stem of a word's base form where it is a known verb's: "fell", "fallen": "fall"."""
    from onrecord.codes import verbs

    word = word.lower()
    found = verbs.irregular(word)
    if found is None and not verbs.is_base(word):
        for tag, ending in (("VBD", "ed"), ("VBG", "ing"), ("VBZ", "s")):
            if word.endswith(ending) and (found := verbs.base(word, tag)):
                break
    return stem(found or word)


def _shape(word: str) -> str:
    """c for a consonant, v for a vowel, letter by letter; y is a vowel after a consonant."""
    shape = ""
    for letter in word:
        vowel = letter in "aeiou" or (letter == "y" and shape.endswith("c"))
        shape += "v" if vowel else "c"
    return shape


def _measure(word: str) -> int:
    return len(re.findall("v+c", _shape(word)))


def _vowel(word: str) -> bool:
    return "v" in _shape(word)


def _double(word: str) -> bool:
    return len(word) > 1 and word[-1] == word[-2] and _shape(word).endswith("c")


def _short(word: str) -> bool:
    """Ends in consonant, vowel, consonant, the last none of w, x, y ("hop")."""
    return _shape(word).endswith("cvc") and word[-1] not in "wxy"


def _plural(word: str) -> str:
    if word.endswith(("sses", "ies")):
        return word[:-2]
    if word.endswith("s") and not word.endswith("ss"):
        return word[:-1]
    return word


def _past(word: str) -> str:
    if word.endswith("eed"):
        return word[:-1] if _measure(word[:-3]) else word
    for ending in ("ed", "ing"):
        if word.endswith(ending) and _vowel(base := word[: -len(ending)]):
            if base.endswith(("at", "bl", "iz")):
                return base + "e"
            if _double(base) and base[-1] not in "lsz":
                return base[:-1]
            return base + "e" if _measure(base) == 1 and _short(base) else base
    return word


def _replaced(word: str, endings: tuple[tuple[str, str], ...]) -> str:
    for ending, other in endings:
        if word.endswith(ending):
            base = word[: -len(ending)]
            return base + other if _measure(base) else word
    return word


def _cut(word: str) -> str:
    for ending in sorted(_STEP4, key=len, reverse=True):
        if word.endswith(ending):
            keep = 3 if ending in ("sion", "tion") else len(ending)
            base = word[:-keep]
            return base if _measure(base) > 1 else word
    return word


def _last(word: str) -> str:
    if word.endswith("e"):
        base = word[:-1]
        if _measure(base) > 1 or (_measure(base) == 1 and not _short(base)):
            word = base
    if word.endswith("ll") and _measure(word) > 1:
        word = word[:-1]
    return word
