"""``onrecord ledger``: the ledger itself. What is parked, is it whole, take something out."""

from __future__ import annotations

from collections.abc import Iterator

import click

from onrecord.cli.where import answered, format_option, ledger_option, written


@click.group()
def ledger() -> None:
    """Look after the ledger itself."""


@ledger.command()
@ledger_option
@format_option
@click.pass_context
def parked(context: click.Context, path: str, form: str) -> None:
    """What could not be taken in or read, and why.

    onrecord add --again tries it once more."""
    from onrecord.cli.shown import parked as shown
    from onrecord.ledger.ledger import Ledger
    from onrecord.ledger.looking import Parked

    def values() -> list[Parked]:
        with Ledger(path, readonly=True) as opened:
            return opened.parked()

    answered(context, form, values, Parked, shown)


@ledger.command()
@ledger_option
@click.pass_context
def check(context: click.Context, path: str) -> None:
    """Is the ledger whole? The database's own checks, then whether ids, words and
    rows still follow from each other. Exit status 1 if something is wrong."""
    from onrecord.ledger.ledger import Ledger

    wrong = 0

    def pieces() -> Iterator[bytes]:
        nonlocal wrong
        with Ledger(path, readonly=True) as opened:
            for finding in opened.check():
                wrong += 1
                yield f"{finding.check}: {finding.where}\n".encode()
        yield b"whole\n" if not wrong else f"{wrong} wrong\n".encode()

    written(context, pieces)
    if wrong:
        context.exit(1)


@ledger.command()
@ledger_option
@click.pass_context
def metadata(context: click.Context, path: str) -> None:
    """What Datasette needs to show the ledger's tables with their meaning, as JSON.

    \b
    onrecord ledger metadata > metadata.json
    datasette onrecord.db --metadata metadata.json"""

    def pieces() -> Iterator[bytes]:
        import msgspec

        from onrecord.ledger.metadata import metadata as made

        yield msgspec.json.format(msgspec.json.encode(made(path)), indent=2) + b"\n"

    written(context, pieces)


@ledger.command()
@click.argument("id")
@click.option("--reason", required=True, metavar="WORDS", help="Why; it's kept with the id.")
@ledger_option
@click.pass_context
def remove(context: click.Context, id: str, reason: str, path: str) -> None:
    """Take the report ID out, with all its records.

    Its id stays, so that it isn't taken in again."""
    from onrecord.ledger.ledger import Ledger

    def pieces() -> Iterator[bytes]:
        with Ledger(path, readonly=True):
            pass  # a ledger that isn't there is not to be made for this
        with Ledger(path) as opened:
            report = opened.find(id).held.report.id
            opened.remove(report, reason=reason)
        yield f"removed {report}\n".encode()

    written(context, pieces)
