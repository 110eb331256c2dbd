"""Where grammar alone says on which side of an act somebody stands, whatever the model weighs: a
passive's subject is done to, and so is who comes "under" something; whom one calls for is not
called on.
"""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.codes.events import classes_of, events
from onrecord.reading.tree import Tree
from onrecord.reading.who.bystanders import at, bystanders
from onrecord.reading.who.suspects import without_onlookers, without_suspects, without_victims
from onrecord.record import Entity

MOVES = frozenset(("RETREAT", "MOBILIZE", "CONCEDE"))
UNDER = frozenset(("come", "be", "remain", "stay", "go", "fall", "find"))
"""Verbs by which somebody is under something that is done to him."""
_BUILT = frozenset(("building", "facility"))
_WANTED = frozenset(("for",))
_INDEFINITE = frozenset(("a", "an"))


def corrected(
    tree: Tree,
    place: int,
    actors: list[Entity],
    recipients: list[Entity],
    *,
    category: str,
    mutual: bool,
) -> tuple[list[Entity], list[Entity]]:
    """Both sides of an act as its grammar has them."""
    if category == "ASSAULT":
        struck = _sites(tree, place, actors)
        actors = [entity for entity in actors if entity not in struck]
        recipients = [*recipients, *struck]
    if actors:
        beside = at(tree, bystanders(tree, place, actors, category=category), actors)
        actors = [entity for entity in actors if entity not in beside]
    actors = without_suspects(tree, place, actors)
    recipients = without_onlookers(tree, place, without_victims(tree, place, recipients))
    if mutual or category in MOVES:  # police who are posted are moved, and act
        return actors, recipients
    return done_to(tree, place, actors, recipients)


def _sites(tree: Tree, place: int, actors: Sequence[Entity]) -> list[Entity]:
    """ "the embassy blasts (killed ten)", "a market bombing": a building that stands before a noun
    of violence is where that struck."""
    acts = [place] if tree.upos[place] == "NOUN" else tree.having(place, "nsubj")
    before = [
        word
        for act in acts
        if any(row.category == "ASSAULT" for row in events(tree.lemmas[act].lower(), "noun"))
        for word in tree.having(act, "compound")
        if classes_of(tree.lemmas[word].lower()) & _BUILT
    ]
    ends = [tree.ends[word] for word in before]
    return [e for e in actors if any(e.span[0] < end <= e.span[1] for end in ends)]


def done_to(
    tree: Tree, place: int, actors: list[Entity], recipients: list[Entity]
) -> tuple[list[Entity], list[Entity]]:
    """Both sides, with whoever the act is done to by its grammar on that of the recipients: "Peru
    and Chile were welcomed as partners" is nothing that they do."""
    subject = _patient(tree, place)
    if subject is None:
        return actors, recipients
    wrong = at(tree, tree.conjuncts(subject), actors)
    if not wrong:
        return actors, recipients
    both = sorted([*recipients, *wrong], key=lambda entity: entity.span)
    names = [entity.name or entity.text for entity in both]
    once = [e for n, e in enumerate(both) if (e.name or e.text) not in names[:n]]
    return [entity for entity in actors if entity not in wrong], once


def without_wanted(tree: Tree, place: int, recipients: Sequence[Entity]) -> list[Entity]:
    """Whom a call is made on, without somebody who is only wanted: "calls for a new judge"."""
    phrases = [p for p in tree.having(place, "nmod", "obl") if tree.case(p) in _WANTED]
    for clause in tree.having(place, "acl", "advcl", "xcomp", "ccomp"):
        marked = any(tree.words[mark] in _WANTED for mark in tree.having(clause, "mark"))
        phrases.extend(tree.having(clause, "nsubj", "nsubj:pass") if marked else ())
    wanted = [
        phrase
        for phrase in phrases
        if any(tree.words[c].lower() in _INDEFINITE for c in tree.having(phrase, "det"))
    ]
    out = at(tree, wanted, recipients)
    return [entity for entity in recipients if entity not in out]


def _patient(tree: Tree, place: int) -> int | None:
    """The subject of a passive, or of whoever "came under attack", "is under investigation"."""
    if tree.is_verb(place):
        return tree.child(place, "nsubj:pass") if tree.is_passive(place) else None
    if tree.case(place) != "under":
        return None
    if tree.child(place, "cop") is not None:
        return tree.child(place, "nsubj")
    above = tree.heads[place]
    under = tree.is_verb(above) and tree.lemmas[above] in UNDER
    return tree.child(above, "nsubj") if under else None
