"""Whom a word that refers back stands for: pronouns, "the two nations", "the president".

The nearest fitting member of the report's people and bodies, subjects before objects (the
order of Lappin and Leass 1994 without its weights). Candidates are names and nouns for
people; "they" asks for several, joined or plural, and takes a single state or person only
where there is nothing else. Where nothing fits, nothing is guessed.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator
from functools import cache

import msgspec

from onrecord.codes.events import classes_of
from onrecord.codes.tables import rows
from onrecord.reading.cast import Cast, Mention
from onrecord.reading.tree import Tree
from onrecord.record import Entity

REACH = 4  # sentences looked back for a pronoun
FAR = 400  # words or mentions looked back for a noun
SUBJECT = ("nsubj", "nsubj:pass", "nsubj:outer")
_CORE = frozenset((*SUBJECT, "obj", "iobj", "obl", "obl:agent", "conj", "nmod", "nmod:poss"))
_PLURAL = ("NNS", "NNPS")
_DEFINITE = frozenset(("the", "this", "that", "these", "those"))
_LAST_RESORT = 25.0

Read = Callable[[int], list[Entity]]


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
        if kind in ("she_he", "they", "it", "speaker", "some")
    }


class Candidate(msgspec.Struct, frozen=True):
    """A name or a noun for people that stands in a main place of its clause."""

    head: int
    plural: bool
    joined: bool
    mention: Mention | None


class Referents:
    """Whom words of one report refer back to. read: who a nominal is (``Who.entities``)."""

    def __init__(self, tree: Tree, cast: Cast, read: Read) -> None:
        self.tree = tree
        self.cast = cast
        self.read = read
        self.candidates = list(_candidates(tree, cast))
        self.heads = [candidate.head for candidate in self.candidates]
        self.nouns: dict[str, list[int]] = {}
        for place, upos in enumerate(tree.upos):
            if upos in ("NOUN", "PROPN") and (place not in cast.at or upos == "NOUN"):
                self.nouns.setdefault(tree.lemmas[place].lower(), []).append(place)
        self.told: dict[str, int] = {}
        for mention in cast.mentions:
            for word in cast.members[mention.member].words:
                self.told.setdefault(word, mention.head)

    def of(self, head: int, speaker: list[Entity]) -> list[Entity] | None:
        """Whom the nominal at ``head`` stands for; None where it refers to nobody.

        An empty list means that it refers back, but to nobody who can be told. speaker:
        whoever is quoted there, for "we" and "I".
        """
        tree = self.tree
        lemma, word = tree.lemmas[head].lower(), tree.words[head].lower()
        entry = pronouns().get(word) or pronouns().get(lemma)
        if entry is not None and (tree.upos[head] != "NOUN" or entry[0] == "some"):
            kind, kinds = entry
            if kind == "speaker":
                return speaker
            if kind == "some":
                return None if tree.child(head, "nmod", "obl") else self._several(head)
            return self._several(head) if kind == "they" else self._one(head, kinds)
        if tree.upos[head] in ("PRON", "DET"):
            return None
        kinds = referring().get((lemma, "pair"), frozenset())
        if kinds and _is_pair(tree, head):
            return self._pair(head, kinds)
        if lemma in ("other", "another") and tree.child(head, "det") is not None:
            return self._pair(head, frozenset(("state", "body", "person")))
        return self._again(head, lemma)

    # -- nouns -----------------------------------------------------------------------

    def _again(self, head: int, lemma: str) -> list[Entity] | None:
        """ "the company", after "a Vietnamese sand company": whoever the noun was told of."""
        tree = self.tree
        if not is_definite(tree, head):
            return None
        places = self.nouns.get(lemma, [])
        number = bisect_left(places, head)
        for place in reversed(places[max(0, number - 8) : number]):
            if tree.tags[place] == tree.tags[head] and not is_definite(tree, place):
                found = self.read(place)
                if found:
                    return found
        told = self.told.get(lemma)
        if told is not None and told < head and told in self.cast.at:
            return [self.cast.at[told].entity]
        kinds = referring().get((lemma, "role"))
        if kinds is None or tree.tags[head] in _PLURAL:
            return None
        mention = self._by_role(head, lemma, kinds)
        return [mention.entity] if mention is not None else None

    def _by_role(self, head: int, lemma: str, kinds: frozenset[str]) -> Mention | None:
        """The last member whose office or name holds the noun; a state for "the country"."""
        for candidate in self._before(head, FAR):
            mention = candidate.mention
            if mention is None or not fits(mention.entity, kinds):
                continue
            if "state" in kinds:
                return mention
            said = f"{mention.entity.role or ''} {mention.entity.name or ''}".lower().split()
            if lemma in said:
                return mention
        return None

    def _pair(self, head: int, kinds: frozenset[str]) -> list[Entity]:
        """The last two different members of a kind; states stand behind their leaders too."""
        found: dict[str, Entity] = {}
        nations: dict[str, Entity] = {}
        for candidate in self._before(head, FAR):
            mention = candidate.mention
            if mention is None:
                continue
            entity = mention.entity
            if entity.country and entity.kind != "place":
                nations.setdefault(entity.country, entity)
            if fits(entity, kinds):
                stateful = "state" in kinds and entity.country
                found.setdefault(entity.country if stateful else entity.name or "", entity)
            if len(found) == 2:
                return list(found.values())[::-1]
        if "state" in kinds and len(nations) > 1:
            return list(nations.values())[1::-1]
        return []

    # -- pronouns --------------------------------------------------------------------

    def _before(self, head: int, reach: int) -> Iterator[Candidate]:
        end = bisect_left(self.heads, head)
        return (self.candidates[at] for at in range(end - 1, max(-1, end - 1 - reach), -1))

    def _one(self, head: int, kinds: frozenset[str]) -> list[Entity]:
        tree, best, best_score = self.tree, None, float(REACH * 10 + 9)
        blocked = _clause_mates(tree, head)
        for candidate in self._before(head, FAR):
            distance = tree.sentence_of[head] - tree.sentence_of[candidate.head]
            if distance > REACH:
                break
            if candidate.head in blocked or candidate.plural or candidate.head == tree.heads[head]:
                continue
            score = 10.0 * distance + _rank(tree, candidate.head)
            if score < best_score and self._fits(candidate, kinds):
                best, best_score = candidate, score
        return self._read(best)[:1] if best is not None else []

    def _several(self, head: int) -> list[Entity]:
        """ "they": the nearest joined or plural ones, else the nearest body."""
        tree, best, best_score = self.tree, None, float("inf")
        blocked = _clause_mates(tree, head)
        for candidate in self._before(head, FAR):
            distance = tree.sentence_of[head] - tree.sentence_of[candidate.head]
            if distance > REACH:
                break
            if candidate.head in blocked or candidate.head == tree.heads[head]:
                continue
            score = 10.0 * distance + _rank(tree, candidate.head)
            if not (candidate.plural or candidate.joined):
                body = candidate.mention is None or candidate.mention.label == "ORG"
                score += 5.0 if body else _LAST_RESORT
            if score < best_score and self._read(candidate):
                best, best_score = candidate, score
        if best is None:
            return []
        if not best.joined:
            return self._read(best)
        first = best.head if tree.deps[best.head] != "conj" else tree.heads[best.head]
        return [entity for place in tree.conjuncts(first) for entity in self.read_one(place)]

    def read_one(self, place: int) -> list[Entity]:
        """Who stands at one word of a joined phrase."""
        mention = self.cast.at.get(place)
        return [mention.entity] if mention is not None else self.read(place)

    def _fits(self, candidate: Candidate, kinds: frozenset[str]) -> bool:
        if candidate.mention is not None:
            return fits(candidate.mention.entity, kinds)
        return any(fits(entity, kinds) for entity in self.read(candidate.head)[:1])

    def _read(self, candidate: Candidate) -> list[Entity]:
        if candidate.mention is not None:
            return [candidate.mention.entity] if candidate.mention.entity.kind != "place" else []
        return self.read(candidate.head)


def _candidates(tree: Tree, cast: Cast) -> Iterator[Candidate]:
    for place, upos in enumerate(tree.upos):
        mention = cast.at.get(place)
        if mention is not None:
            if place == mention.head:
                yield Candidate(place, False, _is_joined(tree, place), mention)
        elif upos == "NOUN" and tree.deps[place] in _CORE:
            lemma = tree.lemmas[place].lower()
            if "actor" in classes_of(lemma) or "people" in classes_of(lemma):
                plural = tree.tags[place] in _PLURAL or lemma in ("people", "police")
                yield Candidate(place, plural, _is_joined(tree, place), None)


def _is_joined(tree: Tree, place: int) -> bool:
    head = tree.heads[place] if tree.deps[place] == "conj" else place
    return tree.upos[head] in ("NOUN", "PROPN") and tree.child(head, "conj") is not None


def fits(entity: Entity, kinds: frozenset[str]) -> bool:
    """Whether an entity is of one of the kinds (person, state, body, any)."""
    if "any" in kinds:
        return entity.kind != "place"
    kind = entity.kind
    if kind in ("person", "state"):
        return kind in kinds
    return "body" in kinds and kind in ("organisation", "group")


def _rank(tree: Tree, place: int) -> float:
    relation = tree.deps[place]
    if relation == "conj":
        relation = tree.deps[tree.heads[place]]
    if relation in SUBJECT:
        return 0.0
    if relation == "obl:agent":
        return 1.0
    return 4.0 if relation in ("obj", "iobj", "obl") else 6.0


def _clause_mates(tree: Tree, head: int) -> set[int]:
    """What an object pronoun cannot mean: the subject of its own verb."""
    if tree.deps[head] not in ("obj", "iobj", "obl") or tree.words[head].lower().endswith("self"):
        return set()
    verb = tree.heads[head]
    while tree.deps[verb] in ("conj", "xcomp") and tree.child(verb, *SUBJECT) is None:
        verb = tree.heads[verb]
    return {word for child in tree.having(verb, *SUBJECT) for word in tree.conjuncts(child)}


def _is_pair(tree: Tree, head: int) -> bool:
    """ "both leaders", "the two nations", "each side"; not "two leaders"."""
    words = {tree.lemmas[child].lower() for child in tree.children[head]}
    if tree.tags[head] in _PLURAL:
        return "both" in words or ("two" in words and bool(words & _DEFINITE))
    return bool(words & {"each", "either", "neither"})


def is_definite(tree: Tree, head: int) -> bool:
    """ "the president", with nothing that says which one; "police" without an article."""
    marks = [
        tree.words[child].lower() for child in tree.children[head] if tree.deps[child] == "det"
    ]
    if marks:
        if marks[0] not in _DEFINITE:
            return False
    elif tree.lemmas[head].lower() not in ("police", "parliament", "government"):
        return False
    return all(
        tree.deps[c] in ("det", "case", "punct", "cc", "acl:relcl", "conj", "appos")
        for c in tree.children[head]
    )
