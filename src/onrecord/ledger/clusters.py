"""What belongs together, from how alike each two are: average link, within what hangs together.

Two groups are joined while the mean likeness of their members, pair by pair, is at least
``threshold``; the most alike first, and of equals those whose first ids come first. A group never
joins another where the mean falls short, so nothing is joined across components of the graph
whose edges are the pairs at or over the threshold: a new item changes nothing but the component
that it falls into. That component is clustered afresh from its items, so the result follows from
the set of items and not from the order in which they came.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Collection, Iterable, Mapping

Likeness = Callable[[str, str], float]
Pair = tuple[str, str]

EXACT = 1_000_000
"""Likeness is counted in millionths: whole numbers add up to the same in any order."""
MUST, NEVER = 10**6 * EXACT, -(10**9) * EXACT
"""What a person's word weighs: more than any mean."""
LARGEST = 400
"""Items of a component that are clustered at once; a larger one is cut at a higher threshold."""


def component(
    seeds: Iterable[str], neighbours: Callable[[str], Mapping[str, float]], threshold: float
) -> tuple[set[str], dict[Pair, float]]:
    """All that hangs together with ``seeds``, and the likeness of the pairs that were met.

    neighbours: an item's candidates with their likeness, the same from both sides.
    """
    waiting, found = list(seeds), set(seeds)
    scores: dict[Pair, float] = {}
    while waiting:
        one = waiting.pop()
        for other, score in neighbours(one).items():
            scores[_pair(one, other)] = score
            if score >= threshold and other not in found:
                found.add(other)
                waiting.append(other)
    return found, scores


def cluster(
    items: Collection[str],
    scores: Mapping[Pair, float],
    threshold: float,
    *,
    same: Collection[Pair] = (),
    apart: Collection[Pair] = (),
) -> list[list[str]]:
    """The clusters of ``items``, each sorted, in the order of their first ids.

    scores: of pairs, the smaller id first; what has none is 0. same, apart: decided pairs, which
    outweigh any likeness; apart outweighs same where decisions contradict each other.
    """
    found: list[list[str]] = []
    for part in _components(items, scores, threshold, same):
        if len(part) > LARGEST and threshold < 0.99:
            higher = threshold + (1 - threshold) / 4
            found += cluster(part, scores, higher, same=same, apart=apart)
        else:
            found += _average(part, scores, threshold, set(same), set(apart))
    return sorted(found)


def _components(
    items: Collection[str],
    scores: Mapping[Pair, float],
    threshold: float,
    same: Collection[Pair],
) -> list[list[str]]:
    inside = set(items)
    edges: dict[str, list[str]] = {item: [] for item in inside}
    strong = [both for both, score in scores.items() if score >= threshold]
    for one, other in (*strong, *same):
        if one in inside and other in inside:
            edges[one].append(other)
            edges[other].append(one)
    found: list[list[str]] = []
    for item in sorted(inside):
        if item in edges:
            part, waiting = {item}, [item]
            while waiting:
                for other in edges.pop(waiting.pop(), ()):
                    if other not in part:
                        part.add(other)
                        waiting.append(other)
            found.append(sorted(part))
    return found


def _average(
    part: list[str],
    scores: Mapping[Pair, float],
    threshold: float,
    same: set[Pair],
    apart: set[Pair],
) -> list[list[str]]:
    """Average link by sums over pairs of groups: joining two adds their rows up."""
    groups: dict[int, list[str]] = {number: [item] for number, item in enumerate(part)}
    sums: dict[int, dict[int, int]] = {number: {} for number in groups}
    least = round(threshold * EXACT)
    for one, a in enumerate(part):
        for other in range(one + 1, len(part)):
            both = (a, part[other])
            score = round(scores.get(both, 0.0) * EXACT)
            score = NEVER if both in apart else MUST if both in same else score
            if score:
                sums[one][other] = sums[other][one] = score

    def mean(one: int, other: int) -> float:
        return sums[one][other] / (len(groups[one]) * len(groups[other]))

    queue = [
        (-mean(one, other), groups[one][0], groups[other][0], one, other)
        for one, row in sums.items()
        for other in row
        if one < other and mean(one, other) >= least
    ]
    heapq.heapify(queue)
    fresh = len(part)
    while queue:
        *_, one, other = heapq.heappop(queue)
        if one not in groups or other not in groups:
            continue
        groups[fresh] = sorted(groups[one] + groups[other])
        rows = sums.pop(one), sums.pop(other)
        del groups[one], groups[other]
        joined: dict[int, int] = {}
        for row in rows:
            for third, total in row.items():
                if third in groups:
                    joined[third] = joined.get(third, 0) + total
                    sums[third].pop(one, None)
                    sums[third].pop(other, None)
        sums[fresh] = joined
        for third, total in joined.items():
            sums[third][fresh] = total
            if (closeness := mean(fresh, third)) >= least:
                first, second = sorted((groups[fresh][0], groups[third][0]))
                heapq.heappush(queue, (-closeness, first, second, fresh, third))
        fresh += 1
    return list(groups.values())


def _pair(one: str, other: str) -> Pair:
    return (one, other) if one < other else (other, one)
