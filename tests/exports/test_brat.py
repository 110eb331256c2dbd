"""brat: every line by the rules of brat's standoff format, and by its own annotation.conf.

brat is no package; the rules are those of brat.nlplab.org/standoff.html and configuration.html.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from onrecord.exports.brat import ROLES, brat
from tests.exports.reads import Reads, everything, example, hostile
from tests.samples import greetings, records

BOUND = re.compile(r"(T\d+)\t([A-Za-z_-]+) (\d+ \d+(?:;\d+ \d+)*)\t(.+)")
EVENT = re.compile(r"(E\d+)\t([A-Z]+):(T\d+)((?: [A-Za-z]+\d*:T\d+)*)")
ATTRIBUTE = re.compile(r"(A\d+)\t([A-Za-z]+) ([TE]\d+)(?: ([a-z-]+))?")
NOTE = re.compile(r"(#\d+)\tAnnotatorNotes ([TE]\d+)\t(.+)")


class Scheme:
    """annotation.conf, as brat's configuration page has it."""

    def __init__(self, text: str) -> None:
        self.parts: dict[str, list[str]] = {}
        for line in filter(None, text.splitlines()):
            if line.startswith("["):
                section = self.parts.setdefault(line.strip("[]"), [])
            else:
                section.append(line)
        self.events = dict(line.split(" ", 1) for line in self.parts["events"])
        self.values = {
            line.split()[0]: set(line.partition("Value:")[2].split("|"))
            for line in self.parts["attributes"]
        }


def check(text: str, lines: list[str], scheme: Scheme) -> dict[str, str]:
    """Every line must fit; the annotations by id."""
    found: dict[str, str] = {}
    types: dict[str, str] = {}
    told: set[tuple[str, str]] = set()
    for line in lines:
        match = (
            BOUND.fullmatch(line)
            or EVENT.fullmatch(line)
            or ATTRIBUTE.fullmatch(line)
            or NOTE.fullmatch(line)
        )
        assert match, line
        key, kind, *rest = match.groups()
        assert key not in found
        found[key] = line
        if key[0] == "T":
            spans = [tuple(map(int, part.split())) for part in rest[0].split(";")]
            assert rest[1] == " ".join(text[start:end] for start, end in spans)
            assert kind in scheme.parts["entities"] or kind in scheme.events
            types[key] = kind
        elif key[0] == "E":
            assert types[rest[0]] == kind
            for role in rest[1].split():
                name, mark = role.split(":")
                assert types[mark] == ROLES[name.rstrip("0123456789")]
            types[key] = kind
        elif key[0] == "A":
            assert rest[0] in types
            assert (rest[1] or "") in scheme.values[kind]
            assert (kind, rest[0]) not in told  # one value an attribute
            told.add((kind, rest[0]))
        else:
            assert kind in types
            assert isinstance(json.loads(rest[0]), dict)
    return found


@pytest.mark.parametrize("reads", [example(), hostile(), everything()])
@pytest.mark.parametrize("text", [False, True])
def test_by_the_rules(tmp_path: Path, reads: Reads, text: bool) -> None:
    brat(reads, tmp_path, text=text)
    scheme = Scheme((tmp_path / "annotation.conf").read_text(encoding="utf-8"))
    assert list(scheme.parts) == ["entities", "relations", "events", "attributes"]
    for report, on_record in reads:
        lines = (tmp_path / f"{report.id}.ann").read_bytes().decode().split("\n")[:-1]
        found = check(report.text, lines, scheme)
        assert sum(key[0] == "E" for key in found) == len(on_record)
        beside = tmp_path / f"{report.id}.txt"
        assert beside.exists() == text
        if text:
            assert beside.read_bytes().decode() == report.text


def test_events_lead_back_to_records(tmp_path: Path) -> None:
    brat(example(), tmp_path)
    lines = (tmp_path / f"{greetings().id}.ann").read_text(encoding="utf-8").splitlines()
    notes = [NOTE.fullmatch(line) for line in lines]
    told = {match[2]: json.loads(match[3]) for match in notes if match and match[2][0] == "E"}
    assert [note["record"] for note in told.values()] == [record.id for record in records()]
    statuses = [line.split() for line in lines if "\tStatus E" in line]
    assert [parts[3] for parts in statuses] == [record.status for record in records()]


def test_two_states_behind_one_noun_are_two(tmp_path: Path) -> None:
    brat(example(), tmp_path)
    text = (tmp_path / f"{greetings().id}.ann").read_text(encoding="utf-8")
    signed = next(line for line in text.splitlines() if line.startswith("E4\t"))
    assert " Actor:" in signed and " Actor2:" in signed
