"""Where the participants of a category's happenings mostly stand, for words that no lexicon has."""

from __future__ import annotations

from functools import cache

from onrecord.codes.tables import rows


@cache
def _table() -> dict[tuple[str, str, str], tuple[str, str]]:
    return {
        (row["category"], row["mode"], row["pos"]): (row["frame"], row["future"])
        for row in rows("plover_frames")
    }


def default_frame(category: str, mode: str | None, pos: str) -> tuple[str, str]:
    """The frame pattern and the category when promised ("" = the same), by category, mode and
    part of speech; an adjective's is its verb's. Raises KeyError for no category of PLOVER.
    """
    part = "noun" if pos == "noun" else "verb"
    table = _table()
    found = table.get((category, mode or "", part))
    return found if found is not None else table[category, "", part]
