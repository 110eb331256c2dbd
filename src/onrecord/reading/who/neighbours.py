"""Another state, told of by whose neighbour, ally or host it is: "Peru accused its neighbour"."""

from __future__ import annotations

from onrecord.codes.countries import country
from onrecord.reading.tree import Tree
from onrecord.reading.who.cast import Cast
from onrecord.reading.who.partners import Read
from onrecord.reading.who.salience import PLURAL
from onrecord.record import Entity

REACH = 400  # words looked back, and ahead


def related(tree: Tree, cast: Cast, read: Read, head: int) -> list[Entity] | None:
    """ "its neighbour": the last other state; None where nobody else was named."""
    owner = tree.child(head, "nmod:poss")
    if owner is None and head and tree.tags[head - 1] == "PRP$":
        owner = head - 1  # of two objects parsers make one
    if owner is None or tree.tags[head] in PLURAL:
        return None
    own = {entity.country for entity in read(owner)}
    if any(tree.words[c][0].isupper() for c in tree.having(head, "amod", "compound", "appos")):
        return None
    # behind it where nobody is named before ("Oman sent its neighbour tents, Yemenis said")
    after = range(head + 1, min(tree.sentence(head)[1], head + REACH))
    for place in (*range(head - 1, max(-1, head - REACH), -1), *after):
        code = _named_state(tree, cast, place)
        if code is not None and code not in own:
            name = country(code).name
            # its words are the caller's: it stands where the neighbour does
            state = Entity(text="", span=(0, 0), name=name, kind="state", country=code)
            return [state]
    return None


def _named_state(tree: Tree, cast: Cast, place: int) -> str | None:
    """The country of a state that is named at a word, or by an adjective ("Kenyan")."""
    mention = cast.at.get(place)
    if mention is not None:
        return mention.entity.country if mention.entity.kind == "state" else None
    if tree.upos[place] != "ADJ" or not tree.words[place][0].isupper():
        return None
    found = cast.resolve(tree.words[place])
    return found.country if found is not None else None
