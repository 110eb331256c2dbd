"""Check the corpus of marked names: one sentence a line, names in square brackets.

A line such as ``[PLACE Riga] thanked [PERSON Ilze Ozola].`` is read into its plain text and
its spans. Run as a script, the module checks both files, prints what is wrong, then the counts:
``python training/corpus/names_check.py``. Exit status 1 when a line breaks a rule.
"""

import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import msgspec

LABELS = ("PERSON", "ORG", "PLACE")
TRAIN = ("names-train.txt", "names-train-2.txt", "names-train-3.txt", "names-train-4.txt")
DEV = "names-dev.txt"

_MARK = re.compile(r"\[([A-Z]+) ([^\[\]]*)\]")


class Span(msgspec.Struct, frozen=True):
    """A marked name: ``[start, end)`` in code points of the plain text, and its label."""

    start: int
    end: int
    label: str


class Sentence(msgspec.Struct, frozen=True):
    """A plain text and the names in it, in the order of the text."""

    text: str
    spans: tuple[Span, ...]


def parse(line: str) -> Sentence:
    """Read a marked line. Takes whatever it can; :func:`faults` says what is wrong with it."""
    parts: list[str] = []
    spans: list[Span] = []
    length = done = 0
    for mark in _MARK.finditer(line):
        before, name = line[done : mark.start()], mark[2]
        start = length + len(before)
        length = start + len(name)
        spans.append(Span(start, length, mark[1]))
        parts += (before, name)
        done = mark.end()
    return Sentence("".join((*parts, line[done:])), tuple(spans))


def faults(line: str) -> Iterator[str]:
    """Yield each rule that a line breaks, in words."""
    sentence = parse(line)
    text = sentence.text
    if not line.strip() or line != line.strip() or "  " in line:
        yield "empty, or stray spaces"
    if "[" in text or "]" in text:
        yield "brackets are unbalanced or nested"
    for span in sentence.spans:
        name = text[span.start : span.end]
        if span.label not in LABELS:
            yield f"unknown label {span.label!r}"
        if not name or name != name.strip():
            yield f"empty span or stray spaces in {name!r}"
            continue
        if name.lower().startswith("the ") and name != "The Hague":
            yield f"leading article in {name!r}"
        if name.endswith(("'s", "’s")):
            yield f"possessive inside {name!r}"
        if _inside_word(text, span):
            yield f"not whole words: {name!r}"


def _inside_word(text: str, span: Span) -> bool:
    before, after = text[: span.start][-1:], text[span.end :][:1]
    return before.isalnum() or after.isalnum()


def check(lines_by_file: Mapping[str, Iterable[str]]) -> list[str]:
    """All faults of all files as ``file:line: fault``, plain texts that occur twice included."""
    found: list[str] = []
    seen: dict[str, str] = {}
    for file, lines in lines_by_file.items():
        for number, line in enumerate(lines, 1):
            where = f"{file}:{number}"
            found += [f"{where}: {fault}" for fault in faults(line)]
            first = seen.setdefault(parse(line).text.casefold(), where)
            if first != where:
                found.append(f"{where}: same sentence as {first}")
    return found


def names(lines: Iterable[str]) -> Counter[tuple[str, str]]:
    """How often each name occurs: (label, name) -> occurrences."""
    return Counter(
        (span.label, sentence.text[span.start : span.end])
        for sentence in map(parse, lines)
        for span in sentence.spans
    )


def summary(lines: list[str]) -> str:
    """One line of counts: sentences, those without a name, words, names of each label."""
    labels: Counter[str] = Counter()
    for (label, _), times in names(lines).items():
        labels[label] += times
    bare = sum(not parse(line).spans for line in lines)
    words = sum(len(parse(line).text.split()) for line in lines)
    counts = ", ".join(f"{label} {labels[label]}" for label in LABELS)
    return f"{len(lines)} sentences ({bare} without a name), {words} words, {counts}"


def main() -> int:
    """Check the files beside this script. Returns the exit status."""
    folder = Path(__file__).parent
    files = {
        # blank lines part passages
        file: [line for line in (folder / file).read_text("utf-8").splitlines() if line]
        for file in (*TRAIN, DEV)
    }
    found = check(files)
    sys.stdout.writelines(f"{fault}\n" for fault in found)
    for file, lines in files.items():
        sys.stdout.write(f"{file}: {summary(lines)}\n")
    known = {name.casefold() for file in TRAIN for _, name in names(files[file])}
    shared = sorted({name for _, name in names(files[DEV]) if name.casefold() in known})
    sys.stdout.write(f"names in both parts: {', '.join(shared) or 'none'}\n")
    return 1 if found else 0


if __name__ == "__main__":
    raise SystemExit(main())
