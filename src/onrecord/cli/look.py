"""One thing of the ledger: ``show`` what it says, ``explain`` what it rests on."""

from __future__ import annotations

from collections.abc import Iterator

import click

from onrecord.cli.where import answered, format_option, ledger_option, written


@click.command()
@click.argument("id")
@ledger_option
@click.option("--text", "whole", is_flag=True, help="The report's whole text as well.")
@click.option("--format", "form", type=click.Choice(("table", "jsonl")), default="table",
              show_default=True, help="For people, or as one line of JSON.")  # fmt: skip
@click.pass_context
def show(context: click.Context, id: str, path: str, whole: bool, form: str) -> None:
    """A record or report by its ID, or by the first digits of it."""
    from onrecord.ledger.ledger import Ledger

    def pieces() -> Iterator[bytes]:
        with Ledger(path, readonly=True) as ledger:
            found = ledger.find(id)
        if form == "jsonl":
            from onrecord.exports.values import jsonl

            yield from jsonl([found.record or found.held])
            return
        from onrecord.cli.shown import found as shown

        for line in shown(found, whole=whole):
            yield f"{line}\n".encode()

    written(context, pieces)


@click.command()
@click.argument("id")
@ledger_option
@format_option
@click.pass_context
def explain(context: click.Context, id: str, path: str, form: str) -> None:
    """Every value of the record ID, the words that it came from, and how it came."""
    from onrecord.cli.shown import reasons as shown
    from onrecord.ledger import looking
    from onrecord.ledger.explaining import Reason, reasons
    from onrecord.ledger.ledger import Ledger

    def values() -> list[Reason]:
        with Ledger(path, readonly=True) as ledger:
            return list(reasons(looking.record(ledger.connection, id)))

    answered(context, form, values, Reason, shown)
