"""A phrase's head: its last name or role is who is meant, what stands before it says more."""

from __future__ import annotations

import msgspec

from onrecord.codes import steering
from onrecord.codes.items import LANDS, Item, Named, unknown_name
from onrecord.codes.names import Mention
from onrecord.codes.resolution import Resolution
from onrecord.codes.words import Word

_change = msgspec.structs.replace


def headed(text: str, tokens: list[Word], head: list[Item], cut: int) -> Resolution:
    """The head's last item is who is meant; the items before it say more."""
    last, before = head[-1], head[:-1]
    lands = [i for i in before if isinstance(i, Mention) and i.sense in LANDS]
    country = lands[0].what.country if lands else None
    name = unknown_name(text, tokens, last.end, cut)
    loose = not name and _loose(tokens, last.end, cut)
    if isinstance(last, Named):
        found = _by_role(last, before, country)
        if lands and not lands[0].what.sure:
            found = _change(found, sure=False)
        if name and last.role.kind == "person":
            return _change(found, name=name)
        return _change(found, sure=False) if loose else found
    found = _by_name(last, before, country)
    if name and " " in name and last.sense in ("demonym", "people"):
        return _change(found, kind="person", name=name, sure=False)
    if loose or (name and last.sense != "person"):
        return _change(found, kind=None, name=None, id=None, sector=None, sure=False)
    return found


def _loose(tokens: list[Word], after: int, cut: int) -> bool:
    """Whether a noun that we do not know heads the phrase: "police station", "Iran's plan"."""
    if after < cut and tokens[after].key == "s":
        after += 1
    return after < cut and not tokens[after].key.endswith("ed")


def _by_role(last: Named, before: list[Item], country: str | None) -> Resolution:
    """Sector from the role, or from the organisation, person or role that it is named with."""
    role, sector = last.role, last.role.sector
    owners = [i for i in before if isinstance(i, Mention) and i.sense not in LANDS]
    held = country or (owners[-1].what.country if owners else None)
    if owners:
        # A people is not an employer: "Kurdish fighters" are fighters.
        theirs = owners[-1].what.sector if owners[-1].what.kind != "people" else None
        foreign = theirs in steering.international() and country is None
        if theirs and (role.strength != "strong" or foreign):
            sector = theirs
    elif role.strength != "strong":
        others = [i.role for i in before if isinstance(i, Named) and i.role.strength == "strong"]
        if others:
            sector = others[-1].sector
        elif sector is None and held is not None:
            sector = "GOV"
    return Resolution(
        kind=role.kind, country=held, sector=sector, role=last.text, sure=sector is not None
    )


def _by_name(last: Mention, before: list[Item], country: str | None) -> Resolution:
    """The name's own meaning, save where the phrase itself says otherwise."""
    found = last.what
    role = next((i for i in reversed(before) if isinstance(i, Named)), None)
    if last.sense in ("demonym", "people"):
        sector = role.role.sector if role else "CVL" if last.sense == "people" else None
        return _change(found, sector=sector)
    if last.sense == "person":
        changes: dict[str, str | None] = {"country": country or found.country}
        if role is not None and role.role.kind == "person":
            changes["role"] = role.text
            says = role.role.strength == "strong" or found.sector in (None, "ELI")
            if says and role.role.sector:
                changes["sector"] = role.role.sector
        return _change(found, **changes)
    if last.sense == "organisation" and country and country != found.country:
        # "the Peruvian Congress" is not the one in our table.
        return _change(found, name=None, id=None, country=country) if found.country else found
    return found
