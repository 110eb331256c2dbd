"""GUM's attribution relations as voice tags: the open stand-in for PolNeAR.

GUM marks elementary discourse units; a unit in an `attribution` relation ("KCNA
said") cites the unit that it hangs on. Its subject's subtree is the source, the
rest of it the cue, the governing unit the content. Rougher than PolNeAR: only one
unit of a longer content is marked.
"""

from __future__ import annotations

import re
from pathlib import Path

from training.conllu import Document, Sentence, read_conllu
from training.labels import VOICES
from training.units import NONE, Unit

_RELATION = re.compile(r"Discourse=([a-z-]+):(\d+)->(\d+)")


def gum_attributions(path: Path) -> list[list[Unit]]:
    """Documents of sentences with voice tags and links; sentences without any are kept too."""
    return [_document(document) for document in read_conllu(path)]


def _document(document: Document) -> list[Unit]:
    return [
        _unit(sentence, first=sentence.new_paragraph or number == 0)
        for number, sentence in enumerate(document.sentences)
    ]


def _unit(sentence: Sentence, *, first: bool) -> Unit:
    count = len(sentence.words)
    labels, links = [0] * count, [NONE] * count
    units = _discourse_units(sentence)
    for relation, target, places in units.values():
        content = units.get(target)
        if not relation.startswith("attribution") or content is None:
            continue
        source = _subject(sentence, places)
        cue = [p for p in places if p not in source and sentence.upos[p] != "PUNCT"]
        if not cue:
            continue
        held = [p for p in content[2] if sentence.words[p] not in ",.;"]
        for role, members in (("source", sorted(source)), ("cue", cue), ("content", held)):
            for number, place in enumerate(members):
                kind = "I" if number and members[number - 1] == place - 1 else "B"
                labels[place] = VOICES.index(f"{kind}-{role}")
                links[place] = NONE if role == "cue" else cue[0]
    gaps = [2 if first else 1] + [int(space) for space in sentence.space_after[:-1]]
    return Unit(words=sentence.words, gaps=gaps, labels={"voices": labels}, links=links)


def _discourse_units(sentence: Sentence) -> dict[str, tuple[str, str, list[int]]]:
    units: dict[str, tuple[str, str, list[int]]] = {}
    current = None
    for place, misc in enumerate(sentence.misc):
        match = _RELATION.search(misc)
        if match:
            current = match[2]
            units[current] = (match[1], match[3], [])
        elif "Discourse=" in misc:
            current = None
        if current is not None:
            units[current][2].append(place)
    return units


def _subject(sentence: Sentence, places: list[int]) -> set[int]:
    heads = [p for p in places if sentence.deprels[p].startswith("nsubj")][:1]
    found = set(heads)
    grown = True
    while grown and found:
        more = {
            p for p in places if p not in found and sentence.heads[p] in found
            and sentence.deprels[p] != "punct"
        }  # fmt: skip
        grown = bool(more)
        found |= more
    return found
