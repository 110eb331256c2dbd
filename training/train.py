"""Train the language model: `python -m training.train --out training/work/full --minilm FOLDER`.

All sets are read into windows (training/windows.py), mixed in one stream and batched by
length; a batch's loss is the sum of its heads' losses. Seeded; a checkpoint after every
round lets a killed run go on where it was (`--resume`). Figures of the dev parts go to
OUT/figures.jsonl, a line a round.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import time
from pathlib import Path

import torch

from onrecord.language.subwords import cutter
from training.batches import Batch, batches
from training.evaluate import evaluate
from training.losses import WEIGHTS, losses
from training.net import Net, Scorers, load_minilm
from training.precision import mixed
from training.sets import Sets, development, training_round
from training.windows import Window, pack

STEPS = 10_000  # the schedule's resolution; a run's steps are not known before it is packed


def schedule(step: int, steps: int) -> float:
    """Linear warm-up over a twentieth of the run, then linear decay to nothing."""
    warm = max(steps // 20, 1)
    return min((step + 1) / warm, max(0.0, (steps - step) / (steps - warm)))


def new_model(minilm: Path) -> tuple[Net, Scorers]:
    from safetensors.torch import load_file

    net, scorers = Net(), Scorers()
    load_minilm(net.encoder, load_file(minilm / "model.safetensors"))
    return net, scorers


class Run:
    """A network in training, its optimiser and its place in the schedule."""

    def __init__(self, arguments: argparse.Namespace) -> None:
        self.rounds: int = arguments.rounds
        self.out: Path = arguments.out
        self.net, self.scorers = new_model(arguments.minilm)
        if arguments.start:
            state = torch.load(arguments.start, weights_only=False)
            self.net.load_state_dict(state["net"])
            self.scorers.load_state_dict(state["scorers"])
        self.net.encoder.words.weight.requires_grad_(not arguments.freeze_words)
        named = [
            (name, value) for name, value in self.net.named_parameters() if value.requires_grad
        ]
        heads = [value for name, value in named if not name.startswith("encoder.")]
        groups = [
            {"params": [v for n, v in named if n.startswith("encoder.")], "lr": arguments.rate},
            {"params": [*heads, *self.scorers.parameters()], "lr": arguments.head_rate},
        ]
        self.optimiser = torch.optim.AdamW(
            groups, weight_decay=0.01, betas=(0.9, 0.98), eps=1e-6, fused=True
        )
        self.rates = [arguments.rate, arguments.head_rate]
        self.rng = random.Random(arguments.seed)
        self.first = 0

    def resume(self) -> None:
        """Go on from OUT/checkpoint.pt, if there is one."""
        path = self.out / "checkpoint.pt"
        if not path.exists():
            return
        state = torch.load(path, weights_only=False)
        self.net.load_state_dict(state["net"])
        self.scorers.load_state_dict(state["scorers"])
        self.optimiser.load_state_dict(state["optimiser"])
        self.rng.setstate(state["rng"])
        torch.set_rng_state(state["torch"])
        self.first = state["round"]

    def save(self, done: int) -> None:
        """Write the checkpoint whole or not at all."""
        state = {
            "net": self.net.state_dict(),
            "scorers": self.scorers.state_dict(),
            "optimiser": self.optimiser.state_dict(),
            "rng": self.rng.getstate(),
            "torch": torch.get_rng_state(),
            "round": done,
        }
        torch.save(state, self.out / "checkpoint.tmp")
        (self.out / "checkpoint.tmp").replace(self.out / "checkpoint.pt")

    def round(self, number: int, groups: list[list[Window]]) -> dict[str, float]:
        """One pass over the batches; mean loss by head."""
        sums: dict[str, float] = {}
        started = time.time()
        for place, group in enumerate(groups):
            progress = (number + place / len(groups)) / self.rounds
            factor = schedule(int(progress * STEPS), STEPS)
            for rate, parameters in zip(self.rates, self.optimiser.param_groups, strict=True):
                parameters["lr"] = rate * factor
            for name, value in self.step(Batch(group)).items():
                sums[name] = sums.get(name, 0.0) + value
            if place % 100 == 0:
                print(number, place, len(groups), f"{time.time() - started:.0f}s", flush=True)
        return {name: round(value / len(groups), 4) for name, value in sums.items()}

    def step(self, batch: Batch) -> dict[str, float]:
        """One update; the loss of each head."""
        with mixed():
            out = self.net(batch.ids, batch.features, batch.first, batch.last)
        found = losses(out, self.scorers, batch)
        self.optimiser.zero_grad(set_to_none=True)
        torch.stack(list(found.values())).sum().backward()
        torch.nn.utils.clip_grad_norm_(self.net.parameters(), 5.0)
        self.optimiser.step()
        return {name: value.item() for name, value in found.items()}


def main() -> None:
    arguments = _arguments()
    torch.set_num_threads(arguments.threads)
    torch.set_flush_denormal(True)
    torch.manual_seed(arguments.seed)
    for item in arguments.weight:
        head, _, value = item.partition("=")
        WEIGHTS[head] = float(value)
    arguments.out.mkdir(parents=True, exist_ok=True)
    cut = cutter(arguments.minilm / "tokenizer.json")
    sets = Sets(
        arguments.data,
        open_only=arguments.open_only,
        names=arguments.names,
        public_pairs=not arguments.no_public_pairs,
        optional=arguments.optional,
    )
    dev = {name: list(pack(rows, cut, None)) for name, rows in development(sets).items()}
    run = Run(arguments)
    if arguments.resume:
        run.resume()
    for number in range(run.first, arguments.rounds):
        started = time.time()
        groups = batches(training_round(sets, cut, run.rng, number), arguments.batch, run.rng)
        loss = run.round(number, groups)
        line = {
            "round": number + 1,
            "seconds": round(time.time() - started),
            "loss": loss,
            "dev": {name: evaluate(run.net, run.scorers, rows) for name, rows in dev.items()},
        }
        with (arguments.out / "figures.jsonl").open("a") as file:
            file.write(json.dumps(line) + "\n")
        print(json.dumps(line), flush=True)
        run.save(number + 1)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--minilm", type=Path, required=True, help="folder with model.safetensors")
    parser.add_argument(
        "--data", type=Path, default=Path(os.environ.get("ONRECORD_DATA", "../shared/data"))
    )
    parser.add_argument("--open-only", action="store_true", help="leave out sets without a licence")
    parser.add_argument(
        "--no-public-pairs", action="store_true", help="leave the public pairs for crossval.py"
    )
    parser.add_argument(
        "--optional", action="store_true", help="learn the optional records of real news too"
    )
    parser.add_argument(
        "--names", nargs="+", default=["names-train.txt"], help="files of training/corpus"
    )
    parser.add_argument(
        "--weight", nargs="+", default=[], metavar="HEAD=W", help="other weights of heads' losses"
    )
    parser.add_argument("--start", type=Path, help="checkpoint whose weights to start from")
    parser.add_argument(
        "--freeze-words", action="store_true", help="leave the word embeddings as they are"
    )
    parser.add_argument("--rounds", type=int, default=12)
    parser.add_argument("--batch", type=int, default=2048, help="padded subwords")
    parser.add_argument("--rate", type=float, default=2.5e-4)
    parser.add_argument("--head-rate", type=float, default=1.5e-3)
    parser.add_argument("--seed", type=int, default=20241231)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--resume", action="store_true")
    return parser.parse_args()


if __name__ == "__main__":
    main()
