"""The TSV reader that every table in codes/ goes through."""

from importlib.resources import files

import pytest

from onrecord.codes.tables import parse, rows


def test_comments_are_skipped_and_short_rows_filled() -> None:
    text = "# source\nname\tcode\n# note\nAlpha\t1\nBeta\n\n"
    assert parse(text) == [{"name": "Alpha", "code": "1"}, {"name": "Beta", "code": ""}]


def test_windows_line_ends_and_an_empty_table() -> None:
    assert parse("a\tb\r\n1\t2\r\n") == [{"a": "1", "b": "2"}]
    assert parse("# nothing\n") == []


def test_a_row_wider_than_its_header_is_an_error() -> None:
    with pytest.raises(ValueError, match="header has 1"):
        parse("a\n1\t2\n")


def test_rows_are_read_once() -> None:
    assert rows("sectors") is rows("sectors")


def test_no_such_table() -> None:
    with pytest.raises(FileNotFoundError):
        rows("no-such-table")


@pytest.mark.parametrize(
    "name",
    [
        "countries",
        "organisations",
        "leaders",
        "roles",
        "cameo",
        "cameo_best",
        "sectors",
        "steering",
    ],
)
def test_every_table_parses_and_names_its_source(name: str) -> None:
    text = (files("onrecord.codes") / "data" / f"{name}.tsv").read_text("utf-8")
    assert rows(name)
    comment = "\n".join(line for line in text.split("\n") if line.startswith("#"))
    assert any(word in comment for word in ("Source", "Built", "by hand", "our own"))
