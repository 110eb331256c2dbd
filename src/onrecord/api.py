"""The one-line ways in: a text to its records, a phrase to whom it means.

The reader is loaded once, and only for what needs it: resolving a phrase takes tables alone.
"""

from __future__ import annotations

import hashlib
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, cast

import msgspec

from onrecord.record import Entity, Kind, Record
from onrecord.report import Report

if TYPE_CHECKING:
    from onrecord.codes.actors import Actors
    from onrecord.reading.reader import Reader


@cache
def reader(actors: str | None = None) -> Reader:
    """The process's one Reader for a table of actors; loading it takes a moment: it's shared."""
    from onrecord.reading.reader import Reader

    return Reader(actors=actors)


def version() -> str:
    """What reads: onrecord's version and, after a plus, its language model's."""
    from onrecord import __version__
    from onrecord.language.weights import folder

    sums = folder() / "SHA256SUMS"
    if not sums.exists():
        return f"{__version__}+none"
    return f"{__version__}+{hashlib.sha256(sums.read_bytes()).hexdigest()[:12]}"


def read(text: str | Report, published: date | str | None = None) -> list[Record]:
    """The records of one report, in the order of its text.

    text: a report's text, or a Report. published: its day of publication, as a date or in
    words ("2025-03-14", "14 March 2025"); it wins over the Report's own. Without a day, words
    such as "on Tuesday" can't be resolved. Raises OnrecordError (docs/errors.md).
    """
    from onrecord.intake.days import day

    report = text if isinstance(text, Report) else Report(text=text)
    if published is not None:
        report = msgspec.structs.replace(report, published=day(published))
    return reader().read(report)


def resolve_actor(
    text: str,
    published: date | str | None = None,
    context: str | None = None,
    *,
    actors: Actors | str | Path | None = None,
) -> Entity:
    """Whom a phrase means: its country, sector, kind, name, role and id, as far as they are known.

    published: the day on which it is said, for offices change hands. context: the text that it
    stands in, whose own words outrank the tables. actors: a CSV file of the user's own actors, or
    a table that ``onrecord.codes.actors.load_table`` has loaded. What nothing says is None.
    Raises OnrecordError (docs/errors.md).
    """
    from onrecord.codes.actors import Resolution, resolve
    from onrecord.intake.days import day
    from onrecord.reading.own_actors import own_actors

    on = None if published is None else day(published)
    who = resolve(text, published=on, table=own_actors(actors), context=context) or Resolution()
    return Entity(
        text=text,
        span=(0, len(text)),
        name=who.name,
        kind=cast("Kind | None", who.kind),
        country=who.country,
        sector=who.sector,
        role=who.role,
        id=who.id,
    )
