"""Which sets are trained on, in what measure, and which are left out under `--open-only`.

Licences stand in docs/model-card.md. The one set without an open licence used here
is PolNeAR (voices); without it the voice heads learn from GUM's attribution
relations alone.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from pathlib import Path

from training.attributions import gum_attributions
from training.pairs import pair_units
from training.records import record_units
from training.units import Tokenizer, Unit, name_documents, plain_tokenizer, tree_documents, voice_documents
from training.windows import Window, pack

CORPUS = Path(__file__).parent / "corpus"
RECORDS = sorted((CORPUS / "records").glob("*train*.txt"))
PAIRS = sorted((CORPUS / "pairs").glob("*.tsv"))


def own_units(cut: Tokenizer) -> list[Unit]:
    """Our own records and marked pairs, the parts that may be trained on."""
    from onrecord.language import load

    marked = [unit for path in PAIRS for unit in pair_units(path, cut)]
    return [*record_units(RECORDS, load()), *marked]


class Sets:
    """The training documents, read once."""

    def __init__(self, data: Path, *, open_only: bool, names: Sequence[str]) -> None:
        cut = plain_tokenizer()
        self.data = data
        self.open_only = open_only
        self.ewt = tree_documents(data / "trees/ewt-train.conllu", names=False)
        self.gum = tree_documents(data / "trees/gum-train.conllu", names=True)
        self.names = [document for name in names for document in name_documents(CORPUS / name, cut)]
        if open_only:
            self.voices = gum_attributions(data / "trees/gum-train.conllu")
        else:
            self.voices = voice_documents(data / "voices/polnear-train.jsonl", cut)


def development(sets: Sets) -> dict[str, list[list[Unit]]]:
    """The dev parts by name; the same with and without `--open-only`."""
    cut = plain_tokenizer()
    data = sets.data
    found = {
        "ewt": tree_documents(data / "trees/ewt-dev.conllu", names=False),
        "gum": tree_documents(data / "trees/gum-dev.conllu", names=True),
        "voices": voice_documents(data / "voices/polnear-dev.jsonl", cut),
    }
    if (CORPUS / "names-dev.txt").exists():
        found["names"] = name_documents(CORPUS / "names-dev.txt", cut)
    return found


def training_round(
    sets: Sets, cut: Callable[[str], tuple[int, ...]], rng: random.Random, number: int
) -> list[Window]:
    """One round: the trees once, GUM's names and ours with them, a third of the voices."""
    share = 1 if sets.open_only else 3
    names = list(sets.names)
    rng.shuffle(names)
    # single sentences are read in company too
    grouped, place = [], 0
    while place < len(names):
        size = rng.choice((1, 1, 2, 3, 5))
        grouped.append([unit for document in names[place : place + size] for unit in document])
        place += size
    documents = [*sets.ewt, *sets.gum, *grouped, *sets.voices[number % share :: share]]
    return list(pack(documents, cut, rng))
