"""Lemmas: a verb's form is undone by English spelling and checked against known verbs;
every other word is looked up in simplemma's table.

The tag decides which: a form that is tagged as a base form is its own. Verbs and their
irregular forms stand in ``codes/data/verbs.tsv``, other forms that the table gets wrong
in ``codes/data/lemmas.tsv``.

Measured on the dev parts of EWT and GUM (43,579 words with gold tags), in per cent:

=============================== ===== ===== =====
method                          verbs nouns all
=============================== ===== ===== =====
simplemma alone                  95.4  97.9  96.7
these rules, then simplemma      98.8  98.1  97.4
=============================== ===== ===== =====
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

from onrecord.codes.tables import rows

BASE = frozenset(("NN", "VB", "VBP", "JJ", "RB", "IN", "CD", "MD", "PRP", "DT", "CC", "RP", "TO"))
_VOWELS = frozenset("aeiou")


@lru_cache(maxsize=200_000)
def lemma(word: str, tag: str) -> str:
    """Lemma of a word under its PTB tag: small letters, but for names (NNP, NNPS)."""
    if tag in ("NNP", "NNPS"):
        return word
    lower = word.lower().replace("’", "'")
    if len(lower) > 40 or lower[:1].isdigit():
        return lower
    known = _forms().get((lower, tag[:2])) or _forms().get((lower, ""))
    if known is not None:
        return known
    if tag in ("VB", "VBP") and lower not in _verbs()[0]:
        return _verbs()[1].get(lower, lower)  # a past form that the tagger took for a present
    if tag in BASE:
        return lower
    if tag in ("VBD", "VBN", "VBG", "VBZ"):
        verb = next((verb for verb in _stems(lower, tag) if verb in _verbs()[0]), None)
        if verb is not None:
            return verb
    import simplemma

    found: str = simplemma.lemmatize(lower, lang="en")
    return found.lower()


def _stems(form: str, tag: str) -> Iterator[str]:
    """What a regular verb form may come from, likeliest first."""
    irregular = _verbs()[1].get(form)
    if irregular is not None and tag != "VBZ":
        yield irregular
    if tag == "VBZ":
        if form.endswith("ies"):
            yield form[:-3] + "y"
        yield form[:-1]
        yield form[:-2]
        return
    ending = "ing" if form.endswith("ing") else "ed"
    if not form.endswith(ending):
        yield form  # "put", "cut"
        return
    stem = form[: -len(ending)]
    if ending == "ed" and stem.endswith("i"):
        yield stem[:-1] + "y"
    if _is_short(stem):  # "filed" is from "file", since "fil" would have doubled its l
        yield stem + "e"
    yield stem
    yield stem + "e"
    if len(stem) > 2 and stem[-1] == stem[-2]:
        yield stem[:-1]
    if stem.endswith("ck"):
        yield stem[:-1]
    if ending == "ing" and stem.endswith("y"):
        yield stem[:-1] + "ie"


def _is_short(stem: str) -> bool:
    """Whether a stem ends in one vowel and one consonant."""
    return (
        len(stem) > 2
        and stem[-1] not in _VOWELS
        and stem[-2] in _VOWELS
        and stem[-3] not in _VOWELS
    )


@cache
def _verbs() -> tuple[frozenset[str], dict[str, str]]:
    """Known verbs, and the irregular forms of some."""
    known, forms = set(), {}
    for row in rows("verbs"):
        known.add(row["lemma"])
        forms.update(dict.fromkeys(row["forms"].split(), row["lemma"]))
    return frozenset(known), forms


@cache
def _forms() -> dict[tuple[str, str], str]:
    """Lemmas by form and the first two letters of the tag, or by the form alone."""
    return {(row["form"], row["tag"]): row["lemma"] for row in rows("lemmas")}
