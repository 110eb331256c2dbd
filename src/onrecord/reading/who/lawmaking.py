"""Of which country lawmakers are of whom nothing says it: that of the parliament or the parties
that the report names ("Congress", "the Knesset"), or whose press cuts their titles short ("Sen.").
"""

from __future__ import annotations

from collections.abc import Collection
from functools import cache

from onrecord.codes.actors import resolve
from onrecord.codes.tables import rows
from onrecord.reading.tree import Tree
from onrecord.reading.who.cast import Cast, Mention

SECTORS = frozenset(("LEG", "PTY"))


def lawmakers_home(tree: Tree, cast: Cast, spoken: Collection[str], home: str | None) -> str | None:
    """One country, or None. spoken: the countries that the report names; home: its own."""
    told = {
        mention.entity.country
        for mention in cast.mentions
        if mention.entity.kind == "organisation"
        and mention.entity.sector in SECTORS
        and not _is_elsewhere(tree, mention, home)
    } - {None}
    if told:
        return told.pop() if len(told) == 1 else None
    titles = _press_titles()
    pairs = zip(tree.words, tree.upos[1:], strict=False)
    codes = [code for word, behind in pairs if behind == "PROPN" for code in titles.get(word, ())]
    near = set(codes).intersection(spoken) or set(codes[:1])
    return near.pop() if len(near) == 1 else None


def _is_elsewhere(tree: Tree, mention: Mention, home: str | None) -> bool:
    """ "the US Congress": told with its country's name in a report that has another home."""
    beside = tree.having(mention.head, "compound", "amod", "nmod:poss")
    words = (*range(mention.start, mention.head), *beside)
    named = (resolve(tree.words[place]) for place in words)
    own = any(known and known.country and known.kind in ("state", None) for known in named)
    return own and home not in (None, mention.entity.country)


@cache
def _press_titles() -> dict[str, list[str]]:
    return {
        row["word"]: row["kind"].split("|")
        for row in rows("referring")
        if row["class"] == "press_title"
    }
