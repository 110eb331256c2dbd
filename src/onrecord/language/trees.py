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
    """Best head of each node but the root; weights [node, head], -inf where forbidden.

    Each node's best head is followed until the way leads to the root. A circle that is met becomes
    its first node, in place, and the way goes on from there, so that nothing is looked at twice.
    """
    count = len(weights)
    best: list[int] = weights.argmax(axis=1).tolist()
    into = list(range(count))  # the node that a node's circle became, step by step
    settled = [node == root for node in range(count)]
    circles: list[tuple[list[int], NDArray[np.float64], NDArray[np.float64]]] = []
    for start in range(count):
        path: list[int] = []
        at: dict[int, int] = {}
        node = _last(into, start)
        while not settled[node]:
            if node in at:
                circle = path[at[node] :]
                del path[at[node] :]
                circles.append((circle, *_contract(weights, circle)))
                best[node] = int(weights[node].argmax())
                for member in circle:
                    into[member] = node
            at[node] = len(path)
            path.append(node)
            node = _last(into, best[node])
        for node in path:
            settled[node] = True
    heads = {node: _last(into, best[node]) for node in range(count) if into[node] == node}
    heads[root] = root
    for circle, leaving, entering in reversed(circles):
        entry = heads[circle[0]]
        for node, head in heads.items():
            if head == circle[0]:
                heads[node] = circle[int(leaving[node].argmax())]
        # a circle's nodes hang on one another, but for the one that it is entered at
        heads.update(zip(circle, [*circle[1:], circle[0]], strict=True))
        heads[circle[int(entering[:, entry].argmax())]] = entry
    return [heads[node] for node in range(count)]


def _last(into: list[int], node: int) -> int:
    while into[node] != node:
        node = into[node]
    return node


def _contract(
    weights: NDArray[np.float64], circle: list[int]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Make a circle, each node's head the next, its first node; gives what every node had for
    hanging on each of the circle's, [node, circle], and each of these on every node in the
    place of its own head, [circle, node]."""
    first, *others = circle
    leaving = weights[:, circle]
    entering = weights[circle] - weights[circle, [*others, first]][:, None]
    weights[:, others] = -np.inf
    weights[:, first] = leaving.max(axis=1)
    weights[first] = entering.max(axis=0)
    weights[first, circle] = -np.inf
    return leaving, entering
