"""Roles: what a noun such as "spokesman", "destroyer" or "lawmakers" says of who is meant.

The table is ``roles.tsv``. A strong role says the sector by itself; a weak one says it where
nothing else does; a carrier takes the sector of whatever it is named with ("IAEA inspectors").
"""

from __future__ import annotations

from functools import cache

import msgspec

from onrecord.codes.tables import rows
from onrecord.codes.words import Trie


class Role(msgspec.Struct, frozen=True, kw_only=True):
    """A role noun. office: the office whose holder it means, where it is one."""

    name: str
    sector: str | None
    kind: str
    strength: str
    office: str | None
    plural: bool


def plural(noun: str) -> str:
    """The plural of a noun phrase: of its last word, or of what stands before "of" or "in"."""
    for link in (" of ", " in ", " for ", "-in-"):
        if link in noun:
            first, rest = noun.split(link, 1)
            return plural(first) + link + rest
    for row in rows("plurals"):
        if noun.endswith(row["singular"]):
            return noun.removesuffix(row["singular"]) + row["plural"]
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "sh", "ch", "x")) else "s")


@cache
def trie() -> Trie:
    """All roles, singular and plural, in small letters."""
    found = Trie(cased=False)
    for row in rows("roles"):
        for many in (False, True):
            if many and row["plural"] == "no":
                continue
            role = Role(
                name=row["role"],
                sector=row["sector"] or None,
                kind="group" if many and row["kind"] == "person" else row["kind"],
                strength=row["strength"],
                office=row["office"] or None,
                plural=many,
            )
            found.add(plural(row["role"]) if many else row["role"], role)
    return found
