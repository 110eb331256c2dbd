"""Passages whose texts are not ours: records that hold places where the notation holds words.

A line of a file in training/corpus/news/ is a passage: the document that it comes from, its day,
how many code points of the document's text were read (``length``), the SHA-256 of these, and
its records in the shape of bench/gold.py, with ``[start, end)`` in the place of ``text``, ``cue``
and ``trigger``. The texts lie in the data folder (README.md of that folder names the sets).

`python -m training.corpus.standoff FILE OUT` makes such a file from one in the notation
(notation.py), whose ids are documents; `--words FILE` prints one in the notation's shape as JSON
Lines. Both need the data folder.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import re
import sys
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from bench.common import data_file
from bench.dates import body
from bench.gold import Gold, occurrences, trigger_span
from training.corpus import notation

WORDS = {"text", "cue", "trigger"}
"""The keys of an expected record whose values are words of the text."""


class Standoff(msgspec.Struct, frozen=True, kw_only=True):
    """A passage without its words."""

    document: str
    published: date
    length: int
    sha256: str
    records: list[dict[str, Any]]
    contexts: list[list[str]]


def passages(path: Path) -> Iterator[notation.Passage]:
    """The passages of a file with their words. Raises MissingError without the data folder."""
    for line in path.read_bytes().splitlines():
        found = msgspec.json.decode(line, type=Standoff)
        text = text_of(found.document)[: found.length]
        if hashlib.sha256(text.encode()).hexdigest() != found.sha256:
            raise ValueError(f"{found.document}: not the text that was annotated")
        yield notation.Passage(
            id=found.document,
            published=found.published,
            text=text,
            records=[with_words(record, text) for record in found.records],
            contexts=found.contexts,
        )


def without_text(passage: notation.Passage) -> Standoff:
    """A passage with places for words. Raises ValueError where its text is not the document's."""
    text = passage.text
    if not text_of(passage.id).startswith(text):
        raise ValueError(f"{passage.id}: not how the document begins")
    return Standoff(
        document=passage.id,
        published=passage.published,
        length=len(text),
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        records=[without_words(gold, text) for gold in passage.records],
        contexts=passage.contexts,
    )


def with_words(record: dict[str, Any], text: str) -> Gold:
    """An expected record with the words that its places hold."""
    words = _each(record, lambda place: text[slice(*place)])
    starts = [span[0] for span in occurrences(text, words["trigger"])]
    return msgspec.convert(words | {"occurrence": starts.index(record["trigger"][0])}, Gold)


def without_words(gold: Gold, text: str) -> dict[str, Any]:
    """The same record with the places of its words, the first where they stand more than once."""
    trigger = list(trigger_span(text, gold))
    record = msgspec.to_builtins(gold)
    del record["occurrence"]
    places: dict[str, Any] = _each(record, lambda words: list(_first(text, words)))
    return places | {"trigger": trigger}


def _first(text: str, words: str) -> tuple[int, int]:
    found = occurrences(text, words)
    if found:
        return found[0]
    start = text.index(words)
    return start, start + len(words)


def _each(value: Any, change: Callable[[Any], Any]) -> Any:
    # Empty parts are the defaults of ``Gold``: a line holds what there is to say.
    if isinstance(value, list):
        return [_each(item, change) for item in value]
    if not isinstance(value, dict):
        return value
    return {
        key: change(item) if key in WORDS else _each(item, change)
        for key, item in value.items()
        if item not in (None, [], False) or key in ("start", "end", "precision")
    }


def text_of(document: str) -> str:
    """A document's text, or the part of it from a place on (``polnear/NAME@2310``, in code
    points): one space between words, one line a paragraph."""
    kind, _, name = document.partition("/")
    name, _, start = name.partition("@")
    return plain(SOURCES[kind](name))[int(start or 0) :]


def plain(text: str) -> str:
    """One space between words, one line a paragraph."""
    lines = [" ".join(paragraph.split()) for paragraph in re.split(r"\n\s*\n", text)]
    return "\n".join(line for line in lines if line)


def _tbaq(name: str) -> str:
    return body(data_file(f"dates/tbaq/{name}.tml").read_text("utf-8"))


def _polnear(name: str) -> str:
    return _rows("voices/polnear-train.jsonl")[name]


def _pairs(name: str) -> str:
    """A row of the public pairs, by its number from 1, without its marks."""
    return _sentences()[int(name) - 1]


@cache
def _sentences() -> list[str]:
    rows = data_file("pairs/train.tsv").read_text("utf-8").rstrip("\n").split("\n")[1:]
    return [re.sub(r"</?[st]>", "", row.split("\t")[0]) for row in rows]


def _senate(name: str) -> str:
    return _rows("text/senate.jsonl.gz")[name].replace("\n", "\n\n")


@cache
def _rows(file: str) -> dict[str, str]:
    path = data_file(file)
    content = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    rows = [json.loads(line) for line in content.splitlines()]
    return {row["id"]: row["text"] for row in rows}


def _gum(name: str) -> str:
    return _tree_texts("trees/gum-train.conllu")[name]


def _ewt(name: str) -> str:
    return _tree_texts("trees/ewt-train.conllu")[name]


@cache
def _tree_texts(file: str) -> dict[str, str]:
    content = data_file(file).read_text("utf-8")
    texts: dict[str, str] = {}
    for part in content.split("# newdoc id = ")[1:]:
        # A paragraph's first sentence carries newpar; headings are paragraphs of their own.
        marked = re.findall(r"^# (newpar|text = .*)", part, re.M)
        lines = ("\n\n" if m.startswith("newpar") else m[7:] + " " for m in marked)
        texts[part.split("\n", 1)[0]] = "".join(lines)
    return texts


def _ecb(name: str) -> str:
    return _ecb_texts()[name]


@cache
def _ecb_texts() -> dict[str, str]:
    sentences: dict[str, dict[str, list[str]]] = {}
    lines = data_file("accounts/ecbplus/ECB_Train_corpus.txt").read_text("utf-8").splitlines()
    for cells in (line.split("\t") for line in lines):
        if len(cells) >= 4:
            sentences.setdefault(cells[0], {}).setdefault(cells[1], []).append(cells[3])
    return {name: "\n\n".join(map(_joined, of.values())) for name, of in sentences.items()}


def _joined(words: list[str]) -> str:
    """Words as they are written: ECB+ has them one by one."""
    text = re.sub(r" ([,.;:!?%)\]}]|'s\b|n't\b|'(?:re|ve|ll|d|m)\b)", r"\1", " ".join(words))
    return re.sub(r"([(\[{$]) ", r"\1", text)


SOURCES = {
    "tbaq": _tbaq,
    "polnear": _polnear,
    "pairs": _pairs,
    "senate": _senate,
    "gum": _gum,
    "ewt": _ewt,
    "ecb": _ecb,
}
"""What reads a document of each set."""


def main(arguments: list[str]) -> None:
    """``FILE OUT``, or ``--words FILE``."""
    if arguments[:1] == ["--words"]:
        for passage in passages(Path(arguments[1])):
            print(msgspec.json.encode(passage).decode())
        return
    source, out = map(Path, arguments)
    found = [msgspec.json.encode(without_text(p)) for p in notation.passages(source)]
    out.write_bytes(b"".join(line + b"\n" for line in found))


if __name__ == "__main__":
    main(sys.argv[1:])
