"""``onrecord export``: files in, somebody else's format out."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from onrecord.exports.formats import FORMATS

if TYPE_CHECKING:
    from onrecord.cli.streams import Complaints
    from onrecord.record import Record
    from onrecord.report import Report

STATUSES = (
    "asserted", "attributed", "alleged", "denied", "believed", "intended", "wished", "conditional",
)  # fmt: skip

LISTED = "\n".join(f"  {name:<14} {form.about}" for name, form in FORMATS.items())
EPILOG = f"""\b
Formats (docs/exports.md tells what each holds and what it loses):
{LISTED}

\b
Examples:
  onrecord export --format gexf --output who.gexf reports/*.txt
  onrecord export --format csv --output tables reports/*.txt
  onrecord export --format gdelt --only asserted report.txt > events.tsv

\b
Addresses, short quotes and the words that a record rests on are exported, the
reports' sentences only with --text: make sure that you may pass them on.

\b
Exit status: 0 if every SOURCE was read, 1 if one was not, 2 for wrong usage.
"""


@click.command(epilog=EPILOG)
@click.argument("sources", metavar="SOURCE...", nargs=-1, required=True)
@click.option(
    "--format",
    "name",
    type=click.Choice(list(FORMATS)),
    metavar="NAME",
    required=True,
    help="One of the formats below.",
)
@click.option("--output", metavar="PATH", help="The file or the new folder to write.")
@click.option(
    "--only",
    type=click.Choice(STATUSES),
    metavar="STATUS",
    multiple=True,
    help="Only records of this status (asserted, alleged ...); may be repeated.",
)
@click.option("--text", is_flag=True, help="Also export the reports' own text.")
@click.option(
    "--published", metavar="DATE", help="Day of publication of every SOURCE (YYYY-MM-DD)."
)
@click.pass_context
def export(
    context: click.Context,
    sources: tuple[str, ...],
    name: str,
    output: str | None,
    only: tuple[str, ...],
    text: bool,
    published: str | None,
) -> None:
    """Read SOURCEs and write their records in another program's format.

    A SOURCE is a text file, or standard input (-): one file is one report."""
    from onrecord.cli import batch, streams
    from onrecord.exports import formats

    form = FORMATS[name]
    to_stdout = output in (None, "-")
    if form.folder and to_stdout:
        raise click.BadParameter(f"{name} is a folder: name one", param_hint="--output")
    if form.binary and to_stdout and sys.stdout.isatty():
        raise click.BadParameter(f"{name} is no text: name a file", param_hint="--output")
    if form.text and not text:
        raise click.BadParameter(f"{name} holds the reports' text: allow it", param_hint="--text")
    complaints = streams.Complaints(debug=bool(context.find_root().obj))
    if form.unvoiced and not only:
        complaints.warn(
            f"{name} can't say on whose word: all statuses look alike there; "
            "--only asserted leaves out what the reports don't vouch for"
        )
    paths = batch.once(sources)
    with complaints.of_all():
        reads = _reads(paths, published, complaints, quiet=not to_stdout, only=only)
        if form.folder:
            with streams.new_folder(output or "") as folder:
                formats.fill(name, reads, folder, text=text)
        else:
            with streams.writable(output, inputs=paths) as out:
                for piece in formats.stream(name, reads, text=text):
                    out.write(piece)
                out.flush()
    if complaints.errors:
        context.exit(1)


def _reads(
    paths: list[str],
    published: str | None,
    complaints: Complaints,
    *,
    quiet: bool,
    only: tuple[str, ...],
) -> Iterator[tuple[Report, list[Record]]]:
    """Reports with their records, from files; from a ledger, once there's one, it's the same."""
    from onrecord.cli import batch, streams
    from onrecord.exports import parts
    from onrecord.intake.days import day

    published_on = None if published is None else day(published)
    found = batch.read(paths, published=published_on, complaints=complaints)
    shown = streams.progress(found, total=len(paths), quiet=not quiet)
    reads = ((read.report, read.records) for read in shown)
    return parts.only(reads, only) if only else reads  # type: ignore[arg-type]
