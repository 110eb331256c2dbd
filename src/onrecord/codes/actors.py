"""Who is meant: any noun phrase, or every name in a text, to a name, kind, country and sector.

Lookups in tables (countries, organisations, people in office, roles), no parser and no learning:
what a phrase itself says outranks the tables, and what neither says is None.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from onrecord.codes import names, phrases
from onrecord.codes.asked import Asked
from onrecord.codes.context import told
from onrecord.codes.names import Actors
from onrecord.codes.own_table import load_table
from onrecord.codes.resolution import Resolution
from onrecord.codes.words import words
from onrecord.remembered import REMEMBERED

__all__ = ["Actors", "Resolution", "aliases", "load_table", "resolve"]


def resolve(
    phrase: str,
    *,
    published: date | None = None,
    table: Actors | None = None,
    context: str | None = None,
) -> Resolution | None:
    """Who a noun phrase means on the day of publication, or None where nothing in it is known.

    A user's own ``table`` (``load_table``) wins over ours, and what the text around the phrase
    (``context``) says of it wins over both. Without a day, a name means its bearer's latest post,
    and a bare surname only somebody whom nobody shares it with.
    """
    if context:
        return told(phrase, context, Asked(published, table))
    return _resolve(phrase, published, table)


@lru_cache(maxsize=REMEMBERED)
def _resolve(phrase: str, on: date | None, table: Actors | None) -> Resolution | None:
    return phrases.resolve(phrase, Asked(on, table))


def aliases(
    text: str, *, published: date | None = None, table: Actors | None = None
) -> list[tuple[int, int, Resolution]]:
    """Every country, demonym, organisation and person named in a text, by longest match.

    Gives (start, end, who) in code points, in order and without overlaps: ``text[start:end]`` is
    the name. Time is linear in the text.
    """
    tokens = words(text)
    found = []
    for match in names.matches(text, tokens, table):
        mention = names.meaning(text, tokens, match, published)
        if mention is not None:
            span = tokens[match.start].start, tokens[match.end - 1].end
            found.append((*span, mention.what))
    return found
