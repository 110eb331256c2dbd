"""The words that refer back, and what kinds of members each can stand for."""

from __future__ import annotations

from functools import cache

from onrecord.codes.tables import rows
from onrecord.record import Entity


@cache
def referring() -> dict[tuple[str, str], frozenset[str]]:
    """(word, class) -> the kinds that it can stand for."""
    return {
        (row["word"], row["class"]): frozenset(row["kind"].split("|")) for row in rows("referring")
    }


@cache
def pronouns() -> dict[str, tuple[str, frozenset[str]]]:
    """Pronoun -> its class and kinds."""
    return {
        word: (kind, fits)
        for (word, kind), fits in referring().items()
        if kind in ("she_he", "they", "it", "speaker", "some")
    }


@cache
def sided() -> frozenset[str]:
    """Sectors of those who are on one side of a matter: forces, rebels, gangs."""
    return frozenset(row["word"] for row in rows("referring") if row["class"] == "sided")


@cache
def halves() -> dict[str, tuple[str, str]]:
    """What a state is called for short -> its country, and that of its other half."""
    return {
        row["word"]: (row["kind"].split("|")[0], row["kind"].split("|")[1])
        for row in rows("referring")
        if row["class"] == "half"
    }


def fits(entity: Entity, kinds: frozenset[str]) -> bool:
    """Whether an entity is of one of the kinds (person, state, body, any)."""
    if "any" in kinds:
        return entity.kind != "place"
    kind = entity.kind
    if kind in ("person", "state"):
        return kind in kinds
    return "body" in kinds and kind in ("organisation", "group")


def fits_label(word: str, label: str) -> bool:
    """Whether a pronoun can stand for a name of a label, or for a noun, which has none ("")."""
    entry = pronouns().get(word.lower())
    if entry is None or not label:
        return entry is not None
    kinds = {"PERSON": {"person"}, "ORG": {"body"}, "PLACE": {"state"}}.get(label, set())
    return bool(entry[1] & (kinds | {"any"}))


@cache
def words_of(use: str) -> frozenset[str]:
    """All words of one class of the table ("stateless", "outsider", "world_seat" ...)."""
    return frozenset(row["word"] for row in rows("referring") if row["class"] == use)


@cache
def states_of() -> dict[str, tuple[str, ...]]:
    """Word -> the countries that it stands for together ("Koreas")."""
    return {
        row["word"]: tuple(row["kind"].split("|"))
        for row in rows("referring")
        if row["class"] == "members"
    }
