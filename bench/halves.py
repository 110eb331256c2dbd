"""Dates and places, scored by halves: one was looked at in development, the other was not.

bench/dates.py and bench/places.py hold the measures and print both halves; here the half that
nothing was fitted to is turned into outcomes for the gate.
"""

from __future__ import annotations

import importlib
from typing import Any

from bench.common import MissingError, Outcome, data_file, data_folder, sha256


def dates() -> list[Outcome]:
    """strict, relaxed and value F1 on the held halves of TimeBank with AQUAINT and of GUM."""
    module = _measure("dates")
    outcomes = []
    for corpus, pattern in (("tbaq", "dates/tbaq/*.tml"), ("gum", "dates/gum.jsonl")):
        paths = sorted(data_folder().glob(pattern))
        if not paths:
            raise MissingError(f"no {pattern} in the data folder (set ONRECORD_DATA)")
        documents = list(getattr(module, corpus)(data_folder()))
        held = [document for document in documents if module.half(document.name) == "held"]
        found = module.score(corpus, "held", held, 0)
        figures = {name: 100.0 * found[name] for name in ("strict", "relaxed", "value")}
        figures["documents_per_second"] = found["documents_per_second"]
        outcomes.append(
            Outcome(bench="dates", data=f"{corpus}-held", sha256=sha256(*paths), figures=figures)
        )
    return outcomes


def places() -> list[Outcome]:
    """Right country, within 161 km, unread, found in raw text: per cent of LGL's other half."""
    path = data_file("places/lgl.xml")
    module = _measure("places")
    half = module.articles(fit=False)
    country, near, unread = module.score(half)
    figures = {"country": country, "within_161_km": near, "unread": unread}
    figures["found"], figures["found_exact"] = module.found(half, module.Reader().places)
    return [
        Outcome(
            bench="places",
            data="lgl-other",
            sha256=sha256(path),
            figures={name: 100.0 * value for name, value in figures.items()},
        )
    ]


def _measure(name: str) -> Any:
    try:
        return importlib.import_module(f"bench.{name}")
    except (ImportError, FileNotFoundError) as error:
        raise MissingError(f"bench.{name} can't be loaded: {error}") from error
