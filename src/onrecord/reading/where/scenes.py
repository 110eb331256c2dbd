"""Where: the places that the text ties to a happening, and no others.

A place is a happening's scene where a locative phrase with its name hangs on the
happening's word, on a thing that an act on the ground meets ("ambushed a convoy near
Hsipaw"), or on a verb or noun that the happening is part of: it is carried out by it, is
a participle or infinitive of it, or is joined to it behind a place that opens the
sentence. Where an act leads to is its scene too, if it is a visit or a move; the
recipient of a letter is not. A government that is named by its capital or its country
is no place, and a country that something is sent to or imposed on is a recipient.

Still simple: a place stays within its sentence.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import cache

import msgspec

from onrecord.codes.areas import SMALL
from onrecord.codes.events import events
from onrecord.codes.gazetteer import lookup
from onrecord.codes.tables import rows
from onrecord.reading.light import light_verb
from onrecord.reading.tree import Tree
from onrecord.reading.voices.entries import entry_of
from onrecord.reading.when.tenses import own_tense
from onrecord.reading.where.places import resolve
from onrecord.reading.where.toponyms import is_compass
from onrecord.reading.who.cast import Cast, Mention
from onrecord.reading.who.origins import spoken_of
from onrecord.record import Place

_NOUNS = frozenset(("NOUN", "PROPN"))
_NAMED = frozenset(
    ("nmod", "appos", "compound", "flat", "conj", "nmod:desc", "nmod:unmarked", "list")
)
_CARRIED = frozenset(("obj", "nsubj", "nsubj:pass", "xcomp", "acl", "advcl"))
_TAKEN = ("obj", "nsubj:pass")
_MEETS = ("obj", "obl", "nsubj:pass", "iobj")
_OPENERS = frozenset(("to", "by", "in", "for", "thus", "thereby", "when", "while", "as"))
_WITHIN = "within"  # stands for the preposition of a name before its noun: "the Basra bombing"
_SPOKEN = 2.0  # what a country counts in choosing between towns of one name, once it is spoken of
_CLIMB = 6  # words climbed from a name to what it hangs on, and from a happening to its verb


@cache
def _words(use: str) -> frozenset[str]:
    return frozenset(row["word"] for row in rows("locatives") if row["use"] == use)


def _is_mission(tree: Tree, place: int) -> bool:
    """Whether a noun names a post that a state has abroad."""
    return tree.lemmas[place].lower() in _words("mission")


def _is_far(place: Place, spoken: Collection[str]) -> bool:
    """Whether a place is a small town in a country that the report does not speak of: another of
    that name is meant, which the gazetteer lacks."""
    if place.country is None or place.country in spoken:
        return False
    return all(
        found.precision != "country" and found.population < SMALL
        for found in lookup(place.text)
        if found.country == place.country
    )


def _unlikely(place: Place) -> Place:
    return Place(text=place.text, span=place.span)


class Scene(msgspec.Struct, frozen=True, kw_only=True):
    """A place as a phrase names it: use is that of its preposition (locatives.tsv), at the
    position of its name; state: whether the name is that of a state."""

    place: Place
    use: str
    at: int
    state: bool

    def suits(self, *, goal: bool, material: bool) -> bool:
        """Whether it can be where something happens: a move, an act on the ground, or neither."""
        if self.use == "preposition":
            return True
        if self.use == "goal" and goal:
            return True
        return material and not self.state


class Scenes:
    """The places of a report and the words that they hang on."""

    def __init__(self, tree: Tree, cast: Cast) -> None:
        self.tree = tree
        self.mentions = [
            m
            for m in cast.mentions
            if m.label == "PLACE" and not is_compass(tree.part(m.first, m.last).text)
        ]
        names = [
            (tree.part(m.first, m.last).text, tree.span(m.first, m.last)) for m in self.mentions
        ]
        spoken = dict.fromkeys(spoken_of(tree, cast) if names else (), _SPOKEN)
        self.places: list[Place] = [
            _unlikely(place) if spoken and _is_far(place, spoken) else place
            for place in resolve(names, tree.text, spoken)
        ]
        self.by_governor: dict[int, list[Scene]] = {}
        for mention, place in zip(self.mentions, self.places, strict=True):
            found = self._hangs_on(mention) if self._is_name(mention, place) else None
            if found is not None:
                use, governor = found
                scene = Scene(
                    place=place, use=use, at=mention.first, state=mention.entity.kind == "state"
                )
                self.by_governor.setdefault(governor, []).append(scene)

    def _is_name(self, mention: Mention, place: Place) -> bool:
        """Whether words taken for a name are one: "the provincial hall" is not."""
        known = place.geonames is not None or place.country is not None
        return known or self.tree.words[mention.last][:1].isupper()

    def _hangs_on(self, mention: Mention) -> tuple[str, int] | None:
        """The use of the phrase that the name stands in, and the word that this hangs on."""
        tree = self.tree
        place = mention.head
        for _ in range(_CLIMB):
            relation, governor = tree.deps[place], tree.heads[place]
            if governor == place:
                return None
            preposition = tree.case(place)
            common = tree.lemmas[governor].lower() in _words("noun")
            if relation in _TAKEN and tree.upos[governor] == "VERB":
                return "ground", governor  # "entered the town of Agdam": where it happened
            if relation in ("advmod", "obl:unmarked") and place != mention.head:
                return "preposition", governor  # "ten miles south of Kabul"
            if relation in ("obl", "nmod"):
                use = self._use(preposition)
                if use is not None and (tree.upos[governor] not in _NOUNS or not common):
                    return use, governor
            if preposition == "of" and common and tree.upos[governor] == "ADV":
                place = governor
                continue
            if relation not in _NAMED or tree.upos[governor] not in _NOUNS:
                return None
            whose = relation in ("compound", "nmod:poss") or preposition == "of"
            if whose and _is_mission(tree, governor):
                return None  # "outside the embassy of France" is not in France
            if relation == "compound" and events(tree.lemmas[governor].lower(), "noun"):
                return _WITHIN, governor
            if relation == "nmod" and preposition not in ("of", "", *_words("preposition")):
                return None
            place = governor
        return None

    def _use(self, preposition: str) -> str | None:
        return next(
            (use for use in ("preposition", "ground", "goal") if preposition in _words(use)), None
        )

    def of(self, trigger: int, *, goal: bool = False, material: bool = False) -> list[Place]:
        """The scenes of the happening named at ``trigger``, the nearest that the text gives.

        goal: it leads to its place, as a visit does; material: it is an act on the ground,
        not a speech act.
        """
        for place, opening in self._line(trigger):
            scenes = list(self.by_governor.get(place, ()))
            for thing in self._met(place) if self.by_governor else ():
                met = self.by_governor.get(thing)
                if met and (material or self._makes(place, thing)):
                    scenes.extend(scene for scene in met if scene.use == "preposition")
            named = -1 if material else self._named(place)
            found = [
                scene.place
                for scene in scenes
                if scene.suits(goal=goal, material=material)
                and not (opening and scene.at > place)
                and not place < named < scene.at
            ]
            if found:
                return found
        return []

    def _met(self, verb: int) -> Iterator[int]:
        """What the verb meets, and what that is made of: "shelled a row of farms near Gao"."""
        for thing in self.tree.having(verb, *_MEETS):
            yield thing
            for made_of in self.tree.having(thing, "nmod"):
                if self.tree.case(made_of) == "of":
                    yield made_of

    def _named(self, verb: int) -> int:
        """The act that a speech act is about ("condemned the bombing in Gao"), or -1."""
        thing = self.tree.child(verb, "obj")
        if thing is None or self._makes(verb, thing):
            return -1
        return thing if events(self.tree.lemmas[thing].lower(), "noun") else -1

    def _makes(self, verb: int, thing: int) -> bool:
        """ "signed a pact in Baku": the verb carries out what its object names."""
        cue = entry_of(self.tree, verb)
        return light_verb(self.tree, thing) == verb and (cue is None or not cue.reports)

    def _line(self, trigger: int) -> Iterator[tuple[int, bool]]:
        """The happening's word and those that it is part of; whether only a place that opens
        the sentence is of both."""
        tree, place, opening = self.tree, trigger, False
        for _ in range(_CLIMB):
            yield place, opening
            governor = tree.heads[place]
            if governor == place:
                return
            if tree.deps[place] == "conj":
                opening = opening or own_tense(tree, place) is not None
            elif not self._is_part(place, governor):
                return
            place = governor

    def _is_part(self, place: int, governor: int) -> bool:
        tree, relation = self.tree, self.tree.deps[place]
        if relation == "nmod":
            return tree.case(place) == "of"
        if relation not in _CARRIED:
            return False
        if relation in ("advcl", "acl"):
            marks = {tree.lemmas[c].lower() for c in tree.having(place, "mark", "advmod")}
            return marks <= _OPENERS
        return True

    def at(self, head: int) -> list[Place]:
        """The place whose name stands at a word, for acts whose object is their scene."""
        return [
            place
            for mention, place in zip(self.mentions, self.places, strict=True)
            if mention.first <= head <= mention.last
        ]
