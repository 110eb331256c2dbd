"""Fit the weights of ``confidence`` (codes/data/confidence.tsv) on passages unseen by the model.

`python -m training.calibrate [WEIGHTS:]FILE...` reads each file's passages with the exported folder
WEIGHTS (without one, with those that ship), judges each record (bench/calibration.py) and prints
the table: a logistic regression with a little L2, by Newton's method. A file must be new to the
weights that it is read with. On standard error: the expected calibration error, by
cross-validation.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bench import corpus
from bench.calibration import error, verdicts
from onrecord.reading.reader import Reader
from onrecord.report import Report

HEAD = """# What each piece of evidence adds to the log-odds that a record is right
# (reading/confidence.py). Made by training/calibrate.py; our own work. Licence: Apache-2.0.
evidence\tweight"""
RIDGE, STEPS = 2.0, 25
SET = {"clash": -1.0}
"""Evidence too rare to fit, set by eye."""

Array = NDArray[np.float64]


def table(items: Sequence[str]) -> tuple[list[str], Array, Array]:
    """Names of the evidence, its values [records, names] with a column of ones, and verdicts."""
    found: list[dict[str, float]] = []
    right: list[bool] = []
    for item in items:
        weights, _, file = item.rpartition(":")
        os.environ.pop("ONRECORD_WEIGHTS", None)
        if weights:
            os.environ["ONRECORD_WEIGHTS"] = weights
        reader = Reader()
        for passage in corpus.passages(Path(file)):
            told = reader.explain(Report(text=passage.text, published=passage.published))
            right += verdicts(passage.text, [record for record, _ in told], passage.records)
            found += [reason.evidence for _, reason in told]
    names = sorted({name for row in found for name in row} - SET.keys())
    values = np.array([[1.0, *(row.get(name, 0.0) for name in names)] for row in found])
    return ["bias", *names], values, np.array(right, dtype=np.float64)


def fit(values: Array, right: Array) -> Array:
    """Weights of a logistic regression; the bias, in the first column, is not drawn to nought."""
    weights = np.zeros(values.shape[1])
    ridge = np.full(values.shape[1], RIDGE)
    ridge[0] = 1e-6
    for _ in range(STEPS):
        shares = chances(values, weights)
        slope = values.T @ (shares - right) + ridge * weights
        curve = (values.T * (shares * (1 - shares))) @ values + np.diag(ridge)
        weights = weights - np.linalg.solve(curve, slope)
    return weights


def chances(values: Array, weights: Array) -> Array:
    """The chance of each row."""
    result: Array = 1 / (1 + np.exp(-np.clip(values @ weights, -30, 30)))
    return result


def crossed(values: Array, right: Array, folds: int = 10) -> float:
    """The calibration error of chances from weights that did not see their rows."""
    places = np.random.default_rng(7).permutation(len(right))
    judged: list[tuple[float, bool]] = []
    for number in range(folds):
        held = places[number::folds]
        seen = np.setdiff1d(places, held)
        shares = chances(values[held], fit(values[seen], right[seen]))
        judged += zip(shares.tolist(), (right[held] > 0).tolist(), strict=True)
    return error(judged)


def main(arguments: list[str]) -> None:
    names, values, right = table(arguments)
    weights = fit(values, right)
    print(HEAD)
    fitted = dict(zip(names, weights.tolist(), strict=True)) | SET
    for name, weight in fitted.items():
        print(f"{name}\t{weight:.3f}")
    print(
        f"{len(right)} records, {right.mean():.1%} right, "
        f"calibration error {crossed(values, right):.3f}",
        file=sys.stderr,
    )


if __name__ == "__main__":
    main(sys.argv[1:])
