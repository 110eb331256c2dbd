"""Tree, sentence and name figures on tiny cases with answers worked out by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.language import (
    Parse,
    bounds,
    bracketed,
    given_words,
    gum_name_figures,
    name_figures,
    own_names,
    pieces,
    raw_text,
    sentences,
    tree_figures,
    trees,
)
from training.conllu import Document, Sentence


def sentence(text: str, *, new: bool = False, entity: str = "") -> Sentence:
    """Every word hangs on the first; ``Anna left`` is two words, spaces between all."""
    words = text.split()
    return Sentence(
        id="s",
        text=text,
        new_paragraph=new,
        words=words,
        upos=["PROPN"] + ["X"] * (len(words) - 1),
        xpos=["NNP"] + ["FW"] * (len(words) - 1),
        heads=[0] * len(words),
        deprels=["root"] + ["nsubj:pass"] * (len(words) - 1),
        space_after=[True] * len(words),
        misc=[f"Entity={entity}" if entity else "_"] + ["_"] * (len(words) - 1),
    )


def test_tree_figures() -> None:
    gold = sentence("Anna was seen today")
    mine = Parse(
        upos=["PROPN", "X", "X", "VERB"],  # 3 of 4
        xpos=["NNP", "FW", "VB", "VB"],  # 2 of 4
        heads=[0, 0, 0, 1],  # 3 of 4
        deprels=["ROOT", "nsubj", "obj", "nsubj:pass"],  # las 2 of 4, with subtypes 1 of 4
    )
    assert tree_figures([mine], [gold]) == {
        "upos": 75.0,
        "xpos": 50.0,
        "uas": 75.0,
        "las": 50.0,
        "las_subtypes": 25.0,
    }


def test_raw_text_and_bounds() -> None:
    document = Document(
        id="d",
        sentences=[sentence("Anna left ."), sentence("Why ?"), sentence("Later", new=True)],
    )
    assert raw_text(document) == "Anna left . Why ?\n\nLater"
    assert bounds(s.text for s in document.sentences) == {(0, 9), (9, 13), (13, 18)}
    assert bounds(["Anna", " ", "left. "]) == {(0, 4), (4, 9)}


def test_name_figures() -> None:
    gold = [[(0, 2, "PERSON"), (3, 4, "ORG")], [(0, 1, "PLACE")]]
    mine = [[(0, 2, "PERSON"), (3, 4, "PLACE")], []]
    figures = name_figures(mine, gold)
    assert figures["names_precision"] == 50.0
    assert figures["names_recall"] == pytest.approx(100 / 3)
    assert figures["names_f1"] == pytest.approx(40.0)
    assert figures["names_person_f1"] == 100.0
    assert figures["names_org_f1"] == figures["names_place_f1"] == 0.0


def test_pieces_keep_sentences_whole() -> None:
    document = Document(id="d", sentences=[sentence(t) for t in ("a b", "c d", "e", "f g h i")])
    sizes = [[len(s.words) for s in piece] for piece in pieces(document, longest=3)]
    assert sizes == [[2], [2, 1], [4]]


def test_bracketed() -> None:
    assert bracketed("[PERSON Anna Berg] left [PLACE Lund] [sic].") == (
        "Anna Berg left Lund [sic].",
        [(0, 9, "PERSON"), (15, 19, "PLACE")],
    )


def test_a_model_that_knows_all(tmp_path: Path) -> None:
    """A fake pipeline: every word hangs on the sentence's first, which is a person's name."""
    spacy = pytest.importorskip("spacy")
    nlp = spacy.blank("en")

    @spacy.Language.component("bench_fake")
    def fake(doc):  # type: ignore[no-untyped-def]
        if not doc.has_annotation("SENT_START"):
            for token in doc:
                token.is_sent_start = token.i == 0 or doc[token.i - 1].text == "."
        starts = [sent.start for sent in doc.sents]
        for sent in starts:
            end = next((s for s in starts if s > sent), len(doc))
            for token in doc[sent:end]:
                token.tag_, token.pos_ = ("NNP", "PROPN") if token.i == sent else ("FW", "X")
        heads = [max(s for s in starts if s <= token.i) for token in doc]
        deps = ["ROOT" if head == i else "nsubj" for i, head in enumerate(heads)]
        made = spacy.tokens.Doc(
            doc.vocab,
            words=[t.text for t in doc],
            spaces=[bool(t.whitespace_) for t in doc],
            tags=[t.tag_ for t in doc],
            pos=[t.pos_ for t in doc],
            heads=heads,
            deps=deps,
        )
        made.ents = [spacy.tokens.Span(made, s, s + 1, label="PERSON") for s in starts]
        return made

    nlp.add_pipe("bench_fake")
    person = "(1-person-new-nnn-cf1-1-sgl-Anna)"
    document = Document(
        id="d",
        sentences=[sentence("Anna left .", entity=person), sentence("Why not .")],
    )
    found = trees(nlp, [document])
    assert found["las"] == found["las_by_sentence"] == found["upos"] == 100.0
    # The roots alone have no subtype to miss: 2 of 6.
    assert found["las_subtypes"] == pytest.approx(100 / 3)
    assert sentences(nlp, [document])["sentence_f1"] == 100.0
    named = gum_name_figures(nlp, [document])
    # "Why" is taken for a name: one of two right, the one with a title found.
    assert (named["names_precision"], named["names_recall_titled"]) == (50.0, 100.0)
    path = tmp_path / "names.txt"
    path.write_text("# ours\n[PERSON Anna] left.\n", encoding="utf-8")
    assert own_names(nlp, path).figures["names_f1"] == 100.0
    assert given_words(nlp.vocab, document.sentences).text == "Anna left . Why not . "
