"""The words of an entity: what stands in the text, and the same without number and article.

No brackets, no relative clause, no half of a quotation: an entity's words can be shown
as they are.
"""

from __future__ import annotations

from functools import cache

from onrecord.codes.tables import rows
from onrecord.reading.tree import Tree
from onrecord.record import Part

_ENDS = frozenset(("(", ")", "[", "]", ",", ";", ":", "—", "–", "\n"))
_OPEN = {"“": "”", "‘": "’", "«": "»", '"': '"'}
_RELATIVE = frozenset(("WDT", "WP", "WP$", "WRB"))
BELONGING = frozenset(("from", "for", "with", "of"))
BEING = frozenset(("in", "at"))


def charge(tree: Tree, head: int) -> int | None:
    """The "of" that belongs to the verb: "accused the ministry | of neglect"; or None."""
    if tree.deps[head] not in ("obj", "iobj", "nsubj:pass"):
        return None
    if tree.lemmas[tree.heads[head]] not in _words("of_verb"):
        return None
    last = tree.edges(head)[1]
    links = (p for p in range(last, head, -1) if tree.words[p] == "of")
    return next((p for p in links if tree.deps[p] == "case"), None)


def nominal(tree: Tree, head: int) -> Part:
    """The phrase of a noun as it stands there."""
    first, last = tree.visible(*tree.phrase(head))
    cut = charge(tree, head)
    if cut is not None and cut <= last:
        last = cut - 1
    for place in range(head + 1, last + 1):
        relative = tree.tags[place] in _RELATIVE
        if relative or tree.words[place] in _ENDS or tree.upos[place] == "SPACE":
            last = place - 1
            break
    for place in range(head - 1, first - 1, -1):
        if tree.words[place] in "()[];:" or tree.upos[place] == "SPACE":
            first = place + 1
            break
    return tree.part(*_unquoted(tree, *tree.visible(first, last), head))


def within(tree: Tree, head: int, part: Part, cases: frozenset[str]) -> Part:
    """The phrase with whom or what its noun belongs to: "a spokesman for the ministry",
    "observers from the union", or with where it is: "police in Lusaka"."""
    end = part.span[1]
    for child in tree.having(head, "nmod"):
        if child > head and tree.case(child) in cases:
            first, last = tree.phrase(child)
            if first > head and tree.begins[tree.edges(child)[0]] <= end + 1:
                end = max(end, tree.ends[last])
    return Part(text=tree.text[part.span[0] : end], span=(part.span[0], end))


def _unquoted(tree: Tree, first: int, last: int, head: int) -> tuple[int, int]:
    """Cut at a quotation mark whose partner stands outside."""
    for place in range(first, last + 1):
        partner = _OPEN.get(tree.words[place])
        if partner is not None and partner not in tree.words[place + 1 : last + 1]:
            if place < head:
                return _unquoted(tree, place + 1, last, head)
            return first, max(first, place - 1)
        if tree.words[place] in "”»" and not any(word in _OPEN for word in tree.words[first:place]):
            return (first, place - 1) if place > head else _unquoted(tree, place + 1, last, head)
        if partner == '"' or tree.words[place] == '"':
            break
    return first, last


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(row["word"] for row in rows("referring") if row["class"] == kind)


def named(part: Part) -> str:
    """A common noun is its own name: "some 300 students" are students."""
    return " ".join(_bare(part.text))


def _bare(text: str) -> list[str]:
    words = text.split()
    at = 0
    while at < len(words) - 1:
        word = words[at].lower().strip(",").partition("-")[0]
        if not (word[:1].isdigit() or word in _words("measure")):
            break
        at += 1
    return words[at:]
