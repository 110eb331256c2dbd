"""The label inventories of the heads, and how wide each head is.

``HEADS`` lists (name, width, pair) in the order of the network's output; a pair
head is a vector that a scorer multiplies with another word's vector, the others
are scores of labels. The file is written beside the weights at export.
"""

from __future__ import annotations

from onrecord.language.inventories import (
    CATEGORIES,
    CODES,
    CONTEXTS,
    EVENTS,
    MODES,
    ROLES,
    STATUSES,
)

__all__ = ["CATEGORIES", "CODES", "CONTEXTS", "EVENTS", "MODES", "ROLES", "STATUSES"]

UPOS = [
    "ADJ",
    "ADP",
    "ADV",
    "AUX",
    "CCONJ",
    "DET",
    "INTJ",
    "NOUN",
    "NUM",
    "PART",
    "PRON",
    "PROPN",
    "PUNCT",
    "SCONJ",
    "SYM",
    "VERB",
    "X",
]
XPOS = [
    "NN",
    "IN",
    "DT",
    "NNP",
    "PRP",
    "JJ",
    "RB",
    ".",
    "VB",
    "NNS",
    ",",
    "CC",
    "VBD",
    "VBP",
    "VBZ",
    "CD",
    "VBN",
    "VBG",
    "MD",
    "TO",
    "PRP$",
    "-RRB-",
    "-LRB-",
    "WDT",
    ":",
    "WRB",
    "``",
    "WP",
    "RP",
    "UH",
    "POS",
    "HYPH",
    "NNPS",
    "JJR",
    "JJS",
    "EX",
    "NFP",
    "RBR",
    "ADD",
    "GW",
    "$",
    "SYM",
    "PDT",
    "LS",
    "FW",
    "RBS",
    "AFX",
    "WP$",
    "''",
]
# Subtypes seen fewer than 100 times in EWT and GUM together fall back to their relation.
DEPRELS = [
    "punct",
    "case",
    "nsubj",
    "det",
    "root",
    "advmod",
    "obj",
    "amod",
    "obl",
    "conj",
    "compound",
    "mark",
    "nmod",
    "cc",
    "aux",
    "cop",
    "advcl",
    "nmod:poss",
    "xcomp",
    "ccomp",
    "acl:relcl",
    "flat",
    "parataxis",
    "appos",
    "nummod",
    "acl",
    "aux:pass",
    "nsubj:pass",
    "obl:unmarked",
    "nmod:unmarked",
    "discourse",
    "compound:prt",
    "iobj",
    "list",
    "expl",
    "fixed",
    "nmod:desc",
    "obl:agent",
    "csubj",
    "nsubj:outer",
    "det:predet",
    "vocative",
    "goeswith",
    "advcl:relcl",
    "cc:preconj",
    "reparandum",
    "orphan",
    "dislocated",
    "dep",
]
NAMES = ("O", "B-PERSON", "I-PERSON", "B-ORG", "I-ORG", "B-PLACE", "I-PLACE")
VOICES = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
SENTENCE = ("inside", "start")

# PropBank's roles that happenings have too: who, whom, to whom or with what, when, where.
# They teach the vectors of the role heads; their scorer does not ship.
ARGUMENTS = ("ARG0", "ARG1", "ARG2", "ARGM-TMP", "ARGM-LOC")

ARC, LABEL, LINK, ROLE, CODE = 256, 192, 128, 128, 192
HEADS: tuple[tuple[str, int, bool], ...] = (
    ("arc_dependent", ARC, True),
    ("arc_governor", ARC, True),
    ("label_dependent", LABEL, True),
    ("label_governor", LABEL, True),
    ("link_dependent", LINK, True),
    ("link_governor", LINK, True),
    ("role_event", ROLE, True),
    ("role_argument", ROLE, True),
    ("code", CODE, True),
    ("upos", len(UPOS), False),
    ("xpos", len(XPOS), False),
    ("sentence", len(SENTENCE), False),
    ("names", len(NAMES), False),
    ("voices", len(VOICES), False),
    ("events", len(EVENTS), False),
    ("modes", len(MODES), False),
    ("contexts", len(CONTEXTS), False),
    ("status", len(STATUSES), False),
    ("certainty", 1, False),
    ("statement", 2, False),
    ("negated", 2, False),
    ("certainty_web", 1, False),
)


def slices() -> dict[str, slice]:
    """Where each head's columns stand in the network's output."""
    found, start = {}, 0
    for name, width, _ in HEADS:
        found[name] = slice(start, start + width)
        start += width
    return found


def deprel(relation: str) -> int:
    """Index of a UD relation; a rare subtype counts as its relation, an unknown one as dep."""
    if relation in DEPRELS:
        return DEPRELS.index(relation)
    base = relation.split(":")[0]
    return DEPRELS.index(base if base in DEPRELS else "dep")
