"""Same story: planted rewrites among made-up articles, found again or not.

3,000 articles of our own making: 500 of them rewrite one of 300 agency texts as newsrooms do
(paragraphs cut, put in another order, another head, another lead, a sentence put in, the house's
own closing words), the others stand alone. Beside the agency texts stand articles that
are hard to tell from rewrites: told independently of the same happening with its names, figures
and one quotation, and articles that share their outlet's closing words.

- recall: of the pairs of articles that go back to one agency text, the share that is put into
  one story;
- precision: of the pairs put into one story, the share that go back to one agency text.

The articles are made from a seed, so that every run sees the same. Run ``python -m bench.stories``.
"""

from __future__ import annotations

import hashlib
import random
import time
from collections import Counter
from collections.abc import Sequence
from math import comb

import msgspec

from bench.common import Outcome, load, share

ARTICLES, SOURCES, REWRITES, TOLD_APART = 3000, 300, 500, 300
SEED = 20240229

_SYLLABLES = [c + v + e for c in "bdfgklmnprstvz" for v in "aeiou" for e in ("", "n", "r", "s")]
_SMALL = ["the", "a", "of", "to", "in", "and", "for", "with", "on", "by", "from", "after", "that"]
_TITLES = ["minister", "mayor", "general", "governor", "bishop", "chairwoman", "spokesman"]
_ACTS = ["signed", "rejected", "praised", "delayed", "opened", "condemned", "announced", "visited"]
_THINGS = ["a treaty", "the new port", "a ceasefire", "the budget", "a dam", "the election law"]
_DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
_STOCK = (
    "{name}, the {title} of {place}, {act} {thing} on {day}, officials in {place} said.",
    "The {title} told reporters that {thing} would cost {number} million, up from {less} million.",
    "“We have {act} what we promised to the people of {place},” {name} said.",
    "More than {number} people took part, according to the police in {place}.",
    "The decision came {less} days after {name} {act} {thing} in {place}.",
    "Critics in {place} said that the {title} had never {act} {thing} before.",
)


class Article(msgspec.Struct, frozen=True, kw_only=True):
    """A made-up article; ``source``: the number of the agency text it goes back to, its own if
    it goes back to none."""

    text: str
    source: int


def articles(seed: int = SEED) -> list[Article]:
    """The articles in a mixed order."""
    chance = random.Random(seed)
    lexicon = _lexicon(chance)
    closings = [" ".join(_sentence(chance, lexicon) for _ in range(3)) for _ in range(20)]
    alone = ARTICLES - REWRITES - TOLD_APART
    happenings = [_happening(chance, lexicon) for _ in range(alone)]
    texts = [_paragraphs(chance, lexicon, happening) for happening in happenings]
    made = [
        Article(text=_printed(text, chance, closings), source=n) for n, text in enumerate(texts)
    ]
    for number in range(TOLD_APART):
        text = _paragraphs(chance, lexicon, happenings[number])
        text[1] = next(p for p in texts[number] if "“" in p)
        made.append(Article(text=_printed(text, chance, closings), source=alone + number))
    for number in range(REWRITES):
        source = number % SOURCES
        text = _rewritten(texts[source], chance, lexicon)
        made.append(Article(text=_printed(text, chance, closings), source=source))
    chance.shuffle(made)
    return made


def _lexicon(chance: random.Random) -> list[str]:
    return ["".join(chance.choices(_SYLLABLES, k=chance.choice((1, 2, 2, 3)))) for _ in range(6000)]


def _sentence(chance: random.Random, lexicon: Sequence[str]) -> str:
    """Words as often as Zipf would have them, with small words between."""
    count = chance.randint(9, 26)
    found = [
        chance.choice(_SMALL)
        if chance.random() < 0.42
        else lexicon[min(int(chance.paretovariate(0.6)), len(lexicon)) - 1]
        for _ in range(count)
    ]
    return " ".join(found).capitalize() + "."


def _happening(chance: random.Random, lexicon: Sequence[str]) -> dict[str, object]:
    return {
        "name": f"{chance.choice(lexicon)} {chance.choice(lexicon)}".title(),
        "place": chance.choice(lexicon).title(),
        "title": chance.choice(_TITLES),
        "act": chance.choice(_ACTS),
        "thing": chance.choice(_THINGS),
        "day": chance.choice(_DAYS),
        "number": chance.randint(11, 900),
        "less": chance.randint(2, 10),
    }


def _paragraphs(
    chance: random.Random, lexicon: Sequence[str], happening: dict[str, object]
) -> list[str]:
    """An article's paragraphs: stock sentences about the happening, and words of its own."""
    stock = [one.format(**happening) for one in _STOCK]
    chance.shuffle(stock)
    found = [stock[0]]
    for _ in range(chance.randint(5, 14)):
        sentences = [_sentence(chance, lexicon) for _ in range(chance.randint(1, 3))]
        if len(stock) > 1 and chance.random() < 0.6:
            sentences.insert(0, stock.pop())
        found.append(" ".join(sentences))
    if not any("“" in paragraph for paragraph in found):
        found.append(_STOCK[2].format(**happening))
    return found


def _rewritten(text: Sequence[str], chance: random.Random, lexicon: Sequence[str]) -> list[str]:
    """The text as another newsroom prints it: two to five changes, one of them a cut at most."""
    found = list(text)
    ways = chance.sample(("cut", "order", "lead", "insert", "words"), chance.randint(2, 5))
    if "cut" in ways:
        keep = max(3, round(len(found) * chance.uniform(0.5, 0.9)))
        found = found[:keep] if chance.random() < 0.5 else _kept(found, keep, chance)
    if "order" in ways:
        rest = found[1:]
        chance.shuffle(rest)
        found = [found[0], *rest]
    if "lead" in ways:
        found[0] = _sentence(chance, lexicon)
    if "insert" in ways:
        found.insert(chance.randrange(len(found)), _sentence(chance, lexicon))
    if "words" in ways:
        found = [_worded(paragraph, chance, lexicon) for paragraph in found]
    return found


def _kept(found: Sequence[str], keep: int, chance: random.Random) -> list[str]:
    return [found[place] for place in sorted(chance.sample(range(len(found)), keep))]


def _worded(paragraph: str, chance: random.Random, lexicon: Sequence[str]) -> str:
    """One word in twenty replaced."""
    return " ".join(
        chance.choice(lexicon) if chance.random() < 0.05 else word for word in paragraph.split()
    )


def _printed(text: Sequence[str], chance: random.Random, closings: Sequence[str]) -> str:
    """With a head of its own, and half the time the outlet's closing words."""
    head = f"HEAD {chance.randrange(10**6)}"
    closing = [chance.choice(closings)] if chance.random() < 0.5 else []
    return "\n\n".join([head, *text, *closing])


def score(sources: Sequence[int], stories: Sequence[object]) -> dict[str, float]:
    """Recall and precision of pairs: what each article goes back to, and the story it is in."""

    def pairs(labels: Sequence[object]) -> int:
        return sum(comb(count, 2) for count in Counter(labels).values())

    both = pairs(list(zip(sources, stories, strict=True)))
    return {"recall": share(both, pairs(sources)), "precision": share(both, pairs(stories))}


def run() -> list[Outcome]:
    """Figures of the planted rewrites. Raises MissingError where the finder can't be loaded."""
    copies = load("onrecord.ledger.copies", "Copies")
    made = articles()
    start = time.perf_counter()
    for number, article in enumerate(made):
        copies.add(str(number), article.text)
    seconds = time.perf_counter() - start
    story_of = {place.text: story.id for story in copies.stories() for place in story.places}
    figures = score([a.source for a in made], [story_of[str(n)] for n in range(len(made))])
    figures["articles_per_second"] = len(made) / seconds
    digest = hashlib.sha256("\0".join(article.text for article in made).encode()).hexdigest()
    return [Outcome(bench="stories", data="planted", sha256=digest, figures=figures)]


if __name__ == "__main__":
    for outcome in run():
        for name, value in outcome.figures.items():
            print(f"{outcome.data:10} {name:22} {value:8.2f}")
