"""CoNLL-U in, plain frozen sentences out.

Only what training and scoring need is kept: syntactic words, tags, the basic
tree, white space, paragraphs and the MISC column. The surface token of a range
(``3-4 don't``) and empty nodes (``8.1``) are skipped; the white space after a
range is handed to its last word. Format: https://universaldependencies.org/format.html
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec


class Sentence(msgspec.Struct, frozen=True, kw_only=True):
    """One sentence: parallel lists, one value for each syntactic word.

    heads are 0-based positions in the sentence, the root's head is the root itself;
    deprels keep their subtypes; space_after says whether white space follows the word;
    new_paragraph is true for the first sentence of a paragraph; text is the ``# text`` line.
    """

    id: str
    text: str
    new_paragraph: bool
    words: list[str]
    upos: list[str]
    xpos: list[str]
    heads: list[int]
    deprels: list[str]
    space_after: list[bool]
    misc: list[str]


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """A document: its id (``# newdoc id``, or the file's name) and its sentences."""

    id: str
    sentences: list[Sentence]


def read_conllu(path: Path | str) -> list[Document]:
    """The documents of a CoNLL-U file, in its order.

    Raises ValueError with the sentence's id where a line has other than ten columns
    or a head lies outside the sentence.
    """
    path = Path(path)
    documents: list[tuple[str, list[Sentence]]] = []
    with path.open(encoding="utf-8") as lines:
        for block in _blocks(lines):
            name = _comment(block, "newdoc id")
            if name is None and _has(block, "newdoc"):
                name = f"{path.stem}-{len(documents) + 1}"
            if name is not None or not documents:
                documents.append((name or path.stem, []))
            first = not documents[-1][1]
            documents[-1][1].append(_sentence(block, first=first))
    return [Document(id=name, sentences=sentences) for name, sentences in documents]


def _blocks(lines: Iterable[str]) -> Iterator[list[str]]:
    block: list[str] = []
    for raw in lines:
        line = raw.rstrip("\r\n")
        if line:
            block.append(line)
        elif block:
            yield block
            block = []
    if block:
        yield block


def _comment(block: list[str], key: str) -> str | None:
    for line in block:
        if line.startswith("#"):
            name, equals, value = line[1:].partition("=")
            if equals and name.strip() == key:
                return value.strip()
    return None


def _has(block: list[str], key: str) -> bool:
    # "newpar" or "newpar id", never "newpar_block".
    return any(line[1:].split("=")[0].split()[:1] == [key] for line in block if line[0] == "#")


def _sentence(block: list[str], *, first: bool) -> Sentence:
    name = _comment(block, "sent_id") or ""
    rows: list[list[str]] = []
    spaces: list[bool] = []
    range_end, range_space = 0, True
    for line in block:
        if line.startswith("#"):
            continue
        row = line.split("\t")
        if len(row) != 10:
            raise ValueError(f"{name}: {len(row)} columns instead of 10: {line!r}")
        space = "SpaceAfter=No" not in row[9].split("|")
        if "-" in row[0]:
            range_end, range_space = int(row[0].split("-")[1]), space
        elif "." not in row[0]:
            rows.append(row)
            inside = len(rows) < range_end
            spaces.append(False if inside else range_space if len(rows) == range_end else space)
    heads = [int(row[6]) - 1 if row[6] != "0" else place for place, row in enumerate(rows)]
    if any(not 0 <= head < len(rows) for head in heads):
        raise ValueError(f"{name}: a head lies outside the sentence")
    return Sentence(
        id=name,
        text=_comment(block, "text") or "",
        new_paragraph=first or _has(block, "newpar"),
        words=[row[1] for row in rows],
        upos=[row[3] for row in rows],
        xpos=[row[4] for row in rows],
        heads=heads,
        deprels=[row[7] for row in rows],
        space_after=spaces,
        misc=[row[9] for row in rows],
    )
