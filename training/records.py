"""The records corpus as units: which words name happenings, what they are, who takes part.

A happening's word is the head of its trigger in the tree that our own parser gives (of a light
verb and its noun, the noun, as in the reading); the other words of a trigger are left open. An
entity's word is the head of its nearest occurrence.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from bench.gold import Gold, occurrences, trigger_span
from training.corpus.notation import Passage, passages
from training.labels import CODES, CONTEXTS, EVENTS, MODES, ROLES, STATUSES
from training.units import NONE, Pair, Unit

if TYPE_CHECKING:
    from spacy.language import Language

    from onrecord.reading.tree import Tree

LIGHT = frozenset(("VERB", "AUX"))


def record_units(paths: Sequence[Path], nlp: Language) -> list[Unit]:
    """One unit a passage."""
    return [record_unit(item, nlp) for path in paths for item in passages(path)]


def record_unit(item: Passage, nlp: Language) -> Unit:
    """A passage's words with its happenings, their roles and marked pairs."""
    from onrecord.language.pipeline import words_of
    from onrecord.reading.tree import Tree

    doc = nlp(item.text)
    given = words_of(doc)
    tree = Tree(doc, item.text)
    place_of = {}  # tree position -> word of the unit, white space left out
    for place, tag in enumerate(tree.upos):
        if tag != "SPACE":
            place_of[place] = len(place_of)
    count = len(place_of)
    labels = {
        name: [NONE] * count for name in ("modes", "contexts", "status")
    } | {"events": [0] * count}
    unit = Unit(words=list(given.words), gaps=list(given.gaps), labels=labels)
    for gold, contexts in zip(item.records, item.contexts, strict=True):
        words = _words(tree, trigger_span(item.text, gold))
        if not words or gold.event == "STATEMENT":
            continue
        head = _head(tree, words)
        if gold.optional or gold.event not in EVENTS:
            for word in words:
                labels["events"][place_of[word]] = NONE
            continue
        for word in words:
            if labels["events"][place_of[word]] == 0:
                labels["events"][place_of[word]] = NONE
        at = place_of[head]
        labels["events"][at] = EVENTS.index(gold.event)
        labels["modes"][at] = MODES.index(gold.mode or "-")
        labels["status"][at] = STATUSES.index(gold.status)
        if contexts:
            labels["contexts"][at] = sum(1 << CONTEXTS.index(name) for name in set(contexts))
        _participants(unit, tree, gold, at, place_of)
    unit.pairs.extend(_unrelated(unit))
    return unit


def _participants(unit: Unit, tree: Tree, gold: Gold, at: int, place_of: dict[int, int]) -> None:
    """Roles of one record, and its actors and recipients as a marked pair."""
    begin, _ = trigger_span(tree.text, gold)
    unit.asked.append(at)
    marked: list[tuple[int, ...]] = []
    for role, entities in zip(ROLES, (gold.actors, gold.recipients), strict=True):
        words: list[int] = []
        for entity in entities:
            found = occurrences(tree.text, entity.text)
            nearest = min(found, key=lambda span: abs(span[0] - begin))
            inside = _words(tree, nearest)
            if inside:
                unit.roles.append((at, place_of[_head(tree, inside)], ROLES.index(role)))
                words.extend(place_of[word] for word in inside)
        marked.append(tuple(dict.fromkeys(words)))
    codes = (CODES.index(gold.event), *(CODES.index(e) for e in gold.alternatives if e in CODES))
    actors, recipients = marked
    if actors and not recipients and len(gold.actors) > 1:  # both sides of a meeting, a pact
        half = unit.roles[-len(gold.actors) :]
        if len(half) > 1:
            actors, recipients = (half[0][1],), tuple(word for _, word, _ in half[1:])
    if actors and recipients:
        unit.pairs.append(Pair(actors, recipients, codes))


def _unrelated(unit: Unit) -> list[Pair]:
    """Pairs that no record joins: the actor of one and the recipient of another."""
    joined = {(pair.actor, pair.recipient) for pair in unit.pairs}
    actors = [pair.actor for pair in unit.pairs]
    recipients = [pair.recipient for pair in unit.pairs]
    found = []
    for actor in actors:
        for recipient in recipients:
            apart = not set(actor) & set(recipient)
            if apart and not any(
                set(actor) & set(a) | set(recipient) & set(r) and {actor, recipient} & {a, r}
                and set(actor) & set(a) and set(recipient) & set(r)
                for a, r in joined
            ) and (actor, recipient) not in joined:
                found.append(Pair(actor, recipient, (CODES.index("none"),)))
                joined.add((actor, recipient))
    return found[:1]


def _words(tree: Tree, span: tuple[int, int]) -> list[int]:
    return [
        place
        for place in range(len(tree))
        if tree.begins[place] < span[1] and span[0] < tree.ends[place] and tree.upos[place] != "SPACE"
    ]


def _head(tree: Tree, words: Sequence[int]) -> int:
    """The word that the others hang on; the noun of a light verb with its noun."""
    from onrecord.reading.frames import light_verb

    inside = set(words)
    top = next((word for word in words if tree.heads[word] not in inside), words[0])
    top = next((w for w in words if tree.heads[w] == w), top)
    if tree.upos[top] in LIGHT:
        for word in reversed(words):
            if tree.upos[word] == "NOUN" and light_verb(tree, word) == top:
                return word
    return top
