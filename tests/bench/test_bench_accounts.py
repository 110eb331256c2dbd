"""ECB+'s files read, on two made-up articles; mentions as tellings."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bench import accounts, ecb, tellings
from bench.common import MissingError

WORDS = {
    "7_1ecb": [(0, "Lava"), (0, "buried"), (0, "Orra"), (2, "The"), (2, "burial"), (2, "lasted")],
    "7_1ecbplus": [(1, "Rain"), (1, "buried"), (1, "Tavi")],
}


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "accounts" / "ecbplus"
    folder.mkdir(parents=True)
    lines = []
    for name, found in WORDS.items():
        lines += [f"{name}\t{s}\t{n}\t{word}\t-" for n, (s, word) in enumerate(found)] + [""]
    (folder / "ECB_Dev_corpus.txt").write_text("\n".join(lines))
    gold = [
        {"doc_id": name, "sent_id": sentence, "tokens_number": [token], "coref_chain": chain,
         "tokens_str": "unused"}
        for name, sentence, token, chain in (
            ("7_1ecbplus", 1, 1, "B"), ("7_1ecb", 0, 1, "A"), ("7_1ecb", 2, 1, "A"))
    ]  # fmt: skip
    (folder / "ECB_Dev_Event_gold_mentions.json").write_text(json.dumps(gold))
    monkeypatch.setenv("ONRECORD_DATA", str(tmp_path))
    return tmp_path


def test_reading(data: Path) -> None:
    articles, mentions = ecb.read("Dev")
    assert articles["7_1ecb"].sentences == [["Lava", "buried", "Orra"], ["The", "burial", "lasted"]]
    assert articles["7_1ecb"].numbers == [0, 2]
    assert [a.subtopic for a in articles.values()] == ["7", "7plus"]
    assert {a.topic for a in articles.values()} == {"7"}
    assert [(m.article, m.sentence, m.chain) for m in mentions] == [
        ("7_1ecb", 0, "A"), ("7_1ecb", 2, "A"), ("7_1ecbplus", 1, "B")]  # fmt: skip


def test_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ONRECORD_DATA", str(tmp_path))
    with pytest.raises(MissingError, match="ECB_Dev"):
        ecb.read("Dev")


def trees() -> dict[str, tellings.Parsed]:
    return {
        "7_1ecb": tellings.Parsed(
            words=[word for _, word in WORDS["7_1ecb"]],
            heads=[1, 1, 1, 4, 5, 5],
            relations=["nsubj", "root", "obj", "det", "nsubj", "root"],
            sentence=[s for s, _ in WORDS["7_1ecb"]],
        ),
        "7_1ecbplus": tellings.Parsed(
            words=["Rain", "buried", "Tavi"],
            heads=[1, 1, 1],
            relations=["nsubj", "root", "obj"],
            sentence=[1, 1, 1],
        ),
    }


def test_tellings(data: Path) -> None:
    _, mentions = ecb.read("Dev")
    one, burial, other = tellings.tellings(trees(), mentions)
    assert (one.head, burial.head, other.head) == ("buri", "burial", "buri")
    assert one.who == {"lava", "orra"}
    assert burial.who == frozenset()
    assert set(one.near) == {"lava", "orra"}
    assert set(one.about) == {"lava", "buri", "orra", "the", "burial", "last"}


def test_the_baseline_stays_inside_its_scope() -> None:
    stems = ["buri", "burial", "buri"]
    assert accounts.same_stem(stems, ["7", "7", "7plus"]) == [{0}, {1}, {2}]
    assert accounts.same_stem(stems, ["", "", ""]) == [{0, 2}, {1}]


def test_bounds_split_and_merge_by_gold() -> None:
    chains = ["a", "a", "b", "a", "c"]
    clusters = [{0, 2}, {1}, {3, 4}]  # 0 and 1 are not joined, nor are 2 and 4 kept apart
    assert sorted(map(sorted, accounts.split(clusters, chains))) == [[0], [1], [2], [3], [4]]
    assert sorted(map(sorted, accounts.merged(clusters, chains))) == [[0, 1, 2, 3, 4]]
    right = [{0, 1, 3}, {2}, {4}]
    assert accounts.split(right, chains) == accounts.merged(right, chains) == right
