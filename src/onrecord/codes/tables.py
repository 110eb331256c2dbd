"""Tables are data: every list of words, names and codes is a TSV file in ``codes/data``, read once.

A table has one header row; lines that start with ``#`` are comments (the first ones give its
source and licence). Cells are plain text without quoting; an empty cell is ``""``.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files


def parse(text: str) -> list[dict[str, str]]:
    """The rows of a TSV ``text`` as dicts keyed by its header; short rows are filled with ``""``.

    Raises ValueError where a row has more cells than the header.
    """
    lines = [line for line in text.split("\n") if line.strip() and not line.startswith("#")]
    if not lines:
        return []
    header = lines[0].rstrip("\r").split("\t")
    width = len(header)
    found = []
    for line in lines[1:]:
        cells = line.rstrip("\r").split("\t")
        if len(cells) > width:
            raise ValueError(f"row has {len(cells)} cells, header has {width}: {line[:80]!r}")
        cells += [""] * (width - len(cells))
        found.append(dict(zip(header, cells, strict=True)))
    return found


@cache
def rows(name: str) -> list[dict[str, str]]:
    """The rows of the table ``codes/data/<name>.tsv``; read once, so treat them as read-only.

    Raises FileNotFoundError where there is no such table.
    """
    source = files("onrecord.codes") / "data" / f"{name}.tsv"
    return parse(source.read_text(encoding="utf-8"))
