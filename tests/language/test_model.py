"""One pass, all answers: right in number, and the same alone, in a batch and on threads."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from onrecord.language.model import EMPTY, Annotation, Model
from onrecord.language.windows import Words

SENTENCES = (
    "Peru 's president met the envoy of Chile on Monday .",
    "Officials in Oslo said that the talks would go on .",
    "“ We hope for peace , ” the mayor of Riga told reporters .",
    "No .",
)


def words(count: int, *, first: int = 0) -> Words:
    found = [word for place in range(count) for word in SENTENCES[(first + place) % 4].split()]
    return Words(words=found, gaps=[2, *[1] * (len(found) - 1)])


def check(text: Words, found: Annotation) -> None:
    count = len(text.words)
    lists = (found.upos, found.tags, found.heads, found.deprels, found.starts)
    assert {len(values) for values in lists} == {count}
    begins = [place for place, start in enumerate(found.starts) if start]
    assert begins[:1] == [0][:count]
    for begin, end in pairwise([*begins, count]):
        heads = found.heads[begin:end]
        assert all(begin <= head < end for head in heads)
        assert sum(head == place for place, head in enumerate(heads, begin)) == 1
    for place, (head, relation) in enumerate(zip(found.heads, found.deprels, strict=True)):
        assert (head == place) == (relation == "root")
    pieces = [item.cue for item in found.attributions]
    pieces += [piece for item in found.attributions for piece in (*item.source, *item.content)]
    assert all(0 <= piece.start < piece.end <= count for piece in (*found.names, *pieces))


def test_a_few_sentences(model: Model) -> None:
    text = words(3)
    found = model.annotate(text)
    check(text, found)
    assert found.upos[4] == "DET"
    assert found.tags[0] == "NNP"
    assert [name.label for name in found.names if name.start == 0] == ["PLACE"]


def test_nothing(model: Model) -> None:
    assert model.annotate(Words(words=[], gaps=[])) == EMPTY


def test_given_sentences_are_kept(model: Model) -> None:
    text = words(4)
    starts = [place % 5 == 0 for place in range(len(text.words))]
    text = Words(words=text.words, gaps=text.gaps, starts=starts)
    found = model.annotate(text)
    check(text, found)
    assert found.starts == starts


def test_a_sentence_of_many_windows_has_one_root(model: Model) -> None:
    text = words(120)
    starts = [place == 0 for place in range(len(text.words))]
    text = Words(words=text.words, gaps=text.gaps, starts=starts)
    check(text, model.annotate(text))


@settings(max_examples=20, deadline=None)
@given(st.lists(st.tuples(st.text(min_size=1, max_size=30), st.integers(0, 2)), max_size=60))
def test_any_words(model: Model, drawn: list[tuple[str, int]]) -> None:
    text = Words(words=[word for word, _ in drawn], gaps=[gap for _, gap in drawn])
    check(text, model.annotate(text))


def plain(annotation: Annotation) -> Annotation:
    """Arrays as bytes, which can be compared."""
    rows = {name: found.tobytes() for name, found in annotation.scores.items()}
    return replace(annotation, scores=rows, role=None)


@pytest.mark.parametrize("threads", [1, 2])
@pytest.mark.parametrize("ahead", [1, 8])
def test_same_alone_and_in_a_batch(model: Model, weights: Path, threads: int, ahead: int) -> None:
    texts = [words(count, first=count) for count in (1, 0, 30, 2, 5, 1, 60, 3, 0, 4)]
    alone = [model.annotate(text) for text in texts]
    together = list(Model(weights, threads=threads).pipe(texts, ahead=ahead))
    assert [plain(item) for item in together] == [plain(item) for item in alone]


def test_a_turn_ends_with_enough_words(model: Model, monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [words(count, first=count) for count in (9, 0, 30, 2, 5)]
    alone = [plain(model.annotate(text)) for text in texts]
    monkeypatch.setattr("onrecord.language.model.TOGETHER", len(texts[0].words) + 1)
    drawn: list[int] = []
    annotations = model.pipe(drawn.append(at) or text for at, text in enumerate(texts))  # type: ignore[func-returns-value]
    together = [plain(next(annotations))]
    assert drawn == [0, 1, 2]
    assert [*together, *map(plain, annotations)] == alone


def test_texts_are_drawn_as_they_are_needed(weights: Path) -> None:
    drawn: Counter[str] = Counter()

    def endless() -> object:
        while True:
            drawn["texts"] += 1
            yield words(1)

    annotations = Model(weights, threads=2).pipe(endless(), ahead=4)  # type: ignore[arg-type]
    next(annotations)
    assert drawn["texts"] <= 6
