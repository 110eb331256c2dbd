"""Where grammar alone says on which side of an act somebody stands, whatever the model weighs: a
passive's subject is done to, and so is who comes "under" something; whom one calls for is not
called on.
"""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.codes.events import classes_of, events
from onrecord.reading.status.unknown import unknowing
from onrecord.reading.tree import SUBJECTS, Tree
from onrecord.reading.voices.entries import entry_of
from onrecord.reading.voices.sources import received, written
from onrecord.reading.who.suspects import without_onlookers, without_suspects, without_victims
from onrecord.record import Entity

MOVES = frozenset(("RETREAT", "MOBILIZE", "CONCEDE"))
UNDER = frozenset(("come", "be", "remain", "stay", "go", "fall", "find"))
"""Verbs by which somebody is under something that is done to him."""
_BUILT = frozenset(("building", "facility"))
_BEFORE = frozenset(("after", "before", "following", "since", "amid", "over"))
_SUFFERS = frozenset(("lose", "die", "perish"))
_WITHIN = frozenset(("in", "inside", "near", "outside", "at", "across", "throughout", "around"))
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
        actors = _without_struck(tree, place, actors)
    actors = _without_reader(tree, place, _without_scene(tree, place, actors))
    actors = _without_teller(tree, place, actors)
    actors = _without_unknowing(tree, place, _without_others(tree, place, actors))
    actors = without_suspects(tree, place, actors)
    recipients = without_onlookers(tree, place, without_victims(tree, place, recipients))
    if mutual or category in MOVES:  # police who are posted are moved, and act
        return actors, recipients
    return done_to(tree, place, actors, recipients)


def _without_scene(tree: Tree, place: int, actors: Sequence[Entity]) -> list[Entity]:
    """Who acts, without the place in which it is told to be done: who is "fined in Oslo" is fined
    by nobody that the text names."""
    inside = [p for p in tree.having(place, "obl", "nmod") if tree.case(p) in _WITHIN]
    out = _at(tree, inside, actors)
    return [entity for entity in actors if entity not in out]


def _without_reader(tree: Tree, place: int, actors: Sequence[Entity]) -> list[Entity]:
    """Who acts, without whoever gets the letter that does it ("got a letter warning that ...") or
    punishes somebody for it ("shut a paper over an article accusing ...")."""
    letter = received(tree, place)
    if letter is None and entry_of(tree, place) is not None:
        letter = written(tree, place)
    readers = [] if letter is None else tree.having(tree.heads[letter], "nsubj")
    readers = [word for word in readers if word != letter]
    out = _at(tree, readers, actors)
    return [entity for entity in actors if entity not in out]


def _without_teller(tree: Tree, place: int, actors: Sequence[Entity]) -> list[Entity]:
    """Who acts, without whoever only tells of it: "police said two nuns had been shot", "Kenya said
    that a bomb had gone off"."""
    subject = tree.child(place, *SUBJECTS) if actors and tree.is_verb(place) else None
    teller = _teller(tree, place) if subject is not None else None
    if subject is None or teller is None or tree.upos[subject] == "PRON":
        return list(actors)
    passive = tree.is_passive(place) and tree.child(place, "obl:agent") is None
    alone = tree.child(place, "obj", "iobj") is None  # a bomb that goes off is set by nobody told
    if not (passive or alone or _at(tree, tree.conjuncts(subject), actors)):
        return list(actors)  # "Israel said an air strike had killed two"
    out = _at(tree, tree.having(teller, "nsubj", "nsubj:pass", "obl:agent"), actors)
    return [entity for entity in actors if entity not in out]


def _teller(tree: Tree, place: int) -> int | None:
    """The word of saying of which a verb is the content."""
    for word in (place, *tree.ancestors(place)):
        above = tree.heads[word]
        if tree.deps[word] in ("ccomp", "parataxis") and entry_of(tree, above) is not None:
            return above
        if tree.deps[word] != "conj":
            return None
    return None


def _without_unknowing(tree: Tree, place: int, actors: Sequence[Entity]) -> list[Entity]:
    """Who acts, without whoever knows nothing of it: "the army was unaware of any attack"."""
    word = unknowing(tree, place) if actors else None
    verbs = [] if word is None else [word, tree.heads[word]]
    out = _at(tree, [w for verb in verbs for w in tree.having(verb, "nsubj", "nsubj:pass")], actors)
    return [entity for entity in actors if entity not in out]


def _without_others(tree: Tree, place: int, actors: Sequence[Entity]) -> list[Entity]:
    """Who acts, without whoever did what came before: "had two clerks arrested after a raid by
    gunmen"."""
    words = range(*tree.sentence(place)) if actors else ()
    out = [w for w in words if tree.case(w) == "by" and _stands_aside(tree, place, tree.heads[w])]
    if tree.deps[place] == "acl" and tree.tags[place] == "VBN":
        # "two men accused of spying were jailed by a judge": he jails, and did not accuse
        out += [w for above in tree.ancestors(place) for w in tree.having(above, "obl:agent")]
    other = _at(tree, out, actors)
    return [entity for entity in actors if entity not in other]


def _stands_aside(tree: Tree, place: int, other: int) -> bool:
    """Whether a word stands in what is told to come before an act or after it."""
    for word in (other, *tree.ancestors(other)):
        if word == place:
            return False
        if any(tree.words[c].lower() in _BEFORE for c in tree.having(word, "case", "mark")):
            return True
    return False


def _without_struck(tree: Tree, place: int, actors: Sequence[Entity]) -> list[Entity]:
    """ "killed a commander in a strike", "lost three men in an attack": nobody who was struck."""
    if tree.upos[place] != "NOUN" or tree.case(place) not in ("in", "during"):
        return list(actors)
    verb = tree.heads[place]
    struck = tree.having(verb, "obj", "nsubj:pass")
    if tree.lemmas[verb].lower() in _SUFFERS:
        struck += tree.having(verb, "nsubj")
    out = _at(tree, [word for head in struck for word in tree.conjuncts(head)], actors)
    return [entity for entity in actors if entity not in out]


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
    wrong = _at(tree, tree.conjuncts(subject), actors)
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
    out = _at(tree, wanted, recipients)
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


def _at(tree: Tree, places: Sequence[int], side: Sequence[Entity]) -> list[Entity]:
    """Those of a side whose words stand in one of the phrases."""
    spans = [tree.span(*tree.phrase(place)) for place in places]
    return [e for e in side if any(start <= e.span[0] < end for start, end in spans)]
