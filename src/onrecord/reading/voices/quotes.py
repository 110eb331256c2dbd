"""What is verbatim: the stretches of a text between quotation marks.

A mark that is never closed runs to the end of its paragraph, as news agencies write a
quotation that goes on; one odd mark costs one quotation, never the document. Straight
marks are told apart by what stands beside them: an opening one has a space, a bracket or
a dash before it, a closing one has none.
"""

from __future__ import annotations

import re

from onrecord.record import Part

CLOSING = {"“": '”"', "„": "“”", "«": "»", "‘": "’'", '"': '"”', "'": "'’"}
LONGEST = 2000  # code points of a quotation
SINGLE = 300  # of one between single marks, which are apostrophes as well
_OPENING = re.compile(r"[“„«]|(?<!\w)[\"‘'](?=[^\s\"'])")
# what may end a quotation: its closing marks, itself again, the end of the paragraph
_MARKS = {
    mark: re.compile(rf"[{mark}{ends}]|\n(?=[ \t\r]*[\n{mark}])") for mark, ends in CLOSING.items()
}
_ELIDED = re.compile(r"\d\ds?\b|(?:tis|twas|em|til|cause|n)\b", re.I)


def find(text: str) -> list[Part]:
    """The quotations of a text, without their marks, in order; none inside another."""
    found: list[Part] = []
    place = 0
    while match := _OPENING.search(text, place):
        place = match.end()
        end = _end(text, place, match.group())
        if end is None:
            continue
        if end > place:
            found.append(Part(text=text[place:end], span=(place, end)))
        place = end + 1
    return found


def _end(text: str, start: int, mark: str) -> int | None:
    """Where the quotation that begins at ``start`` ends; None where the mark opens none."""
    single = mark in "‘'"
    if single and _ELIDED.match(text, start):
        return None
    limit = min(len(text), start + (SINGLE if single else LONGEST))
    for candidate in _MARKS[mark].finditer(text, start, limit):
        place = candidate.start()
        if text[place] == "\n":
            return None if single else place
        if _closes(text, place, start):
            return place
        if text[place] == mark and _OPENING.match(text, place):
            return None  # opened again before it was closed: the first mark is the odd one
    return None if single else limit


def _closes(text: str, place: int, start: int) -> bool:
    """Whether a mark stands as a closing one: right behind a word, and before none."""
    letter = text[place]
    if letter in "”»" or (letter == "“" and text[start - 1] == "„"):
        return True
    after = text[place + 1 : place + 2]
    return place > start and not text[place - 1].isspace() and not after.isalnum()
