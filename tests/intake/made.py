"""Sources made by the tests themselves: sound ones of every kind, and broken and hostile ones."""

from __future__ import annotations

import gzip
import io
import json
import random
import struct
import zipfile
import zlib
from collections.abc import Iterator

from onrecord.intake import kinds
from onrecord.intake.arrival import Arrival, Failure, Note, Options, Passed
from onrecord.intake.worker import made

SENTENCE = (
    "The minister of Peru met the president of Chile in Lima on Tuesday, and they agreed that "
    "the two countries would work together on trade, an official of the ministry said. "
)
STORY = SENTENCE * 4


def page(title: str = "Talks in Lima", body: str = STORY, head: str = "") -> bytes:
    return (
        f"<!doctype html><html><head><meta charset='utf-8'><title>{title}</title>{head}</head>"
        f"<body><article><h1>{title}</h1><p>{body}</p><p>{body}</p></article></body></html>"
    ).encode()


def record(number: int, body: bytes, *, kind: str = "response", length: int | None = None,
           media: str = "text/html", status: str = "200 OK") -> bytes:  # fmt: skip
    """A WARC record; ``length``: what it claims to be long."""
    content = body
    if kind == "response":
        content = f"HTTP/1.1 {status}\r\nContent-Type: {media}\r\n\r\n".encode() + body
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:{number:032x}>\r\n"
        f"WARC-Date: 2025-03-15T00:00:00Z\r\nWARC-Target-URI: http://news.example/{number}\r\n"
        f"Content-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(content) if length is None else length}\r\n\r\n"
    )
    return head.encode() + content + b"\r\n\r\n"


def warc(count: int) -> list[bytes]:
    return [record(n, page(f"Talks {n}", f"Round {n}. {STORY}")) for n in range(count)]


def rows(count: int) -> list[dict[str, str]]:
    return [
        {"body": f"Round {n}. {STORY}", "pub_date": "2025-03-14", "url": f"http://news.example/{n}"}
        for n in range(count)
    ]


def lines(count: int) -> bytes:
    return "\n".join(json.dumps(row) for row in rows(count)).encode()


def zipped(**files: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def feed(count: int, doctype: str = "") -> bytes:
    entries = "".join(
        f"<item><title>Talks {n}</title><link>http://news.example/{n}</link>"
        f"<pubDate>Fri, 14 Mar 2025 10:00:00 -0500</pubDate>"
        f"<description>&lt;p&gt;Round {n}. {STORY}&lt;/p&gt;</description></item>"
        for n in range(count)
    )
    return (
        f'<?xml version="1.0"?>{doctype}<rss version="2.0"><channel><title>The Example</title>'
        f"{entries}</channel></rss>"
    ).encode()


def bomb(size: int) -> bytes:
    """``size`` zeros as gzip, without the checksum at the end: nobody should get that far."""
    packer = zlib.compressobj(9, wbits=31)
    block = bytes(1 << 20)
    first = packer.compress(block) + packer.flush(zlib.Z_FULL_FLUSH)
    again = packer.compress(block) + packer.flush(zlib.Z_FULL_FLUSH)
    return first + again * ((size >> 20) - 1)


def flipped(data: bytes, *, seed: int, count: int = 3) -> bytes:
    """``data`` with a few bits turned round."""
    chance, out = random.Random(seed), bytearray(data)
    for _ in range(count):
        out[chance.randrange(len(out))] ^= 1 << chance.randrange(8)
    return bytes(out)


def taken(
    data: bytes, name: str, options: Options | None = None
) -> Iterator[Arrival | Failure | str]:
    """What comes of a source in this process: arrivals, failures, and notes' words."""
    position = 0
    for item in kinds.from_bytes(data, name, options):
        if isinstance(item, Note):
            yield item.text
            continue
        position += 1
        found = made(position, item)
        if not isinstance(found, Passed):
            yield found


LAUGHS = "<!DOCTYPE lolz [<!ENTITY a0 'ha'>" + "".join(
    f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 10)
) + "]>"  # fmt: skip


def hostile() -> dict[str, bytes]:
    """The twelve kinds of hostile source, by file name."""
    false = warc(3)
    false[1] = record(1, page("Talks 1"), length=10**9)
    return {
        "01-nested.html": b"<html><body>" + b"<div>" * 100_000 + STORY.encode(),
        "02-unclosed.html": b"<html><body>" + b"<p>x" * 200_000,
        "03-attribute.html": b"<html><body><p title='" + b"a" * 10_000_000 + b"'>" + STORY.encode(),
        "04-colspan.html": b"<html><body><table>"
        + b"<tr><td colspan=999999999 rowspan=999999999>x</td></tr>" * 100
        + b"</table>",
        "05-large.txt": SENTENCE.encode() * (50_000_000 // len(SENTENCE)),
        "06-nuls.txt": STORY.encode().replace(b" ", b"\0"),
        "07-entities.html": page(body="&#0;&#xD800;&#99999999999;&nosuch;&amp" + STORY),
        "08-bogus-ld.html": page(
            head='<script type="application/ld+json">{"datePublished": [[[[</script>'
        ),
        "09-laughs.xml": feed(1, LAUGHS).replace(b"Talks 0", b"&a9;"),
        "10-charset.html": page().replace(b"charset='utf-8'", b"charset='utf-7-nosuch'") + b"\xff",
        "11-zeros.gz": bomb(1 << 30),
        "12-false-length.warc": b"".join(false),
    }


def damaged_gzip() -> bytes:
    """Five records, a member each; the checksum of the third is wrong."""
    members = [gzip.compress(one, mtime=0) for one in warc(5)]
    members[2] = members[2][:-8] + struct.pack("<II", 1, 2)
    return b"".join(members)
