"""``onrecord export``: files or a ledger in, somebody else's format out."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from onrecord.cli.where import choice_options
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
  onrecord export --ledger onrecord.db --who PRK --who RUS --since 2022 \\
      --format timeline > talks.json

\b
Addresses, short quotes and the words that a record rests on are exported, the
reports' sentences only with --text: make sure that you may pass them on.

\b
Exit status: 0 if every SOURCE was read, or the ledger, 1 if not, 2 for wrong usage.
"""


@click.command(epilog=EPILOG)
@click.argument("sources", metavar="SOURCE...", nargs=-1)
@click.option("--ledger", "path", metavar="FILE",
              help="Export what is in this ledger, in place of SOURCEs.")  # fmt: skip
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
    "--status",
    "only",
    type=click.Choice(STATUSES),
    metavar="STATUS",
    multiple=True,
    help="Only records of this status (asserted, alleged ...); may be repeated.",
)
@click.option("--text", is_flag=True, help="Also export the reports' own text.")
@click.option(
    "--published", metavar="DATE", help="Day of publication of every SOURCE (YYYY-MM-DD)."
)
@click.option(
    "--who",
    metavar="NAME",
    multiple=True,
    help="Of a ledger: only records in which this country or name takes part; given twice: what "
    "passed between the two.",
)
@choice_options
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="The latest N records.")
@click.pass_context
def export(
    context: click.Context,
    /,
    sources: tuple[str, ...],
    path: str | None,
    name: str,
    output: str | None,
    only: tuple[str, ...],
    text: bool,
    published: str | None,
    who: tuple[str, ...],
    **choice: Any,
) -> None:
    """Write records in another program's format: those of SOURCEs, which are read
    for it, or those in a ledger.

    A SOURCE is a text file, or standard input (-): one file is one report. Of a
    ledger --who, --since and the like choose records as timeline does; a report
    without any of them is left out."""
    from onrecord.cli import batch, streams
    from onrecord.exports import formats

    form = FORMATS[name]
    _check_use(sources, path, published, who, choice)
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
        if path is None:
            reads = _reads(paths, published, complaints, quiet=not to_stdout, only=only)
        else:
            reads = _held(path, who, only, choice)
        if form.folder:
            with streams.new_folder(output or "") as folder:
                formats.fill(name, reads, folder, text=text)
        else:
            with streams.writable(output, inputs=[path] if path else paths) as out:
                for piece in formats.stream(name, reads, text=text):
                    out.write(piece)
                out.flush()
    if complaints.errors:
        context.exit(1)


def _check_use(
    sources: tuple[str, ...],
    path: str | None,
    published: str | None,
    who: tuple[str, ...],
    choice: dict[str, Any],
) -> None:
    if bool(sources) == (path is not None):
        raise click.UsageError("name SOURCEs, or a --ledger; not both")
    if path is None and (who or any(choice.values())):
        asked = ["who"] if who else [option for option, value in choice.items() if value]
        raise click.UsageError(f"--{asked[0].removesuffix('s')} chooses from a --ledger")
    if path is not None and published is not None:
        raise click.UsageError("--published is for SOURCEs: a ledger's reports have their days")
    if len(who) > 2:
        raise click.UsageError("--who can be given twice at most")


def _held(
    path: str, who: tuple[str, ...], only: tuple[str, ...], choice: dict[str, Any]
) -> Iterator[tuple[Report, list[Record]]]:
    """Reports with the records that were asked for, from a ledger."""
    from onrecord.ledger.ledger import Ledger

    events = tuple(event.upper() for event in choice.pop("events"))
    with Ledger(path, readonly=True) as ledger:
        yield from ledger.reads(*who, events=events, statuses=only, **choice)


def _reads(
    paths: list[str],
    published: str | None,
    complaints: Complaints,
    *,
    quiet: bool,
    only: tuple[str, ...],
) -> Iterator[tuple[Report, list[Record]]]:
    """Reports with their records, from files."""
    from onrecord.cli import batch, streams
    from onrecord.exports import parts
    from onrecord.intake.days import day

    published_on = None if published is None else day(published)
    found = batch.read(paths, published=published_on, complaints=complaints)
    shown = streams.progress(found, total=len(paths), quiet=not quiet)
    reads = ((read.report, read.records) for read in shown)
    return parts.only(reads, only) if only else reads  # type: ignore[arg-type]
