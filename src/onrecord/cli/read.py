"""``onrecord read``: files in, records out; one bad file never stops the others."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from onrecord.cli.batch import Read

FORMATS = ("table", "jsonl", "json", "csv")

EXAMPLES = """\b
Examples:
  onrecord read report.txt
  onrecord read --published 2025-03-14 report.txt
  onrecord read --format jsonl reports/*.txt > records.jsonl
  onrecord read --why report.txt
  onrecord read --html page.html report.txt
  cat report.txt | onrecord read -

\b
The day of publication, from which words such as "on Tuesday" are worked out,
comes from --published, or from the head of the file:
  a first line that starts "date 2025-03-14", or
  lines "Date:", "Title:", "Outlet:", "URL:".

\b
Exit status: 0 if every file was read, 1 if one was not, 2 for wrong usage.
"""


@click.command(epilog=EXAMPLES)
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@click.option("--published", metavar="DATE", help="Day of publication of every FILE (YYYY-MM-DD).")
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="table",
    show_default=True,
    help="What to print: a table for people, or the records as data.",
)
@click.option("--actors", metavar="FILE", help="Your own actors (CSV), laid over onrecord's.")
@click.option("--html", metavar="FILE", help="Also write a page: the text beside its records.")
@click.option("--why", is_flag=True, help="In the table, say why each record was coded so.")
@click.option("--output", metavar="FILE", help="Write to FILE, not to standard output.")
@click.pass_context
def read(
    context: click.Context,
    files: tuple[str, ...],
    published: str | None,
    form: str,
    actors: str | None,
    html: str | None,
    why: bool,
    output: str | None,
) -> None:
    """Read text FILEs, or standard input (-), and print their records.

    One file is one report, in English, as plain text."""
    from onrecord.cli import batch, streams
    from onrecord.exports.html import page
    from onrecord.intake.days import day

    if html is not None and html in ("-", output):
        raise click.BadParameter("give the page a file of its own", param_hint="--html")
    complaints = streams.Complaints(debug=bool(context.find_root().obj))
    paths = batch.once(files)
    with complaints.of_all(), ExitStack() as files_open:
        published_on = None if published is None else day(published)
        out = files_open.enter_context(streams.writable(output, inputs=paths))
        if html is not None:
            streams.check_writable(html, inputs=paths)
        found = batch.read(paths, published=published_on, complaints=complaints, actors=actors)
        if why and form == "table":
            found = batch.explained(found, actors=actors)
        shown = streams.progress(found, total=len(paths), quiet=output is None)
        kept: list[Read] = []
        for piece in _printed(_keep(shown, kept, html), form, to_file=output is not None):
            out.write(piece)
            out.flush()
        if html is not None and kept:  # where nothing could be read, a page that is there stays
            with streams.writable(html, inputs=paths) as web:
                web.write(page((read.report, read.records) for read in kept).encode())
    if complaints.errors:
        context.exit(1)


def _printed(found: Iterator[Read], form: str, *, to_file: bool) -> Iterator[bytes]:
    if form == "table":
        from onrecord.cli.table import table

        return table(found, to_file=to_file)
    from onrecord.exports.csv import csv
    from onrecord.exports.jsonl import json, jsonl

    writers = {"jsonl": jsonl, "json": json, "csv": csv}
    return writers[form](record for read in found for record in read.records)


def _keep(found: Iterator[Read], kept: list[Read], html: str | None) -> Iterator[Read]:
    # Only the page needs all reports at once; without one, each is let go when it's printed.
    for read in found:
        if html is not None:
            kept.append(read)
        yield read
