"""The label inventories of the heads that the reading weighs, in the order of their columns."""

from __future__ import annotations

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
