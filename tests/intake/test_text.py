"""Bytes become a Report: encodings, headers, and what is refused."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import OnrecordError
from onrecord.intake.text import MAX_BYTES, decode, from_bytes, from_file, header

BODY = "The ministers met in Oslo on Tuesday.\r\n\r\n“We agree,” one said.\n"


def code_of(data: bytes, **options: str) -> str:
    with pytest.raises(OnrecordError) as caught:
        from_bytes(data, **options)
    return caught.value.code


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_encodings(encoding: str) -> None:
    assert from_bytes(BODY.encode(encoding)).text == BODY


@pytest.mark.parametrize(
    ("mark", "encoding"), [(b"\xfe\xff", "utf-16-be"), (b"\xff\xfe", "utf-16-le")]
)
def test_utf_16_marks(mark: bytes, encoding: str) -> None:
    assert from_bytes(mark + BODY.encode(encoding)).text == BODY


def test_one_broken_byte_spoils_one_letter_only() -> None:
    assert decode(BODY.encode() + b"\xff") == BODY + "\ufffd"


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), max_size=200))
def test_utf_8_comes_back_as_it_was(body: str) -> None:
    plain = f"In short. {body}"
    assert decode(plain.encode()) == plain


@given(st.binary(max_size=300))
def test_any_bytes_give_a_report_or_a_coded_error(data: bytes) -> None:
    try:
        report = from_bytes(data)
    except OnrecordError as error:
        assert error.code in {"E002", "E003", "E004", "E005"}
    else:
        assert report.text.strip()


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7 ...",
        b"PK\x03\x04...",
        b"\x1f\x8b...",
        b"\x89PNG...",
        b"a\0b",
        b"plain \x81 text",
        b"\xff\xfea",
        b"\x01\x02\x03 text",
        b" <!DOCTYPE html><p>News",
        b"<html lang=en>",
    ],
)
def test_what_is_no_text(data: bytes) -> None:
    assert code_of(data) == "E002"


@pytest.mark.parametrize(
    "text", ["", " \r\n\t\n", "date 2025-03-14", "Date: 2025-03-14\nTitle: Talks\n\n\n"]
)
def test_nothing_to_read(text: str) -> None:
    assert code_of(text.encode()) == "E003"


@pytest.mark.parametrize(
    "head",
    [
        "date 2025-03-14 ",
        " date 2025-03-14 ",
        "Date 2025-03-14\n",
        "date 2025-03-14\r\n\r\n",
        "Date: 2025-03-14\n",
        "Date: 2025-03-14\n\n",
        "\n\nDATE : 2025-03-14\r\n \r\n",
        "Title: Talks in Oslo\nDate: 14 March 2025\nOutlet: The Courier\n\n",
    ],
)
def test_heads(head: str) -> None:
    report = from_bytes((head + BODY).encode())
    assert report.text == BODY
    assert report.published == date(2025, 3, 14)


def test_whole_head() -> None:
    head = (
        "Date: 2025-03-14\nTitle: Talks: a start\nOutlet: The Courier\nURL: https://example.org/a\n"
    )
    report = from_bytes(f"{head}\n{BODY}".encode())
    assert (report.title, report.outlet) == ("Talks: a start", "The Courier")
    assert report.address == "https://example.org/a"


@pytest.mark.parametrize(
    "text",
    [
        "Date night is over.\n",
        "Dates: 2025-03-14 and later\n",
        "Update 2025-03-14 of the story\n",
        "The date: 2025-03-14\n",
        "   Indented and kept.\n\n",
    ],
)
def test_no_head(text: str) -> None:
    assert header(text) == ({}, 0)


@pytest.mark.parametrize("value", ["2025-02-29", "2025-13-01", "yesterday", "03/04/2025", "0"])
def test_impossible_dates(value: str) -> None:
    assert code_of(f"Date: {value}\n\n{BODY}".encode()) == "E005"
    assert code_of(BODY.encode(), published=value) == "E005"


def test_impossible_date_in_the_first_line() -> None:
    assert code_of(f"date 2025-02-30 {BODY}".encode()) == "E005"


def test_given_day_wins_over_the_head() -> None:
    report = from_bytes(f"Date: nonsense\n\n{BODY}".encode(), published="2025-03-14")
    assert report.published == date(2025, 3, 14)


def test_no_day() -> None:
    assert from_bytes(BODY.encode()).published is None


def test_too_large() -> None:
    import io

    from onrecord.intake.text import from_stream

    with pytest.raises(OnrecordError, match="E006"):
        from_stream(io.BytesIO(b"a" * (MAX_BYTES + 1)))


def test_files(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes(BODY.encode())
    assert from_file(path).text == BODY
    with pytest.raises(OnrecordError, match=r"E001 .*missing\.txt: no such file"):
        from_file(tmp_path / "missing.txt")
    with pytest.raises(OnrecordError, match="E007"):
        from_file(tmp_path)
    with pytest.raises(OnrecordError, match="E007"):
        from_file("a\0b")
    path.write_bytes(b"")
    with pytest.raises(OnrecordError, match=r"E003 .*report\.txt"):
        from_file(path)
