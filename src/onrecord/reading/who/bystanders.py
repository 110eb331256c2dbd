"""Who stands beside an act in its sentence and did not do it, though a model may think so: where it
was done, who tells of it or knows nothing of it, who reads of it, who did what came before, and who
was struck.
"""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.codes.steering import having
from onrecord.reading.status.unknown import unknowing
from onrecord.reading.tree import SUBJECTS, Tree
from onrecord.reading.voices.entries import entry_of
from onrecord.reading.voices.sources import received, written
from onrecord.record import Entity

_BEFORE = frozenset(("after", "before", "following", "since", "amid", "over"))
_SUFFERS = frozenset(("lose", "die", "perish"))
_WITHIN = frozenset(("in", "inside", "near", "outside", "at", "across", "throughout", "around"))
_OBJECTS = ("obj", "iobj")


def bystanders(tree: Tree, place: int, actors: Sequence[Entity], *, category: str) -> list[int]:
    """The words of those who do not act at ``place``; actors: those who were taken to."""
    struck = _struck(tree, place) if category == "ASSAULT" else []
    return [
        *_scene(tree, place),
        *_readers(tree, place),
        *_teller(tree, place, actors),
        *_caller(tree, place),
        *_unknowing(tree, place),
        *_others(tree, place),
        *struck,
    ]


def at(tree: Tree, places: Sequence[int], side: Sequence[Entity]) -> list[Entity]:
    """Those of a side whose words stand in one of the phrases."""
    spans = [tree.span(*tree.phrase(place)) for place in places]
    return [e for e in side if any(start <= e.span[0] < end for start, end in spans)]


def _scene(tree: Tree, place: int) -> list[int]:
    """Where it is told to be done: who is "fined in Oslo" is fined by nobody that is named."""
    return [p for p in tree.having(place, "obl", "nmod") if tree.case(p) in _WITHIN]


def _readers(tree: Tree, place: int) -> list[int]:
    """Whoever gets the letter that does it ("got a letter warning that ...") or punishes somebody
    for it ("shut a paper over an article accusing ...")."""
    letter = received(tree, place)
    if letter is None and entry_of(tree, place) is not None:
        letter = written(tree, place)
    if letter is None:
        return []
    return [word for word in tree.having(tree.heads[letter], "nsubj") if word != letter]


def _teller(tree: Tree, place: int, actors: Sequence[Entity]) -> list[int]:
    """Whoever only tells of it: "police said two nuns had been shot", "Kenya said that a bomb had
    gone off"."""
    subject = tree.child(place, *SUBJECTS) if tree.is_verb(place) else None
    saying = _saying(tree, place) if subject is not None else None
    if subject is None or saying is None or tree.upos[subject] == "PRON":
        return []
    passive = tree.is_passive(place) and tree.child(place, "obl:agent") is None
    alone = tree.child(place, *_OBJECTS) is None  # a bomb that goes off is set by nobody told
    if not (passive or alone or at(tree, tree.conjuncts(subject), actors)):
        return []  # "Israel said an air strike had killed two"
    return tree.having(saying, "nsubj", "nsubj:pass", "obl:agent")


def _caller(tree: Tree, place: int) -> list[int]:
    """Whoever calls a claim false: "Oslo called the charges baseless"."""
    verb = tree.heads[place]
    if tree.upos[place] != "NOUN" or tree.deps[place] != "obj":
        return []
    said = tree.having(verb, "xcomp", "obl", "advcl")
    false = any(tree.lemmas[word].lower() in having("untrue") for word in said)
    return tree.having(verb, "nsubj") if false else []


def _saying(tree: Tree, place: int) -> int | None:
    """The word of saying of which a verb is the content."""
    for word in (place, *tree.ancestors(place)):
        above = tree.heads[word]
        if tree.deps[word] in ("ccomp", "parataxis") and entry_of(tree, above) is not None:
            return above
        if tree.deps[word] != "conj":
            return None
    return None


def _unknowing(tree: Tree, place: int) -> list[int]:
    """Whoever knows nothing of it: "the army was unaware of any attack"."""
    word = unknowing(tree, place)
    verbs = [] if word is None else [word, tree.heads[word]]
    return [subject for verb in verbs for subject in tree.having(verb, "nsubj", "nsubj:pass")]


def _others(tree: Tree, place: int) -> list[int]:
    """Whoever did what came before: "had two clerks arrested after a raid by gunmen"."""
    words = range(*tree.sentence(place))
    out = [w for w in words if tree.case(w) == "by" and _stands_aside(tree, place, tree.heads[w])]
    if tree.deps[place] == "acl" and tree.tags[place] == "VBN":
        # "two men accused of spying were jailed by a judge": he jails, and did not accuse
        out += [w for above in tree.ancestors(place) for w in tree.having(above, "obl:agent")]
    return out


def _stands_aside(tree: Tree, place: int, other: int) -> bool:
    """Whether a word stands in what is told to come before an act or after it."""
    for word in (other, *tree.ancestors(other)):
        if word == place:
            return False
        if any(tree.words[c].lower() in _BEFORE for c in tree.having(word, "case", "mark")):
            return True
    return False


def _struck(tree: Tree, place: int) -> list[int]:
    """Who was struck: "killed a commander in a strike", "lost three men in an attack"."""
    if tree.upos[place] != "NOUN" or tree.case(place) not in ("in", "during"):
        return []
    verb = tree.heads[place]
    struck = tree.having(verb, "obj", "nsubj:pass")
    if tree.lemmas[verb].lower() in _SUFFERS:
        struck += tree.having(verb, "nsubj")
    return [word for head in struck for word in tree.conjuncts(head)]
