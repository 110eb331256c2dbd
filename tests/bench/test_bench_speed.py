"""Interleaved timing with a clock of our own."""

from __future__ import annotations

from collections.abc import Sequence
from types import SimpleNamespace
from typing import Any

import pytest

import bench.speed as module
from bench.common import MissingError
from bench.speed import Turn, child, figures, peak_mb, turns


def test_turns_alternate_and_are_timed() -> None:
    now = [0.0]
    order: list[str] = []

    def task(name: str, seconds: float) -> object:
        def work(texts: Sequence[str]) -> None:
            order.append(name)
            now[0] += seconds * len(texts)

        return work

    done = turns(
        ["a b", "c", "d e f"],
        task("read", 3.0),  # type: ignore[arg-type]
        task("encode", 2.0),  # type: ignore[arg-type]
        rounds=2,
        block=2,
        clock=lambda: now[0],
    )
    assert order == ["read", "encode", "encode", "read"] * 2
    assert done[:2] == [
        Turn(reading=6.0, encoding=4.0, words=3, reports=2),
        Turn(reading=3.0, encoding=2.0, words=3, reports=1),
    ]
    # Medians of 0.5, 1.0, 0.5, 1.0 words a second and of 1/3 report a second.
    assert figures(done) == {
        "ratio": 1.5,
        "words_per_second": 0.75,
        "reports_per_second": pytest.approx(1 / 3),
        "encoder_words_per_second": pytest.approx(1.125),
    }


def test_one_slow_turn_does_not_move_the_median() -> None:
    even = Turn(reading=2.0, encoding=1.0, words=10, reports=1)
    slow = Turn(reading=50.0, encoding=1.0, words=10, reports=1)
    assert figures([even, slow, even])["ratio"] == 2.0


def test_child_with_a_fake_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "reading", lambda cores: len)
    monkeypatch.setattr(module, "encoder", lambda texts, cores: len)
    monkeypatch.setattr(module, "texts_of", lambda name: (["a b", "c"], []))
    # The test's own process must keep its cores.
    monkeypatch.delattr("os.sched_setaffinity", raising=False)
    found = child(module.OWN, 1)
    assert set(found) == {
        *("ratio", "words_per_second", "reports_per_second", "encoder_words_per_second"),
        *("load_seconds", "peak_mb"),
    }
    assert peak_mb() > 1


def test_the_encoder_sees_every_window_of_its_texts_only(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []
    parts: dict[str, Any] = {
        "windows": lambda words, cut: cut(words),
        "words_of": lambda doc: doc,
        "folder": lambda: "weights",
        "Model": lambda folder: SimpleNamespace(cut=str.split, encode=seen.append),
        "blank": lambda name: SimpleNamespace(make_doc=lambda text: text),
    }
    monkeypatch.setattr(module, "part", lambda _, name: parts[name])
    monkeypatch.setattr(module, "load", lambda _, name, **options: parts[name](**options))
    for cores in module.CORES:
        seen.clear()
        module.encoder(["a b", "c"], cores)(["a b"])
        assert sorted(seen) == ["a", "b"]


def test_the_reader_gets_the_threads_and_pipes(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[object] = []

    def make(threads: int = 1) -> object:
        made.append(threads)
        return SimpleNamespace(pipe=lambda reports: iter(made.append(r.text) for r in reports))

    monkeypatch.setattr(module, "part", lambda *_: SimpleNamespace)
    monkeypatch.setattr(module, "load", lambda *_, **options: make(**options))
    module.reading(2)(["a", "b"])
    assert made == [2, "a", "b"]


def test_a_child_that_lacks_something_says_what(monkeypatch: pytest.MonkeyPatch) -> None:
    done = SimpleNamespace(stdout='{"missing": "no model"}\n', stderr="", returncode=0)
    monkeypatch.setattr(module, "texts_of", lambda name: (["a"], []))
    monkeypatch.setattr("subprocess.run", lambda *_, **__: done)
    with pytest.raises(MissingError, match="no model"):
        module.measure(module.OWN, 1)
    done.stdout, done.returncode, done.stderr = "", 1, "boom"
    with pytest.raises(RuntimeError, match="boom"):
        module.measure(module.OWN, 1)
