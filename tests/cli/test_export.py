"""onrecord export, with a reader that knows only the example: files in, formats out."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from onrecord.cli import batch, main
from onrecord.exports.formats import FORMATS
from onrecord.ledger.ledger import Ledger
from onrecord.record import Record
from onrecord.report import Report
from tests.ledger import made
from tests.samples import EXAMPLE, greetings, records


class Example:
    """A reader for tests: the example's records, none for other texts."""

    def __init__(self, actors: str | None = None) -> None:
        pass

    def read(self, report: Report) -> list[Record]:
        return records(report) if report.text == greetings().text else []

    def pipe(self, reports: Iterable[Report]) -> Iterator[list[Record]]:
        for report in reports:
            yield self.read(report)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(batch, "reader", Example)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_bytes(EXAMPLE.read_bytes())
    (tmp_path / "plain.txt").write_text("date 2025-03-14 The ministers met in Oslo.")
    return tmp_path


def run(*arguments: str, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(main, ["export", *arguments], input=stdin)


@pytest.mark.parametrize("name", FORMATS)
def test_every_format(folder: Path, name: str) -> None:
    if name == "parquet":
        pytest.importorskip("pyarrow")
    result = run("--format", name, "--output", "out", "--text", "a.txt", "plain.txt")
    assert result.exit_code == 0, result.stderr
    assert result.stdout == ""
    out = folder / "out"
    assert (len(list(out.iterdir())) > 2) if FORMATS[name].folder else out.stat().st_size > 100


def test_standard_output_and_input() -> None:
    result = run("--format", "plover", "-", stdin=EXAMPLE.read_bytes())
    assert len(result.stdout.splitlines()) == len(records())


def test_only() -> None:
    result = run("--format", "plover", "--only", "denied", "--only", "alleged", "a.txt")
    statuses = [json.loads(line)["Status"] for line in result.stdout.splitlines()]
    assert statuses == ["alleged", "denied"]


def test_a_format_without_voices_warns() -> None:
    assert "warning gdelt can't say on whose word" in run("--format", "gdelt", "a.txt").stderr
    quiet = run("--format", "gdelt", "--only", "asserted", "a.txt")
    assert quiet.stderr == ""
    assert len(quiet.stdout.splitlines()) == sum(r.status == "asserted" for r in records())


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("a.txt",),
        ("--format", "gexf"),
        ("--format", "xml", "a.txt"),
        ("--format", "csv", "a.txt"),  # a folder, and none named
        ("--format", "csv", "--output", "-", "a.txt"),
        ("--format", "spacy", "--output", "out", "a.txt"),  # the texts, not allowed
        ("--format", "gexf", "--only", "true", "a.txt"),
        ("--format", "gexf", "--ledger", "x.db", "a.txt"),
        ("--format", "gexf", "--who", "KEN", "a.txt"),
        ("--format", "gexf", "--since", "2025", "a.txt"),
        ("--format", "gexf", "--ledger", "x.db", "--published", "2025-03-14"),
        ("--format", "gexf", "--ledger", "x.db", "--who", "A", "--who", "B", "--who", "C"),
    ],
)
def test_wrong_usage(arguments: tuple[str, ...]) -> None:
    assert run(*arguments).exit_code == 2


def test_a_bad_source_stops_no_others() -> None:
    result = run("--format", "plover", "missing", "a.txt")
    assert result.exit_code == 1
    assert "E001 missing:" in result.stderr
    assert len(result.stdout.splitlines()) == len(records())


def test_nothing_is_overwritten(folder: Path) -> None:
    result = run("--format", "csv", "--output", ".", "a.txt")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "E008 .: can't be written: the folder isn't empty" in result.stderr
    again = run("--format", "plover", "--output", "a.txt", "a.txt")
    assert "E008" in again.stderr
    assert (folder / "a.txt").read_bytes() == EXAMPLE.read_bytes()


def test_what_cannot_be_written() -> None:
    result = run("--format", "csv", "--output", "no/such", "a.txt")
    assert result.exit_code == 1
    assert "E008 no/such: can't be written: no such file" in result.stderr
    result = run("--format", "csv", "--output", "a.txt", "a.txt")
    assert "E008 a.txt: can't be written: file exists" in result.stderr


def test_impossible_day() -> None:
    result = run("--format", "plover", "--published", "2025-02-30", "a.txt")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "E005" in result.stderr


@pytest.fixture
def ledger(folder: Path) -> str:
    """The example, and another report, in a ledger."""
    with Ledger(folder / "x.db") as opened:
        opened.put(greetings(), records())
        other = Report(text="Peru accused Chile.", published=date(2024, 1, 2), outlet="The Example")
        opened.put(other, made.read(other))
    return "x.db"


@pytest.mark.parametrize("name", FORMATS)
def test_from_a_ledger_as_from_files(folder: Path, ledger: str, name: str) -> None:
    """What the ledger gives of the example is what its file gives, byte for byte."""
    example = {"out": ("a.txt",), "held": ("--ledger", ledger, "--since", "2025")}
    if FORMATS[name].folder:
        for path, source in example.items():
            assert run("--format", name, "--output", path, "--text", *source).exit_code == 0
        files = {file.name for file in (folder / "out").iterdir()}
        assert files == {file.name for file in (folder / "held").iterdir()} and len(files) > 1
        for file in files:
            assert (folder / "out" / file).read_bytes() == (folder / "held" / file).read_bytes()
        return
    for path, source in example.items():
        assert run("--format", name, "--output", path, "--text", *source).exit_code == 0
    if name == "spacy":
        return  # its bytes hold a set, which has no order
    assert (folder / "out").read_bytes() == (folder / "held").read_bytes()


def exported(*arguments: str) -> list[str]:
    result = run("--format", "plover", "--ledger", "x.db", *arguments)
    assert result.exit_code == 0, result.stderr
    return [json.loads(line)["Event ID"].split("-")[0] for line in result.stdout.splitlines()]


def asked(*arguments: str) -> list[str]:
    result = CliRunner().invoke(
        main, ["timeline", *arguments, "--ledger", "x.db", "--format", "jsonl"]
    )
    return [json.loads(line)["id"] for line in result.stdout.splitlines()]


def test_a_ledger_s_choice_is_the_timeline_s(ledger: str) -> None:
    assert len(set(exported())) == len(records()) + 1
    for pair, options in (
        (("KEN",), ()),
        (("PER", "CHL"), ()),
        (("KEN", "PRT"), ("--event", "accuse")),
        (("PRT",), ("--status", "denied")),
        (("PRT",), ("--limit", "2")),
        (("KEN", "PRT"), ("--directed", "--confidence", "0.1")),
        (("KEN",), ("--until", "2024")),
    ):
        who = [word for name in pair for word in ("--who", name)]
        found = set(exported(*who, *options))
        assert found == set(asked(*pair, *options)), (pair, options)


def test_a_ledger_that_is_not_there(folder: Path) -> None:
    result = run("--format", "plover", "--ledger", "none.db")
    assert result.exit_code == 1 and "E030 none.db" in result.stderr
    assert not (folder / "none.db").exists()


def test_the_ledger_is_not_written_over(folder: Path, ledger: str) -> None:
    result = run("--format", "plover", "--ledger", ledger, "--output", ledger)
    assert result.exit_code == 1 and "E008" in result.stderr
    with Ledger(folder / ledger) as opened:
        assert opened.check() == []
