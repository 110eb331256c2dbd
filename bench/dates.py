"""Scores the time-expression tagger by the TempEval-3 definition, and times it.

strict is F1 over equal spans; relaxed is F1 over spans that overlap, one to one; value
counts a relaxed match only where the TIMEX3 value is the same text, over the same
denominators. The creation time is not part of the gold. Documents are split in halves by
their names: ``fit`` (sha256 ends in an even hex digit) was looked at during development,
``held`` was not. Data: the folder ``dates`` of ``ONRECORD_DATA`` (tbaq/*.tml, gum.jsonl).
GUM marks what can be dated, with intervals and no TIMEX3 values: there undated answers
(durations, sets, "now") are left out, and a value is right where the days are the same.

    python bench/dates.py [--errors N]
"""

from __future__ import annotations

import argparse
import hashlib
import html
import json
import os
import re
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from onrecord.reading.dates import TimeExpression, find
from onrecord.reading.dates.periods import period

ROOT = Path(os.environ.get("ONRECORD_DATA", Path(__file__).resolve().parents[1] / "../shared/data"))
_TIMEX = re.compile(r"<TIMEX3 ([^>]*)>(.*?)</TIMEX3>", re.S)
_CREATED = re.compile(r"<TIMEX3 [^>]*CREATION_TIME[^>]*>")
_VALUE = re.compile(r'\bvalue="(.*?)"')


class Gold(NamedTuple):
    """A time expression as annotated: a TIMEX3 value, or first and last day joined by /."""

    start: int
    end: int
    value: str


class Document(NamedTuple):
    """A text, its date, its time expressions."""

    name: str
    text: str
    created: date | None
    gold: list[Gold]


def half(name: str) -> str:
    """The half that a document belongs to."""
    return "held" if int(hashlib.sha256(name.encode()).hexdigest()[-1], 16) % 2 else "fit"


def tbaq(root: Path) -> Iterator[Document]:
    """TimeBank and AQUAINT in TimeML."""
    for path in sorted(root.joinpath("dates/tbaq").glob("*.tml")):
        source = path.read_text("utf-8")
        created = _CREATED.search(source)
        stamp = _VALUE.search(created.group())[1][:10] if created else ""  # type: ignore[index]
        text, gold, at = "", [], 0
        marked = _marked(source)
        for match in _TIMEX.finditer(marked):
            text += _plain(marked[at : match.start()])
            start, at = len(text), match.end()
            text += _plain(match[2])
            value = _VALUE.search(match[1])
            if "CREATION_TIME" not in match[1]:
                gold.append(Gold(start, len(text), value[1] if value else ""))
        text += _plain(marked[at:])
        yield Document(path.name, text, date.fromisoformat(stamp) if stamp else None, gold)


def body(source: str) -> str:
    """The text of a TimeML document, without its marks."""
    return _plain(_marked(source))


def _marked(source: str) -> str:
    found = re.search(r"<TEXT>(.*)</TEXT>", source, re.S)
    return found[1] if found else ""


def _plain(marked: str) -> str:
    return html.unescape(re.sub(r"<[^>]*>", "", marked))


def gum(root: Path) -> Iterator[Document]:
    """GUM's dates: intervals of TEI, as first and last day."""
    for line in root.joinpath("dates/gum.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        gold = [Gold(entry["span"][0], entry["span"][1], _days(entry)) for entry in row["dates"]]
        yield Document(row["id"], row["text"], date.fromisoformat(row["created"]), gold)


def _days(entry: dict[str, str]) -> str:
    first = period(entry.get("when") or entry.get("from") or entry.get("notBefore") or "")
    last = period(entry.get("when") or entry.get("to") or entry.get("notAfter") or "")
    return f"{first.start if first else ''}/{last.end if last else ''}"


def matched(gold: list[Gold], found: list[TimeExpression]) -> list[tuple[Gold, TimeExpression]]:
    """Pairs that overlap, one to one: equal spans first, then in order of the text."""
    pairs: list[tuple[Gold, TimeExpression]] = []
    by_span = {(g.start, g.end): g for g in gold}
    equal = {x.span: x for x in found if x.span in by_span}
    pairs += [(by_span[span], x) for span, x in equal.items()]
    rest = [g for g in gold if (g.start, g.end) not in equal]
    for x in found:
        if x.span in equal:
            continue
        for g in rest:
            if g.start < x.span[1] and x.span[0] < g.end:
                pairs.append((g, x))
                rest.remove(g)
                break
    return pairs


def _same(corpus: str, gold: Gold, found: TimeExpression) -> bool:
    return gold.value == (found.value if corpus == "tbaq" else _own_days(found))


def _own_days(found: TimeExpression) -> str:
    """The days of the expression by itself: GUM marks the two ends of a range apart."""
    days = period(found.value)
    first, last = (days.start, days.end) if days else (found.start or "", found.end or "")
    return f"{first}/{last}"


def score(corpus: str, part: str, documents: list[Document], errors: int) -> dict[str, object]:
    """The figures of one half of a set."""
    counts = {"strict": 0, "relaxed": 0, "value": 0, "gold": 0, "found": 0}
    began = time.perf_counter()
    answers = [find(doc.text, doc.created) for doc in documents]
    seconds = time.perf_counter() - began
    if corpus == "gum":
        answers = [[x for x in found if x.start or x.end] for found in answers]
    for doc, found in zip(documents, answers, strict=True):
        pairs = matched(doc.gold, found)
        counts["gold"] += len(doc.gold)
        counts["found"] += len(found)
        counts["relaxed"] += len(pairs)
        counts["strict"] += sum((g.start, g.end) == x.span for g, x in pairs)
        counts["value"] += sum(_same(corpus, g, x) for g, x in pairs)
        if errors:
            _show(corpus, doc, found, pairs)
    total = (counts["gold"] + counts["found"]) or 1
    return {
        "set": corpus,
        "half": part,
        **{k: round(2 * counts[k] / total, 4) for k in ("strict", "relaxed", "value")},
        "gold": counts["gold"],
        "found": counts["found"],
        "seconds": round(seconds, 3),
        "documents_per_second": round(len(documents) / seconds, 1),
    }


def _show(
    corpus: str,
    doc: Document,
    found: list[TimeExpression],
    pairs: list[tuple[Gold, TimeExpression]],
) -> None:
    lines: list[tuple[int, str]] = []
    for g in doc.gold:
        if all(g is not pair[0] for pair in pairs):
            lines.append((g.start, f"MISS  {doc.text[g.start : g.end]!r} {g.value}"))
    for x in found:
        if all(x is not pair[1] for pair in pairs):
            lines.append((x.span[0], f"EXTRA {x.text!r} {x.value}"))
    for g, x in pairs:
        if (g.start, g.end) != x.span:
            lines.append((g.start, f"SPAN  {doc.text[g.start : g.end]!r} / {x.text!r}"))
        if not _same(corpus, g, x):
            ours = x.value if corpus == "tbaq" else f"{_own_days(x)} ({x.value})"
            lines.append((g.start, f"VALUE {x.text!r} {g.value} / {ours}"))
    for at, line in sorted(lines):
        around = " ".join(doc.text[max(0, at - 50) : at + 60].split())
        print(f"{doc.created} {line}  | {around}")


def main() -> None:
    """Prints one JSON line for each half of each set."""
    options = argparse.ArgumentParser()
    options.add_argument("--errors", action="store_true", help="list the errors of the fit half")
    options.add_argument("--sets", default="tbaq,gum")
    options.add_argument("--halves", default="fit,held")
    chosen = options.parse_args()
    readers = {"tbaq": tbaq, "gum": gum}
    find("On 1 May 2024.", date(2024, 5, 2))
    for corpus in chosen.sets.split(","):
        documents = list(readers[corpus](ROOT))
        for part in chosen.halves.split(","):
            chosen_documents = [doc for doc in documents if half(doc.name) == part]
            errors = chosen.errors and part == "fit"
            print(json.dumps(score(corpus, part, chosen_documents, errors)))


if __name__ == "__main__":
    main()
