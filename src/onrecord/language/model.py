"""One encoder pass and all its heads' answers: words in, an ``Annotation`` out.

The session is shared; `onnxruntime` lets go of Python's lock while it computes, so
windows of one text and of many are encoded side by side on as many threads as asked.
"""

from __future__ import annotations

import json
import sys
from bisect import bisect_right
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from itertools import islice, pairwise
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray
from threadpoolctl import ThreadpoolController

from onrecord.language.naming import names
from onrecord.language.pairs import code_probabilities
from onrecord.language.paths import best_labels, transitions, voice_transitions
from onrecord.language.spans import Attribution, Stretch, attributions, stretches
from onrecord.language.subwords import cutter
from onrecord.language.trees import heads as tree_heads
from onrecord.language.windows import Window, Words, windows

Floats = NDArray[np.float32]
OPENERS = frozenset("\"'“‘«([")
TOGETHER = 4000  # words that one thread encodes before it reads on: 30 MB of answers


INVENTORIES = (
    "upos", "xpos", "deprels", "names", "voices",
    "events", "modes", "contexts", "status", "roles", "codes",
)  # fmt: skip


class Annotation(msgspec.Struct, frozen=True, kw_only=True):
    """What the model says of a text's words; every list has one value a word.

    heads are places in the text, a root's is its own; names are (start, end, label),
    end exclusive; attributions are the voices' sources, cues and contents. scores holds the
    rows of the heads in ``SCORED``, [words, width of the head], as the model gives them, and
    role the scorer of its role heads.
    """

    upos: list[str]
    tags: list[str]
    heads: list[int]
    deprels: list[str]
    starts: list[bool]
    names: list[Stretch]
    attributions: list[Attribution]
    scores: dict[str, Floats] = {}
    role: Floats | None = None


EMPTY = Annotation(upos=[], tags=[], heads=[], deprels=[], starts=[], names=[], attributions=[])
SCORED = (
    "events", "modes", "contexts", "status", "certainty", "certainty_web", "statement", "negated",
    "role_event", "role_argument",
)  # fmt: skip
"""Heads whose answers the reading weighs itself, beside the tree and the lexicons."""


class Model:
    """The weights of a folder, loaded; see ``annotate`` and ``pipe``."""

    def __init__(self, folder: Path, *, threads: int = 1) -> None:
        import onnxruntime

        labels = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
        self.labels: dict[str, list[str]] = {
            name: labels[name] for name in INVENTORIES if name in labels
        }
        self.name_costs = transitions(self.labels["names"])
        self.voice_costs = voice_transitions(self.labels["voices"])
        self.slices = _slices(labels["heads"])
        with np.load(folder / "scorers.npz", allow_pickle=False) as arrays:
            self.scorers: dict[str, Floats] = {name: arrays[name] for name in arrays.files}
        self.cut = cutter(folder / "tokenizer.json")
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self.session = onnxruntime.InferenceSession(
            str(folder / "model.onnx"), options, providers=["CPUExecutionProvider"]
        )
        # products of a report's size are too small to share: BLAS threads would only spin beside
        # the encoder's
        self.blas = ThreadpoolController().select(user_api="blas")
        self.threads = threads
        self._pool = ThreadPoolExecutor(threads, "onrecord-encoder") if threads > 1 else None

    def encode(self, window: Window) -> Floats:
        """One window through the encoder: [words, width of all heads]."""
        feed = {
            "ids": window.ids,
            "features": window.features,
            "first": window.first,
            "last": window.last,
        }
        out: Floats = self.session.run(None, feed)[0][0]
        return out

    def annotate(self, text: Words) -> Annotation:
        """All answers for one text."""
        return next(self.pipe([text]))

    def pipe(self, texts: Iterable[Words], *, ahead: int = 32) -> Iterator[Annotation]:
        """Annotations in the order of the texts; up to ``ahead`` texts are encoded in advance."""
        source = iter(texts)
        if self._pool is None:
            yield from self._together(source, ahead)
            return
        with _short_turns():
            yield from self._ahead(source, ahead)

    def _together(self, source: Iterator[Words], ahead: int) -> Iterator[Annotation]:
        """Some texts are encoded, then decoded, then handed on: the encoder's weights and what
        reads its answers drive each other out of the processor's caches, so each takes a long turn.
        """
        waiting: list[tuple[Words, list[Window], list[Floats]]] = []
        size = 0
        for text in source:
            parts = windows(text, self.cut)
            waiting.append((text, parts, [self.encode(part) for part in parts]))
            size += len(text.words)
            if len(waiting) >= ahead or size >= TOGETHER:
                yield from self._decoded(waiting)
                size = 0
        yield from self._decoded(waiting)

    def _decoded(
        self, waiting: list[tuple[Words, list[Window], list[Floats]]]
    ) -> Iterator[Annotation]:
        """The answers for texts that wait, which are let go of as they are handed on."""
        done = deque(self._decode(*one) for one in waiting)
        waiting.clear()
        while done:
            yield done.popleft()

    def _ahead(self, source: Iterator[Words], ahead: int) -> Iterator[Annotation]:
        waiting = deque(self._start(text) for text in islice(source, ahead))
        while waiting:
            text, parts, futures = waiting.popleft()
            rows = [future.result() for future in futures]
            waiting.extend(self._start(text) for text in islice(source, 1))
            yield self._decode(text, parts, rows)

    def _start(self, text: Words) -> tuple[Words, list[Window], list[Future[Floats]]]:
        assert self._pool is not None
        parts = windows(text, self.cut)
        return text, parts, [self._pool.submit(self.encode, part) for part in parts]

    def _decode(self, text: Words, parts: Sequence[Window], rows: list[Floats]) -> Annotation:
        if not parts:
            return EMPTY
        with self.blas.limit(limits=1):
            return self._read(text, parts, rows)

    def _read(self, text: Words, parts: Sequence[Window], rows: list[Floats]) -> Annotation:
        out = np.concatenate(rows) if len(rows) > 1 else rows[0]
        starts = self._starts(text, parts, out)
        heads = self._heads(parts, out, starts)
        deprels = self._deprels(out, heads)
        return Annotation(
            upos=self._best("upos", out),
            tags=self._best("xpos", out),
            heads=heads,
            deprels=deprels,
            starts=starts,
            names=names(
                text.words,
                starts,
                out[:, self.slices["names"]],
                self.labels["names"],
                self.name_costs,
            ),
            attributions=self._attributions(parts, out),
            scores={name: out[:, self.slices[name]] for name in SCORED if name in self.slices},
            role=self.scorers.get("role"),
        )

    def code(self, text: Words, actor: Sequence[int], recipient: Sequence[int]) -> Floats:
        """Probabilities over ``labels["codes"]`` for a pair marked by the places of its words.

        The text is one window at most: what does not fit after it is left out.
        """
        part = windows(text, self.cut)[0]
        with self.blas.limit(limits=1):
            words = self.encode(part)[:, self.slices["code"]]
            marked = [[p for p in places if p < part.end] for places in (actor, recipient)]
            return code_probabilities(self.scorers, words, *marked)

    def _best(self, head: str, out: Floats) -> list[str]:
        inventory = self.labels[head]
        return [inventory[best] for best in out[:, self.slices[head]].argmax(axis=1).tolist()]

    def _starts(self, text: Words, parts: Sequence[Window], out: Floats) -> list[bool]:
        if text.starts is not None:
            return [bool(start) for start in text.starts]
        scores = out[:, self.slices["sentence"]]
        starts: list[bool] = (scores[:, 1] > scores[:, 0]).tolist()
        for place, gap in enumerate(text.gaps):
            if gap == 2:
                starts[place] = True
            elif gap == 0 and starts[place] and not text.words[place][0].isalnum():
                # no sentence begins with a mark that sticks to the word before ("=====")
                starts[place] = text.words[place][0] in OPENERS
        for part in parts:
            starts[part.begin] = part.fresh
        return starts

    def _heads(self, parts: Sequence[Window], out: Floats, starts: list[bool]) -> list[int]:
        dependents = out[:, self.slices["arc_dependent"]]
        weight = self.scorers["arc"]
        left = dependents @ weight[:-1] + weight[-1]
        right = out[:, self.slices["arc_governor"]].T
        edges = {part.begin for part in parts}
        edges.update(place for place, start in enumerate(starts) if start)
        ordered = [*sorted(edges), len(starts)]
        found: list[int] = []
        root = 0
        for begin, end in pairwise(ordered):
            local = tree_heads(left[begin:end] @ right[:, begin:end])
            found.extend(begin + head for head in local)
            new_root = next(begin + word for word, head in enumerate(local) if head == word)
            if starts[begin] or begin == 0:
                root = new_root
            else:  # a sentence longer than a window: its later pieces hang on its first root
                found[new_root] = root
        return found

    def _deprels(self, out: Floats, heads: list[int]) -> list[str]:
        dependents = out[:, self.slices["label_dependent"]]
        governors = out[heads, self.slices["label_governor"]]
        weights = self.scorers
        scores = (dependents * governors) @ weights["product"] + weights["bias"]
        scores += dependents @ weights["dependent"]
        scores += governors @ weights["governor"]
        inventory = self.labels["deprels"]
        root = inventory.index("root")
        scores[:, root] = -np.inf
        best = scores.argmax(axis=1).tolist()
        return [
            "root" if head == place else inventory[best[place]] for place, head in enumerate(heads)
        ]

    def _attributions(self, parts: Sequence[Window], out: Floats) -> list[Attribution]:
        best = best_labels(out[:, self.slices["voices"]], self.voice_costs)
        found = stretches(best, self.labels["voices"])
        if not found:
            return []
        weight = self.scorers["link"]
        dependents = out[:, self.slices["link_dependent"]]
        cues = [stretch.start for stretch in found if stretch.label == "cue"]
        governors = out[cues, self.slices["link_governor"]]
        left = dependents @ weight[:-1] + weight[-1]
        begins = [part.begin for part in parts]
        known: dict[int, Floats] = {}  # by window: a long text has too many pairs for one table

        def score(span: Stretch, first: int, last: int) -> Floats:
            part = parts[bisect_right(begins, span.start) - 1]
            if part.begin not in known:
                known[part.begin] = left[part.begin : part.end] @ governors[first:last].T
            rows = known[part.begin][span.start - part.begin : span.end - part.begin]
            result: Floats = rows.sum(axis=0)
            return result

        return attributions(found, [(part.begin, part.end) for part in parts], score)


@contextmanager
def _short_turns() -> Iterator[None]:
    """Let waiting threads have Python's lock sooner: one whose window is encoded would else
    stand idle for up to five milliseconds, as long as half a window takes."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(min(before, 0.0005))
    try:
        yield
    finally:
        sys.setswitchinterval(before)


def _slices(heads: list[list[Any]]) -> dict[str, slice]:
    found, start = {}, 0
    for name, width in heads:
        found[name] = slice(start, start + width)
        start += width
    return found
