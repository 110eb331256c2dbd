"""spaCy's English tokenizer, kept from what takes it for ever.

It peels a string without white space mark by mark and looks at all of the rest each
time: eight thousand brackets in a row took ten seconds. Such strings are no words, so
they are cut into pieces first; every other text is tokenized as spaCy does it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from onrecord.remembered import REMEMBERED

if TYPE_CHECKING:
    from spacy.tokens import Doc

LONGEST = 200  # characters without white space that are tokenized in one piece
_ENDLESS = re.compile(rf"\S{{{LONGEST + 1},}}")


class Bounded:
    """A tokenizer whose cost grows with the text's length only; else the one given to it."""

    def __init__(self, tokenizer: Any) -> None:
        self.tokenizer = tokenizer

    def __call__(self, text: str) -> Doc:
        if _ENDLESS.search(text) is None:
            plain: Doc = self.tokenizer(text)
            return plain
        from spacy.tokens import Doc

        words: list[str] = []
        spaces: list[bool] = []
        for piece in pieces(text):
            for token in self.tokenizer(piece):
                words.append(token.text)
                spaces.append(bool(token.whitespace_))
        return Doc(self.tokenizer.vocab, words=words, spaces=spaces)

    def __getattr__(self, name: str) -> Any:
        # spaCy saves and compares tokenizers by methods of their own
        if name == "tokenizer":  # while it is unpickled
            raise AttributeError(name)
        return getattr(self.tokenizer, name)


class Renewed:
    """A tokenizer for texts without end: spaCy keeps every word that it has met, so its vocabulary
    is left behind when it holds over ``limit`` strings. A ``Doc`` keeps the one it was made with.

    What spaCy would work out of each new word (its shape, whether it is a stop word ...) costs as
    much as cutting the text, and the reading asks for none of it: such attributes stay empty.
    """

    def __init__(self, limit: int = 2 * REMEMBERED) -> None:
        self.limit = limit
        self.tokenizer = _blank()

    def __call__(self, text: str) -> Doc:
        if len(self.tokenizer.vocab.strings) > self.limit:
            self.tokenizer = _blank()
        return self.tokenizer(text)


def _blank() -> Bounded:
    import spacy

    language = spacy.blank("en")
    vocab: Any = language.vocab  # spaCy's own types leave this attribute out
    vocab.lex_attr_getters = {}
    return Bounded(language.tokenizer)


def pieces(text: str) -> list[str]:
    """The text in pieces, cut only within strings of more than ``LONGEST`` characters."""
    cuts = [0]
    for run in _ENDLESS.finditer(text):
        cuts.extend(range(run.start() + LONGEST, run.end(), LONGEST))
    return [text[begin:end] for begin, end in zip(cuts, [*cuts[1:], len(text)], strict=True)]
