"""What is verbatim: the stretches of a text between quotation marks.

A mark that is never closed runs to the end of its paragraph, as news agencies write a
quotation that goes on; one odd mark costs that stretch, never the document.
"""

from __future__ import annotations

from onrecord.record import Part

OPENING = {"“": "”", "„": "“", "«": "»", "‘": "’", '"': '"'}
LONGEST = 2000


def find(text: str) -> list[Part]:
    """The quotations of a text, without their marks, in order; none inside another."""
    found: list[Part] = []
    place = 0
    while place < len(text):
        mark = text[place]
        closing = OPENING.get(mark)
        if closing is None or (mark == "‘" and _is_apostrophe(text, place)):
            place += 1
            continue
        end = _end(text, place + 1, closing)
        if end > place + 1:
            found.append(Part(text=text[place + 1 : end], span=(place + 1, end)))
        place = end + 1
    return found


def _is_apostrophe(text: str, place: int) -> bool:
    return place > 0 and text[place - 1].isalnum()


def _end(text: str, start: int, closing: str) -> int:
    paragraph = text.find("\n\n", start)
    limit = min(len(text) if paragraph < 0 else paragraph, start + LONGEST)
    end = text.find(closing, start, limit)
    while closing == "’" and 0 <= end and _is_apostrophe(text, end) and _is_inner(text, end):
        end = text.find(closing, end + 1, limit)
    return end if end >= 0 else limit


def _is_inner(text: str, place: int) -> bool:
    return place + 1 < len(text) and text[place + 1].isalnum()
