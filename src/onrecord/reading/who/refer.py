"""Whom a word that refers back stands for: pronouns, "the two nations", "the president".

The nearest fitting member of the report's people and bodies, subjects before objects (the
order of Lappin and Leass 1994 without its weights). Candidates are names and nouns for
people; "they" asks for several, joined or plural, and takes a single state or body only where
there is nothing else, "he" and "she" nobody who is known to be of the other gender. Where nothing
fits, nothing is guessed.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from onrecord.reading.frames import subject
from onrecord.reading.tree import Tree
from onrecord.reading.who.bearers import bearer, offices
from onrecord.reading.who.cast import Cast, Mention
from onrecord.reading.who.counting import Counting
from onrecord.reading.who.genders import is_other
from onrecord.reading.who.neighbours import related
from onrecord.reading.who.partners import (
    ANYBODY,
    DEFINITE,
    NEAR,
    Read,
    count,
    group,
    partners,
    state_behind,
)
from onrecord.reading.who.referring import fits, fits_label, pronouns, referring, sided
from onrecord.reading.who.salience import (
    FAR,
    PLURAL,
    REACH,
    SUBJECT,
    Candidate,
    aside,
    candidates,
    clause_mates,
    rank,
)
from onrecord.reading.who.wording import charge
from onrecord.record import Entity

__all__ = ["Referents", "fits_label", "pronouns"]

OURS = frozenset(("our", "my"))
RELATIVE = frozenset(("who", "whose", "whom", "which"))
LOOSE = frozenset(("det", "case", "punct", "cc", "acl:relcl", "conj", "appos"))
# "the lower house", "the supreme court": which of a state's houses, not which state's
HOUSES = dict.fromkeys(("LEG", "JUD"), LOOSE | {"amod", "compound"})
_LAST_RESORT = 25.0


class Referents:
    """Whom words of one report refer back to. read: who a nominal is (``Who.entities``)."""

    def __init__(self, tree: Tree, cast: Cast, read: Read) -> None:
        self.tree = tree
        self.cast = cast
        self.read = read  # one word's entities, without what is joined to it
        self.candidates = list(candidates(tree, cast))
        self.heads = [candidate.head for candidate in self.candidates]
        self.counting = Counting(tree, read, self._before)
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
        if lemma in RELATIVE and tree.upos[head] in ("PRON", "DET"):
            return self._described(head)
        if tree.child(head, "fixed") is not None and lemma in ("each", "one"):
            return self._each_other(head)
        entry = pronouns().get(word) or pronouns().get(lemma)
        if entry is not None and (tree.upos[head] != "NOUN" or entry[0] == "some"):
            kind, kinds = entry
            if kind == "speaker":
                return speaker
            if kind == "some":
                return None if tree.child(head, "nmod", "obl") else self._several(head)
            return self._several(head) if kind == "they" else self._one(head, kinds)
        if tree.upos[head] == "NUM" or (lemma == "both" and tree.upos[head] in ("PRON", "DET")):
            return self.counting.counted(head)
        if lemma == "each" and not list(tree.obliques(head)):
            return partners(tree, self.read, head, 0, ANYBODY) or self._several(head)
        if tree.upos[head] in ("PRON", "DET"):
            return None
        number = count(tree, head)
        kinds = referring().get((lemma, "pair"), frozenset())
        if kinds and number:
            found = partners(tree, self.read, head, number, kinds)
            return found or (self.counting.pair(head, kinds) if number == 2 else None)
        if (lemma, "relation") in referring():
            return related(tree, self.cast, self.read, head)
        owner = tree.child(head, "nmod:poss")
        if owner is not None and "state" in referring().get((lemma, "role"), ()):
            return self._own_state(owner, speaker)
        if lemma in ("other", "another") and tree.child(head, "det") is not None:
            return self.counting.pair(head, ANYBODY)
        return self._again(head, lemma)

    def _described(self, head: int) -> list[Entity] | None:
        """ "whose", "who": the noun that the clause describes."""
        for above in self.tree.ancestors(head):
            if self.tree.deps[above] == "acl:relcl":
                return self.read(self.tree.heads[above])
        return None

    def _each_other(self, head: int) -> list[Entity]:
        """ "each other", "one another": all that the sentence's subject names."""
        tree = self.tree
        verb = next((above for above in tree.ancestors(head) if tree.is_verb(above)), None)
        acting = subject(tree, verb) if verb is not None else None
        return group(self.tree, self.read, acting) if acting is not None and acting != head else []

    # -- nouns -----------------------------------------------------------------------

    def _own_state(self, owner: int, speaker: list[Entity]) -> list[Entity] | None:
        """ "his country": the state of whoever he is."""
        owned = speaker if self.tree.words[owner].lower() in OURS else self.read(owner)
        states = [state_behind(entity) for entity in owned if entity.country]
        return states[:1] or None

    def _again(self, head: int, lemma: str) -> list[Entity] | None:
        """ "the company", after "a Vietnamese sand company": whoever the noun was told of."""
        tree = self.tree
        if not is_definite(tree, head):
            named = (c.mention for c in self._before(head, FAR) if c.mention is not None)
            holder = bearer(tree, head, named, self.cast.resolve)
            return self.read(holder.head) if holder is not None else None
        places = self.nouns.get(lemma, [])
        number = bisect_left(places, head)
        for place in reversed(places[max(0, number - 8) : number]):
            if tree.tags[place] == tree.tags[head] and not is_definite(tree, place):
                found = self.read(place)
                if found:
                    return found
        told = self.told.get(lemma)
        if told is not None and told < head and told in self.cast.at:
            return self.read(told)
        if (lemma, "target") in referring():
            return self._target(head)
        kinds = referring().get((lemma, "role"))
        if kinds is None or tree.tags[head] in PLURAL:
            return None
        mention = self._by_role(head, lemma, kinds)
        return self.read(mention.head) if mention is not None else None

    def _target(self, head: int) -> list[Entity] | None:
        """ "sued Panama. It accused the government": the state that was acted on just before."""
        tree = self.tree
        for candidate in self._before(head, FAR):
            mention = candidate.mention
            if tree.sentence_of[head] - tree.sentence_of[candidate.head] > 1:
                break
            if mention is not None and mention.entity.kind == "state":
                return self.read(candidate.head) if tree.deps[candidate.head] == "obj" else None
        return None

    def same_side(self, head: int, sector: str | None) -> str | None:
        """The country of "the army", "the guerrillas": that of those of the sector who were told
        of just before, if it is one."""
        if sector not in sided() or not is_definite(self.tree, head, HOUSES.get(sector, LOOSE)):
            return None
        number = self.tree.sentence_of[head]
        lands: set[str] = set()
        for candidate in self._before(head, FAR):
            if number - self.tree.sentence_of[candidate.head] > NEAR:
                break
            mention = candidate.mention
            known = [mention.entity] if mention is not None else self.read(candidate.head)
            lands.update(e.country for e in known if e.sector == sector and e.country)
        return lands.pop() if len(lands) == 1 else None

    def _by_role(self, head: int, lemma: str, kinds: frozenset[str]) -> Mention | None:
        """The last member whose office or name holds the noun; a state for "the country"."""
        own = self._subject_country(head) if "state" in kinds else None
        for candidate in self._before(head, FAR):
            mention = candidate.mention
            if mention is None or not fits(mention.entity, kinds):
                continue
            if "state" in kinds:
                if own is None or mention.entity.country != own:
                    return mention
                continue
            name = (mention.entity.name or "").lower().split()
            if lemma in name or lemma in offices(mention.entity.role):
                return mention
        return None

    def _subject_country(self, head: int) -> str | None:
        """The country of whoever acts there: nobody visits "the country" that is his own."""
        tree = self.tree
        verb = next((above for above in tree.ancestors(head) if tree.is_verb(above)), None)
        acting = tree.child(verb, *SUBJECT) if verb is not None else None
        if acting is None or acting == head or acting not in self.cast.at:
            return None
        return self.cast.at[acting].entity.country

    # -- pronouns --------------------------------------------------------------------

    def _before(self, head: int, reach: int) -> Iterator[Candidate]:
        end = bisect_left(self.heads, head)
        return (self.candidates[at] for at in range(end - 1, max(-1, end - 1 - reach), -1))

    def _one(self, head: int, kinds: frozenset[str]) -> list[Entity]:
        tree, best, best_score = self.tree, None, float(REACH * 10 + 9)
        blocked, word = clause_mates(tree, head), self.tree.words[head].lower()
        for candidate in self._before(head, FAR):
            distance = tree.sentence_of[head] - tree.sentence_of[candidate.head]
            if distance > REACH:
                break
            if candidate.head in blocked or candidate.plural or candidate.head == tree.heads[head]:
                continue
            if is_other(tree, self.cast, candidate, word):
                continue
            score = 10.0 * distance + rank(tree, candidate.head)
            score += aside(tree, candidate, head)
            if score < best_score and self._fits(candidate, kinds):
                best, best_score = candidate, score
        return self._read(best)[:1] if best is not None else []

    def _several(self, head: int) -> list[Entity]:
        """ "they": the nearest joined or plural ones, else the nearest body."""
        tree, best, best_score = self.tree, None, float("inf")
        blocked = clause_mates(tree, head)
        for candidate in self._before(head, FAR):
            distance = tree.sentence_of[head] - tree.sentence_of[candidate.head]
            if distance > REACH:
                break
            if candidate.head in blocked or candidate.head == tree.heads[head]:
                continue
            score = 10.0 * distance + rank(tree, candidate.head)
            if not (candidate.plural or candidate.joined):
                if candidate.mention is not None and candidate.mention.label == "PERSON":
                    continue
                body = candidate.mention is None or candidate.mention.label == "ORG"
                score += 5.0 if body else _LAST_RESORT
            if score < best_score and self._read(candidate):
                best, best_score = candidate, score
        if best is None:
            return []
        if not best.joined:
            return self._read(best)
        first = best.head if tree.deps[best.head] != "conj" else tree.heads[best.head]
        return group(self.tree, self.read, first)

    def _fits(self, candidate: Candidate, kinds: frozenset[str]) -> bool:
        if candidate.mention is not None:
            entity = candidate.mention.entity
            return fits(entity, kinds) and not _is_site(self.tree, candidate.head, entity)
        return any(fits(entity, kinds) for entity in self.read(candidate.head)[:1])

    def _read(self, candidate: Candidate) -> list[Entity]:
        if candidate.mention is not None and candidate.mention.entity.kind == "place":
            return []
        return self.read(candidate.head)


def _is_site(tree: Tree, head: int, entity: Entity) -> bool:
    """ "met in Havana": the town, and not the government that it is a name of."""
    said = (entity.name or "").casefold() == entity.text.casefold()
    return entity.kind == "state" and not said and tree.case(head) in ("in", "at", "near")


def is_definite(tree: Tree, head: int, loose: frozenset[str] = LOOSE) -> bool:
    """ "the president", with nothing that says which one; "police" without an article. loose: what
    says nothing of the kind."""
    marks = [
        tree.words[child].lower() for child in tree.children[head] if tree.deps[child] == "det"
    ]
    if marks:
        if marks[0] not in DEFINITE:
            return False
    elif (tree.lemmas[head].lower(), "bare") not in referring():
        return False
    of = charge(tree, head)
    return all(
        tree.deps[child] in loose or (of is not None and of in tree.children[child])
        for child in tree.children[head]
    )
