"""What is asked along with a phrase: the day, a user's own table, the countries near by."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from onrecord.codes.names import Actors


class Asked(NamedTuple):
    """on: the day of publication; table: a user's own; around: countries that the text names."""

    on: date | None = None
    table: Actors | None = None
    around: frozenset[str] = frozenset()
