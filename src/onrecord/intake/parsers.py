"""Parsers, loaded when they're first needed; whoever watches the clock is told before.

Loading one takes from half a second to, on a cold disk, ten: that isn't the fault of the item that
happens to come first.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from importlib import import_module
from typing import Any

_watchers: list[Callable[[], None]] = []


def watch(told: Callable[[], None]) -> None:
    """Call ``told`` before each loading from now on."""
    _watchers.append(told)


def load(name: str) -> Any:
    """The module called ``name``."""
    if name not in sys.modules:
        for told in _watchers:
            told()
        import_module(name)
    return sys.modules[name]
