"""What, for a pair that somebody already marked: the category of what the one does to the other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from onrecord.language.inventories import CODES
from onrecord.language.windows import Words
from onrecord.record import Span

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

WORDS = 160  # a longer stretch is cut around the marks: about one window of the encoder


def code_pair(
    nlp: Language, text: str, actor: Span | None, recipient: Span | None
) -> dict[str, float]:
    """Probabilities over ``CODES``; see ``Reader.code``."""
    marks = [span for span in (actor, recipient) if span is not None]
    if not marks:
        raise ValueError("mark an actor, a recipient or both, as [start, end) of the text")
    for start, end in marks:
        if not 0 <= start < end <= len(text):
            raise ValueError(f"[{start}, {end}) is no stretch of a text of {len(text)} characters")
    first, last = _stretch(nlp, text, marks)
    doc = nlp.make_doc(text[first:last])
    kept = [token for token in doc if not token.is_space]
    places = [
        [
            place
            for place, token in enumerate(kept)
            if span is not None
            and token.idx + first < span[1]
            and span[0] < token.idx + first + len(token)
        ]
        for span in (actor, recipient)
    ]
    annotator: Any = nlp.get_pipe("onrecord")
    shares = annotator.model.code(_words(doc), *places)
    return {name: round(float(share), 4) for name, share in zip(CODES, shares, strict=True)}


def _stretch(nlp: Language, text: str, marks: list[Span]) -> Span:
    """The sentences from the first mark to the last."""
    first, last = min(start for start, _ in marks), max(end for _, end in marks)
    sentences = list(nlp(text).sents)
    begins = [s.start_char for s in sentences if s.start_char <= first]
    ends = [s.end_char for s in sentences if s.end_char >= last]
    begin, end = (begins[-1] if begins else 0), (ends[0] if ends else len(text))
    if end - begin > 8 * WORDS:  # far apart: what stands around the marks
        begin, end = max(begin, first - 4 * WORDS), min(end, first + 4 * WORDS)
    return begin, end


def _words(doc: Doc) -> Words:
    from onrecord.language.pipeline import words_of

    return words_of(doc)
