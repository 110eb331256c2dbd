"""Names of people, organisations and places out of GUM's entity mentions.

GUM marks every mention ("the late president of Chile, who ..."); a name is only the
proper-name core of some of them. The core is the mention's head, a proper noun, with
what belongs to it by flat, compound and the like, in organisations and places also by
"of" or "for" ("University of Portsmouth"); where the head is a common noun the proper
nouns that stand flat to it ("captain Anna Berg"). Names do not nest: the longest wins.
A Wikipedia title alone makes no name ("the city", "the island of ...", "she" have one).

Still simple: bare titles of office are known by a short list, peoples ("Kenyans") by
their plural tag, and other prepositions than of and for ("Council on ...") end a name.

Mention brackets: https://wiki.gucorpling.org/gum/coreference ("Entity" in MISC).
"""

from __future__ import annotations

import re

from training.conllu import Document, Sentence

Name = tuple[int, int, str, bool]
"""Start token, end token (exclusive), PERSON | ORG | PLACE, whether it has a Wikipedia title."""

LABELS = {"person": "PERSON", "organization": "ORG", "place": "PLACE"}
LINKS = {"ana", "appos", "cata", "coref", "disc", "pred", "sgl"}
LINKING = {"of", "for"}
BRIDGES = {"ADP", "DET", "CCONJ", "PUNCT", "SYM"}
TITLES = {
    *("ambassador", "chair", "chairman", "chairwoman", "chancellor", "dean", "doctor", "dr"),
    *("duchess", "duke", "earl", "emperor", "empress", "general", "governor", "judge", "justice"),
    *("king", "lady", "lord", "madam", "mayor", "minister", "mr", "mrs", "ms", "pope", "premier"),
    *("president", "prime", "prince", "princess", "professor", "queen", "secretary", "senator"),
    *("sir", "speaker", "vice"),
}
"""Words that make no person's name of their own ("the Vice President")."""

_BRACKET = re.compile(r"\((?P<open>[^()]+)(?P<one>\))?|(?P<close>[^()]+)\)")


def gum_names(document: Document) -> list[list[Name]]:
    """The names of each sentence of a GUM document, in text order and without overlap."""
    return [_names(sentence) for sentence in document.sentences]


def mentions(sentence: Sentence) -> list[tuple[int, int, str, bool]]:
    """All mentions of a sentence: start, end (exclusive), GUM's entity type, has a title.

    Nested mentions are all given; discontinuous ones (``12[1/2]``) are left out.
    """
    found: list[tuple[int, int, str, bool]] = []
    open_: dict[str, list[tuple[int, str, bool]]] = {}
    for place, misc in enumerate(sentence.misc):
        value = next((m[7:] for m in misc.split("|") if m.startswith("Entity=")), "")
        for bracket in _BRACKET.finditer(value):
            if bracket["open"]:
                group, kind, titled = _opening(bracket["open"])
                if "[" in group:
                    continue
                if bracket["one"]:
                    found.append((place, place + 1, kind, titled))
                else:
                    open_.setdefault(group, []).append((place, kind, titled))
            elif open_.get(bracket["close"]):
                start, kind, titled = open_[bracket["close"]].pop()
                found.append((start, place + 1, kind, titled))
    return sorted(found, key=lambda mention: (mention[0], -mention[1]))


def _opening(text: str) -> tuple[str, str, bool]:
    """Group, entity type and whether a title follows the link field.

    The number of fields between type and link differs from one document to another.
    """
    fields = text.split("-")
    link = next((i for i, field in enumerate(fields) if i > 1 and field in LINKS), len(fields))
    return fields[0], fields[1] if len(fields) > 1 else "", link + 1 < len(fields)


def _names(sentence: Sentence) -> list[Name]:
    found: dict[tuple[int, int], tuple[str, bool]] = {}
    for start, end, kind, titled in mentions(sentence):
        label = LABELS.get(kind)
        core = _core(sentence, start, end, label) if label else None
        if label and core:
            # Of two mentions with one core the outer one names it, either one's title counts.
            kept, known = found.get(core, (label, False))
            found[core] = (kept, known or titled)
    names: list[Name] = []
    for (start, end), (label, titled) in sorted(
        found.items(), key=lambda item: (item[0][0] - item[0][1], item[0])
    ):
        if all(end <= other[0] or other[1] <= start for other in names):
            names.append((start, end, label, titled))
    return sorted(names)


def _core(sentence: Sentence, start: int, end: int, label: str) -> tuple[int, int] | None:
    """The proper-name core of the mention ``[start, end)``, or None where it is no name."""
    head = next((i for i in range(start, end) if _is_outside(sentence, i, start, end)), None)
    if head is None:
        return None
    core = {head}
    grown = True
    while grown:
        more = {
            i
            for i in range(start, end)
            if i not in core and sentence.heads[i] in core and _belongs(sentence, i, head, label)
        }
        grown = bool(more)
        core |= more
    if not _is_proper(sentence, head):
        core.discard(head)
        head = min(core, default=head)
    if not _is_proper(sentence, head):
        return None
    first, last = _around(sentence, core, head)
    if label == "PERSON" and _is_no_person(sentence, first, last, head):
        return None
    if last - first == 1 and len(sentence.words[first]) == 1:
        return None  # "from C to D"
    return first, last


def _is_outside(sentence: Sentence, place: int, start: int, end: int) -> bool:
    head = sentence.heads[place]
    return head == place or not start <= head < end


def _is_proper(sentence: Sentence, place: int) -> bool:
    return sentence.upos[place] == "PROPN" or sentence.xpos[place] in {"NNP", "NNPS"}


def _is_no_person(sentence: Sentence, first: int, last: int, head: int) -> bool:
    """Whether the core is a people ("Kenyans") or an office ("the Vice President")."""
    bare = {word.lower().strip(".") for word in sentence.words[first:last]}
    if sentence.xpos[head] == "NNPS" or bare <= TITLES:
        return True
    return last - first == 1 and any(
        of == head and relation == "det"
        for of, relation in zip(sentence.heads, sentence.deprels, strict=True)
    )


def _belongs(sentence: Sentence, place: int, head: int, label: str) -> bool:
    """Whether the word belongs to the name that its own head is part of."""
    relation = sentence.deprels[place].split(":")[0]
    proper = _is_proper(sentence, place)
    if not _is_proper(sentence, head):
        return relation == "flat" and proper
    if relation in {"flat", "goeswith"}:
        return True
    if relation in {"compound", "amod", "nummod"}:
        return proper
    if label == "PERSON" or not proper:
        return False
    if relation == "nmod":
        # "University of Portsmouth"; nmod:desc is a person's title but a place's "St." or "Lake".
        linked = sentence.deprels[place] == "nmod" and place > sentence.heads[place]
        return (linked and bool(_case(sentence, place) & LINKING)) or (
            sentence.deprels[place] == "nmod:desc"
        )
    # "Department of Housing and Urban Development", "Johnson & Johnson", not "Rome and Paris".
    return relation == "conj" and (
        sentence.heads[place] != head or "&" in sentence.words[head:place]
    )


def _case(sentence: Sentence, place: int) -> set[str]:
    return {
        word.lower()
        for word, of, relation in zip(sentence.words, sentence.heads, sentence.deprels, strict=True)
        if of == place and relation == "case"
    }


def _around(sentence: Sentence, core: set[int], head: int) -> tuple[int, int]:
    """The run of core words around the head; function words and marks between are bridged."""
    first = last = head
    while (before := _next(sentence, core, first, -1)) is not None:
        first = before
    while (after := _next(sentence, core, last, 1)) is not None:
        last = after
    return first, last + 1


def _next(sentence: Sentence, core: set[int], place: int, step: int) -> int | None:
    place += step
    while 0 <= place < len(sentence.words):
        if place in core:
            return place
        is_bracket = sentence.xpos[place] in {"-LRB-", "-RRB-"}
        if is_bracket or sentence.upos[place] not in BRIDGES:
            return None
        place += step
    return None
