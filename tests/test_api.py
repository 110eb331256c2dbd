"""Importing onrecord is cheap: nothing heavy is loaded until it's used."""

from __future__ import annotations

import subprocess
import sys
from datetime import date

import pytest

import onrecord

HEAVY = {"spacy", "numpy", "onnxruntime", "tokenizers", "rich", "py3langid", "msgspec"}


def loaded_after(code: str) -> set[str]:
    script = f"{code}\nimport sys\nprint(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    return set(done.stdout.split())


def test_import_loads_nothing_heavy() -> None:
    assert not loaded_after("import onrecord") & HEAVY


def test_cli_loads_nothing_heavy() -> None:
    assert not loaded_after("import onrecord.cli") & HEAVY


def test_text_intake_loads_no_model() -> None:
    english = "The minister said that the talks with the union have been moved. " * 10
    code = f"from onrecord.intake.text import from_bytes\nfrom_bytes({english.encode()!r})"
    assert not loaded_after(code) & (HEAVY - {"msgspec"})


def test_resolving_loads_no_model() -> None:
    code = "import onrecord\nonrecord.resolve_actor('Seoul police', context='In Seoul.')"
    assert not loaded_after(code) & (HEAVY - {"msgspec"})


def test_public_names() -> None:
    assert set(onrecord.__all__) <= set(dir(onrecord))
    assert onrecord.Report.__module__ == "onrecord.report"
    assert onrecord.Record.__module__ == "onrecord.record"
    assert callable(onrecord.read)


def test_read_makes_a_report(monkeypatch: pytest.MonkeyPatch) -> None:
    from onrecord import Report, api

    asked: list[Report] = []

    class Reader:
        def read(self, report: Report) -> list[object]:
            asked.append(report)
            return []

    monkeypatch.setattr(api, "reader", Reader)
    assert onrecord.read("Talks go on.", published="14 March 2025") == []
    onrecord.read("Talks go on.")
    onrecord.read(Report(text="Talks.", title="Talks"), published=date(2025, 3, 14))
    assert asked == [
        Report(text="Talks go on.", published=date(2025, 3, 14)),
        Report(text="Talks go on."),
        Report(text="Talks.", title="Talks", published=date(2025, 3, 14)),
    ]
    with pytest.raises(onrecord.OnrecordError, match="E005"):
        onrecord.read("Talks go on.", published="2025-02-30")


def test_no_other_names() -> None:
    with pytest.raises(AttributeError, match="nothing_of_the_kind"):
        _ = onrecord.nothing_of_the_kind
