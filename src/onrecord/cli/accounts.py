"""Happenings as all reports tell them: ``accounts``, ``account``, and what people ``decide``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from onrecord.cli.where import as_is_option, format_option, ledger_option, up_to_date, written

if TYPE_CHECKING:
    from onrecord.ledger.summary import Account

_LATEST = 50  # accounts that a person gets to see, unless asked for more


@click.command()
@click.argument("one", required=False)
@click.argument("other", required=False)
@ledger_option
@click.option("--since", metavar="DATE", help="From then on: 2022, 2022-03 or 2022-03-14.")
@click.option("--until", metavar="DATE", help="Up to then, inclusive.")
@click.option("--event", metavar="CATEGORY", help="Only this PLOVER category.")
@click.option("--status", metavar="STATUS", help="Only where some record has this status.")
@click.option("--reports", type=click.IntRange(min=1), default=1, metavar="LEAST",
              help="Only what at least so many reports tell.")  # fmt: skip
@click.option("--doubted", is_flag=True, help="Only what some tell and some deny.")
@click.option("--limit", type=click.IntRange(min=1), metavar="N",
              help=f"The latest N accounts; a table shows {_LATEST}, data all.")  # fmt: skip
@click.option("--anew", is_flag=True, help="First make all accounts again.")
@as_is_option
@format_option
@click.pass_context
def accounts(
    context: click.Context,
    /,
    one: str | None,
    other: str | None,
    path: str,
    form: str,
    anew: bool,
    as_is: bool,
    limit: int | None,
    event: str | None,
    **choice: Any,
) -> None:
    """Happenings in which ONE (and OTHER) took part, as all reports tell them.

    An account is one happening: who asserts, attributes, alleges and denies it,
    in how many reports, outlets and independent voices."""
    from onrecord.ledger.ledger import Ledger

    def pieces() -> Iterator[bytes]:
        up_to_date(path, anew=anew, as_is=as_is)
        with Ledger(path, readonly=True) as ledger:
            found = ledger.accounts(
                one,
                other,
                event=event.upper() if event else None,
                limit=limit or (_LATEST if form == "table" else None),
                **choice,
            )
        yield from _shown(found, form)

    written(context, pieces)


def _shown(found: list[Account], form: str) -> Iterator[bytes]:
    from onrecord.exports.values import csv_rows, jsonl
    from onrecord.ledger.asking import Line, line

    if form == "jsonl":
        yield from jsonl(found)
    elif form == "csv":
        yield from csv_rows((line(account) for account in found), Line)
    else:
        from onrecord.cli.heard import accounts as shown

        for text in shown(found):
            yield f"{text}\n".encode()


@click.command()
@click.argument("id")
@ledger_option
@format_option
@click.pass_context
def account(context: click.Context, id: str, path: str, form: str) -> None:
    """The account ID, or the one that the record ID is in: every word on it.

    CSV gives its words, a row each."""
    from onrecord.ledger.ledger import Ledger

    def pieces() -> Iterator[bytes]:
        with Ledger(path, readonly=True) as ledger:
            found = ledger.account(id)
        if form == "csv":
            from onrecord.exports.values import csv_rows
            from onrecord.ledger.summary import Word

            yield from csv_rows(found.words, Word)
        elif form == "jsonl":
            yield from _shown([found], form)
        else:
            from onrecord.cli.heard import account as shown

            for text in shown(found):
                yield f"{text}\n".encode()

    written(context, pieces)


@click.command()
@click.argument("verdict", type=click.Choice(("same", "not-same", "right", "wrong")))
@click.argument("records", metavar="ID [ID]", nargs=-1, required=True)
@ledger_option
@click.option("--who", metavar="NAME", help="Who decides; kept with the decision.")
@click.option("--note", metavar="WORDS", help="Why; kept with the decision.")
@click.pass_context
def decide(
    context: click.Context,
    verdict: str,
    records: tuple[str, ...],
    path: str,
    who: str | None,
    note: str | None,
) -> None:
    """Correct the ledger: two records tell of the same happening or not; one record
    says what its report says (right) or doesn't (wrong).

    Decisions are kept for ever; a later one outweighs an earlier one."""
    from onrecord.ledger.ledger import Ledger

    if len(records) != (2 if verdict in ("same", "not-same") else 1):
        raise click.UsageError("same and not-same need two IDs, right and wrong one")

    def pieces() -> Iterator[bytes]:
        with Ledger(path, readonly=True):
            pass  # a ledger that isn't there is not to be made for this
        with Ledger(path) as ledger:
            made = ledger.decide(verdict.replace("-", "_"), *records, who=who, note=note)
        names = " ".join(filter(None, (made.one, made.other)))
        yield f"kept: {verdict} {names}\n".encode()

    written(context, pieces)
