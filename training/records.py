"""The records corpus as units: which words name happenings, what they are, who takes part.

A happening's word is the head of its trigger in the tree that our own parser gives (of a light
verb and its noun, the noun, as in the reading); the other words of a trigger are left open. An
entity's word is the head of its nearest occurrence.

Of the voices only the outermost is told to the voice heads, which know no nesting: its source,
its cue, and that the trigger stands in its content. What the report itself vouches for stands in
no content, where the category is one of deeds (an accusation may well be a cue).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import permutations
from pathlib import Path
from typing import TYPE_CHECKING

from bench.gold import Gold, occurrences, trigger_span
from training.corpus import standoff
from training.corpus.notation import Passage, passages
from training.labels import CODES, CONTEXTS, EVENTS, MODES, ROLES, STATUSES, VOICES
from training.units import NONE, Pair, Unit

if TYPE_CHECKING:
    from spacy.language import Language

    from onrecord.reading.tree import Tree

LIGHT = frozenset(("VERB", "AUX"))
DEEDS = frozenset((
    "CONSULT", "COOPERATE", "AID", "RETREAT", "PROTEST",
    "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
))  # fmt: skip


def record_units(paths: Sequence[Path], nlp: Language, *, optional: bool = False) -> list[Unit]:
    """One unit a passage, of files in the notation and of those without words (standoff.py).

    optional: whether records that may be made or not are learned; else their words are left open.
    """
    return [record_unit(item, nlp, optional=optional) for path in paths for item in _passages(path)]


def _passages(path: Path) -> Iterator[Passage]:
    return standoff.passages(path) if path.suffix == ".jsonl" else passages(path)


def record_unit(item: Passage, nlp: Language, *, optional: bool = False) -> Unit:
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
        name: [NONE] * count for name in ("modes", "contexts", "status", "negated", "voices")
    } | {"events": [0] * count, "statement": [0] * count}
    unit = Unit(words=list(given.words), gaps=list(given.gaps), labels=labels, links=[NONE] * count)
    for gold, contexts in zip(item.records, item.contexts, strict=True):
        words = _words(tree, trigger_span(item.text, gold))
        if not words:
            continue
        head, open_ = _head(tree, words), gold.optional and not optional
        _voice(unit, tree, gold, words, place_of)
        if gold.event == "STATEMENT":
            labels["statement"][place_of[head]] = NONE if open_ else 1
            continue
        if open_ or gold.event not in EVENTS:
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
        labels["negated"][at] = int(gold.negated)
        if contexts:
            labels["contexts"][at] = sum(1 << CONTEXTS.index(name) for name in set(contexts))
        _participants(unit, tree, gold, words[0], place_of, at)
    unit.pairs.extend(_unrelated(unit))
    return unit


def _voice(
    unit: Unit, tree: Tree, gold: Gold, trigger: Sequence[int], place_of: dict[int, int]
) -> None:
    """Labels of the outermost voice over a record, or that there is none."""
    tags, links = unit.labels["voices"], unit.links or []
    inside = [place_of[word] for word in trigger]
    if not gold.voices:
        sure = "attributed" not in gold.status_alternatives  # else readers differ on whose word
        if gold.status == "asserted" and sure and gold.event in DEEDS:
            for word in inside:
                tags[word] = VOICES.index("O")
        return
    outer = gold.voices[0]
    cue = [place_of[w] for w in _nearest(tree, outer.cue or "", trigger[0])]
    if not cue:
        return
    source = [place_of[w] for w in _nearest(tree, outer.text, trigger[0])]
    for words, role in ((inside, "content"), (source, "source"), (cue, "cue")):
        for number, word in enumerate(words):
            kind = "I" if number or role == "content" else "B"
            tags[word] = VOICES.index(f"{kind}-{role}")
            links[word] = NONE if role == "cue" else cue[0]


def _nearest(tree: Tree, words: str, place: int) -> list[int]:
    """The words' occurrence nearest to a place, as tree positions; none where they don't stand."""
    if not words:
        return []
    at = tree.begins[place]
    found = occurrences(tree.text, words)
    return _words(tree, min(found, key=lambda span: abs(span[0] - at))) if found else []


def _participants(
    unit: Unit, tree: Tree, gold: Gold, trigger: int, place_of: dict[int, int], at: int
) -> None:
    """Roles of one record, and its actors and recipients as a marked pair."""
    unit.asked.append(at)
    marked: list[tuple[int, ...]] = []
    for role, entities in zip(ROLES, (gold.actors, gold.recipients), strict=True):
        words: list[int] = []
        for entity in entities:
            inside = _nearest(tree, entity.text, trigger)
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
    """A pair that no record joins, if there is one: the actor of one, the recipient of another."""
    for one, other in permutations(unit.pairs, 2):
        apart = not set(one.actor) & set(other.recipient)
        joined = any(
            set(one.actor) & set(pair.actor) and set(other.recipient) & set(pair.recipient)
            for pair in unit.pairs
        )
        if apart and not joined:
            return [Pair(one.actor, other.recipient, (CODES.index("none"),))]
    return []


def _words(tree: Tree, span: tuple[int, int]) -> list[int]:
    return [
        place
        for place in range(len(tree))
        if tree.begins[place] < span[1]
        and span[0] < tree.ends[place]
        and tree.upos[place] != "SPACE"
    ]


def _head(tree: Tree, words: Sequence[int]) -> int:
    """The word that the others hang on; the noun of a light verb with its noun."""
    from onrecord.reading.light import light_verb

    inside = set(words)
    top = next((word for word in words if tree.heads[word] not in inside), words[0])
    top = next((w for w in words if tree.heads[w] == w), top)
    if tree.upos[top] in LIGHT:
        for word in reversed(words):
            if tree.upos[word] == "NOUN" and light_verb(tree, word) == top:
                return word
    return top


# -- the lexicon's own examples -----------------------------------------------------------


def lexicon_units(nlp: Language) -> list[Unit]:
    """The example sentence of each row of the event lexicon: its word names a happening with the
    row's codes, its actor and recipient are a marked pair. Other words are left open."""
    from onrecord.codes.tables import rows
    from onrecord.reading.tree import Tree

    table = [row for row in rows("events") if row["category"] in EVENTS and row["example"]]
    trees = [
        Tree(doc, row["example"])
        for row, doc in zip(table, nlp.pipe(row["example"] for row in table), strict=True)
    ]
    return [_example(row, tree) for row, tree in zip(table, trees, strict=True)]


def _example(row: dict[str, str], tree: Tree) -> Unit:
    count = len(tree)
    free = [NONE if tag in ("VERB", "NOUN", "ADJ", "AUX") else 0 for tag in tree.upos]
    labels = {name: [NONE] * count for name in ("modes", "contexts")} | {"events": free}
    gaps = [2, *(int(b < a) for b, a in zip(tree.ends, tree.begins[1:], strict=False))]
    unit = Unit(words=list(tree.words), gaps=gaps, labels=labels)
    words = row["lemma"].split()
    lemma = words[-1] if row["pos"] == "noun" else words[0]
    at = next((p for p, found in enumerate(tree.lemmas) if found.lower() == lemma), None)
    if at is None:
        return unit
    labels["events"][at] = EVENTS.index(row["category"])
    labels["modes"][at] = MODES.index(row["mode"] or "-")
    marked = []
    for role, cell in enumerate((row["actor"], row["recipient"])):
        spans = [occurrences(tree.text, text)[:1] for text in cell.split("|") if text]
        inside = [_words(tree, found[0]) for found in spans if found]
        unit.roles.extend((at, _head(tree, words), role) for words in inside if words)
        marked.append(tuple(word for words in inside for word in words))
    unit.asked.append(at)
    if all(marked) and not set(marked[0]) & set(marked[1]):
        unit.pairs.append(Pair(marked[0], marked[1], (CODES.index(row["category"]),)))
    return unit
