"""Web pages -> Report: trafilatura finds the article, and its date is looked for where it's surest.

In this order: the page's own JSON-LD, its meta tags, then whatever htmldate makes of the page.
A page can hold a parser for minutes, so this runs in a process that can be ended (``guard``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from html import unescape
from typing import Any

import msgspec

from onrecord.errors import OnrecordError
from onrecord.intake.arrival import MAX_PAGE, Arrival
from onrecord.intake.markup import storable
from onrecord.intake.moments import Moment, moment
from onrecord.intake.parsers import load
from onrecord.intake.text import MAX_BYTES
from onrecord.intake.tongue import tongue
from onrecord.report import Report

_LD = re.compile(
    r"<script[^>]{0,500}application/ld\+json[^>]{0,500}>(.{1,200000}?)</script>", re.I | re.S
)
_META = re.compile(r"<meta\s[^>]{1,2000}>", re.I)
_ATTRIBUTE = re.compile(r"""([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_DATES = (
    "article:published_time", "og:article:published_time", "datepublished", "date",
    "parsely-pub-date", "dc.date.issued", "dcterms.created", "sailthru.date", "pubdate",
)  # fmt: skip
_DEPTH = 8
_TRIAL = "<html><body><article><p>Published on 14 March 2025 by some.</p></article></body></html>"
_HEAD = 1 << 20  # characters: dates stand at a page's head
_META_CHARSET = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.I)


def arrived(
    data: bytes, *, address: str | None = None, published: date | str | None = None
) -> Arrival:
    """The article of a page. Raises OnrecordError E005, E006 or E027."""
    if len(data) > MAX_PAGE:
        raise OnrecordError("E006", limit=f"{MAX_PAGE:,}")
    page = storable(decoded(data))
    trafilatura = load("trafilatura", warm=lambda module: module.bare_extraction(_TRIAL))
    found = trafilatura.bare_extraction(
        page, url=address, with_metadata=True, include_comments=False, include_tables=False
    )
    text = _body(found) if found is not None else ""
    if found is None or not text.strip():
        raise OnrecordError("E027")
    if len(text) > MAX_BYTES:
        raise OnrecordError("E006", limit=f"{MAX_BYTES:,}")
    when, origin = (moment(published), "option") if published is not None else _when(page, address)
    return Arrival(
        report=Report(
            text=text,
            published=when[0] if when else None,
            title=_line(found.title),
            outlet=_line(found.sitename),
            address=address or _web(found.url),
        ),
        published_time=when[1] if when else None,
        published_from=origin if when else None,
        language=tongue(text),
    )


def _body(found: Any) -> str:
    text, title = storable(found.text or ""), storable(found.title or "")
    # The headline is kept as the title; as a line of the text it would be read as a sentence.
    return text[len(title) + 1 :] if title and text.startswith(f"{title}\n") else text


def decoded(data: bytes) -> str:
    """The page as text: UTF-8 where it is that, whatever it says; then what it says itself."""
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"),
                           (b"\xfe\xff", "utf-16")):  # fmt: skip
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        said = _META_CHARSET.search(data[:4096])
        name = said[1].decode("ascii") if said else "cp1252"
    try:
        return data.decode(name, "replace")
    except (LookupError, ValueError):  # no such encoding, or one that is none of text
        return data.decode("cp1252", "replace")


def _when(page: str, address: str | None) -> tuple[Moment | None, str]:
    for origin, values in (("json-ld", _ld_dates(page)), ("meta", _meta_dates(page))):
        for value in values:
            if found := _moment(value):
                return found, origin
    try:
        guess = load("htmldate", warm=lambda module: module.find_date(_TRIAL)).find_date(
            page, url=address, original_date=True, outputformat="%Y-%m-%d"
        )
    except Exception:  # a guess that fails is no guess; the article stays
        guess = None
    return (_moment(guess) if guess else None), "page"


def _moment(value: object) -> Moment | None:
    try:
        return moment(value)
    except OnrecordError:
        return None


def _ld_dates(page: str) -> Iterator[str]:
    for block in _LD.finditer(page):
        try:
            data: Any = msgspec.json.decode(block[1].strip())
        except (msgspec.DecodeError, RecursionError, UnicodeError):
            continue  # bogus JSON-LD says nothing
        yield from _dates_within(data, _DEPTH)


def _dates_within(data: object, depth: int) -> Iterator[str]:
    if depth == 0:
        return
    if isinstance(data, list):
        for part in data[:100]:
            yield from _dates_within(part, depth - 1)
    elif isinstance(data, dict):
        if isinstance(value := data.get("datePublished"), str):
            yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _dates_within(data.get(key), depth - 1)


def _meta_dates(page: str) -> Iterator[str]:
    found: dict[str, str] = {}
    for tag in _META.finditer(page[:_HEAD]):
        pairs = {name.lower(): unescape(a or b) for name, a, b in _ATTRIBUTE.findall(tag[0])}
        name = pairs.get("property") or pairs.get("name") or pairs.get("itemprop") or ""
        found.setdefault(name.lower(), pairs.get("content", ""))
    yield from (found[name] for name in _DATES if found.get(name))


def _line(value: str | None) -> str | None:
    return storable(" ".join(value.split()))[:1000] or None if value else None


def _web(value: str | None) -> str | None:
    return value if value and value.startswith(("http://", "https://")) else None
