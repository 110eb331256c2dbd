"""Bars only where a person looks on, complaints on one line, nothing swallowed that isn't ours."""

from __future__ import annotations

import sys

import pytest

from onrecord.cli.streams import Complaints, progress
from onrecord.errors import OnrecordError


class Terminal:
    def __init__(self) -> None:
        self.shown = ""

    def isatty(self) -> bool:
        return True

    def write(self, text: str) -> int:
        self.shown += text
        return len(text)

    def flush(self) -> None:
        pass


def test_no_bar_off_a_terminal() -> None:
    items = iter(range(20))
    assert progress(items, total=20, quiet=False) is items


def test_bar_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    screen = Terminal()
    monkeypatch.setattr(sys, "stderr", screen)
    assert list(progress(iter(range(20)), total=20, quiet=False)) == list(range(20))
    assert "reading" in screen.shown


def test_no_bar_for_few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", Terminal())
    items = iter(range(2))
    assert progress(items, total=2, quiet=False) is items


def test_any_fault_is_one_coded_line(capsys: pytest.CaptureFixture[str]) -> None:
    complaints = Complaints()
    with complaints.of_all():
        raise ValueError("two\nlines")
    assert complaints.errors == 1
    assert capsys.readouterr().err.startswith(
        "onrecord: E009 reading failed: ValueError: two lines;"
    )


def test_a_missing_part_is_no_writing_error(capsys: pytest.CaptureFixture[str]) -> None:
    with Complaints().of_all():
        open("/no/such/model")  # noqa: PTH123, SIM115
    assert "E009" in capsys.readouterr().err


def test_closed_pipe_and_ctrl_c_pass() -> None:
    for fault in (BrokenPipeError(32, "broken"), KeyboardInterrupt()):
        with pytest.raises(type(fault)), Complaints().of_all():
            raise fault


def test_details_of_a_known_error_stay() -> None:
    error = Complaints().fault(OnrecordError("E003"), path="a.txt")
    assert (error.code, error.details) == ("E003", {"path": "a.txt"})
