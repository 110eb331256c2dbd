"""The shipped model's own trees, tags and names as labels of sets that have none.

Sets that teach happenings alone would let the encoder forget how their sentences are built (a
short "Ecuador detained eleven sailors." was soon parsed as a noun phrase). What the weights that
training starts from say of them holds them in place (learning without forgetting, Li and Hoiem
2016, with hard labels).
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.language import Language
from spacy.tokens import Doc

from training.labels import NAMES, UPOS, XPOS, deprel
from training.units import NONE, Unit, bio


def anchor(units: Sequence[Unit], nlp: Language) -> None:
    """Give each unit the labels of ``nlp``, in place."""
    docs = [
        Doc(nlp.vocab, words=unit.words, spaces=[gap != 0 for gap in (*unit.gaps[1:], 1)])
        for unit in units
    ]
    for unit, doc in zip(units, nlp.pipe(docs), strict=True):
        unit.heads = [token.head.i for token in doc]
        unit.deprels = [deprel(token.dep_) for token in doc]
        unit.labels |= {
            "upos": [UPOS.index(t.pos_) if t.pos_ in UPOS else NONE for t in doc],
            "xpos": [XPOS.index(t.tag_) if t.tag_ in XPOS else NONE for t in doc],
            "sentence": [int(bool(token.is_sent_start)) for token in doc],
            "names": bio(len(doc), [(e.start, e.end, e.label_) for e in doc.ents], NAMES),
        }
