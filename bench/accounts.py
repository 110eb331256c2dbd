"""Accounts: which marked mentions tell of one happening, on ECB+'s development part.

Gold event mentions of news articles, those that stand alone included; the gold says which name
one happening, within an article and across articles. Measured by CoNLL F1 (``chains.py``) over
all mentions of the part at once, in three settings that say how much is given away:

- subtopic: only mentions of one gold subtopic (articles on one happening) may be joined;
- topic: only mentions of one gold topic (two happenings of one kind, say two earthquakes);
- whole: any two mentions may be joined.

Beside ours stands, from the same run, the baseline that joins mentions whose head words have the
same stem, in the same settings. ``over_...`` is what ours has more. The likeness was learned
from the training part alone (training/accounts.py). Run: ``python -m bench.accounts``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from bench.chains import conll, partition
from bench.common import Outcome, part, sha256
from bench.ecb import Article, files, read
from bench.tellings import head, parsed, tellings

SETTINGS: dict[str, Callable[[Article], str]] = {
    "subtopic": lambda article: article.subtopic,
    "topic": lambda article: article.topic,
    "whole": lambda article: "",
}
LEAST_ABOUT = 0.05
"""Cosine of two articles' words under which their mentions are not compared over the whole set:
what blocking does in a ledger."""


def run() -> list[Outcome]:
    """Figures of the development part. Raises MissingError where data or model is not there."""
    stem = part("onrecord.ledger.stems", "stem")
    articles, mentions = read("Dev")
    trees = dict(parsed(articles))
    told = tellings(trees, mentions)
    stems = [stem(trees[one.article].words[head(trees[one.article], one)]) for one in mentions]
    gold = partition({number: mention.chain for number, mention in enumerate(mentions)})
    figures: dict[str, float] = {}
    for name, scope in SETTINGS.items():
        inside = [scope(articles[mention.article]) for mention in mentions]
        ours = conll(gold, joined(told, inside))
        same = conll(gold, same_stem(stems, inside))
        figures |= {f"{name}_{measure}": value for measure, value in ours.items()}
        figures[f"{name}_same_stem"] = same["conll"]
        figures[f"{name}_over_same_stem"] = ours["conll"] - same["conll"]
    return [Outcome(bench="accounts", data="ecbplus-dev", sha256=sha256(*files("Dev")),
                    figures=figures)]  # fmt: skip


def same_stem(stems: Sequence[str], inside: Sequence[str]) -> list[set[Any]]:
    """The baseline: one cluster for each stem of a head word within each scope."""
    return partition(dict(enumerate(zip(inside, stems, strict=True))))


def joined(told: Sequence[Any], inside: Sequence[str]) -> list[set[Any]]:
    """Ours: likeness and average link, as for a ledger's records, but blocked by scope."""
    cluster = part("onrecord.ledger.clusters", "cluster")
    weights = part("onrecord.ledger.likeness", "weights")()
    found: list[set[Any]] = []
    scopes: dict[str, list[int]] = defaultdict(list)
    for number, scope in enumerate(inside):
        scopes[scope].append(number)
    for numbers in scopes.values():
        names = [f"{number:06}" for number in numbers]
        clusters = cluster(names, scores(told, numbers, weights), weights.threshold)
        found += [{int(name) for name in names} for names in clusters]
    return found


def scores(
    told: Sequence[Any], numbers: Sequence[int], weights: Any
) -> Mapping[tuple[str, str], float]:
    """The likeness of every two mentions whose articles have words in common."""
    cosine = part("onrecord.ledger.likeness", "cosine")
    likeness = part("onrecord.ledger.likeness", "likeness")
    about: dict[tuple[str, str], float] = {}
    found: dict[tuple[str, str], float] = {}
    for place, number in enumerate(numbers):
        one = told[number]
        for other_number in numbers[place + 1 :]:
            other = told[other_number]
            both = (one.report, other.report)
            if both not in about:
                about[both] = cosine(one.about, other.about)
            if about[both] >= LEAST_ABOUT:
                found[f"{number:06}", f"{other_number:06}"] = likeness(one, other, weights)
    return found


if __name__ == "__main__":
    for outcome in run():
        for name, value in outcome.figures.items():
            print(f"{outcome.data:12} {name:26} {value:8.2f}")
