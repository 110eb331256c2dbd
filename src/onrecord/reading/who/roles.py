"""Who: the language model's word on who takes part, laid over what frame and tree say.

The model gives each word of the sentence a share as actor and as recipient of a happening. A
word that it is sure of is taken in though the frame has no place for it, or the lexicon of
actors does not know it ("the freighter"); one that it rules out is left out.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from onrecord.reading.tree import Tree
from onrecord.reading.who.borrowed import unborrowed
from onrecord.reading.who.grammar import MOVES, corrected, without_wanted
from onrecord.reading.who.hopes import NOMINAL, hoped
from onrecord.reading.who.participants import Who
from onrecord.reading.who.scenery import is_scene
from onrecord.reading.who.toll import victims
from onrecord.record import Entity

SURE = 0.9
"""From this share on a word is taken in (fitted on development parts)."""
HOPEFUL = 0.3
"""From this share on the likeliest word is taken in where no word is."""
LIKELY = 0.5
"""From this share on a word is taken in where there are no actors: likelier than not."""
WEAK = 0.2
"""Below this share an entity of the frame gives way to one that the model is sure of."""
RULED_OUT = 0.02
"""Below this share an entity that only the frame gives is left out even so."""
FORCES = frozenset(("MIL", "COP", "SPY", None))
POSSESSIVES = frozenset(("its", "their", "his", "her", "our"))

TITLES = ("nmod:desc", "appos", "flat", "compound")
LEANING = frozenset(("amod", "conj", "compound", "flat", "nmod:poss"))

Parties = tuple[list[Entity], list[Entity]]
Row = Sequence[float]  # a share a word of the sentence


def weighed_parties(
    tree: Tree,
    who: Who,
    place: int,
    parties: Parties,
    speaker: list[Entity],
    *,
    category: str = "",
    mode: str | None = None,
    mutual: bool = False,
) -> Parties:
    """Actors and recipients of the happening at ``place`` after the model's word.

    mutual: all that take part act, and nobody receives.
    """
    if tree.scores.role is not None:
        parties = _modelled(tree, who, place, parties, speaker, mutual=mutual)
    actors, recipients = corrected(tree, place, *parties, category=category, mutual=mutual)
    acting = {entity.name or entity.text for entity in actors}
    # who was taken for an actor and is none ("Peru condemned the raid") suffers nothing either
    barred = acting | {entity.name or entity.text for entity in parties[0]}
    # what they do to each other they all do, and nobody is his own recipient
    recipients = [e for e in recipients if (e.name or e.text) not in acting]
    # nor is what his title holds: "the ambassador to Chad Jan Novak"
    recipients = [e for e in recipients if not any(_within(e, actor) for actor in actors)]
    if not (recipients or mutual) and tree.scores.role is not None:
        recipients = _distinct(
            entity
            for entity in hoped(tree, who, place, speaker, event=category, mode=mode, barred=barred)
            if not any(_within(entity, actor) for actor in actors)
        )
    if category == "ASSAULT" and not (recipients or mutual):
        recipients = _distinct(victims(tree, who, place, speaker))
    if category == "REQUEST":
        recipients = without_wanted(tree, place, recipients)
    recipients = [e for e in recipients if not (category in MOVES and _is_own(e, actors))]
    return unborrowed(tree, who.cast, who.setting, actors, recipients), recipients


def _modelled(
    tree: Tree,
    who: Who,
    place: int,
    parties: Parties,
    speaker: list[Entity],
    *,
    mutual: bool,
) -> Parties:
    """Both sides with those whom the model is sure of, and without those whom it rules out."""
    first, last = tree.sentence(place)
    shares = tree.scores.roles(place, first, last).tolist()
    free = [word for word in range(first, last) if word != place and tree.upos[word] in NOMINAL]
    if not mutual:
        parties = _turned(tree, parties, shares, first)
    sides = []
    for role, side in enumerate(parties):
        row, other = shares[role], shares[1 - role]
        likely = [w for w in free if LIKELY <= row[w - first] >= other[w - first]]
        sure = [word for word in likely if row[word - first] >= SURE]
        # of "called Kiev, Tbilisi and Baku" none is left out, if it is likely at all
        sure = [word for word in likely if word in sure or _is_joined(tree, word, sure)]
        found = [e for word in sure for e in _anybody(tree, who, side, word, speaker)]
        if mutual:
            # a partner may stand as object or after "with"
            row = [max(both) for both in zip(*shares, strict=True)]
        least = WEAK if found or any(_covers(tree, side, word) for word in sure) else RULED_OUT
        kept = [e for e in side if _share(tree, e, row, first) >= least]
        if role == 0 and not (kept or found):
            found = [
                entity
                for word in likely or _likeliest(tree, free, row, other, first)
                for entity in _anybody(tree, who, side, word, speaker)
                if not is_scene(tree, word, entity)
            ]
        sides.append(_distinct([*kept, *found]))
    return sides[0], sides[1]


def _likeliest(tree: Tree, free: Sequence[int], row: Row, other: Row, first: int) -> list[int]:
    """The likeliest word and what is joined to it, where there is hope for them."""
    hopeful = [w for w in free if HOPEFUL <= row[w - first] >= other[w - first]]
    if not hopeful:
        return []
    best = max(hopeful, key=lambda word: row[word - first])
    return [word for word in hopeful if word == best or _is_joined(tree, word, (best,))]


def _is_joined(tree: Tree, word: int, others: Sequence[int]) -> bool:
    """Whether a word is joined to one of the others by a comma or "and"."""
    top = tree.heads[word] if tree.deps[word] == "conj" else word
    return any(o == top or (tree.deps[o] == "conj" and tree.heads[o] == top) for o in others)


def _within(entity: Entity, other: Entity) -> bool:
    """Whether an entity's words are some of another's."""
    (start, end), (first, last) = entity.span, other.span
    return first <= start and end <= last and end - start < last - first


def _is_own(entity: Entity, actors: Sequence[Entity]) -> bool:
    """Whether it is the actor's own forces that are moved: "pulled its border guards back"."""
    if entity.sector not in FORCES or entity.text.split(" ")[0].lower() not in POSSESSIVES:
        return False
    return any(entity.country == actor.country for actor in actors)


def _turned(tree: Tree, parties: Parties, shares: Sequence[Row], first: int) -> Parties:
    """Both sides, with whoever is likely to stand on the other one there: in "ministers are under
    investigation" the subject is who it is done to."""
    sides: Parties = ([], [])
    for role, side in enumerate(parties):
        for entity in side:
            own, other = (
                _share(tree, entity, row, first) for row in (shares[role], shares[1 - role])
            )
            wrong = own < LIKELY <= other < 1.0
            sides[1 - role if wrong else role].append(entity)
    return sides


def _anybody(
    tree: Tree, who: Who, side: Sequence[Entity], word: int, speaker: list[Entity]
) -> list[Entity]:
    """Whom a word means that no entity of the side covers."""
    return [] if _covers(tree, side, word) else who.anybody(word, speaker)


def _share(tree: Tree, entity: Entity, row: Row, first: int) -> float:
    """The best share of an entity's words; one from another sentence stands unjudged."""
    last = first + len(row)
    begin, end = entity.span
    inside = set(
        range(
            bisect_right(tree.ends, begin, first, last), bisect_left(tree.begins, end, first, last)
        )
    )
    # "French and German ministers" are two, and stand in the text as their adjectives; of "leader
    # Vladimir Putin" the model may mean the leader
    for word in tuple(inside):
        inside.update(tree.having(word, *TITLES))
        while tree.deps[word] in LEANING and first <= tree.heads[word] < last:
            word = tree.heads[word]
            inside.add(word)
    return max((row[w - first] for w in inside if first <= w < last), default=1.0)


def _covers(tree: Tree, side: Sequence[Entity], word: int) -> bool:
    """Whether an entity of the side stands at the word, or at what the word is a title of."""
    places = [word, tree.heads[word]] if tree.deps[word] in TITLES else [word]
    return any(e.span[0] <= tree.begins[p] < e.span[1] for e in side for p in places)


def _distinct(side: Iterable[Entity]) -> list[Entity]:
    """In text order, each name once: of a name and the pronoun for it, the one that came first."""
    found: dict[str, Entity] = {}
    for entity in side:
        found.setdefault((entity.name or entity.text).casefold(), entity)
    return sorted(found.values(), key=lambda entity: entity.span)
