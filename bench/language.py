"""The language model: tags, trees, sentences and names on the development parts.

- upos, xpos, uas, las: per cent of words, punctuation included, gold words and gold
  sentences given. A head is right where it is the same word; a relation where it is the
  same without its subtype (CoNLL 2018); ``las_subtypes`` counts the subtype too. One
  document is read at a time, as the reader does it; ``*_by_sentence`` reads each sentence
  alone, as the treebanks' own figures do.
- sentence_f1: on raw text, paragraphs apart by a blank line; a sentence counts where both
  of its bounds are right, counted in characters that are not white space.
- names_*: exact bounds and label (PERSON, ORG, PLACE). In GUM against the names that
  training/names.py takes from its mentions; ``names_recall_titled`` is the share found of
  those with a Wikipedia title, since GUM says of these for certain that they are names.

Run: ``python -m bench.language``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec

from bench.common import ROOT, Counts, Outcome, compare, data_file, load, sha256, share
from training.conllu import Document, Sentence, read_conllu
from training.names import LABELS, gum_names

OWN_NAMES = ROOT / "training" / "corpus" / "names-dev.txt"
LONGEST = 2_000  # words in one piece
_NAME = re.compile(r"\[(PERSON|ORG|PLACE) ([^\[\]]+)\]")

NameSpan = tuple[int, int, str]


class Parse(msgspec.Struct, frozen=True, kw_only=True):
    """What was predicted for one sentence; heads as in Sentence, -1 where outside of it."""

    upos: list[str]
    xpos: list[str]
    heads: list[int]
    deprels: list[str]


def tree_figures(predicted: Sequence[Parse], gold: Sequence[Sentence]) -> dict[str, float]:
    """upos, xpos, uas, las and las_subtypes over all words of the sentences, in per cent."""
    right = dict.fromkeys(("upos", "xpos", "uas", "las", "las_subtypes"), 0)
    words = 0
    for mine, sentence in zip(predicted, gold, strict=True):
        words += len(sentence.words)
        right["upos"] += _same(mine.upos, sentence.upos)
        right["xpos"] += _same(mine.xpos, sentence.xpos)
        right["uas"] += _same(mine.heads, sentence.heads)
        right["las_subtypes"] += _same(
            zip(mine.heads, map(str.lower, mine.deprels), strict=True),
            zip(sentence.heads, sentence.deprels, strict=True),
        )
        right["las"] += _same(
            zip(mine.heads, map(_base, mine.deprels), strict=True),
            zip(sentence.heads, map(_base, sentence.deprels), strict=True),
        )
    return {name: share(count, words) for name, count in right.items()}


def _same(one: Iterable[object], other: Iterable[object]) -> int:
    return sum(a == b for a, b in zip(one, other, strict=True))


def _base(relation: str) -> str:
    return relation.partition(":")[0].lower()  # spaCy writes ROOT, UD root


def raw_text(document: Document) -> str:
    """The document as plain text: sentences as they stand, a blank line between paragraphs."""
    text = ""
    glue = ""
    for sentence in document.sentences:
        text += ("\n\n" if text and sentence.new_paragraph else glue) + sentence.text
        glue = " " if sentence.space_after[-1] else ""
    return text


def bounds(texts: Iterable[str]) -> set[tuple[int, int]]:
    """The bounds of consecutive sentences, in characters other than white space."""
    found: set[tuple[int, int]] = set()
    place = 0
    for text in texts:
        size = sum(not character.isspace() for character in text)
        if size:
            found.add((place, place + size))
        place += size
    return found


def name_figures(
    predicted: Sequence[Iterable[NameSpan]], gold: Sequence[Iterable[NameSpan]]
) -> dict[str, float]:
    """Exact precision, recall and F1 of names, and the F1 of each label, over all texts."""
    pairs = [(set(mine), set(theirs)) for mine, theirs in zip(predicted, gold, strict=True)]
    total = sum((compare(mine, theirs) for mine, theirs in pairs), Counts())
    figures = {
        "names_f1": total.f1,
        "names_precision": total.precision,
        "names_recall": total.recall,
    }
    for label in LABELS.values():
        only = (
            compare((n for n in mine if n[2] == label), (n for n in theirs if n[2] == label))
            for mine, theirs in pairs
        )
        figures[f"names_{label.lower()}_f1"] = sum(only, Counts()).f1
    return figures


def pieces(document: Document, *, longest: int = LONGEST) -> Iterator[list[Sentence]]:
    """The document in runs of whole sentences of at most ``longest`` words (or one sentence)."""
    piece: list[Sentence] = []
    for sentence in document.sentences:
        if piece and sum(len(s.words) for s in piece) + len(sentence.words) > longest:
            yield piece
            piece = []
        piece.append(sentence)
    if piece:
        yield piece


def bracketed(line: str) -> tuple[str, list[NameSpan]]:
    """``"[PERSON Anna Berg] left."`` as plain text and its names, in code points."""
    text, names, done = "", [], 0
    for match in _NAME.finditer(line):
        text += line[done : match.start()]
        names.append((len(text), len(text) + len(match[2]), match[1]))
        text += match[2]
        done = match.end()
    return text + line[done:], names


def given_words(vocab: Any, sentences: Sequence[Sentence]) -> Any:
    """A spaCy Doc with the words, white space and sentence starts of the treebank."""
    from spacy.tokens import Doc  # the scoring above must not need spaCy

    return Doc(
        vocab,
        words=[word for s in sentences for word in s.words],
        spaces=[space for s in sentences for space in s.space_after],
        sent_starts=[place == 0 for s in sentences for place in range(len(s.words))],
    )


def parses(doc: Any, sentences: Sequence[Sentence]) -> Iterator[Parse]:
    """What a read Doc says of each of the sentences that it was made from."""
    start = 0
    for sentence in sentences:
        end = start + len(sentence.words)
        tokens = [doc[place] for place in range(start, end)]
        yield Parse(
            upos=[token.pos_ for token in tokens],
            xpos=[token.tag_ for token in tokens],
            heads=[t.head.i - start if start <= t.head.i < end else -1 for t in tokens],
            deprels=[token.dep_ for token in tokens],
        )
        start = end


def _read(nlp: Any, parts: Sequence[Sequence[Sentence]]) -> list[Any]:
    return list(nlp.pipe([given_words(nlp.vocab, part) for part in parts]))


def trees(nlp: Any, documents: Sequence[Document]) -> dict[str, float]:
    """Tree figures of whole documents and, as ``*_by_sentence``, of sentences alone."""
    gold = [sentence for document in documents for sentence in document.sentences]
    whole = [piece for document in documents for piece in pieces(document)]
    alone = [[sentence] for sentence in gold]
    figures: dict[str, float] = {}
    for parts, suffix in ((whole, ""), (alone, "_by_sentence")):
        found = [
            parse
            for doc, part in zip(_read(nlp, parts), parts, strict=True)
            for parse in parses(doc, part)
        ]
        figures |= {name + suffix: value for name, value in tree_figures(found, gold).items()}
    return figures


def sentences(nlp: Any, documents: Sequence[Document]) -> dict[str, float]:
    """sentence_f1 on the raw text of each document."""
    total = Counts()
    docs = nlp.pipe([raw_text(document) for document in documents])
    for doc, document in zip(docs, documents, strict=True):
        gold = bounds(sentence.text for sentence in document.sentences)
        total += compare(bounds(sentence.text for sentence in doc.sents), gold)
    return {"sentence_f1": total.f1}


def gum_name_figures(nlp: Any, documents: Sequence[Document]) -> dict[str, float]:
    """Names on the treebank's words, against all names and against those with a title."""
    parts: list[list[Sentence]] = []
    gold: list[list[NameSpan]] = []
    titled: set[tuple[int, NameSpan]] = set()
    for document in documents:
        names = iter(gum_names(document))
        for piece in pieces(document):
            start, spans = 0, []
            for sentence in piece:
                for first, last, label, has_title in next(names):
                    spans.append((start + first, start + last, label))
                    if has_title:
                        titled.add((len(parts), spans[-1]))
                start += len(sentence.words)
            parts.append(piece)
            gold.append(spans)
    found = [
        [(entity.start, entity.end, entity.label_) for entity in doc.ents]
        for doc in _read(nlp, parts)
    ]
    known = {(number, name) for number, names in enumerate(found) for name in names}
    return name_figures(found, gold) | {
        "names_recall_titled": share(len(titled & known), len(titled))
    }


def own_names(nlp: Any, path: Path) -> Outcome:
    """Names in raw sentences of our own, marked by brackets."""
    lines = [line.strip() for line in path.read_text(encoding="utf-8").splitlines()]
    marked = [bracketed(line) for line in lines if line and not line.startswith("#")]
    found = [
        [(entity.start_char, entity.end_char, entity.label_) for entity in doc.ents]
        for doc in nlp.pipe([text for text, _ in marked])
    ]
    figures = name_figures(found, [names for _, names in marked])
    return Outcome(bench="language", data="names-dev", sha256=sha256(path), figures=figures)


def run() -> list[Outcome]:
    """Score the language model on EWT, GUM and our own names."""
    paths = {name: data_file(f"trees/{name}.conllu") for name in ("ewt-dev", "gum-dev")}
    nlp = load("onrecord.language", "load")
    outcomes = []
    for name, path in paths.items():
        documents = read_conllu(path)
        figures = trees(nlp, documents) | sentences(nlp, documents)
        if name.startswith("gum"):
            figures |= gum_name_figures(nlp, documents)
        digest = sha256(path)
        outcomes.append(Outcome(bench="language", data=name, sha256=digest, figures=figures))
    if OWN_NAMES.exists():
        outcomes.append(own_names(nlp, OWN_NAMES))
    return outcomes


if __name__ == "__main__":
    for outcome in run():
        print(outcome.data, *(f"{k} {v:.1f}" for k, v in outcome.figures.items()), sep="\n  ")
