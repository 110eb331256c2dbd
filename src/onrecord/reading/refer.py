"""Whom a word that refers back stands for: pronouns, "the two nations", "the president".

The method is still simple: the nearest fitting member of the cast, subjects before
objects (the order of Lappin and Leass 1994 without its weights). It answers only for
members that are named; where nothing fits, nothing is guessed.
"""

from __future__ import annotations

from functools import cache

from onrecord.codes.tables import rows
from onrecord.reading.cast import Cast, Mention
from onrecord.reading.tree import Tree
from onrecord.record import Entity

REACH = 4  # sentences looked back for a pronoun
SUBJECT = ("nsubj", "nsubj:pass", "nsubj:outer")


@cache
def referring() -> dict[tuple[str, str], frozenset[str]]:
    """(word, class) -> the kinds that it can stand for."""
    return {
        (row["word"], row["class"]): frozenset(row["kind"].split("|"))
        for row in rows("referring")
    }


@cache
def pronouns() -> dict[str, tuple[str, frozenset[str]]]:
    """Pronoun -> its class and kinds."""
    return {
        word: (kind, fits)
        for (word, kind), fits in referring().items()
        if kind in ("she_he", "they", "it", "speaker")
    }


def antecedents(tree: Tree, cast: Cast, head: int, speaker: list[Entity]) -> list[Entity] | None:
    """The members that the nominal at ``head`` stands for; None where it refers to nobody.

    An empty list means that it refers back, but to nobody who can be told. speaker:
    whoever is quoted there, for "we" and "I".
    """
    lemma = tree.lemmas[head].lower()
    word = tree.words[head].lower()
    if tree.upos[head] in ("PRON", "DET"):
        entry = pronouns().get(word) or pronouns().get(lemma)
        if entry is None:
            return None
        kind, fits = entry
        if kind == "speaker":
            return speaker
        if kind == "they":
            return _several(tree, cast, head)
        found = _nearest(tree, cast, head, fits)
        return [found.entity] if found else []
    if (lemma, "pair") in referring() and _is_pair(tree, head):
        return _pair(tree, cast, head, referring()[lemma, "pair"])
    if (lemma, "role") in referring() and _is_definite(tree, head):
        found = _by_role(tree, cast, head, lemma, referring()[lemma, "role"])
        return [found.entity] if found else None
    return None


def fits(entity: Entity, kinds: frozenset[str]) -> bool:
    """Whether an entity is of one of the kinds (person, state, body, any)."""
    if "any" in kinds:
        return entity.kind != "place"
    kind = entity.kind
    if kind == "person":
        return "person" in kinds
    if kind == "state":
        return "state" in kinds
    return "body" in kinds and kind in ("organisation", "group")


def _nearest(tree: Tree, cast: Cast, head: int, kinds: frozenset[str]) -> Mention | None:
    here = tree.sentence_of[head]
    blocked = _clause_mates(tree, head)
    best, best_score = None, float(REACH * 10)
    for mention in cast.mentions:
        if mention.last >= head:
            break
        distance = here - tree.sentence_of[mention.head]
        if distance > REACH or mention.head in blocked or not fits(mention.entity, kinds):
            continue
        score = 10.0 * distance + _rank(tree, mention.head)
        # the later of two equals is nearer; in the pronoun's own sentence the subject wins
        if score <= best_score:
            best, best_score = mention, score
    return best


def _rank(tree: Tree, place: int) -> float:
    relation = tree.deps[place]
    if relation in SUBJECT:
        return 0.0
    if relation == "obl:agent":
        return 1.0
    return 4.0 if relation in ("obj", "iobj", "obl") else 6.0


def _clause_mates(tree: Tree, head: int) -> set[int]:
    """What an object pronoun cannot mean: the subject of its own verb."""
    if tree.deps[head] not in ("obj", "iobj", "obl") or tree.words[head].lower().endswith("self"):
        return set()
    return {
        word
        for child in tree.having(tree.heads[head], *SUBJECT)
        for word in tree.conjuncts(child)
    }


def _several(tree: Tree, cast: Cast, head: int) -> list[Entity]:
    """ "they": the nearest joined members before, else the nearest body or people."""
    here = tree.sentence_of[head]
    blocked = _clause_mates(tree, head)
    best: list[Mention] = []
    best_score = float(REACH * 10)
    for mention in cast.mentions:
        if mention.last >= head:
            break
        distance = here - tree.sentence_of[mention.head]
        if distance > REACH or mention.head in blocked or mention.entity.kind == "place":
            continue
        group = _joined(tree, cast, mention.head)
        plural = len(group) > 1 or tree.tags[mention.head] in ("NNS", "NNPS")
        if not plural and mention.entity.kind in ("person", None):
            continue
        score = 10.0 * distance + _rank(tree, mention.head) + (0.0 if plural else 3.0)
        if score <= best_score:
            best, best_score = group, score
    return [mention.entity for mention in best]


def _joined(tree: Tree, cast: Cast, head: int) -> list[Mention]:
    first = tree.heads[head] if tree.deps[head] == "conj" else head
    found = [cast.at[place] for place in tree.conjuncts(first) if place in cast.at]
    return [mention for mention in found if mention.entity.kind != "place"]


def _is_pair(tree: Tree, head: int) -> bool:
    words = {tree.lemmas[child].lower() for child in tree.children[head]}
    return tree.tags[head] in ("NNS", "NNPS") and bool(words & {"two", "both"})


def _is_definite(tree: Tree, head: int) -> bool:
    """ "the president", with nothing that says which one."""
    marks = [
        tree.words[child].lower() for child in tree.children[head] if tree.deps[child] == "det"
    ]
    if not marks or marks[0] not in ("the", "this", "that") or tree.tags[head] == "NNS":
        return False
    return all(tree.deps[c] in ("det", "case", "punct", "acl:relcl") for c in tree.children[head])


def _pair(tree: Tree, cast: Cast, head: int, kinds: frozenset[str]) -> list[Entity]:
    """The last two different members of a kind before; states stand in for their leaders too."""
    found: dict[str, Entity] = {}
    for mention in reversed(cast.mentions):
        entity = mention.entity
        if mention.last >= head or not fits(entity, kinds):
            continue
        key = entity.country if "state" in kinds and entity.country else (entity.name or entity.text)
        found.setdefault(key, entity)
        if len(found) == 2:
            return list(found.values())[::-1]
    return []


def _by_role(
    tree: Tree, cast: Cast, head: int, lemma: str, kinds: frozenset[str]
) -> Mention | None:
    """The last member whose office or name holds the noun; a state for "the country"."""
    for mention in reversed(cast.mentions):
        if mention.last >= head or not fits(mention.entity, kinds):
            continue
        if "state" in kinds:
            return mention
        said = f"{mention.entity.role or ''} {mention.entity.name or ''}".lower().split()
        if lemma in said:
            return mention
    return None
