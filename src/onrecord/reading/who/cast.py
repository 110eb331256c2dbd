"""The cast of a report: everyone it names, in order, each with all that it says of them.

"Kim" is whom the report introduced as "North Korean leader Kim Jong Un"; "KCNA" is what
stood before it in brackets. A name has one bearer in a report, so a title, an apposition
or a country given once holds wherever the name stands.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import cast

import msgspec

from onrecord.codes.actors import Actors, Resolution, resolve
from onrecord.codes.countries import country
from onrecord.reading.tree import Tree
from onrecord.reading.who.described import beside, land_of, shared_title, title
from onrecord.reading.who.naming import (
    head_of,
    is_state_name,
    name_spans,
    of_owner,
    proper,
    strangers,
    told_before,
)
from onrecord.reading.who.referring import halves, states_of
from onrecord.reading.who.titles import is_party_tag, joined_titles, long_title, party_land
from onrecord.reading.who.wording import BELONGING, within
from onrecord.record import Entity, Kind

_LABELS = {"person": "PERSON", "state": "PLACE", "place": "PLACE", "people": "PLACE"}
KINDS: dict[str, Kind] = {"PERSON": "person", "ORG": "organisation", "PLACE": "place"}


class Mention(msgspec.Struct, frozen=True, kw_only=True):
    """A named member of the cast where it is named; first and last are the name's words,
    start the first word of its title; member tells whose name it is."""

    first: int
    last: int
    head: int
    label: str
    entity: Entity
    start: int
    member: int


class Member(msgspec.Struct, kw_only=True):
    """Who bears a name: its fullest form and what the report and the tables say of it."""

    label: str
    name: str
    facts: list[Resolution]
    words: set[str]
    nouns: list[int]  # said of its bearer beside the name


class Cast:
    """Named mentions by position; the nouns that are said of a name stand for it too."""

    def __init__(self, tree: Tree, published: date | None, own: Actors | None = None) -> None:
        self.tree = tree
        self.published = published
        self.own = own
        self.members: list[Member] = []
        self._forms: dict[str, int] = {}
        self.at: dict[int, Mention] = {}
        self.sharing: dict[int, list[int]] = {}  # a title of several -> first words of their names
        spans, named = name_spans(tree)
        self._strangers = strangers(tree, spans, self.resolve)
        found = [self._introduce(first, last, label, named) for first, last, label in spans]
        self.mentions: list[Mention] = []
        entities = [_entity_of_member(member) for member in self.members]
        for first, last, head, start, nouns, number in found:
            part = tree.part(first, last)
            mention = Mention(
                first=first,
                last=last,
                head=head,
                label=self.members[number].label,
                entity=msgspec.structs.replace(entities[number], text=part.text, span=part.span),
                start=start,
                member=number,
            )
            self.mentions.append(mention)
            for place in range(first, last + 1):
                self.at[place] = mention
            for place in (*range(start, first), *nouns):
                if place in nouns or place == first - 1:
                    self.at.setdefault(place, mention)

    def resolve(self, phrase: str) -> Resolution | None:
        """Whom a phrase means by the tables, on the report's day; the user's own come first."""
        return resolve(phrase, published=self.published, table=self.own)

    def _introduce(
        self, first: int, last: int, label: str, named: set[int]
    ) -> tuple[int, int, int, int, list[int], int]:
        """One more name: (first, last, head, start, nouns said of it, member)."""
        tree = self.tree
        text = tree.part(first, last).text
        head = head_of(tree, first, last)
        own = self._half(text) or self._told(text)
        if (
            own is not None
            and label == "ORG"
            and own.kind == "state"
            and not is_state_name(text, own)
        ):
            # "Radio Nairobi" is of Kenya, and not Kenya
            own = msgspec.structs.replace(own, name=None, id=None, kind="organisation", sector=None)
        if label == "ORG" and own is not None:
            own = of_owner(self.tree, (first, last), head, own, self.resolve)
        if own is not None and own.kind in _LABELS:
            label = _LABELS[own.kind]
        if label == "ORG" and self._is_person(text):
            label, own = "PERSON", None
        start = title(tree, first, last) if label == "PERSON" else first
        if start == first and label == "PERSON" and self._is_body(text, own):
            label = "ORG"
        facts = [own] if own is not None else []
        titles: list[int] = []
        if label != "PERSON" and (own is None or own.name is None):
            facts = [*told_before(tree, first, last), *facts]
        if start < first:
            whole = self.resolve(tree.part(start, last).text)
            facts = [whole, *facts] if whole is not None else facts
        if label == "PERSON":
            for begin, noun, end in self._further_titles(first, start, named):
                said = self.resolve(tree.part(begin, end).text)
                if said is not None:  # the title right before the name outranks the tables
                    facts = [said, *facts] if end == first - 1 else [*facts, said]
                start = min(start, begin)
                titles.append(noun)
            titles.extend([last + 2] if is_party_tag(tree, last + 2) else [])
            facts = [fact for fact in facts if fact.kind in ("person", None)]
            facts.append(self._told_of_several(first, last))
        nouns = [] if label == "PLACE" else list(beside(tree, first, last, head, named))
        nouns = [noun for noun in nouns if noun not in titles]
        for noun in nouns:
            part = tree.part(*tree.phrase(noun))
            said = self.resolve(within(tree, noun, part, BELONGING).text)
            if said is not None and (label != "PERSON" or said.kind == "person"):
                said = msgspec.structs.replace(said, name=None, id=None)
                # our tables know the name better than the report's passing word, not its parts
                facts = [*facts, said] if own is not None and own.name else [said, *facts]
        number = self._member(text, label, own)
        member = self.members[number]
        member.facts.extend(facts)
        member.nouns.extend([first - 1, *nouns] if start < first else nouns)
        member.words.update(
            tree.lemmas[place].lower() for place in (*range(start, last + 1), *nouns)
        )
        self._alias(last, number)
        return first, last, head, start, [*nouns, *titles], number

    def _further_titles(
        self, first: int, start: int, named: set[int]
    ) -> Iterator[tuple[int, int, int]]:
        """First word, noun and last word of the titles that a person has beside the one that
        stands right before the name: "mayor and", "ambassador to Chad"."""
        if start == first:
            start, noun, end = long_title(self.tree, first, named) or (first, first, first)
            if start < first:
                yield start, noun, end
        if start < first:
            yield from joined_titles(self.tree, start, named)

    def _told_of_several(self, first: int, last: int) -> Resolution:
        """What the text says of a person beside the name: where from, and by which title that
        others share ("Foreign Ministers Jan Novak of Poland and ...")."""
        shared = shared_title(self.tree, first)
        office = self.resolve(self.tree.part(*shared).text) if shared is not None else None
        if shared is not None and office is not None:
            self.sharing.setdefault(shared[1], []).append(first)
        land = land_of(self.tree, last) or party_land(self.tree, last)
        return Resolution(
            country=land or (office.country if office is not None else None),
            sector=office.sector if office is not None else None,
        )

    def _told(self, text: str) -> Resolution | None:
        """What the tables say of a name; nothing where the report's own bearer is another."""
        return None if text.lower() in self._strangers else self.resolve(text)

    def _is_person(self, text: str) -> bool:
        """Whether somebody whom the report named before is called so."""
        known = self._forms.get(text.lower())
        return known is not None and self.members[known].label == "PERSON"

    def _is_body(self, text: str, own: Resolution | None) -> bool:
        """Whether a name that the tagger took for a person's is a body's by the tables ("Tasnim"),
        and nobody in the report is called so."""
        if self._is_person(text):
            return False
        body = own is not None and own.kind in ("organisation", "group")
        return body and own is not None and own.sure and own.name is not None

    def _half(self, text: str) -> Resolution | None:
        """ "the South", where the report has named the state that its other half is."""
        state, other = halves().get(text, ("", ""))
        if not other:
            return None
        together = (code for word in self.tree.words for code in states_of().get(word, ()))
        named = {fact.country for member in self.members for fact in member.facts} | set(together)
        return self.resolve(country(state).name) if other in named else None

    def _member(self, text: str, label: str, own: Resolution | None) -> int:
        """Whose name it is: the number of a known member or of a new one."""
        words = text.lower().split()
        known = self._forms.get(text.lower())
        if known is None and label == "PERSON" and len(words) > 1:
            short = self._forms.get(words[-1])
            if short is not None and _may_be(self.members[short], words[0]):
                known = short
        if known is not None and not _clash(self.members[known], label, own):
            member = self.members[known]
            if len(text) > len(member.name) and member.label == "PERSON":
                member.name = text
        else:
            known = len(self.members)
            name = proper(text) if own is None or own.name is None else text
            self.members.append(Member(label=label, name=name, facts=[], words=set(), nouns=[]))
        self._forms.setdefault(text.lower(), known)
        if label == "PERSON" and len(words) > 1:
            self._forms.setdefault(words[-1], known)
            self._forms.setdefault(words[0], known)
        return known

    def _alias(self, last: int, number: int) -> None:
        """ "(KCNA)" after a name is a short form of it."""
        words, after = self.tree.words, last + 1
        if after + 2 < len(words) and words[after] == "(" and words[after + 2] == ")":
            alias = words[after + 1]
            if alias.isupper() and len(alias) > 1:
                self._forms.setdefault(alias.lower(), number)


def _may_be(member: Member, given: str) -> bool:
    """Whether somebody of whom only the surname was told may be called so as well."""
    if " " in member.name:
        return False
    full = next((fact.name for fact in member.facts if fact.name and " " in fact.name), None)
    return full is None or given in full.lower().split()


def _clash(member: Member, label: str, own: Resolution | None) -> bool:
    """A state is not the person who bears its name ("Jordan", "Chad")."""
    if member.label == label:
        return False
    return own is not None and own.kind in ("state", "place")


def _entity_of_member(member: Member) -> Entity:
    """What the facts say together: of each kind the first that is known."""

    def first(field: str) -> str | None:
        values = (getattr(fact, field) for fact in member.facts)
        return next((value for value in values if value is not None), None)

    found = Resolution(
        name=first("name"),
        kind=first("kind"),
        country=first("country"),
        sector=first("sector"),
        role=first("role"),
        id=first("id"),
    )
    return entity_of(found, "", (0, 0), KINDS.get(member.label), named=member.name)


def entity_of(
    found: Resolution | None,
    text: str,
    span: tuple[int, int],
    kind: Kind | None,
    *,
    named: str | None,
) -> Entity:
    """A resolution as an entity of the record; what could not be resolved stays None."""
    if found is None:
        return Entity(text=text, span=span, name=named, kind=kind)
    name = found.name
    if name is None or (kind == "person" and named is not None and len(named) > len(name)):
        name = named
    known = found.kind or kind
    return Entity(
        text=text,
        span=span,
        name=name,
        kind=cast("Kind | None", known),
        country=found.country,
        sector=found.sector,
        role=found.role,
        id=found.id,
    )
