"""How sure a record as a whole is.

Still simple: a sum of what the record rests on, set by eye; calibrating it against
annotated reports is a later step.
"""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.reading.what.happenings import Happening
from onrecord.record import Entity, When


def confidence(
    happening: Happening,
    actors: Sequence[Entity],
    recipients: Sequence[Entity],
    when: When,
    *,
    clash: bool = False,
) -> float:
    """0 to 1: more where the lexicon's row asked for more, where actors are known, where a
    date is said; less where that date contradicts itself (clash)."""
    value = 0.45 + 0.05 * min(happening.entry.demands, 4)
    if happening.entry.pos == "verb":
        value += 0.05
    if actors:
        value += 0.1 if any(entity.country or entity.sector for entity in actors) else 0.05
    if recipients:
        value += 0.05
    if clash:
        value -= 0.1
    elif when.basis in ("stated", "relative"):
        value += 0.05
    return round(min(value, 0.95), 2)
