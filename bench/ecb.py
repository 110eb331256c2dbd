"""ECB+ as it lies in the data folder: documents, event mentions and their gold chains.

Only the words and the gold event mentions are handed on; the gold entities are not looked at,
since no reader would have them.
"""

from __future__ import annotations

from pathlib import Path

import msgspec

from bench.common import data_file

FOLDER = "accounts/ecbplus"


class Article(msgspec.Struct, frozen=True, kw_only=True):
    """One document: its sentences (the annotated ones only) as words, and their numbers."""

    name: str
    sentences: list[list[str]]
    numbers: list[int]

    @property
    def topic(self) -> str:
        """The topic's number: two happenings of one kind."""
        return self.name.split("_")[0]

    @property
    def subtopic(self) -> str:
        """Topic and half: one happening. The second half are the ecbplus documents."""
        return f"{self.topic}{'plus' if self.name.endswith('ecbplus') else ''}"


class Mention(msgspec.Struct, frozen=True, kw_only=True):
    """A gold event mention: where it stands (``tokens`` within the sentence) and its chain."""

    article: str
    sentence: int
    tokens: tuple[int, ...]
    chain: str


class _Gold(msgspec.Struct):
    doc_id: str
    sent_id: int
    tokens_number: list[int]
    coref_chain: str


def files(part: str) -> list[Path]:
    """The files of a part, ``Train`` or ``Dev``. Raises MissingError where one is not there."""
    names = (f"ECB_{part}_corpus.txt", f"ECB_{part}_Event_gold_mentions.json")
    return [data_file(f"{FOLDER}/{name}") for name in names]


def read(part: str) -> tuple[dict[str, Article], list[Mention]]:
    """Articles by name and mentions in the order of the text."""
    corpus, events = files(part)
    words: dict[str, dict[int, list[str]]] = {}
    for line in corpus.read_text(encoding="utf-8").split("\n"):
        cells = line.split("\t")
        if len(cells) >= 4:
            words.setdefault(cells[0], {}).setdefault(int(cells[1]), []).append(cells[3])
    articles = {
        name: Article(name=name, sentences=list(of.values()), numbers=list(of))
        for name, of in words.items()
    }
    mentions = [
        Mention(
            article=gold.doc_id,
            sentence=gold.sent_id,
            tokens=tuple(gold.tokens_number),
            chain=gold.coref_chain,
        )
        for gold in msgspec.json.decode(events.read_bytes(), type=list[_Gold])
    ]
    return articles, sorted(mentions, key=lambda m: (m.article, m.sentence, m.tokens))
