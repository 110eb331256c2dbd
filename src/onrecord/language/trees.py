"""Arc scores to one tree a sentence: each word's best head, mended where that is no tree.

Greedy heads form a tree in nearly every sentence; where they do not (two roots, a
circle), the maximum spanning tree with a single root is found (Chu and Liu 1965,
Edmonds 1967, in the plain quadratic-a-contraction form).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]


def heads(scores: Scores) -> list[int]:
    """scores [n, n], word by head, the diagonal scoring the root -> heads; the root's is itself."""
    best: list[int] = scores.argmax(axis=1).tolist()
    if _is_tree(best):
        return best
    return spanning(scores)


def _is_tree(best: list[int]) -> bool:
    count = len(best)
    roots = [word for word in range(count) if best[word] == word]
    if len(roots) != 1:
        return False
    state = [0] * count  # 0 unseen, 1 on the present path, 2 leads to the root
    state[roots[0]] = 2
    for word in range(count):
        path = []
        while state[word] == 0:
            state[word] = 1
            path.append(word)
            word = best[word]
        if state[word] == 1:
            return False
        for passed in path:
            state[passed] = 2
    return True


def spanning(scores: Scores) -> list[int]:
    """The best tree with one root, exactly; scores as in ``heads``.

    A root's score becomes an arc to one node more, under a fine so high that no best
    tree pays it twice (reweighting: Stanojević and Cohen, EMNLP 2021).
    """
    count = len(scores)
    costs = scores.astype(np.float64) - scores.max(axis=1, keepdims=True)
    fine = 1.0 - (count + 1) * costs.min()
    weights = np.full((count + 1, count + 1), -np.inf)
    weights[:count, :count] = costs
    weights[:count, count] = np.diagonal(costs) - fine
    np.fill_diagonal(weights, -np.inf)
    found = _edmonds(weights, count)[:count]
    return [word if head == count else head for word, head in enumerate(found)]


def _edmonds(weights: NDArray[np.float64], root: int) -> list[int]:
    """Best head of each node but the root; weights [node, head], -inf where forbidden."""
    count = len(weights)
    best = weights.argmax(axis=1)
    best[root] = root
    found = _circle(best.tolist(), root)
    if not found:
        return [int(head) for head in best]
    circle = np.array(found)
    inside = np.zeros(count, dtype=bool)
    inside[circle] = True
    outside = np.flatnonzero(~inside)
    within = weights[circle, best[circle]]
    # one node stands for the circle: entering it at a node breaks that node's arc
    size = len(outside)
    small = np.full((size + 1, size + 1), -np.inf)
    small[:size, :size] = weights[np.ix_(outside, outside)]
    leaving = weights[np.ix_(outside, circle)]
    small[:size, size] = leaving.max(axis=1)
    entering = weights[np.ix_(circle, outside)] - within[:, None]
    small[size, :size] = entering.max(axis=0)
    tree = _edmonds(small, int(np.flatnonzero(outside == root)[0]))
    result = best.tolist()
    for number, node in enumerate(outside.tolist()):
        head = tree[number]
        if node == root:
            continue
        result[node] = circle[int(leaving[number].argmax())] if head == size else int(outside[head])
    entry = tree[size]
    result[circle[int(entering[:, entry].argmax())]] = int(outside[entry])
    return [int(head) for head in result]


def _circle(best: list[int], root: int) -> list[int]:
    state = [0] * len(best)
    state[root] = 2
    for word in range(len(best)):
        path = []
        while state[word] == 0:
            state[word] = 1
            path.append(word)
            word = best[word]
        if state[word] == 1:
            return path[path.index(word) :]
        for passed in path:
            state[passed] = 2
    return []
