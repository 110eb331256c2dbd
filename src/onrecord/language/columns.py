"""A ``Doc``'s attributes as plain lists, a column each.

Reading a column costs a fraction of asking every ``Token`` for it, each of which is an
object that is made anew.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from onrecord.remembered import REMEMBERED

if TYPE_CHECKING:
    from spacy.tokens import Doc

# A string's number is its hash, the same in every vocabulary.
_KNOWN: dict[int, str] = {}


def strings(doc: Doc, attribute: str) -> list[str]:
    """One string a token of ORTH, LEMMA, POS, TAG or DEP; "" where it is not set."""
    ids = numbers(doc, attribute)
    try:
        return list(map(_KNOWN.__getitem__, ids))
    except KeyError:
        if len(_KNOWN) > REMEMBERED:
            _KNOWN.clear()
        table = doc.vocab.strings
        _KNOWN.update((value, table[value] if value else "") for value in set(ids))
        return [_KNOWN[value] for value in ids]


def numbers(doc: Doc, attribute: str) -> list[int]:
    """One number a token of an attribute as spaCy stores it (IDX, SPACY, SENT_START, HEAD ...)."""
    if not len(doc):
        return []
    column: Any = doc.to_array([attribute])
    if attribute in ("HEAD", "SENT_START"):
        column = column.astype("int64")  # these two may be negative
    found: list[int] = column.reshape(-1).tolist()
    return found
