"""Which noun classes of the event lexicon a name, a pronoun or a resolved phrase belongs to."""

from __future__ import annotations

from onrecord.reading.tree import Tree
from onrecord.reading.who.participants import Who

NAMES: dict[str, frozenset[str]] = {
    "PERSON": frozenset(("actor", "person", "host")),
    "ORG": frozenset(("actor", "group", "organisation", "host")),
    "PLACE": frozenset(("actor", "place", "host", "group")),
}
PERSONAL = frozenset(("he", "she", "they", "we", "i", "you", "who", "whom"))
NONE: frozenset[str] = frozenset()


def classes(tree: Tree, who: Who, place: int) -> frozenset[str]:
    """Classes of the nominal at ``place`` that its lemma alone does not tell."""
    mention = who.cast.at.get(place)
    if mention is not None:
        return NAMES[mention.label]
    if tree.upos[place] == "PRON":
        lemma = tree.lemmas[place].lower()
        if lemma in PERSONAL:
            return frozenset(("actor", "person", "civilian", "host", "people"))
        return frozenset(("actor",)) if lemma == "it" else NONE
    return NONE
