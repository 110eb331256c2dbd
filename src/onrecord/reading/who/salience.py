"""Who can be meant by a word that refers back, and how readily each comes to mind.

Candidates are names and nouns for people that stand in a main place of their clause;
subjects come before objects, what a relative clause mentions in passing comes last, and
the subject of a verb is not its own object.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from onrecord.codes.events import classes_of
from onrecord.reading.tree import Tree
from onrecord.reading.who.cast import Cast, Mention

SUBJECT = ("nsubj", "nsubj:pass", "nsubj:outer")
PLURAL = ("NNS", "NNPS")
_CORE = frozenset((*SUBJECT, "obj", "iobj", "obl", "obl:agent", "conj", "nmod", "nmod:poss"))
_TO = frozenset(("of", "to", "for", "against"))
_BESIDE = 1.0
REACH = 4  # sentences looked back for a pronoun
FAR = 400  # words or mentions looked back for a noun
_PASSING = 11.0  # more than a sentence between


class Candidate(msgspec.Struct, frozen=True):
    """A name or a noun for people that stands in a main place of its clause."""

    head: int
    plural: bool
    joined: bool
    mention: Mention | None


def candidates(tree: Tree, cast: Cast) -> Iterator[Candidate]:
    for place, upos in enumerate(tree.upos):
        mention = cast.at.get(place)
        if mention is not None:
            if place == mention.head:
                plural = mention.entity.kind == "people" and tree.tags[place] in PLURAL
                yield Candidate(place, plural, _is_joined(tree, place), mention)
        elif tree.tags[place] == "NNPS" and tree.deps[place] in _CORE:
            yield Candidate(place, True, _is_joined(tree, place), None)  # a people, a band
        elif upos == "NOUN" and tree.deps[place] in _CORE:
            lemma = tree.lemmas[place].lower()
            if "actor" in classes_of(lemma) or "people" in classes_of(lemma):
                plural = tree.tags[place] in PLURAL or lemma in ("people", "police")
                yield Candidate(place, plural, _is_joined(tree, place), None)


def _is_joined(tree: Tree, place: int) -> bool:
    head = tree.heads[place] if tree.deps[place] == "conj" else place
    return tree.upos[head] in ("NOUN", "PROPN") and tree.child(head, "conj") is not None


def rank(tree: Tree, place: int) -> float:
    relation = tree.deps[place]
    if relation in ("conj", "appos", "flat", "nmod:desc", "compound"):
        relation = tree.deps[tree.heads[place]]
    if relation in SUBJECT:
        return 0.0
    if relation == "obl:agent":
        return 1.0
    return 4.0 if relation in ("obj", "iobj", "obl") else 6.0


def aside(tree: Tree, candidate: Candidate, head: int) -> float:
    """What a relative clause mentions in passing is seldom meant outside of it, and the subject
    of an adverbial clause less readily than the main one."""
    verb = tree.heads[candidate.head]
    cost = {"acl:relcl": _PASSING, "advcl": _BESIDE}.get(tree.deps[verb], 0.0)
    if not cost:
        return 0.0
    first, last = tree.edges(verb)
    return 0.0 if first <= head <= last else cost


def clause_mates(tree: Tree, head: int) -> set[int]:
    """What an object pronoun cannot mean: the subject of its own verb ("beat them", "beat two
    of them", "pledged loyalty to them")."""
    while tree.deps[head] == "nmod" and tree.case(head) in _TO and tree.heads[head] < head:
        head = tree.heads[head]
    if tree.deps[head] not in ("obj", "iobj", "obl") or tree.words[head].lower().endswith("self"):
        return set()
    verb = tree.heads[head]
    while tree.deps[verb] in ("conj", "xcomp", "advcl") and tree.child(verb, *SUBJECT) is None:
        verb = tree.heads[verb]
    return {word for child in tree.having(verb, *SUBJECT) for word in tree.conjuncts(child)}
