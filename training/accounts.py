"""Makes the tables that accounts are told by: how rare a word is, what it means, what weighs how.

    python -m training.accounts rarity                  from text/senate.jsonl.gz
    python -m training.accounts senses --minilm FOLDER  the encoder that training starts from
    python -m training.accounts likeness                from ECB+'s training part alone

Each writes one file in ``src/onrecord/ledger/data``; the later ones need the earlier. The weights
are those of a logistic regression over all pairs of mentions of one topic; the threshold is the
one that gives the best CoNLL F1 on training topics whose weights were learned from the others.
Nothing here looks at the development part.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from bench.chains import conll, partition
from bench.common import ROOT, data_file, sha256
from bench.ecb import files, read
from bench.tellings import parsed, tellings
from onrecord.codes.tables import rows
from onrecord.ledger.clusters import cluster
from onrecord.ledger.likeness import FEATURES, features
from onrecord.ledger.senses import WIDTH
from onrecord.ledger.stems import stem, words

DATA = ROOT / "src" / "onrecord" / "ledger" / "data"
TEXTS = "text/senate.jsonl.gz"
FOLDS = 5
RIDGE = 1.0
THRESHOLDS = [round(0.1 + 0.025 * step, 3) for step in range(20)]
OFTEN, OFTEN_VERB = 12, 2
"""How often a word, or a known verb, must stand in the texts to be given a sense."""


def texts() -> Iterator[str]:
    """The texts that words are counted in."""
    with gzip.open(data_file(TEXTS), "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)["text"]


def rarity() -> None:
    """How many texts in a hundred hold each stem."""
    counts: Counter[str] = Counter()
    number = 0
    for number, text in enumerate(texts(), 1):  # noqa: B007
        counts.update({stem(word) for word in words(text) if word.isascii() and word.isalpha()})
    shares = [(one, round(100 * n / number, 1)) for one, n in counts.items() if n / number >= 0.005]
    head = [
        "# How many texts in a hundred hold a word with this stem; stems that are not here are"
        " rarer than 0.5.",
        f"# Counted by training/accounts.py over {number:,} press releases of United States"
        " senators, 2004 to 2008",
        "# (works of federal offices, in the public domain; lintool/GrimmerSenatePressReleases).",
        "stem\tshare",
    ]
    found = sorted(shares, key=lambda row: (-row[1], row[0]))
    lines = [*head, *(f"{one}\t{share}" for one, share in found)]
    (DATA / "rarity.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


def vocabulary() -> dict[str, str]:
    """Stems with the word that stands for each: the lexicon's own, else the commonest."""
    found: dict[str, str] = {}
    for name in ("events", "event_nouns"):
        for row in rows(name):
            for word in row["lemma"].lower().split():
                if word.isalpha() and word.isascii() and len(word) > 2:
                    found.setdefault(stem(word), word)
    forms: Counter[str] = Counter()
    for text in texts():
        forms.update(re.findall(r"\b[a-z]{3,}\b", text))
    verbs = {row["lemma"] for row in rows("verbs")}
    for word, count in forms.most_common():
        if count >= OFTEN or (word in verbs and count >= OFTEN_VERB):
            found.setdefault(stem(word), word)
    for row in rows("verbs"):
        if row["forms"]:
            found.setdefault(stem(row["lemma"]), row["lemma"])
    return found


def senses(folder: Path) -> None:
    """Each word through the encoder alone, the mean of its pieces, cut to its main axes."""
    from training.minilm import MiniLM

    found = sorted(vocabulary().items())
    write_senses([one for one, _ in found], MiniLM(folder).embed([word for _, word in found]))


def write_senses(stems: Sequence[str], vectors: Any) -> None:
    """Vectors to their main axes, to one length, to bytes; written as ``senses`` reads them."""
    unit = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
    unit = unit - unit.mean(axis=0)
    _, _, axes = np.linalg.svd(unit, full_matrices=False)
    short = unit @ axes[:WIDTH].T
    short /= np.linalg.norm(short, axis=1, keepdims=True)
    scale = 127 / np.abs(short).max()
    head = (
        f"# {len(stems)} stems, {WIDTH} signed bytes each: made by training/accounts.py from"
        " all-MiniLM-L6-v2 (Apache-2.0), a word at a time"
    )
    body = np.round(short * scale).astype(np.int8).tobytes()
    (DATA / "senses.bin").write_bytes("\n".join([head, *stems]).encode() + b"\n\n" + body)


def likeness() -> None:
    """Weights from all pairs within the topics of the training part, and the threshold."""
    articles, mentions = read("Train")
    told = tellings(dict(parsed(articles)), mentions)
    topics = [articles[mention.article].topic for mention in mentions]
    by_topic: dict[str, list[int]] = defaultdict(list)
    for number, topic in enumerate(topics):
        by_topic[topic].append(number)
    pairs = [(a, b) for of in by_topic.values() for n, a in enumerate(of) for b in of[n + 1 :]]
    table = np.array(
        [list(features(told[a], told[b]).values()) for a, b in pairs], dtype=np.float32
    )
    chains = [mention.chain for mention in mentions]
    one = np.array([chains[a] == chains[b] for a, b in pairs])
    fold_of = {topic: n % FOLDS for n, topic in enumerate(sorted(by_topic))}
    # A topic with many mentions has far more pairs: each counts as much as its mentions do.
    weights_of = np.array([100 / len(by_topic[topics[a]]) for a, _ in pairs])
    folds = np.array([fold_of[topics[a]] for a, _ in pairs])
    held = np.zeros(len(pairs))
    for fold in range(FOLDS):
        rest = folds != fold
        found = fit(table[rest], one[rest], weights_of[rest])
        held[~rest] = predict(found, table[~rest])
    scopes = [articles[mention.article].topic for mention in mentions]
    best = max(THRESHOLDS, key=lambda t: _conll(chains, scopes, pairs, held, t))
    figure = _conll(chains, scopes, pairs, held, best)
    found = fit(table, one, weights_of)
    made = (
        f"by training/accounts.py: logistic regression, ridge {RIDGE:g}, over {len(pairs):,} pairs "
        f"of gold event mentions within the topics of ECB+'s training part (annotations CC BY 3.0; "
        f"sha256 {sha256(*files('Train'))[:12]}); threshold by {FOLDS} folds of topics, "
        f"CoNLL F1 {figure:.1f} within topics held out"
    )
    content = {
        "made": made,
        "bias": round(float(found[-1]), 4),
        "threshold": best,
        "features": dict(zip(FEATURES, (round(float(x), 4) for x in found[:-1]), strict=True)),
    }
    (DATA / "likeness.json").write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")
    print(made, best)


def fit(table: Any, one: Any, heavy: Any) -> Any:
    """Logistic regression by Newton's method; the last weight is the bias, which isn't shrunk."""
    wide = np.hstack([table, np.ones((len(table), 1))]).astype(np.float64)
    ridge = np.full(wide.shape[1], RIDGE)
    ridge[-1] = 1e-9
    weights = np.zeros(wide.shape[1])
    for _ in range(25):
        share = 1 / (1 + np.exp(-wide @ weights))
        slope = wide.T @ (heavy * (one - share)) - ridge * weights
        curve = (wide * (heavy * share * (1 - share))[:, None]).T @ wide + np.diag(ridge)
        step = np.linalg.solve(curve, slope)
        weights += step
        if np.abs(step).max() < 1e-6:
            break
    return weights


def predict(weights: Any, table: Any) -> Any:
    """Probabilities of the pairs."""
    return 1 / (1 + np.exp(-(table @ weights[:-1] + weights[-1])))


def _conll(
    chains: Sequence[str],
    scopes: Sequence[str],
    pairs: Sequence[tuple[int, int]],
    scores: Any,
    threshold: float,
) -> float:
    inside: dict[str, list[int]] = defaultdict(list)
    for number, scope in enumerate(scopes):
        inside[scope].append(number)
    found: dict[str, dict[tuple[str, str], float]] = {scope: {} for scope in inside}
    for (a, b), score in zip(pairs, scores.tolist(), strict=True):
        found[scopes[a]][f"{a:06}", f"{b:06}"] = score
    clusters = [
        {int(name) for name in names}
        for scope, numbers in inside.items()
        for names in cluster([f"{n:06}" for n in numbers], found[scope], threshold)
    ]
    return conll(partition(dict(enumerate(chains))), clusters)["conll"]


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(prog="training.accounts", description=__doc__.split("\n")[0])
    parser.add_argument("what", choices=("rarity", "senses", "likeness"))
    parser.add_argument("--minilm", type=Path, help="the encoder's folder, for senses")
    wanted = parser.parse_args()
    if wanted.what == "senses":
        if wanted.minilm is None:
            parser.error("senses needs --minilm")
        senses(wanted.minilm)
    else:
        {"rarity": rarity, "likeness": likeness}[wanted.what]()


if __name__ == "__main__":
    main()
