"""Questions to the ledger: ``timeline``, ``search``, ``voices``, ``actor``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import click

from onrecord.cli.where import (
    answered,
    as_is_option,
    choice_options,
    format_option,
    ledger_option,
    up_to_date,
    written,
)

_LATEST = 50  # records that a person gets to see, unless asked for more


@click.command()
@click.argument("one")
@click.argument("other", required=False)
@ledger_option
@choice_options
@click.option("--status", "statuses", multiple=True, metavar="STATUS",
              help="Only this status (asserted, alleged ...); may be given again.")  # fmt: skip
@click.option("--limit", type=click.IntRange(min=1), metavar="N",
              help=f"The latest N records; a table shows {_LATEST}, data all.")  # fmt: skip
@format_option
@click.pass_context
def timeline(
    context: click.Context,
    /,
    one: str,
    other: str | None,
    path: str,
    events: tuple[str, ...],
    statuses: tuple[str, ...],
    limit: int | None,
    form: str,
    **choice: Any,
) -> None:
    """What passed between ONE and OTHER (or: what ONE took part in), by date.

    They are countries (PRK, "North Korea") or names. JSON Lines and CSV are
    those of onrecord read."""
    from onrecord.ledger.choosing import Choice
    from onrecord.ledger.ledger import Ledger

    def pieces() -> Iterator[bytes]:
        asked = Choice(
            events=tuple(event.upper() for event in events),
            statuses=tuple(status.lower() for status in statuses),
            limit=limit or (_LATEST if form == "table" else None),
            **choice,
        )
        with Ledger(path, readonly=True) as ledger:
            yield from _timeline(ledger.connection, one, other, asked, form)

    written(context, pieces)


def _timeline(
    connection: object, one: str, other: str | None, choice: object, form: str
) -> Iterable[bytes]:
    from onrecord.exports import csv, jsonl
    from onrecord.ledger import questions

    found = questions.timeline(connection, one, other, choice)  # type: ignore[arg-type]
    if form != "table":
        records = (told.record for told in found)
        yield from csv.csv(records) if form == "csv" else jsonl.jsonl(records)
        return
    from onrecord.cli.shown import timeline as shown

    counts = questions.counts(connection, one, other, choice)  # type: ignore[arg-type]
    for line in shown(list(found), counts):
        yield f"{line}\n".encode()


@click.command()
@click.argument("words", nargs=-1, required=True)
@ledger_option
@click.option("--limit", type=click.IntRange(min=1), default=20, show_default=True, metavar="N",
              help="The best N reports.")  # fmt: skip
@format_option
@click.pass_context
def search(
    context: click.Context, words: tuple[str, ...], path: str, limit: int, form: str
) -> None:
    """Reports that have all WORDS in title or text, best match first.

    "Two words" in quotes are a phrase; terr* is the start of a word."""
    from onrecord.cli.shown import hits
    from onrecord.ledger.ledger import Ledger
    from onrecord.ledger.searching import Hit

    # A word of several came as one argument because it was quoted: it is a phrase.
    asked = " ".join(f'"{word}"' if " " in word and '"' not in word else word for word in words)

    def values() -> list[Hit]:
        with Ledger(path, readonly=True) as ledger:
            return ledger.search(asked, limit=limit, marked=form == "table")

    answered(context, form, values, Hit, hits)


@click.command()
@ledger_option
@click.option("--of", metavar="NAME", help="Only this voice, or all voices of a country.")
@click.option("--event", "events", multiple=True, metavar="CATEGORY",
              help="Cited for this PLOVER category; may be given again.")  # fmt: skip
@click.option("--limit", type=click.IntRange(min=1), default=50, show_default=True, metavar="N",
              help="The N that are cited most.")  # fmt: skip
@as_is_option
@format_option
@click.pass_context
def voices(
    context: click.Context,
    path: str,
    of: str | None,
    events: tuple[str, ...],
    limit: int,
    as_is: bool,
    form: str,
) -> None:
    """Who is cited, in how many records and reports, and how: who says, alleges,
    denies, believes, intends, wishes.

    A voice's claims are the happenings (see accounts) that stood on its word
    first: the earliest reports hand them on as attributed or alleged, and none of
    them vouches for it. A claim is borne out where, on a later day, a report of
    another story and outlet vouches for it or another voice says so too; it is
    disputed where another voice denies it or another story tells that it did not
    happen. Neither makes it true or false."""
    from onrecord.cli.shown import cited
    from onrecord.ledger.actors import Cited
    from onrecord.ledger.ledger import Ledger

    def values() -> list[Cited]:
        up_to_date(path, as_is=as_is)
        with Ledger(path, readonly=True) as ledger:
            asked = tuple(event.upper() for event in events)
            return ledger.voices(of=of, events=asked, limit=limit)

    answered(context, form, values, Cited, cited)


@click.command()
@click.argument("name", nargs=-1, required=True)
@ledger_option
@format_option
@click.pass_context
def actor(context: click.Context, name: tuple[str, ...], path: str, form: str) -> None:
    """What is on record of one actor: a country, a person, an organisation."""
    from onrecord.cli.shown import actor as shown
    from onrecord.ledger.actors import Actor
    from onrecord.ledger.ledger import Ledger

    def values() -> list[Actor]:
        with Ledger(path, readonly=True) as ledger:
            return [ledger.actor(" ".join(name))]

    answered(context, form, values, Actor, shown)
