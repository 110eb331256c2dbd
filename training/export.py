"""Checkpoint to the files that ship: the ONNX graph, written node by node, and its int8 form.

`python -m training.export CHECKPOINT OUT` writes OUT/model.onnx (int8), scorers.npz,
labels.json, tokenizer.json and SHA256SUMS; with `--float` the graph keeps 32-bit
floats, to measure what int8 loses.

The graph takes one window and no padding: activations are quantised over the whole
input, so a window read beside others would be read otherwise than alone. Word
embeddings are int8 with a scale a row, matrices int8 with a scale a column in seven
bits, so that processors without VNNI compute the same sums without overflow.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
import tempfile
from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic

from training.labels import (
    CODES,
    CONTEXTS,
    DEPRELS,
    EVENTS,
    HEADS,
    MODES,
    NAMES,
    ROLES,
    SENTENCE,
    STATUSES,
    UPOS,
    VOICES,
    XPOS,
)
from training.net import ATTENTION_HEADS, LAYERS, Net, Scorers
from training.restore import SCORERS

MICROSOFT = "com.microsoft"
Array = NDArray[np.generic]


class Graph:
    """Nodes and weights as they are added; every call returns the new value's name."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.weights: list[onnx.TensorProto] = []

    def weight(self, name: str, value: Array) -> str:
        self.weights.append(numpy_helper.from_array(value, name))
        return name

    def node(
        self, operator: str, inputs: list[str], name: str, domain: str = "", **options: object
    ) -> str:
        self.nodes.append(
            helper.make_node(operator, inputs, [name], name=name, domain=domain, **options)
        )
        return name


def build(net: Net) -> onnx.ModelProto:
    """The whole network for one window: ids, features [1, subwords]; first, last [words]."""
    state = {name: value.float().numpy() for name, value in net.state_dict().items()}
    graph = Graph()
    x = _embeddings(graph, state)
    for index in range(LAYERS):
        x = _layer(graph, state, x, f"encoder.layers.{index}.")
    ends = graph.node(
        "Concat",
        [graph.node("Gather", [x, place], f"ends.{place}", axis=1) for place in ("first", "last")],
        "ends",
        axis=2,
    )
    h = graph.node("Gelu", [_linear(graph, state, ends, "word")], "word.gelu", MICROSOFT)
    pairs = graph.node("Gelu", [_linear(graph, state, ends, "pairs")], "pairs.gelu", MICROSOFT)
    graph.node("Concat", [pairs, _linear(graph, state, h, "tags")], "words", axis=2)
    integer, real = TensorProto.INT64, TensorProto.FLOAT
    proto = helper.make_graph(
        graph.nodes,
        "onrecord",
        [
            helper.make_tensor_value_info("ids", integer, [1, "subwords"]),
            helper.make_tensor_value_info("features", integer, [1, "subwords"]),
            helper.make_tensor_value_info("first", integer, ["words"]),
            helper.make_tensor_value_info("last", integer, ["words"]),
        ],
        [helper.make_tensor_value_info("words", real, [1, "words", sum(n for _, n, _ in HEADS)])],
        graph.weights,
    )
    opsets = [helper.make_opsetid("", 17), helper.make_opsetid(MICROSOFT, 1)]
    return helper.make_model(proto, opset_imports=opsets, ir_version=8)


def _embeddings(graph: Graph, state: dict[str, NDArray[np.float32]]) -> str:
    table = state["encoder.words.weight"]
    scale = np.maximum(np.abs(table).max(axis=1, keepdims=True), 1e-8) / 127
    codes = graph.weight("words.codes", np.round(table / scale).astype(np.int8))
    scales = graph.weight("words.scales", scale.astype(np.float32))
    rows = graph.node("Gather", [codes, "ids"], "words.rows")
    rows = graph.node("Cast", [rows], "words.float", to=TensorProto.FLOAT)
    words = graph.node(
        "Mul", [rows, graph.node("Gather", [scales, "ids"], "words.scale")], "words.values"
    )
    positions = graph.weight("positions", state["encoder.positions.weight"])
    length = graph.node("Shape", ["ids"], "length", start=1, end=2)
    zero = graph.weight("zero", np.array([0], dtype=np.int64))
    places = graph.node("Slice", [positions, zero, length], "places")
    table = graph.weight("features.table", state["encoder.features.weight"])
    features = graph.node("Gather", [table, "features"], "features.rows")
    x = graph.node("Add", [graph.node("Add", [words, places], "words.placed"), features], "input")
    norm = [
        graph.weight(f"norm.{kind}", state[f"encoder.norm.{kind}"]) for kind in ("weight", "bias")
    ]
    return graph.node("LayerNormalization", [x, *norm], "embedded", axis=-1, epsilon=1e-12)


def _layer(graph: Graph, state: dict[str, NDArray[np.float32]], x: str, prefix: str) -> str:
    def get(name: str) -> NDArray[np.float32]:
        return state[prefix + name]

    parts = ("query", "key", "value")
    weight = np.concatenate([get(f"{part}.weight").T for part in parts], axis=1)
    bias = np.concatenate([get(f"{part}.bias") for part in parts])
    attended = graph.node(
        "Attention",
        [
            x,
            graph.weight(prefix + "attention.weight", np.ascontiguousarray(weight)),
            graph.weight(prefix + "attention.bias", bias),
        ],
        prefix + "attention",
        MICROSOFT,
        num_heads=ATTENTION_HEADS,
    )
    x = _normed(graph, get, prefix, x, attended, "out", "norm1")
    up = graph.node(
        "MatMul", [x, _matrix(graph, prefix + "up", get("up.weight"))], prefix + "up.product"
    )
    up = graph.node(
        "BiasGelu",
        [up, graph.weight(prefix + "up.bias", get("up.bias"))],
        prefix + "gelu",
        MICROSOFT,
    )
    return _normed(graph, get, prefix, x, up, "down", "norm2")


def _normed(graph: Graph, get, prefix: str, x: str, y: str, matrix: str, norm: str) -> str:  # type: ignore[no-untyped-def]
    product = graph.node(
        "MatMul", [y, _matrix(graph, prefix + matrix, get(f"{matrix}.weight"))],
        f"{prefix}{matrix}.product",
    )  # fmt: skip
    values = [
        graph.weight(f"{prefix}{name}", get(name))
        for name in (f"{norm}.weight", f"{norm}.bias", f"{matrix}.bias")
    ]
    return graph.node(
        "SkipLayerNormalization", [product, x, *values], prefix + norm, MICROSOFT, epsilon=1e-12
    )


def _linear(graph: Graph, state: dict[str, NDArray[np.float32]], x: str, name: str) -> str:
    product = graph.node(
        "MatMul", [x, _matrix(graph, name, state[f"{name}.weight"])], f"{name}.product"
    )
    bias = graph.weight(f"{name}.bias", state[f"{name}.bias"])
    return graph.node("Add", [product, bias], f"{name}.out")


def _matrix(graph: Graph, name: str, weight: NDArray[np.float32]) -> str:
    return graph.weight(f"{name}.weight", np.ascontiguousarray(weight.T))


def scorer_arrays(scorers: Scorers) -> dict[str, NDArray[np.float32]]:
    """The pair scorers' matrices by name; products and biases as they are applied."""
    state = {name: value.float().numpy() for name, value in scorers.state_dict().items()}
    return {
        theirs: state[ours].T.copy() if ours.endswith(".weight") else state[ours]
        for ours, theirs in SCORERS.items()
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--minilm", type=Path, required=True, help="folder with tokenizer.json")
    parser.add_argument("--float", action="store_true", help="keep 32-bit floats")
    parser.add_argument("--full-range", action="store_true", help="eight-bit weights")
    arguments = parser.parse_args()
    state = torch.load(arguments.checkpoint, weights_only=False, map_location="cpu")
    net, scorers = Net(), Scorers()
    net.load_state_dict(state["net"])
    scorers.load_state_dict(state["scorers"])
    out = arguments.out
    out.mkdir(parents=True, exist_ok=True)
    model = build(net.eval())
    if arguments.float:
        onnx.save(model, out / "model.onnx")
    else:
        with tempfile.TemporaryDirectory() as folder:
            source = Path(folder) / "float.onnx"
            onnx.save(model, source)
            quantize_dynamic(
                source, out / "model.onnx", weight_type=QuantType.QInt8, per_channel=True,
                reduce_range=not arguments.full_range, op_types_to_quantize=["MatMul", "Attention"],
                extra_options={"DefaultTensorType": TensorProto.FLOAT},
            )  # fmt: skip
    np.savez(out / "scorers.npz", **scorer_arrays(scorers))
    heads = [[name, width] for name, width, _ in HEADS]
    labels = {
        "heads": heads, "upos": UPOS, "xpos": XPOS, "deprels": DEPRELS,
        "names": NAMES, "voices": VOICES, "sentence": SENTENCE,
        "events": EVENTS, "modes": MODES, "contexts": CONTEXTS, "status": STATUSES,
        "roles": ROLES, "codes": CODES,
    }  # fmt: skip
    (out / "labels.json").write_text(json.dumps(labels, indent=1) + "\n")
    shutil.copy(arguments.minilm / "tokenizer.json", out / "tokenizer.json")
    names = ("labels.json", "model.onnx", "scorers.npz", "tokenizer.json")
    sums = "".join(
        f"{hashlib.sha256((out / name).read_bytes()).hexdigest()}  {name}\n" for name in names
    )
    (out / "SHA256SUMS").write_text(sums)


if __name__ == "__main__":
    main()
