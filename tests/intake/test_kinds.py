"""Every kind of source: what is told apart, and what comes out of it."""

from __future__ import annotations

import datetime
import gzip
import io
from datetime import date

import pyarrow
import pyarrow.parquet
import pytest

from onrecord.intake.arrival import Arrival, Columns, Failure, Options
from tests.intake.made import STORY, feed, lines, page, rows, taken, warc, zipped


def one(data: bytes, name: str, options: Options | None = None) -> Arrival:
    (found,) = taken(data, name, options)
    assert isinstance(found, Arrival), found
    return found


def codes(data: bytes, name: str, options: Options | None = None) -> list[str]:
    return [found.code for found in taken(data, name, options) if isinstance(found, Failure)]


def parquet(count: int) -> bytes:
    out = io.BytesIO()
    columns = {name: [row[name] for row in rows(count)] for name in ("body", "url")}
    day = datetime.datetime(2025, 3, 14, 9, 30)
    table = pyarrow.table({**columns, "date": [day] * count, "unused": [b"x"] * count})
    pyarrow.parquet.write_table(table, out, row_group_size=2)
    return out.getvalue()


def test_text() -> None:
    found = one(f"Date: 2025-03-14\nTitle: Talks\n\n{STORY}".encode(), "a.txt")
    assert found.report.text == STORY
    assert (found.report.published, found.report.title) == (date(2025, 3, 14), "Talks")
    assert (found.published_from, found.language) == ("header", "en")
    assert one(STORY.encode(), "noname").published_from is None


def test_page() -> None:
    head = (
        '<meta property="og:site_name" content="The Example"><script type="application/ld+json">'
        '{"@graph":[{"@type":"NewsArticle","datePublished":"2025-03-14T23:30:00-05:00"}]}</script>'
    )
    found = one(page(head=head), "page")
    assert found.report.text.startswith("The minister of Peru")
    assert (found.report.title, found.report.outlet) == ("Talks in Lima", "The Example")
    assert (found.report.published, found.published_from) == (date(2025, 3, 14), "json-ld")
    assert found.published_time == "2025-03-14T23:30:00-05:00"


@pytest.mark.parametrize(
    ("head", "origin"),
    [
        ('<meta property="article:published_time" content="2025-03-14T08:00:00Z">', "meta"),
        ("<meta content='2025-03-14' name='DC.date.issued'>", "meta"),
        ('<script type="application/ld+json">{"datePublished": [[</script>'
         '<meta name="date" content="2025-03-14">', "meta"),
    ],
)  # fmt: skip
def test_date_of_a_page(head: str, origin: str) -> None:
    found = one(page(head=head), "a.html")
    assert (found.report.published, found.published_from) == (date(2025, 3, 14), origin)


def test_page_without_article() -> None:
    assert codes(b"<!doctype html><html><body></body></html>", "a.html") == ["E027"]


def test_feed() -> None:
    found = list(taken(feed(3), "news.xml"))
    assert [type(one) for one in found] == [Arrival] * 3
    assert isinstance(first := found[0], Arrival)
    assert (first.report.outlet, first.report.title) == ("The Example", "Talks 0")
    assert first.report.address == "http://news.example/0"
    assert first.published_time == "2025-03-14T10:00:00-05:00"
    assert first.report.text == f"Round 0. {STORY}".strip()


def test_atom() -> None:
    data = (
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>Wire</title><entry><title>T</title>'
        f'<link href="http://news.example/1"/><updated>2025-03-14T10:00:00Z</updated>'
        f'<content type="html">&lt;p&gt;{STORY}&lt;/p&gt;</content></entry></feed>'
    )
    found = one(data.encode(), "feed")
    assert (found.report.outlet, found.published_from) == ("Wire", "feed")


@pytest.mark.parametrize("name", ["a.jsonl", "a.ndjson", "a"])
def test_json_lines(name: str) -> None:
    told, *found = taken(lines(3), name)
    assert told == "text from body, date from pub_date, address from url"
    assert [f.report.address for f in found if isinstance(f, Arrival)] == [
        f"http://news.example/{n}" for n in range(3)
    ]


def test_json_array_and_object() -> None:
    data = b"[\n" + b",\n".join(lines(3).split(b"\n")) + b"\n]"
    assert len(list(taken(data, "a.json"))) == 4
    assert len(list(taken(b'{\n"text": "' + STORY.encode() + b'"\n}', "a.json"))) == 2


def test_separated() -> None:
    for name, mark in (("a.csv", ","), ("a.tsv", "\t")):
        head = mark.join(("Headline", "Full Text", "Date"))
        row = mark.join(("Talks", f'"{STORY}"', "14 March 2025"))
        told, found = taken(f"{head}\n{row}\n".encode(), name)
        assert told == "text from Full Text, date from Date, title from Headline"
        assert isinstance(found, Arrival) and found.report.published == date(2025, 3, 14)


def test_separated_in_windows_1252() -> None:
    _, found = taken(f"text\n“{STORY}”\n".encode("cp1252"), "a.csv")
    assert isinstance(found, Arrival) and found.report.text.startswith("“The")


def test_parquet() -> None:
    told, *found = taken(parquet(3), "a.parquet")
    assert told == "text from body, date from date, address from url"
    assert [f.item for f in found if isinstance(f, Arrival)] == ["row 1", "row 2", "row 3"]
    assert isinstance(found[0], Arrival) and found[0].published_time == "2025-03-14T09:30:00"


def test_warc() -> None:
    plain, packed = warc(3), [gzip.compress(part, mtime=0) for part in warc(3)]
    for data, name in (
        (b"".join(plain), "a.warc"),
        (b"".join(packed), "a.warc.gz"),
        (gzip.compress(b"".join(plain)), "whole"),
    ):
        found = list(taken(data, name))
        assert [f.report.title for f in found if isinstance(f, Arrival)] == [
            "Talks 0", "Talks 1", "Talks 2",
        ]  # fmt: skip


def test_zip_and_gzip() -> None:
    data = zipped(**{"a.txt": STORY.encode(), "b/c.jsonl": lines(2), ".hidden": b"x",
                     "d.txt.gz": gzip.compress(f"Once more. {STORY}".encode())})  # fmt: skip
    names = [found.item for found in taken(data, "z.zip") if isinstance(found, Arrival)]
    assert names == ["a.txt", "b/c.jsonl: line 1", "b/c.jsonl: line 2", "d.txt.gz"]
    assert one(gzip.compress(gzip.compress(STORY.encode())), "a.txt.gz.gz").report.text == STORY


def test_columns_named() -> None:
    options = Options(columns=Columns(text="url", date="pub_date"))
    told, found = taken(lines(1), "a.jsonl", options)
    assert told == "text from url, date from pub_date, address from url"
    assert isinstance(found, Arrival) and found.report.text == "http://news.example/0"
    assert codes(lines(1), "a.jsonl", Options(columns=Columns(text="nosuch"))) == ["E028"]
    assert codes(b'{"x": 1}\n{"x": 2}', "a.jsonl") == ["E025"]


def test_published_wins() -> None:
    options = Options(published="2024-01-02")
    for data, name in ((lines(1), "a.jsonl"), (page(), "a.html"), (feed(1), "a.xml"),
                       (STORY.encode(), "a.txt"), (b"".join(warc(1)), "a.warc")):  # fmt: skip
        found = [f for f in taken(data, name, options) if isinstance(f, Arrival)]
        assert [(f.report.published, f.published_from) for f in found] == [
            (date(2024, 1, 2), "option")
        ], name


def test_another_language_is_marked() -> None:
    text = (
        "El presidente dijo el martes que los dos países van a trabajar juntos en la región. " * 4
    )
    assert one(text.encode(), "a.txt").language == "es"
    assert not one(text.encode(), "a.txt").readable


def test_a_bad_row_costs_that_row() -> None:
    good = lines(3).split(b"\n")
    data = b"\n".join([good[0], b"{no json", b"[1]", b'{"body": ""}', b'"text"', good[2]])
    found = list(taken(data, "a.jsonl"))
    assert [f.code for f in found if isinstance(f, Failure)] == ["E023", "E023", "E003", "E023"]
    assert [f.item for f in found if isinstance(f, Arrival)] == ["line 1", "line 6"]
    bad = b'{"body": "Some words.", "pub_date": "03/04/2025"}'
    assert codes(b"\n".join([good[0], bad]), "a.jsonl") == ["E005"]


@pytest.mark.parametrize(
    "data", [b"SQLite format 3\0xx", b"BZh9", b"7z\xbc\xaf\x27\x1c", b"%PDF-1.7"]
)
def test_no_text(data: bytes) -> None:
    assert codes(data, "a") == ["E002"]
