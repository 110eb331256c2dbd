"""Parsers, loaded when they're first needed; whoever watches the clock is told before.

Loading one takes from half a second to, on a cold disk, ten: that isn't the fault of the item that
happens to come first.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any

_watchers: list[Callable[[], None]] = []
_loaded: dict[str, Any] = {}


def watch(told: Callable[[], None]) -> None:
    """Call ``told`` before each loading from now on."""
    _watchers.append(told)


def load(name: str, *, warm: Callable[[Any], object] | None = None) -> Any:
    """The module called ``name``; ``warm`` makes it load what it would load at its first use."""
    if name not in _loaded:
        for told in _watchers:
            told()
        _loaded[name] = import_module(name)
        if warm is not None:
            warm(_loaded[name])
    return _loaded[name]
