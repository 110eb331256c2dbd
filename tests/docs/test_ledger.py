"""The ledger's page: its Python runs, its commands and tables exist."""

from __future__ import annotations

import itertools
import re
from pathlib import Path

import click
import pytest

from onrecord.cli import main
from onrecord.language.weights import folder
from onrecord.ledger import schema

PAGE = (Path(__file__).parents[2] / "docs" / "ledger.md").read_text(encoding="utf-8")


@pytest.mark.skipif(not (folder() / "model.onnx").exists(), reason="no weights here")
def test_python_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (block,) = re.findall(r"```python\n(.*?)```", PAGE, re.S)
    exec(compile(block, "docs/ledger.md", "exec"), {})


def test_commands_exist() -> None:
    lines = re.findall(r"^onrecord (.+)$", PAGE, re.M)
    assert len(lines) >= 7
    for line in [*lines, *re.findall(r"`onrecord ([^`]+)`", PAGE)]:
        name, *words = line.split()
        command = main.commands[name]
        if isinstance(command, click.Group):
            command = command.commands[words[0]]
        known = {option for one in command.params for option in one.opts}
        assert {word for word in words if word.startswith("--")} <= known, line


def test_tables_are_listed() -> None:
    statements = " ".join(itertools.chain(*schema.MIGRATIONS))
    made = set(re.findall(r"CREATE (?:TABLE|VIEW) (\w+)", statements))
    rows = re.findall(r"^\| (`.*?) \|", PAGE.split("## In other programs")[1], re.M)
    assert made == set(re.findall(r"`(\w+)`", " ".join(rows)))
