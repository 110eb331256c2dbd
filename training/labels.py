"""The label inventories of the heads, and how wide each head is.

``HEADS`` lists (name, width, pair) in the order of the network's output; a pair
head is a vector that a scorer multiplies with another word's vector, the others
are scores of labels. The file is written beside the weights at export.
"""

from __future__ import annotations

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

CATEGORIES = (
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip
EVENTS = ("O", *CATEGORIES)
# A mode's name means the same kind of act in each category that has it.
MODES = (
    "-", "visit", "third-party", "multilateral", "phone", "withdraw", "release", "disarm",
    "ceasefire", "access", "resign", "assist", "change", "yield", "meet", "disapprove",
    "investigate", "allege", "restrict", "arrest", "relations", "expel", "territory", "violence",
    "demo", "riot", "strike", "hunger", "boycott", "obstruct", "vandalize", "convict",
    "discontinue", "troops", "weapons", "police", "militia", "seize", "censor", "curfew",
    "martial-law", "deport", "withhold", "misinformation", "cyber", "abduct", "beat", "torture",
    "sexual", "targeted", "destroy", "primitive", "firearms", "explosives", "suicide-attack",
    "aerial", "drone", "heavy-weapons", "crowd-control", "unconventional",
)  # fmt: skip
CONTEXTS = (
    "military", "intelligence", "executive", "legislative", "election", "political_institutions",
    "pro_democracy", "pro_autocracy", "economic", "legal", "reparations", "human_rights",
    "rights_freedoms", "repression", "human_security", "gender", "lgbt", "religion_ethnicity",
    "inequality", "diplomatic", "territory", "peacekeeping", "health", "asylum", "migration",
    "disasters", "natural_resource", "environment", "technology", "terrorism", "cbrn", "cyber",
    "misinformation", "crime", "corruption", "illegal_drugs", "trafficking",
)  # fmt: skip
STATUSES = (
    "asserted", "attributed", "alleged", "denied", "believed", "intended", "wished", "conditional",
)  # fmt: skip
ROLES = ("actor", "recipient")
CODES = (*CATEGORIES, "none")

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
