"""The generator of rewrites, and its score worked out by hand."""

from __future__ import annotations

from collections import Counter

from bench.stories import ARTICLES, REWRITES, SOURCES, articles, score


def test_as_many_as_are_said() -> None:
    made = articles()
    assert len(made) == ARTICLES
    sizes = Counter(Counter(article.source for article in made).values())
    # 500 rewrites of 300 texts: 200 have two, 100 have one, all others none.
    assert sizes == {3: REWRITES - SOURCES, 2: 2 * SOURCES - REWRITES, 1: ARTICLES - 800}


def test_every_run_sees_the_same() -> None:
    assert articles()[:50] == articles()[:50]
    assert articles(1)[:50] != articles(2)[:50]


def test_score() -> None:
    # Sources aaa bb c: 4 pairs. Stories xx|x y... : 111 split as 2 + 1, b joined with c.
    figures = score([1, 1, 1, 2, 2, 3], ["x", "x", "y", "z", "w", "w"])
    assert figures == {"recall": 25.0, "precision": 50.0}
