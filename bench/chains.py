"""How well predicted chains of mentions are those of the gold: MUC, B3, CEAF-e and their mean.

A partition is a list of clusters, each a set of mentions; both partitions hold the same mentions
(gold mentions), those that stand alone included. Each measure gives recall and precision:

- MUC (Vilain and others 1995): of the links that a gold cluster needs, ``size - 1``, those that
  remain when the other partition cuts it into ``parts``: sum of ``size - parts`` over sum of
  ``size - 1``; precision is the same with the two exchanged.
- B3 (Bagga and Baldwin 1998): for each mention the share of its gold cluster that its predicted
  cluster holds, averaged; precision exchanged.
- CEAF-e (Luo 2005): the one-to-one pairing of clusters with the greatest sum of
  ``2 |G and P| / (|G| + |P|)``; over the number of gold clusters it is recall, over the number of
  predicted ones precision.

CoNLL F1 (Pradhan and others 2011) is the mean of the three F1.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from collections.abc import Set as AbstractSet

Partition = Sequence[AbstractSet[Hashable]]


def conll(gold: Partition, predicted: Partition) -> dict[str, float]:
    """The three F1 and their mean, in per cent."""
    found = {
        "muc": _f1(*muc(gold, predicted)),
        "b3": _f1(*b3(gold, predicted)),
        "ceafe": _f1(*ceafe(gold, predicted)),
    }
    return {"conll": sum(found.values()) / 3, **found}


def muc(gold: Partition, predicted: Partition) -> tuple[float, float]:
    """Recall and precision of the links; 0 where no cluster has two mentions."""
    return _links(gold, predicted), _links(predicted, gold)


def b3(gold: Partition, predicted: Partition) -> tuple[float, float]:
    """Recall and precision, averaged over mentions."""
    return _mentions(gold, predicted), _mentions(predicted, gold)


def ceafe(gold: Partition, predicted: Partition) -> tuple[float, float]:
    """Recall and precision of the best pairing of clusters."""
    total = sum(_best(table) for table in _tables(gold, predicted))
    return total / len(gold) if gold else 0.0, total / len(predicted) if predicted else 0.0


def partition(labels: Mapping[Hashable, Hashable]) -> list[set[Hashable]]:
    """The clusters of mentions that share a label."""
    clusters: dict[Hashable, set[Hashable]] = {}
    for mention, label in labels.items():
        clusters.setdefault(label, set()).add(mention)
    return list(clusters.values())


def _f1(recall: float, precision: float) -> float:
    both = recall + precision
    return 200.0 * recall * precision / both if both else 0.0


def _owner(clusters: Partition) -> dict[Hashable, int]:
    return {mention: number for number, cluster in enumerate(clusters) for mention in cluster}


def _links(one: Partition, other: Partition) -> float:
    owner = _owner(other)
    kept = sum(len(cluster) - len({owner[m] for m in cluster}) for cluster in one)
    needed = sum(len(cluster) - 1 for cluster in one)
    return kept / needed if needed else 0.0


def _mentions(one: Partition, other: Partition) -> float:
    owner = _owner(other)
    total, count = 0.0, 0
    for cluster in one:
        shares = Counter(owner[mention] for mention in cluster)
        total += sum(size * size for size in shares.values()) / len(cluster)
        count += len(cluster)
    return total / count if count else 0.0


def _tables(gold: Partition, predicted: Partition) -> list[list[list[float]]]:
    """Tables of similarity, one for each group of clusters that overlap, square and padded.

    Clusters that share no mention, even through others, can't be paired to any gain: so the
    whole problem falls into small ones.
    """
    owner = _owner(predicted)
    shared = [Counter(owner[mention] for mention in cluster) for cluster in gold]
    group = list(range(len(predicted)))

    def find(place: int) -> int:
        while group[place] != place:
            group[place] = group[group[place]]
            place = group[place]
        return place

    for row in shared:
        first, *rest = row
        for other in rest:
            group[find(other)] = find(first)
    members: dict[int, tuple[list[int], list[int]]] = {}
    for number, row in enumerate(shared):
        members.setdefault(find(next(iter(row))), ([], []))[0].append(number)
    for number in range(len(predicted)):
        members.setdefault(find(number), ([], []))[1].append(number)
    tables = []
    for rows, columns in members.values():
        size = max(len(rows), len(columns))
        table = [[0.0] * size for _ in range(size)]
        for i, row in enumerate(rows):
            for j, column in enumerate(columns):
                sizes = len(gold[row]) + len(predicted[column])
                table[i][j] = 2.0 * shared[row][column] / sizes
        tables.append(table)
    return tables


def _best(table: list[list[float]]) -> float:
    """The greatest sum of a pairing of rows and columns (Kuhn 1955, by potentials)."""
    size = len(table)
    rows, columns = [0.0] * (size + 1), [0.0] * (size + 1)
    row_of, way = [0] * (size + 1), [0] * (size + 1)
    for row in range(1, size + 1):
        row_of[0], at = row, 0
        least, seen = [float("inf")] * (size + 1), [False] * (size + 1)
        while row_of[at]:
            seen[at] = True
            here, step, to = row_of[at], float("inf"), 0
            for column in range(1, size + 1):
                if seen[column]:
                    continue
                cost = -table[here - 1][column - 1] - rows[here] - columns[column]
                if cost < least[column]:
                    least[column], way[column] = cost, at
                if least[column] < step:
                    step, to = least[column], column
            for column in range(size + 1):
                if seen[column]:
                    rows[row_of[column]] += step
                    columns[column] -= step
                else:
                    least[column] -= step
            at = to
        while at:
            row_of[at] = row_of[way[at]]
            at = way[at]
    return sum(table[row_of[column] - 1][column - 1] for column in range(1, size + 1))
