"""GEXF 1.2, Gephi's own format: as GraphML, and each edge with its days for Gephi's timeline.

Parallel edges keep apart in Gephi because each has an id of its own. An edge whose first day is
open has no start, so it's there from the beginning of the timeline.
"""

from __future__ import annotations

from collections.abc import Iterator

from onrecord import __version__
from onrecord.exports.graph import NODES, Graph, Value, events, ties
from onrecord.exports.graphml import COLUMNS as _GRAPHML
from onrecord.exports.parts import Reads, xml

COLUMNS = _GRAPHML

_TYPES = {str: "string", int: "integer", float: "double", bool: "boolean"}


def gexf(reads: Reads, *, text: bool = False) -> Iterator[bytes]:
    """An edge for each pair of each record; ``text`` changes nothing."""
    return _written(events(reads))


def gexf_pairs(reads: Reads, *, text: bool = False) -> Iterator[bytes]:
    """An edge for each pair of parties, with counts."""
    return _written(ties(reads))


def _written(graph: Graph) -> Iterator[bytes]:
    yield b'<?xml version="1.0" encoding="UTF-8"?>\n'
    yield b'<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2">\n'
    yield f"<meta><creator>onrecord {__version__}</creator></meta>\n".encode()
    yield b'<graph mode="dynamic" defaultedgetype="directed" timeformat="date">\n'
    # A node's label is GEXF's own attribute.
    node_values = {name: value for name, value in NODES.items() if name != "label"}
    for on, values in (("node", node_values), ("edge", graph.edge_values)):
        keys = "".join(
            f'<attribute id="{name}" title="{name}" type="{_TYPES[kind]}"/>\n'
            for name, (kind, _) in values.items()
        )
        yield f'<attributes class="{on}" mode="static">\n{keys}</attributes>\n'.encode()
    yield b"<nodes>\n"
    for node in graph.nodes:
        rest = {name: value for name, value in node.values.items() if name != "label"}
        label = xml(node.values["label"])
        yield f'<node id="{xml(node.id)}" label="{label}">{_data(rest)}</node>\n'.encode()
    yield b"</nodes>\n<edges>\n"
    for edge in graph.edges:
        days = "".join(
            f' {name}="{value}"' for name, value in (("start", edge.start), ("end", edge.end))
            if value is not None
        )  # fmt: skip
        yield (
            f'<edge id="{xml(edge.id)}" source="{xml(edge.source)}" target="{xml(edge.target)}" '
            f'weight="{edge.weight}"{days}>{_data(edge.values)}</edge>\n'
        ).encode()
    yield b"</edges>\n</graph>\n</gexf>\n"


def _data(values: dict[str, Value]) -> str:
    return (
        "<attvalues>"
        + "".join(
            f'<attvalue for="{name}" value="{_shown(value)}"/>' for name, value in values.items()
        )
        + "</attvalues>"
    )


def _shown(value: Value) -> str:
    return str(value).lower() if isinstance(value, bool) else xml(value)
