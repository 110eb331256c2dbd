"""GraphML and GEXF, read back by networkx: every edge with an id of its own."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from typing import Any
from xml.etree import ElementTree

import pytest

from onrecord.exports.gexf import gexf, gexf_pairs
from onrecord.exports.graph import EVENTS, NODES, TIES
from onrecord.exports.graphml import COLUMNS, graphml, graphml_pairs
from tests.exports.reads import everything, example, hostile
from tests.samples import records

nx = pytest.importorskip("networkx")

Write = Callable[..., Iterator[bytes]]
ALL = [graphml, graphml_pairs, gexf, gexf_pairs]


def read(write: Write, reads: Any) -> Any:
    data = io.BytesIO(b"".join(write(reads)))
    if write in (graphml, graphml_pairs):
        return nx.read_graphml(data, force_multigraph=True)
    return nx.MultiDiGraph(nx.read_gexf(data))


def ids(write: Write) -> list[str]:
    tree = ElementTree.fromstring(b"".join(write(everything())))
    return [edge.attrib["id"] for edge in tree.iter() if edge.tag.endswith("}edge")]


@pytest.mark.parametrize("write", ALL)
def test_edge_ids_are_unique(write: Write) -> None:
    found = ids(write)
    assert found and len(found) == len(set(found))


@pytest.mark.parametrize("write", ALL)
def test_read_back(write: Write) -> None:
    found = read(write, everything())
    assert found.is_directed()
    assert found.number_of_edges() == len(ids(write))
    labels = {values["label"] for _, values in found.nodes(data=True)}
    assert {"Ghana", "Portugal", "Kenya’s opposition"} <= labels


@pytest.mark.parametrize("write", ALL)
def test_attributes_are_those_documented(write: Write) -> None:
    found = read(write, everything())
    edges = EVENTS if write in (graphml, gexf) else TIES
    for _, values in found.nodes(data=True):
        assert set(values) <= set(NODES)
    for _, _, values in found.edges(data=True):
        assert set(values) <= {*edges, "weight", "id", "start", "end"}
    assert set(COLUMNS["edges, one a record"]) == {*EVENTS, "weight"}


@pytest.mark.parametrize("write", [graphml, gexf])
def test_an_edge_keeps_its_status(write: Write) -> None:
    told = {values["record"]: values for *_, values in read(write, everything()).edges(data=True)}
    for _, on_record in everything():
        for record in on_record:
            if record.id in told:
                values = told[record.id]
                assert (values["status"], values["negated"]) == (record.status, record.negated)
                assert values["confidence"] == record.confidence
    accused = told[records()[4].id]
    assert (accused["event"], accused["mode"], accused["score"]) == ("ACCUSE", "allege", -3.0)


def test_who_has_no_name_belongs_to_one_report() -> None:
    nodes = dict(read(graphml, everything()).nodes(data=True))
    assert f"Kenya’s opposition @{records()[0].report}" in nodes
    assert nodes["Q117"] == {
        "label": "Ghana", "kind": "state", "country": "GHA", "wikidata": "Q117", "records": 2,
    }  # fmt: skip


@pytest.mark.parametrize("write", [graphml_pairs, gexf_pairs])
def test_pairs_are_counted(write: Write) -> None:
    found = read(write, example())
    [tie] = [values for *_, values in found.edges(data=True) if values["records"] == 2]
    assert (tie["weight"], tie["attributed"], tie["asserted"]) == (2.0, 2, 0)
    assert (tie["events"], tie["reports"]) == ("SUPPORT 2", 1)


def test_a_meeting_is_an_edge_for_every_two() -> None:
    found = read(graphml, hostile())
    met = [(a, b) for a, b, values in found.edges(data=True) if values["mutual"]]
    assert met == [("Q117", "Q962"), ("Q117", "Q912"), ("Q962", "Q912")]


def test_gephi_s_timeline_has_days() -> None:
    found = read(gexf, example())
    days = {values["record"]: values for *_, values in found.edges(data=True)}
    accused = days[records()[4].id]
    assert (accused["start"], accused["end"]) == ("2025-03-14", "2025-03-14")
    asked = days[records()[7].id]
    assert asked["start"] == "2025-03-14"
    assert "end" not in asked  # open
