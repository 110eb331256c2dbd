"""The weights that ship, back as a checkpoint to start from.

`python -m training.restore FOLDER OUT.pt --minilm FOLDER` undoes the int8 form (a scale a row or
column) and leaves heads that the folder does not know as they are at the start of a training.
The rounding costs less than a round of training gives back.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import numpy_helper

from training.labels import HEADS
from training.net import HIDDEN, LAYERS, Net, Scorers
from training.train import new_model

Floats = NDArray[np.float32]
SCORERS = {
    "arc": "arc", "link": "link", "product.weight": "product", "product.bias": "bias",
    "dependent.weight": "dependent", "governor.weight": "governor", "role": "role",
    "query.weight": "query", "query.bias": "query_bias", "inner.weight": "inner",
    "inner.bias": "inner_bias", "code.weight": "code", "code.bias": "code_bias",
}  # fmt: skip
"""Parameters of ``net.Scorers`` and the names that they ship under; matrices ship transposed."""


def restore(folder: Path, net: Net, scorers: Scorers) -> None:
    """Copy the weights of an exported folder into a network with the same or more heads."""
    model = onnx.load(folder / "model.onnx")
    arrays = {item.name: numpy_helper.to_array(item) for item in model.graph.initializer}
    state = net.state_dict()

    def put(name: str, value: Floats) -> None:
        state[name] = torch.from_numpy(np.ascontiguousarray(value)).float()

    put("encoder.words.weight", arrays["words.codes"].astype(np.float32) * arrays["words.scales"])
    put("encoder.positions.weight", arrays["positions"])
    put("encoder.features.weight", arrays["features.table"])
    for kind in ("weight", "bias"):
        put(f"encoder.norm.{kind}", arrays[f"norm.{kind}"])
    for index in range(LAYERS):
        prefix = f"encoder.layers.{index}."
        weight = _matrix(arrays, prefix + "attention")
        for place, part in enumerate(("query", "key", "value")):
            columns = slice(place * HIDDEN, (place + 1) * HIDDEN)
            put(f"{prefix}{part}.weight", weight[:, columns].T)
            put(f"{prefix}{part}.bias", arrays[prefix + "attention.bias"][columns])
        for part in ("out", "up", "down"):
            put(f"{prefix}{part}.weight", _matrix(arrays, prefix + part).T)
            put(f"{prefix}{part}.bias", arrays[f"{prefix}{part}.bias"])
        for norm in ("norm1", "norm2"):
            for kind in ("weight", "bias"):
                put(f"{prefix}{norm}.{kind}", arrays[f"{prefix}{norm}.{kind}"])
    put("word.weight", _matrix(arrays, "word").T)
    put("word.bias", arrays["word.bias"])
    known = json.loads((folder / "labels.json").read_text(encoding="utf-8"))["heads"]
    for layer, pair in (("pairs", True), ("tags", False)):
        _heads(state, layer, pair, known, _matrix(arrays, layer).T, arrays[f"{layer}.bias"])
    net.load_state_dict(state)
    _scorers(folder, scorers)


def _matrix(arrays: dict[str, Floats], name: str) -> Floats:
    if f"{name}.weight" in arrays:
        return arrays[f"{name}.weight"]
    scale = arrays[f"{name}.weight_scale"]
    zero = arrays[f"{name}.weight_zero_point"].astype(np.float32)
    return (arrays[f"{name}.weight_quantized"].astype(np.float32) - zero) * scale


def _heads(
    state: dict[str, torch.Tensor],
    layer: str,
    pair: bool,
    known: list[list[object]],
    weight: Floats,
    bias: Floats,
) -> None:
    """Rows of the heads that the folder knows, by name; the others keep their start."""
    ours = {name: width for name, width, is_pair in HEADS if is_pair == pair}
    places, start = {}, 0
    for name, width, is_pair in HEADS:
        if is_pair == pair:
            places[name] = start
            start += width
    row = 0
    for name, width in known:
        if name not in ours or ours[str(name)] != width:
            continue
        at, size = places[str(name)], ours[str(name)]
        state[f"{layer}.weight"][at : at + size] = torch.from_numpy(weight[row : row + size])
        state[f"{layer}.bias"][at : at + size] = torch.from_numpy(bias[row : row + size])
        row += size


def _scorers(folder: Path, scorers: Scorers) -> None:
    state = scorers.state_dict()
    with np.load(folder / "scorers.npz", allow_pickle=False) as arrays:
        for ours, theirs in SCORERS.items():
            if theirs in arrays.files:
                value = torch.from_numpy(arrays[theirs]).float()
                state[ours] = value.T.contiguous() if ours.endswith(".weight") else value
    scorers.load_state_dict(state)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--minilm", type=Path, required=True)
    arguments = parser.parse_args()
    net, scorers = new_model(arguments.minilm)
    restore(arguments.folder, net, scorers)
    arguments.out.parent.mkdir(parents=True, exist_ok=True)
    torch.save({"net": net.state_dict(), "scorers": scorers.state_dict()}, arguments.out)


if __name__ == "__main__":
    main()
