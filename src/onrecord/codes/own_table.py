"""A user's own actors, laid over ours: a CSV file whose every cell is checked when it is read."""

from __future__ import annotations

import csv
from collections.abc import Container
from pathlib import Path
from typing import get_args

from onrecord.codes import plover
from onrecord.codes.countries import countries
from onrecord.codes.names import Actors
from onrecord.codes.terms import Term, term
from onrecord.record import Kind

COLUMNS = ("name", "kind", "country", "sector", "role", "start", "end", "aliases", "id")


def load_table(path: str | Path) -> Actors:
    """The actors of a CSV file with a header.

    Columns: name, kind, country, sector, role, start, end, aliases, id; only name is required,
    others may be missing or empty; kind is organisation where nothing is said. Several aliases
    are parted by ``|`` or ``;``, dates are ISO, shortened where need be. Raises ValueError, with
    the line, where a row has no name, an unknown code or a bad date, and OSError where the file
    can't be opened.
    """
    found: list[tuple[str, Term]] = []
    with Path(path).open(encoding="utf-8-sig", newline="") as file:
        lines = csv.DictReader(file)
        try:
            for given in lines:
                found += _named(given)
        except (ValueError, csv.Error) as error:
            raise ValueError(f"line {lines.line_num}: {error}") from None
    return Actors(found)


def _named(given: dict[str, str]) -> list[tuple[str, Term]]:
    """What one line enters: each of its names, and who that is."""
    row = {column: (given.get(column) or "").strip() for column in COLUMNS}
    if not row["name"]:
        raise ValueError("a row needs a name")
    row["kind"] = row["kind"] or "organisation"
    _known(row, "kind", get_args(Kind))
    _known(row, "country", countries())
    _known(row, "sector", plover.SECTORS)
    held = term(row, kind=row["kind"], id=row["id"] or None)
    aliases = row["aliases"].replace(";", "|").split("|")
    return [(name.strip(), held) for name in (row["name"], *aliases) if name.strip()]


def _known(row: dict[str, str], column: str, codes: Container[str]) -> None:
    if row[column] and row[column] not in codes:
        raise ValueError(f"no {column} is called {row[column]!r}")
