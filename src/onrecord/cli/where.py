"""Which ledger is meant, and how answers are printed: options that the ledger's commands share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    import msgspec

F = TypeVar("F", bound=Callable[..., Any])

ledger_option: Callable[[F], F] = click.option(
    "--ledger",
    "path",
    metavar="FILE",
    envvar="ONRECORD_LEDGER",
    default="onrecord.db",
    show_default=True,
    show_envvar=True,
    help="The ledger's file.",
)

format_option: Callable[[F], F] = click.option(
    "--format",
    "form",
    type=click.Choice(("table", "jsonl", "csv")),
    default="table",
    show_default=True,
    help="What to print: a table for people, or data for programs.",
)

_CHOICE = (
    click.option("--since", metavar="DATE", help="From then on: 2022, 2022-03 or 2022-03-14."),
    click.option("--until", metavar="DATE", help="Up to then, inclusive."),
    click.option("--event", "events", multiple=True, metavar="CATEGORY",
                 help="Only this PLOVER category; may be given again."),
    click.option("--confidence", type=click.FloatRange(0, 1), default=0, metavar="LEAST",
                 help="Only records at least this sure."),
    click.option("--directed", is_flag=True, help="Only what the first does (to the second)."),
    click.option("--superseded", is_flag=True,
                 help="Also what a later version of a report replaced."),
)  # fmt: skip


def choice_options(command: F) -> F:
    """The options that say which records; all but statuses, which each command calls its way."""
    for option in reversed(_CHOICE):
        command = option(command)
    return command


as_is_option: Callable[[F], F] = click.option(
    "--as-is", is_flag=True, help="Don't bring accounts up to date first: change nothing."
)


def up_to_date(path: str, *, anew: bool = False, as_is: bool = False) -> None:
    """Bring the accounts of a ledger that is there up to date."""
    from onrecord.ledger.ledger import Ledger

    with Ledger(path, readonly=True):
        pass  # a ledger that isn't there is not to be made for this
    if not as_is:
        with Ledger(path) as ledger:
            ledger.update(anew=anew)


def answered(
    context: click.Context,
    form: str,
    values: Callable[[], Iterable[msgspec.Struct]],
    kind: type[msgspec.Struct],
    people: Callable[[list[Any]], Iterator[str]],
) -> None:
    """Print ``values`` in the form that was asked for; ``people`` makes lines of text of them."""
    from onrecord.exports.values import csv_rows, jsonl

    written(context, lambda: (
        (line.encode() + b"\n" for line in people(list(values())))
        if form == "table"
        else jsonl(values()) if form == "jsonl" else csv_rows(values(), kind)
    ))  # fmt: skip


def written(context: click.Context, pieces: Callable[[], Iterable[bytes]]) -> None:
    """Write ``pieces`` to standard output; whatever goes wrong is one line and exit status 1."""
    from onrecord.cli.streams import Complaints, writable

    complaints = Complaints(debug=bool(context.find_root().obj))
    with complaints.of_all(), writable(None, inputs=[]) as out:
        for piece in pieces():
            out.write(piece)
        out.flush()
    if complaints.errors:
        context.exit(1)
