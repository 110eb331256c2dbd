"""onrecord read, with a reader that knows only the example: what goes where, and what fails how."""

from __future__ import annotations

import csv
import io
import json
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from onrecord.cli import batch, main
from onrecord.reading.own_actors import own_actors
from onrecord.record import Record
from onrecord.report import Report
from tests.samples import EXAMPLE, greetings, records

PLAIN = "The ministers met in Oslo on Tuesday and agreed to meet again.\n"


class Example:
    """A reader for tests: the example's records, none for other texts, a fault for "boom"."""

    def __init__(self, actors: str | None = None) -> None:
        self.own = own_actors(actors)

    def read(self, report: Report) -> list[Record]:
        if "boom" in report.text:
            raise RuntimeError("a fault inside")
        return records(report) if report.text == greetings().text else []

    def pipe(self, reports: Iterable[Report]) -> Iterator[list[Record]]:
        # Reads ahead, as batches do.
        waiting = list(reports)
        for report in waiting:
            yield self.read(report)


@pytest.fixture(autouse=True)
def example_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batch, "reader", Example)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_bytes(EXAMPLE.read_bytes())
    (tmp_path / "plain.txt").write_text(PLAIN, encoding="utf-8")
    (tmp_path / "boom.txt").write_text(f"date 2025-03-14 {PLAIN} boom", encoding="utf-8")
    (tmp_path / "binary").write_bytes(b"\0\1")
    return tmp_path


def run(*arguments: str, stdin: bytes | None = None, env: dict[str, str] | None = None) -> Result:
    # Whatever terminal the tests are run on, they see this one.
    ours = {"COLUMNS": "80", "TERM": "xterm", "NO_COLOR": None, "FORCE_COLOR": None}
    return CliRunner().invoke(main, ["read", *arguments], input=stdin, env={**ours, **(env or {})})


def test_table(folder: Path) -> None:
    result = run("a.txt")
    assert (result.exit_code, result.stderr) == (0, "")
    for words in ("14 March 2025", "ACCUSE, allege", "Kenya’s opposition · accused", "alleged"):
        assert words in result.stdout
    assert "\x1b" not in result.stdout
    assert max(map(len, result.stdout.splitlines())) <= 80


@pytest.mark.parametrize("width", [30, 60, 119, 120, 150, 300])
def test_table_fits(folder: Path, width: int) -> None:
    shown = run("a.txt", env={"COLUMNS": str(width)}).stdout
    assert max(map(len, shown.splitlines()[2:])) <= min(width, 160)
    assert shown.count("attributed") == sum(r.status == "attributed" for r in records())


def test_colours_only_where_wanted(folder: Path) -> None:
    assert "\x1b[" in run("a.txt", env={"FORCE_COLOR": "1"}).stdout
    both = run("a.txt", env={"FORCE_COLOR": "1", "NO_COLOR": "1"}).stdout
    assert "\x1b" not in both  # no bold either
    assert "\x1b[" in run("a.txt", env={"FORCE_COLOR": "1", "NO_COLOR": ""}).stdout


def test_jsonl(folder: Path) -> None:
    found = [json.loads(line) for line in run("a.txt", "--format", "jsonl").stdout.splitlines()]
    assert [record["event"] for record in found] == [record.event for record in records()]
    assert {record["report"] for record in found} == {greetings().id}


def test_json_and_csv(folder: Path) -> None:
    assert len(json.loads(run("a.txt", "--format", "json").stdout)) == len(records())
    assert json.loads(run("plain.txt", "--format", "json").stdout) == []
    rows = list(csv.DictReader(io.StringIO(run("a.txt", "--format", "csv").stdout)))
    assert len(rows) == len(records())


def test_standard_input(folder: Path) -> None:
    result = run("-", "--format", "jsonl", stdin=EXAMPLE.read_bytes())
    assert len(result.stdout.splitlines()) == len(records())


def test_bad_files_stop_no_others(folder: Path) -> None:
    result = run("missing", "binary", "boom.txt", "a.txt", ".", "--format", "jsonl")
    assert result.exit_code == 1
    assert len(result.stdout.splitlines()) == len(records())
    lines = result.stderr.splitlines()
    assert [line.split()[1:3] for line in lines] == [
        ["E001", "missing:"],
        ["E002", "binary:"],
        ["E007", ".:"],
        ["E009", "boom.txt:"],
    ]
    assert "Traceback" not in result.stderr


def test_debug_shows_where(folder: Path) -> None:
    result = CliRunner().invoke(main, ["--debug", "read", "boom.txt"])
    assert result.exit_code == 1
    assert "Traceback" in result.stderr and "a fault inside" in result.stderr


def test_a_file_is_read_once(folder: Path) -> None:
    (folder / "link.txt").symlink_to("a.txt")
    result = run("a.txt", "./a.txt", "link.txt", str(folder / "a.txt"), "--format", "jsonl")
    assert len(result.stdout.splitlines()) == len(records())


def test_unknown_day_is_warned_of(folder: Path) -> None:
    result = run("plain.txt")
    assert result.exit_code == 0
    assert result.stderr.startswith("onrecord: warning plain.txt: no day of publication known")
    assert "Nothing to put on record" in result.stdout
    assert run("plain.txt", "--published", "2025-03-14").stderr == ""


def test_impossible_day(folder: Path) -> None:
    result = run("a.txt", "--published", "2025-02-30")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("onrecord: E005 impossible date '2025-02-30'; ")


def test_names_cannot_act_on_the_terminal(folder: Path) -> None:
    assert "\x1b" not in run("a\x1b[2Jb").stderr


def test_output(folder: Path) -> None:
    result = run("a.txt", "--format", "jsonl", "--output", "out.jsonl")
    assert (result.exit_code, result.stdout) == (0, "")
    assert len((folder / "out.jsonl").read_bytes().splitlines()) == len(records())


def test_page(folder: Path) -> None:
    result = run("a.txt", "plain.txt", "--html", "page.html")
    assert result.exit_code == 0
    assert "CONSULT" in result.stdout
    page = (folder / "page.html").read_text(encoding="utf-8")
    assert page.count("<section") == 2


def test_no_page_of_nothing(folder: Path) -> None:
    """Where no file could be read there is no page, and one that is there stays."""
    for there in (False, True):
        if there:
            (folder / "page.html").write_text("an earlier one")
        result = run("missing.txt", "binary", "--html", "page.html")
        assert result.exit_code == 1 and "E001 missing.txt" in result.stderr
        assert (folder / "page.html").exists() == there
    assert (folder / "page.html").read_text() == "an earlier one"


def test_a_page_that_cannot_be_written_is_told_at_once(folder: Path) -> None:
    result = run("a.txt", "--html", "no/such/page.html")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "E008 no/such/page.html" in result.stderr


@pytest.mark.parametrize("option", ["--output", "--html"])
def test_a_report_is_never_overwritten(folder: Path, option: str) -> None:
    result = run("a.txt", option, "./a.txt")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "E008" in result.stderr
    assert (folder / "a.txt").read_bytes() == EXAMPLE.read_bytes()


def test_what_cannot_be_written(folder: Path) -> None:
    result = run("a.txt", "--output", "no/such/folder.txt")
    assert result.exit_code == 1
    assert "E008 no/such/folder.txt: can't be written: no such file" in result.stderr


def test_wrong_usage(folder: Path) -> None:
    assert run().exit_code == 2
    assert run("a.txt", "--format", "xml").exit_code == 2
    assert run("a.txt", "--html", "-").exit_code == 2


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="Linux only")
def test_full_disk(folder: Path) -> None:
    result = run("a.txt", "--output", "/dev/full")
    assert result.exit_code == 1
    assert "E008" in result.stderr and "no space left" in result.stderr


def test_reader_that_stops_early(folder: Path) -> None:
    import subprocess
    import sys

    code = (
        "from onrecord.cli import batch, main; from tests.cli.test_read import Example\n"
        "batch.reader = Example\n"
        "main(['read', 'a.txt', '--format', 'jsonl'], prog_name='onrecord')"
    )
    read, write = os.pipe()
    os.close(read)  # nobody listens from the start
    root = str(EXAMPLE.parents[1])
    path = os.pathsep.join(filter(None, [root, os.environ.get("PYTHONPATH")]))
    done = subprocess.run(
        [sys.executable, "-c", code],
        stdout=write,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": path},
        check=False,
    )
    os.close(write)
    assert done.stderr == b""


def test_own_actors(folder: Path) -> None:
    (folder / "mine.csv").write_text("name,sector\nRiver Guard,SOC\n", encoding="utf-8")
    assert run("--actors", "mine.csv", "plain.txt").exit_code == 0
    (folder / "mine.csv").write_text("name,sector\nRiver Guard,XYZ\n", encoding="utf-8")
    result = run("--actors", "mine.csv", "plain.txt")
    assert result.exit_code == 1
    assert "E011 mine.csv: no table of actors: line 2: no sector is called 'XYZ'" in result.stderr
    assert "E001 none.csv" in run("--actors", "none.csv", "plain.txt").stderr
