"""Marked event mentions as ``Told``: what the accounts' likeness compares, from ECB+'s words.

Those who took part come from the tree that the language model sees, times and numbers from the
words of the sentence: what a record would hold, but for what needs the day of publication.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import msgspec

from bench.common import load
from bench.ecb import Article, Mention

WHO = ("nsubj", "obj", "iobj", "obl", "nmod", "compound", "amod", "csubj", "appos", "poss")
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")


class Parsed(msgspec.Struct, frozen=True, kw_only=True):
    """An article's words with the tree above them, and the number of each one's sentence."""

    words: list[str]
    heads: list[int]
    relations: list[str]
    sentence: list[int]


def parsed(articles: Mapping[str, Article]) -> Iterator[tuple[str, Parsed]]:
    """The articles as the language model sees them. Raises MissingError where there is none."""
    from spacy.tokens import Doc

    reader = load("onrecord.reading.reader", "Reader")
    for name, article in articles.items():
        tokens = [word for sentence in article.sentences for word in sentence]
        starts = [place == 0 for sentence in article.sentences for place in range(len(sentence))]
        doc = Doc(reader.nlp.vocab, words=tokens, sent_starts=starts)
        for _, step in reader.nlp.pipeline:
            doc = step(doc)
        yield (
            name,
            Parsed(
                words=tokens,
                heads=[word.head.i for word in doc],
                relations=[word.dep_ for word in doc],
                sentence=[
                    number
                    for number, sentence in zip(article.numbers, article.sentences, strict=True)
                    for _ in sentence
                ],
            ),
        )


def tellings(trees: Mapping[str, Parsed], mentions: Sequence[Mention]) -> list[Any]:
    """A ``Told`` for each mention, in their order; its id is the mention's place in the list."""
    from onrecord.ledger.stems import stem
    from onrecord.ledger.told import bag

    about = {name: bag(stem(word) for word in tree.words) for name, tree in trees.items()}
    return [
        _telling(str(number), mention, trees[mention.article], about[mention.article])
        for number, mention in enumerate(mentions)
    ]


def _telling(name: str, mention: Mention, tree: Parsed, about: Mapping[str, float]) -> Any:
    from onrecord.ledger.senses import sense
    from onrecord.ledger.stems import root, stem, words
    from onrecord.ledger.told import Told, bag, names, rarity, times

    first = tree.sentence.index(mention.sentence)
    last = first + tree.sentence.count(mention.sentence)
    trigger = [first + place for place in mention.tokens]
    stems = [root(tree.words[t]) for t in trigger]
    content = [word for word in stems if rarity(word) > 1.0] or stems
    near = [tree.words[t] for t in range(first, last) if t not in trigger]
    took = [tree.words[t] for t in _who(tree, trigger, first, last)]
    found = [word for token in near for word in words(token)]
    return Told(
        id=name,
        report=mention.article,
        head=root(tree.words[head(tree, mention)]),
        stems=frozenset(content),
        who=frozenset(s for w in took for s in map(stem, words(w)) if rarity(s) > 1.0),
        names=names(near),
        times=times(found),
        numbers=frozenset(float(word.replace(",", "")) for word in near if _NUMBER.fullmatch(word)),
        near=bag(stem(word) for word in found),
        about=about,
        vector=sense(content),
    )


def head(tree: Parsed, mention: Mention) -> int:
    """Where the mention's main word stands: the one that hangs on none of the others."""
    first = tree.sentence.index(mention.sentence)
    trigger = [first + place for place in mention.tokens]
    return next(
        (t for t in trigger if tree.heads[t] not in trigger or tree.heads[t] == t), trigger[0]
    )


def _who(tree: Parsed, trigger: Sequence[int], first: int, last: int) -> list[int]:
    """Words of the phrases that hang on the trigger as those who took part, or as its company."""
    inside = set(trigger)
    tops = {
        t
        for t in range(first, last)
        if t not in inside and tree.heads[t] in inside and tree.relations[t].split(":")[0] in WHO
    }
    found = set(tops)
    for _ in range(4):  # four steps down: "the head of the army of the north"
        found |= {
            t
            for t in range(first, last)
            if tree.heads[t] in found and tree.relations[t].split(":")[0] not in ("acl", "conj")
        }
    return sorted(found - inside)
