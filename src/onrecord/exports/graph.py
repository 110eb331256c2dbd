"""Who dealt with whom, as a network: what GraphML and GEXF both write, before any XML.

A node is somebody with a name; who has none ("officials") is a node of that report alone, for
nobody knows whether two reports' officials are the same. An edge is one record between two of
them (``events``), or all of their records together (``ties``); either has an id of its own.
Records with only one party make no edge: they are counted at their node.
"""

from __future__ import annotations

from collections import Counter

import msgspec

from onrecord.codes import plover
from onrecord.exports import words
from onrecord.exports.parts import STATUSES, Pair, Reads, iso, pairs, web
from onrecord.record import Entity, Record
from onrecord.report import Report

Value = str | int | float | bool

NODES: dict[str, tuple[type, str]] = {
    "label": (str, "the name, or the words where no name is known"),
    "kind": (str, "person, state, organisation, group, people or place"),
    "country": (str, "ISO 3166-1 alpha-3"),
    "sector": (str, "PLOVER sector"),
    "wikidata": (str, "Wikidata id"),
    "records": (int, "how many records it's a party to"),
}
EVENTS: dict[str, tuple[type, str]] = {
    "record": (str, "the record's id"),
    "report": (str, "the report's id"),
    "address": (str, "the report's address"),
    "outlet": (str, "the report's outlet"),
    "published": (str, "the day of publication"),
    "event": (str, "PLOVER category, or STATEMENT"),
    "mode": (str, "PLOVER mode"),
    "score": (float, "PLOVER's score of the category, -10 to 10"),
    "first_day": (str, "the first day; left out where it's open"),
    "last_day": (str, "the last day; left out where it's open"),
    "status": (str, "what the innermost voice commits to"),
    "negated": (bool, "true where the text says that it did not happen"),
    "voices": (str, "on whose word, outermost first"),
    "mutual": (bool, "true where neither is the recipient (a meeting): read it both ways"),
    "confidence": (float, "0 to 1"),
}
TIES: dict[str, tuple[type, str]] = {
    "records": (int, "how many records; the edge's weight"),
    "reports": (int, "from how many reports"),
    "events": (str, "categories with their counts, most frequent first"),
    "score": (float, "the mean of PLOVER's scores of the categories"),
    "first_day": (str, "the earliest first day"),
    "last_day": (str, "the latest last day"),
    "mutual": (bool, "true where neither is the recipient: read it both ways"),
    "negated": (int, "of the records, how many say that it did not happen"),
    **{status: (int, f"of the records, how many are {status}") for status in STATUSES},
}
"""Attributes by name, with their type and what they hold; those without a value are left out."""


class Node(msgspec.Struct, frozen=True, kw_only=True):
    id: str
    values: dict[str, Value]


class Edge(msgspec.Struct, frozen=True, kw_only=True):
    id: str
    source: str
    target: str
    weight: float
    values: dict[str, Value]
    start: str | None = None
    end: str | None = None


class Graph(msgspec.Struct, frozen=True, kw_only=True):
    """Nodes and edges, in the order in which they were first told of."""

    nodes: list[Node]
    edges: list[Edge]
    edge_values: dict[str, tuple[type, str]]


def events(reads: Reads) -> Graph:
    """An edge for each pair of each record."""
    cast = _Cast()
    edges = []
    for report, records in reads:
        for record in records:
            for source, target, pair in cast.meet(record):
                values = _event(report, record, pair)
                edge = Edge(
                    id=f"{record.id}-{pair.index}", source=source, target=target, weight=1.0,
                    values=values, start=_text(values, "first_day"), end=_text(values, "last_day"),
                )  # fmt: skip
                edges.append(edge)
    return Graph(nodes=cast.nodes(), edges=edges, edge_values=EVENTS)


def ties(reads: Reads) -> Graph:
    """One edge for all that one did to another, and one for all that they did together."""
    cast = _Cast()
    told: dict[tuple[str, str, bool], list[Record]] = {}
    for _, records in reads:
        for record in records:
            for source, target, pair in cast.meet(record):
                key = (*sorted((source, target)), True) if pair.mutual else (source, target, False)
                told.setdefault(key, []).append(record)  # type: ignore[arg-type]
    edges = []
    for number, ((source, target, mutual), found) in enumerate(told.items(), 1):
        values = _tie(found, mutual)
        edge = Edge(
            id=f"e{number}", source=source, target=target, weight=float(len(found)),
            values=values, start=_text(values, "first_day"), end=_text(values, "last_day"),
        )  # fmt: skip
        edges.append(edge)
    return Graph(nodes=cast.nodes(), edges=edges, edge_values=TIES)


class _Cast:
    """Everybody who was met so far."""

    def __init__(self) -> None:
        self._entities: dict[str, Entity] = {}
        self._records: Counter[str] = Counter()

    def meet(self, record: Record) -> list[tuple[str, str, Pair]]:
        """The pairs of a record that make an edge, as ids of nodes."""
        known = {id(who): self._id(record, who) for who in (*record.actors, *record.recipients)}
        self._records.update(set(known.values()))
        return [
            (known[id(pair.actor)], known[id(pair.recipient)], pair)
            for pair in pairs(record)
            if pair.actor is not None and pair.recipient is not None
        ]

    def nodes(self) -> list[Node]:
        return [
            Node(id=key, values=_filled({
                "label": words.entity(who), "kind": who.kind, "country": who.country,
                "sector": who.sector, "wikidata": who.id, "records": self._records[key],
            }))
            for key, who in self._entities.items()
        ]  # fmt: skip

    def _id(self, record: Record, who: Entity) -> str:
        if who.id:
            key = who.id
        elif who.name:
            key = " ".join(filter(None, [who.name, who.country and f"({who.country})"]))
        else:
            key = f"{words.line(who.text)} @{record.report}"
        first = self._entities.setdefault(key, who)
        missing = {
            field: getattr(who, field)
            for field in ("kind", "country", "sector")
            if getattr(first, field) is None and getattr(who, field) is not None
        }
        if missing:
            self._entities[key] = msgspec.structs.replace(first, **missing)
        return key


def _event(report: Report, record: Record, pair: Pair) -> dict[str, Value]:
    return _filled({
        "record": record.id, "report": record.report, "address": web(report.address),
        "outlet": report.outlet, "published": iso(report.published),
        "event": record.event, "mode": record.mode, "score": _score(record),
        "first_day": iso(record.when.start), "last_day": iso(record.when.end),
        "status": record.status, "negated": record.negated, "voices": words.word(record),
        "mutual": pair.mutual, "confidence": record.confidence,
    })  # fmt: skip


def _tie(found: list[Record], mutual: bool) -> dict[str, Value]:
    counts = Counter(record.event for record in found)
    scores = [score for record in found if (score := _score(record)) is not None]
    starts = [first for record in found if (first := iso(record.when.start))]
    ends = [last for record in found if (last := iso(record.when.end))]
    statuses = Counter(record.status for record in found)
    return _filled({
        "records": len(found), "reports": len({record.report for record in found}),
        "events": ", ".join(f"{event} {count}" for event, count in counts.most_common()),
        "score": round(sum(scores) / len(scores), 3) if scores else None,
        "first_day": min(starts, default=None), "last_day": max(ends, default=None),
        "mutual": mutual, "negated": sum(record.negated for record in found),
        **{status: statuses[status] for status in STATUSES},
    })  # fmt: skip


def _score(record: Record) -> float | None:
    return plover.score(record.event) if record.event in plover.categories() else None


def _filled(values: dict[str, Value | None]) -> dict[str, Value]:
    return {name: value for name, value in values.items() if value is not None}


def _text(values: dict[str, Value], name: str) -> str | None:
    value = values.get(name)
    return value if isinstance(value, str) else None
