"""GraphML, for Gephi, Cytoscape, yEd, igraph and networkx: an edge a record, or an edge a pair.

Every edge is directed and has an id of its own; what both did together says so in ``mutual``.
"""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.exports.graph import EVENTS, NODES, TIES, Graph, Value, events, ties
from onrecord.exports.parts import Reads, xml

_WEIGHT = {"weight": (float, "1, or how many records the edge stands for")}
COLUMNS = {
    "nodes": {name: about for name, (_, about) in NODES.items()},
    "edges, one a record": {name: about for name, (_, about) in {**_WEIGHT, **EVENTS}.items()},
    "edges, one a pair": {name: about for name, (_, about) in {**_WEIGHT, **TIES}.items()},
}

_TYPES = {str: "string", int: "int", float: "double", bool: "boolean"}


def graphml(reads: Reads, *, text: bool = False) -> Iterator[bytes]:
    """An edge for each pair of each record; ``text`` changes nothing."""
    return _written(events(reads))


def graphml_pairs(reads: Reads, *, text: bool = False) -> Iterator[bytes]:
    """An edge for each pair of parties, with counts."""
    return _written(ties(reads))


def _written(graph: Graph) -> Iterator[bytes]:
    edge_values = {**_WEIGHT, **graph.edge_values}
    yield b'<?xml version="1.0" encoding="UTF-8"?>\n'
    yield b'<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
    for on, values in (("node", NODES), ("edge", edge_values)):
        for name, (kind, _) in values.items():
            yield (
                f'<key id="{on}_{name}" for="{on}" attr.name="{name}" '
                f'attr.type="{_TYPES[kind]}"/>\n'
            ).encode()
    yield b'<graph edgedefault="directed">\n'
    for node in graph.nodes:
        data = _data("node", node.values)
        yield f'<node id="{xml(node.id)}">{data}</node>\n'.encode()
    for edge in graph.edges:
        data = _data("edge", {"weight": edge.weight, **edge.values})
        yield (
            f'<edge id="{xml(edge.id)}" source="{xml(edge.source)}" '
            f'target="{xml(edge.target)}">{data}</edge>\n'
        ).encode()
    yield b"</graph>\n</graphml>\n"


def _data(on: str, values: dict[str, Value]) -> str:
    return "".join(
        f'<data key="{on}_{name}">{_shown(value)}</data>' for name, value in values.items()
    )


def _shown(value: Value) -> str:
    return str(value).lower() if isinstance(value, bool) else xml(value)
