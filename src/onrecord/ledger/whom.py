"""Who is asked for: a country's code or name, or anyone's name, to what the ledger's rows say."""

from __future__ import annotations

import msgspec

from onrecord.ledger.rows import key


class Whom(msgspec.Struct, frozen=True, kw_only=True):
    """Either a country, which stands for all who act for it, or one name's keys."""

    name: str
    country: str | None = None
    keys: tuple[str, ...] = ()

    def matches(self, alias: str) -> tuple[str, list[str]]:
        """A condition on a row of ``participants`` called ``alias``, and its values."""
        if self.country is not None:
            return f"{alias}.country = ?", [self.country]
        return f"{alias}.key IN ({', '.join('?' * len(self.keys))})", list(self.keys)


def whom(words: str) -> Whom:
    """ "PRK", "North Korea" and "Pyongyang" are the country, in small letters too; all else is a
    name."""
    from onrecord.codes.actors import resolve
    from onrecord.codes.countries import countries

    words = " ".join(words.split())
    if found := countries().get(words.upper() if len(words) == 3 else ""):
        return Whom(name=found.name, country=found.code)
    if words.islower():  # nobody types a capital who is in a hurry
        for known in countries().values():
            names = (known.name, *known.names, *known.capital)
            if words in (name.casefold() for name in names):
                return Whom(name=known.name, country=known.code)
    meant = resolve(words)
    if meant is not None and meant.kind == "state" and meant.country:
        return Whom(name=meant.name or words, country=meant.country)
    keys = [key(words)]
    if meant is not None and meant.name:
        keys.append(key(meant.name))
    return Whom(name=words, keys=tuple(dict.fromkeys(keys)))
