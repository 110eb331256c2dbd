"""Statements that are handed out whole: "The ministry issued the following statement:" and what
stands behind the colon is its word, with quotation marks or without.

Without them it goes on to the end of its paragraph; where a report begins with one and its text
stands on lines of their own, to the end of the report, as press releases and official agencies
print it, or to the next of them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping

import msgspec

from onrecord.codes.steering import having
from onrecord.reading.frames import subject
from onrecord.reading.tree import Tree
from onrecord.reading.voices.citing import Attribution
from onrecord.reading.voices.entries import entry_of
from onrecord.reading.voices.naming import QUOTES, clean, named
from onrecord.reading.voices.sources import is_received, sender

FOLLOWING = "following"
LEAD = 2  # lines in which a report begins
FARTHEST = 60  # words between the statement's noun and its colon


def with_statements(tree: Tree, known: Mapping[int, Attribution]) -> dict[int, Attribution]:
    """The attributions with those of such statements; a known one that has such a cue is widened.

    known: attributions by the head of their cue.
    """
    found = dict(known)
    for item in handed_out(tree):
        nearer = next(
            (k for k in known.values() if k.source and k.cue[0] <= item.cue[1] <= k.cue[1]), None
        )
        other = item if nearer is None else nearer
        found[other.cue_head] = msgspec.structs.replace(
            other,
            source_head=item.source_head,
            source=item.source,
            content=clean(tree, item.words | other.words),
        )
    return found


def handed_out(tree: Tree) -> Iterator[Attribution]:
    """Every attribution of that kind, by its noun, in their order."""
    for place, word in enumerate(tree.words):
        if word.lower() != FOLLOWING:
            continue
        alone = tree.words[place + 1 : place + 2] == [":"]  # "said the following:"
        if not alone and tree.deps[place] != "amod":
            continue
        noun = place if alone else tree.heads[place]
        verb = tree.heads[noun]
        entry, colon = entry_of(tree, verb if alone else noun), _colon(tree, noun)
        if entry is None or colon is None or tree.upos[verb] != "VERB":
            continue
        received = is_received(tree, noun)
        if not (alone or received or tree.lemmas[verb].lower() in having("giving")):
            continue
        passive = tree.is_passive(verb)
        source = tree.child(verb, "obl:agent", "obl") if passive else subject(tree, verb)
        source = sender(tree, noun) if received else source
        if source is None or not entry.reports:
            continue
        yield Attribution(
            cue=(verb, noun) if verb < noun else (noun, noun),
            cue_head=verb if verb < noun else noun,
            stance=entry.stance,
            entry=entry,
            source_head=source,
            source=(named(tree, source),),
            content=clean(tree, _behind(tree, colon)),
            form="sentence",
        )


def _colon(tree: Tree, noun: int) -> int | None:
    behind = range(noun + 1, min(noun + FARTHEST, len(tree) - 1))
    mark = next((p for p in behind if tree.words[p] in (":", ".", "?", "!")), None)
    return mark if mark is not None and tree.words[mark] == ":" else None


def _behind(tree: Tree, colon: int) -> range:
    """The words of the statement."""
    first = colon + 1
    while first < len(tree) - 1 and tree.upos[first] == "SPACE":
        first += 1
    if tree.words[first] in QUOTES:
        here = tree.begins[first]
        quote = next((q for q in tree.quotes if q.span[0] - 1 <= here < q.span[1]), None)
        return range(first, bisect_left(tree.begins, quote.span[1]) if quote else first)
    text = tree.text
    if "\n" not in text[tree.begins[colon] : tree.begins[first]]:
        end = text.find("\n", tree.begins[first])
    elif text.count("\n", 0, tree.begins[colon]) < LEAD:
        end = -1
    else:
        end = text.find("\n\n", tree.begins[first])
    stop = len(tree) if end < 0 else bisect_left(tree.begins, end)
    words = (p for p in range(first, stop) if tree.words[p].lower() == FOLLOWING)
    another = next((p for p in words if _colon(tree, p) is not None), None)
    return range(first, stop if another is None else tree.sentence(another)[0])
