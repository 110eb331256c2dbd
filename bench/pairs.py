"""The category of a marked pair, by five-fold cross-validation on the public training pairs.

The figures come from training (`python -m training.crossval`, some minutes): the network that
ships has seen all the pairs, so only networks trained without a fold can judge it. crossval
writes what it found to training/figures/pairs.json, with the SHA-256 of the pairs; this bench
hands it on where the pairs are the same, and says so where they are not.

- macro_f1: unweighted mean F1 over 15 categories, CONCEDE and RETREAT as YIELD; accuracy.
- least: the F1 of the worst category; ece: the expected calibration error of the likeliest
  category's share.
"""

from __future__ import annotations

import json

from bench.common import ROOT, MissingError, Outcome, data_file, sha256

FIGURES = ROOT / "training" / "figures" / "pairs.json"


def run() -> list[Outcome]:
    """The figures of the last cross-validation. Raises MissingError where there is none of these
    pairs."""
    if not FIGURES.exists():
        raise MissingError("no training/figures/pairs.json: run python -m training.crossval")
    found = json.loads(FIGURES.read_text(encoding="utf-8"))
    digest = sha256(data_file("pairs/train.tsv"))
    if found["sha256"] != digest:
        raise MissingError("training/figures/pairs.json is of other pairs: run training.crossval")
    figures = {
        "macro_f1": found["macro_f1"],
        "accuracy": found["accuracy"],
        "least": min(found["f1"].values()),
        "ece": found["ece"],
    }
    return [Outcome(bench="pairs", data="train-crossed", sha256=digest, figures=figures)]


if __name__ == "__main__":
    for outcome in run():
        print(outcome.data, *(f"{k} {v:.2f}" for k, v in outcome.figures.items()), sep="\n  ")
