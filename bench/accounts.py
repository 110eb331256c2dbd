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

``python -m bench.accounts --bounds`` says where the points lie instead: the baseline's CoNLL F1
were its clusters split without a mistake, and were they joined without one but never split.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from bench.chains import Partition, conll, partition
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


def split(clusters: Partition, chains: Sequence[str]) -> list[set[Any]]:
    """Each cluster cut into its gold chains: what is left are the joins that it lacks."""
    owner = {number: place for place, cluster in enumerate(clusters) for number in cluster}
    return partition({number: (place, chains[number]) for number, place in owner.items()})


def merged(clusters: Partition, chains: Sequence[str]) -> list[set[Any]]:
    """Clusters joined whose mentions are mostly of one gold chain: what is left are the cuts."""
    found: dict[Any, str] = {}
    for cluster in clusters:
        counts = Counter(chains[number] for number in sorted(cluster))
        found |= dict.fromkeys(cluster, counts.most_common(1)[0][0])
    return partition(found)


def bounds() -> dict[str, float]:
    """The baseline, split and joined without a mistake. Raises MissingError as ``run`` does."""
    stem = part("onrecord.ledger.stems", "stem")
    articles, mentions = read("Dev")
    trees = dict(parsed(articles))
    stems = [stem(trees[one.article].words[head(trees[one.article], one)]) for one in mentions]
    chains = [mention.chain for mention in mentions]
    gold = partition(dict(enumerate(chains)))
    figures: dict[str, float] = {}
    for name, scope in SETTINGS.items():
        base = same_stem(stems, [scope(articles[mention.article]) for mention in mentions])
        made = {"same_stem": base, "split": split(base, chains), "merged": merged(base, chains)}
        figures |= {f"{name}_{what}": conll(gold, one)["conll"] for what, one in made.items()}
    return figures


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
    if "--bounds" in sys.argv[1:]:
        for name, value in bounds().items():
            print(f"{name:26} {value:8.2f}")
        sys.exit()
    for outcome in run():
        for name, value in outcome.figures.items():
            print(f"{outcome.data:12} {name:26} {value:8.2f}")
