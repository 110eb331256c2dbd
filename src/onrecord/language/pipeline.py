"""The language model as a spaCy pipeline: what people know from spaCy works on it.

``Doc``s come out with tags (UPOS, PTB), Universal Dependencies, lemmas, sentences,
``doc.ents`` (PERSON, ORG, PLACE) and the voice tags in ``doc.spans["voices"]``
(labels source, cue, content; spans of one attribution share a ``span.id``).
A ``Doc`` that comes in with given words and sentence starts keeps them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import tee
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from onrecord.language.columns import numbers, strings
from onrecord.language.lemmas import lemma
from onrecord.language.model import Annotation, Model
from onrecord.language.scores import SCORES
from onrecord.language.tokens import Bounded
from onrecord.language.weights import folder, require
from onrecord.language.windows import Words

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

WRAPPED = 50  # a line shorter than this, in characters, was ended on purpose


class Annotator:
    """A spaCy component that fills in everything the model knows of a ``Doc``."""

    def __init__(self, vocab: Vocab, *, threads: int = 1) -> None:
        self.vocab = vocab
        self.model = Model(require(folder()), threads=threads)

    def __call__(self, doc: Doc) -> Doc:
        return next(self.pipe([doc]))

    def pipe(self, stream: Iterable[Doc], batch_size: int = 32) -> Iterator[Doc]:
        """Annotated ``Doc``s in their order; ``batch_size`` texts are encoded ahead."""
        docs, again = tee(stream)
        texts = (words_of(doc) for doc in again)
        for doc, annotation in zip(docs, self.model.pipe(texts, ahead=batch_size), strict=True):
            annotate(doc, annotation)
            yield doc


def words_of(doc: Doc) -> Words:
    """A ``Doc``'s words without its white space, with the gap before each."""
    words: list[str] = []
    gaps: list[int] = []
    given = doc.has_annotation("SENT_START")
    starts: list[bool] = []
    gap, opens, line = 2, False, 0
    texts, offsets = strings(doc, "ORTH"), numbers(doc, "IDX")
    spaced, openings = numbers(doc, "SPACY"), numbers(doc, "SENT_START")
    for place, text in enumerate(texts):
        if text.isspace():
            if "\n" in text or "\r" in text:
                gap = 2 if _breaks(text, words, offsets[place] - line) else max(gap, 1)
                line = offsets[place] + len(text)
            else:
                gap = max(gap, 1)
            opens = opens or (given and openings[place] == 1)
            continue
        words.append(text)
        gaps.append(gap)
        starts.append(opens or openings[place] == 1 or len(words) == 1)
        opens = False
        gap = 1 if spaced[place] else 0
    return Words(words=words, gaps=gaps, starts=starts if given else None)


def _breaks(space: str, words: list[str], length: int) -> bool:
    """Whether white space with a line end closes a paragraph, or only wraps a line of it."""
    if space.count("\n") > 1 or not words:
        return True
    return length < WRAPPED or words[-1] in '.!?"”’)…'


def annotate(doc: Doc, annotation: Annotation) -> None:
    """Write an annotation of a ``Doc``'s words into it; its white space hangs on words."""
    from spacy.tokens import Span

    add = doc.vocab.strings.add
    texts = strings(doc, "ORTH")
    places = [place for place, text in enumerate(texts) if not text.isspace()]
    anchors = np.array(places, dtype=np.int64)
    openings = _openings(doc, places, annotation.starts)
    rows: Any = np.zeros((len(doc), 5), dtype=np.uint64)
    heads = np.zeros(len(doc), dtype=np.int64)
    for attribute, values in (
        (0, annotation.upos),
        (1, annotation.tags),
        (3, annotation.deprels),
    ):
        known = {value: add(value) for value in set(values)}
        rows[anchors, attribute] = [known[value] for value in values]
    lemmas = [lemma(texts[place], tag) for place, tag in zip(places, annotation.tags, strict=True)]
    known = dict(zip(texts, numbers(doc, "ORTH"), strict=True))  # most lemmas are words of the text
    known.update((value, add(value)) for value in set(lemmas).difference(known))
    rows[anchors, 2] = [known[value] for value in lemmas]
    heads[anchors] = anchors[annotation.heads] - anchors
    if len(places) < len(doc):
        tag = tuple(add(name) for name in ("SPACE", "_SP"))
        for space, anchor in _spaces(openings, places):
            relation = add("root" if anchor == space else "dep")
            rows[space] = (*tag, add(texts[space]), relation, 0)
            heads[space] = anchor - space
    rows[:, 4] = heads.astype(np.uint64)
    if len(doc):
        doc.from_array(["POS", "TAG", "LEMMA", "DEP", "HEAD"], rows)
        # spaCy works sentences out from the heads, and gives up on a tree with many crossings
        starts: Any = np.where(openings, 1, -1).astype(np.uint64)
        doc.from_array(["SENT_START"], starts)
    # plain arrays, since a ``Doc`` must go to bytes and come back
    doc.user_data[SCORES] = {
        name: _on_tokens(found, anchors, len(doc)) for name, found in annotation.scores.items()
    }
    if annotation.role is not None:
        doc.user_data[SCORES]["role"] = annotation.role
    doc.set_ents(
        [
            Span(doc, places[name.start], places[name.end - 1] + 1, label=name.label)
            for name in annotation.names
        ]
    )
    doc.spans["voices"] = [
        Span(doc, places[piece.start], places[piece.end - 1] + 1, label=piece.label, span_id=number)
        for number, attribution in enumerate(annotation.attributions, 1)
        for piece in (attribution.cue, *attribution.source, *attribution.content)
    ]


def _on_tokens(rows: Any, places: NDArray[np.int64], count: int) -> Any:
    """Rows of words as rows of tokens; white space has a row of noughts."""
    if len(places) == count:
        return rows
    spread = np.zeros((count, rows.shape[1]), dtype=rows.dtype)
    spread[places] = rows
    return spread


def _openings(doc: Doc, places: list[int], starts: list[bool]) -> list[bool]:
    """Whether a sentence begins, token by token: as the ``Doc`` came in, or as the model says."""
    if doc.has_annotation("SENT_START"):
        found = [start == 1 for start in numbers(doc, "SENT_START")]
    else:
        found = [False] * len(doc)
        for place, start in zip(places, starts, strict=True):
            found[place] = start
        if places:
            found[places[0]] = places[0] == 0
    return [True, *found[1:]] if found else found


def _spaces(openings: list[bool], places: list[int]) -> list[tuple[int, int]]:
    """White-space tokens, each with what it hangs on: the word of its sentence before it, or
    after it, or in a sentence of white space alone its first token."""
    found: list[tuple[int, int]] = []
    words, last = set(places), -1
    waiting: list[int] = []
    for place, opens in enumerate(openings):
        is_word = place in words
        if waiting and (opens or is_word):
            anchor = waiting[0] if opens else place
            found.extend((space, anchor) for space in waiting)
            waiting = []
        if is_word:
            last = place
        elif opens or last < 0:
            waiting.append(place)
            last = -1
        else:
            found.append((place, last))
    return [*found, *((space, waiting[0]) for space in waiting)]


def load(*, threads: int = 1) -> Language:
    """The shipped pipeline; ``threads`` encoder passes run side by side in ``nlp.pipe``."""
    import spacy
    from spacy.language import Language

    if not Language.has_factory("onrecord"):
        Language.factory("onrecord", func=_factory, default_config={"threads": 1})
    nlp = spacy.blank("en")
    nlp.tokenizer = Bounded(nlp.tokenizer)
    nlp.add_pipe("onrecord", config={"threads": threads})
    return nlp


def _factory(nlp: Language, name: str, threads: int) -> Any:
    return Annotator(nlp.vocab, threads=threads)
