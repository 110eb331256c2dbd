"""A snippet of HTML, as feeds carry it, to plain text: tags go, paragraphs stay apart."""

from __future__ import annotations

import re
from html.parser import HTMLParser

_BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "br", "dd", "div", "dl", "dt", "figure", "footer",
    "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "ol", "p", "pre", "section",
    "table", "td", "th", "tr", "ul",
))  # fmt: skip
_SILENT = frozenset(("script", "style", "template", "noscript"))
_LIKE_MARKUP = re.compile(r"<[a-zA-Z/!][^<]*>|&#?\w+;")


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT:
            self.silent += 1
        elif tag in _BLOCKS:
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self.silent = max(0, self.silent - 1)
        elif tag in _BLOCKS:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        if not self.silent:
            # What is a line break in the source is a space on the page.
            self.parts.append(re.sub(r"\s+", " ", data))


def plain(markup: str) -> str:
    """The text of ``markup``, one paragraph a line; text without markup stays as it is."""
    if not _LIKE_MARKUP.search(markup):
        return markup.strip()
    parser = _Text()
    parser.feed(markup)
    parser.close()
    lines = (" ".join(line.split()) for line in "".join(parser.parts).split("\n"))
    return "\n".join(line for line in lines if line)


def storable(text: str) -> str:
    """``text`` with the replacement character for what no database or encoder takes; as long."""
    return re.sub("[\0\ud800-\udfff]", "\ufffd", text)
