"""Every format and every column of it is in docs/exports.md, and its example runs."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from onrecord.exports import formats
from onrecord.language.weights import folder

PAGE = (Path(__file__).parents[2] / "docs" / "exports.md").read_text(encoding="utf-8")


def sections() -> dict[str, str]:
    parts = re.split(r"^## (.+)$", PAGE, flags=re.M)[1:]
    return dict(zip(parts[::2], parts[1::2], strict=True))


@pytest.mark.parametrize("name", formats.FORMATS)
def test_format_is_documented(name: str) -> None:
    section = sections()[name]
    assert "**Lost:** " in section
    same = re.search(r"Its columns are those of \[`(.+)`\]", section)
    there = sections()[same[1]] if same else section
    for columns in formats.columns(name).values():
        assert [column for column in columns if f"| `{column}` |" not in there] == []


def test_no_other_format_is() -> None:
    assert list(sections()) == list(formats.FORMATS)


@pytest.mark.skipif(not (folder() / "model.onnx").exists(), reason="no weights here")
def test_the_example_runs() -> None:
    [block] = re.findall(r"```python\n(.*?)```", PAGE, re.S)
    exec(compile(block, "docs/exports.md", "exec"), {})
