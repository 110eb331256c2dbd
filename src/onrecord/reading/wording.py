"""The words of an entity: what stands in the text, and the same without number and article.

No brackets, no relative clause, no half of a quotation: an entity's words can be shown
as they are.
"""

from __future__ import annotations

from onrecord.reading.tree import Tree
from onrecord.record import Part

_ENDS = frozenset(("(", ")", "[", "]", ",", ";", ":", "—", "–", "\n"))
_OPEN = {"“": "”", "‘": "’", "«": "»", '"': '"'}
_RELATIVE = frozenset(("WDT", "WP", "WP$", "WRB"))
_COUNTING = frozenset(("DT", "CD", "PDT", "PRP$", "JJR", "RBR", "RB", "IN", "JJS"))


def nominal(tree: Tree, head: int) -> Part:
    """The phrase of a noun as it stands there."""
    first, last = tree.visible(*tree.phrase(head))
    for place in range(head + 1, last + 1):
        if tree.words[place] in _ENDS or tree.tags[place] in _RELATIVE or tree.upos[place] == "SPACE":
            last = place - 1
            break
    for place in range(head - 1, first - 1, -1):
        if tree.words[place] in "()[];:" or tree.upos[place] == "SPACE":
            first = place + 1
            break
    return tree.part(*_unquoted(tree, *tree.visible(first, last), head))


def _unquoted(tree: Tree, first: int, last: int, head: int) -> tuple[int, int]:
    """Cut at a quotation mark whose partner stands outside."""
    for place in range(first, last + 1):
        partner = _OPEN.get(tree.words[place])
        if partner is not None and partner not in tree.words[place + 1 : last + 1]:
            if place < head:
                return _unquoted(tree, place + 1, last, head)
            return first, max(first, place - 1)
        if tree.words[place] in "”»" and not any(
            word in _OPEN for word in tree.words[first:place]
        ):
            return (first, place - 1) if place > head else _unquoted(tree, place + 1, last, head)
        if partner == '"' or tree.words[place] == '"':
            break
    return first, last


def named(tree: Tree, part: Part) -> str:
    """A common noun is its own name: "some 300 students" are students."""
    return " ".join(_bare(part.text))


def _bare(text: str) -> list[str]:
    from onrecord.reading.refer import referring

    words = text.split()
    at = 0
    while at < len(words) - 1:
        word = words[at].lower().strip(",")
        if not (word[:1].isdigit() or (word, "measure") in referring()):
            break
        at += 1
    return words[at:]
