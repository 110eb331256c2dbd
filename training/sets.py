"""Which sets are trained on, in what measure, and which are left out under `--open-only`.

Licences stand in docs/model-card.md. The sets without an open licence are PolNeAR (voices),
UW (certainty) and the public pairs; without them the voice heads learn from GUM's attribution
relations, certainty from UDS-IH2, and pairs from our own sentences alone.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from pathlib import Path

from onrecord.language import load
from training.anchors import anchor
from training.attributions import gum_attributions
from training.certainty import certainty_units
from training.pairs import pair_units
from training.propbank import add_propbank
from training.records import lexicon_units, record_units
from training.units import (
    Tokenizer,
    Unit,
    name_documents,
    plain_tokenizer,
    tree_documents,
    voice_documents,
)
from training.windows import Window, in_company, pack

CORPUS = Path(__file__).parent / "corpus"
RECORDS = sorted((CORPUS / "records").glob("*train*.txt"))
NEWS = sorted((CORPUS / "news").glob("train*.jsonl"))
TREES, VOICES, CERTAINTY, NAMES, LICENSED, OWN = 8, 8, 8, 3, 2, 2
"""Of each set a round takes every so-many-th document, another share each time; real news whole."""
HIDDEN = 0.2
"""Of the words of our own passages, in half of their windows."""
SETTINGS = [CORPUS / "records" / f"{name}.txt" for name in ("dev", "tune-1", "tune-2")]
PAIRS = sorted((CORPUS / "pairs").glob("*.tsv"))


def own_units(cut: Tokenizer) -> tuple[list[Unit], list[Unit]]:
    """Our own records, and marked pairs and examples; the parts that may be trained on."""
    marked = [unit for path in PAIRS for unit in pair_units(path, cut)]
    nlp = load()
    records, others = record_units(RECORDS, nlp), [*lexicon_units(nlp), *marked]
    anchor([*records, *others], nlp)
    return records, others


class Sets:
    """The training documents, read once."""

    def __init__(
        self,
        data: Path,
        *,
        open_only: bool,
        names: Sequence[str],
        public_pairs: bool = True,
        optional: bool = False,
    ) -> None:
        cut = plain_tokenizer()
        self.data = data
        self.open_only = open_only
        records, others = own_units(cut)
        self.records = [[unit] for unit in records]
        nlp = load()
        real = [] if open_only else record_units(NEWS, nlp, optional=optional)
        anchor(real, nlp)
        self.real = [[unit] for unit in real]
        self.own = [[unit] for unit in others]
        web = "certainty" if open_only else "certainty_web"
        self.certainty = [
            [unit] for unit in certainty_units(data / "certainty/uds-ih2-train.jsonl", web)
        ]
        self.licensed: list[list[Unit]] = []
        if not open_only:
            self.licensed = [[u] for u in certainty_units(data / "certainty/uw-train.jsonl")]
        if public_pairs and not open_only:
            self.licensed += [[unit] for unit in pair_units(data / "pairs/train.tsv", cut)]
        self.ewt = tree_documents(data / "trees/ewt-train.conllu", names=False)
        add_propbank(data / "roles/propbank-ewt-train.jsonl", self.ewt)
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
    ewt = tree_documents(data / "trees/ewt-dev.conllu", names=False)
    add_propbank(data / "roles/propbank-ewt-dev.jsonl", ewt)
    web = "certainty" if sets.open_only else "certainty_web"
    found = {
        "ewt": ewt,
        "gum": tree_documents(data / "trees/gum-dev.conllu", names=True),
        "voices": voice_documents(data / "voices/polnear-dev.jsonl", cut),
        "uw": [[unit] for unit in certainty_units(data / "certainty/uw-dev.jsonl")],
        "uds": [[unit] for unit in certainty_units(data / "certainty/uds-ih2-dev.jsonl", web)],
        "records": [[unit] for unit in record_units(SETTINGS, load())],
        "tune": [[unit] for unit in record_units([CORPUS / "news" / "tune.jsonl"], load())],
    }
    if (CORPUS / "names-dev.txt").exists():
        found["names"] = name_documents(CORPUS / "names-dev.txt", cut)
    return found


def training_round(
    sets: Sets, cut: Callable[[str], tuple[int, ...]], rng: random.Random, number: int
) -> list[Window]:
    """One round: the records of real news whole, of the other sets every ``OWN``th, ``TREES``th ...
    document, beginning with another each round."""
    share = 1 if sets.open_only else VOICES
    known = [
        *sets.ewt[number % TREES :: TREES],
        *sets.gum[number % TREES :: TREES],
        *in_company(sets.names[number % NAMES :: NAMES], rng, (1, 1, 2, 3, 5)),
        *sets.voices[number % share :: share],
        *sets.certainty[number % CERTAINTY :: CERTAINTY],
        *sets.licensed[number % LICENSED :: LICENSED],
    ]
    passages = in_company(sets.records[number % OWN :: OWN], rng, (1, 1, 1, 2, 3, 4))
    others = sets.own[number % OWN :: OWN]
    return [
        *pack(known, cut, rng),
        *pack([*passages, *sets.real, *others], cut, rng, hidden=HIDDEN),
    ]
