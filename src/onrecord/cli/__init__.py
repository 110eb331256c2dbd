"""The command line: one file per group of commands, no logic of its own."""

from __future__ import annotations

import click

from onrecord import __version__
from onrecord.cli.accounts import account, accounts, decide
from onrecord.cli.add import add
from onrecord.cli.export import export
from onrecord.cli.ledger import ledger
from onrecord.cli.look import explain, show
from onrecord.cli.questions import actor, search, timeline, voices
from onrecord.cli.read import read


@click.group(
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Start with: onrecord read report.txt",
)
@click.version_option(__version__, prog_name="onrecord")
@click.option("--debug", is_flag=True, help="Show where in the code an error comes from.")
@click.pass_context
def main(context: click.Context, debug: bool) -> None:
    """Reads news reports and puts on record who did or said what to whom, when,
    where, on whose word, and how sure that word is."""
    context.obj = debug


COMMANDS = (
    read, add, timeline, search, voices, actor, accounts, account, decide, show, explain, export,
    ledger,
)  # fmt: skip

for command in COMMANDS:
    main.add_command(command)
