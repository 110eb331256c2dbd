"""Of which country somebody is of whom nothing says it: the scene's, the report's, or that of
those who act beside him.
"""

from __future__ import annotations

from collections.abc import Callable

from onrecord.codes.events import events
from onrecord.reading.frames import subject
from onrecord.reading.tree import SUBJECTS, Tree
from onrecord.reading.who.cast import Cast
from onrecord.reading.who.lawmaking import SECTORS
from onrecord.reading.who.local import stateless
from onrecord.reading.who.partners import Read
from onrecord.reading.who.setting import Setting

OWNING = ("compound", "amod", "nmod:poss", "flat")
ABROAD = frozenset(("ASSAULT", "CONSULT", "AID"))
TO_COME = frozenset(("will", "would", "shall", "may"))


class Homes:
    """The countries that go without saying in one report.

    setting: where the report is at home; read: who one word means; anybody: the same, even if no
    table knows it.
    """

    def __init__(
        self, tree: Tree, cast: Cast, setting: Callable[[], Setting], read: Read, anybody: Read
    ) -> None:
        self.tree = tree
        self.cast = cast
        self.setting = setting
        self.read = read
        self.anybody = anybody

    def is_stateless(self, head: int) -> bool:
        """ "a Red Cross post", "NATO lorries": theirs who have no country."""
        named = (self.cast.at.get(c) for c in self.tree.having(head, *OWNING))
        return any(m is not None and m.entity.sector in stateless() for m in named)

    def of(self, head: int, sector: str | None = None) -> str | None:
        """The country that goes without saying: for who sits in a parliament or a party that of
        those which the report names; the scene's, the report's, or else that of whoever acts
        there, that with which the report began, or the last that the sentence named."""
        told = self._shared(head) or self._of_plan(head)
        if told is None and sector in SECTORS:
            told = self.setting().lawmaking
        told = told or self.setting().of(head)
        if self._is_abroad(head, told):
            return None
        usual = told or self._of_actor(head)
        if usual is None:
            usual = self.setting().since(head)
            if self._is_abroad(head, usual):
                return None
        if usual is not None or self._is_met(head):
            return usual
        acts = self.tree.deps[head] in SUBJECTS
        return self.setting().before(head) or (self.setting().led(head) if acts else None)

    def _is_abroad(self, head: int, told: str | None) -> bool:
        """Whether it is somebody whom something is done to, in a sentence that speaks of other
        countries than the report's: they may be of any."""
        met = self.tree.deps[head] in ("obj", "nsubj:pass", "nmod", "obl")
        verb = self._done_to(head) if told is not None and met else None
        if told is None or verb is None:
            return False
        acting = self.tree.child(verb, "nsubj", "obl:agent")
        aside = self.tree.edges(acting) if acting is not None else None
        return not self.setting().is_alone(head, told, aside=aside)

    def _done_to(self, head: int) -> int | None:
        """The verb by which somebody, or some number of them, is attacked or helped."""
        tree = self.tree
        while tree.deps[head] == "nmod" and tree.case(head) == "of":
            head = tree.heads[head]  # "wounded dozens of guests"
        verb = tree.heads[head]
        rows = events(tree.lemmas[verb].lower(), "verb")
        return verb if any(row.category in ("ASSAULT", "AID") for row in rows) else None

    def _is_met(self, head: int) -> bool:
        """Whom anybody meets, helps or attacks: they may be of anywhere."""
        tree, verb = self.tree, self.tree.heads[head]
        if tree.deps[head] in SUBJECTS or not tree.is_verb(verb):
            return False
        named = events(tree.lemmas[verb].lower(), "verb")
        return any(row.category in ABROAD and not row.prep for row in named)

    def _of_plan(self, head: int) -> str | None:
        """ "India will leave, the minister said": what a state will do its own people say."""
        tree, verb = self.tree, self.tree.heads[head]
        if tree.deps[head] not in SUBJECTS or not tree.is_verb(verb):
            return None
        for plan in tree.having(verb, "ccomp", "parataxis"):
            acting = tree.child(plan, *SUBJECTS)
            to_come = any(tree.lemmas[aux] in TO_COME for aux in tree.having(plan, "aux"))
            if acting is not None and to_come:
                found = self.read(acting)
                if len(found) == 1 and found[0].kind == "state":
                    return found[0].country
        return None

    def _shared(self, head: int) -> str | None:
        """ "Chinese jets and warships": a bare noun that is joined to another is of its country."""
        tree = self.tree
        if tree.deps[head] != "conj" or tree.child(head, "det", "nummod", *OWNING) is not None:
            return None
        codes = {entity.country for entity in self.anybody(tree.heads[head])}
        return codes.pop() if len(codes) == 1 else None

    def _of_actor(self, head: int) -> str | None:
        """ "Peruvian prosecutors charged a general", "Peru massed troops while the minister warned
        Chile"; whom a state deals with, or anybody meets or attacks, may be of anywhere."""
        tree, own = self.tree, True
        for word in tree.ancestors(head):
            is_verb = tree.is_verb(word)
            rows = events(tree.lemmas[word].lower(), "verb" if is_verb else "noun")
            acting = subject(tree, word) if is_verb else None
            if acting is None:
                if rows and not is_verb:
                    return None
                continue
            if acting == head or head in tree.descendants(acting):
                own = False
                continue
            if own and any(row.category in ABROAD and not row.prep for row in rows):
                return None
            found = self.anybody(acting)
            codes = {entity.country for entity in found}
            if len(codes) != 1 or (own and any(entity.kind == "state" for entity in found)):
                return None
            return codes.pop()
        return None
