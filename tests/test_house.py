"""The layout: who may import whom. A report flows one way, and no room calls back upstairs.

Read from the import statements themselves, those within functions too; imports for type
checkers only count as well, for a room that needs another's types stands on it.
"""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest
from _pytest.mark.structures import ParameterSet

import onrecord

SOURCE = Path(onrecord.__file__).parent
GROUND = {"report", "record", "errors", "remembered", "codes"}
# What each room may import of ours, besides itself. A new room needs a line here.
MAY = {
    "report": set(),
    "errors": set(),
    "remembered": set(),
    "record": {"report"},
    "codes": {"record", "remembered", "report"},
    "intake": GROUND,
    "language": GROUND,
    "reading": GROUND | {"language"},
    "api": GROUND | {"intake", "language", "onrecord", "reading"},  # of these two, their versions
    "ledger": GROUND | {"intake", "api"},  # api: adding reads what came in
    "exports": GROUND | {"onrecord"},
    "cli": GROUND | {"intake", "reading", "api", "exports", "ledger", "onrecord"},
    "__main__": {"cli"},
    "onrecord": {"api", "errors", "ledger", "reading", "record", "report"},  # the public names
}  # fmt: skip
FILES = sorted(SOURCE.rglob("*.py"))
# Files that break the rule still, each with what is to be done about it.
BREACHES: dict[str, str] = {}


def room(path: Path) -> str:
    """The room that a file stands in: its folder, or itself on the package's own floor."""
    first = path.relative_to(SOURCE).parts[0].removesuffix(".py")
    return "onrecord" if first == "__init__" else first


def imported(path: Path) -> set[str]:
    """Names of the modules that a file imports, in full."""
    found: set[str] = set()
    package = ["onrecord", *path.relative_to(SOURCE).parts[:-1]]
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            name = ".".join([*base, *(node.module or "").split(".")]).strip(".")
            # "from onrecord import codes" imports the room, "from onrecord import read" a name
            rooms = {f"onrecord.{alias.name}" for alias in node.names if alias.name in MAY}
            found.update(rooms if name == "onrecord" and rooms else {name})
    return found


def rooms(path: Path) -> set[str]:
    ours = (name.split(".") for name in imported(path) if name.split(".")[0] == "onrecord")
    return {name[1] if len(name) > 1 else "onrecord" for name in ours} - {room(path)}


def cases() -> list[ParameterSet]:
    found = []
    for path in FILES:
        name = path.relative_to(SOURCE).as_posix()
        breach = BREACHES.get(name)
        marks = [pytest.mark.xfail(strict=True, reason=breach)] if breach else []
        found.append(pytest.param(path, id=name, marks=marks))
    return found


@pytest.mark.parametrize("path", cases())
def test_imports_go_down_only(path: Path) -> None:
    assert room(path) in MAY, "a new room: say here what it stands on"
    assert rooms(path) <= MAY[room(path)]


def test_no_room_leads_back() -> None:
    """The allowed imports themselves form no circle, the public names aside."""
    above = {name: needs - {"onrecord"} for name, needs in MAY.items()}
    while ready := {name for name, needs in above.items() if not needs & set(above)}:
        above = {name: needs for name, needs in above.items() if name not in ready}
    assert not above


def test_nothing_stands_on_the_roof() -> None:
    assert {name for name, needs in MAY.items() if "cli" in needs} == {"__main__"}
    assert {name for name, needs in MAY.items() if "exports" in needs} == {"cli"}


def test_importing_it_is_light() -> None:
    code = "import sys, onrecord, onrecord.record, onrecord.report; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not {"spacy", "numpy", "onnxruntime"} & set(done.stdout.split())


def test_the_ground_floor_is_light() -> None:
    """Nothing of the ground floor needs the language model's parts, used or not."""
    heavy = {"spacy", "numpy", "onnxruntime", "tokenizers"}
    for path in FILES:
        if room(path) in GROUND:
            assert not {name.split(".")[0] for name in imported(path)} & heavy, path
