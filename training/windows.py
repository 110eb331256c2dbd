"""Every data set as the same thing: sentences of words with the labels that it has.

A *unit* is what may not be cut (a sentence of a tree bank, a paragraph of a report);
units of one document that stand side by side are packed into windows of random
length, so that the model reads single sentences and whole passages alike. A label
that a set does not have is ``NONE`` and costs nothing.
"""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import msgspec

from onrecord.language.features import feature, shape
from onrecord.language.subwords import CLS, SEP
from training.conllu import Sentence, read_conllu
from training.labels import NAMES, SENTENCE, UPOS, VOICES, XPOS, deprel
from training.names import gum_names

NONE = -100
TAGS = ("upos", "xpos", "sentence", "names", "voices")


class Unit(msgspec.Struct, kw_only=True):
    """Parallel lists, one value a word; heads and links count within the unit."""

    words: list[str]
    gaps: list[int]
    labels: dict[str, list[int]]
    heads: list[int] | None = None
    deprels: list[int] | None = None
    links: list[int] | None = None


class Window(msgspec.Struct, kw_only=True):
    """A network's input and its labels. ids, features: subwords; the rest: words."""

    ids: list[int]
    features: list[int]
    first: list[int]
    last: list[int]
    labels: dict[str, list[int]]
    heads: list[int]
    deprels: list[int]
    links: list[int]
    sentences: list[int]


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


def bio(
    count: int, spans: Iterable[tuple[int, int, str]], inventory: tuple[str, ...]
) -> list[int]:
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

    A unit is a paragraph; a link whose cue stands in another paragraph is kept as a
    negative number: the cue's place in the document, counted back from -2.
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
                    links=[
                        NONE if link == NONE else link - left
                        for link in links[left:right]
                    ],
                )
            )
    return units


def name_documents(path: Path, cut: Tokenizer) -> list[list[Unit]]:
    """Our own sentences with bracketed names (``[PERSON Kim Jong Un]``); each its own document."""
    documents = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        text, spans = unbracket(line)
        words, offsets, gaps = words_of(text, cut)
        found = []
        for start, end, label in spans:
            places = _inside([[start, end]], words, offsets)
            if places:
                found.append((places[0], places[-1] + 1, label))
        documents.append(
            [Unit(words=words, gaps=gaps, labels={"names": bio(len(words), found, NAMES)})]
        )
    return documents


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


def pack(
    documents: list[list[Unit]],
    cut: Callable[[str], tuple[int, ...]],
    rng: random.Random | None,
    longest: int = 254,
) -> Iterator[Window]:
    """Neighbouring units into windows: of random length with ``rng``, as long as may be without."""
    for units in documents:
        pending: list[Unit] = []
        size, target = 0, _target(rng, longest)
        for unit in units:
            length = sum(len(cut(word)) for word in unit.words)
            if pending and size + length > target:
                yield window(pending, cut, rng, longest)
                pending, size, target = [], 0, _target(rng, longest)
            pending.append(unit)
            size += length
        if pending:
            yield window(pending, cut, rng, longest)


def _target(rng: random.Random | None, longest: int) -> int:
    if rng is None:
        return longest
    return 0 if rng.random() < 0.2 else rng.randint(40, longest)


def window(
    units: list[Unit],
    cut: Callable[[str], tuple[int, ...]],
    rng: random.Random | None,
    longest: int = 254,
) -> Window:
    """Units side by side as the network's input; words past ``longest`` subwords are dropped."""
    restyle = _restyle(rng)
    out = Window(
        ids=[CLS], features=[feature(7, 0)], first=[], last=[],
        labels={name: [] for name in TAGS}, heads=[], deprels=[], links=[], sentences=[],
    )  # fmt: skip
    forget_lines = rng is not None and rng.random() < 0.2
    for number, unit in enumerate(units):
        base = len(out.first)
        for place, word in enumerate(unit.words):
            word = restyle(word)
            pieces = cut(word)
            if len(out.ids) + len(pieces) > longest + 1:
                break
            gap = unit.gaps[place]
            gap = 1 if gap == 2 and forget_lines else gap
            out.first.append(len(out.ids))
            out.ids.extend(pieces)
            out.last.append(len(out.ids) - 1)
            form = shape(word)
            out.features.append(feature(form, gap))
            out.features.extend([feature(form, 3)] * (len(pieces) - 1))
            for name in TAGS:
                out.labels[name].append(unit.labels[name][place] if name in unit.labels else NONE)
            out.heads.append(NONE if unit.heads is None else base + unit.heads[place])
            out.deprels.append(NONE if unit.deprels is None else unit.deprels[place])
            out.sentences.append(number if unit.heads is not None else -1)
            link = NONE if unit.links is None else unit.links[place]
            # a cue may stand in a paragraph before or after: the offset leads there
            out.links.append(NONE if link == NONE else base + link)
    count = len(out.first)
    out.links = [link if 0 <= link < count else NONE for link in out.links]
    out.heads = [head if 0 <= head < count else NONE for head in out.heads]
    out.ids.append(SEP)
    out.features.append(feature(7, 0))
    return out


def _restyle(rng: random.Random | None) -> Callable[[str], str]:
    """Now and then curly quotation marks, capitals or small letters throughout."""
    if rng is None:
        return lambda word: word
    curly, case = rng.random() < 0.5, rng.random()
    state = {"open": False}

    def restyle(word: str) -> str:
        if curly:
            if word in ('"', "``", "''"):
                state["open"] = not state["open"]
                return "“" if state["open"] else "”"
            word = word.replace("'", "’")
        if case < 0.02:
            return word.upper()
        return word.lower() if case > 0.98 else word

    return restyle


assert SENTENCE[1] == "start"
