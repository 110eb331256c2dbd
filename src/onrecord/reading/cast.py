"""The cast of a report: everyone it names, in order, each with the fullest form of the name.

"Kim" is whom the report introduced as "North Korean leader Kim Jong Un"; "KCNA" is what
stood before it in brackets. What the report says of someone outranks the tables.
"""

from __future__ import annotations

from datetime import date

import msgspec

from onrecord.codes.actors import Resolution, resolve
from onrecord.reading.tree import Tree
from onrecord.record import Entity, Kind

KINDS: dict[str, Kind] = {"PERSON": "person", "ORG": "organisation", "PLACE": "place"}


class Mention(msgspec.Struct, frozen=True, kw_only=True):
    """A named member of the cast where it is named; first and last are the name's words."""

    first: int
    last: int
    head: int
    label: str
    entity: Entity


class Cast:
    """Named mentions by position, and the fullest mention behind each short form."""

    def __init__(self, tree: Tree, published: date | None) -> None:
        self.tree = tree
        self.published = published
        self.mentions: list[Mention] = []
        self.at: dict[int, Mention] = {}
        self._full: dict[str, Mention] = {}
        for span in tree.doc.ents:
            self._add(span.start, span.end - 1, span.label_)

    def _add(self, first: int, last: int, label: str) -> None:
        head = _head(self.tree, first, last)
        entity = self._entity(first, last, head, label)
        mention = Mention(first=first, last=last, head=head, label=label, entity=entity)
        self.mentions.append(mention)
        for place in range(first, last + 1):
            self.at[place] = mention
        self._remember(mention)

    def _entity(self, first: int, last: int, head: int, label: str) -> Entity:
        part = self.tree.part(first, last)
        known = self._full.get(part.text.lower())
        if known is not None and known.label == label:
            entity = known.entity
            return msgspec.structs.replace(entity, text=part.text, span=part.span, role=None)
        left, right = self.tree.phrase(head) if head is not None else (first, last)
        phrase = self.tree.part(min(left, first), max(right, last)).text
        found = resolve(phrase, published=self.published)
        if label != "PERSON" or found is None or found.kind != "person":
            found = resolve(part.text, published=self.published) or found
        return entity_of(found, part.text, part.span, KINDS.get(label), named=part.text)

    def _remember(self, mention: Mention) -> None:
        words = self.tree.words[mention.first : mention.last + 1]
        forms = [mention.entity.text.lower()]
        if mention.label == "PERSON" and len(words) > 1:
            forms.extend((words[-1].lower(), words[0].lower()))
        for form in forms:
            self._full.setdefault(form, mention)
        alias = self._bracketed(mention)
        if alias is not None:
            self._full.setdefault(alias.lower(), mention)

    def _bracketed(self, mention: Mention) -> str | None:
        """ "(KCNA)" after a name is a short form of it."""
        words, after = self.tree.words, mention.last + 1
        if after + 2 < len(words) and words[after] == "(" and words[after + 2] == ")":
            alias = words[after + 1]
            return alias if alias.isupper() and len(alias) > 1 else None
        return None

    def full(self, text: str) -> Mention | None:
        """The first, fullest mention that a short form stands for."""
        return self._full.get(text.lower())


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
    return Entity(
        text=text,
        span=span,
        name=name,
        kind=found.kind or kind,
        country=found.country,
        sector=found.sector,
        role=found.role,
        id=found.id,
    )


def _head(tree: Tree, first: int, last: int) -> int:
    for place in range(first, last + 1):
        if not first <= tree.heads[place] <= last or tree.heads[place] == place:
            return place
    return last
