"""The ledger's commands: what goes to which stream, formats, exit statuses."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from onrecord import api
from onrecord.cli import chart, main
from onrecord.record import Record
from tests.ledger.conftest import Counting
from tests.ledger.made import write


class Reader(Counting):
    """What ``api.reader()`` gives, without a language model."""

    pipe = Counting.__call__


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(api, "reader", Reader)
    monkeypatch.setattr(api, "version", lambda: "test")
    monkeypatch.chdir(tmp_path)
    write(tmp_path, "in/a.txt", "2025-03-14", "Peru accused Chile.\nPeru and Chile met.",
          title="Talks", outlet="=The Example")  # fmt: skip
    write(tmp_path, "in/b.txt", "2024-12-30", "Lima Radio denied Peru threatened Chile.")
    write(tmp_path, "in/empty.txt", "2025-03-14", " ")
    return tmp_path


def run(*arguments: str) -> Result:
    ours = {"COLUMNS": "100", "TERM": "xterm", "NO_COLOR": "1", "ONRECORD_LEDGER": None}
    return CliRunner().invoke(main, arguments, env=ours)


@pytest.fixture
def full(folder: Path) -> Path:
    assert run("add", "in").exit_code == 1  # one is parked
    return folder


def test_add(folder: Path) -> None:
    result = run("add", "in", "nosuch")
    assert result.stdout == "onrecord.db: 2 reports read, 3 records; 1 parked\n"
    lines = result.stderr.splitlines()
    assert [line for line in lines if "E001 nosuch" in line] and result.exit_code == 1
    assert [line for line in lines if "parked: E003 in/empty.txt" in line]
    again = run("add", "in/a.txt", "in/b.txt")
    assert (again.exit_code, again.stdout) == (0, "onrecord.db: 0 reports read, 0 records\n")


def test_guess_is_told(folder: Path) -> None:
    (folder / "t.csv").write_text("body,when\nPeru accused Chile.,2025-03-14\n")
    result = run("add", "t.csv", "--date-column", "when")
    assert "t.csv: text from body, date from when" in result.stderr
    assert result.exit_code == 0


def test_timeline(full: Path) -> None:
    result = run("timeline", "PER", "CHL")
    assert result.exit_code == 0
    assert "2024-12" in result.stdout and "█" in result.stdout
    assert "denied" in result.stdout and "3 on record" in result.stdout
    assert max(map(len, result.stdout.splitlines())) <= 100
    assert run("timeline", "KEN").stdout == "Nothing on record.\n"
    assert "the latest 1 shown" in run("timeline", "PER", "CHL", "--limit", "1").stdout


def test_data(full: Path) -> None:
    lines = run("timeline", "PER", "CHL", "--format", "jsonl").stdout.splitlines()
    assert [json.loads(line)["event"] for line in lines] == ["THREATEN", "ACCUSE", "CONSULT"]
    assert set(json.loads(lines[0])) == set(Record.__struct_fields__)
    rows = list(csv.DictReader(io.StringIO(run("timeline", "PER", "--format", "csv").stdout)))
    assert len(rows) == 3 and rows[0]["status"] == "denied"
    hits = list(csv.DictReader(io.StringIO(run("search", "accused", "--format", "csv").stdout)))
    assert hits[0]["outlet"] == "'=The Example"


def test_search_voices_actor(full: Path) -> None:
    assert "Talks" in run("search", "accused").stdout
    assert "No report" in run("search", "zebra").stdout
    assert "Talks" in run("search", "Peru accused").stdout
    assert "Lima Radio" in run("voices", "--as-is").stdout
    assert json.loads(run("voices", "--as-is", "--format", "jsonl").stdout)["claims"] is None
    assert "denies 1" in run("voices").stdout
    assert json.loads(run("voices", "--format", "jsonl").stdout)["claims"] == 0
    assert "acts 3" in run("actor", "Peru").stdout
    assert json.loads(run("actor", "Peru", "--format", "jsonl").stdout)["acts"] == 3


def test_show_and_explain(full: Path) -> None:
    line = run("timeline", "PER", "--format", "jsonl").stdout.splitlines()[0]
    record = json.loads(line)
    shown = run("show", record["id"][:8], "--text").stdout
    assert "Lima Radio · denied" in shown and "from header" in shown and "in/b.txt" in shown
    assert json.loads(run("show", record["id"], "--format", "jsonl").stdout) == record
    explained = run("explain", record["id"]).stdout
    assert "threatened" in explained and "denies, by 'denied'" in explained
    assert "E041" in run("explain", record["report"]).stderr
    assert run("show", "zz").exit_code == 1


def test_ledger_itself(full: Path) -> None:
    assert "in/empty.txt" in run("ledger", "parked").stdout
    assert run("ledger", "check").stdout == "whole\n"
    report = json.loads(run("search", "accused", "--format", "jsonl").stdout)["report"]
    assert run("ledger", "remove", report, "--reason", "test").stdout == f"removed {report}\n"
    assert run("timeline", "PER", "--format", "jsonl").stdout.count("\n") == 1
    assert "1 removed earlier" in run("add", "in/a.txt", "--again").stdout


def test_no_ledger(folder: Path) -> None:
    for arguments in (("timeline", "PER"), ("search", "x"), ("voices",), ("ledger", "parked"),
                      ("ledger", "remove", "x", "--reason", "y")):  # fmt: skip
        result = run(*arguments)
        assert result.exit_code == 1 and "E030 onrecord.db" in result.stderr, arguments
    assert not (folder / "onrecord.db").exists()


def test_which_ledger(full: Path) -> None:
    (full / "onrecord.db").rename(full / "other.db")
    assert run("voices", "--ledger", "other.db").exit_code == 0
    env = {"ONRECORD_LEDGER": "other.db"}
    assert CliRunner().invoke(main, ["voices"], env=env).exit_code == 0


def test_help_is_light() -> None:
    code = (
        "import sys\nfrom onrecord.cli import main\ntry: main(['add', '--help'])\n"
        "except SystemExit: pass\nprint(*sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    heavy = {"pyarrow", "trafilatura", "spacy", "numpy", "rich", "sqlite3", "feedparser", "msgspec"}
    assert not heavy & set(done.stdout.split())


def test_bars() -> None:
    months = {"2025-01": 4, "2025-03": 1, "": 7}
    assert list(chart.bars(months, width=24)) == [
        "2025-01  ████████████ 4", "2025-02   0", "2025-03  ███ 1",
    ]  # fmt: skip
    assert [line[:4] for line in chart.bars({"2019-01": 1, "2025-03": 1}, width=40)] == [
        str(year) for year in range(2019, 2026)
    ]
    assert list(chart.bars({"": 3}, width=40)) == []
    assert all("▏" in line for line in chart.bars({"2025-01": 1, "2025-02": 10**6}, width=30)
               if " 1" in line[-2:])  # fmt: skip
