"""How sure a record as a whole is: the chance that its category, actors and status are right.

A weighted sum of what the record rests on, as a chance (logistic). The weights are data
(codes/data/confidence.tsv), fitted by training/calibrate.py on short reports that the weights
of the model had not seen.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from math import exp, log

from onrecord.codes.tables import rows
from onrecord.reading.status.learned import on_record, shares
from onrecord.reading.tree import Tree
from onrecord.reading.what.happenings import Happening
from onrecord.record import Record, Status

LONGEST = 60  # words of a sentence: past these, none makes it harder
FARTHEST = 4.0  # log-odds: past these the model's shares say no more
_LEAST, _MOST = 0.02, 0.98


def confidence(evidence: Mapping[str, float]) -> float:
    """0 to 1, from the evidence of a record."""
    weights = _weights()
    total = weights["bias"] + sum(weights.get(name, 0.0) * v for name, v in evidence.items())
    return round(min(max(1 / (1 + exp(-total)), _LEAST), _MOST), 2)


def evidence(
    tree: Tree, place: int, happening: Happening | None, record: Record, *, clash: bool = False
) -> dict[str, float]:
    """What a record rests on, by name; ``happening`` is None for a STATEMENT.

    clash: its date contradicts itself ("Monday" with the date of a Tuesday).
    """
    known = any(entity.country or entity.sector for entity in record.actors)
    status = record.status
    first, last = tree.sentence(place)
    found = {
        "statement": float(happening is None),
        "actor": float(bool(record.actors)),
        "known actor": float(known),
        "recipient": float(bool(record.recipients)),
        "dated": float(record.when.basis in ("stated", "relative")),
        "handed on": float(status not in ("asserted", "intended")),
        "clash": float(clash),
        "status share": _status_share(tree, place, status),
        "length": min(last - first, LONGEST) / 20,
        "nested": float(len(record.voices) > 1),
        "several": float(len(record.actors) > 1),
        "no sector": float(known and not any(entity.sector for entity in record.actors)),
    }
    if happening is None:
        said = on_record(tree, place)
        found["saying share"] = _log_odds(said) if said is not None else 0.0
    if happening is not None:
        coded = happening.coded
        found["noun"] = float(happening.entry.pos == "noun")
        found["share"] = _log_odds(coded.ranking[0][1]) if coded is not None else 0.0
        found["model alone"] = float(happening.row is None)
        found["demands"] = min(happening.entry.demands, 8) / 8
    return {name: round(value, 3) for name, value in found.items() if value}


def _status_share(tree: Tree, place: int, status: Status) -> float:
    """Log-odds of the model's own share of the status; nought where it has none."""
    known = shares(tree, place)
    return _log_odds(known[status]) if known else 0.0


def _log_odds(share: float) -> float:
    share = min(max(share, 1e-6), 1 - 1e-6)
    return min(max(log(share / (1 - share)), -FARTHEST), FARTHEST)


@cache
def _weights() -> dict[str, float]:
    return {row["evidence"]: float(row["weight"]) for row in rows("confidence")}
