"""Names out of GUM's mentions, on small trees of our own."""

from __future__ import annotations

from training.conllu import Document, Sentence
from training.names import gum_names, mentions


def sentence(*rows: str) -> Sentence:
    """Rows ``word upos xpos head deprel [Entity]``, head 1-based, 0 for the root."""
    cells = [row.split() for row in rows]
    return Sentence(
        id="s",
        text=" ".join(cell[0] for cell in cells),
        new_paragraph=True,
        words=[cell[0] for cell in cells],
        upos=[cell[1] for cell in cells],
        xpos=[cell[2] for cell in cells],
        heads=[int(cell[3]) - 1 if cell[3] != "0" else i for i, cell in enumerate(cells)],
        deprels=[cell[4] for cell in cells],
        space_after=[True] * len(cells),
        misc=[f"X=1|Entity={cell[5]}" if len(cell) > 5 else "_" for cell in cells],
    )


def names(*rows: str) -> list[tuple[int, int, str, bool]]:
    return gum_names(Document(id="d", sentences=[sentence(*rows)]))[0]


def test_title_and_nested_place_are_left_out() -> None:
    # The university's name holds the town's; the person's title is no part of the name.
    assert names(
        "Professor PROPN NNP 2 nmod:desc (1-person-new-nnn-cf1-2-sgl",
        "Anna PROPN NNP 0 root",
        "Berg PROPN NNP 2 flat",
        "of ADP IN 6 case",
        "the DET DT 6 det (2-organization-new-nnn-cf2-2-sgl-University_of_Lund",
        "University PROPN NNP 2 nmod",
        "of ADP IN 8 case",
        "Lund PROPN NNP 6 nmod (3-place-new-nnn-cf3-1-sgl-Lund)2)1)",
    ) == [(1, 3, "PERSON", False), (5, 8, "ORG", True)]


def test_tagged_adjectives_belong_and_others_do_not() -> None:
    assert names(
        "the DET DT 4 det (1-organization-new-nnn-cf1-4-sgl",
        "powerful ADJ JJ 4 amod",
        "Supreme ADJ NNP 4 amod",
        "Court PROPN NNP 0 root",
        "'s PART POS 4 case 1)",
    ) == [(2, 4, "ORG", False)]


def test_conjoined_parts_of_one_ministry_and_two_firms() -> None:
    assert names(
        "Ministry PROPN NNP 0 root (1-organization-new-nnn-cf1-1-sgl",
        "of ADP IN 3 case",
        "Trade PROPN NNP 1 nmod",
        "and CCONJ CC 5 cc",
        "Transport PROPN NNP 3 conj 1)",
    ) == [(0, 5, "ORG", False)]
    assert names(
        "Nordbo PROPN NNP 0 root (1-organization-new-nnn-cf1-1-sgl(2-organization-new-sgl)",
        "and CCONJ CC 3 cc",
        "Vestas PROPN NNP 1 conj (3-organization-new-nnn-cf3-1-sgl)1)",
    ) == [(0, 1, "ORG", False), (2, 3, "ORG", False)]


def test_common_head_gives_its_flat_name_only() -> None:
    assert names(
        "captain NOUN NN 0 root (1-person-new-nnn-cf1-1-sgl-Anna_Berg",
        "Anna PROPN NNP 1 flat",
        "Berg PROPN NNP 1 flat 1)",
    ) == [(1, 3, "PERSON", True)]
    # A Wikipedia title alone makes no name.
    assert (
        names("the DET DT 2 det (1-place-giv:act-nnn-cf1-2-coref-Lund", "city NOUN NN 0 root 1)")
        == []
    )
    assert names("she PRON PRP 0 root (1-person-giv:act-nnn-cf1-1-ana-Anna_Berg)") == []


def test_peoples_and_offices_are_no_persons() -> None:
    assert names("Kenyans PROPN NNPS 0 root (1-person-new-nnn-cf1-1-sgl)") == []
    assert names("President PROPN NNP 0 root (1-person-new-nnn-cf1-1-sgl-Anna_Berg)") == []
    assert names("the DET DT 2 det (1-person-new-nnn-cf1-2-sgl", "Crown PROPN NNP 0 root 1)") == []


def test_a_letter_is_no_name() -> None:
    assert names("D PROPN NNP 0 root (1-place-new-nnn-cf1-1-sgl)") == []


def test_mentions_nest_share_a_token_and_skip_the_discontinuous() -> None:
    found = mentions(
        sentence(
            "a DET DT 2 det (1-person-new-cf1-1-coref(2-place-new-nnn-cf2-1-sgl-A)",
            "b NOUN NN 0 root (3[1/2]-event-new-nnn-cf1-1-sgl)",
            "c NOUN NN 2 dep (1-person-giv:act-nnn-cf1-1-ana)3[2/2])1)",
        )
    )
    assert found == [
        (0, 3, "person", False),
        (0, 1, "place", True),
        (2, 3, "person", False),
    ]


def test_longest_name_wins_and_brackets_end_it() -> None:
    assert names(
        "Jon PROPN NNP 0 root (1-person-new-nnn-cf1-1-sgl",
        "[ PUNCT -LRB- 3 punct",
        "Berg PROPN NNP 1 flat 1)",
    ) == [(0, 1, "PERSON", False)]
