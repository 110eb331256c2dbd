"""A country that a report names only as that of the other side goes without saying for nobody: the
opposition leader who "accused Russia" need not be a Russian one.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from onrecord.reading.tree import Tree
from onrecord.reading.who.cast import Cast
from onrecord.reading.who.setting import Setting
from onrecord.record import Entity

_OFFICIAL = frozenset(("GOV", "MIL", "LEG", "PTY", "OPP", "COP", "SPY", "JUD", "ELI"))


def unborrowed(
    tree: Tree, cast: Cast, setting: Setting, side: Sequence[Entity], other: Sequence[Entity]
) -> list[Entity]:
    """The side, each without a country that only those beside and opposite were named with."""
    parties = [*side, *other]
    told = [(tree.begins[place], code) for place, code in setting.named]
    return [
        msgspec.structs.replace(entity, country=None)
        if entity.kind == "person"
        and entity.sector in _OFFICIAL
        and not _is_told(cast, entity, told)
        and _is_theirs(entity, [e for e in parties if e != entity], told)
        else entity
        for entity in side
    ]


def _is_told(cast: Cast, entity: Entity, told: Sequence[tuple[int, str]]) -> bool:
    """Whether its own words, or the tables, say the country."""
    start, end = entity.span
    if entity.id is not None or any(start <= at < end for at, _ in told):
        return True
    known = cast.resolve(entity.name or entity.text)
    return known is not None and known.country is not None


def _is_theirs(entity: Entity, others: Sequence[Entity], told: Sequence[tuple[int, str]]) -> bool:
    """Whether every word that names its country stands in the words of the others."""
    namings = [at for at, code in told if code == entity.country]
    spans = [e.span for e in others if e.kind == "state" and e.country == entity.country]
    return bool(namings) and all(any(a <= at < b for a, b in spans) for at in namings)
