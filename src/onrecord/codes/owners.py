"""What stands behind the head: whose somebody is, where, and who held the office on the day."""

from __future__ import annotations

from datetime import date

import msgspec

from onrecord.codes import steering
from onrecord.codes.items import Item, Named
from onrecord.codes.names import base
from onrecord.codes.resolution import Resolution
from onrecord.codes.roles import Role

_change = msgspec.structs.replace


def owned(who: Resolution, last: Item, owner: Resolution | None, by: str) -> Resolution:
    """What stands behind "of", "for" or "in" fills what the head left open."""
    if owner is None:
        return who
    changes: dict[str, str | bool | None] = {}
    own = isinstance(last, Named) and last.role.sector == who.sector
    stateless = who.sector in steering.international() and not own
    if who.country is None and not stateless and (isinstance(last, Named) or who.kind == "people"):
        changes["country"] = owner.country
    if isinstance(last, Named) and (who.sure or who.sector is None):
        changes.update(_sector_of_owner(who, last.role, owner))
    return _change(who, **changes) if changes else who


def _sector_of_owner(
    who: Resolution, role: Role, owner: Resolution
) -> dict[str, str | bool | None]:
    """The sector that a role takes from whom it belongs to; empty where it keeps its own."""
    state = owner.kind in ("state", "place", "people")
    if role.strength == "carrier" and state and who.sector is None and owner.country:
        return {"sector": "GOV", "sure": True}
    foreign = owner.sector in steering.international() and who.country is None
    if owner.sector and not state and (role.strength != "strong" or foreign):
        return {"sector": owner.sector, "sure": True}
    return {}


def in_office(who: Resolution, last: Item, on: date | None, former: bool) -> Resolution:
    """ "The French president" on a day is whoever our table has in that office then."""
    if on is None or former or who.name or not who.country or not isinstance(last, Named):
        return who
    if last.role.office is None or last.role.plural or who.sector != "GOV":
        return who
    terms = base().offices.get((who.country, last.role.office), [])
    holders = {(term.name, term.id) for term in terms if term.holds(on)}
    if len(holders) != 1:
        return who
    name, known_as = holders.pop()
    return _change(who, name=name, id=known_as)
