"""Who goes on speaking: "“...,” it said." is the word of whoever was cited before.

A pronoun that closes a quotation or a told clause looks back to the last voice, not to those
whom the words themselves name.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from onrecord.reading.tree import Tree
from onrecord.reading.voices.citing import Attribution
from onrecord.reading.who.cast import Mention
from onrecord.reading.who.referring import fits, fits_label, pronouns, referring

REACH = 3  # paragraphs looked back
LOOKED_AT = 12  # voices looked back
GOES_ON = frozenset(("it", "he", "she", "they"))


def continued(
    tree: Tree, items: Iterable[Attribution], named: Mapping[int, Mention]
) -> dict[int, int]:
    """Pronouns that are sources of what stands before them -> the source that they go on from.

    items: the attributions of the report, in the order of their cues; named: the cast's mentions
    by place, which know a name's kind from wherever the report tells it.
    """
    found: dict[int, int] = {}
    told: list[tuple[int, int]] = []  # cue and source of each voice so far
    for item in items:
        head = item.source_head
        if head is None or not item.content or item.entry is None or not item.entry.reports:
            continue
        first = item.content[0][0]
        if tree.words[head].lower() in GOES_ON and first < item.cue[0]:
            before = (source for cue, source in reversed(told[-LOOKED_AT:]) if cue < first)
            last = next(before, None)
            if last is not None and _is_near(tree, last, first) and _fits(tree, head, last, named):
                found[head] = last
        if tree.upos[head] != "PRON":
            told.append((item.cue[0], head))
    return found


def _is_near(tree: Tree, source: int, place: int) -> bool:
    return tree.text[tree.begins[source] : tree.begins[place]].count("\n\n") < REACH


def _fits(tree: Tree, pronoun: int, source: int, named: Mapping[int, Mention]) -> bool:
    if source not in named:
        return stands_for(tree, pronoun, source)
    kinds = pronouns().get(tree.words[pronoun].lower(), ("", frozenset()))[1]
    return fits(named[source].entity, kinds)


def stands_for(tree: Tree, pronoun: int, noun: int) -> bool:
    """Whether a pronoun can stand for a noun or name."""
    word = tree.words[pronoun].lower()
    fits = pronouns().get(word, ("", frozenset()))[1]
    known = referring().get((tree.lemmas[noun].lower(), "role"))
    if known is not None and not fits & (known | {"any"}):
        return False
    return fits_label(word, tree.doc[noun].ent_type_)
