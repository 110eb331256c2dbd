"""Several behind one noun: "Thai and Cambodian soldiers", "the presidents of Peru and Chile",
"their armies" of two states, "the three Baltic states", "four powers, Peru, Chile, ...".

A plural that several states share is one entity for each, with the noun's own sector.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from msgspec.structs import replace

from onrecord.codes.actors import Resolution
from onrecord.codes.countries import country
from onrecord.codes.events import classes_of
from onrecord.reading.tree import Tree
from onrecord.reading.who.cast import entity_of
from onrecord.reading.who.partners import count
from onrecord.reading.who.referring import referring, states_of
from onrecord.reading.who.salience import PLURAL
from onrecord.reading.who.wording import nominal
from onrecord.record import Entity, Part

_OFFICIAL = frozenset(("GOV", "MIL", "COP", "SPY"))  # of whom each state has its own
_ORIGIN = frozenset(("ADJ", "PROPN"))
Resolve = Callable[[str], Resolution | None]
Entities = Callable[[int], list[Entity]]


def listed(tree: Tree, head: int, entities: Entities) -> list[Entity]:
    """The names that a plural noun is followed by: "four powers, Peru, Chile and ..."."""
    if tree.tags[head] not in PLURAL:
        return []
    for child in tree.having(head, "appos"):
        if tree.upos[child] == "PROPN" and tree.child(child, "conj") is not None:
            found = entities(child)
            return found if len(found) > 1 else []
    return []


def members(tree: Tree, head: int) -> list[Entity]:
    """Those that one word stands for ("both Koreas"), whatever the tagger takes it for."""
    codes = states_of().get(tree.words[head], ())
    return [_state(code, nominal(tree, head)) for code in codes if tree.tags[head] in PLURAL]


def shared(tree: Tree, head: int, part: Part, resolve: Resolve, entities: Entities) -> list[Entity]:
    """One entity for each of those that share the plural noun at ``head``; empty where it has
    one owner or none."""
    if tree.tags[head] not in PLURAL:
        return []
    return _by_origin(tree, head, part, resolve) or _by_owner(tree, head, part, resolve, entities)


def of_both(
    tree: Tree, head: int, part: Part, told: Sequence[tuple[int, str]], resolve: Resolve
) -> list[Entity]:
    """ "the two ministers", "both coastguards": one for each of the two countries that the report
    has spoken of most, where no third comes near. told: the country of each naming, in order."""
    if count(tree, head) != 2 or not (_is_office(tree, head, resolve) or _is_state(tree, head)):
        return []
    before = Counter(code for place, code in told if place < head).most_common(3)
    if len(before) < 2 or (len(before) > 2 and before[2][1] == before[1][1]):
        return []
    return [_of_state(tree, head, code, part, resolve) for code, _ in before[:2]]


def _is_office(tree: Tree, head: int, resolve: Resolve) -> bool:
    """Whether each state has its own of what a noun names: "the two ministers", "both leaders"."""
    noun = resolve(_noun(tree, head))
    if noun is None:
        return False
    pair = (tree.lemmas[head].lower(), "pair") in referring()
    return noun.sector in _OFFICIAL or (pair and noun.sector is None)


def _is_state(tree: Tree, head: int) -> bool:
    """Whether a noun stands for states: "the two countries"."""
    kinds = referring().get((tree.lemmas[head].lower(), "pair"), frozenset())
    return kinds == frozenset(("state",))


def origin(tree: Tree, head: int, resolve: Resolve) -> str | None:
    """The country that an adjective before a noun gives it ("a Chinese tug"), if just one."""
    adjectives = _adjectives(tree, head)
    if any(tree.lemmas[place - 1].lower() == "ethnic" for place in adjectives):
        return None  # of a people, wherever they live
    found = {resolve(_whole(tree, place)) or resolve(tree.words[place]) for place in adjectives}
    codes = {known.country for known in found if known is not None and known.country}
    return codes.pop() if len(codes) == 1 else None


def _whole(tree: Tree, place: int) -> str:
    """An adjective of origin with the words that belong to it: "South African", "Boko Haram"."""
    first = last = place
    while first and tree.words[first - 1][0].isupper() and tree.upos[first - 1] in _ORIGIN:
        first -= 1
    while tree.deps[last + 1] == "flat" and tree.words[last + 1][0].isupper():
        last += 1
    return tree.part(first, last).text


def _adjectives(tree: Tree, head: int) -> list[int]:
    """Words with a capital that stand before a noun as adjectives, joined ones too."""
    leading = (c for c in tree.having(head, "amod", "compound") if tree.upos[c] != "NOUN")
    joined = sorted({place for child in leading for place in tree.conjuncts(child)})
    return [place for place in joined if tree.words[place][0].isupper() and place < head]


def _by_origin(tree: Tree, head: int, part: Part, resolve: Resolve) -> list[Entity]:
    origins = _adjectives(tree, head)
    if len(origins) == 1:
        codes = states_of().get(tree.words[origins[0]], ())
        if "place" in classes_of(tree.lemmas[head].lower()):
            return [_state(code, part) for code in codes]
        # "Baltic ministers" may be of one state; "the three Baltic ministers" are of each
        all_of_them = count(tree, head) == len(codes) > 0
        return [_of_state(tree, head, code, part, resolve) for code in codes if all_of_them]
    if len(origins) < 2 or any(tree.words[p + 1] not in (",", "and") for p in origins[:-1]):
        return []
    noun = _noun(tree, head)
    found = []
    for place in origins:
        word = tree.words[place]
        own, known = resolve(word), resolve(f"{word} {noun}")
        if own is None or (own.country is None and own.kind != "organisation"):
            return []
        words = tree.part(place, head if place + 1 == head else place)
        entity = entity_of(known or own, words.text, words.span, None, named=None)
        named = None if entity.kind == "organisation" else entity.name
        found.append(replace(entity, name=named or f"{word} {noun}", country=own.country))
    return found


def _by_owner(
    tree: Tree, head: int, part: Part, resolve: Resolve, entities: Entities
) -> list[Entity]:
    """ "the presidents of Peru and Chile", "the two states' envoys": one for each owner."""
    known = resolve(_noun(tree, head))
    if known is None or known.kind not in ("person", "group", "organisation"):
        return []
    places = list(tree.having(head, "nmod:poss"))
    if not places:
        places = [place for p, place in tree.obliques(head) if p == "of"][:1]
    owners = [entity for place in places for entity in entities(place)]
    codes = [entity.country for entity in owners if entity.country]
    if len(codes) < len(owners) or len(set(codes)) < 2:
        return []
    return [_of_state(tree, head, code, part, resolve) for code in dict.fromkeys(codes)]


def _of_state(tree: Tree, head: int, code: str, part: Part, resolve: Resolve) -> Entity:
    noun = _noun(tree, head)
    known = resolve(noun)
    if known is None or known.kind in ("state", "place", None):
        return _state(code, part)
    entity = entity_of(known, part.text, part.span, None, named=None)
    return replace(entity, name=f"{noun} of {country(code).name}", country=code)


def _noun(tree: Tree, head: int) -> str:
    """A noun with the small words joined to it: "commerce secretaries", "prime ministers"."""
    first = head
    while first and tree.heads[first - 1] == head and tree.words[first - 1].islower():
        if tree.deps[first - 1] not in ("compound", "amod"):
            break
        first -= 1
    return tree.part(first, head).text


def _state(code: str, part: Part) -> Entity:
    return Entity(
        text=part.text,
        span=part.span,
        name=country(code).name,
        kind="state",
        country=code,
        sector="GOV",
    )


def distinct(entities: list[Entity]) -> list[Entity]:
    """Each once: by its words and its name."""
    found: dict[tuple[tuple[int, int], str | None], Entity] = {}
    for entity in entities:
        found.setdefault((entity.span, entity.name), entity)
    return list(found.values())
