"""The company a word keeps: whether what stands with it is what a row of the lexicon asks for.

A condition on a noun looks through the noun phrase: "a rescue team of 30" is a team and a
rescue team, "thousands of villagers" are villagers, "$1.5 billion" is money, and a common
noun that the tables of roles know ("a tax officer") is whatever its role makes it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection

import msgspec

from onrecord.codes.actors import resolve
from onrecord.codes.events import EventEntry, Needs, classes_of
from onrecord.reading.frames import Frame, frame, subject
from onrecord.reading.tree import Tree

Classes = Callable[[int], Collection[str]]

# classes that a role tells: worth a look-up only where one of them is asked for
_ACTING = frozenset(("actor", "person", "people", "civilian", "group", "organisation"))
_SECTORS = {"COP": "police", "MIL": "troops", "REB": "fighter", "UAF": "fighter", "CRM": "criminal",
            "REF": "refugee", "CVL": "civilian", "EDU": "civilian", "AGR": "civilian",
            "MED": "civilian", "LAB": "civilian", "JRN": "civilian"}  # fmt: skip
_ROLES = _ACTING | frozenset(_SECTORS.values())
_PLAYED = frozenset(("sport", "fiction"))
_NATURE = frozenset(("nature",))
_ELSEWHERE = _PLAYED | _NATURE
_WITHIN = frozenset(("in", "after"))
_SIGNS = frozenset("$€£¥₦₹₽₩₺₴₪")
_STATES = frozenset(("be", "remain", "stay", "go", "keep", "come", "put", "place"))
_NEAR = 5  # words after a verb that a particle or a fixed noun of it may stand away
_FAR = 14  # the same for a fixed word after the object ("declare ... persona non grata")


class Company:
    """What stands with the words of one report; answers are kept, since rows ask alike."""

    def __init__(self, tree: Tree, classes: Classes) -> None:
        self.tree = tree
        self.classes = classes
        self.elsewhere: set[int] = set()  # words that were found to tell of a match, a film ...
        self._kinds: dict[int, frozenset[str]] = {}
        self._roles: dict[int, frozenset[str]] = {}

    def object(self, needs: Needs, target: int | None, arguments: Frame) -> bool:
        """Whether the object, or where there is none the subject, is what a row asks for."""
        if target is None and needs.of_subject is not None:
            return self.meets(needs.of_subject, arguments.subject)
        return self.meets(needs, target)

    def meets(self, needs: Needs, target: int | None) -> bool:
        """Whether a nominal, or one that is joined to it, is what a row asks for."""
        if target is None:
            return needs.none
        return any(self._is(needs, place) for place in self.tree.conjuncts(target))

    def _is(self, needs: Needs, place: int) -> bool:
        if self.tree.lemmas[place].lower() in needs.lemmas:
            return True
        groups = needs.groups
        if groups and (
            not groups.isdisjoint(self.kinds(place))
            or (not groups.isdisjoint(_ROLES) and not groups.isdisjoint(self.roles(place)))
        ):
            return True
        if any(self._ends(place, phrase) for phrase in needs.phrases):
            return True
        inner = self._inner(place)
        return inner is not None and self._is(needs, inner)

    def _inner(self, place: int) -> int | None:
        """The noun that a measure is a measure of: "thousands of villagers", "bags of rice"."""
        if self.tree.upos[place] != "NUM" and "quantity" not in self.kinds(place):
            return None
        return next((noun for case, noun in self.tree.obliques(place) if case == "of"), None)

    def kinds(self, place: int) -> frozenset[str]:
        """Noun classes of a nominal: by its lemma, with the word before it, by its name."""
        known = self._kinds.get(place)
        if known is None:
            tree = self.tree
            lemma = tree.lemmas[place].lower()
            found = classes_of(lemma) | frozenset(self.classes(place))
            if place and tree.heads[place - 1] == place:
                found |= classes_of(f"{tree.lemmas[place - 1].lower()} {lemma}")
                found |= classes_of(f"{tree.words[place - 1].lower()} {lemma}")
            if place and tree.upos[place] == "PROPN":  # "Cyclone Idai", "Lake Chad"
                found |= classes_of(tree.lemmas[place - 1].lower()) & _NATURE
            if tree.upos[place] in ("NUM", "SYM") and self._has_currency(place):
                found |= {"money"}
            known = self._kinds[place] = found
        return known

    def _has_currency(self, place: int) -> bool:
        return tree_sign(self.tree, place) or any(
            tree_sign(self.tree, child) for child in self.tree.children[place]
        )

    def roles(self, place: int) -> frozenset[str]:
        """Classes of a common noun that the tables of roles know."""
        known = self._roles.get(place)
        if known is None:
            tree = self.tree
            found = resolve(tree.words[place].lower()) if tree.upos[place] == "NOUN" else None
            kinds: set[str] = set()
            if found is not None and (found.sector or found.kind == "person"):
                kinds.add("actor")
                if found.kind == "organisation":
                    kinds.update(("group", "organisation"))
                else:
                    kinds.add("people" if found.kind == "people" else "person")
                    kinds.add(_SECTORS.get(found.sector or "", "person"))
            known = self._roles[place] = frozenset(kinds)
        return known

    def _ends(self, place: int, phrase: tuple[str, ...]) -> bool:
        """Whether the words of a phrase end, or start ("state of emergency"), at its head."""
        size = len(phrase)
        return any(
            0 <= start <= len(self.tree) - size
            and all(self._reads(start + number, word) for number, word in enumerate(phrase))
            for start in (place - size + 1, place)
        )

    def is_elsewhere(self, place: int, arguments: Frame) -> bool:
        """Whether what surrounds a predicate tells of nature, sport or fiction.

        Nature acts but never receives; sport and fiction show in the subject, the object,
        or where it happens ("in the match"), or govern the noun that names the event.
        """
        acting = arguments.subject
        if acting is not None and not self.kinds(acting).isdisjoint(_ELSEWHERE):
            return True
        around = [arguments.object, *(noun for case, noun in arguments.obliques if case in _WITHIN)]
        head = self.tree.heads[place]
        if self.tree.upos[place] == "NOUN" and self.tree.upos[head] == "VERB":
            around.append(self.tree.child(head, "nsubj"))
        return any(noun is not None and not self.kinds(noun).isdisjoint(_PLAYED) for noun in around)

    # -- the parts of a row -----------------------------------------------------------

    def prepositions(self, place: int, arguments: Frame, entry: EventEntry) -> bool:
        """Whether one of the prepositional phrases that a row asks for is there, or of the
        infinitives ("to assist")."""
        for aim in self._aims(place, arguments):
            for preposition, needs in entry.prep:
                if preposition == "to" and needs is not None and self.meets(needs, aim):
                    return True
        for noun in dict.fromkeys(noun for _, noun in arguments.obliques):
            found = {case for case, other in arguments.obliques if other == noun}
            found.update(self.cases(noun))
            for preposition, needs in entry.prep:
                if preposition in found and (needs is None or self.meets(needs, noun)):
                    return True
        return False

    def _aims(self, place: int, arguments: Frame) -> list[int]:
        """Infinitives of purpose at a word, or at its object ("sent troops to help")."""
        tree = self.tree
        found = [*tree.having(place, "advcl", "xcomp")]
        if arguments.object is not None:
            found.extend(tree.having(arguments.object, "acl"))
        return [verb for verb in found if tree.tags[verb] == "VB"]

    def cases(self, place: int) -> set[str]:
        """Every preposition of a nominal, one by one ("out", "of") and together ("out of")."""
        tree = self.tree
        words = [c for c in tree.children[place] if tree.deps[c] == "case"]
        words += [f for c in words for f in tree.children[c] if tree.deps[f] == "fixed"]
        found = [tree.lemmas[word].lower() for word in sorted(words)]
        return {*found, " ".join(found)}

    def rest(self, place: int, entry: EventEntry, arguments: Frame) -> list[int] | None:
        """Positions of a row's further words; None where one is missing.

        Before a noun they stand right before it, as words or within a hyphenated one. After
        a verb: particles and fixed nouns near by, further words after its object; a noun
        that a passive has in front is its object.
        """
        tree = self.tree
        if entry.pos == "noun":
            return self._before(place, entry.rest)
        found: list[int] = []
        start = place + 1
        end = tree.sentence(place)[1]
        for word in entry.rest:
            near = range(start, min(max(start, place) + _NEAR, end))
            match = next((p for p in near if self._reads(p, word) and not self._hangs(p)), None)
            if match is None and arguments.object is not None:
                after = range(arguments.object + 1, min(place + _FAR, end))
                match = next((p for p in after if self._reads(p, word)), None)
                if match is None and self._reads(arguments.object, word):
                    match = arguments.object
            if match is None:
                return None
            found.append(match)
            start = max(start, match + 1)
        return found

    def _hangs(self, place: int) -> bool:
        """ "hold live-fire drills" is not to hold fire."""
        tree = self.tree
        return place > 0 and tree.words[place - 1] == "-" == tree.text[tree.begins[place] - 1]

    def _before(self, place: int, words: tuple[str, ...]) -> list[int] | None:
        tree = self.tree
        first = place - len(words)
        if first >= 0 and all(self._reads(first + k, word) for k, word in enumerate(words)):
            return list(range(first, place))
        start = tree.begins[place] - len(" ".join(words)) - 1
        if start < 0 or tree.text[start : tree.begins[place] - 1].lower() != " ".join(words):
            return None
        while first > 0 and tree.begins[first] > start:
            first -= 1
        return list(range(first, place))

    def _reads(self, place: int, word: str) -> bool:
        return self.tree.lemmas[place].lower() == word or self.tree.words[place].lower() == word


def tree_sign(tree: Tree, place: int) -> bool:
    """Whether a word is or ends in a currency's sign ("$", "US$")."""
    return tree.words[place][-1:] in _SIGNS


def arguments_of(tree: Tree, place: int) -> Frame:
    """The frame of a predicate, with what a parse may have put in the wrong place set right.

    A lone receiver is the object ("warned Peru"), and so is a noun read as a clause; of two
    objects the first receives ("lent Peru a million"). The subject of a noun that is the
    predicate is that of its clause ("drivers are on strike").
    """
    found = frame(tree, place)
    if tree.upos[place] == "NOUN":
        return _predicate(tree, place, found)
    objects = list(tree.having(place, "obj"))
    if len(objects) > 1 and found.iobject is None:
        found = msgspec.structs.replace(found, object=objects[-1], iobject=objects[0])
    if found.object is None and found.iobject is not None:
        found = msgspec.structs.replace(found, object=found.iobject, iobject=None)
    clause = found.clause
    if clause is not None and found.object is None and _is_bare_noun(tree, clause):
        found = msgspec.structs.replace(found, object=clause, clause=None)
    return found


def _predicate(tree: Tree, noun: int, found: Frame) -> Frame:
    """A noun's frame with the subject that a form of "be", "stay", "go" gives it."""
    if found.subject is not None:
        return found
    acting = tree.child(noun, "nsubj", "nsubj:pass")
    if acting is None and tree.deps[noun] in ("obl", "xcomp"):
        verb = tree.heads[noun]
        acting = subject(tree, verb) if tree.lemmas[verb] in _STATES else None
    return found if acting is None else msgspec.structs.replace(found, subject=acting)


def _is_bare_noun(tree: Tree, place: int) -> bool:
    return tree.upos[place] in ("NOUN", "PROPN") and all(
        tree.deps[child] not in ("cop", "mark", "nsubj", "nsubj:pass", "case")
        for child in tree.children[place]
    )


def clause_of(tree: Tree, place: int, arguments: Frame) -> int | None:
    """The that- or to-clause of a word, also where the parse hangs its "to" on the object."""
    if arguments.clause is not None:
        return arguments.clause
    hosts = [place, arguments.object] if arguments.object is not None else [place]
    for host in hosts:
        for child in tree.having(host, "advcl", "acl", "xcomp", "ccomp"):
            if tree.tags[child] == "VB" and any(
                tree.lemmas[mark] == "to" for mark in tree.having(child, "mark")
            ):
                return child
    return None
