"""Known verbs: from any form of one back to its base.

English spelling is undone and the result checked against the verbs of
``data/verbs.tsv``, which also holds the irregular forms.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from onrecord.codes.tables import rows

_VOWELS = frozenset("aeiou")


def is_base(form: str) -> bool:
    """Whether a form, in small letters, is a known verb's base."""
    return form in _verbs()[0]


def irregular(form: str) -> str | None:
    """The base of an irregular form ("sent"), or None."""
    return _verbs()[1].get(form)


def base(form: str, tag: str) -> str | None:
    """The known verb that a form in small letters with a PTB tag (VBD, VBN, VBG, VBZ) is of."""
    return next((verb for verb in _stems(form, tag) if verb in _verbs()[0]), None)


def _stems(form: str, tag: str) -> Iterator[str]:
    """What a regular verb form may come from, likeliest first."""
    special = irregular(form)
    if special is not None and tag != "VBZ":
        yield special
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
