"""``onrecord add``: whatever people have, into the ledger."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from onrecord.cli.where import ledger_option

if TYPE_CHECKING:
    from onrecord.cli.streams import Complaints
    from onrecord.ledger.adding import Step
    from onrecord.ledger.ledger import Added

EXAMPLES = """\b
Examples:
  onrecord add reports/ archive.warc.gz
  onrecord add --text-column body --date-column day stories.csv
  onrecord add "pages/**/*.html"
  curl -s https://news.example/feed.xml | onrecord add -

\b
Files: text, web pages, RSS and Atom, WARC, CSV, TSV, JSON Lines, JSON, Parquet;
gzipped or in a zip as well. Folders are taken with all that is in them.

Ended at any moment and started again, it goes on where it was; adding twice
changes nothing. What can't be taken in is parked: see onrecord ledger parked.

\b
Exit status: 0 if all was taken in, 1 if something was parked or not found,
2 for wrong usage.
"""

_SHOWN = 20  # parked items, one line each; the others are counted


@click.command(epilog=EXAMPLES)
@click.argument("sources", metavar="SOURCE...", nargs=-1, required=True)
@ledger_option
@click.option("--published", metavar="DATE", help="Day of publication of all reports.")
@click.option("--text-column", metavar="NAME", help="Of a table: the column with the text.")
@click.option("--date-column", metavar="NAME", help="The column with the day of publication.")
@click.option("--title-column", metavar="NAME", help="The column with the title.")
@click.option("--outlet-column", metavar="NAME", help="The column with the outlet.")
@click.option("--address-column", metavar="NAME", help="The column with the address.")
@click.option("--again", is_flag=True, help="Look at everything anew: what was parked, and what "
              "another version of onrecord has read.")  # fmt: skip
@click.option("--time-limit", type=click.FloatRange(min=0.1), default=10, show_default=True,
              metavar="SECONDS", help="Computing time for one page, entry or row.")  # fmt: skip
@click.option("--memory-limit", type=click.IntRange(min=64), default=1024, show_default=True,
              metavar="MB", help="For the process that takes in files.")  # fmt: skip
@click.pass_context
def add(
    context: click.Context,
    sources: tuple[str, ...],
    path: str,
    published: str | None,
    text_column: str | None,
    date_column: str | None,
    title_column: str | None,
    outlet_column: str | None,
    address_column: str | None,
    again: bool,
    time_limit: float,
    memory_limit: int,
) -> None:
    """Take in SOURCEs (files, folders, patterns, or - for standard input), read
    them and keep their records in the ledger."""
    from onrecord.cli.streams import Complaints
    from onrecord.intake.arrival import Columns, Options
    from onrecord.intake.days import day
    from onrecord.ledger.ledger import Added, Ledger

    complaints = Complaints(debug=bool(context.find_root().obj))
    added = Added()
    with complaints.of_all():
        if published is not None:
            published = day(published).isoformat()
        options = Options(
            columns=Columns(
                text=text_column,
                date=date_column,
                title=title_column,
                outlet=outlet_column,
                address=address_column,
            ),
            published=published,
            seconds=time_limit,
            memory=memory_limit << 20,
        )
        with Ledger(path) as ledger:
            try:
                steps = ledger.steps(*sources, options=options, again=again)
                for step in _watched(steps, sources):
                    added.count(step)
                    _say(step, added, complaints)
            finally:
                click.echo(_summary(added, path))
    if complaints.errors or added.parked:
        context.exit(1)


def _say(step: Step, added: Added, complaints: Complaints) -> None:
    if step.what == "error" and step.error is not None:
        complaints.add(step.error.at(step.source))
    elif step.what == "note":
        click.echo(f"onrecord: {step.source}: {step.note}", err=True)
    elif step.what == "parked" and step.error is not None and added.parked <= _SHOWN:
        where = f"{step.source}: {step.item}" if step.item else step.source
        complaints.warn(f"parked: {step.error.at(where)}")
    elif step.what == "parked" and added.parked == _SHOWN + 1:
        complaints.warn("more is parked; onrecord ledger parked lists all of it")


def _summary(added: Added, path: str) -> str:
    parts = [f"{added.added:,} {_plural('report', added.added)} read, "
             f"{added.records:,} {_plural('record', added.records)}"]  # fmt: skip
    for count, words in (
        (added.undated, "without a day of publication"),
        (added.known, "known already"),
        (added.kept, "kept unread, not in English"),
        (added.removed, "removed earlier, left out"),
        (added.parked, "parked"),
    ):
        if count:
            parts.append(f"{count:,} {words}")
    return f"{path}: {'; '.join(parts)}"


def _plural(word: str, count: int) -> str:
    return word if count == 1 else f"{word}s"


def _watched(steps: Iterator[Step], sources: tuple[str, ...]) -> Iterator[Step]:
    """The steps, with a bar on standard error where a person looks on."""
    import sys

    if not sys.stderr.isatty():
        yield from steps
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    from onrecord.intake.sources import expanded

    total = sum(1 for _ in expanded(sources))
    columns = (TextColumn("adding"), BarColumn(), MofNCompleteColumn(),
               TextColumn("{task.fields[read]:,} reports"))  # fmt: skip
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("adding", total=total, read=0)
        read = done = 0
        for step in steps:
            read += step.what in ("added", "kept", "known")
            done = max(done, step.sources)
            bar.update(task, completed=done, read=read)
            yield step
