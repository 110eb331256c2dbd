"""What every bench shares: where data lies, what an outcome is, how hits become an F1.

A bench is a module with ``run() -> list[Outcome]``. It raises ``MissingError`` with the reason
where its data, or the part of onrecord that it measures, is not there.
"""

from __future__ import annotations

import hashlib
import importlib
import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec

ROOT = Path(__file__).resolve().parent.parent
BENCH = ROOT / "bench"
CODE_SUFFIXES = {".py", ".tsv"}
MODEL_SUFFIXES = {".json", ".npz", ".onnx", ".safetensors"}

Chars = frozenset[int]
"""Code points of a text, by their positions."""


class MissingError(Exception):
    """The bench can't run here; the message says what is missing."""


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """Figures of one bench on one data set.

    bench: the module's name; data: the data set's short name; sha256: of its file or files;
    figures: name to value, shares in per cent.
    """

    bench: str
    data: str
    sha256: str
    figures: dict[str, float]


class Counts(msgspec.Struct, frozen=True):
    """Hits, predictions and gold items; ``+`` adds them up, so that means are micro means."""

    hits: int = 0
    predicted: int = 0
    gold: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(
            self.hits + other.hits, self.predicted + other.predicted, self.gold + other.gold
        )

    @property
    def precision(self) -> float:
        """Per cent of the predictions that are right; 0 where nothing was predicted."""
        return share(self.hits, self.predicted)

    @property
    def recall(self) -> float:
        """Per cent of the gold items that were found; 0 where there are none."""
        return share(self.hits, self.gold)

    @property
    def f1(self) -> float:
        """Harmonic mean of the two, in per cent."""
        return share(2 * self.hits, self.predicted + self.gold)


def share(part: float, whole: float) -> float:
    """``part`` of ``whole`` in per cent; 0 of nothing is 0."""
    return 100.0 * part / whole if whole else 0.0


def compare(predicted: Iterable[Any], gold: Iterable[Any]) -> Counts:
    """Counts of two collections of hashable items without repetition."""
    mine, theirs = set(predicted), set(gold)
    return Counts(len(mine & theirs), len(mine), len(theirs))


def matching(edges: Mapping[int, Sequence[int]]) -> dict[int, int]:
    """A maximum one-to-one matching of a bipartite graph: left to right.

    edges: for each left item the right items that it may be matched with, best first.
    Augmenting paths (Kuhn 1955), without recursion so that long documents do no harm.
    """
    right_of: dict[int, int] = {}
    left_of: dict[int, int] = {}
    for start in edges:
        came_from: dict[int, int] = {}  # right -> the left item that reached it
        queue, free = [start], None
        while queue and free is None:
            left = queue.pop(0)
            for right in edges.get(left, ()):
                if right in came_from:
                    continue
                came_from[right] = left
                if right not in left_of:
                    free = right
                    break
                queue.append(left_of[right])
        while free is not None:
            left = came_from[free]
            before = right_of.get(left)
            left_of[free], right_of[left] = left, free
            free = before
    return right_of


def ink(text: str, spans: Iterable[Sequence[int]]) -> Chars:
    """The code points of the spans that are not white space."""
    return frozenset(
        place for start, end in spans for place in range(start, end) if not text[place].isspace()
    )


def jaccard(one: Chars, other: Chars) -> float:
    """Shared part of the union; 0 where both are empty."""
    union = len(one | other)
    return len(one & other) / union if union else 0.0


def data_folder() -> Path:
    """The folder of the data sets: ``ONRECORD_DATA`` or ../shared/data beside the repository."""
    return Path(os.environ.get("ONRECORD_DATA") or ROOT.parent / "shared" / "data")


def data_file(name: str) -> Path:
    """A file of the data folder. Raises MissingError where it is not there."""
    path = data_folder() / name
    if not path.exists():
        raise MissingError(f"no {name} in the data folder (set ONRECORD_DATA)")
    return path


def sha256(*paths: Path) -> str:
    """SHA-256 over the contents of the files, in the order of their names."""
    digest = hashlib.sha256()
    for path in sorted(paths):
        with path.open("rb") as file:
            while block := file.read(1 << 20):
                digest.update(block)
    return digest.hexdigest()


def model_sha256() -> str | None:
    """SHA-256 over the files of the language model in use, None where there is none yet."""
    try:
        folder: Path = load("onrecord.language.weights", "folder")
    except MissingError:
        return None
    files = [path for path in folder.glob("*") if path.suffix in MODEL_SUFFIXES]
    return sha256(*files) if files else None


def code_sha256() -> str:
    """SHA-256 over the package's code and tables, whatever the state of the repository."""
    package = ROOT / "src" / "onrecord"
    return sha256(*(path for path in package.rglob("*") if path.suffix in CODE_SUFFIXES))


def part(module: str, name: str) -> Any:
    """A part of onrecord that is being measured. Raises MissingError where it is not there."""
    try:
        return getattr(importlib.import_module(module), name)
    except (ImportError, AttributeError) as error:
        raise MissingError(f"{module}.{name} can't be loaded: {error}") from error


def load(module: str, name: str, **options: Any) -> Any:
    """Call a part of onrecord (``load()``, ``Reader()``).

    Raises MissingError where the part or a file that it reads (the model) is not there.
    """
    make = part(module, name)
    try:
        return make(**options)
    except (ImportError, FileNotFoundError) as error:
        raise MissingError(f"{module}.{name}() can't run: {error}") from error
