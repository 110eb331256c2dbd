"""``onrecord accounts``, ``account`` and ``decide``, as people call them."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

pytest.importorskip("rensa")

from onrecord.cli import main
from onrecord.ledger.connection import connect
from tests.ledger.test_accounting import put, reports


@pytest.fixture
def path(tmp_path: Path) -> str:
    file = tmp_path / "ledger.db"
    connection = connect(file)
    for report, made in reports():
        put(connection, report, made)
    connection.close()
    return str(file)


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments))


def test_accounts(path: str) -> None:
    shown = run("accounts", "KEN", "--ledger", path)
    assert shown.exit_code == 0, shown.output
    assert "2 accounts" in shown.output
    assert "asserted 2, attributed 1" in " ".join(shown.output.split())
    lines = run("accounts", "Fiji", "--ledger", path, "--format", "jsonl").output.splitlines()
    (one,) = map(json.loads, lines)
    assert (one["reports"], one["voices"]) == (3, 2)
    rows = list(csv.DictReader(
        run("accounts", "--ledger", path, "--format", "csv").output.splitlines()))  # fmt: skip
    assert {row["recipients"] for row in rows} == {"Fiji", "Tonga"}
    assert "No accounts." in run("accounts", "--doubted", "--ledger", path).output


def test_account_and_decide(path: str) -> None:
    first, second = (made.id for _, made in reports()[:2])
    run("accounts", "--ledger", path)
    shown = run("account", first, "--ledger", path).output
    assert "2 independent voices" in shown
    assert shown.count("(heard") == 1  # one of the two that print one text
    said = run("decide", "not-same", first[:12], second, "--who", "A. Reader", "--ledger", path)
    assert said.exit_code == 0, said.output
    one = json.loads(run("account", first, "--ledger", path, "--format", "jsonl").output)
    assert second not in [word["record"] for word in one["words"]]
    assert one["decided"]
    rows = run("account", second, "--ledger", path, "--format", "csv").output.splitlines()
    assert rows[0].startswith("record,report,status")


def test_voices_and_their_claims(path: str) -> None:
    shown = " ".join(run("voices", "--ledger", path).output.split())
    assert "Tonga" in shown and "says 1" in shown
    (one,) = run("voices", "--ledger", path, "--format", "jsonl").output.splitlines()
    # Two reports of the same day vouch for it themselves: it never stood on Tonga's word alone.
    assert json.loads(one)["claims"] == 0


def test_wrong_use(path: str, tmp_path: Path) -> None:
    assert run("decide", "same", "abc", "--ledger", path).exit_code == 2
    assert "E036" in run("decide", "wrong", "abc", "--ledger", path).output
    assert run("accounts", "--ledger", str(tmp_path / "none.db")).exit_code == 1
    assert not (tmp_path / "none.db").exists()
