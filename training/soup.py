"""The mean of several checkpoints: `python -m training.soup OUT.pt CHECKPOINT CHECKPOINT ...`.

Runs that start from one checkpoint and differ in their seeds end near enough to each other for
the mean of their weights to be better than any of them (Wortsman and others, "Model soups",
ICML 2022): two cores train two runs, and nothing is lost between them.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

import torch
from torch import Tensor


def mean(states: Sequence[dict[str, Tensor]]) -> dict[str, Tensor]:
    """Tensors of like names and shapes, averaged. Raises KeyError where a name is missing."""
    return {
        name: torch.stack([state[name].float() for state in states]).mean(0) for name in states[0]
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("checkpoints", type=Path, nargs="+")
    arguments = parser.parse_args()
    states = [
        torch.load(path, weights_only=False, map_location="cpu") for path in arguments.checkpoints
    ]
    parts = {part: mean([state[part] for state in states]) for part in ("net", "scorers")}
    arguments.out.parent.mkdir(parents=True, exist_ok=True)
    torch.save(parts, arguments.out)


if __name__ == "__main__":
    main()
