"""Five-fold cross-validation on the public pairs: what the pair head reaches on unseen ones.

`python -m training.crossval --start CHECKPOINT --minilm FOLDER` fine-tunes the checkpoint, which
must not have seen the pairs, five times on four fifths of them (and on our own corpora), and
scores all pairs by the network that did not see them. Folds are stratified by category and seeded.
Prints macro-F1 (CONCEDE and RETREAT as YIELD), F1 by category and the expected calibration error of
the likeliest category's share; the last line is JSON.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import random
from collections import defaultdict
from collections.abc import Callable, Sequence
from copy import deepcopy
from pathlib import Path

import torch

from bench.calibration import error
from onrecord.language.subwords import cutter
from training.batches import Batch, batches
from training.evaluate import macro_f1, merged
from training.labels import CATEGORIES, CODES
from training.losses import code_scores, losses
from training.net import Net, Scorers
from training.pairs import pair_units
from training.precision import mixed
from training.sets import own_units
from training.soup import mean
from training.train import schedule
from training.units import Unit, plain_tokenizer
from training.windows import Window, window


def folds(units: Sequence[Unit], count: int, seed: int) -> list[list[int]]:
    """Positions of the units in each fold, every category spread evenly."""
    by_code: dict[tuple[int, ...], list[int]] = defaultdict(list)
    for place, unit in enumerate(units):
        by_code[unit.pairs[0].codes].append(place)
    found: list[list[int]] = [[] for _ in range(count)]
    rng, number = random.Random(seed), 0
    for code in sorted(by_code):
        places = by_code[code]
        rng.shuffle(places)
        for place in places:
            found[number % count].append(place)
            number += 1
    return found


def tuned(
    units: Sequence[Unit],
    cut: Callable[[str], tuple[int, ...]],
    arguments: argparse.Namespace,
    seed: int,
) -> tuple[Net, Scorers]:
    """The mean of ``--runs`` networks fine-tuned on the units: seeds differ, as in what ships."""
    states = []
    net, scorers = Net(), Scorers()
    for run in range(arguments.runs):
        state = torch.load(arguments.start, weights_only=False)
        net.load_state_dict(state["net"])
        scorers.load_state_dict(state["scorers"])
        rng = random.Random(seed + 100 * run)
        rounds = [[window([u], cut, rng) for u in units] for _ in range(arguments.rounds)]
        fine_tune(net, scorers, rounds, arguments, rng)
        states.append([deepcopy(part.state_dict()) for part in (net, scorers)])
    for part, found in zip((net, scorers), zip(*states, strict=True), strict=True):
        part.load_state_dict(mean(found))
    return net, scorers


def fine_tune(
    net: Net,
    scorers: Scorers,
    windows: Sequence[Sequence[Window]],
    arguments: argparse.Namespace,
    rng: random.Random,
) -> None:
    """Some rounds over the windows (one list a round), the word embeddings frozen."""
    net.encoder.words.weight.requires_grad_(False)
    named = [(n, p) for n, p in net.named_parameters() if p.requires_grad]
    groups = [
        {"params": [p for n, p in named if n.startswith("encoder.")], "lr": 0.0},
        {
            "params": [p for n, p in named if not n.startswith("encoder.")]
            + list(scorers.parameters()),
            "lr": 0.0,
        },
    ]
    rates = (arguments.rate, arguments.head_rate)
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01, betas=(0.9, 0.98), fused=True)
    plan = [group for rows in windows for group in batches(list(rows), arguments.batch, rng)]
    for step, group in enumerate(plan):
        for rate, parameters in zip(rates, optimiser.param_groups, strict=True):
            parameters["lr"] = rate * schedule(step, len(plan))
        batch = Batch(group)
        with mixed():
            out = net(batch.ids, batch.features, batch.first, batch.last)
        loss = torch.stack(list(losses(out, scorers, batch).values())).sum()
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(net.parameters(), 5.0)
        optimiser.step()


@torch.inference_mode()
def probabilities(net: Net, scorers: Scorers, windows: list[Window]) -> list[list[float]]:
    """Of each window's pair, over ``labels.CODES``; windows keep their order."""
    net.eval()
    found = []
    for item in windows:
        batch = Batch([item])
        out = net(batch.ids, batch.features, batch.first, batch.last).float()
        found.append(code_scores(out, scorers, batch).softmax(-1)[0].tolist())
    net.train()
    return found


def best(shares: Sequence[float]) -> str:
    """The likeliest merged category."""
    sums: dict[str, float] = defaultdict(float)
    for category, share in zip(CATEGORIES, shares, strict=False):
        sums[merged(category)] += share
    return max(sums, key=lambda name: sums[name])


def _share(shares: Sequence[float], name: str) -> float:
    """What a merged category has of the sixteen's shares."""
    named = zip(CATEGORIES, shares, strict=False)
    return sum(s for c, s in named if merged(c) == name) / max(sum(shares[: len(CATEGORIES)]), 1e-9)


def main() -> None:
    arguments = _arguments()
    torch.set_num_threads(arguments.threads)
    torch.set_flush_denormal(True)
    torch.manual_seed(arguments.seed)
    cut, tokens = cutter(arguments.minilm / "tokenizer.json"), plain_tokenizer()
    public = pair_units(arguments.data / "pairs/train.tsv", tokens)
    own = [] if arguments.public_only else [unit for part in own_units(tokens) for unit in part]
    guessed: dict[int, str] = {}
    judged: list[tuple[float, bool]] = []
    for number, held in enumerate(folds(public, 5, arguments.seed)):
        if number >= arguments.folds:
            break
        hidden = set(held)
        seen = [unit for place, unit in enumerate(public) if place not in hidden]
        units = [*seen * arguments.times, *own]
        net, scorers = tuned(units, cut, arguments, arguments.seed + number)
        tests = [window([public[place]], cut, None) for place in held]
        for place, shares in zip(held, probabilities(net, scorers, tests), strict=True):
            guessed[place] = best(shares)
            right = merged(CODES[public[place].pairs[0].codes[0]])
            judged.append((_share(shares, guessed[place]), guessed[place] == right))
        print(number, macro_f1(_judged(public, {p: guessed[p] for p in held})), flush=True)
    found = figures(_judged(public, guessed))
    found["ece"] = round(error(judged), 4)
    found["sha256"] = hashlib.sha256((arguments.data / "pairs/train.tsv").read_bytes()).hexdigest()
    print(json.dumps(found))
    if arguments.out:
        arguments.out.write_text(json.dumps(found, indent=1) + "\n")


def _judged(units: Sequence[Unit], guessed: dict[int, str]) -> list[tuple[str, str]]:
    return [(merged(CODES[units[p].pairs[0].codes[0]]), guess) for p, guess in guessed.items()]


def figures(pairs: list[tuple[str, str]]) -> dict[str, object]:
    """Macro-F1, accuracy and F1 by category of (right, guessed) pairs, per cent."""
    by_name = {
        name: round(
            200
            * sum(right == guess == name for right, guess in pairs)
            / max(1, sum((right == name) + (guess == name) for right, guess in pairs)),
            1,
        )
        for name in sorted({right for right, _ in pairs})
    }
    accuracy = round(100 * sum(right == guess for right, guess in pairs) / len(pairs), 2)
    return {"macro_f1": macro_f1(pairs), "accuracy": accuracy, "f1": by_name}


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--start", type=Path, required=True)
    parser.add_argument("--minilm", type=Path, required=True)
    parser.add_argument(
        "--data", type=Path, default=Path(os.environ.get("ONRECORD_DATA", "../shared/data"))
    )
    parser.add_argument("--public-only", action="store_true", help="leave out our own corpora")
    parser.add_argument("--out", type=Path, help="write the figures there, for bench/pairs.py")
    parser.add_argument("--times", type=int, default=1, help="public pairs seen so often a round")
    parser.add_argument("--runs", type=int, default=1, help="whose mean is judged, each fold")
    parser.add_argument("--folds", type=int, default=5, help="how many of the five to run")
    parser.add_argument("--rounds", type=int, default=8)
    parser.add_argument("--batch", type=int, default=1024, help="padded subwords")
    parser.add_argument("--rate", type=float, default=1e-4)
    parser.add_argument("--head-rate", type=float, default=1e-3)
    parser.add_argument("--seed", type=int, default=20241231)
    parser.add_argument("--threads", type=int, default=1)
    return parser.parse_args()


if __name__ == "__main__":
    main()
