"""Every public thing is documented, and the generated pages are what the code says."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from types import ModuleType

import msgspec
import pytest

from onrecord.errors import ERRORS
from onrecord.exports.csv import COLUMNS
from onrecord.record import Amount, Entity, Place, Record, Status, Voice, When

ROOT = Path(__file__).parents[2]


def text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def generator() -> ModuleType:
    spec = importlib.util.spec_from_file_location("generate", ROOT / "docs" / "generate.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_generated_pages_are_fresh() -> None:
    assert generator().stale() == [], "run `make docs`"


@pytest.mark.parametrize("code", ERRORS)
def test_error_is_documented(code: str) -> None:
    assert f"## {code}\n" in text("docs/errors.md")


@pytest.mark.parametrize("column", COLUMNS)
def test_column_is_documented(column: str) -> None:
    assert f"| `{column}` |" in text("docs/csv.md")


@pytest.mark.parametrize("part", [Record, Entity, When, Place, Amount, Voice])
def test_field_is_documented(part: type[msgspec.Struct]) -> None:
    page = text("docs/record.md")
    assert [name for name in part.__struct_fields__ if f"`{name}`" not in page] == []


def test_statuses_are_documented() -> None:
    page = text("docs/record.md")
    assert [status for status in Status.__args__ if f"| `{status}` |" not in page] == []


@pytest.mark.parametrize("page", ["README.md", "CHANGELOG.md", *sorted(
    str(path.relative_to(ROOT)) for path in (ROOT / "docs").glob("*.md"))])  # fmt: skip
def test_links_lead_somewhere(page: str) -> None:
    links = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", text(page))
    assert [link for link in links if not (ROOT / page).parent.joinpath(link).exists()] == []


def test_lock_holds_no_address() -> None:
    lock = text("requirements.lock")
    assert not re.search(r"https?:|file:/|^--|^-[a-z]", lock, re.M)
    pinned = re.findall(r"^([\w.-]+)==\S+ \\\n((?:    --hash=sha256:\w{64}.*\n)+)", lock, re.M)
    assert len(pinned) == len(re.findall(r"^\w", lock, re.M))


def test_lock_holds_every_dependency() -> None:
    import tomllib

    project = tomllib.loads(text("pyproject.toml"))
    wanted = [*project["project"]["dependencies"], *project["build-system"]["requires"]]
    wanted += project["project"]["optional-dependencies"]["dev"]
    names = {re.split(r"[<>=~! ]", need)[0].lower() for need in wanted}
    assert names <= set(re.findall(r"^([\w.-]+)==", text("requirements.lock"), re.M))
