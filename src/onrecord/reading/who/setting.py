"""Where a report is at home: the country of those whom it leaves without one.

"Police detained twelve people", in a report that speaks of one country, are that country's
police and people. A thing is of the country that it stands in ("a depot near Gomel"), and so is who
takes part in what happens there. A sentence that names its scene has that scene's country
("In Siem Reap, students marched"), and so has what follows in the same paragraph; a report
that divides its attention between countries has no home: there whoever takes part is of the country
that it began with, unless it began with two at once ("Peru and Chile signed ...").
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from onrecord.codes.areas import land
from onrecord.codes.events import events
from onrecord.reading.tree import SUBJECTS, Tree
from onrecord.reading.voices.entries import entry_of
from onrecord.reading.who.cast import Cast, Mention
from onrecord.reading.who.lawmaking import lawmakers_home
from onrecord.reading.who.origins import origins
from onrecord.reading.who.referring import words_of

if TYPE_CHECKING:
    from onrecord.reading.where.scenes import Scenes

LEAD = 3  # sentences in which a report says where it is at home
_GOALS = frozenset(("to", "towards", "toward", "into"))
_PASSING = frozenset(("acl", "acl:relcl"))
AHEAD = 2  # times as often named as any other country
_SCENE = frozenset(("in", "at", "near", "outside", "around", "across"))


class Setting:
    """The country of a report and of its sentences, where the text makes it plain."""

    def __init__(self, tree: Tree, cast: Cast, hung: Scenes | None = None) -> None:
        self.tree = tree
        self.cast = cast
        self.hung = hung
        places = hung.places if hung is not None else []
        where = self.where = {place.span: place.country for place in places if place.country}
        self.spoken: set[str] = set()  # countries that the report names, as a place or otherwise
        self.placed: dict[str, int] = {}  # country -> the sentence that first names it as a place
        told: list[tuple[int, str]] = []
        self.scenes: dict[int, str] = {}
        for mention in cast.mentions:
            if mention.entity.country:
                self.spoken.add(mention.entity.country)
                if mention.label == "PLACE":
                    number = tree.sentence_of[mention.head]
                    self.placed.setdefault(mention.entity.country, number)
        adjectives = origins(tree, cast)
        self.spoken.update(adjectives.values())
        named = dict(adjectives)
        for mention in cast.mentions:
            span = tree.span(mention.first, mention.last)
            country = where.get(span) or mention.entity.country
            if country is None or mention.label == "PERSON":
                continue
            named[mention.head] = country
            is_seat = mention.head in tree.datelines and self._says_little(mention)
            if country not in self.spoken and land(tree.part(mention.first, mention.last).text):
                self.spoken.add(country)
            if not is_seat and (country in self.spoken or not self.spoken):
                # a town on the map may be another's namesake
                told.append((mention.head, country))
            bare = tree.case(mention.head) in _SCENE and not _is_aside(tree, mention.head)
            bare = bare and not is_seat and not self._is_of_teller(mention)
            if mention.label == "PLACE" and bare:
                self.scenes.setdefault(tree.sentence_of[mention.head], country)
        for place, country in adjectives.items():
            told.append((place, country))
        self.named = sorted(named.items())
        told.sort()
        self.home = _home([(tree.sentence_of[place], country) for place, country in told])
        self.lead = self._lead(told)
        self.lawmaking = lawmakers_home(tree, cast, self.spoken, self.home)
        self.scenes = {at: self._likely(code, at) for at, code in self.scenes.items()}

    def _is_of_teller(self, mention: Mention) -> bool:
        """ "diplomats in Brussels said": where somebody tells of what happens elsewhere, in a city
        of international bodies."""
        tree, teller = self.tree, self.tree.heads[mention.head]
        if tree.deps[mention.head] != "nmod" or tree.deps[teller] not in SUBJECTS:
            return False
        name = tree.part(mention.first, mention.last).text.casefold()
        told = entry_of(tree, tree.heads[teller])
        return name in words_of("world_seat") and told is not None and told.reports

    def _says_little(self, mention: Mention) -> bool:
        """Whether a name in a dateline does not say where the report is at home: the agency's, or
        that of a city where reports of international bodies are filed."""
        name = self.tree.part(mention.first, mention.last).text.casefold()
        return mention.label == "ORG" or name in words_of("world_seat")

    def _lead(self, told: Sequence[tuple[int, str]]) -> str | None:
        """The country that the report begins with, which it is likelier about than any other;
        where it begins with two that are joined neither."""
        if not told:
            return None
        tree, (place, country) = self.tree, told[0]
        if tree.sentence_of[place] >= LEAD:
            return None
        near = tree.conjuncts(place)
        others = {code for at, code in told if at in near}
        return country if others <= {country} else None

    def of(self, place: int) -> str | None:
        """The country that goes without saying at a word, or None."""
        tree = self.tree
        here = self._here(place)
        if here is not None:
            return here
        number = tree.sentence_of[place]
        if number in self.scenes:
            return self.scenes[number]
        if self.home is not None:
            return self.home
        before = number - 1
        if before in self.scenes and not _parted(tree, before):
            return self.scenes[before]
        return None

    def is_alone(self, place: int, country: str, *, aside: tuple[int, int] | None = None) -> bool:
        """Whether a word or its sentence has its scene in a country, or names no other; aside: the
        words of who acts there, who need not be from there."""
        number = self.tree.sentence_of[place]
        if country in (self._here(place), self.scenes.get(number)):
            return True
        first, last = self.tree.sentence(place)
        start, end = aside if aside is not None else (last, last)
        near = {code for at, code in self.named if first <= at < last and not start <= at <= end}
        return near & self.spoken <= {country}  # a town on the map may be another's namesake

    def since(self, place: int) -> str | None:
        """The country that the report begins with, in the sentences after it was named."""
        number = self.tree.sentence_of[place]
        return (
            self.lead if self.named and number > self.tree.sentence_of[self.named[0][0]] else None
        )

    def led(self, place: int) -> str | None:
        """The country that the report begins with, behind the word that names it first."""
        return self.lead if self.named and self.named[0][0] < place else None

    def before(self, place: int) -> str | None:
        """The country that its sentence named last before a word: "Zambia revoked the licence of
        a radio station"."""
        start, end = self.tree.edges(place)
        if any(start <= at <= end for at, _ in self.named):
            return None  # what its own words name is told of it in passing
        number = bisect_left(self.named, (place, ""))
        at, country = self.named[number - 1] if number else (-1, "")
        return country if at >= self.tree.sentence(place)[0] else None

    def _here(self, place: int) -> str | None:
        """The country of where a thing stands, or where what it takes part in happens."""
        tree, hung = self.tree, self.hung
        if hung is None:
            return None
        told = (place, *tree.having(place, "acl", "acl:relcl"))
        own = {
            s.place.country
            for word in told
            for s in hung.by_governor.get(word, ())
            if tree.case(s.at) not in _GOALS
        }
        verb = next((above for above in tree.ancestors(place) if tree.is_verb(above)), None)
        if not own and verb is not None and not _is_talk(tree, verb):
            # who goes somewhere need not be from there
            met = tree.deps[place] not in SUBJECTS or tree.deps[place] == "nsubj:pass"
            own = {found.country for found in hung.of(verb, material=met)}
        code = own.pop() if len(own) == 1 else None
        return self._likely(code, tree.sentence_of[place]) if code is not None else None

    def _likely(self, code: str, number: int) -> str:
        """The country of a scene in a sentence; a namesake in a country that the report never
        speaks of gives way to the report's home, once that was named as a place."""
        home = self.home
        if home is None or code in self.spoken:
            return code
        return home if self.placed.get(home, number + 1) <= number else code


def _is_aside(tree: Tree, place: int) -> bool:
    """Whether a place is told of somebody or something in passing ("a group based in Leeds",
    "asked about killings in Leeds", "accused of hiding in Leeds"), or is where people of other
    places met."""
    above = tree.heads[place]
    if tree.deps[above] in _PASSING or _is_talk(tree, above):
        return True
    return tree.deps[place] == "nmod" and (
        tree.deps[above] in ("nmod", "obl") or tree.case(place) == "to"
    )


def _is_talk(tree: Tree, place: int) -> bool:
    """Whether a word names a meeting ("met", "held talks"), which may be held anywhere."""
    words = (place, *tree.having(place, "obj")) if tree.is_verb(place) else (place,)
    for word in words:
        named = events(tree.lemmas[word].lower(), "verb" if tree.is_verb(word) else "noun")
        if named and named[-1].category == "CONSULT":  # the row that asks for least
            return True
    return False


def _home(told: Sequence[tuple[int, str]]) -> str | None:
    """The country that a report is plainly about. told: the sentence and the country of each
    naming, in order."""
    counts = Counter(country for _, country in told)
    first = _first(told)
    if not first:
        return None
    country = max(first, key=lambda code: counts[code])
    most = counts[country]
    other = max((n for code, n in counts.items() if code != country), default=0)
    # a lead with one country needs no majority, but must not be outnumbered
    return country if most >= (other if len(first) == 1 else AHEAD * other) else None


def _first(told: Sequence[tuple[int, str]]) -> list[str]:
    """The countries of the first sentence that names any, each once, in order."""
    number = told[0][0] if told and told[0][0] < LEAD else -1
    return list(dict.fromkeys(country for at, country in told if at == number))


def _parted(tree: Tree, number: int) -> bool:
    """Whether a paragraph ends with a sentence."""
    end = tree.sentences[number][1]
    start = tree.begins[end] if end < len(tree) else len(tree.text)
    return "\n" in tree.text[tree.ends[end - 1] - 1 : start] or "\n" in tree.words[end - 1]
