"""Train the language model: `python -m training.train --out training/work/full`.

All sets are read into windows (training/windows.py), mixed in one stream and
batched by length; a batch's loss is the sum of its heads' losses, each over the
words that carry that label. Seeded; a checkpoint after every round lets a killed
run go on where it was (`--resume`). Figures of the dev parts go to
OUT/figures.jsonl, a line a round.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import random
import time
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional as F

from onrecord.language.subwords import cutter
from training.labels import ARC, LABEL, LINK, DEPRELS, slices
from training.net import Net, Scorers, load_minilm
from training.sets import Sets, development, training_round
from training.windows import NONE, TAGS, Window, pack

SLICES = slices()
# Losses are summed over labelled words and divided by all words of the batch, so that a
# word counts the same in whatever company it is read; the weights make up for rare labels.
WEIGHTS = {
    "upos": 0.5, "xpos": 0.5, "sentence": 1.0, "names": 2.0, "voices": 1.0,
    "arcs": 1.5, "deprels": 1.0, "links": 0.5,
}  # fmt: skip


class Batch:
    """Windows padded to one length, as tensors."""

    def __init__(self, windows: list[Window]) -> None:
        # few distinct shapes: a kernel is compiled for each one that is met
        subwords = _round_up(max(len(window.ids) for window in windows))
        words = _round_up(max(len(window.first) for window in windows))

        def fill(rows: list[list[int]], width: int, value: int) -> Tensor:
            return torch.tensor([row + [value] * (width - len(row)) for row in rows])

        self.ids = fill([w.ids for w in windows], subwords, 0)
        self.features = fill([w.features for w in windows], subwords, 0)
        self.first = fill([w.first for w in windows], words, 0)
        self.last = fill([w.last for w in windows], words, 0)
        self.labels = {
            name: fill([w.labels[name] for w in windows], words, NONE) for name in TAGS
        }
        self.heads = fill([w.heads for w in windows], words, NONE)
        self.deprels = fill([w.deprels for w in windows], words, NONE)
        self.links = fill([w.links for w in windows], words, NONE)
        self.sentences = fill([w.sentences for w in windows], words, -2)


def _round_up(length: int, step: int = 16) -> int:
    return -(-length // step) * step


def batches(windows: list[Window], size: int, rng: random.Random | None) -> list[list[Window]]:
    """Windows of like length together, at most ``size`` padded subwords a batch."""
    jitter = (lambda: rng.uniform(0.9, 1.1)) if rng else (lambda: 1.0)
    ordered = sorted(windows, key=lambda window: len(window.ids) * jitter())
    found: list[list[Window]] = [[]]
    longest = 0
    for window in ordered:
        longest = max(longest, _round_up(len(window.ids)))
        if found[-1] and longest * (len(found[-1]) + 1) > size:
            found.append([])
            longest = _round_up(len(window.ids))
        found[-1].append(window)
    if rng:
        rng.shuffle(found)
    return found


def losses(out: Tensor, scorers: Scorers, batch: Batch) -> dict[str, Tensor]:
    """Each head's weighted loss over the words that carry its label, by word of the batch."""
    out = out.float()
    found: dict[str, Tensor] = {}
    words = (batch.first > 0).sum()

    def loss(name: str, scores: Tensor, gold: Tensor) -> None:
        total = F.cross_entropy(scores, gold, ignore_index=NONE, reduction="sum")
        found[name] = WEIGHTS[name] * total / words

    for name in TAGS:
        gold = batch.labels[name]
        if (gold != NONE).any():
            loss(name, out[..., SLICES[name]].flatten(0, 1), gold.flatten())
    known = batch.heads != NONE
    if known.any():
        scores = scorers.arcs(out[..., SLICES["arc_dependent"]], out[..., SLICES["arc_governor"]])
        same = batch.sentences[:, :, None] == batch.sentences[:, None, :]
        scores = scores.masked_fill(~same, -1e4)
        loss("arcs", scores.flatten(0, 1), batch.heads.flatten())
        relations = relation_scores(out, scorers, batch.heads)
        loss("deprels", relations[known], batch.deprels[known])
    if (batch.links != NONE).any():
        scores = scorers.links(
            out[..., SLICES["link_dependent"]], out[..., SLICES["link_governor"]]
        )
        padding = (batch.first == 0)[:, None, :]
        loss("links", scores.masked_fill(padding, -1e4).flatten(0, 1), batch.links.flatten())
    return found


def relation_scores(out: Tensor, scorers: Scorers, heads: Tensor) -> Tensor:
    """Scores of each word's relation to its head, [batch, words, relations]."""
    governors = out[..., SLICES["label_governor"]]
    index = heads.clamp(min=0)[..., None].expand(-1, -1, governors.shape[-1])
    return scorers.labels(out[..., SLICES["label_dependent"]], governors.gather(1, index))


@torch.inference_mode()
def evaluate(net: Net, scorers: Scorers, windows: list[Window]) -> dict[str, float]:
    """Quick figures while training (greedy heads, labels word by word); bench/ has the real ones."""
    net.eval()
    right: dict[str, float] = {}
    total: dict[str, float] = {}

    def count(name: str, hits: Tensor) -> None:
        right[name] = right.get(name, 0) + float(hits.sum())
        total[name] = total.get(name, 0) + hits.numel()

    for group in batches(windows, 8000, None):
        batch = Batch(group)
        with torch.autocast("cpu", torch.bfloat16):
            out = net(batch.ids, batch.features, batch.first, batch.last)
        out = out.float()
        for name in ("upos", "xpos"):
            gold = batch.labels[name]
            known = gold != NONE
            if known.any():
                count(name, out[..., SLICES[name]].argmax(-1)[known] == gold[known])
        for name in ("names", "voices", "sentence"):
            gold = batch.labels[name]
            known = gold != NONE
            if known.any():
                guess = out[..., SLICES[name]].argmax(-1)[known]
                gold = gold[known]
                if name == "voices":
                    for role, low in (("source", 1), ("cue", 3), ("content", 5)):
                        _f1(right, total, role, (guess >= low) & (guess <= low + 1),
                            (gold >= low) & (gold <= low + 1))  # fmt: skip
                else:
                    _f1(right, total, name, guess * (guess > 0), gold * (gold > 0))
        known = batch.heads != NONE
        if known.any():
            scores = scorers.arcs(
                out[..., SLICES["arc_dependent"]], out[..., SLICES["arc_governor"]]
            )
            same = batch.sentences[:, :, None] == batch.sentences[:, None, :]
            guess = scores.masked_fill(~same, -1e4).argmax(-1)
            relation = relation_scores(out, scorers, guess).argmax(-1)
            hit = guess == batch.heads
            count("uas", hit[known])
            count("las", (hit & (relation == batch.deprels))[known])
        known = batch.links != NONE
        if known.any():
            scores = scorers.links(
                out[..., SLICES["link_dependent"]], out[..., SLICES["link_governor"]]
            )
            scores = scores.masked_fill((batch.first == 0)[:, None, :], -1e4)
            count("links", (scores.argmax(-1) == batch.links)[known])
    net.train()
    return {name: round(100 * value / max(total[name], 1), 2) for name, value in right.items()}


def _f1(
    right: dict[str, float], total: dict[str, float], name: str, guess: Tensor, gold: Tensor
) -> None:
    # twice the hits over guesses plus gold is F1
    right[name] = right.get(name, 0) + 2 * float(((guess == gold) & (gold > 0)).sum())
    total[name] = total.get(name, 0) + float((guess > 0).sum() + (gold > 0).sum())


def schedule(step: int, steps: int) -> float:
    """Linear warm-up over a twentieth of the run, then linear decay to nothing."""
    warm = max(steps // 20, 1)
    return min((step + 1) / warm, max(0.0, (steps - step) / (steps - warm)))


def new_model(minilm: Path) -> tuple[Net, Scorers]:
    from safetensors.torch import load_file

    net, scorers = Net(), Scorers(ARC, LABEL, LINK, len(DEPRELS))
    load_minilm(net.encoder, load_file(minilm / "model.safetensors"))
    return net, scorers


def main() -> None:
    arguments = _arguments()
    torch.set_num_threads(arguments.threads)
    torch.set_flush_denormal(True)
    torch.manual_seed(arguments.seed)
    rng = random.Random(arguments.seed)
    out = Path(arguments.out)
    out.mkdir(parents=True, exist_ok=True)
    cut = cutter(arguments.minilm / "tokenizer.json")
    sets = Sets(arguments.data, open_only=arguments.open_only, names=arguments.names)
    dev = {
        name: list(pack(documents, cut, None)) for name, documents in development(sets).items()
    }
    net, scorers = new_model(arguments.minilm)
    if arguments.start:
        state = torch.load(arguments.start, weights_only=False)
        net.load_state_dict(state["net"])
        scorers.load_state_dict(state["scorers"])
    parameters = [
        {"params": list(net.encoder.parameters()), "lr": arguments.rate},
        {
            "params": [p for n, p in net.named_parameters() if not n.startswith("encoder.")]
            + list(scorers.parameters()),
            "lr": arguments.head_rate,
        },
    ]
    optimiser = torch.optim.AdamW(parameters, weight_decay=0.01, betas=(0.9, 0.98), eps=1e-6, fused=True)
    base_rates = [group["lr"] for group in optimiser.param_groups]
    first, done = 0, 0.0
    if arguments.resume and (out / "checkpoint.pt").exists():
        state = torch.load(out / "checkpoint.pt", weights_only=False)
        net.load_state_dict(state["net"])
        scorers.load_state_dict(state["scorers"])
        optimiser.load_state_dict(state["optimiser"])
        rng.setstate(state["rng"])
        torch.set_rng_state(state["torch"])
        first, done = state["round"], state["round"]
    for number in range(first, arguments.rounds):
        started = time.time()
        windows = training_round(sets, cut, rng, number)
        groups = batches(windows, arguments.batch, rng)
        sums: dict[str, float] = {}
        for place, group in enumerate(groups):
            progress = (number + place / len(groups)) / arguments.rounds
            factor = schedule(int(progress * 10000), 10000)
            for rate, parameter_group in zip(base_rates, optimiser.param_groups, strict=True):
                parameter_group["lr"] = rate * factor
            batch = Batch(group)
            with torch.autocast("cpu", torch.bfloat16):
                result = net(batch.ids, batch.features, batch.first, batch.last)
            found = losses(result, scorers, batch)
            total = torch.stack(list(found.values())).sum()
            optimiser.zero_grad(set_to_none=True)
            total.backward()
            torch.nn.utils.clip_grad_norm_(net.parameters(), 5.0)
            optimiser.step()
            for name, value in found.items():
                sums[name] = sums.get(name, 0.0) + value.item()
            if place % 100 == 0:
                print(number, place, len(groups), f"{total.item():.3f}",
                      f"{time.time() - started:.0f}s", flush=True)  # fmt: skip
        figures = {name: evaluate(net, scorers, rows) for name, rows in dev.items()}
        line = {
            "round": number + 1,
            "seconds": round(time.time() - started),
            "loss": {name: round(value / len(groups), 4) for name, value in sums.items()},
            "dev": figures,
        }
        with (out / "figures.jsonl").open("a") as file:
            file.write(json.dumps(line) + "\n")
        print(json.dumps(line), flush=True)
        state = {
            "net": net.state_dict(), "scorers": scorers.state_dict(),
            "optimiser": optimiser.state_dict(), "rng": rng.getstate(),
            "torch": torch.get_rng_state(), "round": number + 1,
        }  # fmt: skip
        torch.save(state, out / "checkpoint.tmp")
        (out / "checkpoint.tmp").replace(out / "checkpoint.pt")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", required=True)
    parser.add_argument("--minilm", type=Path, required=True, help="folder with model.safetensors")
    parser.add_argument(
        "--data", type=Path, default=Path(os.environ.get("ONRECORD_DATA", "../shared/data"))
    )
    parser.add_argument("--open-only", action="store_true", help="leave out sets without a licence")
    parser.add_argument(
        "--names", nargs="+", default=["names-train.txt"], help="files of training/corpus"
    )
    parser.add_argument("--start", type=Path, help="checkpoint whose weights to start from")
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
