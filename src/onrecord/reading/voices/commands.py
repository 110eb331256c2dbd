"""What is bidden in so many words: "Release them," the archbishop cried.

The demand is made by being uttered, so the report vouches for it; who hands the utterance on is
still a voice ("A told the court that B said: ...").
"""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.reading.tree import SUBJECTS, Tree
from onrecord.reading.voices.citing import Attribution

_BARRED = ("mark", "aux", "aux:pass", "cop", *SUBJECTS)
_HANGS = frozenset(("root", "ccomp", "parataxis"))


def is_command(tree: Tree, place: int) -> bool:
    """Whether a verb is an imperative inside quotation marks."""
    if tree.tags[place] != "VB" or tree.child(place, *_BARRED) is not None:
        return False
    here = tree.begins[place]
    quoted = any(quote.span[0] <= here < quote.span[1] for quote in tree.quotes)
    return quoted and tree.deps[place] in _HANGS


def handed_on(tree: Tree, place: int, above: Sequence[Attribution]) -> list[Attribution]:
    """The attributions over a command without its utterer, the innermost voice."""
    last = next((n for n in reversed(range(len(above))) if above[n].source), None)
    if last is None or above[last].stance != "says":
        return list(above)
    return [item for n, item in enumerate(above) if n != last]
