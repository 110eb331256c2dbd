from __future__ import annotations

import random

from training.units import NONE, Unit
from training.windows import MASK, in_company, pack, window


def unit(text: str) -> Unit:
    words = text.split()
    return Unit(words=words, gaps=[1] * len(words), labels={"events": [1] * len(words)})


def cut(word: str) -> tuple[int, ...]:
    return tuple(1000 + ord(letter) for letter in word[:2])


def test_masked_words_keep_their_pieces_places_and_lose_their_tags() -> None:
    found = window([unit("Ghana has expelled two envoys of Togo")] * 4, cut, random.Random(3),
                   hidden=0.5)  # fmt: skip
    masked = [found.ids[place] == MASK for place in found.first]
    assert any(masked) and not all(masked)
    assert len(found.first) == 28
    for place, hidden in enumerate(masked):
        assert (found.labels["events"][place] == NONE) is hidden
        pieces = found.ids[found.first[place] : found.last[place] + 1]
        assert {piece == MASK for piece in pieces} == {hidden}


def test_nothing_is_masked_where_figures_are_measured() -> None:
    rows = [[unit("Chad and Niger have signed a pact")]] * 50
    for packed in (pack(rows, cut, None, hidden=0.9), pack(rows, cut, random.Random(1))):
        assert all(MASK not in one.ids for one in packed)


def test_half_of_the_windows_are_masked() -> None:
    rows = [[unit("Chad and Niger have signed a pact on water")]] * 400
    packed = list(pack(rows, cut, random.Random(5), hidden=0.5))
    assert 0.35 < sum(MASK in one.ids for one in packed) / len(packed) < 0.65


def test_company_keeps_every_document_once() -> None:
    documents = [[unit(f"report {number}")] for number in range(97)]
    grouped = in_company(documents, random.Random(2), (1, 1, 2, 4))
    assert len(grouped) < len(documents)
    assert sorted(one.words[1] for group in grouped for one in group) == sorted(
        str(number) for number in range(97)
    )
