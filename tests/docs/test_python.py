"""The Python page's blocks run, in their order, as one program."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from onrecord.language.weights import folder

PAGE = Path(__file__).parents[2] / "docs" / "python.md"


@pytest.mark.skipif(not (folder() / "model.onnx").exists(), reason="no weights here")
def test_every_block_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    blocks = re.findall(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.S)
    assert len(blocks) >= 6
    space: dict[str, object] = {}
    for number, block in enumerate(blocks, 1):
        exec(compile(block, f"docs/python.md, block {number}", "exec"), space)
