"""onrecord reads news reports and puts on record who did or said what to whom, and on whose word.

    >>> import onrecord
    >>> records = onrecord.read("Peru's president met ...", published="2025-03-14")

The public names are loaded when they are first used, so that importing the package costs
next to nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from onrecord.api import read, resolve_actor
    from onrecord.errors import OnrecordError
    from onrecord.ledger.ledger import Ledger
    from onrecord.reading.reader import Reader
    from onrecord.record import Record
    from onrecord.report import Report

__version__ = "0.1.0"

__all__ = [
    "Ledger",
    "OnrecordError",
    "Reader",
    "Record",
    "Report",
    "__version__",
    "read",
    "resolve_actor",
]

_HOMES = {
    "Ledger": "onrecord.ledger.ledger",
    "OnrecordError": "onrecord.errors",
    "Reader": "onrecord.reading.reader",
    "Record": "onrecord.record",
    "Report": "onrecord.report",
    "read": "onrecord.api",
    "resolve_actor": "onrecord.api",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
