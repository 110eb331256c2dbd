"""Every place that a text names, whether or not anything happens there.

The language model's places come first. Around them stands what the tables know: peoples and what
is of a country ("Kenyan"), countries and large regions that the model passed over, names that the
report has called a place elsewhere, and the place in an organisation's name ("Leeds City Council",
"Bank of Ghana"). A name of a small town is taken on no other ground: every surname is one.
These are names only. Where something happens is told by ``scenes``, which never asks here.
"""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.codes.actors import resolve as actor
from onrecord.codes.gazetteer import GeoName, lookup
from onrecord.reading.tree import Tree
from onrecord.reading.where.places import Toponym, locate
from onrecord.reading.where.toponyms import is_common, is_compass, is_people, is_road
from onrecord.reading.who.cast import Cast
from onrecord.reading.who.origins import spoken_of
from onrecord.record import Span

_LONGEST = 4
_LARGE_TOWN = 100_000
_LARGE_REGION = 500_000
_SHORT = 3  # capitals up to here are an abbreviation: "PA", "NIU"
_LEADS = frozenset(("in", "at", "near", "from", "outside", "around"))
_COUNTIES = frozenset(("county", "parish"))
_KINDS = frozenset(("person", "organisation", "group"))

Words = tuple[int, int]  # first and last word of a name


def named(tree: Tree, cast: Cast) -> list[Toponym]:
    """The places that a text names, resolved together, in the order of their words."""
    spans = sorted(_span(tree, first, last) for first, last in _names(tree, cast))
    names = [(tree.text[start:end], (start, end)) for start, end in spans]
    return locate(names, tree.text, spoken_of(tree, cast)) if names else []


def _names(tree: Tree, cast: Cast) -> Iterator[Words]:
    said: set[str] = set()
    taken: set[int] = set()
    ents = [(span.start, span.end - 1, span.label_) for span in tree.doc.ents]
    kinds = {(m.first, m.last): m.entity.kind for m in cast.mentions if m.label != "PLACE"}
    places = [(m.first, m.last) for m in cast.mentions if m.label == "PLACE"]
    for first, last, label in ents:  # a report's person may share its name with a place
        if label == "PLACE" and (
            kinds.get((first, last)) not in _KINDS or lookup(_text(tree, first, last))
        ):
            places.append((first, last))
    for first, last in places:
        words = _numbered(tree, first, last)
        if _is_name(tree, *words) and taken.isdisjoint(range(words[0], words[1] + 1)):
            said.add(_text(tree, *words))
            taken.update(range(words[0], words[1] + 1))
            yield words
    for first, last, label in ents:
        if taken.isdisjoint(range(first, last + 1)):
            inside = _inside(tree, first, last, label, said) if label != "PLACE" else None
            taken.update(range(first, last + 1))
            if inside:
                yield inside
    yield from _passed_over(tree, taken, said)


def _numbered(tree: Tree, first: int, last: int) -> Words:
    """A road with its number, which the model leaves out: "Route 9"."""
    after = tree.words[last + 1] if last + 1 < len(tree.words) else ""
    return first, last + (after.isdecimal() and is_road(_text(tree, first, last)))


def _text(tree: Tree, first: int, last: int) -> str:
    return tree.part(first, last).text


def _is_name(tree: Tree, first: int, last: int) -> bool:
    """Whether the words are a name: "City Hall", "State" and "the provincial hall" are none."""
    name = _text(tree, first, last)
    if not any(word[:1].isupper() for word in tree.words[first : last + 1]):
        return False
    if is_compass(name):
        return False
    return not is_common(name) or is_people(name) or _large(lookup(name))


def _large(readings: list[GeoName]) -> bool:
    """A country, or a region of some size: known by its name alone."""
    return any(
        r.precision == "country" or (r.precision == "region" and r.population > _LARGE_REGION)
        for r in readings
    )


def _inside(tree: Tree, first: int, last: int, label: str, said: set[str]) -> Words | None:
    """The place in the name of something else: an organisation's at its head or after "of"."""
    for start, end in _parts(tree, first, last, label):
        name = _text(tree, start, end)
        own = actor(name)
        if not name[:1].isupper() or is_common(name) or (own and own.kind in _KINDS):
            continue
        readings = [] if _is_code(name) else lookup(name)
        large_town = bool(readings) and readings[0].population > _LARGE_TOWN
        if label != "ORG":
            if _led(tree, start) and (large_town or name in said):
                return start, end
            continue
        county = bool(readings) and tree.words[end].lower() in _COUNTIES
        if name in said or county or large_town or is_people(name) or _large(readings):
            return start, end
    return None


def _parts(tree: Tree, first: int, last: int, label: str) -> Iterator[Words]:
    """Where a place's name may stand in another name, the longest first."""
    if label != "ORG":
        yield first, last
        return
    for start in range(first, last + 1):
        if start == first or tree.words[start - 1].lower() == "of":
            for end in range(min(last, start + _LONGEST - 1), start - 1, -1):
                yield start, end


def _is_code(name: str) -> bool:
    return name.isupper() and len(name) <= _SHORT


def _led(tree: Tree, start: int) -> bool:
    return start > 0 and tree.words[start - 1].lower() in _LEADS


def _passed_over(tree: Tree, taken: set[int], said: set[str]) -> Iterator[Words]:
    """Names in no name: peoples, countries and large regions, and what was called a place."""
    at = 0
    while at < len(tree.words):
        size = _size(tree, at, taken, said)
        if size:
            yield at, at + size - 1
        at += size or 1


def _size(tree: Tree, at: int, taken: set[int], said: set[str]) -> int:
    """How many words from ``at`` on name a place that the model passed over."""
    if at in taken or not tree.words[at][:1].isupper():
        return 0
    for size in range(min(_LONGEST, len(tree.words) - at), 0, -1):
        end = at + size
        if any(place in taken for place in range(at, end)):
            continue
        if not tree.words[end - 1][:1].isupper() or tree.words[at].lower() == "the":
            continue
        name = _text(tree, at, end - 1)
        proper = tree.upos[at] == "PROPN" or size > 1
        if is_people(name) and (proper or tree.upos[at] in ("ADJ", "NOUN")):
            return size
        if is_common(name) or _is_code(name):
            continue
        if name in said and (proper or tree.upos[at] == "ADJ"):
            return size
        if proper and _large(lookup(name)):
            return size
    return 0


def _span(tree: Tree, first: int, last: int) -> Span:
    """The name's span, with the full stop that belongs to it: "W.Va." and not "W.Va"."""
    start, end = tree.span(first, last)
    dotted = "." in tree.text[start : end - 1] and tree.text[start:end].replace(".", "").isalpha()
    return start, end + (dotted and tree.text[end : end + 1] == ".")
