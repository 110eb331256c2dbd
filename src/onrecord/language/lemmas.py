"""Lemmas: a verb's form is undone by English spelling and checked against known verbs;
every other word is looked up in simplemma's table.

The tag decides which: a form that is tagged as a base form is its own. Verbs and their
irregular forms stand in ``codes/data/verbs.tsv``, other forms that the table gets wrong
in ``codes/data/lemmas.tsv``.

Measured on the dev parts of EWT and GUM (43,579 words with gold tags), in per cent:

=============================== ===== ===== =====
method                          verbs nouns all
=============================== ===== ===== =====
simplemma, base forms by tag     95.4  97.9  96.7
these rules, then simplemma      98.8  98.2  97.4
=============================== ===== ===== =====
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Any

from onrecord.codes.tables import rows
from onrecord.codes.verbs import base, irregular, is_base
from onrecord.remembered import REMEMBERED

BASE = frozenset(("NN", "VB", "VBP", "JJ", "RB", "IN", "CD", "MD", "PRP", "DT", "CC", "RP", "TO"))


@lru_cache(maxsize=REMEMBERED)
def lemma(word: str, tag: str) -> str:
    """Lemma of a word under its PTB tag: small letters, but for names (NNP, NNPS)."""
    if tag in ("NNP", "NNPS"):
        return word
    lower = word.lower().replace("’", "'")
    if not lower or len(lower) > 40 or lower[0].isdigit():
        return lower
    known = _forms().get((lower, tag[:2])) or _forms().get((lower, ""))
    if known is not None:
        return known
    if tag in ("VB", "VBP") and not is_base(lower):
        return irregular(lower) or lower  # a past form that the tagger took for a present
    if tag in BASE:
        return lower
    if tag in ("VBD", "VBN", "VBG", "VBZ"):
        verb = base(lower, tag)
        if verb is not None:
            return verb
    found: str = _lemmatizer().lemmatize(lower, lang="en")
    return found.lower()


@cache
def _lemmatizer() -> Any:
    """simplemma's with a memory like ours: the one that it shares keeps 65,536 words."""
    from simplemma import Lemmatizer

    return Lemmatizer(cache_max_size=REMEMBERED)


@cache
def _forms() -> dict[tuple[str, str], str]:
    """Lemmas by form and the first two letters of the tag, or by the form alone."""
    return {(row["form"], row["tag"]): row["lemma"] for row in rows("lemmas")}
