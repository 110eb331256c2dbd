"""Who sets a time for something wants it done: "The minister gave the gunmen until Thursday to hand
in their rifles", "Chad gave the envoy a week to leave".
"""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.codes.steering import having
from onrecord.reading.frames import subject
from onrecord.reading.status.ahead import is_set_time
from onrecord.reading.tree import Tree
from onrecord.reading.voices.citing import Attribution
from onrecord.reading.voices.naming import clean, named


def by_deadline(tree: Tree) -> Iterator[Attribution]:
    """An attribution for each deed that somebody sets a time for, by the verb that sets it."""
    for place, tag in enumerate(tree.tags):
        if tag != "VB" or not is_set_time(tree, place):
            continue
        verb = next(p for p in tree.ancestors(place) if tree.upos[p] == "VERB")
        if tree.lemmas[verb].lower() not in having("setting"):
            continue  # who has a week to leave sets none
        passive = tree.is_passive(verb)
        source = tree.child(verb, "obl:agent") if passive else subject(tree, verb)
        yield Attribution(
            cue=(verb, verb),
            cue_head=verb,
            stance="wishes",
            entry=None,
            source_head=source,
            source=() if source is None else (named(tree, source),),
            content=clean(tree, set(tree.descendants(place))),
            form="to",
        )
