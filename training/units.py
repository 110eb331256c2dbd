"""Every data set as the same thing: documents of units of words with the labels they have.

A unit is what may not be cut: a sentence of a tree bank, a paragraph of a report. A
label that a set does not have is simply absent.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from pathlib import Path

import msgspec

from training.conllu import Sentence, read_conllu
from training.labels import NAMES, UPOS, VOICES, XPOS, deprel
from training.names import gum_names

NONE = -100


class Pair(msgspec.Struct, frozen=True):
    """A marked pair: words of the actor, words of the recipient, and the categories, any of
    which would do (indices of ``labels.CODES``)."""

    actor: tuple[int, ...]
    recipient: tuple[int, ...]
    codes: tuple[int, ...]


class Unit(msgspec.Struct, kw_only=True):
    """Parallel lists, one value a word; heads and links count within the unit.

    roles: (word of a happening, word of its actor or recipient, index of the role), known for
    the happenings in ``asked``. pairs: (words of an actor, words of a recipient, its category).
    arguments: (predicate, word of its argument, index of ``labels.ARGUMENTS``), known for the
    predicates in ``predicates``.
    """

    words: list[str]
    gaps: list[int]
    labels: dict[str, list[int]]
    heads: list[int] | None = None
    deprels: list[int] | None = None
    links: list[int] | None = None
    asked: list[int] = []
    roles: list[tuple[int, int, int]] = []
    pairs: list[Pair] = []
    predicates: list[int] = []
    arguments: list[tuple[int, int, int]] = []


def tree_documents(path: Path, *, names: bool) -> list[list[Unit]]:
    """UD documents: tags, trees, sentence starts and, where the set has them, names."""
    documents = []
    for document in read_conllu(path):
        found = gum_names(document) if names else [[] for _ in document.sentences]
        units = []
        spaced = True
        for sentence, spans in zip(document.sentences, found, strict=True):
            unit = _tree_unit(sentence, before=2 if sentence.new_paragraph else int(spaced))
            if names:
                unit.labels["names"] = bio(
                    len(unit.words), [(s, e, label) for s, e, label, _ in spans], NAMES
                )
            units.append(unit)
            spaced = sentence.space_after[-1]
        documents.append(units)
    return documents


def _tree_unit(sentence: Sentence, *, before: int) -> Unit:
    count = len(sentence.words)
    return Unit(
        words=sentence.words,
        gaps=[before] + [int(space) for space in sentence.space_after[:-1]],
        labels={
            "upos": [_index(UPOS, tag) for tag in sentence.upos],
            "xpos": [_index(XPOS, tag) for tag in sentence.xpos],
            "sentence": [1] + [0] * (count - 1),
        },
        heads=sentence.heads,
        deprels=[deprel(relation) for relation in sentence.deprels],
    )


def _index(inventory: tuple[str, ...] | list[str], label: str) -> int:
    return inventory.index(label) if label in inventory else NONE


def bio(count: int, spans: Iterable[tuple[int, int, str]], inventory: tuple[str, ...]) -> list[int]:
    """Spans of words (end exclusive) as B-, I- and O labels."""
    labels = [0] * count
    for start, end, label in spans:
        for place in range(start, end):
            kind = "B" if place == start else "I"
            labels[place] = inventory.index(f"{kind}-{label}")
    return labels


Tokenizer = Callable[[str], list[tuple[str, int]]]


def plain_tokenizer() -> Tokenizer:
    """The run time's own tokenizer (spaCy's for English): words with their offsets."""
    from spacy.lang.en import English

    tokenizer = English().tokenizer

    def cut(text: str) -> list[tuple[str, int]]:
        return [(token.text, token.idx) for token in tokenizer(text)]

    return cut


def words_of(text: str, cut: Tokenizer) -> tuple[list[str], list[int], list[int]]:
    """Words, their offsets and the gaps before them; white space is no word."""
    words, offsets, gaps = [], [], []
    end, gap = 0, 2
    for word, offset in cut(text):
        between = text[end:offset]
        if "\n" in between:
            gap = 2
        elif between and gap == 0:
            gap = 1
        end = offset + len(word)
        if word.isspace():
            gap = 2 if "\n" in word else max(gap, 1)
            continue
        words.append(word)
        offsets.append(offset)
        gaps.append(gap)
        gap = 0
    return words, offsets, gaps


def voice_documents(path: Path, cut: Tokenizer) -> list[list[Unit]]:
    """PolNeAR documents: voice tags, and from each source and content word its cue's first word.

    A unit is a paragraph; links count within it, so that a cue in a paragraph before or
    after has a place below nought or past the end.
    """
    documents = []
    for line in path.read_text(encoding="utf-8").splitlines():
        report = json.loads(line)
        words, offsets, gaps = words_of(report["text"], cut)
        labels = [0] * len(words)
        links = [NONE] * len(words)
        for attribution in report["attributions"]:
            cue = _inside(attribution["cue"], words, offsets)
            for role in ("source", "cue", "content"):
                for piece in attribution[role]:
                    places = _inside([piece], words, offsets)
                    for number, place in enumerate(places):
                        kind = "I" if number else "B"
                        labels[place] = VOICES.index(f"{kind}-{role}")
                        if role != "cue" and cue:
                            links[place] = cue[0]
        documents.append(_paragraphs(words, gaps, {"voices": labels}, links))
    return documents


def _inside(pieces: list[list[int]], words: list[str], offsets: list[int]) -> list[int]:
    return [
        place
        for place, (word, offset) in enumerate(zip(words, offsets, strict=True))
        if any(start < offset + len(word) and offset < end for start, end in pieces)
    ]


def _paragraphs(
    words: list[str], gaps: list[int], labels: dict[str, list[int]], links: list[int]
) -> list[Unit]:
    starts = [place for place, gap in enumerate(gaps) if gap == 2 or place == 0]
    units = []
    for start, end in zip(starts, [*starts[1:], len(words)], strict=True):
        for left in range(start, end, 150):  # a paragraph without end is cut
            right = min(left + 150, end)
            units.append(
                Unit(
                    words=words[left:right],
                    gaps=gaps[left:right],
                    labels={name: values[left:right] for name, values in labels.items()},
                    links=[NONE if link == NONE else link - left for link in links[left:right]],
                )
            )
    return units


def name_documents(path: Path, cut: Tokenizer) -> list[list[Unit]]:
    """Our own sentences with bracketed names (``[PERSON Kim Jong Un]``).

    Blank lines part passages, each a document; in a file without any, each line is one.
    """
    text = path.read_text(encoding="utf-8").strip()
    passages = text.split("\n\n") if "\n\n" in text else text.splitlines()
    return [
        [_named(line, cut) for line in passage.splitlines() if line.strip()] for passage in passages
    ]


def _named(line: str, cut: Tokenizer) -> Unit:
    text, spans = unbracket(line)
    words, offsets, gaps = words_of(text, cut)
    found = []
    for start, end, label in spans:
        places = _inside([[start, end]], words, offsets)
        if places:
            found.append((places[0], places[-1] + 1, label))
    gaps = [1, *gaps[1:]]  # sentences of a passage follow each other after a space
    return Unit(words=words, gaps=gaps, labels={"names": bio(len(words), found, NAMES)})


def unbracket(line: str) -> tuple[str, list[tuple[int, int, str]]]:
    """``a [PLACE Bonn] b`` to ``a Bonn b`` and [(2, 6, "PLACE")]."""
    text, spans, rest = "", [], line
    while "[" in rest:
        before, _, after = rest.partition("[")
        inside, _, rest = after.partition("]")
        label, _, name = inside.partition(" ")
        text += before
        spans.append((len(text), len(text) + len(name), label))
        text += name
    return text + rest, spans
