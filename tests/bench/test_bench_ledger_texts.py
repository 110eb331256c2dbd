"""Made-up reports are the same each time, and no two alike."""

from __future__ import annotations

from bench import ledger_texts as module


def test_short_texts() -> None:
    found = list(module.short(50))
    assert found == list(module.short(50)) and len(set(found)) == 50
    assert all(text.endswith(".") and "{" not in text for text in found)


def test_the_same_each_time() -> None:
    one, other = (list(module.synthetic(50)) for _ in range(2))
    assert one == other and len(one) == 10
