"""What stands behind the head: whose somebody is, where, and who held the office on the day."""

from __future__ import annotations

from datetime import date
from functools import cache

import msgspec

from onrecord.codes import steering
from onrecord.codes.items import Item, Named
from onrecord.codes.names import base
from onrecord.codes.resolution import Resolution
from onrecord.codes.roles import Role
from onrecord.codes.terms import Term

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
    """ "The French president" on a day is whoever our table has in that office then; "President
    Bush" whoever bears that surname in it."""
    if on is None or former or not isinstance(last, Named) or who.sector != "GOV":
        return who
    office = last.role.office
    if office is None or last.role.plural or not (who.name or who.country):
        return who
    if who.name:
        term = bearer(who.name, on, office=office, country=who.country)
        if term is None:
            return who
        return _change(who, name=term.name, country=term.country, id=term.id)
    terms = base().offices.get((who.country or "", office), [])
    holders = {(term.name, term.id) for term in terms if term.holds(on)}
    if len(holders) != 1:
        return who
    name, known_as = holders.pop()
    return _change(who, name=name, id=known_as)


def bearer(
    surname: str, on: date, *, office: str | None = None, country: str | None = None
) -> Term | None:
    """Who holds an office (any of the highest, where none is said) on a day under a surname that
    is too common a word to mean him without it; None where there are several."""
    if " " in surname:
        return None
    found = {
        (term.name, term.id): term
        for land, role, term in _by_surname().get(surname, ())
        if (role == office if office else role in steering.having("top"))
        if country in (None, land) and term.holds(on)
    }
    return next(iter(found.values())) if len(found) == 1 else None


def ruled(surname: str) -> str | None:
    """The country that whoever bears a surname has headed, whenever that was; None where there are
    several, or none."""
    found = _by_surname().get(surname, ())
    lands = {land for land, role, _ in found if land and role in steering.having("top")}
    return lands.pop() if len(lands) == 1 else None


@cache
def _by_surname() -> dict[str, list[tuple[str, str, Term]]]:
    """Country, office and term of everybody who has held one, by surname."""
    found: dict[str, list[tuple[str, str, Term]]] = {}
    for (land, role), terms in base().offices.items():
        for term in terms:
            found.setdefault(term.name.rpartition(" ")[2], []).append((land, role, term))
    return found
