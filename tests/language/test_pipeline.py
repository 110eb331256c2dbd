"""The model as a spaCy pipeline: what people know from spaCy works on it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy import displacy
from spacy.language import Language
from spacy.matcher import DependencyMatcher
from spacy.tokens import Doc

from onrecord.language import load
from onrecord.language.model import Annotation
from onrecord.language.pipeline import annotate, words_of

TEXT = (
    "LIMA, March 3 - Peru's president met the envoy of Chile on Monday.\n\n"
    "“We hope for peace,” Ana Quispe told reporters in Lima. Officials said that the talks\n"
    "would go on.\n"
)
TEXTS = [
    TEXT,
    "",
    "The minister resigned.",
    " \n ",
    TEXT * 4,
    "No comment",
    "Oslo said so.\r\n\r\nRiga did not.",
]


def annotation(doc: Doc) -> list[object]:
    """Everything that the model says of a ``Doc``, as plain values."""
    rows: list[object] = [
        (t.text, t.pos_, t.tag_, t.lemma_, t.dep_, t.head.i, t.is_sent_start) for t in doc
    ]
    rows += [(span.start, span.end, span.label_) for span in doc.ents]
    rows += [(span.start, span.end, span.label_, span.id) for span in doc.spans["voices"]]
    return rows


def check(doc: Doc) -> None:
    """Heads stay within sentences, each with one root; sentences cover the ``Doc``."""
    places = [token.i for sentence in doc.sents for token in sentence]
    assert places == list(range(len(doc)))
    for sentence in doc.sents:
        assert len([token for token in sentence if token.head == token]) == 1
        assert all(token.head in sentence for token in sentence)
    for token in doc:
        assert token.pos_ and token.tag_ and token.lemma_ and token.dep_


def test_annotates(nlp: Language) -> None:
    doc = nlp(TEXT)
    check(doc)
    assert [s.text.split()[0] for s in doc.sents][-2:] == ["“We", "Officials"]
    assert {"Peru", "Chile"} <= {name.text for name in doc.ents if name.label_ == "PLACE"}
    assert "Ana Quispe" in {name.text for name in doc.ents if name.label_ == "PERSON"}
    met = next(token for token in doc if token.text == "met")
    assert (met.pos_, met.tag_, met.lemma_, met.sent.root) == ("VERB", "VBD", "meet", met)


def test_voices(nlp: Language) -> None:
    doc = nlp("The talks go on, officials said.")
    assert {span.label_ for span in doc.spans["voices"]} >= {"source", "cue", "content"}
    first = [span for span in doc.spans["voices"] if span.id == 1]
    assert [span.text for span in first if span.label_ == "cue"] == ["said"]


def test_dependency_matcher(nlp: Language) -> None:
    matcher = DependencyMatcher(nlp.vocab)
    subject = {"LEFT_ID": "verb", "REL_OP": ">", "RIGHT_ID": "subject"}
    pattern = [
        {"RIGHT_ID": "verb", "RIGHT_ATTRS": {"POS": "VERB"}},
        {**subject, "RIGHT_ATTRS": {"DEP": "nsubj"}},
    ]
    matcher.add("who", [pattern])
    doc = nlp("Peru's president met the envoy of Chile.")
    found = [[doc[place].text for place in places] for _, places in matcher(doc)]
    assert found == [["met", "president"]]


def test_displacy(nlp: Language) -> None:
    page = displacy.render(nlp("\nThe minister resigned.\n"), style="dep", jupyter=False)
    assert "nsubj" in page and "<svg" in page
    page = displacy.render(nlp("Ana Quispe went to Lima."), style="ent", jupyter=False)
    assert "PERSON" in page


def test_bytes(nlp: Language) -> None:
    doc = nlp(TEXT)
    again = Doc(nlp.vocab).from_bytes(doc.to_bytes())
    assert annotation(again) == annotation(doc)
    elsewhere = Doc(load().vocab).from_bytes(doc.to_bytes())
    assert annotation(elsewhere) == annotation(doc)


def test_json(nlp: Language) -> None:
    doc = nlp(TEXT)
    tokens = Doc(nlp.vocab).from_json(doc.to_json())
    assert [token.dep_ for token in tokens] == [token.dep_ for token in doc]


def test_pipe_as_tuples(nlp: Language) -> None:
    pairs = [(text, number) for number, text in enumerate(TEXTS)]
    found = list(nlp.pipe(pairs, as_tuples=True))
    assert [number for _, number in found] == list(range(len(TEXTS)))


@pytest.fixture(scope="module", params=[1, 2])
def threaded(request: pytest.FixtureRequest, nlp: Language) -> Iterator[Language]:
    yield nlp if request.param == 1 else load(threads=request.param)


@pytest.mark.parametrize("batch_size", [1, 8])
def test_same_alone_and_in_a_batch(nlp: Language, threaded: Language, batch_size: int) -> None:
    alone = [annotation(nlp(text)) for text in TEXTS]
    found = [annotation(doc) for doc in threaded.pipe(TEXTS, batch_size=batch_size)]
    assert found == alone


def test_same_again(nlp: Language) -> None:
    once = annotation(nlp(TEXT))
    assert annotation(nlp(TEXT)) == once
    assert annotation(nlp(nlp(TEXT))) == once


def test_given_words(nlp: Language) -> None:
    words = ["Peru", "'s", "president", "met", "no", "one", "."]
    doc = nlp(Doc(nlp.vocab, words=words, spaces=[False, *[True] * 4, False, False]))
    check(doc)
    assert [token.text for token in doc] == words
    assert doc.text == "Peru's president met no one."


sentences = st.lists(
    st.tuples(st.sampled_from(["Oslo", "said", "no", ".", "\n", "  ", "\t\n"]), st.booleans()),
    min_size=1,
    max_size=40,
)


@settings(max_examples=40, deadline=None)
@given(sentences)
def test_given_sentences_are_kept_exactly(nlp: Language, drawn: list[tuple[str, bool]]) -> None:
    words = [word for word, _ in drawn]
    starts = [start or not place for place, (_, start) in enumerate(drawn)]
    doc = nlp(Doc(nlp.vocab, words=words, spaces=[False] * len(words), sent_starts=starts))
    assert [token.is_sent_start for token in doc] == starts
    check(doc)


@settings(max_examples=40, deadline=None)
@given(st.text(st.sampled_from("aB .!\n\t\r\u00a0\u2028”7"), max_size=80))
def test_any_text(nlp: Language, text: str) -> None:
    doc = nlp(text)
    assert doc.text == text
    check(doc)


@pytest.mark.parametrize("words", [[], [" "], [" ", "\n"], ["\n", "\n\n", " "]])
def test_white_space_alone(nlp: Language, words: list[str]) -> None:
    doc = nlp(Doc(nlp.vocab, words=words, spaces=[False] * len(words)))
    check(doc)
    assert not doc.ents and not doc.spans["voices"]
    assert {token.pos_ for token in doc} <= {"SPACE"}


def test_white_space_hangs_on_words(nlp: Language) -> None:
    doc = nlp("\n  The minister \n resigned. ")
    check(doc)
    spaces = [token for token in doc if token.is_space]
    assert [token.head.text for token in spaces] == ["The", "minister"]
    assert {(token.tag_, token.dep_, token.lemma_ == token.text) for token in spaces} == {
        ("_SP", "dep", True)
    }


def test_trees_with_many_crossings_keep_their_sentences(nlp: Language) -> None:
    """spaCy itself loses sentence starts where it can't order such a tree in ten passes."""
    count = 90
    order = [(place * 37) % 30 for place in range(30)]
    heads = list(range(count))
    for base in (0, 30, 60):
        for before, after in pairwise(order):
            heads[base + after] = base + before
    starts = [place % 30 == 0 for place in range(count)]
    said = Annotation(
        upos=["X"] * count,
        tags=["FW"] * count,
        heads=heads,
        deprels=["root" if head == place else "dep" for place, head in enumerate(heads)],
        starts=starts,
        names=[],
        attributions=[],
    )
    doc = Doc(nlp.vocab, words=["a"] * count)
    annotate(doc, said)
    assert [token.is_sent_start for token in doc] == starts
    assert [token.head.i for token in doc] == heads


@pytest.mark.parametrize(
    ("text", "gaps"),
    [
        ("Oslo said no.", [2, 1, 1, 0]),
        ("Oslo\n\nsaid", [2, 2]),
        ("Talks go on.\nThey end.", [2, 1, 1, 0, 2, 1, 0]),
        ("word " * 12 + "\nand on", [2, *[1] * 13]),  # a long line is only wrapped
        ("Short line\nanother", [2, 1, 2]),
        ("\n\nOslo", [2]),
    ],
)
def test_gaps(nlp: Language, text: str, gaps: list[int]) -> None:
    assert list(words_of(nlp.make_doc(text)).gaps) == gaps
