"""Records for people: a card each where the terminal is narrow, rows side by side where it's wide.

What a record says and on whose word stand together, so that nobody reads the one without the
other. Plain text, without bold too, where colours aren't wanted (a pipe, NO_COLOR).
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterable, Iterator

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from onrecord.cli.batch import Read
from onrecord.exports import words
from onrecord.reading.what.why import Why
from onrecord.record import Record

_WIDE = 120  # columns: under this, five cells side by side wrap too often
_WIDEST = 160  # longer lines tire the eye
_FILE_WIDTH = 100

_COLOURS = {
    "asserted": "bold green",
    "attributed": "bold blue",
    "alleged": "bold yellow",
    "denied": "bold red",
    "believed": "bold magenta",
    "intended": "bold cyan",
    "wished": "bold cyan",
    "conditional": "bold magenta",
}


def table(reads: Iterable[Read], *, to_file: bool) -> Iterator[bytes]:
    """Each report's heading and records as the bytes of a terminal's text, a report at a time."""
    console = console_for(to_file=to_file)
    wide = console.width >= _WIDE
    for count, read in enumerate(reads):
        with console.capture() as shown:
            if count:
                console.print()
            console.print(_heading(read))
            console.print()
            if not read.records:
                console.print("  Nothing to put on record was found.")
            elif wide:
                console.print(_rows(read.records, read.reasons))
            else:
                for number, record in enumerate(read.records, 1):
                    console.print(card(number, record, read.reasons.get(record.id)))
        # A cell is filled up to its width; in a file or a pipe nobody needs those blanks.
        yield "\n".join(line.rstrip(" ") for line in shown.get().split("\n")).encode()


def console_for(*, to_file: bool) -> Console:
    if to_file:
        return Console(file=io.StringIO(), width=_FILE_WIDTH, color_system=None, highlight=False)
    # rich takes the colours out for NO_COLOR, but leaves bold and dim in
    console = Console(
        file=sys.stdout,
        color_system=None if os.environ.get("NO_COLOR") else "auto",
        highlight=False,
        markup=False,
        emoji=False,
    )
    console.width = min(console.width, _WIDEST)
    return console


def _heading(read: Read) -> Text:
    report, count = read.report, len(read.records)
    title = words.line(report.title or "") or ("standard input" if read.path == "-" else read.path)
    known = [words.line(report.outlet or ""), words.day(report.published or "no date")]
    records = "1 record" if count == 1 else f"{count} records"
    return Text.assemble(
        (words.line(title), "bold"), "\n", (" · ".join(filter(None, [*known, records])), "dim")
    )


def card(number: int | str, record: Record, reason: Why | None = None) -> RenderableType:
    top = Text.assemble((f"{number:>3}  ", "dim"), (words.what(record), "bold"), "  ")
    top.append_text(coloured_status(record))
    top.append(f"  {record.confidence:.0%}", "dim")
    body = Table.grid(padding=(0, 2))
    body.add_column(style="dim", no_wrap=True, min_width=8)
    body.add_column(overflow="fold")
    for label, value in _lines(record):
        body.add_row(label, value)
    if reason is not None:
        body.add_row("why", Text(_reason(reason)))
    return Group(top, Padding(body, (0, 0, 1, 5)))


def _lines(record: Record) -> Iterator[tuple[str, Text]]:
    yield "who", who_line(record)
    yield "when", _when(record)
    if record.where:
        yield "where", Text(words.entities(record.where))
    if record.amounts:
        yield "how many", Text(", ".join(words.line(amount.text) for amount in record.amounts))
    yield "word of", Text(words.word(record))
    yield "text", _evidence(record)


def _rows(records: list[Record], reasons: dict[str, Why]) -> Table:
    rows = Table(box=None, padding=(0, 3, 1, 0), pad_edge=False, header_style="dim", expand=True)
    rows.add_column("", justify="right", style="dim", no_wrap=True)
    for heading, ratio in (("what", 4), ("who", 6), ("when, where", 5), ("on whose word", 5)):
        rows.add_column(heading, ratio=ratio, overflow="fold")
    rows.add_column("the words", ratio=9, overflow="fold")
    for number, record in enumerate(records, 1):
        what = Text.assemble((words.what(record), "bold"), "\n")
        what.append_text(coloured_status(record)).append(f" {record.confidence:.0%}", "dim")
        if record.id in reasons:
            what.append("\n" + _reason(reasons[record.id]), "dim")
        place = Text(words.entities(record.where))
        when = Text("\n").join(filter(None, [_when(record, "\n"), place]))
        rows.add_row(
            str(number), what, who_line(record), when, Text(words.word(record)), _evidence(record)
        )
    return rows


def _reason(why: Why) -> str:
    """ "lexicon and model: “seized”; SANCTION at 8 %"."""
    named = ", ".join(f"“{words.line(part.text)}”" for part in why.words)
    text = f"{why.decided}: {named}"
    if why.row:
        text += f" as {why.row}"
    if why.next is not None:
        text += f"; next {why.next[0] or 'no happening'} at {why.next[1]:.0%}"
    return text


def coloured_status(record: Record) -> Text:
    return Text(words.status(record), _COLOURS[record.status])


def who_line(record: Record) -> Text:
    who = Text(words.entities(record.actors) or "—")
    who.append(" ").append(words.line(record.trigger.text), "italic")
    if record.recipients:
        who.append(" → ", "dim").append(words.entities(record.recipients))
    return who


def _when(record: Record, gap: str = "  ") -> Text:
    return Text.assemble(words.when(record.when), gap, (words.basis(record.when), "dim"))


def _evidence(record: Record) -> Text:
    start = record.trigger.span[0] - record.evidence.span[0]
    end = start + len(record.trigger.text)
    whole = record.evidence.text
    if whole[start:end] != record.trigger.text:  # evidence from elsewhere than the trigger
        return Text(words.line(whole))
    before, after = words.line(whole[:start]), words.line(whole[end:])
    trigger = words.line(whole[start:end])
    gap = " " if before and whole[start - 1].isspace() else ""
    space = " " if after and whole[end].isspace() else ""
    return Text.assemble(before + gap, (trigger, "bold underline"), space + after)
